/** How many token requests a cold start under load costs, over real sockets. */
import { AppAuth, ClientCredentials, Credentials } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Benchmark } from "./benchmark.js"

const callers = 10_000

const auth = Layer.unwrapEffect(Effect.map(Emulator.Emulator, ({ credentials, environment }) =>
  ClientCredentials.layer({ environment, credentials: Credentials.basic(credentials) }))).pipe(Layer.provide(FetchHttpClient.layer))

const everyone = Effect.gen(function*() {
  const source = yield* AppAuth.AppAuth
  const started = performance.now()
  const successes = yield* Effect.all(
    Array.from({ length: callers }, () => Effect.isSuccess(source.token)),
    { concurrency: "unbounded" }
  )
  return { failures: successes.filter((ok) => !ok).length, milliseconds: performance.now() - started }
})

export const cold: Benchmark = {
  name: "cold",
  run: Effect.gen(function*() {
    const { failures, milliseconds } = yield* Effect.provide(everyone, auth)
    const emulator = yield* Emulator.Emulator
    const sent = (yield* emulator.requests).length
    const who = `${callers.toLocaleString("en")} cold callers at once`
    return [
      { what: `${who}: token requests`, measured: `${sent}`, goal: "1" },
      { what: `${who}: failures`, measured: `${failures}`, goal: "0" },
      { what: `${who}: until all have it`, measured: `${milliseconds.toFixed(0)} ms`, goal: "" }
    ]
  }).pipe(Effect.provide(Emulator.layerServer()))
}
