import * as PlatformError from "@effect/platform/Error"
import * as NodeContext from "@effect/platform-node/NodeContext"
import { assert, describe, it } from "@effect/vitest"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { afterAll } from "vitest"
import * as FileStore from "@effect-orange/core/TokenStore/File"
import { clockThatReads, realClock } from "../clocks.js"
import { tokenStoreContract } from "../TokenStoreContract.js"
import { type Call, hookedFiles } from "./hookedFiles.js"
import * as Shared from "./shared.js"

const folder = Fs.mkdtempSync(Path.join(Os.tmpdir(), "effect-orange-file-"))
afterAll(() => Fs.rmSync(folder, { recursive: true, force: true }))

const fresh = (): string => Path.join(folder, crypto.randomUUID())
const timeout = Duration.seconds(20)
const layerAt = (directory: string) => FileStore.layer({ directory, timeout }).pipe(Layer.provide(NodeContext.layer))
const storeIn = (directory: string) => Shared.built(layerAt(directory))

/** The files of a store, from its directory. */
const filesIn = (directory: string): ReadonlyArray<string> =>
  Fs.readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => Path.join(entry.parentPath, entry.name))

const latestIn = (directory: string): string =>
  filesIn(directory).filter((file) => Fs.statSync(file).size > 0).sort((a, b) => Number.parseInt(Path.basename(a), 10) - Number.parseInt(Path.basename(b), 10)).at(-1)!

/** Nothing of a file that goes while it is looked at. */
const contentOf = (file: string): string => {
  try {
    return Fs.readFileSync(file, "utf8")
  } catch {
    return ""
  }
}

const modeOf = (path: string) => (Fs.statSync(path).mode & 0o777).toString(8)

const textOf = (entry: Option.Option<{ readonly sealed: Redacted.Redacted<string> }>) =>
  Option.getOrUndefined(Option.map(entry, ({ sealed }) => Redacted.value(sealed)))

/** Waits for what happens on the disk, in real time. */
const until = (holds: () => boolean) =>
  Effect.promise(async () => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10))
  })

tokenStoreContract("files", { layer: layerAt(fresh()), histories: 10 })

describe("files", () => {
  const layer = layerAt(fresh())

  it.live("are of this machine", () =>
    Effect.map(Shared.built(layer), ({ durability }) => assert.strictEqual(durability, "Machine")).pipe(Effect.scoped))
  it.live("list nothing past its retention", () => Shared.listsNothingExpired(layer))
  it.live("list many keys, several in a file", () => Shared.listsManyKeys(layer, 600), 120_000)
  it.live("an absent key is claimed once by two stores", () => Shared.claimsAbsentKeysOnce(layer), 30_000)

  it.live("are kept for the next start, with their claims", () =>
    Effect.gen(function*() {
      const directory = fresh()
      const version = yield* Effect.scoped(Effect.flatMap(storeIn(directory), (store) => store.replace("k", Shared.sealedOf("one"), Shared.hour)))
      yield* Effect.scoped(Effect.flatMap(storeIn(directory), (store) => store.claim("k", Shared.claimOf("a", version))))
      const store = yield* storeIn(directory)
      assert.strictEqual(textOf(yield* store.read("k")), "one")
      assert.strictEqual((yield* store.claim("k", Shared.claimOf("b", version)))._tag, "Held")
    }).pipe(Effect.scoped))

  it.live("keep keys of any characters apart", () =>
    Effect.gen(function*() {
      const store = yield* storeIn(fresh())
      const keys = ["", "a", "A", "../../etc/passwd", "a/b", "a\0b", "__proto__", "constructor", "\ud800", "é", "e\u0301", "a\nb", "k".repeat(5_000)]
      for (const [i, key] of keys.entries()) yield* store.replace(key, Shared.sealedOf(String(i)), Shared.hour)
      for (const [i, key] of keys.entries()) assert.strictEqual(textOf(yield* store.read(key)), String(i))
      assert.deepStrictEqual([...yield* Stream.runCollect(store.keys(""))].sort(), [...keys].sort())
    }).pipe(Effect.scoped))

  it.live("keep a session for ever where that is its retention", () =>
    Effect.gen(function*() {
      const directory = fresh()
      yield* Effect.scoped(Effect.flatMap(storeIn(directory), (store) => store.replace("k", Shared.sealedOf("one"), Duration.infinity)))
      assert.strictEqual(textOf(yield* Effect.flatMap(storeIn(directory), (store) => store.read("k"))), "one")
    }).pipe(Effect.scoped))

  it.live("tell of this process's writes", () =>
    Effect.gen(function*() {
      const store = yield* storeIn(fresh())
      const changes = yield* Effect.fork(Stream.runCollect(Stream.take(store.changes, 2)))
      yield* Effect.sleep("50 millis")
      const first = yield* store.replace("k", Shared.sealedOf("one"), Shared.hour)
      yield* store.claim("k", Shared.claimOf("a", first))
      const second = yield* store.replace("k", Option.none(), Shared.hour)
      assert.deepStrictEqual([...yield* Fiber.join(changes)], [{ key: "k", version: first }, { key: "k", version: second }])
    }).pipe(Effect.scoped))
})

describe("files: who may open them", () => {
  it.live("the directory is made for this user alone, and so are its files, whatever the umask", () =>
    Effect.gen(function*() {
      const directory = fresh()
      const umask = process.umask(0)
      const store = yield* Effect.ensuring(Effect.tap(storeIn(directory), (store) => store.replace("k", Shared.sealedOf("one"), Shared.hour)), Effect.sync(() => process.umask(umask)))
      yield* store.claim("k", Shared.claimOf("a", 0))
      assert.strictEqual(modeOf(directory), "700")
      assert.deepStrictEqual([...new Set(Fs.readdirSync(directory).map((name) => modeOf(Path.join(directory, name))))], ["700"])
      assert.isNotEmpty(filesIn(directory))
      assert.deepStrictEqual([...new Set(filesIn(directory).map(modeOf))], ["600"])
    }).pipe(Effect.scoped))

  const refused = (directory: string, layer = layerAt(directory)) =>
    Effect.map(Effect.flip(Effect.scoped(Shared.built(layer))), (error) => {
      assert.strictEqual(error.field, "file.directory")
      assert.notInclude(error.message, directory)
      return error.message
    })

  for (const mode of [0o750, 0o705, 0o770, 0o701]) {
    it.live(`a directory with mode ${mode.toString(8)} is refused, and left as it is`, () =>
      Effect.gen(function*() {
        const directory = fresh()
        Fs.mkdirSync(directory)
        Fs.chmodSync(directory, mode)
        assert.include(yield* refused(directory), `is open to other users (mode 0${mode.toString(8)}): chmod 700 it`)
        assert.deepStrictEqual(Fs.readdirSync(directory), [])
      }))
  }

  it.live("a directory whose parent is missing is not made", () =>
    Effect.gen(function*() {
      const directory = Path.join(fresh(), "tokens")
      assert.include(yield* refused(directory), "the directory above it does not exist")
      assert.isFalse(Fs.existsSync(Path.dirname(directory)))
    }))

  it.live("a file is no directory", () =>
    Effect.gen(function*() {
      const directory = fresh()
      Fs.writeFileSync(directory, "", { mode: 0o600 })
      assert.include(yield* refused(directory), "is not a directory")
    }))

  const failing = (call: Call, error: PlatformError.PlatformError) => (directory: string) =>
    FileStore.layer({ directory }).pipe(Layer.provide(hookedFiles({ before: (one) => one === call ? Effect.fail(error) : Effect.void })))

  it.live("a directory of another user is refused", () =>
    Effect.gen(function*() {
      const directory = fresh()
      const denied = new PlatformError.SystemError({ reason: "PermissionDenied", module: "FileSystem", method: "open", pathOrDescriptor: directory })
      assert.include(yield* refused(directory, failing("list", denied)(directory)), "is not this user's to write in")
    }))

  it.live("a file system without hard links is refused", () =>
    Effect.gen(function*() {
      const directory = fresh()
      assert.include(yield* refused(directory, failing("link", errno("EPERM"))(directory)), "without hard links")
    }))
})

/** What the platform makes of an error that it has no word for. */
const errno = (code: string) =>
  new PlatformError.SystemError({
    reason: "Unknown",
    module: "FileSystem",
    method: "write",
    pathOrDescriptor: 3,
    cause: Object.assign(new Error(`${code}: write`), { code })
  })

/** A store, each of whose calls of a kind fails while the switch is on. */
const failable = (directory: string, call: Call, code: string) =>
  Effect.gen(function*() {
    const broken = { is: false }
    const hooks = { before: (one: Call) => broken.is && one === call ? Effect.fail(errno(code)) : Effect.void }
    const store = yield* Shared.built(FileStore.layer({ directory, timeout }).pipe(Layer.provide(hookedFiles(hooks))))
    return { broken, store }
  })

describe("files: what goes wrong", () => {
  for (const [call, code] of [["open", "EMFILE"], ["write", "ENOSPC"], ["sync", "EIO"], ["link", "EDQUOT"], ["list", "EIO"]] as const) {
    it.live(`${code} at ${call}: typed, with nothing changed, and served again when it is over`, () =>
      Effect.gen(function*() {
        const directory = fresh()
        const { broken, store } = yield* failable(directory, call, code)
        const version = yield* store.replace("k", Shared.sealedOf("one"), Shared.hour)
        broken.is = true
        yield* Shared.failsTyped(store.replace("k", Shared.sealedOf("two"), Shared.hour), ["Unavailable"], timeout, "k\0")
        yield* Shared.failsTyped(store.claim("k", Shared.claimOf("a", version)), ["Unavailable"], timeout, "k\0")
        broken.is = false
        assert.strictEqual(textOf(yield* store.read("k")), "one")
        assert.strictEqual((yield* store.claim("k", Shared.claimOf("b", version)))._tag, "Claimed")
        assert.deepStrictEqual(filesIn(directory).filter((file) => file.endsWith(".draft")), [])
      }).pipe(Effect.scoped))
  }

  it.live("a directory that is gone: every operation fails typed", () =>
    Effect.gen(function*() {
      const directory = fresh()
      const store = yield* storeIn(directory)
      Fs.rmSync(directory, { recursive: true })
      for (const operation of Shared.everyOperation(store, Shared.freshKey())) yield* Shared.failsTyped(operation, ["Unavailable"], timeout, Shared.freshKey())
    }).pipe(Effect.scoped))

  const damaged: ReadonlyArray<readonly [string, string, string]> = [
    ["cut short", "{\"s\":1,\"floor\":0,\"rec", "Undecryptable"],
    ["empty", "", "Undecryptable"],
    ["of other content", "{\"s\":1}", "Undecryptable"],
    ["of zeros", "\0".repeat(64), "Undecryptable"],
    ["of a newer version", "{\"s\":2,\"sessions\":{}}", "UnknownSchema"]
  ]
  for (const [name, text, reason] of damaged) {
    it.live(`a file ${name} is ${reason} to every operation, and is left as it is`, () =>
      Effect.gen(function*() {
        const directory = fresh()
        const store = yield* storeIn(directory)
        const key = Shared.freshKey()
        yield* store.replace(key, Shared.sealedOf("one"), Shared.hour)
        yield* store.replace(key, Shared.sealedOf("two"), Shared.hour)
        const file = latestIn(directory)
        Fs.writeFileSync(file, text)
        for (const operation of Shared.everyOperation(store, key)) yield* Shared.failsTyped(operation, [reason], timeout, key)
        assert.strictEqual(Fs.readFileSync(file, "utf8"), text)
        assert.strictEqual(filesIn(directory).filter((one) => Path.dirname(one) === Path.dirname(file)).at(-1), file, "nothing follows it")
      }).pipe(Effect.scoped))
  }

  it.live("a disk that does not answer: a timeout in time", () =>
    Effect.gen(function*() {
      let isHung = false
      const store = yield* Shared.built(FileStore.layer({ directory: fresh(), timeout: "200 millis" }).pipe(
        Layer.provide(hookedFiles({ before: () => Effect.suspend(() => isHung ? Effect.sleep("3 seconds") : Effect.void) }))
      ))
      isHung = true
      const key = Shared.freshKey()
      for (const operation of Shared.everyOperation(store, key)) yield* Shared.failsTyped(operation, ["Timeout"], Duration.seconds(2), key)
    }).pipe(Effect.scoped), 60_000)
})

describe("files: an operation that timed out", () => {
  it.live("closes no file under a write, and leaves no draft", () =>
    Effect.gen(function*() {
      const directory = fresh()
      const said: Array<string> = []
      let isSlow = false
      const store = yield* Shared.built(FileStore.layer({ directory, timeout: "300 millis" }).pipe(Layer.provide(hookedFiles({
        before: (call) =>
          Effect.suspend(() => {
            if (isSlow && call === "remove") said.push(call)
            return isSlow && call === "write" ? Effect.sleep("1 second") : Effect.void
          }),
        after: (call) => Effect.sync(() => void (isSlow && call === "write" && said.push(call)))
      }))))
      yield* Effect.retry(store.read("k"), { times: 20 })
      isSlow = true
      yield* Shared.failsTyped(store.replace("k", Shared.sealedOf("one"), Shared.hour), ["Timeout"], timeout, "k\0")
      yield* until(() => said.includes("remove"))
      assert.deepStrictEqual(said, ["write", "remove"])
      yield* until(() => !filesIn(directory).some((file) => file.endsWith(".draft")))
    }).pipe(Effect.scoped), 60_000)
})

describe("files: what was answered is on the disk", () => {
  /** The calls of an operation that matter to what a loss of power leaves. */
  const journal = () => {
    const said: Array<string> = []
    let fails = false
    const layer = (directory: string) =>
      FileStore.layer({ directory }).pipe(Layer.provide(hookedFiles({
        before: (call, path) => fails && call === "sync" && !path.endsWith(".draft") ? Effect.fail(errno("EIO")) : Effect.void,
        after: (call, path) =>
          Effect.sync(() => {
            if (["sync", "write", "link"].includes(call)) said.push(`${call} ${/\.[a-z]+$/.exec(path)?.[0] ?? "folder"}`)
          })
      })))
    return { said, layer, failFolders: (is: boolean) => void (fails = is) }
  }

  it.live("the file before its name, and its name before the answer", () =>
    Effect.gen(function*() {
      const { layer, said } = journal()
      const store = yield* Shared.built(layer(fresh()))
      yield* store.read("k")
      said.length = 0
      yield* store.replace("k", Shared.sealedOf("one"), Shared.hour)
      assert.deepStrictEqual(said, ["write .draft", "sync .draft", "link .json", "sync folder"])
    }).pipe(Effect.scoped))

  it.live("a claim whose answer was lost before its name was on the disk: repeated, it is not answered before that either", () =>
    Effect.gen(function*() {
      const { failFolders, layer, said } = journal()
      const store = yield* Shared.built(layer(fresh()))
      const claim = store.claim("k", Shared.claimOf("a", 0))
      failFolders(true)
      yield* Shared.failsTyped(claim, ["Unavailable"], timeout, "k\0")
      yield* Shared.failsTyped(claim, ["Unavailable"], timeout, "k\0")
      failFolders(false)
      said.length = 0
      assert.strictEqual((yield* claim)._tag, "Claimed")
      assert.deepStrictEqual(said, ["sync folder"])
      yield* store.claim("k", Shared.claimOf("b", 0))
      assert.deepStrictEqual(said, ["sync folder"], "once is enough for one generation")
    }).pipe(Effect.scoped))
})

describe("files: what is left over", () => {
  it.live("a hundred writes leave no more than a handful of files", () =>
    Effect.gen(function*() {
      const directory = fresh()
      const store = yield* storeIn(directory)
      for (let i = 0; i < 100; i++) yield* store.replace("k", Shared.sealedOf(String(i)), Shared.hour)
      assert.isAtMost(filesIn(directory).length, 9)
    }).pipe(Effect.scoped))

  it.live("what killed processes left goes with the next writes beside it", () =>
    Effect.gen(function*() {
      const directory = fresh()
      const store = yield* storeIn(directory)
      yield* store.replace("k", Shared.sealedOf("one"), Shared.hour)
      const draft = Path.join(Path.dirname(latestIn(directory)), `${"0".repeat(32)}.draft`)
      Fs.writeFileSync(draft, "{\"s\":1,")
      assert.strictEqual(textOf(yield* store.read("k")), "one")
      for (let i = 0; i < 8; i++) yield* store.replace("k", Shared.sealedOf("two"), Shared.hour)
      assert.isFalse(Fs.existsSync(draft))
    }).pipe(Effect.scoped))

  it.effect("leftovers and what is past its retention go while nobody writes", () =>
    Effect.gen(function*() {
      const directory = fresh()
      yield* Effect.scoped(Effect.gen(function*() {
        const store = yield* storeIn(directory)
        yield* store.replace("gone", Shared.sealedOf("canary-gone"), Duration.minutes(5))
        yield* store.replace("kept", Shared.sealedOf("canary-kept"), Duration.hours(5))
        for (let i = 0; i < 3; i++) yield* store.replace("kept", Shared.sealedOf("canary-kept"), Duration.hours(5))
      }))
      const drafts = ["00", "3f"].map((shard) => Path.join(directory, shard, `${"0".repeat(32)}.draft`))
      for (const draft of drafts) Fs.writeFileSync(draft, "")
      yield* TestClock.adjust("6 minutes")
      const store = yield* storeIn(directory)
      const said = () => filesIn(directory).map(contentOf).join("")
      yield* TestClock.adjust("1 minute")
      yield* until(() => !said().includes("canary-gone") && !drafts.some((draft) => Fs.existsSync(draft)))
      // One file for each part that was looked at.
      yield* until(() => filesIn(directory).length <= 64)
      assert.strictEqual(textOf(yield* store.read("kept")), "canary-kept")
    }).pipe(Effect.scoped), 30_000)
})

describe("files: the machine's clock", () => {
  const turned = () => {
    let ahead = 0
    const clock = clockThatReads({
      millis: () => realClock.unsafeCurrentTimeMillis() + ahead,
      nanos: () => realClock.unsafeCurrentTimeNanos()
    })
    return { clock, turn: (duration: Duration.DurationInput, back = false) => Effect.sync(() => void (ahead += (back ? -1 : 1) * Duration.toMillis(duration))) }
  }

  it.live("set back: no age is negative, versions and fences grow, also over what is gone", () => {
    const { clock, turn } = turned()
    return Effect.gen(function*() {
      const store = yield* storeIn(fresh())
      const version = yield* store.replace("k", Shared.sealedOf("one"), Duration.seconds(1))
      const claim = yield* store.claim("k", Shared.claimOf("a", version))
      yield* turn("2 seconds")
      assert.isTrue(Option.isNone(yield* store.read("k")))
      yield* store.abort("k", { fence: Option.none(), holder: "x" })
      yield* turn("2 hours", true)
      const fresh2 = yield* store.claim("k", Shared.claimOf("b", 0))
      assert.isTrue(fresh2._tag === "Claimed" && claim._tag === "Claimed" && fresh2.fence > claim.fence)
      const next = yield* store.replace("k", Shared.sealedOf("two"), Shared.hour)
      assert.isAbove(next, version)
      yield* turn("1 minute", true)
      assert.strictEqual(Option.getOrThrow(Option.map(yield* store.read("k"), ({ age }) => Duration.toMillis(age))), 0)
    }).pipe(Effect.scoped, Effect.withClock(clock))
  })

  it.live("goes on where a process ended: a claim is over when its time is", () => {
    const { clock, turn } = turned()
    return Effect.gen(function*() {
      const directory = fresh()
      const version = yield* Effect.scoped(Effect.gen(function*() {
        const store = yield* storeIn(directory)
        const version = yield* store.replace("k", Shared.sealedOf("one"), Shared.hour)
        yield* store.claim("k", Shared.claimOf("a", version))
        return version
      }))
      yield* turn("11 seconds")
      const store = yield* storeIn(directory)
      assert.strictEqual((yield* store.claim("k", Shared.claimOf("b", version)))._tag, "Orphaned")
    }).pipe(Effect.scoped, Effect.withClock(clock))
  })
})
