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
      "url": "https://api.orange.com/camara/{surface}/number-verification/{version}",
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
      "subscriber": []
    }
  ],
  "tags": [
    {
      "name": "numbers"
    }
  ],
  "paths": {
    "/verify": {
      "post": {
        "operationId": "verifyNumber",
        "tags": [
          "numbers"
        ],
        "security": [
          {
            "subscriber": [
              "number-verification:verify"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": true,
          "personalData": [
            "phoneNumber",
            "hashedPhoneNumber"
          ]
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Claim"
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
                  "$ref": "#/components/schemas/Verdict"
                },
                "example": {
                  "devicePhoneNumberVerified": true
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
    "/device-phone-number": {
      "get": {
        "operationId": "getDevicePhoneNumber",
        "tags": [
          "numbers"
        ],
        "security": [
          {
            "subscriber": [
              "number-verification:device-phone-number:read"
            ]
          }
        ],
        "x-effect-orange": {
          "personalData": [
            "devicePhoneNumber"
          ]
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DevicePhoneNumber"
                },
                "example": {
                  "devicePhoneNumber": "+990100000000"
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
              "code": "NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK",
              "message": "The token was not got over the mobile network."
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
              "code": "SERVICE_NOT_APPLICABLE",
              "message": "It cannot be done for this line."
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
              "PERMISSION_DENIED",
              "NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK",
              "IDENTIFIER_NOT_FOUND",
              "SERVICE_NOT_APPLICABLE",
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
      "Claim": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/PlainClaim"
          },
          {
            "$ref": "#/components/schemas/HashedClaim"
          }
        ]
      },
      "PlainClaim": {
        "type": "object",
        "required": [
          "phoneNumber"
        ],
        "properties": {
          "phoneNumber": {
            "$ref": "#/components/schemas/PhoneNumber"
          }
        }
      },
      "HashedClaim": {
        "type": "object",
        "required": [
          "hashedPhoneNumber"
        ],
        "properties": {
          "hashedPhoneNumber": {
            "type": "string",
            "pattern": "^[a-fA-F0-9]{64}$",
            "example": "e36df7137642b0d9d5bd61e18fdf732d6a47adebb1d98ebc34b564b2020e34db"
          }
        }
      },
      "Verdict": {
        "type": "object",
        "required": [
          "devicePhoneNumberVerified"
        ],
        "properties": {
          "devicePhoneNumberVerified": {
            "type": "boolean"
          }
        }
      },
      "DevicePhoneNumber": {
        "type": "object",
        "required": [
          "devicePhoneNumber"
        ],
        "properties": {
          "devicePhoneNumber": {
            "$ref": "#/components/schemas/PhoneNumber"
          }
        }
      }
    }
  }
}
