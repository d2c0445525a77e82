/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange shops 1 (poi-shops.yaml)
 * sha256: e7811266bd095887a4e112c841eb469ba705e7515c5d0ae45cbf36157ae11b48
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

describe("PoiShops", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.PoiShops>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.PoiShops, call).pipe(
      Effect.provide(Client.layer),
      Effect.provide(AppAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("listShops", () => {
  const request = { postalCode: "35000" } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "[{\"address1\":\"1 rue du Test\",\"city\":\"Rennes\",\"country\":\"France\",\"fiber\":true,\"id\":\"35000-1\",\"name\":\"Orange Rennes\",\"postalCode\":\"35000\"}]")
      const value = yield* using(http, (client) => client.listShops(request))
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/shops$"))
      expect(value).toEqual([{
        address1: "1 rue du Test",
        city: "Rennes",
        country: "France",
        fiber: true,
        id: "35000-1",
        name: "Orange Rennes",
        postalCode: "35000"
      }])
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":28,\"description\":\"The postal code is not valid.\",\"message\":\"Invalid query-string parameter value\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listShops(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listShops(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":50,\"description\":\"The application is not subscribed.\",\"message\":\"Access denied\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listShops(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))
})
})
