/** Seals idle records anew, and says which keys may be dropped. */
import * as KeyRotation from "@effect-orange/core/KeyRotation"
import * as TokenSeal from "@effect-orange/core/TokenSeal"
import * as TokenStore from "@effect-orange/core/TokenStore"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { Reported } from "../reported.js"
import { scratchPrefix } from "./records.js"
import { count, printable } from "./words.js"

type KeyIds = TokenSeal.Service["keyIds"]

const carried = ([kid, n]: readonly [string, number]): string =>
  kid === "" ? `no key's name is on ${count(n, "record")}` : `the key ${printable(kid)} has sealed ${count(n, "record")}`

const ofOldKey = (report: KeyRotation.Report) => (kid: string): string =>
  report.unused.includes(kid)
    ? `the key ${printable(kid)} is not used any more: you can drop it, once log-ins begun before the promotion are over (10 minutes by default)`
    : `the key ${printable(kid)} is still carried by ${count(report.byKey[kid] ?? 0, "record")}: keep it, and run this again`

const ofStrangers = (report: KeyRotation.Report, keyIds: KeyIds): ReadonlyArray<string> =>
  Object.keys(report.byKey)
    .filter((kid) => kid !== "" && !keyIds.includes(kid))
    .map((kid) => `the key ${printable(kid)} is not in ORANGE_STORE_KEYS: add it at the end, and run this again`)

/** Pure: the lines of a report. */
export const linesOf = (report: KeyRotation.Report, keyIds: KeyIds): ReadonlyArray<string> => [
  `${count(report.records, "record")}, ${report.resealed} sealed anew under ${printable(keyIds[0])}`,
  ...Object.entries(report.byKey).map(carried),
  ...keyIds.slice(1).map(ofOldKey(report))
]

export const problemsOf = (report: KeyRotation.Report, keyIds: KeyIds): ReadonlyArray<string> =>
  report.unopened === 0
    ? []
    : [`${count(report.unopened, "record")} could not be opened, and stay as they are`, ...ofStrangers(report, keyIds)]

/** The records of a check under way are no seals, and soon gone. */
const withoutScratch = (store: TokenStore.Service): TokenStore.Service => ({
  ...store,
  keys: (prefix) => Stream.filter(store.keys(prefix), (key) => !key.startsWith(scratchPrefix))
})

/** Those of the environment. */
export const keys = Effect.provide(Effect.context<TokenSeal.TokenSeal>(), TokenSeal.layerConfig())

export const runRotate = Effect.gen(function*() {
  const store = yield* TokenStore.TokenStore
  const { keyIds } = yield* TokenSeal.TokenSeal
  const report = yield* Effect.provideService(KeyRotation.run, TokenStore.TokenStore, withoutScratch(store))
  yield* Console.log(linesOf(report, keyIds).join("\n"))
  const problems = problemsOf(report, keyIds)
  yield* Effect.forEach(problems, (problem) => Console.error(`orange: ${problem}`), { discard: true })
  if (problems.length > 0) return yield* Effect.fail(new Reported())
})
