/**
 * What the types of a generated client say, read by the compiler alone: a program that uses it, with an error expected on
 * each line that must not compile. An expected error that does not come is an error.
 */
import * as Fs from "node:fs"
import * as Path from "node:path"
import { describe, expect, it } from "vitest"
import { compileFolder } from "../support/compile.js"
import { renderDocument, writeFiles } from "../support/generated.js"

const object = (properties: object, required: ReadonlyArray<string> = []) => ({ type: "object", properties, required })
const text = { type: "string" }
const integer = { type: "integer" }
const thing = { $ref: "#/components/schemas/Thing" }
const nothing = { "204": { description: "nothing" } }
const answer = (schema: object, type = "application/json") => ({ description: "an answer", content: { [type]: { schema } } })
const post = (operationId: string, content: object, more: object = {}) => ({ post: { operationId, requestBody: { required: true, content }, responses: nothing, ...more } })

const flow = (name: string) => ({ type: "oauth2", flows: { [name]: { tokenUrl: "https://example.com/t", authorizationUrl: "https://example.com/a", scopes: {} } } })

const document = {
  openapi: "3.1.0",
  info: { title: "Types", version: "1" },
  servers: [{ url: "https://example.com" }],
  security: [{ app: [] }],
  paths: {
    "/upload": post("upload", { "multipart/form-data": { schema: object({ file: { type: "string", format: "binary" } }, ["file"]), encoding: { file: { headers: { "X-Limit": { schema: integer } } } } } }),
    "/nowhere": { get: { operationId: "nowhere", parameters: [{ name: "x", in: "query", schema: false }], responses: { "200": { ...answer({ not: {} }), headers: { "X-Y": { schema: { not: {} } } } } } } },
    "/draw": post("draw", { "image/*": {} }),
    "/feed": post("feed", { "application/x-ndjson": { schema: thing } }),
    "/alike": post("alike", { "application/*+json": { schema: thing }, "application/json": { schema: thing }, "text/json": { schema: thing } }),
    "/choose": post("choose", { "application/json": { schema: thing }, "text/plain": { schema: text } }),
    "/account": { ...post("setAccount", { "application/json": { schema: { $ref: "#/components/schemas/Account" } } }), get: { operationId: "getAccount", responses: { "200": answer({ $ref: "#/components/schemas/Account" }) } } },
    "/complete": { get: { operationId: "complete", responses: { "200": { description: "both", content: { "application/json": { schema: thing }, "text/event-stream": { schema: thing } } } } } },
    "/find": { get: { operationId: "find", parameters: [{ name: "id", in: "query", required: true, schema: text }], responses: { "200": { ...answer(thing), headers: { "X-Left": { required: true, schema: integer } } }, "204": nothing["204"], "404": answer(object({ code: text }, ["code"])), "4XX": answer(integer) } } },
    "/list": { get: { operationId: "list", "x-effect-orange": { paging: { kind: "page", parameter: "page", items: "/things" } }, parameters: [{ name: "page", in: "query", schema: integer }], responses: { "200": answer(object({ things: { type: "array", items: thing } })) } } },
    "/me": { get: { operationId: "me", security: [{ user: [] }], responses: { "200": answer(thing) } } }
  },
  components: {
    securitySchemes: { app: flow("clientCredentials"), user: flow("authorizationCode") },
    schemas: {
      Thing: object({ id: text, colour: { type: "string", enum: ["red"], "x-extensible-enum": true } }, ["id"]),
      Account: object({ id: { ...text, readOnly: true }, password: { ...text, format: "password", writeOnly: true }, language: { ...text, default: "fr" } }, ["id", "password"])
    }
  }
}

const usage = `import { ApiClient, type ApiError, type AppAuth, type UserAuth } from "@effect-orange/core"
import type * as HttpClient from "@effect/platform/HttpClient"
import { Effect, Redacted, type Stream } from "effect"
import { Api, ApiUser, operations, type Schemas } from "./index.js"

const bytes = new Uint8Array()

export const bodies: Effect.Effect<unknown, never, Api> = Effect.flatMap(Api, (api) => {
  const all = [
    api.upload({ body: { file: bytes }, file_headers: { "X-Limit": 1 } }),
    api.upload({ body: { file: { data: bytes, filename: "a.png" } } }),
    // @ts-expect-error a file is no text
    api.upload({ body: { file: "x" } }),
    // @ts-expect-error a header of a part is of its type
    api.upload({ body: { file: bytes }, file_headers: { "X-Limit": "1" } }),
    // @ts-expect-error no other property has parts with headers
    api.upload({ body: { file: bytes }, other_headers: {} }),
    api.draw({ body: bytes, contentType: "image/webp" }),
    api.feed({ body: [{ id: "a" }, { id: "b" }] }),
    // @ts-expect-error lines are a list
    api.feed({ body: { id: "a" } }),
    api.alike({ body: { id: "a" } }),
    api.alike({ body: { id: "a" }, contentType: "text/json" }),
    api.alike({ body: { id: "a" }, contentType: "application/merge-patch+json" }),
    // @ts-expect-error the same body, of whatever type
    api.alike({ body: "a", contentType: "text/json" }),
    api.choose({ body: { id: "a" } }),
    api.choose({ body: "a", contentType: "text/plain" }),
    // @ts-expect-error a text is said to be one
    api.choose({ body: "a" }),
    api.setAccount({ body: { password: Redacted.make("pw") } }),
    // @ts-expect-error what the server alone writes
    api.setAccount({ body: { id: "a", password: Redacted.make("pw") } }),
    // @ts-expect-error a request is not optional where something in it is not
    api.find()
  ]
  return Effect.succeed(all)
})

export const account: Effect.Effect<{ readonly id: string; readonly language: string }, unknown, Api> = Effect.flatMap(Api, (api) => api.getAccount())

/** The client of the application. */
declare const api: Api["Type"]
export const whole: Effect.Effect<Schemas.Thing, ApiClient.Error | AppAuth.Error> = api.complete()
export const streamed: Stream.Stream<ApiClient.ServerSentEvent<Schemas.Thing>, ApiClient.Error | AppAuth.Error> = api.completeStream()
export const found: Effect.Effect<Schemas.Thing | void, ApiClient.Error | AppAuth.Error | ApiError.NotFound<{ readonly code: string }> | ApiError.ClientError<number>> = api.find({ id: "a" })
export const caught: Effect.Effect<Schemas.Thing | string | void, ApiClient.Error | AppAuth.Error | ApiError.ClientError<number>> = api.find({ id: "a" }).pipe(
  Effect.catchTag("ApiNotFound", (error) => Effect.succeed(error.body.code))
)
// @ts-expect-error no answer with 409 is declared
export const never: unknown = Effect.catchTag(api.find({ id: "a" }), "ApiConflict", () => Effect.void)
// @ts-expect-error what a user may do is not the application's
export const notMine: unknown = api.me()
export const colour: unknown = Effect.map(api.complete(), ({ colour }) => {
  const open: "red" | (string & {}) | undefined = colour
  // @ts-expect-error more may come than the document knows
  const closed: "red" | undefined = colour
  return [open, closed]
})

declare const user: ApiUser["Type"]
export const mine: Effect.Effect<Schemas.Thing, ApiClient.Error | UserAuth.Error, UserAuth.UserAuth> = user.me()
// @ts-expect-error nor the other way round
export const notTheirs: unknown = user.complete()

export const left: Effect.Effect<number, unknown, AppAuth.AppAuth | HttpClient.HttpClient> = Effect.map(
  ApiClient.runWithResponse(operations.find, { id: "a" }),
  ({ declared }) => "x-left" in declared ? declared["x-left"] : 0
)
export const items: Stream.Stream<Schemas.Thing, unknown, AppAuth.AppAuth | HttpClient.HttpClient> = ApiClient.paginate(operations.list)
`

describe("types of a client", () => {
  it("say what may be passed, what comes, and what may fail", async () => {
    const folder = writeFiles("conformance/types", renderDocument(document).files)
    Fs.writeFileSync(Path.join(folder, "usage.ts"), usage)
    expect(await compileFolder(folder)).toEqual([])
  }, 120_000)
})
