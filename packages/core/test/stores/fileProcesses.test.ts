/** A file store between real processes, which are killed and stopped. */
import { assert, describe, it } from "@effect/vitest"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { afterAll } from "vitest"
import type { TokenStore } from "@effect-orange/core"
import * as FileStore from "@effect-orange/core/TokenStore/File"
import * as Programs from "../fleet/programs.js"
import * as Shared from "./shared.js"

const folder = Fs.mkdtempSync(Path.join(Os.tmpdir(), "effect-orange-processes-"))
afterAll(() => Fs.rmSync(folder, { recursive: true, force: true }))

const program = new URL("fixtures/fileProcess.ts", import.meta.url)

const storeIn = (directory: string) =>
  Shared.built(FileStore.layer({ directory, timeout: "1 minute" }).pipe(Layer.provide(NodeContext.layer)))

const start = (count: number, directory: string, ...args: ReadonlyArray<string>) =>
  Effect.map(Programs.startAll(count, program, directory, ...args), (members) =>
    members.map((member) => ({
      ...member,
      said: (line: string) => Programs.untilSaid([member], line),
      go: Effect.sync(() => member.child.stdin!.write("go\n")),
      ended: Effect.map(member.ended, ({ signal }) => signal)
    })))

type Process = Effect.Effect.Success<ReturnType<typeof start>>[number]

/** All of them ready before the first goes. */
const startAll = (count: number, directory: string, ...args: ReadonlyArray<string>) =>
  Effect.gen(function*() {
    const processes = yield* start(count, directory, ...args)
    yield* Programs.untilSaid(processes, "ready")
    for (const { go } of processes) yield* go
    return processes
  })

interface Line {
  readonly key: string
  readonly first: number
  readonly second: number
}

const linesOf = (processes: ReadonlyArray<Process>, word: string): ReadonlyArray<Line> =>
  processes.flatMap(({ lines }) => lines).map((line) => line.split(" ")).filter(([first]) => first === word)
    .map(([, key, first, second]) => ({ key: key!, first: Number(first), second: Number(second) }))

const standing = (store: TokenStore.Service, key: string) =>
  Effect.map(store.read(key), (entry) => {
    const { sealed, version } = Option.getOrThrow(entry)
    return { version, count: Number(Redacted.value(sealed)) }
  })

const writeZero = (store: TokenStore.Service, key: string) => store.replace(key, Shared.sealedOf("0"), Shared.hour)

/** No number was given twice, and the later a count, the higher its version. */
const isInOrder = (committed: ReadonlyArray<Line>) => {
  const byCount = committed.toSorted((a, b) => a.second - b.second)
  assert.strictEqual(new Set(byCount.map(({ second }) => second)).size, byCount.length, "no commit was lost to another")
  for (const [i, { first }] of byCount.entries()) if (i > 0) assert.isAbove(first, byCount[i - 1]!.first)
}

const isStopped = (pid: number) => / T /.test(Fs.readFileSync(`/proc/${pid}/stat`, "utf8"))

const stoppedIn = (moment: "after" | "before", call: string) =>
  Effect.gen(function*() {
    const directory = Fs.mkdtempSync(Path.join(folder, "stop-"))
    const store = yield* storeIn(directory)
    const version = yield* writeZero(store, "k")
    const stopped = (yield* start(1, directory, "stop", "k", String(version), moment, call))[0]!
    yield* stopped.said("ready")
    yield* stopped.go
    yield* stopped.said("stopping")
    yield* Effect.repeat(Effect.delay(Effect.sync(() => isStopped(stopped.child.pid!)), "5 millis"), { until: (is) => is })
    const claim = yield* store.claim("k", Shared.claimOf("other", version))
    const last = yield* Effect.iterate(0, { while: (n) => n < 20, body: (n) => Effect.as(store.replace("k", Shared.sealedOf(String(n + 1)), Shared.hour), n + 1) })
    const before = yield* standing(store, "k")
    stopped.child.kill("SIGCONT")
    yield* stopped.ended
    assert.deepStrictEqual(yield* standing(store, "k"), before)
    assert.strictEqual(before.count, last)
    return [claim._tag, stopped.lines.at(-1)]
  }).pipe(Effect.scoped)

describe("files between processes", () => {
  it.live("of 8 processes that race for 120 versions exactly one wins each", () =>
    Effect.gen(function*() {
      const directory = Path.join(folder, "race")
      const store = yield* storeIn(directory)
      yield* writeZero(store, "k")
      const processes = yield* startAll(8, directory, "race", "k", "120")
      yield* Effect.forEach(processes, ({ ended }) => ended)
      const claimed = linesOf(processes, "claimed").map(({ first }) => first)
      const committed = linesOf(processes, "committed")
      assert.strictEqual(claimed.length, 120)
      assert.strictEqual(new Set(claimed).size, 120, "each version is claimed once")
      isInOrder(committed)
      const { count, version } = yield* standing(store, "k")
      assert.deepStrictEqual([committed.length, count, version], [120, 120, Math.max(...committed.map(({ first }) => first))])
    }).pipe(Effect.scoped), 120_000)

  it.live("kill -9 at any instant loses nothing that was answered, and nothing goes back", () =>
    Effect.gen(function*() {
      const directory = Path.join(folder, "kill")
      const keys = ["a", "b", "c"]
      const store = yield* storeIn(directory)
      for (const key of keys) yield* writeZero(store, key)
      const all: Array<Process> = []
      const stands = (key: string) =>
        Effect.gen(function*() {
          const answered = linesOf(all, "committed").filter((line) => line.key === key)
          const { count, version } = yield* standing(store, key)
          assert.isAtLeast(count, Math.max(0, ...answered.map(({ second }) => second)), "what was answered stands")
          assert.isAtLeast(version, Math.max(0, ...answered.map(({ first }) => first)), "no version goes back")
        })
      for (let wave = 0; wave < 3; wave++) {
        const processes = yield* startAll(4, directory, "keys", "1000000", ...keys)
        all.push(...processes)
        yield* Effect.repeat(Effect.delay(Effect.sync(() => linesOf(processes, "committed").length), "5 millis"), { until: (count) => count > 0 })
        for (const { child, ended } of processes) {
          yield* Effect.sleep(Duration.millis(Math.random() * 120))
          child.kill("SIGKILL")
          assert.strictEqual(yield* ended, "SIGKILL")
          for (const key of keys) yield* stands(key)
        }
      }
      const counts = yield* Effect.forEach(keys, (key) => standing(store, key))
      const goal = Math.max(...counts.map(({ count }) => count)) + 5
      const last = yield* startAll(2, directory, "keys", String(goal), ...keys)
      all.push(...last)
      for (const { ended } of last) assert.isNull(yield* ended, "the dead hold nobody up")
      for (const key of keys) {
        yield* stands(key)
        isInOrder(linesOf(all, "committed").filter((line) => line.key === key))
        assert.strictEqual((yield* standing(store, key)).count, goal)
      }
    }).pipe(Effect.scoped), 180_000)

  describe.skipIf(!Fs.existsSync("/proc/self/stat"))("stopped (skipped where there is no /proc)", () => {
    it.live("before its link: another goes on, and it is told that the version has moved", () =>
      Effect.map(stoppedIn("before", "link"), (answers) => assert.deepStrictEqual(answers, ["Claimed", "Moved"])), 60_000)
    it.live("with its draft half done: the same", () =>
      Effect.map(stoppedIn("before", "write"), (answers) => assert.deepStrictEqual(answers, ["Claimed", "Moved"])), 60_000)
    it.live("after its link: it is the holder, and undoes nothing that came later", () =>
      Effect.map(stoppedIn("after", "link"), (answers) => assert.deepStrictEqual(answers, ["Held", "Claimed"])), 60_000)
  })
})
