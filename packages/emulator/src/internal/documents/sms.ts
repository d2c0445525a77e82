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
      "url": "https://api.orange.com/smsmessaging/v1"
    }
  ],
  "security": [
    {
      "orange": []
    }
  ],
  "x-effect-orange": {
    "budget": {
      "requests": 5,
      "seconds": 1,
      "source": "Orange's page as two public repositories quote it"
    }
  },
  "tags": [
    {
      "name": "outbound"
    },
    {
      "name": "receipts"
    },
    {
      "name": "admin"
    }
  ],
  "paths": {
    "/outbound/{senderAddress}/requests": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SenderAddress"
        }
      ],
      "post": {
        "operationId": "sendSms",
        "tags": [
          "outbound"
        ],
        "x-effect-orange": {
          "idempotent": false,
          "personalData": [
            "address",
            "message"
          ]
        },
        "parameters": [
          {
            "name": "resource_type_parameter_management",
            "in": "query",
            "schema": {
              "type": "string"
            },
            "example": "SMS_OCB2"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SendSmsRequestBody"
              },
              "example": {
                "outboundSMSMessageRequest": {
                  "address": "tel:+2250700000000",
                  "senderAddress": "tel:+2250000",
                  "outboundSMSTextMessage": {
                    "message": "Hello"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SendSmsAnswer"
                },
                "example": {
                  "outboundSMSMessageRequest": {
                    "address": [
                      "tel:+2250700000000"
                    ],
                    "senderAddress": "tel:+2250000",
                    "outboundSMSTextMessage": {
                      "message": "Hello"
                    },
                    "resourceURL": "https://api.orange.com/smsmessaging/v1/outbound/tel:+2250000/requests/81e4296d-ed39-473a-ab3f-d290bfe5d3ef"
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
          }
        }
      }
    },
    "/outbound/{senderAddress}/subscriptions": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SenderAddress"
        }
      ],
      "post": {
        "operationId": "createReceiptSubscription",
        "tags": [
          "receipts"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReceiptSubscriptionRequestBody"
              },
              "example": {
                "deliveryReceiptSubscription": {
                  "callbackReference": {
                    "notifyURL": "https://shop.example/orange/receipts/a-long-random-text"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReceiptSubscriptionAnswer"
                },
                "example": {
                  "deliveryReceiptSubscription": {
                    "callbackReference": {
                      "notifyURL": "https://shop.example/orange/receipts/a-long-random-text"
                    },
                    "resourceURL": "https://api.orange.com/smsmessaging/v1/outbound/tel:+2250000/subscriptions/0f1e2d3c"
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
          }
        }
      }
    },
    "/outbound/subscriptions/{subscriptionId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SubscriptionId"
        }
      ],
      "get": {
        "operationId": "getReceiptSubscription",
        "tags": [
          "receipts"
        ],
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReceiptSubscriptionAnswer"
                },
                "example": {
                  "deliveryReceiptSubscription": {
                    "callbackReference": {
                      "notifyURL": "https://shop.example/orange/receipts/a-long-random-text"
                    },
                    "resourceURL": "https://api.orange.com/smsmessaging/v1/outbound/tel:+2250000/subscriptions/0f1e2d3c"
                  }
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
          }
        }
      }
    },
    "/outbound/{senderAddress}/subscriptions/{subscriptionId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SenderAddress"
        },
        {
          "$ref": "#/components/parameters/SubscriptionId"
        }
      ],
      "delete": {
        "operationId": "deleteReceiptSubscription",
        "tags": [
          "receipts"
        ],
        "responses": {
          "204": {},
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          }
        }
      }
    },
    "/contracts": {
      "servers": [
        {
          "url": "https://api.orange.com/sms/admin/v1"
        }
      ],
      "get": {
        "operationId": "listContracts",
        "tags": [
          "admin"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Country"
          }
        ],
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "anyOf": [
                    {
                      "$ref": "#/components/schemas/Contracts"
                    },
                    {
                      "$ref": "#/components/schemas/LegacyContracts"
                    }
                  ]
                },
                "example": [
                  {
                    "id": "6368bdba70585131d5454a5a",
                    "type": "SELFSERVICE",
                    "developerId": "5f1e",
                    "applicationId": "9c2b",
                    "country": "CIV",
                    "offerName": "SMS_OCB",
                    "availableUnits": 120,
                    "requestedUnits": 0,
                    "status": "ACTIVE",
                    "expirationDate": "2023-01-07T15:04:20.653Z",
                    "creationDate": "2022-12-08T15:04:20.653Z",
                    "lastUpdateDate": "2022-12-08T15:04:20.653Z"
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
          }
        }
      }
    },
    "/purchaseorders": {
      "servers": [
        {
          "url": "https://api.orange.com/sms/admin/v1"
        }
      ],
      "get": {
        "operationId": "listPurchaseOrders",
        "tags": [
          "admin"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Country"
          }
        ],
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "anyOf": [
                    {
                      "$ref": "#/components/schemas/PurchaseOrders"
                    },
                    {
                      "$ref": "#/components/schemas/LegacyPurchaseOrders"
                    }
                  ]
                },
                "example": [
                  {
                    "id": "6368bdba70585131d5454a5b",
                    "developerId": "5f1e",
                    "contractId": "6368bdba70585131d5454a5a",
                    "country": "CIV",
                    "offerName": "SMS_OCB",
                    "bundleId": "b1",
                    "bundleDescription": "20 SMS",
                    "price": 320,
                    "currency": "GNF",
                    "purchaseDate": "2022-12-08T15:04:20.653Z",
                    "paymentMode": "OTP_SMS_OCB",
                    "paymentProviderOrderId": null,
                    "payerId": "22507******",
                    "type": "BUNDLE_PURCHASE",
                    "oldAvailableUnits": 0,
                    "newAvailableUnits": 20,
                    "oldExpirationDate": "2022-12-08T15:04:20.653Z",
                    "newExpirationDate": "2023-01-07T15:04:20.653Z"
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
          }
        }
      }
    },
    "/statistics": {
      "servers": [
        {
          "url": "https://api.orange.com/sms/admin/v1"
        }
      ],
      "get": {
        "operationId": "getStatistics",
        "tags": [
          "admin"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/Country"
          },
          {
            "name": "appid",
            "in": "query",
            "schema": {
              "type": "string"
            },
            "example": "9c2b"
          }
        ],
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "anyOf": [
                    {
                      "$ref": "#/components/schemas/Statistics"
                    },
                    {
                      "$ref": "#/components/schemas/LegacyStatistics"
                    }
                  ]
                },
                "example": [
                  {
                    "country": "CIV",
                    "usage": 3
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
          }
        }
      }
    }
  },
  "webhooks": {
    "deliveryReceipt": {
      "post": {
        "operationId": "deliveryReceipt",
        "tags": [
          "receipts"
        ],
        "security": [],
        "x-effect-orange": {
          "callbackAuthentication": "none",
          "personalData": [
            "address"
          ]
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DeliveryReceipt"
              },
              "example": {
                "deliveryInfoNotification": {
                  "callbackData": "81e4296d-ed39-473a-ab3f-d290bfe5d3ef",
                  "deliveryInfo": {
                    "address": "tel:+2250700000000",
                    "deliveryStatus": "DeliveredToTerminal"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {}
        }
      }
    },
    "incomingMessage": {
      "post": {
        "operationId": "incomingMessage",
        "tags": [
          "receipts"
        ],
        "security": [],
        "x-effect-orange": {
          "callbackAuthentication": "none",
          "personalData": [
            "senderAddress",
            "message"
          ]
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/IncomingMessage"
              },
              "example": {
                "inboundSMSMessageNotification": {
                  "callbackData": "replies",
                  "inboundSMSMessage": {
                    "dateTime": "2026-01-31T10:30:00Z",
                    "destinationAddress": "2250000",
                    "messageId": "5d1f",
                    "message": "STOP",
                    "senderAddress": "tel:+2250700000000"
                  }
                }
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
    "parameters": {
      "SenderAddress": {
        "name": "senderAddress",
        "in": "path",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/TelAddress"
        },
        "example": "tel:+2250000"
      },
      "SubscriptionId": {
        "name": "subscriptionId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        },
        "example": "0f1e2d3c"
      },
      "Country": {
        "name": "country",
        "in": "query",
        "schema": {
          "type": "string",
          "pattern": "^[A-Z]{3}$"
        },
        "example": "CIV"
      }
    },
    "responses": {
      "BadRequest": {
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Refusal"
            },
            "example": {
              "code": 24,
              "message": "Invalid body field",
              "description": "The field address is not valid."
            }
          }
        }
      },
      "Unauthorized": {
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Refusal"
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
              "$ref": "#/components/schemas/Refusal"
            },
            "example": {
              "code": 50,
              "message": "Access denied",
              "description": "The application is not subscribed."
            }
          }
        }
      },
      "NotFound": {
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Refusal"
            },
            "example": {
              "code": 60,
              "message": "Resource not found",
              "description": "The requested resource does not exist."
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
      "OneApiFault": {
        "type": "object",
        "properties": {
          "messageId": {
            "type": "string"
          },
          "text": {
            "type": "string"
          },
          "variables": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "RequestError": {
        "type": "object",
        "required": [
          "requestError"
        ],
        "properties": {
          "requestError": {
            "type": "object",
            "properties": {
              "serviceException": {
                "$ref": "#/components/schemas/OneApiFault"
              },
              "policyException": {
                "$ref": "#/components/schemas/OneApiFault"
              }
            }
          }
        }
      },
      "Refusal": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/GatewayEnvelope"
          },
          {
            "$ref": "#/components/schemas/RequestError"
          }
        ]
      },
      "TelAddress": {
        "type": "string",
        "pattern": "^tel:\\+[0-9]{3,15}$",
        "example": "tel:+2250700000000"
      },
      "TextMessage": {
        "type": "object",
        "required": [
          "message"
        ],
        "properties": {
          "message": {
            "type": "string",
            "minLength": 1,
            "example": "Hello"
          }
        }
      },
      "SendSmsRequestBody": {
        "type": "object",
        "required": [
          "outboundSMSMessageRequest"
        ],
        "properties": {
          "outboundSMSMessageRequest": {
            "$ref": "#/components/schemas/OutboundSmsMessageRequest"
          }
        }
      },
      "OutboundSmsMessageRequest": {
        "type": "object",
        "required": [
          "address",
          "senderAddress",
          "outboundSMSTextMessage"
        ],
        "properties": {
          "address": {
            "$ref": "#/components/schemas/TelAddress"
          },
          "senderAddress": {
            "$ref": "#/components/schemas/TelAddress"
          },
          "senderName": {
            "type": "string",
            "maxLength": 11
          },
          "outboundSMSTextMessage": {
            "$ref": "#/components/schemas/TextMessage"
          },
          "clientCorrelator": {
            "type": "string"
          }
        }
      },
      "SendSmsAnswer": {
        "type": "object",
        "required": [
          "outboundSMSMessageRequest"
        ],
        "properties": {
          "outboundSMSMessageRequest": {
            "$ref": "#/components/schemas/OutboundSmsMessage"
          }
        }
      },
      "OutboundSmsMessage": {
        "type": "object",
        "required": [
          "address",
          "senderAddress",
          "outboundSMSTextMessage",
          "resourceURL"
        ],
        "properties": {
          "address": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "senderAddress": {
            "type": "string"
          },
          "senderName": {
            "type": "string"
          },
          "outboundSMSTextMessage": {
            "$ref": "#/components/schemas/TextMessage"
          },
          "resourceURL": {
            "type": "string"
          },
          "clientCorrelator": {
            "type": "string"
          }
        }
      },
      "ReceiptSubscriptionRequestBody": {
        "type": "object",
        "required": [
          "deliveryReceiptSubscription"
        ],
        "properties": {
          "deliveryReceiptSubscription": {
            "type": "object",
            "required": [
              "callbackReference"
            ],
            "properties": {
              "callbackReference": {
                "type": "object",
                "required": [
                  "notifyURL"
                ],
                "properties": {
                  "notifyURL": {
                    "type": "string",
                    "pattern": "^https?://"
                  }
                }
              }
            }
          }
        }
      },
      "ReceiptSubscriptionAnswer": {
        "type": "object",
        "required": [
          "deliveryReceiptSubscription"
        ],
        "properties": {
          "deliveryReceiptSubscription": {
            "type": "object",
            "properties": {
              "callbackReference": {
                "type": "object",
                "properties": {
                  "notifyURL": {
                    "type": "string"
                  }
                }
              },
              "resourceURL": {
                "type": "string"
              }
            }
          }
        }
      },
      "Contracts": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/Contract"
        }
      },
      "Contract": {
        "type": "object",
        "required": [
          "country",
          "availableUnits"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "x-extensible-enum": [
              "SELFSERVICE"
            ]
          },
          "developerId": {
            "type": "string"
          },
          "applicationId": {
            "type": "string"
          },
          "country": {
            "type": "string"
          },
          "offerName": {
            "type": "string"
          },
          "availableUnits": {
            "type": "integer"
          },
          "requestedUnits": {
            "type": "integer"
          },
          "status": {
            "type": "string",
            "x-extensible-enum": [
              "ACTIVE",
              "EXPIRED"
            ]
          },
          "expirationDate": {
            "type": "string"
          },
          "creationDate": {
            "type": "string"
          },
          "lastUpdateDate": {
            "type": "string"
          }
        }
      },
      "LegacyContracts": {
        "type": "object",
        "required": [
          "partnerContracts"
        ],
        "properties": {
          "partnerContracts": {
            "type": "object",
            "required": [
              "contracts"
            ],
            "properties": {
              "partnerId": {
                "type": "string"
              },
              "contracts": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/LegacyContract"
                }
              }
            }
          }
        }
      },
      "LegacyContract": {
        "type": "object",
        "required": [
          "serviceContracts"
        ],
        "properties": {
          "service": {
            "type": "string"
          },
          "contractDescription": {
            "type": "string"
          },
          "serviceContracts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LegacyServiceContract"
            }
          }
        }
      },
      "LegacyServiceContract": {
        "type": "object",
        "required": [
          "country",
          "availableUnits"
        ],
        "properties": {
          "country": {
            "type": "string"
          },
          "service": {
            "type": "string"
          },
          "contractId": {
            "type": "string"
          },
          "availableUnits": {
            "type": "integer"
          },
          "expires": {
            "type": "string"
          },
          "scDescription": {
            "type": "string"
          }
        }
      },
      "PurchaseOrders": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/PurchaseOrder"
        }
      },
      "LegacyPurchaseOrders": {
        "type": "object",
        "required": [
          "purchaseOrders"
        ],
        "properties": {
          "purchaseOrders": {
            "$ref": "#/components/schemas/PurchaseOrders"
          }
        }
      },
      "PurchaseOrder": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "developerId": {
            "type": "string"
          },
          "contractId": {
            "type": "string"
          },
          "country": {
            "type": "string"
          },
          "offerName": {
            "type": "string"
          },
          "bundleId": {
            "type": "string"
          },
          "bundleDescription": {
            "type": "string"
          },
          "price": {
            "type": "number"
          },
          "currency": {
            "type": "string"
          },
          "purchaseDate": {
            "type": "string"
          },
          "paymentMode": {
            "type": "string"
          },
          "paymentProviderOrderId": {
            "type": [
              "string",
              "null"
            ]
          },
          "payerId": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "x-extensible-enum": [
              "BUNDLE_PURCHASE"
            ]
          },
          "oldAvailableUnits": {
            "type": "integer"
          },
          "newAvailableUnits": {
            "type": "integer"
          },
          "oldExpirationDate": {
            "type": [
              "string",
              "null"
            ]
          },
          "newExpirationDate": {
            "type": [
              "string",
              "null"
            ]
          }
        }
      },
      "Statistics": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/Statistic"
        }
      },
      "Statistic": {
        "type": "object",
        "additionalProperties": true
      },
      "LegacyStatistics": {
        "type": "object",
        "required": [
          "partnerStatistics"
        ],
        "properties": {
          "partnerStatistics": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "DeliveryReceipt": {
        "type": "object",
        "required": [
          "deliveryInfoNotification"
        ],
        "properties": {
          "deliveryInfoNotification": {
            "type": "object",
            "required": [
              "callbackData",
              "deliveryInfo"
            ],
            "properties": {
              "callbackData": {
                "type": "string"
              },
              "deliveryInfo": {
                "$ref": "#/components/schemas/DeliveryInfo"
              }
            }
          }
        }
      },
      "DeliveryInfo": {
        "type": "object",
        "required": [
          "deliveryStatus"
        ],
        "properties": {
          "address": {
            "type": "string"
          },
          "deliveryStatus": {
            "type": "string",
            "x-extensible-enum": [
              "DeliveredToTerminal",
              "DeliveredToNetwork",
              "DeliveryImpossible",
              "DeliveryUncertain",
              "MessageWaiting"
            ]
          }
        }
      },
      "IncomingMessage": {
        "type": "object",
        "required": [
          "inboundSMSMessageNotification"
        ],
        "properties": {
          "inboundSMSMessageNotification": {
            "type": "object",
            "required": [
              "inboundSMSMessage"
            ],
            "properties": {
              "callbackData": {
                "type": "string"
              },
              "inboundSMSMessage": {
                "type": "object",
                "required": [
                  "message",
                  "senderAddress"
                ],
                "properties": {
                  "dateTime": {
                    "type": "string"
                  },
                  "destinationAddress": {
                    "type": "string"
                  },
                  "messageId": {
                    "type": "string"
                  },
                  "message": {
                    "type": "string"
                  },
                  "senderAddress": {
                    "type": "string"
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
