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
      "url": "https://api.orange.com/camara/{surface}/device-reachability-status/{version}",
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
      "name": "status"
    }
  ],
  "paths": {
    "/retrieve": {
      "post": {
        "operationId": "getReachabilityStatus",
        "tags": [
          "status"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "device-reachability-status:read"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": true,
          "personalData": [
            "device"
          ]
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DeviceQuery"
              },
              "example": {
                "device": {
                  "phoneNumber": "+990100000000"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "anyOf": [
                    {
                      "$ref": "#/components/schemas/Reachability"
                    },
                    {
                      "$ref": "#/components/schemas/FormerReachability"
                    }
                  ]
                },
                "example": {
                  "reachabilityStatus": "CONNECTED_DATA"
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
              "device-reachability-status:read": "`getReachabilityStatus`."
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
              "message": "The device is not known."
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
              "UNAUTHENTICATED",
              "AUTHENTICATION_REQUIRED",
              "PERMISSION_DENIED",
              "NOT_FOUND",
              "IDENTIFIER_NOT_FOUND",
              "IDENTIFIER_MISMATCH",
              "SERVICE_NOT_APPLICABLE",
              "MISSING_IDENTIFIER",
              "UNSUPPORTED_IDENTIFIER",
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
      "Device": {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": false,
        "properties": {
          "phoneNumber": {
            "$ref": "#/components/schemas/PhoneNumber"
          },
          "networkAccessIdentifier": {
            "type": "string",
            "example": "4b2e@lab.example"
          },
          "ipv4Address": {
            "$ref": "#/components/schemas/Ipv4Address"
          },
          "ipv6Address": {
            "type": "string",
            "example": "2001:db8::7"
          }
        }
      },
      "Ipv4Address": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Ipv4WithPrivateAddress"
          },
          {
            "$ref": "#/components/schemas/Ipv4WithPort"
          }
        ],
        "example": {
          "publicAddress": "192.0.2.7",
          "publicPort": 49152
        }
      },
      "Ipv4WithPrivateAddress": {
        "type": "object",
        "required": [
          "publicAddress",
          "privateAddress"
        ],
        "properties": {
          "publicAddress": {
            "type": "string",
            "example": "192.0.2.7"
          },
          "privateAddress": {
            "type": "string",
            "example": "10.0.0.7"
          },
          "publicPort": {
            "$ref": "#/components/schemas/Port"
          }
        }
      },
      "Ipv4WithPort": {
        "type": "object",
        "required": [
          "publicAddress",
          "publicPort"
        ],
        "properties": {
          "publicAddress": {
            "type": "string",
            "example": "192.0.2.7"
          },
          "privateAddress": {
            "type": "string",
            "example": "10.0.0.7"
          },
          "publicPort": {
            "$ref": "#/components/schemas/Port"
          }
        }
      },
      "Port": {
        "type": "integer",
        "minimum": 0,
        "maximum": 65535
      },
      "DeviceQuery": {
        "type": "object",
        "properties": {
          "device": {
            "$ref": "#/components/schemas/Device"
          }
        }
      },
      "Reachability": {
        "type": "object",
        "required": [
          "reachable"
        ],
        "properties": {
          "lastStatusTime": {
            "type": "string",
            "format": "date-time"
          },
          "reachable": {
            "type": "boolean"
          },
          "connectivity": {
            "type": "array",
            "items": {
              "type": "string",
              "x-extensible-enum": [
                "DATA",
                "SMS"
              ]
            }
          }
        }
      },
      "FormerReachability": {
        "type": "object",
        "required": [
          "reachabilityStatus"
        ],
        "properties": {
          "lastStatusTime": {
            "type": "string",
            "format": "date-time"
          },
          "reachabilityStatus": {
            "type": "string",
            "x-extensible-enum": [
              "CONNECTED_DATA",
              "CONNECTED_SMS",
              "NOT_CONNECTED"
            ]
          }
        }
      }
    }
  }
}
