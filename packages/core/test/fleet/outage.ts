/** A store that goes away for half a minute under the load of eight processes, whose tokens live for a minute. */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { AuthorizationCode, Credentials } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import { redirectUri } from "../sockets/support.js"
import { proxyTo } from "../stores/proxy.js"
import type { MemberOptions, Told } from "./outageMember.js"
import { type Member, startAll, untilSaid } from "./programs.js"
import { layerOf, type Place, placeOf, Seal, type StoreAt } from "./stores.js"

export interface OutageOptions {
  readonly store: StoreAt
  /** `gone`: connections break, and new ones do. `silent`: they stand, and nothing is answered. */
  readonly how: "gone" | "silent"
  /** Milliseconds that a second takes here. */
  readonly second: number
}

const replicas = 8
/** Of a token, in seconds. */
const lifetime = 60
const users = Array.from({ length: 8 }, (_, i) => `user-${i}`)

const login = (id: string) =>
  Effect.gen(function*() {
    const grant = yield* AuthorizationCode.AuthorizationCode
    const emulator = yield* Emulator.Emulator
    const { transaction, url } = yield* grant.authorize({ scopes: ["openid", "offline_access"] })
    yield* grant.callback(yield* emulator.approve(url), { transaction, id })
  })

/** Past the relay, as nothing happens to the store of whoever logs users in. */
const LogIn = (place: Place) =>
  Layer.unwrapEffect(Effect.map(Emulator.Emulator, ({ credentials, environment }) =>
    AuthorizationCode.layer({ environment, credentials: Credentials.basic(credentials), redirectUri, allowVolatile: true }))).pipe(
      Layer.provide([layerOf(place, { timeout: "10 seconds", migrates: true }), Seal, FetchHttpClient.layer])
    )

const toldBy = (members: ReadonlyArray<Member>): ReadonlyArray<Told> =>
  members.flatMap(({ lines }) => lines).filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Told)

export interface Outcome {
  /** Calls that failed while the caller's access token lived: who called and when, and the error. */
  readonly failures: ReadonlyArray<string>
  readonly calls: { readonly application: number; readonly user: number }
  /** Token requests that reached the server, by grant. */
  readonly whileAway: { readonly application: number; readonly refresh: number }
  readonly inAll: { readonly application: number; readonly refresh: number }
}

const requests = Effect.map(Effect.flatMap(Emulator.Emulator, (emulator) => emulator.requests), (all) => {
  const of = (grantType: string) => all.filter((request) => request.grantType === grantType).length
  return { application: of("client_credentials"), refresh: of("refresh_token") }
})

export const outage = ({ how, second, store }: OutageOptions) => {
  const place = placeOf(store)
  return Effect.gen(function*() {
    const { credentials, environment } = yield* Emulator.Emulator
    const proxy = yield* proxyTo(store.url)
    const options: MemberOptions = {
      environment,
      credentials: { clientId: credentials.clientId, clientSecret: Redacted.value(credentials.clientSecret) },
      place: { ...place, url: proxy.url },
      storeTimeout: 1_000,
      pause: second / 4,
      replicas
    }
    const members = yield* startAll(replicas, new URL("outageMember.ts", import.meta.url), JSON.stringify(options))
    yield* untilSaid(members, "ready")
    const begun = Date.now()
    yield* Effect.sleep(30 * second)
    // The application's token ends while the store is away; those of the users live on.
    const usersEnd = Date.now() + lifetime * second
    yield* Effect.forEach(users, login, { concurrency: "unbounded", discard: true })
    for (const { child } of members) child.stdin!.write(`${JSON.stringify(users)}\n`)
    yield* untilSaid(members, "knows them")
    yield* Effect.sleep(5 * second)
    const before = yield* requests
    yield* how === "gone" ? proxy.refuse : proxy.freeze
    yield* Effect.sleep(30 * second)
    const after = yield* requests
    yield* how === "gone" ? proxy.accept : proxy.thaw
    yield* Effect.sleep(25 * second)
    const told = toldBy(members)
    const callsOf = (who: Told["who"]) => told.filter((one) => one.t === "called" && one.who === who).length
    return {
      // A slow machine may take the users' tokens past their end, where no call of theirs can succeed without the store.
      failures: told.flatMap((one) => one.t === "failed" && (one.who === "application" || one.at < usersEnd) ? [`${one.who} at ${((one.at - begun) / second).toFixed(1)} s: ${one.error}`] : []),
      calls: { application: callsOf("application"), user: callsOf("user") },
      whileAway: { application: after.application - before.application, refresh: after.refresh - before.refresh },
      inAll: yield* requests
    } satisfies Outcome
  }).pipe(
    Effect.scoped,
    Effect.provide(LogIn(place)),
    Effect.provide(Emulator.layerServer({ requestsPerMinute: 0, tokenLifetime: lifetime * second, rotateRefreshTokens: true }))
  )
}

/** What must not be. */
export const problemsOf = ({ failures, whileAway }: Outcome): ReadonlyArray<string> => [
  ...failures,
  ...(whileAway.application > replicas ? [`${whileAway.application} token requests while the store was away: one for each process would do`] : []),
  ...(whileAway.refresh > 0 ? [`${whileAway.refresh} refreshes without a claim`] : [])
]

/** What a run must have seen, or it proves nothing: a machine that has other work may be too slow for it. */
export const shortfallsOf = ({ calls, inAll, whileAway }: Outcome): ReadonlyArray<string> => [
  ...(calls.application < 500 || calls.user < 250 ? [`${calls.application} and ${calls.user} calls are too few`] : []),
  ...(whileAway.application === 0 ? ["no token of the application's ended while the store was away"] : []),
  ...(inAll.refresh === users.length ? [] : [`${inAll.refresh} refreshes of ${users.length} sessions: each once, for all processes`])
]
