/** Generated from specs/ by `pnpm generate`: do not edit. */
import type { JsonObject } from "../specified/document.js"

export const document: JsonObject = {
  "openapi": "3.1.0",
  "info": {
    "version": "1",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "servers": [
    {
      "url": "https://api.orange.com/orange-money-webpay/{country}/v1",
      "variables": {
        "country": {
          "default": "dev"
        }
      }
    }
  ],
  "security": [
    {
      "orange": []
    }
  ],
  "tags": [
    {
      "name": "payments"
    }
  ],
  "paths": {
    "/webpayment": {
      "post": {
        "operationId": "createPayment",
        "tags": [
          "payments"
        ],
        "x-effect-orange": {
          "idempotent": false,
          "money": {
            "amount": "amount",
            "currency": "currency"
          }
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Payment"
              },
              "example": {
                "merchant_key": "59ba0d43",
                "currency": "OUV",
                "order_id": "order-2026-0001",
                "amount": 1200,
                "return_url": "https://shop.example/orders/2026-0001",
                "cancel_url": "https://shop.example/orders/2026-0001/cancelled",
                "notif_url": "https://shop.example/orange/notifications/2026-0001",
                "lang": "fr",
                "reference": "The shop"
              }
            }
          }
        },
        "responses": {
          "201": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InitiatedPayment"
                },
                "example": {
                  "status": 201,
                  "message": "OK",
                  "pay_token": "f5720dd906203c62033ffe64ed756db9a8c0a7b7c1e2d3f4a5b6c7d8e9f00112",
                  "payment_url": "https://webpayment-qualif.orange-money.com/payment/pay_token/f5720dd906203c62033ffe64ed756db9a8c0a7b7c1e2d3f4a5b6c7d8e9f00112",
                  "notif_token": "dd497bda3b250e536186fc0663f32f40"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          }
        }
      }
    },
    "/transactionstatus": {
      "post": {
        "operationId": "getTransactionStatus",
        "tags": [
          "payments"
        ],
        "x-effect-orange": {
          "idempotent": true,
          "money": {
            "amount": "amount"
          }
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TransactionQuery"
              },
              "example": {
                "order_id": "order-2026-0001",
                "amount": 1200,
                "pay_token": "f5720dd906203c62033ffe64ed756db9a8c0a7b7c1e2d3f4a5b6c7d8e9f00112"
              }
            }
          }
        },
        "responses": {
          "201": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Transaction"
                },
                "example": {
                  "status": "SUCCESS",
                  "order_id": "order-2026-0001",
                  "txnid": "MP150709.1341.A00073"
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/GatewayEnvelope"
                },
                "example": {
                  "code": 60,
                  "message": "Resource not found",
                  "description": "There is no such payment."
                }
              }
            }
          }
        }
      }
    }
  },
  "webhooks": {
    "paymentNotification": {
      "post": {
        "operationId": "paymentNotification",
        "tags": [
          "payments"
        ],
        "security": [],
        "x-effect-orange": {
          "callbackAuthentication": "notif_token"
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PaymentNotification"
              },
              "example": {
                "status": "SUCCESS",
                "notif_token": "dd497bda3b250e536186fc0663f32f40",
                "txnid": "MP150709.1341.A00073"
              }
            }
          }
        },
        "responses": {
          "200": {}
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "orange": {
        "type": "oauth2",
        "flows": {
          "clientCredentials": {
            "tokenUrl": "https://api.orange.com/oauth/v3/token",
            "scopes": {}
          }
        }
      }
    },
    "responses": {
      "BadRequest": {
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/GatewayEnvelope"
            },
            "example": {
              "code": 24,
              "message": "Invalid body field",
              "description": "A field of the body is not valid."
            }
          }
        }
      },
      "Unauthorized": {
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/GatewayEnvelope"
            },
            "example": {
              "code": 42,
              "message": "Expired credentials",
              "description": "The requested service needs credentials."
            }
          }
        }
      },
      "Forbidden": {
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/GatewayEnvelope"
            },
            "example": {
              "code": 50,
              "message": "Access denied",
              "description": "The application is not subscribed."
            }
          }
        }
      }
    },
    "schemas": {
      "GatewayEnvelope": {
        "type": "object",
        "required": [
          "code"
        ],
        "properties": {
          "code": {
            "type": "integer"
          },
          "message": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "infoURL": {
            "type": "string"
          }
        }
      },
      "Url": {
        "type": "string",
        "maxLength": 120,
        "pattern": "^https?://"
      },
      "Payment": {
        "type": "object",
        "required": [
          "merchant_key",
          "currency",
          "order_id",
          "amount",
          "return_url",
          "cancel_url",
          "notif_url",
          "reference"
        ],
        "properties": {
          "merchant_key": {
            "type": "string",
            "format": "password",
            "minLength": 1
          },
          "currency": {
            "type": "string",
            "pattern": "^[A-Z]{3}$"
          },
          "order_id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 30
          },
          "amount": {
            "type": "number",
            "exclusiveMinimum": 0
          },
          "return_url": {
            "$ref": "#/components/schemas/Url"
          },
          "cancel_url": {
            "$ref": "#/components/schemas/Url"
          },
          "notif_url": {
            "$ref": "#/components/schemas/Url"
          },
          "lang": {
            "type": "string",
            "enum": [
              "fr",
              "en"
            ]
          },
          "reference": {
            "type": "string",
            "minLength": 1,
            "maxLength": 30
          }
        }
      },
      "InitiatedPayment": {
        "type": "object",
        "required": [
          "pay_token",
          "payment_url",
          "notif_token"
        ],
        "properties": {
          "status": {
            "type": "integer"
          },
          "message": {
            "type": "string"
          },
          "pay_token": {
            "type": "string",
            "format": "password"
          },
          "payment_url": {
            "type": "string",
            "format": "password"
          },
          "notif_token": {
            "type": "string",
            "format": "password"
          }
        }
      },
      "TransactionQuery": {
        "type": "object",
        "required": [
          "order_id",
          "amount",
          "pay_token"
        ],
        "properties": {
          "order_id": {
            "type": "string",
            "minLength": 1,
            "maxLength": 30
          },
          "amount": {
            "type": "number",
            "exclusiveMinimum": 0
          },
          "pay_token": {
            "type": "string",
            "format": "password",
            "minLength": 1
          }
        }
      },
      "Transaction": {
        "type": "object",
        "required": [
          "status"
        ],
        "properties": {
          "status": {
            "type": "string",
            "x-extensible-enum": [
              "INITIATED",
              "PENDING",
              "EXPIRED",
              "SUCCESS",
              "FAILED"
            ]
          },
          "order_id": {
            "type": "string"
          },
          "txnid": {
            "type": "string"
          }
        }
      },
      "PaymentNotification": {
        "type": "object",
        "required": [
          "status",
          "notif_token"
        ],
        "properties": {
          "status": {
            "type": "string",
            "x-extensible-enum": [
              "SUCCESS",
              "FAILED"
            ]
          },
          "notif_token": {
            "type": "string",
            "format": "password"
          },
          "txnid": {
            "type": "string"
          }
        }
      }
    }
  }
}
