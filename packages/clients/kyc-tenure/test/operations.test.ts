/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC tenure 0.1 (kyc-tenure.yaml)
 * sha256: efb60e950bb830f1146763a39a223ab091493f63c0777aa499499b3c38a6d05d
 * Generator: @effect-orange/codegen 0.0.0
 */
import { AppAuth, Environment } from "@effect-orange/core"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { describe, expect, it } from "@effect/vitest"
import { Context, Effect, Layer, Redacted } from "effect"
import * as Client from "../src/index.js"

/** A transport that gives one answer to everything, and keeps what it was asked. */
const answering = (status: number, contentType: string | null, body: string) => {
  const requests: Array<{ readonly method: string; readonly pathname: string }> = []
  const http = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      requests.push({ method: request.method, pathname: url.pathname })
      const headers = contentType === null ? {} : { "content-type": contentType }
      return Effect.succeed(HttpClientResponse.fromWeb(request, new Response(contentType === null ? null : body, { status, headers })))
    })
  )
  return { http, requests }
}

describe("KycTenure", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.KycTenure>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.KycTenure, call).pipe(
      Effect.provide(Client.layer),
      Effect.provide(AppAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("checkTenure", () => {
  const request = { body: { phoneNumber: "+990100000000", tenureDate: "2024-01-31" } } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"contractType\":\"PAYM\",\"tenureDateCheck\":true}")
      const value = yield* using(http, (client) => client.checkTenure(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/check-tenure$"))
      expect(value).toEqual({ contractType: "PAYM", tenureDateCheck: true })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"INVALID_ARGUMENT\",\"message\":\"phoneNumber is not allowed\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.checkTenure(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.checkTenure(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"FORBIDDEN\",\"message\":\"+990123456789 does not exist for this application\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.checkTenure(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"IDENTIFIER_NOT_FOUND\",\"message\":\"The number is not known.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.checkTenure(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))

  it.effect("422 is ApiUnprocessableContent", () =>
    Effect.gen(function*() {
      const { http } = answering(422, "application/json", "{\"code\":\"MISSING_IDENTIFIER\",\"message\":\"There is no identifier in the request, and none in the token.\",\"status\":422}")
      const error = yield* Effect.flip(using(http, (client) => client.checkTenure(request)))
      expect(error._tag).toBe("ApiUnprocessableContent")
    }))
})
})

