/** A file store whose processes are stopped at any call of the file system, and whose calls come in any order. */
import { assert, describe, it } from "@effect/vitest"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { afterAll } from "vitest"
import type { OAuthError, TokenStore } from "@effect-orange/core"
import * as FileStore from "@effect-orange/core/TokenStore/File"
import { type Call, type Hooks, hookedFiles } from "./hookedFiles.js"
import * as Shared from "./shared.js"

const folder = Fs.mkdtempSync(Path.join(Os.tmpdir(), "effect-orange-orders-"))
afterAll(() => Fs.rmSync(folder, { recursive: true, force: true }))

const key = "session:orders"
const hour = Duration.hours(1)
type Done<A> = Effect.Effect<A, OAuthError.TokenStoreError>

const storeIn = (directory: string, hooks?: Hooks) =>
  Shared.built(FileStore.layer({ directory, timeout: "1 minute" }).pipe(Layer.provide(hooks === undefined ? NodeContext.layer : hookedFiles(hooks))))

const textOf = (entry: Option.Option<TokenStore.Entry>) => Option.getOrUndefined(Option.map(entry, ({ sealed }) => Redacted.value(sealed)))

/** Stops once, before a call. */
const makeStop = Effect.gen(function*() {
  const reached = yield* Deferred.make<boolean>()
  const resume = yield* Deferred.make<void>()
  let isHere: (call: Call) => boolean = () => false
  const hooks: Hooks = {
    isUnsynced: true,
    before: (call) =>
      Effect.suspend(() => {
        if (!isHere(call)) return Effect.void
        isHere = () => false
        return Effect.zipRight(Deferred.succeed(reached, true), Deferred.await(resume))
      })
  }
  /** From now on: before the first call of which this holds. */
  const armAt = (when: (call: Call) => boolean) => Effect.sync(() => void (isHere = when))
  /** From now on: after so many calls. */
  const arm = (calls: number) => {
    let left = calls
    return armAt(() => left-- === 0)
  }
  /** Begins an operation. Tells whether it was stopped, or ended without. */
  const begin = <A>(operation: Done<A>) =>
    Effect.gen(function*() {
      const fiber = yield* Effect.fork(Effect.ensuring(operation, Deferred.succeed(reached, false)))
      const wasStopped = yield* Deferred.await(reached)
      return { wasStopped, end: Effect.zipRight(Deferred.succeed(resume, undefined), Fiber.join(fiber)) }
    })
  return { hooks, arm, armAt, begin }
})

interface Stopped<A> {
  /** The stopped one's operation. */
  readonly operation: (store: TokenStore.Service, version: number) => Done<A>
  /** What the other one does meanwhile, and the judgement over both. */
  readonly meanwhile: (store: TokenStore.Service, version: number) => Done<(answer: A, store: TokenStore.Service) => Done<void>>
}

/** Enough for the earlier generations to be removed, more than once. */
const moves = (store: TokenStore.Service, count = 20) =>
  Effect.forEach(Array.from({ length: count }, (_, i) => `move ${i}`), (text) => store.replace(key, Shared.sealedOf(text), hour))

/** One history for each call of the operation, until it has no more. Gives how many there were. */
const stoppedAtEachCall = <A>({ meanwhile, operation }: Stopped<A>, generationsBefore: number) => {
  const at = (calls: number) =>
    Effect.gen(function*() {
      const directory = Fs.mkdtempSync(Path.join(folder, "stop-"))
      const { arm, begin, hooks } = yield* makeStop
      const stopped = yield* storeIn(directory, hooks)
      const other = yield* storeIn(directory, { isUnsynced: true, before: () => Effect.void })
      let version = 0
      for (let i = 0; i < generationsBefore; i++) version = yield* other.replace(key, Shared.sealedOf(`before ${i}`), hour)
      yield* arm(calls)
      const { end, wasStopped } = yield* begin(operation(stopped, version))
      if (!wasStopped) return false
      const judge = yield* meanwhile(other, version)
      yield* judge(yield* end, other)
      return true
    }).pipe(Effect.scoped)
  return untilTheEnd(at)
}

/** With each number of calls, until the operation ends before it is stopped. */
const untilTheEnd = (at: (calls: number) => Effect.Effect<boolean, unknown>) =>
  Effect.iterate({ calls: -1, goesOn: true }, {
    while: ({ goesOn }) => goesOn,
    body: ({ calls }) => Effect.map(at(calls + 1), (goesOn) => ({ calls: calls + 1, goesOn }))
  }).pipe(Effect.map(({ calls }) => assert.isAbove(calls, 8, "the operation was stopped at each of its calls")))

const claim: Stopped<TokenStore.Claim> = {
  operation: (store, version) => store.claim(key, Shared.claimOf("stopped", version)),
  meanwhile: (store, version) =>
    Effect.gen(function*() {
      const mine = yield* store.claim(key, Shared.claimOf("other", version))
      const versions = yield* moves(store)
      return (answer: TokenStore.Claim) =>
        Effect.gen(function*() {
          assert.deepStrictEqual([mine._tag, answer._tag].filter((tag) => tag === "Claimed").length, 1, `one holder: ${mine._tag}, ${answer._tag}`)
          assert.strictEqual(textOf(yield* store.read(key)), "move 19")
          const next = yield* store.replace(key, Shared.sealedOf("next"), hour)
          assert.isAbove(next, versions.at(-1)!)
        })
    })
}

const replace: Stopped<number> = {
  operation: (store) => store.replace(key, Shared.sealedOf("stopped"), hour),
  meanwhile: (store) =>
    Effect.map(moves(store), (versions) => (answer: number) =>
      Effect.gen(function*() {
        const entry = Option.getOrThrow(yield* store.read(key))
        if (answer < versions[0]!) assert.deepStrictEqual([Redacted.value(entry.sealed), entry.version], ["move 19", versions.at(-1)])
        else {
          assert.isAbove(answer, versions.at(-1)!, "before all or after all")
          assert.deepStrictEqual([Redacted.value(entry.sealed), entry.version], ["stopped", answer])
        }
      }))
}

/** The holder is stopped in its commit, and a log-in comes meanwhile. */
const commit: Stopped<readonly [TokenStore.Commit, number]> = {
  operation: (store, version) =>
    Effect.gen(function*() {
      const claimed = yield* store.claim(key, Shared.claimOf("stopped", version))
      const fence = claimed._tag === "Claimed" ? claimed.fence : 0
      const done = yield* store.commit(key, { version, fence, holder: "stopped", sealed: Shared.sealedOf("stopped"), retain: hour })
      return [done, fence] as const
    }),
  meanwhile: (store) =>
    Effect.map(moves(store), (versions) => ([answer, fence]: readonly [TokenStore.Commit, number]) =>
      Effect.gen(function*() {
        const entry = Option.getOrThrow(yield* store.read(key))
        assert.deepStrictEqual([Redacted.value(entry.sealed), entry.version], ["move 19", versions.at(-1)], `never over a log-in: ${answer._tag} ${fence}`)
        if (answer._tag === "Committed") assert.isBelow(answer.version, versions[0]!)
      }))
}

const read: Stopped<Option.Option<TokenStore.Entry>> = {
  // A read alone has too few calls: several in a row, each no older than the one before.
  operation: (store) =>
    Effect.map(Effect.all(Array.from({ length: 6 }, () => store.read(key))), (entries) => {
      const versions = entries.map((entry) => Option.match(entry, { onNone: () => 0, onSome: ({ version }) => version }))
      assert.deepStrictEqual(versions, versions.toSorted((a, b) => a - b))
      return entries.at(-1)!
    }),
  meanwhile: (store) =>
    Effect.map(moves(store), () => (answer: Option.Option<TokenStore.Entry>) =>
      Effect.sync(() => assert.include(["before 6", "before 7", "move 19"], textOf(answer))))
}

/** The generation after so many writes on a new directory is one more; each eighth removes the ones before. */
const untilGeneration = (store: TokenStore.Service, from: number, to: number) => moves(store, to - from)

/** One process is about to publish what has come and gone, while another is stopped at each call of removing it. */
const publishesAmidRemoval = untilTheEnd((calls) =>
  Effect.gen(function*() {
    const directory = Fs.mkdtempSync(Path.join(folder, "removal-"))
    const [other, late, remover] = [yield* storeIn(directory), yield* makeStop, yield* makeStop]
    const version = (yield* untilGeneration(other, 1, 9)).at(-1)!
    const lateStore = yield* storeIn(directory, late.hooks)
    yield* late.armAt((call) => call === "link")
    const claim = yield* late.begin(lateStore.claim(key, Shared.claimOf("late", version)))
    yield* untilGeneration(other, 9, 15)
    const removing = yield* storeIn(directory, remover.hooks)
    yield* remover.arm(calls)
    const removal = yield* remover.begin(removing.replace(key, Shared.sealedOf("removing"), hour))
    assert.strictEqual((yield* claim.end)._tag, "Moved")
    yield* removal.end
    assert.strictEqual(textOf(yield* other.read(key)), "removing")
    return removal.wasStopped
  }).pipe(Effect.scoped))

/** One process reads a list that misses what comes and goes, while another is stopped at each call of removing. */
const readsAmidRemoval = untilTheEnd((calls) =>
  Effect.gen(function*() {
    const directory = Fs.mkdtempSync(Path.join(folder, "reading-"))
    const [other, killed, reader, remover] = [yield* storeIn(directory), yield* makeStop, yield* makeStop, yield* makeStop]
    yield* untilGeneration(other, 1, 7)
    const killedStore = yield* storeIn(directory, killed.hooks)
    let isPublished = false
    yield* killed.armAt((call) => (isPublished ||= call === "link") && call === "list")
    const unfinished = yield* killed.begin(killedStore.replace(key, Shared.sealedOf("eighth"), hour))
    const { version } = Option.getOrThrow(yield* other.read(key))
    const readerStore = yield* storeIn(directory, { ...reader.hooks, tells: () => false })
    let lists = 0
    yield* reader.armAt((call) => call === "list" && lists++ === 1)
    const read = yield* reader.begin(readerStore.read(key))
    yield* untilGeneration(other, 8, 15)
    const removing = yield* storeIn(directory, remover.hooks)
    yield* remover.arm(calls)
    const removal = yield* remover.begin(removing.replace(key, Shared.sealedOf("removing"), hour))
    assert.isAtLeast(Option.getOrThrow(yield* read.end).version, version, "a read is not older than what was there when it began")
    yield* removal.end
    yield* unfinished.end
    return removal.wasStopped
  }).pipe(Effect.scoped))

describe("files: a process stopped at each call of the file system, while another goes on", () => {
  it.live("one of the two is the holder, and the stopped one undoes nothing", () => stoppedAtEachCall(claim, 7), 60_000)
  it.live("its log-in comes before all others or after all others", () => stoppedAtEachCall(replace, 6), 60_000)
  it.live("its log-in, where it removes what came before", () => stoppedAtEachCall(replace, 7), 60_000)
  it.live("its commit is fenced by a log-in", () => stoppedAtEachCall(commit, 6), 60_000)
  it.live("it removes, and a third that was stopped before its link makes no generation again", () => publishesAmidRemoval, 60_000)
  it.live("it removes, and a third reads nothing that is older than what was there", () => readsAmidRemoval, 60_000)
  it.live("it reads nothing that is older than what it has read", () => stoppedAtEachCall(read, 7), 60_000)
})

const turn = FastCheck.constantFrom("renew" as const, "renew" as const, "login" as const, "read" as const)
const actors = 3

const plan = FastCheck.record({
  turns: FastCheck.array(FastCheck.array(turn, { minLength: 8, maxLength: 12 }), { minLength: actors, maxLength: actors }),
  // Who goes on, and for how many calls: a hundred of them are some ten operations, as if the others were stopped.
  bursts: FastCheck.array(FastCheck.tuple(FastCheck.nat(actors - 1), FastCheck.constantFrom(1, 2, 3, 5, 8, 100, 200)), { minLength: 20, maxLength: 60 }),
  told: FastCheck.array(FastCheck.boolean(), { minLength: 1, maxLength: 20 })
})

type Plan = typeof plan extends FastCheck.Arbitrary<infer A> ? A : never

/** Lets one actor at a time do one call. */
const makeSchedule = (bursts: Plan["bursts"]) => {
  const waiting = new Map<number, () => void>()
  let running = 0
  let open = false
  const enter = (actor: number): Effect.Effect<void> =>
    Effect.suspend(() =>
      open
        ? Effect.async<void>((resume) => {
          running--
          waiting.set(actor, () => {
            running++
            resume(Effect.void)
          })
        })
        : Effect.void)
  const idle = Effect.async<void>((resume) => {
    const look = () => running === 0 ? resume(Effect.void) : setImmediate(look)
    look()
  })
  const chosen = function*() {
    for (const [actor, calls] of bursts) for (let i = 0; i < calls; i++) yield actor
    for (let i = 0;; i++) yield i % actors
  }
  const drive = Effect.gen(function*() {
    open = true
    for (const actor of chosen()) {
      yield* idle
      if (waiting.size === 0) return
      const go = waiting.get(actor)
      waiting.delete(actor)
      go?.()
    }
  })
  const start = <A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, E> =>
    Effect.suspend(() => {
      running++
      return Effect.ensuring(effect, Effect.sync(() => void running--))
    })
  return { enter, drive, start }
}

/** What was answered, judged as it comes: the test sees all actors by one clock. */
const makeJournal = () => {
  const texts = new Map<number, string>()
  const claimed = new Set<number>()
  const committedFrom = new Set<number>()
  let highest = 0
  return {
    highest: () => highest,
    wrote: (version: number, text: string) => {
      assert.isFalse(texts.has(version), "a version is written once")
      texts.set(version, text)
      highest = Math.max(highest, version)
    },
    claimed: (version: number) => {
      assert.isFalse(claimed.has(version), "a version is claimed once")
      claimed.add(version)
    },
    committed: (from: number) => {
      assert.isFalse(committedFrom.has(from), "a version has one successor")
      committedFrom.add(from)
    },
    read: (entry: Option.Option<TokenStore.Entry>, since: number) => {
      const { sealed, version } = Option.getOrThrowWith(entry, () => new Error("a record was not found"))
      assert.isAtLeast(version, since, "what was answered is read")
      if (texts.has(version)) assert.strictEqual(Redacted.value(sealed), texts.get(version))
      return version
    }
  }
}

const history = ({ bursts, told, turns }: Plan) =>
  Effect.gen(function*() {
    const directory = Fs.mkdtempSync(Path.join(folder, "history-"))
    const { drive, enter, start } = makeSchedule(bursts)
    const journal = makeJournal()
    let listings = 0
    const storeOf = (actor: number) =>
      storeIn(directory, { isUnsynced: true, before: () => enter(actor), tells: () => told[listings++ % told.length]! })
    const stores = yield* Effect.forEach(turns, (_, actor) => storeOf(actor))
    journal.wrote(yield* stores[0]!.replace(key, Shared.sealedOf("first"), hour), "first")

    const reads = (store: TokenStore.Service) =>
      Effect.suspend(() => {
        const since = journal.highest()
        return Effect.map(store.read(key), (entry) => journal.read(entry, since))
      })
    const perform = (store: TokenStore.Service, what: Plan["turns"][number][number], name: string) =>
      Effect.gen(function*() {
        if (what === "login") return journal.wrote(yield* store.replace(key, Shared.sealedOf(name), hour), name)
        const version = yield* reads(store)
        if (what === "read") return
        const claim = yield* store.claim(key, Shared.claimOf(name, version))
        if (claim._tag !== "Claimed") return
        journal.claimed(version)
        const done = yield* store.commit(key, { version, fence: claim.fence, holder: name, sealed: Shared.sealedOf(name), retain: hour })
        if (done._tag !== "Committed") return
        journal.committed(version)
        journal.wrote(done.version, name)
      })
    const actor = (n: number) =>
      start(Effect.forEach(turns[n]!, (what, i) => perform(stores[n]!, what, `${n}-${i}`), { discard: true }))
    const fibers = yield* Effect.forEach(turns, (_, n) => Effect.fork(actor(n)))
    yield* Effect.yieldNow()
    yield* drive
    yield* Fiber.joinAll(fibers)
    assert.strictEqual(yield* reads(yield* storeIn(directory)), journal.highest(), "the last version stands")
    Fs.rmSync(directory, { recursive: true, force: true })
  }).pipe(Effect.scoped)

describe("files: three processes whose calls come in any order, and whose listings miss what comes and goes", () => {
  it.live("a version is claimed once and followed once, and what was answered is read", () =>
    Effect.promise(() => FastCheck.assert(FastCheck.asyncProperty(plan, (plan) => Effect.runPromise(history(plan))), { numRuns: 25 })), 120_000)
})
