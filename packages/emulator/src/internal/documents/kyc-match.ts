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
      "url": "https://api.orange.com/camara/{surface}/kyc-match/{version}",
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
      "name": "identity"
    }
  ],
  "paths": {
    "/match": {
      "post": {
        "operationId": "matchIdentity",
        "tags": [
          "identity"
        ],
        "security": [
          {
            "application": []
          },
          {
            "subscriber": [
              "kyc-match:match"
            ]
          }
        ],
        "x-effect-orange": {
          "idempotent": true,
          "personalData": [
            "phoneNumber",
            "idDocument",
            "name",
            "givenName",
            "familyName",
            "middleNames",
            "address",
            "birthdate",
            "email",
            "gender"
          ]
        },
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Details"
              },
              "example": {
                "phoneNumber": "+990100000000",
                "idDocument": "66666666q",
                "givenName": "Awa",
                "familyName": "Diallo",
                "postalCode": "75001",
                "locality": "Paris",
                "country": "FR",
                "birthdate": "1990-05-17",
                "email": "awa.diallo@shop.example",
                "gender": "FEMALE"
              }
            }
          }
        },
        "responses": {
          "200": {
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Matches"
                },
                "example": {
                  "idDocumentMatch": "true",
                  "givenNameMatch": "true",
                  "familyNameMatch": "false",
                  "familyNameMatchScore": 72,
                  "postalCodeMatch": "true",
                  "localityMatch": "true",
                  "countryMatch": "true",
                  "birthdateMatch": "true",
                  "emailMatch": "not_available",
                  "genderMatch": "true"
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
              "kyc-match:match": "`matchIdentity`."
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
              "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION",
              "UNAUTHENTICATED",
              "AUTHENTICATION_REQUIRED",
              "PERMISSION_DENIED",
              "INVALID_TOKEN_CONTEXT",
              "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED",
              "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH",
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
      "Details": {
        "type": "object",
        "properties": {
          "phoneNumber": {
            "$ref": "#/components/schemas/PhoneNumber"
          },
          "idDocument": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "givenName": {
            "type": "string"
          },
          "familyName": {
            "type": "string"
          },
          "nameKanaHankaku": {
            "type": "string"
          },
          "nameKanaZenkaku": {
            "type": "string"
          },
          "middleNames": {
            "type": "string"
          },
          "familyNameAtBirth": {
            "type": "string"
          },
          "address": {
            "type": "string"
          },
          "streetName": {
            "type": "string"
          },
          "streetNumber": {
            "type": "string"
          },
          "postalCode": {
            "type": "string"
          },
          "region": {
            "type": "string"
          },
          "locality": {
            "type": "string"
          },
          "country": {
            "type": "string"
          },
          "houseNumberExtension": {
            "type": "string"
          },
          "birthdate": {
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "example": "1990-05-17"
          },
          "email": {
            "type": "string"
          },
          "gender": {
            "type": "string",
            "enum": [
              "MALE",
              "FEMALE",
              "OTHER"
            ]
          }
        }
      },
      "Match": {
        "type": "string",
        "x-extensible-enum": [
          "true",
          "false",
          "not_available"
        ]
      },
      "Score": {
        "type": "integer",
        "minimum": 0,
        "maximum": 100
      },
      "Matches": {
        "type": "object",
        "properties": {
          "idDocumentMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "nameMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "nameMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "givenNameMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "givenNameMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "familyNameMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "familyNameMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "nameKanaHankakuMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "nameKanaHankakuMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "nameKanaZenkakuMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "nameKanaZenkakuMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "middleNamesMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "middleNamesMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "familyNameAtBirthMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "familyNameAtBirthMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "addressMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "addressMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "streetNameMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "streetNameMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "streetNumberMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "streetNumberMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "postalCodeMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "regionMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "regionMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "localityMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "localityMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "countryMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "houseNumberExtensionMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "birthdateMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "emailMatch": {
            "$ref": "#/components/schemas/Match"
          },
          "emailMatchScore": {
            "$ref": "#/components/schemas/Score"
          },
          "genderMatch": {
            "$ref": "#/components/schemas/Match"
          }
        }
      }
    }
  }
}
