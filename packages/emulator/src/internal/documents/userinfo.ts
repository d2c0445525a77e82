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
      "url": "https://api.orange.com"
    }
  ],
  "tags": [
    {
      "name": "userinfo"
    }
  ],
  "paths": {
    "/openidconnect/fr/v1/userinfo": {
      "get": {
        "operationId": "getIdentity",
        "tags": [
          "userinfo"
        ],
        "security": [
          {
            "orange": [
              "openid"
            ]
          }
        ],
        "responses": {
          "200": {
            "$ref": "#/components/responses/Identity"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          }
        }
      },
      "post": {
        "operationId": "postIdentity",
        "tags": [
          "userinfo"
        ],
        "security": [
          {
            "orange": [
              "openid"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": true
        },
        "responses": {
          "200": {
            "$ref": "#/components/responses/Identity"
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
    "/formfilling/fr/v1/userinfo": {
      "get": {
        "operationId": "getFormFilling",
        "tags": [
          "userinfo"
        ],
        "security": [
          {
            "orange": [
              "openid",
              "form_filling"
            ]
          }
        ],
        "x-effect-orange": {
          "personalData": [
            "name",
            "given_name",
            "family_name",
            "gender",
            "birthdate",
            "email",
            "phone_number"
          ]
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FormFilling"
                },
                "example": {
                  "sub": "OKLEYM-200-abc=",
                  "name": "John Doe",
                  "given_name": "John",
                  "family_name": "Doe",
                  "gender": "male",
                  "birthdate": "2001-12-31",
                  "email": "john.doe@example.com",
                  "phone_number": "+33(0)610090807",
                  "locale": "fr_FR",
                  "updated_at": 1589901808
                }
              }
            }
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
    "/userdetails/fr/v2/userinfo": {
      "get": {
        "operationId": "getUserDetails",
        "tags": [
          "userinfo"
        ],
        "security": [
          {
            "orange": [
              "openid"
            ]
          }
        ],
        "x-effect-orange": {
          "personalData": [
            "name",
            "given_name",
            "family_name",
            "gender",
            "birthdate",
            "email",
            "phone_number",
            "address"
          ]
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UserDetails"
                },
                "example": {
                  "sub": "OKLEYM-200-abc=",
                  "name": "John Doe",
                  "given_name": "John",
                  "family_name": "Doe",
                  "email": "john.doe@example.com",
                  "phone_number": "+33(0)610090807",
                  "address": {
                    "formatted": "42 rue du Test 75042 Paris",
                    "street_address": "42 rue du Test",
                    "locality": "Paris",
                    "postal_code": "75042",
                    "country": "France"
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
          }
        }
      }
    },
    "/3legged/sandbox/fr/v1/userinfo/": {
      "get": {
        "operationId": "getSandboxUser",
        "tags": [
          "userinfo"
        ],
        "security": [
          {
            "orange": [
              "profile_sandbox"
            ]
          }
        ],
        "x-effect-orange": {
          "personalData": [
            "name",
            "given_name",
            "family_name",
            "gender",
            "birthdate",
            "email",
            "phone_number",
            "subscriber_msisdn",
            "formatted",
            "street_address"
          ]
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SandboxUser"
                },
                "example": {
                  "sub": "OKLEYM-200-abc=",
                  "name": "John Doe",
                  "family_name": "Doe",
                  "given_name": "John",
                  "email": "john.doe@example.com",
                  "phone_number": "+33610090807",
                  "formatted": "42 rue du Test 75042 Paris",
                  "locality": "Paris",
                  "street_address": "42 rue du Test",
                  "postal_code": "75042",
                  "country": "France",
                  "updated_at": "2020-05-19T15:23:28.886Z",
                  "subscriber_msisdn": "33610090807",
                  "locale": "fr_FR",
                  "gender": "male",
                  "birthdate": "2001-12-31"
                }
              }
            }
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
          "authorizationCode": {
            "authorizationUrl": "https://api.orange.com/openidconnect/fr/v1/authorize",
            "tokenUrl": "https://api.orange.com/openidconnect/fr/v1/token",
            "scopes": {
              "openid": "Who the person is.",
              "profile": "Name, gender, birth date, language.",
              "address": "The postal address.",
              "phone": "The telephone number.",
              "email": "The e-mail address.",
              "profile_limited": "A part of the profile. Which is not known.",
              "form_filling": "What fills in a form.",
              "profile_sandbox": "The sandbox's made-up person."
            }
          }
        }
      }
    },
    "responses": {
      "Identity": {
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Identity"
            },
            "example": {
              "sub": "OKLEYM-200-abc="
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
              "code": 51,
              "message": "Forbidden requester",
              "description": "The token lacks a scope."
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
      "Identity": {
        "type": "object",
        "required": [
          "sub"
        ],
        "properties": {
          "sub": {
            "type": "string"
          }
        }
      },
      "FormFilling": {
        "type": "object",
        "required": [
          "sub"
        ],
        "properties": {
          "sub": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "given_name": {
            "type": "string"
          },
          "family_name": {
            "type": "string"
          },
          "gender": {
            "type": "string"
          },
          "birthdate": {
            "type": "string"
          },
          "email": {
            "type": "string"
          },
          "phone_number": {
            "type": "string"
          },
          "locale": {
            "type": "string"
          },
          "updated_at": {
            "type": "number"
          }
        }
      },
      "UserDetails": {
        "type": "object",
        "required": [
          "sub"
        ],
        "properties": {
          "sub": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "given_name": {
            "type": "string"
          },
          "family_name": {
            "type": "string"
          },
          "gender": {
            "type": "string"
          },
          "birthdate": {
            "type": "string"
          },
          "email": {
            "type": "string"
          },
          "phone_number": {
            "type": "string"
          },
          "address": {
            "$ref": "#/components/schemas/Address"
          },
          "locale": {
            "type": "string"
          },
          "updated_at": {
            "type": [
              "number",
              "string"
            ]
          }
        }
      },
      "Address": {
        "type": "object",
        "properties": {
          "formatted": {
            "type": "string"
          },
          "street_address": {
            "type": "string"
          },
          "locality": {
            "type": "string"
          },
          "postal_code": {
            "type": "string"
          },
          "country": {
            "type": "string"
          }
        }
      },
      "SandboxUser": {
        "type": "object",
        "required": [
          "sub"
        ],
        "properties": {
          "sub": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "family_name": {
            "type": "string"
          },
          "given_name": {
            "type": "string"
          },
          "email": {
            "type": "string"
          },
          "phone_number": {
            "type": "string"
          },
          "formatted": {
            "type": "string"
          },
          "locality": {
            "type": "string"
          },
          "street_address": {
            "type": "string"
          },
          "postal_code": {
            "type": "string"
          },
          "country": {
            "type": "string"
          },
          "updated_at": {
            "type": "string",
            "format": "date-time"
          },
          "subscriber_msisdn": {
            "type": "string"
          },
          "locale": {
            "type": "string"
          },
          "gender": {
            "type": "string"
          },
          "birthdate": {
            "type": "string"
          }
        }
      }
    }
  }
}
