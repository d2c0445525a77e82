/** Looks at a store's health, and whether it keeps the contract, on scratch keys that are deleted afterwards. */
import type { TokenStoreError } from "@effect-orange/core/OAuthError"
import type * as TokenStore from "@effect-orange/core/TokenStore"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Console from "effect/Console"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { Reported } from "../reported.js"
import * as Findings from "./findings.js"
import type { Opened } from "./opened.js"
import { scratchPrefix } from "./records.js"
import { count } from "./words.js"

type Finding = Findings.Finding

export interface Check extends Opened {
  readonly shown: string
  readonly contract: boolean
}

const freshKey = Effect.sync(() => `${scratchPrefix}${crypto.randomUUID()}`)

/** Deletes what a check has written under its key, however it ended. */
const cleanUp = (store: TokenStore.Service, key: string) =>
  store.keys(key).pipe(
    Stream.mapEffect((one) => store.replace(one, Option.none(), Duration.seconds(1)), { concurrency: 8, unordered: true }),
    Stream.runDrain,
    Effect.ignore
  )

const onScratch = <A, E>(store: TokenStore.Service, use: (key: string) => Effect.Effect<A, E>): Effect.Effect<A, E> =>
  Effect.acquireUseRelease(freshKey, use, (key) => cleanUp(store, key))

const wrong = (what: string, answer: { readonly _tag: string }): ReadonlyArray<Finding> => [Findings.failed(`round trip: ${what} (${answer._tag})`)]

/** A fresh key's first version is the store's clock. */
const roundTrip = (store: TokenStore.Service) => (key: string): Effect.Effect<ReadonlyArray<Finding>, TokenStoreError> =>
  Effect.gen(function*() {
    const [read, absent] = yield* Effect.timed(store.read(key))
    if (Option.isSome(absent)) return wrong("a fresh key reads as something", absent)
    const [claim, claimed] = yield* Effect.timed(store.claim(key, { version: 0, holder: key, ttl: Duration.seconds(30), takeover: "Never" }))
    if (claimed._tag !== "Claimed") return wrong("a fresh key cannot be claimed", claimed)
    const before = yield* Clock.currentTimeMillis
    const [commit, committed] = yield* Effect.timed(store.commit(key, {
      version: 0,
      fence: claimed.fence,
      holder: key,
      sealed: Option.some(Redacted.make("check")),
      retain: Duration.minutes(1)
    }))
    const after = yield* Clock.currentTimeMillis
    if (committed._tag !== "Committed") return wrong("a claimed key cannot be committed", committed)
    return [Findings.ofTimes({ read, claim, commit }), Findings.ofClock({ before, store: committed.version, after })]
  })

const health = ({ evictions, shown, store }: Check): Effect.Effect<ReadonlyArray<Finding>> =>
  Effect.gen(function*() {
    const once = onScratch(store, roundTrip(store))
    // The first of all pays for what is made only once, such as connections and prepared statements.
    const trip = yield* Effect.catchAll(Effect.zipRight(once, once), ({ message }) => Effect.succeed([Findings.failed(`round trip: ${message}`)]))
    return [Findings.ok(`reachable: ${shown}`), ...trip, Findings.ofDurability(store.durability), ...Findings.ofEvictions(yield* evictions ?? Effect.succeed([]))]
  })

/** Also where the store throws, or is silent for ever. */
const verdictOf = (name: string, check: Effect.Effect<void, { readonly message: string }>): Effect.Effect<Finding> =>
  check.pipe(
    Effect.as(Findings.ok(name)),
    Effect.timeoutTo({ duration: "1 minute", onSuccess: (finding) => finding, onTimeout: () => Findings.failed(`${name}\nno answer within a minute`) }),
    Effect.catchAllCause((cause) =>
      Effect.succeed(Findings.failed(`${name}\n${Option.match(Cause.failureOption(cause), { onNone: () => "the store threw", onSome: ({ message }) => message })}`)))
  )

const report = (finding: Finding): Effect.Effect<Finding> => Effect.as(Console.log(Findings.lineOf(finding)), finding)

/** The laws of random histories need a few hundred operations for ten. */
const histories = 10

const contract = (store: TokenStore.Service): Effect.Effect<ReadonlyArray<Finding>> =>
  Effect.gen(function*() {
    // With it comes FastCheck, which is large.
    const { checks } = yield* Effect.promise(() => import("@effect-orange/core/TokenStore/Contract"))
    yield* Console.log(`the contract: ${count(checks.length, "check")}, some of which wait for seconds`)
    return yield* onScratch(store, (key) =>
      Effect.forEach(checks, ({ check, name }, i) =>
        Effect.flatMap(verdictOf(name, check(store, { key: `${key}:${i}`, pass: Effect.sleep, histories })), report), { concurrency: 8 }))
  })

/** Fails if anything did; a warning is none. */
export const runCheck = (options: Check): Effect.Effect<void, Reported> =>
  Effect.gen(function*() {
    const healthy = yield* Effect.tap(health(options), (findings) => Effect.forEach(findings, report, { discard: true }))
    const kept = options.contract ? yield* contract(options.store) : []
    const failures = [...healthy, ...kept].filter(({ verdict }) => verdict === "failed").length
    if (failures === 0) return
    yield* Console.error(`orange: ${count(failures, "check")} failed`)
    return yield* Effect.fail(new Reported())
  })
