/** One process of a fleet that calls without end, for the application and for each user, and tells what failed. */
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import * as Readline from "node:readline"
import { AppAuth, AuthorizationCode, ClientCredentials, Credentials, Environment, RequestBudget } from "@effect-orange/core"
import { outline, redirectUri } from "../sockets/support.js"
import { layerOf, type Place, Seal } from "./stores.js"

export interface MemberOptions {
  readonly environment: Environment.Options
  readonly credentials: { readonly clientId: string; readonly clientSecret: string }
  readonly place: Place
  /** Milliseconds. */
  readonly storeTimeout: number
  readonly pause: number
  readonly replicas: number
}

/** What a process tells, a line of JSON for each call. */
export type Told =
  | { readonly t: "called"; readonly who: "application" | "user" }
  | { readonly t: "failed"; readonly who: "application" | "user"; readonly error: string; readonly at: number }

const { environment, credentials, pause, place, replicas, storeTimeout } = JSON.parse(process.argv[2]!) as MemberOptions

const grant = {
  environment: Environment.make(environment),
  credentials: Credentials.basic({ ...credentials, clientSecret: Redacted.make(credentials.clientSecret) }),
  replicas
}

const Grants = Layer.merge(ClientCredentials.layerShared(grant), AuthorizationCode.layer({ ...grant, redirectUri, allowVolatile: true })).pipe(
  Layer.provide(RequestBudget.layerShared({ replicas })),
  Layer.provide([layerOf(place, { timeout: storeTimeout, migrates: false }), Seal, NodeHttpClient.layerUndici])
)

const telling = (told: Told) => Console.log(JSON.stringify(told))

const calling = <A, E>(who: Told["who"], call: Effect.Effect<A, E>) =>
  Effect.matchEffect(call, {
    onFailure: (error) => telling({ t: "failed", who, error: outline(error), at: Date.now() }),
    onSuccess: () => telling({ t: "called", who })
  }).pipe(Effect.delay(pause), Effect.forever)

/** The users, once they are told. */
const loggedIn = Effect.promise(() => new Promise<ReadonlyArray<string>>((resolve) =>
  Readline.createInterface({ input: process.stdin }).once("line", (line) => resolve(JSON.parse(line) as ReadonlyArray<string>))))

const program = Effect.gen(function*() {
  const app = yield* AppAuth.AppAuth
  const users = yield* AuthorizationCode.AuthorizationCode
  const tokenOf = (id: string) => Effect.flatMap(users.session(id), (source) => source.token)
  yield* app.token
  yield* Console.log("ready")
  yield* Effect.fork(calling("application", app.token))
  const ids = yield* loggedIn
  yield* Effect.forEach(ids, tokenOf)
  yield* Console.log("knows them")
  let calls = 0
  yield* calling("user", Effect.suspend(() => tokenOf(ids[calls++ % ids.length]!)))
})

await program.pipe(Effect.provide(Grants), Effect.provide(Logger.remove(Logger.defaultLogger)), Effect.runPromise)
