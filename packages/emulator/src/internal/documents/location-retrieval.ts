/** Generated from specs/ by `pnpm generate`: do not edit. */
import type { JsonObject } from "../specified/document.js"

export const document: JsonObject = {
  "openapi": "3.1.0",
  "info": {
    "version": "0.3",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "servers": [
    {
      "url": "https://api.orange.com/camara/{surface}/location-retrieval/{version}",
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
          "default": "v0.3"
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
      "name": "location"
    }
  ],
  "paths": {
    "/retrieve": {
      "post": {
        "operationId": "retrieveLocation",
        "tags": [
          "location"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "location-retrieval:read"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": true,
          "personalData": [
            "device",
            "area"
          ]
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/LocationQuery"
              },
              "example": {
                "device": {
                  "phoneNumber": "+990100000000"
                },
                "maxAge": 120
              }
            }
          }
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Location"
                },
                "example": {
                  "lastLocationTime": "2026-01-31T10:30:00Z",
                  "area": {
                    "areaType": "CIRCLE",
                    "center": {
                      "latitude": 48.8566,
                      "longitude": 2.3522
                    },
                    "radius": 2000
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
              "location-retrieval:read": "`retrieveLocation`."
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
              "PERMISSION_DENIED",
              "IDENTIFIER_NOT_FOUND",
              "SERVICE_NOT_APPLICABLE",
              "MISSING_IDENTIFIER",
              "UNSUPPORTED_IDENTIFIER",
              "UNNECESSARY_IDENTIFIER",
              "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_AGE",
              "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_SURFACE",
              "LOCATION_RETRIEVAL.UNABLE_TO_LOCATE",
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
      "Point": {
        "type": "object",
        "required": [
          "latitude",
          "longitude"
        ],
        "properties": {
          "latitude": {
            "type": "number",
            "minimum": -90,
            "maximum": 90,
            "example": 48.8566
          },
          "longitude": {
            "type": "number",
            "minimum": -180,
            "maximum": 180,
            "example": 2.3522
          }
        }
      },
      "Circle": {
        "type": "object",
        "required": [
          "areaType",
          "center",
          "radius"
        ],
        "properties": {
          "areaType": {
            "type": "string",
            "const": "CIRCLE"
          },
          "center": {
            "$ref": "#/components/schemas/Point"
          },
          "radius": {
            "type": "number",
            "minimum": 1,
            "example": 2000
          }
        }
      },
      "Polygon": {
        "type": "object",
        "required": [
          "areaType",
          "boundary"
        ],
        "properties": {
          "areaType": {
            "type": "string",
            "const": "POLYGON"
          },
          "boundary": {
            "type": "array",
            "minItems": 3,
            "maxItems": 15,
            "items": {
              "$ref": "#/components/schemas/Point"
            }
          }
        }
      },
      "Area": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/Circle"
          },
          {
            "$ref": "#/components/schemas/Polygon"
          }
        ],
        "discriminator": {
          "propertyName": "areaType",
          "mapping": {
            "CIRCLE": "#/components/schemas/Circle",
            "POLYGON": "#/components/schemas/Polygon"
          }
        }
      },
      "LocationQuery": {
        "type": "object",
        "properties": {
          "device": {
            "$ref": "#/components/schemas/Device"
          },
          "maxAge": {
            "type": "integer",
            "example": 120
          },
          "maxSurface": {
            "type": "integer",
            "minimum": 1,
            "example": 4000000
          }
        }
      },
      "Location": {
        "type": "object",
        "required": [
          "lastLocationTime",
          "area"
        ],
        "properties": {
          "lastLocationTime": {
            "type": "string",
            "format": "date-time"
          },
          "area": {
            "$ref": "#/components/schemas/Area"
          },
          "device": {
            "$ref": "#/components/schemas/Device"
          }
        }
      }
    }
  }
}
