/** The 2-legged grant against a real server, with credentials from the environment. No journal there: we count ourselves. */
import { ClientCredentials, Environment, RequestBudget } from "@effect-orange/core"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Narrator } from "./narrator.js"
import { clients, shops } from "./stage.js"

/** Within Orange's 25 calls a second. */
const calls = 10

export const real = (narrator: Narrator, baseUrl: string) =>
  Effect.gen(function*() {
    const environment = yield* Environment.rebase(Environment.production, baseUrl)
    let tokenRequests = 0
    const counting = Layer.effect(
      HttpClient.HttpClient,
      Effect.map(HttpClient.HttpClient, HttpClient.tapRequest(({ url }) =>
        Effect.sync(() => {
          if (url === environment.tokenUrl) tokenRequests++
        })))
    ).pipe(Layer.provide(FetchHttpClient.layer))
    const client = clients.pipe(
      Layer.provide(ClientCredentials.layerConfig({ environment })),
      Layer.provide([RequestBudget.layer(), counting])
    )
    narrator.act(`${calls} calls at once, cold, against ${new URL(environment.baseUrl).host}`, "One token for all; what needs the emulator's powers is skipped.")
    yield* Effect.all(Array.from({ length: calls }, () => shops), { concurrency: "unbounded", discard: true }).pipe(Effect.provide(client))
    narrator.claim(`${calls} calls answered, none failed`, true)
    narrator.claim("exactly one token request", tokenRequests === 1, `${tokenRequests}`)
  })
