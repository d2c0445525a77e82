/** Generated from specs/ by `pnpm generate`: do not edit. */
import type { JsonObject } from "../specified/document.js"

export const document: JsonObject = {
  "openapi": "3.1.0",
  "info": {
    "version": "0.2",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "servers": [
    {
      "url": "https://api.orange.com/camara/{surface}/population-density-data/{version}",
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
          "default": "v0.2"
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
      "name": "density"
    }
  ],
  "paths": {
    "/retrieve": {
      "post": {
        "operationId": "retrievePopulationDensity",
        "tags": [
          "density"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "population-density-data:read"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": true
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DensityQuery"
              },
              "example": {
                "area": {
                  "areaType": "POLYGON",
                  "boundary": [
                    {
                      "latitude": 48.8566,
                      "longitude": 2.3522
                    },
                    {
                      "latitude": 48.8601,
                      "longitude": 2.3376
                    },
                    {
                      "latitude": 48.8499,
                      "longitude": 2.3412
                    }
                  ]
                },
                "startTime": "2026-01-31T10:00:00Z",
                "endTime": "2026-01-31T11:00:00Z",
                "precision": 7
              }
            }
          }
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Density"
                },
                "example": {
                  "timedPopulationDensityData": [
                    {
                      "startTime": "2026-01-31T10:00:00Z",
                      "endTime": "2026-01-31T11:00:00Z",
                      "cellPopulationDensityData": [
                        {
                          "geohash": "u09tvw0",
                          "dataType": "DENSITY_ESTIMATION",
                          "maxPplDensity": 4100,
                          "minPplDensity": 3200,
                          "pplDensity": 3700
                        },
                        {
                          "geohash": "u09tvw1",
                          "dataType": "LOW_DENSITY"
                        }
                      ]
                    }
                  ],
                  "status": "SUPPORTED_AREA"
                }
              }
            }
          },
          "202": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AcceptedDensity"
                },
                "example": {
                  "operationId": "5f0c1a77-2b39-4d8e-9d11-6a0e7c3f2b10"
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
  "webhooks": {
    "density": {
      "post": {
        "operationId": "density",
        "tags": [
          "density"
        ],
        "security": [],
        "x-effect-orange": {
          "callbackAuthentication": "the accessToken of sinkCredential, as Authorization Bearer"
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NotifiedDensity"
              },
              "example": {
                "timedPopulationDensityData": [
                  {
                    "startTime": "2026-01-31T10:00:00Z",
                    "endTime": "2026-01-31T11:00:00Z",
                    "cellPopulationDensityData": [
                      {
                        "geohash": "u09tvw0",
                        "dataType": "DENSITY_ESTIMATION",
                        "maxPplDensity": 4100,
                        "minPplDensity": 3200,
                        "pplDensity": 3700
                      },
                      {
                        "geohash": "u09tvw1",
                        "dataType": "LOW_DENSITY"
                      }
                    ]
                  }
                ],
                "status": "SUPPORTED_AREA",
                "operationId": "5f0c1a77-2b39-4d8e-9d11-6a0e7c3f2b10"
              }
            }
          }
        },
        "responses": {
          "204": {}
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
              "population-density-data:read": "`retrievePopulationDensity`."
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
              "code": "POPULATION_DENSITY_DATA.INVALID_END_TIME",
              "message": "endTime is before startTime"
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
              "code": "PERMISSION_DENIED",
              "message": "The token does not suffice."
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
              "code": "NOT_FOUND",
              "message": "There is no such thing."
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
              "code": "POPULATION_DENSITY_DATA.UNSUPPORTED_PRECISION",
              "message": "The precision is not supported."
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
              "INVALID_CREDENTIAL",
              "INVALID_TOKEN",
              "INVALID_SINK",
              "POPULATION_DENSITY_DATA.INVALID_AREA",
              "POPULATION_DENSITY_DATA.MAX_STARTTIME_EXCEEDED",
              "POPULATION_DENSITY_DATA.MIN_STARTTIME_EXCEEDED",
              "POPULATION_DENSITY_DATA.INVALID_END_TIME",
              "POPULATION_DENSITY_DATA.MAX_TIME_PERIOD_EXCEEDED",
              "POPULATION_DENSITY_DATA.INVALID_TIME_PERIOD",
              "UNAUTHENTICATED",
              "PERMISSION_DENIED",
              "NOT_FOUND",
              "POPULATION_DENSITY_DATA.UNSUPPORTED_REQUEST",
              "POPULATION_DENSITY_DATA.UNSUPPORTED_PRECISION",
              "POPULATION_DENSITY_DATA.UNSUPPORTED_SYNC_RESPONSE",
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
      "Time": {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$",
        "example": "2026-01-31T10:30:00Z"
      },
      "SinkCredential": {
        "type": "object",
        "required": [
          "credentialType",
          "accessToken",
          "accessTokenExpiresUtc",
          "accessTokenType"
        ],
        "properties": {
          "credentialType": {
            "type": "string",
            "const": "ACCESSTOKEN"
          },
          "accessToken": {
            "type": "string",
            "format": "password"
          },
          "accessTokenExpiresUtc": {
            "$ref": "#/components/schemas/Time"
          },
          "accessTokenType": {
            "type": "string",
            "const": "bearer"
          }
        }
      },
      "DensityQuery": {
        "type": "object",
        "required": [
          "area",
          "startTime",
          "endTime"
        ],
        "properties": {
          "area": {
            "$ref": "#/components/schemas/Polygon"
          },
          "startTime": {
            "$ref": "#/components/schemas/Time"
          },
          "endTime": {
            "$ref": "#/components/schemas/Time"
          },
          "precision": {
            "type": "integer",
            "minimum": 1,
            "maximum": 12,
            "default": 7
          },
          "sink": {
            "type": "string",
            "pattern": "^https://.+$",
            "example": "https://shop.example/orange/a-long-random-text"
          },
          "sinkCredential": {
            "$ref": "#/components/schemas/SinkCredential"
          }
        }
      },
      "AcceptedDensity": {
        "type": "object",
        "required": [
          "operationId"
        ],
        "properties": {
          "operationId": {
            "type": "string"
          }
        }
      },
      "Density": {
        "type": "object",
        "required": [
          "timedPopulationDensityData",
          "status"
        ],
        "properties": {
          "timedPopulationDensityData": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DensityOfTime"
            }
          },
          "status": {
            "$ref": "#/components/schemas/DensityStatus"
          },
          "statusInfo": {
            "type": "string"
          }
        }
      },
      "NotifiedDensity": {
        "type": "object",
        "required": [
          "operationId",
          "timedPopulationDensityData",
          "status"
        ],
        "properties": {
          "operationId": {
            "type": "string"
          },
          "timedPopulationDensityData": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DensityOfTime"
            }
          },
          "status": {
            "$ref": "#/components/schemas/DensityStatus"
          },
          "statusInfo": {
            "type": "string"
          }
        }
      },
      "DensityStatus": {
        "type": "string",
        "x-extensible-enum": [
          "SUPPORTED_AREA",
          "PART_OF_AREA_NOT_SUPPORTED",
          "AREA_NOT_SUPPORTED",
          "OPERATION_NOT_COMPLETED"
        ]
      },
      "DensityOfTime": {
        "type": "object",
        "required": [
          "startTime",
          "endTime",
          "cellPopulationDensityData"
        ],
        "properties": {
          "startTime": {
            "type": "string",
            "format": "date-time"
          },
          "endTime": {
            "type": "string",
            "format": "date-time"
          },
          "cellPopulationDensityData": {
            "type": "array",
            "minItems": 1,
            "items": {
              "$ref": "#/components/schemas/DensityOfCell"
            }
          }
        }
      },
      "DensityOfCell": {
        "type": "object",
        "required": [
          "geohash",
          "dataType"
        ],
        "properties": {
          "geohash": {
            "type": "string"
          },
          "dataType": {
            "type": "string",
            "x-extensible-enum": [
              "NO_DATA",
              "LOW_DENSITY",
              "DENSITY_ESTIMATION"
            ]
          },
          "maxPplDensity": {
            "type": "integer"
          },
          "minPplDensity": {
            "type": "integer"
          },
          "pplDensity": {
            "type": "integer"
          }
        }
      }
    }
  }
}
