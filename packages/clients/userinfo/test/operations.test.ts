/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange user information 1 (userinfo.yaml)
 * sha256: f794d6bd199aec10ccdd3448fd2100fed504e86c10970acfbc41e6544b3a01e0
 * Generator: @effect-orange/codegen 0.0.0
 */
import { Environment, UserAuth } from "@effect-orange/core"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { describe, expect, it } from "@effect/vitest"
import { Context, DateTime, Effect, Layer, Redacted } from "effect"
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

describe("UserinfoUser", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.UserinfoUser>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.UserinfoUser, call).pipe(
      Effect.provide(Client.layerUser),
      Effect.provide(UserAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("getSandboxUser", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"birthdate\":\"2001-12-31\",\"country\":\"France\",\"email\":\"john.doe@example.com\",\"family_name\":\"Doe\",\"formatted\":\"42 rue du Test 75042 Paris\",\"gender\":\"male\",\"given_name\":\"John\",\"locale\":\"fr_FR\",\"locality\":\"Paris\",\"name\":\"John Doe\",\"phone_number\":\"+33610090807\",\"postal_code\":\"75042\",\"street_address\":\"42 rue du Test\",\"sub\":\"OKLEYM-200-abc=\",\"subscriber_msisdn\":\"33610090807\",\"updated_at\":\"2020-05-19T15:23:28.886Z\"}")
      const value = yield* using(http, (client) => client.getSandboxUser())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/3legged\\/sandbox\\/fr\\/v1\\/userinfo\\/$"))
      expect(value).toEqual({
        birthdate: "2001-12-31",
        country: "France",
        email: "john.doe@example.com",
        family_name: "Doe",
        formatted: "42 rue du Test 75042 Paris",
        gender: "male",
        given_name: "John",
        locale: "fr_FR",
        locality: "Paris",
        name: "John Doe",
        phone_number: "+33610090807",
        postal_code: "75042",
        street_address: "42 rue du Test",
        sub: "OKLEYM-200-abc=",
        subscriber_msisdn: "33610090807",
        updated_at: DateTime.unsafeMake("2020-05-19T15:23:28.886Z")
      })
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getSandboxUser()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":51,\"description\":\"The token lacks a scope.\",\"message\":\"Forbidden requester\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getSandboxUser()))
      expect(error._tag).toBe("ApiForbidden")
    }))
})

describe("getFormFilling", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"birthdate\":\"2001-12-31\",\"email\":\"john.doe@example.com\",\"family_name\":\"Doe\",\"gender\":\"male\",\"given_name\":\"John\",\"locale\":\"fr_FR\",\"name\":\"John Doe\",\"phone_number\":\"+33(0)610090807\",\"sub\":\"OKLEYM-200-abc=\",\"updated_at\":1589901808}")
      const value = yield* using(http, (client) => client.getFormFilling())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/formfilling\\/fr\\/v1\\/userinfo$"))
      expect(value).toEqual({
        birthdate: "2001-12-31",
        email: "john.doe@example.com",
        family_name: "Doe",
        gender: "male",
        given_name: "John",
        locale: "fr_FR",
        name: "John Doe",
        phone_number: "+33(0)610090807",
        sub: "OKLEYM-200-abc=",
        updated_at: 1589901808
      })
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getFormFilling()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":51,\"description\":\"The token lacks a scope.\",\"message\":\"Forbidden requester\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getFormFilling()))
      expect(error._tag).toBe("ApiForbidden")
    }))
})

describe("getIdentity", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"sub\":\"OKLEYM-200-abc=\"}")
      const value = yield* using(http, (client) => client.getIdentity())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/openidconnect\\/fr\\/v1\\/userinfo$"))
      expect(value).toEqual({ sub: "OKLEYM-200-abc=" })
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getIdentity()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":51,\"description\":\"The token lacks a scope.\",\"message\":\"Forbidden requester\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getIdentity()))
      expect(error._tag).toBe("ApiForbidden")
    }))
})

describe("postIdentity", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"sub\":\"OKLEYM-200-abc=\"}")
      const value = yield* using(http, (client) => client.postIdentity())
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/openidconnect\\/fr\\/v1\\/userinfo$"))
      expect(value).toEqual({ sub: "OKLEYM-200-abc=" })
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.postIdentity()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":51,\"description\":\"The token lacks a scope.\",\"message\":\"Forbidden requester\"}")
      const error = yield* Effect.flip(using(http, (client) => client.postIdentity()))
      expect(error._tag).toBe("ApiForbidden")
    }))
})

describe("getUserDetails", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"address\":{\"country\":\"France\",\"formatted\":\"42 rue du Test 75042 Paris\",\"locality\":\"Paris\",\"postal_code\":\"75042\",\"street_address\":\"42 rue du Test\"},\"email\":\"john.doe@example.com\",\"family_name\":\"Doe\",\"given_name\":\"John\",\"name\":\"John Doe\",\"phone_number\":\"+33(0)610090807\",\"sub\":\"OKLEYM-200-abc=\"}")
      const value = yield* using(http, (client) => client.getUserDetails())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/userdetails\\/fr\\/v2\\/userinfo$"))
      expect(value).toEqual({
        address: {
          country: "France",
          formatted: "42 rue du Test 75042 Paris",
          locality: "Paris",
          postal_code: "75042",
          street_address: "42 rue du Test"
        },
        email: "john.doe@example.com",
        family_name: "Doe",
        given_name: "John",
        name: "John Doe",
        phone_number: "+33(0)610090807",
        sub: "OKLEYM-200-abc="
      })
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getUserDetails()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":51,\"description\":\"The token lacks a scope.\",\"message\":\"Forbidden requester\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getUserDetails()))
      expect(error._tag).toBe("ApiForbidden")
    }))
})
})
