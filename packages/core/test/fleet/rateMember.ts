/** One process of a fleet that asks for tokens without end: of each client as many at once as it is told. */
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Console from "effect/Console"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Logger from "effect/Logger"
import * as Random from "effect/Random"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import { ClientCredentials, Credentials, Environment, type Limits, RequestBudget } from "@effect-orange/core"
import { layerOf, type Place, Seal } from "./stores.js"

export interface MemberOptions {
  readonly environment: Environment.Options
  readonly place: Place
  /** The limit that each client keeps to. */
  readonly limits: Readonly<Record<string, Limits.Limit>>
  readonly inTheAir: number
  readonly replicas: number
}

const { environment, inTheAir, limits, place, replicas } = JSON.parse(process.argv[2]!) as MemberOptions

/** One token of scopes of its own, which no other request can stand for. Waits where the budget is spent. */
const oneToken = (clientId: string) =>
  Effect.suspend(() => ClientCredentials.makeShared({
    environment: Environment.make(environment),
    credentials: Credentials.basic({ clientId, clientSecret: Redacted.make("secret") }),
    scopes: [crypto.randomUUID()],
    retry: { schedule: Schedule.recurs(0), maxWait: "1 second", totalLimit: "1 second" },
    replicas
  })).pipe(
    Effect.flatMap((source) => source.token),
    Effect.scoped,
    // As one does who cannot wait: again at once, and together with all others when a place is free.
    Effect.catchTag("ThrottledError", ({ retryAfter }) =>
      Effect.flatMap(Random.nextIntBetween(0, 5), (spread) =>
        Effect.sleep(Duration.sum(retryAfter ?? Duration.zero, Duration.millis(spread)))))
  )

const asking = ([clientId, tokenRequests]: readonly [string, Limits.Limit]) =>
  Effect.all(Array.from({ length: inTheAir }, () => Effect.forever(oneToken(clientId))), { concurrency: "unbounded", discard: true }).pipe(
    Effect.provide(RequestBudget.layerShared({ tokenRequests, replicas }))
  )

/** All begin at once: what one wave spent comes back as one. */
const go = Effect.promise(() => new Promise<unknown>((resolve) => process.stdin.once("data", resolve)))

await Effect.all([Console.log("ready"), go, Effect.all(Object.entries(limits).map(asking), { concurrency: "unbounded", discard: true })]).pipe(
  Effect.provide([layerOf(place, { timeout: "5 seconds", migrates: true }), Seal, NodeHttpClient.layerUndici]),
  Effect.provide(Logger.remove(Logger.defaultLogger)),
  Effect.runPromise
)
