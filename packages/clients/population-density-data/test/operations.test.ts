/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Population density data 0.2 (population-density-data.yaml)
 * sha256: 64ab5e443244b83a7339675f7e56ad1b9fb65a9bcdae2a9587fbe092fc9554b3
 * Generator: @effect-orange/codegen 0.0.0
 */
import { AppAuth, Environment } from "@effect-orange/core"
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

describe("PopulationDensityData", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.PopulationDensityData>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.PopulationDensityData, call).pipe(
      Effect.provide(Client.layer),
      Effect.provide(AppAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("retrievePopulationDensity", () => {
  const request = {
    body: {
      area: {
        areaType: "POLYGON",
        boundary: [{ latitude: 48.8566, longitude: 2.3522 }, { latitude: 48.8601, longitude: 2.3376 }, { latitude: 48.8499, longitude: 2.3412 }]
      },
      endTime: "2026-01-31T11:00:00Z",
      precision: 7,
      startTime: "2026-01-31T10:00:00Z"
    }
  } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"status\":\"SUPPORTED_AREA\",\"statusInfo\":\"text\",\"timedPopulationDensityData\":[{\"cellPopulationDensityData\":[{\"dataType\":\"NO_DATA\",\"geohash\":\"text\",\"maxPplDensity\":1,\"minPplDensity\":1,\"pplDensity\":1}],\"endTime\":\"2026-01-31T09:30:00.000Z\",\"startTime\":\"2026-01-31T09:30:00.000Z\"}]}")
      const value = yield* using(http, (client) => client.retrievePopulationDensity(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/retrieve$"))
      expect(value).toEqual({
        status: "SUPPORTED_AREA",
        statusInfo: "text",
        timedPopulationDensityData: [{
          cellPopulationDensityData: [{
            dataType: "NO_DATA",
            geohash: "text",
            maxPplDensity: 1,
            minPplDensity: 1,
            pplDensity: 1
          }],
          endTime: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
          startTime: DateTime.unsafeMake("2026-01-31T09:30:00.000Z")
        }]
      })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"POPULATION_DENSITY_DATA.INVALID_END_TIME\",\"message\":\"endTime is before startTime\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.retrievePopulationDensity(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.retrievePopulationDensity(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"message\":\"The token does not suffice.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.retrievePopulationDensity(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"NOT_FOUND\",\"message\":\"There is no such thing.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.retrievePopulationDensity(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))

  it.effect("422 is ApiUnprocessableContent", () =>
    Effect.gen(function*() {
      const { http } = answering(422, "application/json", "{\"code\":\"POPULATION_DENSITY_DATA.UNSUPPORTED_PRECISION\",\"message\":\"The precision is not supported.\",\"status\":422}")
      const error = yield* Effect.flip(using(http, (client) => client.retrievePopulationDensity(request)))
      expect(error._tag).toBe("ApiUnprocessableContent")
    }))
})
})

