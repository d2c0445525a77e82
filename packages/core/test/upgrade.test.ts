/** A fleet is renewed process by process: records of two versions stand side by side, and no session is lost. */
import { RequestBudget, TokenSeal } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as SessionRecord from "../src/internal/sessionRecord.js"
import { loginAt, replica, sharedStore, type Shared, tokenAt } from "./replicas.js"
import { reasonOf, refreshes } from "./u2m.js"

/** A later release: its records say who refreshed them, under another version. First it reads them, … */
const upgrades = [(older: Readonly<Record<string, unknown>>) => ({ ...older, s: 2, refreshedBy: "a release before" })]
const reading: SessionRecord.Format = {
  upgrades,
  write: (record) => {
    const { refreshedBy: _, ...rest } = { refreshedBy: "", ...record }
    return { ...rest, s: 1 }
  }
}
/** … and in the release after that it writes them. */
const writing: SessionRecord.Format = { upgrades, write: (record) => ({ ...record, refreshedBy: "a later release", s: 2 }) }

/** This release, with a field that it does not know. */
const adding: SessionRecord.Format = { upgrades: [], write: (record) => ({ ...record, colour: "blue" }) }

const world = Layer.mergeAll(
  Emulator.layer({ requestsPerMinute: 0, rotateRefreshTokens: true }),
  TokenSeal.layerEphemeral,
  RequestBudget.layer({ tokenRequests: { limit: 10_000, window: "1 second" } })
)

const fleetOf = (shared: Shared, formats: ReadonlyArray<SessionRecord.Format>) =>
  Effect.forEach(formats, (format) => Effect.provideService(replica(shared), SessionRecord.CurrentFormat, format))

/** Two rounds of refreshes, so that each process meets what each other one wrote. */
const renewAll = (shared: Shared, formats: ReadonlyArray<SessionRecord.Format>, ids: ReadonlyArray<string>) =>
  Effect.gen(function*() {
    const fleet = yield* fleetOf(shared, formats)
    for (const round of [0, 1]) {
      yield* TestClock.adjust("61 minutes")
      for (const [i, id] of ids.entries()) yield* tokenAt(fleet[(i + round) % fleet.length]!, id)
    }
  })

describe("a fleet of two releases", () => {
  it.effect("reads a new version everywhere before anyone writes it: every session lives through it", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const [old] = yield* fleetOf(shared, [SessionRecord.first])
      const ids = (yield* Effect.all(Array.from({ length: 12 }, () => loginAt(old!)))).map(({ id }) => id)
      yield* renewAll(shared, [SessionRecord.first, reading, SessionRecord.first, reading], ids)
      yield* renewAll(shared, [reading, writing, reading, writing], ids)
      yield* renewAll(shared, [writing, writing], ids)
      assert.lengthOf(yield* refreshes, 6 * ids.length)
      // One that was forgotten refuses what it does not know, and breaks nothing.
      assert.strictEqual(yield* reasonOf(tokenAt((yield* fleetOf(shared, [SessionRecord.first]))[0]!, ids[0]!)), "TokenStoreError UnknownSchema")
      yield* renewAll(shared, [writing], ids)
    }).pipe(Effect.scoped, Effect.provide(world)), 120_000)

  it.effect("a field that is added stays, whoever refreshes", () =>
    Effect.gen(function*() {
      const shared = yield* sharedStore()
      const [newer] = yield* fleetOf(shared, [adding])
      const { id } = yield* loginAt(newer!)
      yield* renewAll(shared, [SessionRecord.first], [id])
      const { credentials, environment } = yield* Emulator.Emulator
      const seal = yield* TokenSeal.TokenSeal
      const [key = ""] = yield* Stream.runCollect(shared.store.keys("session:"))
      const { sealed } = Option.getOrThrow(yield* shared.store.read(key))
      assert.include(Redacted.value(yield* seal.open(sealed, `${environment.userTokenUrl} ${credentials.clientId} ${key}`)), "blue")
    }).pipe(Effect.scoped, Effect.provide(world)))
})

it.effect.prop("what is no record is Undecryptable, and never taken for another", {
  text: FastCheck.oneof(FastCheck.string(), FastCheck.json(), FastCheck.constantFrom("null", "[]", "{}", "{\"s\":1}", "{\"s\":0}", "{\"s\":1.5}", "{\"s\":\"1\"}"))
}, ({ text }) =>
  Effect.map(SessionRecord.codec, ({ decode }) => {
    const decoded = decode(Redacted.make(text))
    assert.isTrue(Either.isLeft(decoded))
    const isNewer = /^\{"s":([2-9]|[1-9]\d+)/.test(text)
    if (Either.isLeft(decoded) && !isNewer) assert.strictEqual(decoded.left.reason, "Undecryptable")
  }))
