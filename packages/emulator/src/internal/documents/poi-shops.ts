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
      "url": "https://api.orange.com/poi/v1"
    }
  ],
  "security": [
    {
      "orange": []
    }
  ],
  "tags": [
    {
      "name": "shops"
    }
  ],
  "paths": {
    "/shops": {
      "get": {
        "operationId": "listShops",
        "tags": [
          "shops"
        ],
        "parameters": [
          {
            "name": "postalCode",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "pattern": "^[0-9]{5}$"
            },
            "example": "35000"
          }
        ],
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/Shop"
                  }
                },
                "example": [
                  {
                    "id": "35000-1",
                    "name": "Orange Rennes",
                    "address1": "1 rue du Test",
                    "postalCode": "35000",
                    "city": "Rennes",
                    "country": "France",
                    "fiber": true
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
              "code": 28,
              "message": "Invalid query-string parameter value",
              "description": "The postal code is not valid."
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
      "Shop": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "address1": {
            "type": "string"
          },
          "address2": {
            "type": "string"
          },
          "department": {
            "type": "string"
          },
          "postalCode": {
            "type": "string"
          },
          "city": {
            "type": "string"
          },
          "country": {
            "type": "string"
          },
          "phoneNumber": {
            "type": "string"
          },
          "localPersonalEP": {
            "type": "string"
          },
          "localBusinessEP": {
            "type": "string"
          },
          "distance": {
            "type": "string"
          },
          "livebox_assistance": {
            "type": "boolean"
          },
          "photo_espace": {
            "type": "boolean"
          },
          "pickup_service": {
            "type": "boolean"
          },
          "decoder_assistance": {
            "type": "boolean"
          },
          "fiber": {
            "type": "boolean"
          },
          "tvhd": {
            "type": "boolean"
          },
          "hplus": {
            "type": "boolean"
          },
          "type4g": {
            "type": "boolean"
          },
          "type3DTV": {
            "type": "boolean"
          },
          "type4x_payment": {
            "type": "boolean"
          }
        }
      }
    }
  }
}
