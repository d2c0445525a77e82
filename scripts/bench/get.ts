/** What the library costs on top of the HTTP client that it runs on, for one authorised GET on loopback. */
import { ClientCredentials, Credentials, Environment, OrangeHttpClient } from "@effect-orange/core"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { Benchmark, Row } from "./benchmark.js"
import { startChild } from "./child.js"
import { compare } from "./pairs.js"
import { shown } from "./statistics.js"

const path = "/poi/v1/shops?postalCode=35000"

/** Ours by default. */
const timeout = "30 seconds"

const credentials = Credentials.basic({ clientId: "bench", clientSecret: Redacted.make("of-the-bench") })

const many = <E, R>(call: Effect.Effect<unknown, E, R>) => (times: number): Effect.Effect<void, E, R> =>
  Effect.gen(function*() {
    for (let i = 0; i < times; i++) yield* call
  })

/** Both over the same client, and so over the same connections. */
const against = (baseUrl: string) =>
  Effect.gen(function*() {
    const environment = Environment.make({ name: "bench", baseUrl, tokenUrl: `${baseUrl}/oauth/v3/token` })
    const plain = yield* HttpClient.HttpClient
    const source = yield* ClientCredentials.make({ environment, credentials })
    const orange = yield* OrangeHttpClient.make(source)
    const request = HttpClientRequest.get(baseUrl + path).pipe(HttpClientRequest.acceptJson, HttpClientRequest.bearerToken("of-the-bench"))
    const byHand = plain.execute(request).pipe(Effect.flatMap((response) => response.json), Effect.timeout(timeout))
    const byOrange = Effect.flatMap(orange.get(path), (response) => response.json)
    return yield* compare({ baseline: many(byHand), candidate: many(byOrange), times: 150, pairs: 60 })
  })

const bench = (name: string, goal: number, client: Layer.Layer<HttpClient.HttpClient>): Effect.Effect<ReadonlyArray<Row>, unknown> =>
  Effect.gen(function*() {
    const { baseUrl } = yield* startChild("plainServer")
    const { baseline, difference, ratio } = yield* Effect.provide(against(baseUrl), client)
    return [
      { what: `authorised GET over ${name}, ratio to the plain client`, measured: shown(ratio, 3), goal: `at most ${goal.toFixed(2)}` },
      {
        what: `the same, as a difference (plain: ${(baseline.value / 1_000).toFixed(0)} µs)`,
        measured: shown({ value: difference.value / 1_000, low: difference.low / 1_000, high: difference.high / 1_000 }, 1, " µs"),
        goal: ""
      }
    ]
  }).pipe(Effect.scoped)

export const get: Benchmark = {
  name: "get",
  run: Effect.all([
    bench("fetch", 1.10, FetchHttpClient.layer),
    bench("undici", 1.15, NodeHttpClient.layerUndici)
  ]).pipe(Effect.map((rows) => rows.flat()))
}
