/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Number verification 1 (number-verification.yaml)
 * sha256: d961fa239caf0246a6c623304b55e7f085d85124191518f6c1ea8aa759858305
 * Generator: @effect-orange/codegen 0.0.0
 */
import { Environment, UserAuth } from "@effect-orange/core"
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

describe("NumberVerificationUser", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.NumberVerificationUser>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.NumberVerificationUser, call).pipe(
      Effect.provide(Client.layerUser),
      Effect.provide(UserAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("getDevicePhoneNumber", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"devicePhoneNumber\":\"+990100000000\"}")
      const value = yield* using(http, (client) => client.getDevicePhoneNumber())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/device-phone-number$"))
      expect(value).toEqual({ devicePhoneNumber: "+990100000000" })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"INVALID_ARGUMENT\",\"message\":\"phoneNumber is not allowed\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.getDevicePhoneNumber()))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.getDevicePhoneNumber()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK\",\"message\":\"The token was not got over the mobile network.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.getDevicePhoneNumber()))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"IDENTIFIER_NOT_FOUND\",\"message\":\"The number is not known.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.getDevicePhoneNumber()))
      expect(error._tag).toBe("ApiNotFound")
    }))

  it.effect("422 is ApiUnprocessableContent", () =>
    Effect.gen(function*() {
      const { http } = answering(422, "application/json", "{\"code\":\"SERVICE_NOT_APPLICABLE\",\"message\":\"It cannot be done for this line.\",\"status\":422}")
      const error = yield* Effect.flip(using(http, (client) => client.getDevicePhoneNumber()))
      expect(error._tag).toBe("ApiUnprocessableContent")
    }))
})

describe("verifyNumber", () => {
  const request = { body: { phoneNumber: "+990100000000" } } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"devicePhoneNumberVerified\":true}")
      const value = yield* using(http, (client) => client.verifyNumber(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/verify$"))
      expect(value).toEqual({ devicePhoneNumberVerified: true })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"INVALID_ARGUMENT\",\"message\":\"phoneNumber is not allowed\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.verifyNumber(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.verifyNumber(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK\",\"message\":\"The token was not got over the mobile network.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.verifyNumber(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"IDENTIFIER_NOT_FOUND\",\"message\":\"The number is not known.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.verifyNumber(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))

  it.effect("422 is ApiUnprocessableContent", () =>
    Effect.gen(function*() {
      const { http } = answering(422, "application/json", "{\"code\":\"SERVICE_NOT_APPLICABLE\",\"message\":\"It cannot be done for this line.\",\"status\":422}")
      const error = yield* Effect.flip(using(http, (client) => client.verifyNumber(request)))
      expect(error._tag).toBe("ApiUnprocessableContent")
    }))
})
})
