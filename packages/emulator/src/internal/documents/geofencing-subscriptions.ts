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
      "url": "https://api.orange.com/camara/{surface}/{api}/{version}",
      "variables": {
        "surface": {
          "default": "playground/api",
          "enum": [
            "playground/api",
            "orange-lab",
            "ofr"
          ]
        },
        "api": {
          "default": "geofencing",
          "enum": [
            "geofencing",
            "geofencing-subscriptions"
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
      "name": "subscriptions"
    }
  ],
  "paths": {
    "/subscriptions": {
      "post": {
        "operationId": "createSubscription",
        "tags": [
          "subscriptions"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "geofencing-subscriptions:org.camaraproject.geofencing-subscriptions.v0.area-entered:create"
            ]
          },
          {
            "subscriber": [
              "geofencing-subscriptions:org.camaraproject.geofencing-subscriptions.v0.area-left:create"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": false,
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
                "$ref": "#/components/schemas/SubscriptionRequest"
              },
              "example": {
                "protocol": "HTTP",
                "sink": "https://shop.example/orange/a-long-random-text",
                "sinkCredential": {
                  "credentialType": "ACCESSTOKEN",
                  "accessToken": "a-long-random-text",
                  "accessTokenExpiresUtc": "2026-02-28T10:30:00Z",
                  "accessTokenType": "bearer"
                },
                "types": [
                  "org.camaraproject.geofencing-subscriptions.v0.area-entered"
                ],
                "config": {
                  "subscriptionDetail": {
                    "device": {
                      "phoneNumber": "+990100000000"
                    },
                    "area": {
                      "areaType": "CIRCLE",
                      "center": {
                        "latitude": 48.8566,
                        "longitude": 2.3522
                      },
                      "radius": 2000
                    }
                  },
                  "subscriptionMaxEvents": 10
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
                  "$ref": "#/components/schemas/Subscription"
                },
                "example": {
                  "id": "3f8f7d1a-2e",
                  "protocol": "HTTP",
                  "sink": "https://shop.example/orange/a-long-random-text",
                  "types": [
                    "org.camaraproject.geofencing-subscriptions.v0.area-entered"
                  ],
                  "config": {
                    "subscriptionDetail": {
                      "device": {
                        "phoneNumber": "+990100000000"
                      },
                      "area": {
                        "areaType": "CIRCLE",
                        "center": {
                          "latitude": 48.8566,
                          "longitude": 2.3522
                        },
                        "radius": 2000
                      }
                    },
                    "subscriptionMaxEvents": 10
                  },
                  "startsAt": "2026-01-31T10:30:00Z",
                  "status": "ACTIVE"
                }
              }
            }
          },
          "202": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AcceptedSubscription"
                },
                "example": {
                  "id": "3f8f7d1a-2e"
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
      },
      "get": {
        "operationId": "listSubscriptions",
        "tags": [
          "subscriptions"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "geofencing-subscriptions:read"
            ]
          }
        ],
        "x-effect-orange": {
          "personalData": [
            "device",
            "area"
          ]
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/Subscription"
                  }
                },
                "example": [
                  {
                    "id": "3f8f7d1a-2e",
                    "protocol": "HTTP",
                    "sink": "https://shop.example/orange/a-long-random-text",
                    "types": [
                      "org.camaraproject.geofencing-subscriptions.v0.area-entered"
                    ],
                    "config": {
                      "subscriptionDetail": {
                        "device": {
                          "phoneNumber": "+990100000000"
                        },
                        "area": {
                          "areaType": "CIRCLE",
                          "center": {
                            "latitude": 48.8566,
                            "longitude": 2.3522
                          },
                          "radius": 2000
                        }
                      },
                      "subscriptionMaxEvents": 10
                    },
                    "startsAt": "2026-01-31T10:30:00Z",
                    "status": "ACTIVE"
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
          "429": {
            "$ref": "#/components/responses/TooManyRequests"
          }
        }
      }
    },
    "/subscriptions/{subscriptionId}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/SubscriptionId"
        }
      ],
      "get": {
        "operationId": "getSubscription",
        "tags": [
          "subscriptions"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "geofencing-subscriptions:read"
            ]
          }
        ],
        "x-effect-orange": {
          "personalData": [
            "device",
            "area"
          ]
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Subscription"
                },
                "example": {
                  "id": "3f8f7d1a-2e",
                  "protocol": "HTTP",
                  "sink": "https://shop.example/orange/a-long-random-text",
                  "types": [
                    "org.camaraproject.geofencing-subscriptions.v0.area-entered"
                  ],
                  "config": {
                    "subscriptionDetail": {
                      "device": {
                        "phoneNumber": "+990100000000"
                      },
                      "area": {
                        "areaType": "CIRCLE",
                        "center": {
                          "latitude": 48.8566,
                          "longitude": 2.3522
                        },
                        "radius": 2000
                      }
                    },
                    "subscriptionMaxEvents": 10
                  },
                  "startsAt": "2026-01-31T10:30:00Z",
                  "status": "ACTIVE"
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
        "operationId": "deleteSubscription",
        "tags": [
          "subscriptions"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "geofencing-subscriptions:delete"
            ]
          }
        ],
        "responses": {
          "202": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AcceptedSubscription"
                },
                "example": {
                  "id": "3f8f7d1a-2e"
                }
              }
            }
          },
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
    }
  },
  "webhooks": {
    "geofencing": {
      "post": {
        "operationId": "geofencing",
        "tags": [
          "subscriptions"
        ],
        "security": [],
        "x-effect-orange": {
          "callbackAuthentication": "the accessToken of sinkCredential, as Authorization Bearer",
          "personalData": [
            "device",
            "area"
          ]
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/cloudevents+json": {
              "schema": {
                "$ref": "#/components/schemas/Event"
              },
              "example": {
                "id": "5d1f-88",
                "source": "https://api.orange.com/camara/playground/api/geofencing/v0.3",
                "type": "org.camaraproject.geofencing-subscriptions.v0.area-entered",
                "specversion": "1.0",
                "datacontenttype": "application/json",
                "time": "2026-01-31T10:31:00Z",
                "data": {
                  "subscriptionId": "3f8f7d1a-2e",
                  "device": {
                    "phoneNumber": "+990100000000"
                  },
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
              "geofencing-subscriptions:org.camaraproject.geofencing-subscriptions.v0.area-entered:create": "`createSubscription` for arrivals.",
              "geofencing-subscriptions:org.camaraproject.geofencing-subscriptions.v0.area-left:create": "`createSubscription` for departures.",
              "geofencing-subscriptions:read": "`listSubscriptions` and `getSubscription`.",
              "geofencing-subscriptions:delete": "`deleteSubscription`."
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
      "SubscriptionId": {
        "name": "subscriptionId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "minLength": 1
        },
        "example": "3f8f7d1a-2e"
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
              "code": "INVALID_SINK",
              "message": "sink is not valid"
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
              "message": "There is no such subscription."
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
              "code": "GEOFENCING_SUBSCRIPTIONS.AREA_NOT_COVERED",
              "message": "The area is outside of the network."
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
              "INVALID_PROTOCOL",
              "INVALID_TOKEN",
              "INVALID_SINK",
              "UNAUTHENTICATED",
              "PERMISSION_DENIED",
              "SUBSCRIPTION_MISMATCH",
              "NOT_FOUND",
              "IDENTIFIER_NOT_FOUND",
              "SERVICE_NOT_APPLICABLE",
              "MISSING_IDENTIFIER",
              "UNSUPPORTED_IDENTIFIER",
              "UNNECESSARY_IDENTIFIER",
              "MULTIEVENT_SUBSCRIPTION_NOT_SUPPORTED",
              "GEOFENCING_SUBSCRIPTIONS.AREA_NOT_COVERED",
              "GEOFENCING_SUBSCRIPTIONS.INVALID_AREA",
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
      "SubscriptionType": {
        "type": "string",
        "enum": [
          "org.camaraproject.geofencing-subscriptions.v0.area-entered",
          "org.camaraproject.geofencing-subscriptions.v0.area-left"
        ]
      },
      "SubscriptionDetail": {
        "type": "object",
        "required": [
          "area"
        ],
        "properties": {
          "device": {
            "$ref": "#/components/schemas/Device"
          },
          "area": {
            "$ref": "#/components/schemas/Circle"
          }
        }
      },
      "SubscriptionRequest": {
        "type": "object",
        "required": [
          "sink",
          "protocol",
          "config",
          "types"
        ],
        "properties": {
          "protocol": {
            "$ref": "#/components/schemas/Protocol"
          },
          "protocolSettings": {
            "$ref": "#/components/schemas/HttpSettings"
          },
          "sink": {
            "type": "string",
            "pattern": "^https://.+$",
            "example": "https://shop.example/orange/a-long-random-text"
          },
          "sinkCredential": {
            "$ref": "#/components/schemas/SinkCredential"
          },
          "types": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
              "$ref": "#/components/schemas/SubscriptionType"
            }
          },
          "config": {
            "$ref": "#/components/schemas/RequestedConfig"
          }
        }
      },
      "Protocol": {
        "type": "string",
        "const": "HTTP"
      },
      "HttpSettings": {
        "type": "object",
        "properties": {
          "headers": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "method": {
            "type": "string",
            "const": "POST"
          }
        }
      },
      "RequestedConfig": {
        "type": "object",
        "required": [
          "subscriptionDetail"
        ],
        "properties": {
          "subscriptionDetail": {
            "$ref": "#/components/schemas/SubscriptionDetail"
          },
          "subscriptionExpireTime": {
            "$ref": "#/components/schemas/Time"
          },
          "subscriptionMaxEvents": {
            "type": "integer",
            "minimum": 1,
            "example": 10
          },
          "initialEvent": {
            "type": "boolean"
          }
        }
      },
      "Subscription": {
        "type": "object",
        "required": [
          "id",
          "sink",
          "protocol",
          "config",
          "types",
          "startsAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "protocol": {
            "type": "string",
            "x-extensible-enum": [
              "HTTP"
            ]
          },
          "protocolSettings": {
            "$ref": "#/components/schemas/HttpSettings"
          },
          "sink": {
            "type": "string"
          },
          "types": {
            "type": "array",
            "items": {
              "type": "string",
              "x-extensible-enum": [
                "org.camaraproject.geofencing-subscriptions.v0.area-entered",
                "org.camaraproject.geofencing-subscriptions.v0.area-left"
              ]
            }
          },
          "config": {
            "$ref": "#/components/schemas/Config"
          },
          "startsAt": {
            "type": "string",
            "format": "date-time"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          },
          "status": {
            "type": "string",
            "x-extensible-enum": [
              "ACTIVATION_REQUESTED",
              "ACTIVE",
              "EXPIRED",
              "INACTIVE",
              "DELETED"
            ]
          }
        }
      },
      "Config": {
        "type": "object",
        "required": [
          "subscriptionDetail"
        ],
        "properties": {
          "subscriptionDetail": {
            "$ref": "#/components/schemas/SubscriptionDetail"
          },
          "subscriptionExpireTime": {
            "type": "string",
            "format": "date-time"
          },
          "subscriptionMaxEvents": {
            "type": "integer",
            "minimum": 1,
            "example": 10
          },
          "initialEvent": {
            "type": "boolean"
          }
        }
      },
      "AcceptedSubscription": {
        "type": "object",
        "required": [
          "id"
        ],
        "properties": {
          "id": {
            "type": "string"
          }
        }
      },
      "Event": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/AreaEntered"
          },
          {
            "$ref": "#/components/schemas/AreaLeft"
          },
          {
            "$ref": "#/components/schemas/SubscriptionStarted"
          },
          {
            "$ref": "#/components/schemas/SubscriptionUpdated"
          },
          {
            "$ref": "#/components/schemas/SubscriptionEnded"
          },
          {
            "$ref": "#/components/schemas/SubscriptionEnds"
          }
        ],
        "discriminator": {
          "propertyName": "type",
          "mapping": {
            "org.camaraproject.geofencing-subscriptions.v0.area-entered": "#/components/schemas/AreaEntered",
            "org.camaraproject.geofencing-subscriptions.v0.area-left": "#/components/schemas/AreaLeft",
            "org.camaraproject.geofencing-subscriptions.v0.subscription-started": "#/components/schemas/SubscriptionStarted",
            "org.camaraproject.geofencing-subscriptions.v0.subscription-updated": "#/components/schemas/SubscriptionUpdated",
            "org.camaraproject.geofencing-subscriptions.v0.subscription-ended": "#/components/schemas/SubscriptionEnded",
            "org.camaraproject.geofencing-subscriptions.v0.subscription-ends": "#/components/schemas/SubscriptionEnds"
          }
        }
      },
      "AreaEntered": {
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
            "const": "org.camaraproject.geofencing-subscriptions.v0.area-entered"
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
            "$ref": "#/components/schemas/AreaEvent"
          }
        }
      },
      "AreaLeft": {
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
            "const": "org.camaraproject.geofencing-subscriptions.v0.area-left"
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
            "$ref": "#/components/schemas/AreaEvent"
          }
        }
      },
      "SubscriptionStarted": {
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
            "const": "org.camaraproject.geofencing-subscriptions.v0.subscription-started"
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
            "$ref": "#/components/schemas/StartOfSubscription"
          }
        }
      },
      "SubscriptionUpdated": {
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
            "const": "org.camaraproject.geofencing-subscriptions.v0.subscription-updated"
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
            "$ref": "#/components/schemas/UpdateOfSubscription"
          }
        }
      },
      "SubscriptionEnded": {
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
            "const": "org.camaraproject.geofencing-subscriptions.v0.subscription-ended"
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
            "$ref": "#/components/schemas/EndOfSubscription"
          }
        }
      },
      "SubscriptionEnds": {
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
            "const": "org.camaraproject.geofencing-subscriptions.v0.subscription-ends"
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
            "$ref": "#/components/schemas/EndOfSubscription"
          }
        }
      },
      "AreaEvent": {
        "type": "object",
        "required": [
          "subscriptionId",
          "area"
        ],
        "properties": {
          "subscriptionId": {
            "type": "string"
          },
          "device": {
            "$ref": "#/components/schemas/Device"
          },
          "area": {
            "$ref": "#/components/schemas/Circle"
          }
        }
      },
      "StartOfSubscription": {
        "type": "object",
        "required": [
          "subscriptionId",
          "area",
          "initiationReason"
        ],
        "properties": {
          "subscriptionId": {
            "type": "string"
          },
          "device": {
            "$ref": "#/components/schemas/Device"
          },
          "area": {
            "$ref": "#/components/schemas/Circle"
          },
          "initiationReason": {
            "type": "string",
            "x-extensible-enum": [
              "SUBSCRIPTION_CREATED"
            ]
          },
          "initiationDescription": {
            "type": "string"
          }
        }
      },
      "UpdateOfSubscription": {
        "type": "object",
        "required": [
          "subscriptionId",
          "area",
          "updateReason"
        ],
        "properties": {
          "subscriptionId": {
            "type": "string"
          },
          "device": {
            "$ref": "#/components/schemas/Device"
          },
          "area": {
            "$ref": "#/components/schemas/Circle"
          },
          "updateReason": {
            "type": "string",
            "x-extensible-enum": [
              "SUBSCRIPTION_ACTIVE",
              "SUBSCRIPTION_INACTIVE"
            ]
          },
          "updateDescription": {
            "type": "string"
          }
        }
      },
      "EndOfSubscription": {
        "type": "object",
        "required": [
          "subscriptionId",
          "area",
          "terminationReason"
        ],
        "properties": {
          "subscriptionId": {
            "type": "string"
          },
          "device": {
            "$ref": "#/components/schemas/Device"
          },
          "area": {
            "$ref": "#/components/schemas/Circle"
          },
          "terminationReason": {
            "type": "string",
            "x-extensible-enum": [
              "MAX_EVENTS_REACHED",
              "NETWORK_TERMINATED",
              "SUBSCRIPTION_UNPROCESSABLE",
              "SUBSCRIPTION_EXPIRED",
              "SUBSCRIPTION_DELETED",
              "ACCESS_TOKEN_EXPIRED"
            ]
          },
          "terminationDescription": {
            "type": "string"
          }
        }
      }
    }
  }
}
