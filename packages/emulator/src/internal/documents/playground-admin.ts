/** Generated from specs/ by `pnpm generate`: do not edit. */
import type { JsonObject } from "../specified/document.js"

export const document: JsonObject = {
  "openapi": "3.1.0",
  "info": {
    "version": "1.0",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "servers": [
    {
      "url": "https://api.orange.com/camara/playground/admin/v1.0"
    }
  ],
  "security": [
    {
      "orange": []
    }
  ],
  "tags": [
    {
      "name": "numbers"
    }
  ],
  "paths": {
    "/action": {
      "post": {
        "operationId": "act",
        "tags": [
          "numbers"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Action"
              },
              "example": {
                "action": "CREATE",
                "phoneNumber": "+990123456789",
                "data": {
                  "simSwap": {
                    "latestSimChange": "2026-01-31T10:30:00Z"
                  }
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
                      "$ref": "#/components/schemas/Numbers"
                    },
                    {
                      "$ref": "#/components/schemas/PlaygroundNumber"
                    }
                  ]
                },
                "example": {
                  "phoneNumbers": [
                    "+990123456789"
                  ]
                }
              }
            }
          },
          "201": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PlaygroundNumber"
                },
                "example": {
                  "phoneNumber": "+990123456789",
                  "data": {
                    "simSwap": {
                      "latestSimChange": "2026-01-31T10:30:00Z"
                    }
                  }
                }
              }
            }
          },
          "204": {},
          "400": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CamaraError"
                },
                "example": {
                  "status": 400,
                  "code": "BAD_REQUEST",
                  "message": "PhoneNumber Not Found"
                }
              }
            }
          },
          "401": {
            "content": {
              "application/json": {
                "schema": {
                  "anyOf": [
                    {
                      "$ref": "#/components/schemas/GatewayEnvelope"
                    },
                    {
                      "$ref": "#/components/schemas/CamaraError"
                    }
                  ]
                },
                "example": {
                  "code": 42,
                  "message": "Expired credentials",
                  "description": "The requested service needs credentials."
                }
              }
            }
          },
          "403": {
            "content": {
              "application/json": {
                "schema": {
                  "anyOf": [
                    {
                      "$ref": "#/components/schemas/GatewayEnvelope"
                    },
                    {
                      "$ref": "#/components/schemas/CamaraError"
                    }
                  ]
                },
                "example": {
                  "code": 50,
                  "message": "Access denied",
                  "description": "The application is not subscribed."
                }
              }
            }
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
            "type": "string"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "PhoneNumber": {
        "type": "string",
        "pattern": "^\\+[1-9][0-9]{4,14}$"
      },
      "Action": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/List"
          },
          {
            "$ref": "#/components/schemas/Create"
          },
          {
            "$ref": "#/components/schemas/Read"
          },
          {
            "$ref": "#/components/schemas/Update"
          },
          {
            "$ref": "#/components/schemas/Delete"
          }
        ],
        "discriminator": {
          "propertyName": "action",
          "mapping": {
            "LIST": "#/components/schemas/List",
            "CREATE": "#/components/schemas/Create",
            "READ": "#/components/schemas/Read",
            "UPDATE": "#/components/schemas/Update",
            "DELETE": "#/components/schemas/Delete"
          }
        }
      },
      "List": {
        "type": "object",
        "required": [
          "action"
        ],
        "properties": {
          "action": {
            "type": "string",
            "const": "LIST"
          }
        }
      },
      "Create": {
        "type": "object",
        "required": [
          "action",
          "phoneNumber",
          "data"
        ],
        "properties": {
          "action": {
            "type": "string",
            "const": "CREATE"
          },
          "phoneNumber": {
            "$ref": "#/components/schemas/PhoneNumber"
          },
          "data": {
            "$ref": "#/components/schemas/Profile"
          }
        }
      },
      "Read": {
        "type": "object",
        "required": [
          "action",
          "phoneNumber"
        ],
        "properties": {
          "action": {
            "type": "string",
            "const": "READ"
          },
          "phoneNumber": {
            "$ref": "#/components/schemas/PhoneNumber"
          }
        }
      },
      "Update": {
        "type": "object",
        "required": [
          "action",
          "phoneNumber",
          "data"
        ],
        "properties": {
          "action": {
            "type": "string",
            "const": "UPDATE"
          },
          "phoneNumber": {
            "$ref": "#/components/schemas/PhoneNumber"
          },
          "data": {
            "$ref": "#/components/schemas/Profile"
          }
        }
      },
      "Delete": {
        "type": "object",
        "required": [
          "action",
          "phoneNumber"
        ],
        "properties": {
          "action": {
            "type": "string",
            "const": "DELETE"
          },
          "phoneNumber": {
            "$ref": "#/components/schemas/PhoneNumber"
          }
        }
      },
      "Profile": {
        "type": "object",
        "additionalProperties": true,
        "properties": {
          "simSwap": {
            "type": "object",
            "additionalProperties": true,
            "properties": {
              "latestSimChange": {
                "type": "string"
              }
            }
          },
          "deviceSwap": {
            "type": "object",
            "additionalProperties": true
          },
          "kyc": {
            "type": "object",
            "additionalProperties": true
          },
          "location": {
            "type": "object",
            "additionalProperties": true
          },
          "reachability": {
            "type": "object",
            "additionalProperties": true
          },
          "roaming": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "Numbers": {
        "type": "object",
        "required": [
          "phoneNumbers"
        ],
        "properties": {
          "phoneNumbers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "PlaygroundNumber": {
        "type": "object",
        "additionalProperties": true,
        "properties": {
          "phoneNumber": {
            "type": "string"
          },
          "data": {
            "$ref": "#/components/schemas/Profile"
          }
        }
      }
    }
  }
}
