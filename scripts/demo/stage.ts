/** What the acts share: an application of the emulator's, the one call that it makes, and what an act leaves behind. */
import * as PoiShops from "@effect-orange/client-poi-shops"
import * as Sms from "@effect-orange/client-sms"
import { ClientCredentials, Credentials } from "@effect-orange/core"
import { Emulator, type Journal } from "@effect-orange/emulator"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { Narrator } from "./narrator.js"

/** What was sent, and what a client would have sent that asks for a token before each call and again after each refusal. */
export interface Account {
  readonly entries: ReadonlyArray<Journal.JournalEntry>
  readonly naive: Partial<Record<Journal.Endpoint, number>>
}

/** Without accounts: a broken claim is told to the narrator, everything else that fails is a mistake of the demo's. */
export type Act = (narrator: Narrator) => Effect.Effect<Account, unknown, Emulator.Emulator>

/** The clients of an application: both take its one token. */
export const clients = Layer.merge(PoiShops.layer, Sms.layer)

/** An application at the running emulator: its clients and, below them, its one token. */
export const application = (secret?: Redacted.Redacted<string>) =>
  Layer.unwrapEffect(Effect.map(Emulator.Emulator, ({ credentials, environment }) => {
    const auth = ClientCredentials.layer({
      environment,
      credentials: Credentials.basic({ clientId: credentials.clientId, clientSecret: secret ?? credentials.clientSecret })
    })
    return clients.pipe(Layer.provideMerge(auth), Layer.provide(FetchHttpClient.layer))
  }))

/** The call that ends Orange's 2-legged guide: the shops of a town. */
export const shops = Effect.flatMap(PoiShops.PoiShops, (client) => client.listShops({ postalCode: "35000" }))

/** Runs them all at once and counts how many succeeded. */
export const atOnce = <A, E, R>(times: number, call: Effect.Effect<A, E, R>): Effect.Effect<number, never, R> =>
  Effect.all(Array.from({ length: times }, () => Effect.isSuccess(call)), { concurrency: "unbounded" }).pipe(
    Effect.map((successes) => successes.filter((ok) => ok).length)
  )

/** What the emulator received while `effect` ran. */
export const recorded = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function*() {
    const emulator = yield* Emulator.Emulator
    yield* emulator.clearRequests
    const result = yield* effect
    return { result, entries: yield* emulator.requests }
  })

/** How many requests went to an endpoint, of one status if given. */
export const count = (entries: ReadonlyArray<Journal.JournalEntry>, endpoint: Journal.Endpoint, status?: number): number =>
  entries.filter((entry) => entry.endpoint === endpoint && (status === undefined || entry.status === status)).length
