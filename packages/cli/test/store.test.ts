/** `orange store` in this process, on every engine that is there. */
import { OAuthError, TokenSeal, TokenStore } from "@effect-orange/core"
import * as Terminal from "@effect/platform/Terminal"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Mailbox from "effect/Mailbox"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Net from "node:net"
import * as Confirm from "../src/internal/store/confirm.js"
import * as Opened from "../src/internal/store/opened.js"
import { placeOf } from "../src/internal/store/place.js"
import { runCheck } from "../src/internal/store/runCheck.js"
import { runList } from "../src/internal/store/runList.js"
import { runMigrate } from "../src/internal/store/runMigrate.js"
import { runPurge } from "../src/internal/store/runPurge.js"
import { runRotate } from "../src/internal/store/runRotate.js"
import { type SelectionFlags, selectionOf } from "../src/internal/store/selection.js"
import { captured, type Engine, engines, fill, flagsOf, folder, key, opened, placed, ring, secret } from "./storeSupport.js"

const sealOf = (...kids: ReadonlyArray<string>) => Effect.provide(TokenSeal.TokenSeal, ring(...kids))

const on = (store: TokenStore.Service) => <A, E, R>(effect: Effect.Effect<A, E, R>) => captured(Effect.provideService(effect, TokenStore.TokenStore, store))

const sessions = ["session:aaaaaaaa-1-of-them", "session:bbbbbbbb-2-of-them"]
const app = "app:cccccccc-the-hash-of-one"

const keysOf = (store: TokenStore.Service) => Effect.map(Stream.runCollect(store.keys("")), (keys) => [...keys].sort())

const memory = Effect.map(Layer.build(TokenStore.layerMemory), (context) => Context.get(context, TokenStore.TokenStore))

/** Sealed by two keys. */
const filled = (store: TokenStore.Service) =>
  Effect.gen(function*() {
    yield* fill(store, yield* sealOf("old"), [sessions[0]!, app])
    yield* fill(store, yield* sealOf("new"), [sessions[1]!])
  })

const keepsContract = (engine: Engine) =>
  Effect.gen(function*() {
    const one = yield* opened(engine)
    const { isFailure, out } = yield* captured(runCheck({ ...one, shown: "here", contract: true }))
    assert.isFalse(isFailure, out)
    assert.isAbove(out.match(/^ok {7}/gm)!.length, 30)
    assert.deepStrictEqual(yield* keysOf(one.store), [])
  }).pipe(Effect.scoped)

for (const engine of engines) {
  if (engine.url("") === undefined) {
    describe.skip(`${engine.name}: skipped, as its URL is not set`, () => it("needs scripts/servers.sh", () => {}))
    continue
  }
  describe(`orange store on ${engine.name}`, () => {
    it.live("lists masked, counts by kind and sealing key, and opens nothing", () =>
      Effect.gen(function*() {
        const { store } = yield* opened(engine)
        yield* filled(store)
        const { all, isFailure, out } = yield* on(store)(runList({ json: false }))
        assert.isFalse(isFailure)
        assert.match(out, /^KIND +KEY +SEALED BY +VERSION +AGE\n/)
        assert.match(out, /\nsession +aaaaaaaa… +old +\d+ +\S/)
        assert.match(out, /\napp +cccccccc… +old +\d+ +\S/)
        assert.isTrue(out.endsWith("\n\n2 sessions, 1 application token\nsealed by old: 2\nsealed by new: 1\n") || out.endsWith("\n\n2 sessions, 1 application token\nsealed by new: 1\nsealed by old: 2\n"), out)
        for (const hidden of [secret, "-of-them", "the-hash", "eyJ"]) assert.notInclude(all, hidden)
        const { out: json } = yield* on(store)(runList({ json: true }))
        assert.deepInclude(JSON.parse(json), { kinds: { session: 2, app: 1 }, sealedBy: { old: 2, new: 1 } })
      }).pipe(Effect.scoped))

    it.live("purges one, and its version counts on", () =>
      Effect.gen(function*() {
        const { store } = yield* opened(engine)
        yield* filled(store)
        const before = Option.getOrThrow(yield* store.read(sessions[0]!)).version
        const selection = { _tag: "One", beginning: "aaaaaaaa" } as const
        const refused = yield* on(store)(runPurge({ selection, confirm: () => Effect.succeed(false) }))
        assert.isTrue(refused.out.includes("aaaaaaaa…") && refused.out.endsWith("nothing was deleted\n"))
        assert.strictEqual((yield* keysOf(store)).length, 3)
        const done = yield* on(store)(runPurge({ selection, confirm: Confirm.always }))
        assert.isTrue(done.out.endsWith("1 record deleted\n"), done.out)
        assert.deepStrictEqual(yield* keysOf(store), [app, sessions[1]!])
        assert.isAbove(yield* store.replace(sessions[0]!, Option.some(Redacted.make("again")), Duration.minutes(1)), before)
      }).pipe(Effect.scoped))

    it.live("rotates in two steps", () =>
      Effect.gen(function*() {
        const { store } = yield* opened(engine)
        yield* filled(store)
        // First the new key only opens: the old one goes on sealing.
        const first = yield* on(store)(Effect.provide(runRotate, ring("old", "new")))
        assert.isFalse(first.isFailure)
        assert.include(first.out, "3 records, 1 sealed anew under old\n")
        assert.include(first.out, "the key new is not used any more")
        yield* filled(store)
        const second = yield* on(store)(Effect.provide(runRotate, ring("new", "old")))
        assert.include(second.out, "3 records, 2 sealed anew under new\nthe key new has sealed 3 records\nthe key old is not used any more: you can drop it, once log-ins begun before the promotion are over (10 minutes by default)\n")
        for (const { all } of [first, second]) assert.notInclude(all, secret)
        // What the dropped key had sealed opens with the new one alone, each for its owner.
        const seal = yield* sealOf("new")
        const { sealed } = Option.getOrThrow(yield* store.read(app))
        assert.strictEqual(Redacted.value(yield* seal.open(sealed, app)), secret)
      }).pipe(Effect.scoped))

    it.live("is healthy, and nothing of the check stays", () =>
      Effect.gen(function*() {
        const one = yield* opened(engine)
        const { isFailure, out } = yield* captured(runCheck({ ...one, shown: "here", contract: false }))
        assert.isFalse(isFailure, out)
        assert.match(out, /^ok {7}reachable: here\nok {7}round trip: read [\d.]+ ms, claim [\d.]+ ms, commit [\d.]+ ms\nok {7}clock: /)
        assert.include(out, `durability ${one.store.durability}`)
        assert.strictEqual(out.includes("maxmemory-policy noeviction"), engine.name.startsWith("Redis"))
        assert.deepStrictEqual(yield* keysOf(one.store), [])
      }).pipe(Effect.scoped))

    // The others keep it in core's tests.
    if (engine.name === "File" || engine.name === "PostgreSQL") it.live("keeps the contract, and nothing of the check stays", () => keepsContract(engine), 120_000)

    it.live("is migrated as often as one likes; without tables there is nothing to migrate", () =>
      Effect.gen(function*() {
        const place = placed(engine, engine.url(yield* folder)!)
        for (const { isFailure, out } of [yield* captured(runMigrate(place)), yield* captured(runMigrate(place))]) {
          assert.isFalse(isFailure)
          assert.include(out, engine.isSql === true ? `has the table ${"table" in place ? place.table : ""}` : "there is nothing to migrate")
        }
      }).pipe(Effect.scoped))
  })
}

describe("orange store purge", () => {
  const choose = (flags: Partial<SelectionFlags>) =>
    Effect.orDie(selectionOf({ key: Option.none(), kind: Option.none(), olderThan: Option.none(), all: false, ...flags }))

  const setUp = Effect.gen(function*() {
    const store = yield* memory
    yield* filled(store)
    return store
  })

  it.scoped("by kind, by age, and all", () =>
    Effect.gen(function*() {
      const store = yield* setUp
      yield* on(store)(runPurge({ selection: yield* choose({ olderThan: Option.some(Duration.days(1)) }), confirm: Confirm.always }))
      assert.strictEqual((yield* keysOf(store)).length, 3)
      yield* on(store)(runPurge({ selection: yield* choose({ kind: Option.some("app") }), confirm: Confirm.always }))
      assert.deepStrictEqual(yield* keysOf(store), sessions)
      yield* on(store)(runPurge({ selection: yield* choose({ all: true }), confirm: Confirm.always }))
      assert.deepStrictEqual(yield* keysOf(store), [])
      assert.strictEqual((yield* on(store)(runPurge({ selection: yield* choose({ all: true }), confirm: Confirm.always }))).out, "nothing to delete\n")
    }))

  it.scoped("what was renewed while the question stood is left", () =>
    Effect.gen(function*() {
      const store = yield* setUp
      yield* TestClock.adjust("30 minutes")
      const selection = yield* choose({ olderThan: Option.some(Duration.minutes(10)) })
      const renewed = Effect.orDie(Effect.as(store.replace(app, Option.some(Redacted.make("renewed")), Duration.days(1)), true))
      const { out } = yield* on(store)(runPurge({ selection, confirm: () => renewed }))
      assert.isTrue(out.endsWith("2 records deleted; 1 left, as they were renewed meanwhile, or gone\n"), out)
      assert.deepStrictEqual(yield* keysOf(store), [app])
    }))

  const terminal = (isTTY: boolean, ...keys: ReadonlyArray<{ readonly name: string; readonly ctrl?: boolean }>): Terminal.Terminal => ({
    columns: Effect.succeed(80),
    rows: Effect.succeed(24),
    isTTY: Effect.succeed(isTTY),
    display: () => Effect.void,
    readLine: Effect.die("not asked for"),
    readInput: Effect.flatMap(Mailbox.make<Terminal.UserInput>(), (mailbox) =>
      Effect.zipRight(
        mailbox.offerAll(keys.map(({ ctrl = false, name }) => ({ input: Option.some(name), key: { name, ctrl, meta: false, shift: false } }))),
        Effect.as(mailbox.end, mailbox)
      ))
  })

  const purgeAt = (at: Terminal.Terminal) =>
    Effect.gen(function*() {
      const store = yield* setUp
      const printed = yield* on(store)(Effect.provideService(
        runPurge({ selection: { _tag: "All" }, confirm: Confirm.atTerminal }),
        Terminal.Terminal,
        at
      ))
      return { ...printed, left: (yield* keysOf(store)).length }
    })

  it.scoped("asks at a terminal: y deletes, n, return and leaving do not", () =>
    Effect.gen(function*() {
      const yes = yield* purgeAt(terminal(true, { name: "y" }))
      assert.deepStrictEqual([yes.left, yes.isFailure], [0, false], yes.all)
      for (const other of [{ name: "n" }, { name: "return" }, { name: "c", ctrl: true }]) {
        const no = yield* purgeAt(terminal(true, other))
        assert.deepStrictEqual([no.left, no.isFailure], [3, false], no.all)
        assert.isTrue(no.out.endsWith("nothing was deleted\n"), other.name)
      }
    }))

  it.scoped("refuses without a terminal, after it has shown what it would delete", () =>
    Effect.gen(function*() {
      const { all, isFailure, left, out } = yield* purgeAt(terminal(false, { name: "y" }))
      assert.deepStrictEqual([left, isFailure], [3, true])
      assert.include(out, "aaaaaaaa…")
      assert.include(all, "there is no terminal to ask at")
    }))
})

describe("orange store rotate", () => {
  it.scoped("fails over records that do not open, and names the key that is missing", () =>
    Effect.gen(function*() {
      const store = yield* memory
      yield* filled(store)
      const { all, err, isFailure, out } = yield* on(store)(Effect.provide(runRotate, ring("new", "other")))
      assert.isTrue(isFailure)
      assert.include(out, "the key other is not used any more")
      assert.strictEqual(err, "orange: 2 records could not be opened, and stay as they are\norange: the key old is not in ORANGE_STORE_KEYS: add it at the end, and run this again\n")
      assert.notInclude(all, secret)
    }))

  it.scoped("a key of the right name and the wrong bytes is still carried", () =>
    Effect.gen(function*() {
      const store = yield* memory
      yield* filled(store)
      const wrong = TokenSeal.layer([key("new"), key("old", 1)])
      const { err, isFailure, out } = yield* on(store)(Effect.provide(runRotate, wrong))
      assert.isTrue(isFailure)
      assert.include(out, "the key old is still carried by 2 records")
      assert.include(err, "2 records could not be opened")
    }))

  it.scoped("leaves the records of a check alone", () =>
    Effect.gen(function*() {
      const store = yield* memory
      yield* store.replace("check:1", Option.some(Redacted.make("check")), Duration.minutes(1))
      const { isFailure, out } = yield* on(store)(Effect.provide(runRotate, ring("new")))
      assert.deepStrictEqual([isFailure, out], [false, "0 records, 0 sealed anew under new\n"])
    }))
})

describe("orange store check", () => {
  const check = (store: TokenStore.Service, options: Partial<Parameters<typeof runCheck>[0]> = {}) =>
    captured(runCheck({ store, shown: "here", contract: false, ...options }))

  it.live("a store that breaks the contract fails, by the titles that it breaks, and is cleaned", () =>
    Effect.gen(function*() {
      const store = yield* memory
      // Gives every claim to who asks: two processes would send the same refresh token.
      const faulty: TokenStore.Service = {
        ...store,
        claim: (key, options) => Effect.flatMap(store.claim(key, options), (claim) =>
          claim._tag === "Held" ? Effect.succeed({ _tag: "Claimed", fence: 1 } as const) : Effect.succeed(claim)),
        admit: () => Effect.die(new Error(secret))
      }
      const { all, err, isFailure, out } = yield* check(faulty, { contract: true })
      assert.isTrue(isFailure)
      assert.match(out, /^failed {3}of eight racers one wins\n {9}The store broke its contract: /m)
      assert.match(out, /^failed {3}a lower limit leaves places to the higher one\n {9}the store threw$/m)
      assert.match(out, /^ok {7}replace writes, counts and ends claims/m)
      assert.match(err, /^orange: \d+ checks failed\n$/)
      assert.notInclude(all, secret)
      assert.deepStrictEqual(yield* keysOf(store), [])
    }).pipe(Effect.scoped), 120_000)

  it.live("a store that answers wrongly fails without --contract too", () =>
    Effect.gen(function*() {
      const store = yield* memory
      const forgetful: TokenStore.Service = { ...store, commit: () => Effect.succeed({ _tag: "Fenced" }) }
      const { isFailure, out } = yield* check(forgetful)
      assert.isTrue(isFailure)
      assert.include(out, "failed   round trip: a claimed key cannot be committed (Fenced)\n")
    }).pipe(Effect.scoped))

  it.live("a store that goes away in the middle fails, and says why", () =>
    Effect.gen(function*() {
      const store = yield* memory
      const away = Effect.fail(new OAuthError.TokenStoreError({ reason: "Unavailable", operation: "claim" }))
      const { err, isFailure, out } = yield* check({ ...store, claim: () => away })
      assert.isTrue(isFailure)
      assert.include(out, "failed   round trip: The token store failed at claim (Unavailable).")
      assert.strictEqual(err, "orange: 1 check failed\n")
    }).pipe(Effect.scoped))

  it.live("warnings do not fail: a clock that is off, sessions that may be evicted", () =>
    Effect.gen(function*() {
      const store = yield* memory
      const ahead: TokenStore.Service = {
        ...store,
        commit: (key, options) => Effect.map(store.commit(key, options), (commit) =>
          commit._tag === "Committed" ? { ...commit, version: commit.version + 300_000 } : commit)
      }
      const { isFailure, out } = yield* check(ahead, { evictions: Effect.succeed([{ policy: "allkeys-lru" }]) })
      assert.isFalse(isFailure)
      assert.match(out, /^warning {2}clock: the store's is [45] minutes ahead of/m)
      assert.include(out, "warning  maxmemory-policy allkeys-lru")
    }).pipe(Effect.scoped))
})

describe("a store that is away", () => {
  const canary = "c4nary"

  /** Takes connections, and says nothing. */
  const silent = Effect.acquireRelease(
    Effect.async<{ readonly server: Net.Server; readonly port: number; readonly sockets: Set<Net.Socket> }>((resume) => {
      const sockets = new Set<Net.Socket>()
      const server = Net.createServer((socket) => void sockets.add(socket.on("error", () => {})))
      server.listen(0, "127.0.0.1", () => resume(Effect.succeed({ server, sockets, port: (server.address() as Net.AddressInfo).port })))
    }),
    ({ server, sockets }) => Effect.sync(() => {
      for (const socket of sockets) socket.destroy()
      server.close()
    })
  )

  const failure = (engine: string, url: string) => {
    const flags = flagsOf(engines.find(({ name }) => name === engine)!)
    return Effect.flatMap(Effect.orDie(placeOf(url, flags, "--url")), (place) => Effect.scoped(Effect.flip(Opened.open(place))))
  }

  for (const [engine, scheme] of [["Redis", "redis"], ["Redis Cluster", "redis"], ["PostgreSQL", "postgres"]] as const) {
    it.live(`${engine}: refused, and silent`, () =>
      Effect.gen(function*() {
        const { port, server, sockets } = yield* silent
        const url = `${scheme}://user:${canary}@127.0.0.1:${port}`
        const quiet = yield* failure(engine, url)
        assert.strictEqual(quiet.message, `the store ${scheme}://127.0.0.1:${port} cannot be reached: no answer in time`)
        for (const socket of sockets) socket.destroy()
        yield* Effect.async<void>((resume) => void server.close(() => resume(Effect.void)))
        const refused = yield* failure(engine, url)
        assert.strictEqual(refused.message, `the store ${scheme}://127.0.0.1:${port} cannot be reached: nothing listens there`)
      }).pipe(Effect.scoped), 60_000)
  }

  const { REDIS_CLUSTER_URL, REDIS_URL } = process.env
  it.live.skipIf(REDIS_URL === undefined || REDIS_CLUSTER_URL === undefined)("a cluster that is taken for a single server, and the other way (skipped where their URLs are not set)", () =>
    Effect.gen(function*() {
      assert.include((yield* failure("Redis", REDIS_CLUSTER_URL!)).message, "is a node of a Redis Cluster: give --cluster")
      assert.include((yield* failure("Redis Cluster", REDIS_URL!)).message, "is no node of a Redis Cluster: leave --cluster out")
    }))

  it.live("files: a missing one, one that is no store, a table that is missing", () =>
    Effect.gen(function*() {
      const path = yield* folder
      assert.include((yield* failure("SQLite", `sqlite://${path}/none.db`)).message, "`orange store migrate` makes it")
      assert.include((yield* failure("File", `file://${path}/none`)).message, "there is no directory")
      assert.include((yield* failure("File", "file:///etc")).message, "is not a token store")
      const place = placed({ name: "SQLite", url: () => "", isSql: true }, `sqlite://${path}/a.db`)
      yield* captured(runMigrate(place))
      assert.include((yield* failure("SQLite", `sqlite://${path}/a.db`)).message, "cannot be read: it is not there")
    }).pipe(Effect.scoped))
})
