import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { Effect, Layer, Redacted } from "effect"
import { createServer } from "node:http"
import { AppAuth, ClientCredentials, Credentials, Environment, RequestBudget } from "@effect-orange/core"
import { makeTurnedClock, quickRetry } from "./support.js"
let hang = false
const s = createServer((q, r) => { if (!hang) r.writeHead(200, {"content-type":"application/json"}).end(JSON.stringify({access_token:"a",token_type:"Bearer",expires_in:3600})) })
const mode = process.argv[2]!
s.listen(0, "127.0.0.1", async () => {
  const o = `http://127.0.0.1:${(s.address() as any).port}`
  const t0 = Date.now()
  const { clock, turn } = makeTurnedClock()
  const base = Layer.mergeAll(FetchHttpClient.layer, mode.includes("b") ? RequestBudget.layer() : Layer.empty)
  const p = Effect.gen(function*() {
    if (!mode.includes("c")) yield* Effect.flatMap(AppAuth.AppAuth, (a) => a.token)
    hang = true
    if (!mode.includes("c")) yield* turn(3601)
    yield* Effect.fork(Effect.flatMap(AppAuth.AppAuth, (a) => a.token))
    yield* Effect.sleep(300)
    console.log("leaving", Date.now() - t0)
  }).pipe(Effect.provide(ClientCredentials.layer({ ...(mode.includes("q") ? { retry: quickRetry } : {}), environment: Environment.make({ name: "x", baseUrl: o, tokenUrl: o + "/t" }), credentials: Credentials.basic({ clientId: "a", clientSecret: Redacted.make("b") }) }).pipe(Layer.provide(base))))
  await Effect.runPromise(mode.includes("t") || !mode.includes("c") ? Effect.withClock(p, clock) : p)
  console.log(mode, "closed", Date.now() - t0)
  s.closeAllConnections(); s.close()
})
