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
      "url": "https://api.orange-sonatel.com"
    },
    {
      "url": "https://api.sandbox.orange-sonatel.com"
    }
  ],
  "security": [
    {
      "sonatel": []
    }
  ],
  "x-effect-orange": {
    "contentType": "application/json"
  },
  "tags": [
    {
      "name": "payments"
    },
    {
      "name": "callbacks"
    }
  ],
  "paths": {
    "/api/eWallet/v4/qrcode": {
      "post": {
        "operationId": "createQrCode",
        "tags": [
          "payments"
        ],
        "x-effect-orange": {
          "idempotent": false,
          "money": {
            "amount": "amount.value",
            "currency": "amount.unit"
          }
        },
        "parameters": [
          {
            "name": "X-Callback-Url",
            "in": "header",
            "schema": {
              "type": "string",
              "pattern": "^https?://"
            },
            "example": "https://shop.example/orange/sonatel"
          },
          {
            "name": "X-Api-Key",
            "in": "header",
            "schema": {
              "type": "string",
              "format": "password"
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/QrCodeRequest"
              },
              "example": {
                "code": "123456",
                "name": "The shop",
                "amount": {
                  "unit": "XOF",
                  "value": 1000
                },
                "reference": "order-2026-0001",
                "metadata": {
                  "basket": "b1"
                },
                "validity": 900,
                "callbackSuccessUrl": "https://shop.example/orders/2026-0001",
                "callbackCancelUrl": "https://shop.example/orders/2026-0001/cancelled"
              }
            }
          }
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QrCode"
                },
                "example": {
                  "deepLink": "https://orange-money-prod-flowlinks.web.app/om/abc",
                  "deepLinks": {
                    "OM": "https://orange-money-prod-flowlinks.web.app/om/abc",
                    "MAXIT": "https://sugu.orange-sonatel.com/mp/abc"
                  },
                  "qrCode": "iVBORw0KGgo=",
                  "validity": 900,
                  "metadata": {
                    "basket": "b1"
                  },
                  "shortLink": "https://sugu.orange-sonatel.com/abc",
                  "qrId": "4f8a1c",
                  "validFor": {
                    "startDateTime": "2026-09-08T18:30:42Z",
                    "endDateTime": "2026-09-08T18:45:42Z"
                  }
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
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          }
        }
      }
    },
    "/api/eWallet/v1/transactions": {
      "get": {
        "operationId": "listTransactions",
        "tags": [
          "payments"
        ],
        "parameters": [
          {
            "name": "reference",
            "in": "query",
            "schema": {
              "type": "string"
            },
            "example": "order-2026-0001"
          },
          {
            "name": "type",
            "in": "query",
            "schema": {
              "type": "string"
            },
            "example": "MERCHANT_PAYMENT"
          },
          {
            "name": "status",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/TransactionStatus"
            },
            "example": "SUCCESS"
          },
          {
            "name": "size",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1
            },
            "example": 20
          },
          {
            "name": "fromDateTime",
            "in": "query",
            "schema": {
              "type": "string"
            },
            "example": "2026-09-08T00:00:00Z"
          },
          {
            "name": "transactionId",
            "in": "query",
            "schema": {
              "type": "string"
            },
            "example": "MP260908.1831.A12345"
          }
        ],
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "anyOf": [
                    {
                      "$ref": "#/components/schemas/Transactions"
                    },
                    {
                      "$ref": "#/components/schemas/TransactionPage"
                    }
                  ]
                },
                "example": [
                  {
                    "transactionId": "MP260908.1831.A12345",
                    "type": "MERCHANT_PAYMENT",
                    "status": "SUCCESS",
                    "reference": "order-2026-0001",
                    "amount": {
                      "unit": "XOF",
                      "value": 1000
                    },
                    "metadata": {
                      "basket": "b1"
                    }
                  }
                ]
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
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          }
        }
      }
    },
    "/api/eWallet/v1/transactions/{transactionId}/status": {
      "get": {
        "operationId": "getTransactionStatus",
        "tags": [
          "payments"
        ],
        "parameters": [
          {
            "name": "transactionId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "minLength": 1
            },
            "example": "MP260908.1831.A12345"
          }
        ],
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TransactionState"
                },
                "example": {
                  "status": "SUCCESS"
                }
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          }
        }
      }
    },
    "/api/notification/v1/merchantcallback": {
      "post": {
        "operationId": "registerCallback",
        "tags": [
          "callbacks"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CallbackRegistration"
              },
              "example": {
                "code": "123456",
                "name": "The shop",
                "callbackUrl": "https://shop.example/orange/sonatel",
                "apiKey": "a-long-random-text"
              }
            }
          }
        },
        "responses": {
          "200": {},
          "201": {},
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          }
        }
      },
      "get": {
        "operationId": "listCallbacks",
        "tags": [
          "callbacks"
        ],
        "parameters": [
          {
            "name": "code",
            "in": "query",
            "schema": {
              "type": "string"
            },
            "example": "123456"
          }
        ],
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/RegisteredCallback"
                  }
                },
                "example": [
                  {
                    "code": "123456",
                    "msisdn": "770000000",
                    "name": "The shop",
                    "callbackUrl": "https://shop.example/orange/sonatel",
                    "apiKey": "a-long-random-text",
                    "createdAt": "08-09-2026 18:30:42"
                  }
                ]
              }
            }
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          }
        }
      }
    }
  },
  "webhooks": {
    "transactionCallback": {
      "post": {
        "operationId": "transactionCallback",
        "tags": [
          "callbacks"
        ],
        "security": [],
        "x-effect-orange": {
          "callbackAuthentication": "X-Sonatel-Signature",
          "money": {
            "amount": "amount.value",
            "currency": "amount.unit"
          }
        },
        "parameters": [
          {
            "name": "X-Sonatel-Signature",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "example": "t=1788892242,v1=0f0e0d"
          },
          {
            "name": "X-Sonatel-Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string"
            },
            "example": "3f1c"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TransactionCallback"
              },
              "example": {
                "status": "SUCCESS",
                "transactionId": "MP260908.1831.A12345",
                "reference": "order-2026-0001",
                "amount": {
                  "unit": "XOF",
                  "value": 1000
                },
                "code": "123456",
                "metadata": {
                  "basket": "b1"
                },
                "timestamp": "2026-09-08T18:31:10Z"
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
      "sonatel": {
        "type": "oauth2",
        "flows": {
          "clientCredentials": {
            "tokenUrl": "https://api.orange-sonatel.com/oauth/v1/token",
            "scopes": {}
          }
        }
      }
    },
    "responses": {
      "BadRequest": {
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "about:blank",
              "title": "Bad Request",
              "status": "400",
              "code": "4004",
              "detail": "The code has expired."
            }
          }
        }
      },
      "Unauthorized": {
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "about:blank",
              "title": "Unauthorized",
              "status": "401",
              "code": "42",
              "detail": "The token has expired."
            }
          }
        }
      },
      "Forbidden": {
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "about:blank",
              "title": "Forbidden",
              "status": "403",
              "code": "50",
              "detail": "The application is not subscribed."
            }
          }
        }
      },
      "NotFound": {
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "about:blank",
              "title": "Not Found",
              "status": "404",
              "code": "60",
              "detail": "There is no such transaction."
            }
          }
        }
      },
      "UnsupportedMediaType": {
        "content": {
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "example": {
              "type": "about:blank",
              "title": "Unsupported Media Type",
              "status": "415",
              "code": "68",
              "detail": "Expected application/json."
            }
          }
        }
      }
    },
    "schemas": {
      "Problem": {
        "type": "object",
        "properties": {
          "type": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "instance": {
            "type": "string"
          },
          "status": {
            "type": "string"
          },
          "code": {
            "type": "string"
          },
          "detail": {
            "type": "string"
          }
        }
      },
      "Amount": {
        "type": "object",
        "required": [
          "unit",
          "value"
        ],
        "properties": {
          "unit": {
            "type": "string",
            "const": "XOF"
          },
          "value": {
            "type": "integer",
            "minimum": 1
          }
        }
      },
      "CollectedAmount": {
        "type": "object",
        "properties": {
          "unit": {
            "type": "string"
          },
          "value": {
            "type": "number"
          }
        }
      },
      "QrCodeRequest": {
        "type": "object",
        "required": [
          "code",
          "name",
          "amount"
        ],
        "properties": {
          "code": {
            "type": "string",
            "pattern": "^[0-9]{6}$"
          },
          "name": {
            "type": "string",
            "minLength": 1
          },
          "amount": {
            "$ref": "#/components/schemas/Amount"
          },
          "reference": {
            "type": "string"
          },
          "metadata": {
            "type": "object",
            "additionalProperties": true
          },
          "validity": {
            "type": "integer",
            "minimum": 1,
            "maximum": 86400
          },
          "callbackSuccessUrl": {
            "type": "string"
          },
          "callbackCancelUrl": {
            "type": "string"
          }
        }
      },
      "QrCode": {
        "type": "object",
        "required": [
          "qrId"
        ],
        "properties": {
          "deepLink": {
            "type": "string"
          },
          "deepLinks": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "qrCode": {
            "type": "string"
          },
          "validity": {
            "type": "integer"
          },
          "metadata": {
            "type": [
              "object",
              "null"
            ],
            "additionalProperties": true
          },
          "shortLink": {
            "type": "string"
          },
          "qrId": {
            "type": "string"
          },
          "validFor": {
            "type": "object",
            "properties": {
              "startDateTime": {
                "type": "string"
              },
              "endDateTime": {
                "type": "string"
              }
            }
          }
        }
      },
      "TransactionStatus": {
        "type": "string",
        "x-extensible-enum": [
          "ACCEPTED",
          "CANCELLED",
          "FAILED",
          "INITIATED",
          "PENDING",
          "PRE_INITIATED",
          "REJECTED",
          "SUCCESS"
        ]
      },
      "Transactions": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/Transaction"
        }
      },
      "TransactionPage": {
        "type": "object",
        "required": [
          "transactions"
        ],
        "properties": {
          "transactions": {
            "$ref": "#/components/schemas/Transactions"
          }
        }
      },
      "Transaction": {
        "type": "object",
        "required": [
          "status"
        ],
        "properties": {
          "transactionId": {
            "type": "string"
          },
          "type": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/TransactionStatus"
          },
          "reference": {
            "type": [
              "string",
              "null"
            ]
          },
          "amount": {
            "$ref": "#/components/schemas/CollectedAmount"
          },
          "code": {
            "type": "string"
          },
          "metadata": {
            "type": [
              "object",
              "null"
            ],
            "additionalProperties": true
          }
        }
      },
      "TransactionState": {
        "type": "object",
        "required": [
          "status"
        ],
        "properties": {
          "status": {
            "$ref": "#/components/schemas/TransactionStatus"
          }
        }
      },
      "CallbackRegistration": {
        "type": "object",
        "required": [
          "code",
          "name",
          "callbackUrl",
          "apiKey"
        ],
        "properties": {
          "code": {
            "type": "string",
            "pattern": "^[0-9]{6}$"
          },
          "name": {
            "type": "string",
            "minLength": 1
          },
          "callbackUrl": {
            "type": "string",
            "pattern": "^https?://"
          },
          "apiKey": {
            "type": "string",
            "format": "password",
            "minLength": 1
          }
        }
      },
      "RegisteredCallback": {
        "type": "object",
        "properties": {
          "code": {
            "type": "string"
          },
          "msisdn": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "callbackUrl": {
            "type": "string"
          },
          "apiKey": {
            "type": "string",
            "format": "password"
          },
          "createdAt": {
            "type": "string"
          }
        }
      },
      "TransactionCallback": {
        "type": "object",
        "required": [
          "status",
          "transactionId"
        ],
        "properties": {
          "status": {
            "$ref": "#/components/schemas/TransactionStatus"
          },
          "transactionId": {
            "type": "string"
          },
          "reference": {
            "type": [
              "string",
              "null"
            ]
          },
          "amount": {
            "$ref": "#/components/schemas/CollectedAmount"
          },
          "code": {
            "type": "string"
          },
          "metadata": {
            "type": [
              "object",
              "null"
            ],
            "additionalProperties": true
          },
          "timestamp": {
            "type": "string"
          }
        }
      }
    }
  }
}
