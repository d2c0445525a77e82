/** One process of a fleet: so many callers at once, none of whom has a token yet. Says how many different tokens they got. */
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { AppAuth, ClientCredentials, Credentials, Environment } from "@effect-orange/core"
import { layerOf, type Place, Seal } from "./stores.js"

const [environment = "", place = "", callers = ""] = process.argv.slice(2)

const Auth = ClientCredentials.layerShared({
  environment: Environment.make(JSON.parse(environment) as Environment.Options),
  credentials: Credentials.basic({ clientId: "emulator-client", clientSecret: Redacted.make("emulator-secret") }),
  replicas: 8
}).pipe(Layer.provide([layerOf(JSON.parse(place) as Place, { timeout: "10 seconds", migrates: true }), Seal, NodeHttpClient.layerUndici]))

await Effect.gen(function*() {
  const auth = yield* AppAuth.AppAuth
  const tokens = yield* Effect.all(Array.from({ length: Number(callers) }, () => auth.token), { concurrency: "unbounded" })
  yield* Console.log(`${tokens.length} callers, ${new Set(tokens.map(({ value }) => Redacted.value(value))).size} token`)
}).pipe(Effect.provide(Auth), Effect.runPromise)
process.exit(0)
