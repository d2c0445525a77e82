/** Generated from specs/ by `pnpm generate`: do not edit. */
import type { JsonObject } from "../specified/document.js"

export const document: JsonObject = {
  "openapi": "3.1.0",
  "info": {
    "version": "0.11",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "servers": [
    {
      "url": "https://api.orange.com/camara/{surface}/quality-on-demand/{version}",
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
          "default": "v0.11"
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
      "name": "sessions"
    }
  ],
  "paths": {
    "/sessions": {
      "post": {
        "operationId": "createSession",
        "tags": [
          "sessions"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "quality-on-demand:sessions:create"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": false,
          "personalData": [
            "device"
          ]
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SessionRequest"
              },
              "example": {
                "device": {
                  "phoneNumber": "+990100000000"
                },
                "applicationServer": {
                  "ipv4Address": "198.51.100.7"
                },
                "devicePorts": {
                  "ports": [
                    5060
                  ]
                },
                "applicationServerPorts": {
                  "ranges": [
                    {
                      "from": 8000,
                      "to": 8080
                    }
                  ]
                },
                "qosProfile": "QOS_L",
                "duration": 3600,
                "sink": "https://shop.example/orange/a-long-random-text",
                "sinkCredential": {
                  "credentialType": "ACCESSTOKEN",
                  "accessToken": "a-long-random-text",
                  "accessTokenExpiresUtc": "2026-02-28T10:30:00Z",
                  "accessTokenType": "bearer"
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
                  "$ref": "#/components/schemas/Session"
                },
                "example": {
                  "sessionId": "7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77",
                  "device": {
                    "phoneNumber": "+990100000000"
                  },
                  "applicationServer": {
                    "ipv4Address": "198.51.100.7"
                  },
                  "qosProfile": "QOS_L",
                  "duration": 3600,
                  "startedAt": "2026-01-31T10:30:00Z",
                  "expiresAt": "2026-01-31T11:30:00Z",
                  "qosStatus": "AVAILABLE"
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
          "409": {
            "$ref": "#/components/responses/Conflict"
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
    "/sessions/{sessionId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SessionId"
        }
      ],
      "get": {
        "operationId": "getSession",
        "tags": [
          "sessions"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "quality-on-demand:sessions:read"
            ]
          }
        ],
        "x-effect-orange": {
          "personalData": [
            "device"
          ]
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Session"
                },
                "example": {
                  "sessionId": "7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77",
                  "device": {
                    "phoneNumber": "+990100000000"
                  },
                  "applicationServer": {
                    "ipv4Address": "198.51.100.7"
                  },
                  "qosProfile": "QOS_L",
                  "duration": 3600,
                  "startedAt": "2026-01-31T10:30:00Z",
                  "expiresAt": "2026-01-31T11:30:00Z",
                  "qosStatus": "AVAILABLE"
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
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      },
      "delete": {
        "operationId": "deleteSession",
        "tags": [
          "sessions"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "quality-on-demand:sessions:delete"
            ]
          }
        ],
        "responses": {
          "204": {},
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
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/sessions/{sessionId}/extend": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SessionId"
        }
      ],
      "post": {
        "operationId": "extendSession",
        "tags": [
          "sessions"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "quality-on-demand:sessions:update"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": false
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Extension"
              },
              "example": {
                "requestedAdditionalDuration": 1800
              }
            }
          }
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Session"
                },
                "example": {
                  "sessionId": "7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77",
                  "device": {
                    "phoneNumber": "+990100000000"
                  },
                  "applicationServer": {
                    "ipv4Address": "198.51.100.7"
                  },
                  "qosProfile": "QOS_L",
                  "duration": 5400,
                  "startedAt": "2026-01-31T10:30:00Z",
                  "expiresAt": "2026-01-31T12:00:00Z",
                  "qosStatus": "AVAILABLE"
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
          "409": {
            "$ref": "#/components/responses/Conflict"
          },
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/retrieve-sessions": {
      "post": {
        "operationId": "retrieveSessions",
        "tags": [
          "sessions"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "quality-on-demand:sessions:retrieve-by-device"
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
                "$ref": "#/components/schemas/SessionsQuery"
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
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/Session"
                  }
                },
                "example": [
                  {
                    "sessionId": "7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77",
                    "device": {
                      "phoneNumber": "+990100000000"
                    },
                    "applicationServer": {
                      "ipv4Address": "198.51.100.7"
                    },
                    "qosProfile": "QOS_L",
                    "duration": 3600,
                    "startedAt": "2026-01-31T10:30:00Z",
                    "expiresAt": "2026-01-31T11:30:00Z",
                    "qosStatus": "AVAILABLE"
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
    "sessionStatus": {
      "post": {
        "operationId": "sessionStatus",
        "tags": [
          "sessions"
        ],
        "security": [],
        "x-effect-orange": {
          "callbackAuthentication": "the accessToken of sinkCredential, as Authorization Bearer"
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/cloudevents+json": {
              "schema": {
                "$ref": "#/components/schemas/SessionEvent"
              },
              "example": {
                "id": "5d1f-89",
                "source": "https://api.orange.com/camara/playground/api/quality-on-demand/v0.11",
                "type": "org.camaraproject.quality-on-demand.v0.qos-status-changed",
                "specversion": "1.0",
                "datacontenttype": "application/json",
                "time": "2026-01-31T11:30:00Z",
                "data": {
                  "sessionId": "7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77",
                  "qosStatus": "UNAVAILABLE",
                  "statusInfo": "DURATION_EXPIRED"
                }
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
              "quality-on-demand:sessions:create": "`createSession`.",
              "quality-on-demand:sessions:read": "`getSession`.",
              "quality-on-demand:sessions:update": "`extendSession`.",
              "quality-on-demand:sessions:delete": "`deleteSession`.",
              "quality-on-demand:sessions:retrieve-by-device": "`retrieveSessions`."
            }
          }
        }
      },
      "subscriber": {
        "type": "openIdConnect",
        "openIdConnectUrl": "https://api.orange.com/openidconnect/fr/v1/.well-known/openid-configuration"
      }
    },
    "parameters": {
      "SessionId": {
        "name": "sessionId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        },
        "example": "7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77"
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
              "code": "QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE",
              "message": "duration is too long"
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
              "message": "There is no such session."
            }
          }
        }
      },
      "Conflict": {
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Refusal"
            },
            "example": {
              "status": 409,
              "code": "CONFLICT",
              "message": "There is such a session."
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
              "QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE",
              "INVALID_CREDENTIAL",
              "INVALID_TOKEN",
              "INVALID_SINK",
              "UNAUTHENTICATED",
              "PERMISSION_DENIED",
              "NOT_FOUND",
              "IDENTIFIER_NOT_FOUND",
              "CONFLICT",
              "QUALITY_ON_DEMAND.SESSION_EXTENSION_NOT_ALLOWED",
              "SERVICE_NOT_APPLICABLE",
              "MISSING_IDENTIFIER",
              "UNSUPPORTED_IDENTIFIER",
              "UNNECESSARY_IDENTIFIER",
              "QUALITY_ON_DEMAND.QOS_PROFILE_NOT_APPLICABLE",
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
      "ApplicationServer": {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": false,
        "properties": {
          "ipv4Address": {
            "type": "string",
            "example": "198.51.100.7"
          },
          "ipv6Address": {
            "type": "string",
            "example": "2001:db8::8"
          }
        }
      },
      "Ports": {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": false,
        "properties": {
          "ranges": {
            "type": "array",
            "minItems": 1,
            "items": {
              "$ref": "#/components/schemas/PortRange"
            }
          },
          "ports": {
            "type": "array",
            "minItems": 1,
            "items": {
              "$ref": "#/components/schemas/Port"
            }
          }
        }
      },
      "PortRange": {
        "type": "object",
        "required": [
          "from",
          "to"
        ],
        "properties": {
          "from": {
            "$ref": "#/components/schemas/Port"
          },
          "to": {
            "$ref": "#/components/schemas/Port"
          }
        }
      },
      "Profile": {
        "type": "string",
        "minLength": 3,
        "maxLength": 256,
        "pattern": "^[a-zA-Z0-9_.-]+$",
        "example": "QOS_L"
      },
      "Seconds": {
        "type": "integer",
        "minimum": 1,
        "maximum": 2147483647,
        "example": 3600
      },
      "SessionRequest": {
        "type": "object",
        "required": [
          "applicationServer",
          "qosProfile",
          "duration"
        ],
        "properties": {
          "device": {
            "$ref": "#/components/schemas/Device"
          },
          "applicationServer": {
            "$ref": "#/components/schemas/ApplicationServer"
          },
          "devicePorts": {
            "$ref": "#/components/schemas/Ports"
          },
          "applicationServerPorts": {
            "$ref": "#/components/schemas/Ports"
          },
          "qosProfile": {
            "$ref": "#/components/schemas/Profile"
          },
          "duration": {
            "$ref": "#/components/schemas/Seconds"
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
      "Session": {
        "type": "object",
        "required": [
          "sessionId",
          "applicationServer",
          "qosProfile",
          "duration",
          "qosStatus"
        ],
        "properties": {
          "sessionId": {
            "type": "string"
          },
          "device": {
            "$ref": "#/components/schemas/Device"
          },
          "applicationServer": {
            "$ref": "#/components/schemas/ApplicationServer"
          },
          "devicePorts": {
            "$ref": "#/components/schemas/Ports"
          },
          "applicationServerPorts": {
            "$ref": "#/components/schemas/Ports"
          },
          "qosProfile": {
            "$ref": "#/components/schemas/Profile"
          },
          "duration": {
            "$ref": "#/components/schemas/Seconds"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          },
          "qosStatus": {
            "type": "string",
            "x-extensible-enum": [
              "REQUESTED",
              "AVAILABLE",
              "UNAVAILABLE"
            ]
          },
          "statusInfo": {
            "$ref": "#/components/schemas/StatusInfo"
          },
          "sink": {
            "type": "string"
          },
          "sinkCredential": {
            "$ref": "#/components/schemas/SinkCredential"
          }
        }
      },
      "StatusInfo": {
        "type": "string",
        "x-extensible-enum": [
          "DURATION_EXPIRED",
          "NETWORK_TERMINATED",
          "DELETE_REQUESTED"
        ]
      },
      "Extension": {
        "type": "object",
        "required": [
          "requestedAdditionalDuration"
        ],
        "properties": {
          "requestedAdditionalDuration": {
            "$ref": "#/components/schemas/Seconds"
          }
        }
      },
      "SessionsQuery": {
        "type": "object",
        "properties": {
          "device": {
            "$ref": "#/components/schemas/Device"
          }
        }
      },
      "SessionEvent": {
        "type": "object",
        "required": [
          "id",
          "source",
          "type",
          "specversion",
          "time",
          "data"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "x-extensible-enum": [
              "org.camaraproject.quality-on-demand.v0.qos-status-changed",
              "org.camaraproject.quality-on-demand.v1.qos-status-changed"
            ]
          },
          "specversion": {
            "type": "string",
            "x-extensible-enum": [
              "1.0"
            ]
          },
          "datacontenttype": {
            "type": "string",
            "x-extensible-enum": [
              "application/json"
            ]
          },
          "time": {
            "type": "string",
            "format": "date-time"
          },
          "data": {
            "$ref": "#/components/schemas/SessionChange"
          }
        }
      },
      "SessionChange": {
        "type": "object",
        "required": [
          "sessionId",
          "qosStatus"
        ],
        "properties": {
          "sessionId": {
            "type": "string"
          },
          "qosStatus": {
            "type": "string",
            "x-extensible-enum": [
              "AVAILABLE",
              "UNAVAILABLE"
            ]
          },
          "statusInfo": {
            "$ref": "#/components/schemas/StatusInfo"
          }
        }
      }
    }
  }
}
