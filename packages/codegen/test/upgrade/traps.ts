/** A Swagger 2.0 document of what converters get wrong. */
import type { JsonObject } from "../../src/internal/json.js"

export const traps: JsonObject = {
  swagger: "2.0",
  info: { title: "Traps", version: "1" },
  host: "api.test",
  basePath: "/v1",
  schemes: ["https"],
  consumes: ["application/json"],
  produces: ["application/json"],
  parameters: {
    Shared: { name: "shared", in: "query", type: "array", items: { type: "string" }, collectionFormat: "multi" },
    Body: { name: "body", in: "body", required: true, schema: { $ref: "#/definitions/Pet" } },
    Field: { name: "field", in: "formData", type: "string", required: true }
  },
  responses: { Bad: { description: "bad", schema: { $ref: "#/definitions/Problem" } } },
  securityDefinitions: {
    basic: { type: "basic" },
    key: { type: "apiKey", in: "header", name: "X-Key" },
    code: { type: "oauth2", flow: "accessCode", authorizationUrl: "https://a", tokenUrl: "https://t", scopes: { read: "r" } },
    app: { type: "oauth2", flow: "application", tokenUrl: "https://t", scopes: {} }
  },
  security: [{ basic: [] }],
  paths: {
    "/upload": {
      post: {
        operationId: "upload",
        consumes: ["multipart/form-data"],
        parameters: [{ name: "file", in: "formData", type: "file", required: true }, { $ref: "#/parameters/Field" }],
        responses: { 200: { description: "ok", schema: { type: "string" } }, default: { $ref: "#/responses/Bad" } }
      }
    },
    "/form": {
      post: {
        operationId: "form",
        consumes: ["application/x-www-form-urlencoded"],
        parameters: [{ name: "a", in: "formData", type: "integer" }, { name: "b", in: "formData", type: "array", items: { type: "string" }, collectionFormat: "multi" }],
        responses: { 204: { description: "ok" } }
      }
    },
    "/pets/{id}": {
      parameters: [{ name: "id", in: "path", required: true, type: "string" }, { $ref: "#/parameters/Shared" }],
      put: { operationId: "put", parameters: [{ $ref: "#/parameters/Body" }], responses: { 200: { description: "ok", schema: { $ref: "#/definitions/Pet" }, headers: { "X-Rate": { type: "integer" } }, examples: { "application/json": { kind: "Cat" } } } } },
      get: {
        operationId: "download",
        produces: ["image/png"],
        parameters: [
          { name: "csv", in: "query", type: "array", items: { type: "string" } },
          { name: "ssv", in: "query", type: "array", items: { type: "string" }, collectionFormat: "ssv" },
          { name: "pipes", in: "query", type: "array", items: { type: "string" }, collectionFormat: "pipes" },
          { name: "head", in: "header", type: "array", items: { type: "integer" } }
        ],
        responses: { 200: { description: "ok", schema: { type: "file" } } }
      }
    }
  },
  definitions: {
    Pet: { type: "object", required: ["kind"], discriminator: "kind", properties: { kind: { type: "string" }, age: { type: "integer", "x-nullable": true } } },
    Cat: { allOf: [{ $ref: "#/definitions/Pet" }, { type: "object", properties: { lives: { type: "integer", readOnly: true, minimum: 0, exclusiveMinimum: true } } }] },
    Problem: { type: "object", properties: { code: { type: "string" } }, additionalProperties: false }
  }
}
