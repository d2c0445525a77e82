/** What reading a warm token costs inside a running fiber, above an effect that is there already. */
import { AppAuth, ClientCredentials, Credentials } from "@effect-orange/core"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { Benchmark } from "./benchmark.js"
import { compare } from "./pairs.js"
import { shown } from "./statistics.js"

export const endpoint = Layer.succeed(HttpClient.HttpClient, HttpClient.make((request) =>
  Effect.succeed(HttpClientResponse.fromWeb(
    request,
    new Response(JSON.stringify({ token_type: "Bearer", access_token: "of-the-bench", expires_in: 3600 }), {
      headers: { "content-type": "application/json" }
    })
  ))))

const auth = ClientCredentials.layer({
  credentials: Credentials.basic({ clientId: "bench", clientSecret: Redacted.make("of-the-bench") })
}).pipe(Layer.provide(endpoint))

/** The loop is the same for both, so that the difference is theirs alone. */
export const many = <A, E>(effect: Effect.Effect<A, E>) => (times: number): Effect.Effect<void, E> =>
  Effect.gen(function*() {
    for (let i = 0; i < times; i++) yield* effect
  })

export const token: Benchmark = {
  name: "token",
  run: Effect.gen(function*() {
    const source = yield* AppAuth.AppAuth
    const held = yield* source.token
    const { baseline, difference } = yield* compare({
      baseline: many(Effect.succeed(held)),
      candidate: many(source.token),
      times: 20_000,
      pairs: 100
    })
    return [
      { what: "warm token read, above Effect.succeed", measured: shown(difference, 0, " ns"), goal: "at most 500 ns" },
      { what: "Effect.succeed in the same loop", measured: shown(baseline, 0, " ns"), goal: "" }
    ]
  }).pipe(Effect.provide(auth))
}
