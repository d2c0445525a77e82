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
      "url": "https://api.orange.com/camara/{surface}/device-swap/{version}",
      "variables": {
        "surface": {
          "default": "playground/api",
          "enum": [
            "playground/api",
            "orange-lab",
            "ofr"
          ]
        },
        "version": {
          "default": "v1"
        }
      }
    }
  ],
  "security": [
    {
      "application": []
    }
  ],
  "tags": [
    {
      "name": "swaps"
    }
  ],
  "paths": {
    "/check": {
      "post": {
        "operationId": "checkDeviceSwap",
        "tags": [
          "swaps"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "device-swap:check"
            ]
          },
          {
            "subscriber": [
              "device-swap"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": true,
          "personalData": [
            "phoneNumber"
          ]
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SwapCheck"
              },
              "example": {
                "phoneNumber": "+990100000000",
                "maxAge": 240
              }
            }
          }
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SwapVerdict"
                },
                "example": {
                  "swapped": false
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
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Unprocessable"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/retrieve-date": {
      "post": {
        "operationId": "retrieveDeviceSwapDate",
        "tags": [
          "swaps"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "device-swap:retrieve-date"
            ]
          },
          {
            "subscriber": [
              "device-swap"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": true,
          "personalData": [
            "phoneNumber",
            "latestDeviceChange"
          ]
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SwapQuery"
              },
              "example": {
                "phoneNumber": "+990100000000"
              }
            }
          }
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SwapDate"
                },
                "example": {
                  "latestDeviceChange": "2026-01-31T10:30:00Z"
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
            "$ref": "#/components/responses/NotFound"
          },
          "422": {
            "$ref": "#/components/responses/Unprocessable"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "application": {
        "type": "oauth2",
        "flows": {
          "clientCredentials": {
            "tokenUrl": "https://api.orange.com/openidconnect/playground/v1.0/token",
            "scopes": {
              "device-swap": "Both operations.",
              "device-swap:check": "`checkDeviceSwap`.",
              "device-swap:retrieve-date": "`retrieveDeviceSwapDate`."
            }
          }
        }
      },
      "subscriber": {
        "type": "openIdConnect",
        "openIdConnectUrl": "https://api.orange.com/openidconnect/fr/v1/.well-known/openid-configuration"
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
              "status": 400,
              "code": "INVALID_ARGUMENT",
              "message": "phoneNumber is not allowed"
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
              "status": 401,
              "code": "UNAUTHENTICATED",
              "message": "The token has expired."
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
              "status": 403,
              "code": "FORBIDDEN",
              "message": "+990123456789 does not exist for this application"
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
              "status": 404,
              "code": "IDENTIFIER_NOT_FOUND",
              "message": "The number is not known."
            }
          }
        }
      },
      "Unprocessable": {
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Refusal"
            },
            "example": {
              "status": 422,
              "code": "MISSING_IDENTIFIER",
              "message": "There is no identifier in the request, and none in the token."
            }
          }
        }
      },
      "TooManyRequests": {
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Refusal"
            },
            "example": {
              "status": 429,
              "code": "TOO_MANY_REQUESTS",
              "message": "Too many requests."
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
      "CamaraError": {
        "type": "object",
        "required": [
          "code"
        ],
        "properties": {
          "status": {
            "type": "integer"
          },
          "code": {
            "type": "string",
            "x-extensible-enum": [
              "INVALID_ARGUMENT",
              "OUT_OF_RANGE",
              "UNAUTHENTICATED",
              "PERMISSION_DENIED",
              "NOT_FOUND",
              "IDENTIFIER_NOT_FOUND",
              "SERVICE_NOT_APPLICABLE",
              "MISSING_IDENTIFIER",
              "UNNECESSARY_IDENTIFIER",
              "QUOTA_EXCEEDED",
              "TOO_MANY_REQUESTS",
              "FORBIDDEN",
              "BAD_REQUEST"
            ]
          },
          "message": {
            "type": "string"
          }
        }
      },
      "Refusal": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/CamaraError"
          },
          {
            "$ref": "#/components/schemas/GatewayEnvelope"
          }
        ]
      },
      "PhoneNumber": {
        "type": "string",
        "pattern": "^\\+[1-9][0-9]{4,14}$",
        "example": "+990100000000"
      },
      "SwapCheck": {
        "type": "object",
        "properties": {
          "phoneNumber": {
            "$ref": "#/components/schemas/PhoneNumber"
          },
          "maxAge": {
            "type": "integer",
            "minimum": 1,
            "maximum": 2400,
            "default": 240
          }
        }
      },
      "SwapVerdict": {
        "type": "object",
        "required": [
          "swapped"
        ],
        "properties": {
          "swapped": {
            "type": "boolean"
          }
        }
      },
      "SwapQuery": {
        "type": "object",
        "properties": {
          "phoneNumber": {
            "$ref": "#/components/schemas/PhoneNumber"
          }
        }
      },
      "SwapDate": {
        "type": "object",
        "required": [
          "latestDeviceChange"
        ],
        "properties": {
          "latestDeviceChange": {
            "type": [
              "string",
              "null"
            ],
            "format": "date-time"
          },
          "monitoredPeriod": {
            "type": "integer"
          }
        }
      }
    }
  }
}
