/** Many messages: each once, whatever happens in between. */
import { Emulator, Fault } from "@effect-orange/emulator"
import { Bulk, BulkJournal, Message } from "@effect-orange/sms"
import * as NodeContext from "@effect/platform-node/NodeContext"
import { assert, describe, it } from "@effect/vitest"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Ref from "effect/Ref"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { application, from, isSend, item, items, reached, to } from "./support.js"

const batch = "newsletter of May"

const run = (all: Iterable<Bulk.Item>, options: Partial<Bulk.Options> = {}) =>
  Effect.map(Stream.runCollect(Bulk.send(Stream.fromIterable(all), { batch, ...options })), Chunk.toReadonlyArray)

const tags = (results: ReadonlyArray<Bulk.Result>): ReadonlyArray<string> => results.map(({ _tag }) => _tag)

const memory = Layer.mergeAll(application(), BulkJournal.layerMemory)

const fault = (one: Fault.Fault, ...more: ReadonlyArray<Fault.Fault>) =>
  Effect.flatMap(Emulator.Emulator, ({ faults }) => faults.next(isSend, one, ...more))

const withFolder = <A, E, R>(use: (folder: string) => Effect.Effect<A, E, R>) =>
  Effect.acquireUseRelease(
    Effect.sync(() => Fs.mkdtempSync(Path.join(Os.tmpdir(), "effect-orange-sms-"))),
    use,
    (folder) => Effect.sync(() => Fs.rmSync(folder, { recursive: true, force: true }))
  )

const fileJournal = (folder: string) => BulkJournal.layerFile(folder).pipe(Layer.provide(NodeContext.layer))

describe("a bulk send", () => {
  it.effect("gives each message's result in the list's order", () =>
    Effect.gen(function*() {
      const results = yield* run(items(20))
      assert.deepStrictEqual(results.map(({ id }) => id), items(20).map(({ id }) => id))
      assert.deepStrictEqual(new Set(tags(results)), new Set(["Sent"]))
      assert.strictEqual((yield* reached).length, 20)
    }).pipe(Effect.provide(memory)))

  it.effect("done again sends nothing, and gives the same ids", () =>
    Effect.gen(function*() {
      const first = yield* run(items(5))
      assert.deepStrictEqual(yield* run(items(5)), first)
      assert.strictEqual((yield* reached).length, 5)
      assert.deepStrictEqual(tags(yield* run(items(5), { batch: "newsletter of June" })), Array(5).fill("Sent"))
      assert.strictEqual((yield* reached).length, 10)
    }).pipe(Effect.provide(memory)))

  it.effect("what got no answer is in doubt, and sent again only if asked", () =>
    Effect.gen(function*() {
      yield* fault(Fault.none, Fault.lostAnswer(), Fault.reset)
      assert.deepStrictEqual(tags(yield* run(items(4), { concurrency: 1 })), ["Sent", "InDoubt", "InDoubt", "Sent"])
      assert.deepStrictEqual(tags(yield* run(items(4))), ["Sent", "InDoubt", "InDoubt", "Sent"])
      assert.strictEqual((yield* reached).length, 4)
      assert.deepStrictEqual(tags(yield* run(items(4), { inDoubt: "sendAgain" })), Array(4).fill("Sent"))
      assert.strictEqual((yield* reached).length, 6)
    }).pipe(Effect.provide(memory)))

  it.effect("a 5xx, and an answer that cannot be read, are in doubt: the message may be on its way", () =>
    Effect.gen(function*() {
      yield* fault(Fault.html(), Fault.truncated)
      assert.deepStrictEqual(tags(yield* run(items(2), { concurrency: 1 })), ["InDoubt", "InDoubt"])
    }).pipe(Effect.provide(memory)))

  it.effect("what is refused has failed, and is tried again by the next run", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* emulator.unsubscribe(emulator.credentials.clientId, "sms")
      const [failed] = yield* run([item(1)])
      assert.strictEqual(failed?._tag === "Failed" && failed.error._tag, "ApiForbidden")
      yield* emulator.subscribe(emulator.credentials.clientId, "sms")
      // The client does not ask again at once what was refused for want of a subscription.
      yield* TestClock.adjust("10 minutes")
      assert.deepStrictEqual(tags(yield* run([item(1)])), ["Sent"])
    }).pipe(Effect.provide(memory)))

  it.effect("a token that cannot be had is no doubt: nothing was sent", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      yield* emulator.setClientStatus(emulator.credentials.clientId, "unauthorized")
      assert.deepStrictEqual(tags(yield* run(items(2))), ["Failed", "Failed"])
      assert.strictEqual((yield* reached).length, 0)
    }).pipe(Effect.provide(memory)))

  it.effect("a second message of one id is not sent, nor one that is invalid, and the others are", () =>
    Effect.gen(function*() {
      const results = yield* run([item(1), item(1), { ...item(2), text: "" }, item(3)])
      assert.deepStrictEqual(tags(results), ["Sent", "Failed", "Failed", "Sent"])
      assert.deepStrictEqual(results.map((one) => one._tag === "Failed" ? one.error._tag : ""), ["", "DuplicateIdError", "InvalidRequestError", ""])
    }).pipe(Effect.provide(memory)))

  it.effect("the list's own error ends it, after what was before", () =>
    Effect.gen(function*() {
      const seen = yield* Ref.make<ReadonlyArray<string>>([])
      const exit = yield* Bulk.send(Stream.concat(Stream.fromIterable(items(3)), Stream.fail("the database is gone")), { batch, concurrency: 1 }).pipe(
        Stream.runForEach(({ _tag }) => Ref.update(seen, (all) => [...all, _tag])),
        Effect.exit
      )
      assert.deepStrictEqual(exit, Exit.fail("the database is gone"))
      assert.deepStrictEqual(yield* Ref.get(seen), ["Sent", "Sent", "Sent"])
    }).pipe(Effect.provide(memory)))

  it.effect("ended on its way leaves what was in flight in doubt, and nothing else", () =>
    Effect.gen(function*() {
      yield* fault(Fault.none, Fault.none, Fault.hang)
      const fiber = yield* Effect.fork(run(items(6), { concurrency: 1 }))
      yield* TestClock.adjust("1 second")
      yield* Fiber.interrupt(fiber)
      assert.deepStrictEqual(tags(yield* run(items(6))), ["Sent", "Sent", "InDoubt", "Sent", "Sent", "Sent"])
      assert.strictEqual((yield* reached).length, 6)
    }).pipe(Effect.provide(memory)))

  it.effect("lets single messages go first, five a second in all", () =>
    Effect.gen(function*() {
      const bulk = yield* Effect.fork(run(items(20)))
      yield* TestClock.adjust("100 millis")
      const single = yield* Effect.fork(Effect.zipRight(Message.send({ from, to, text: "now" }), Clock.currentTimeMillis))
      yield* TestClock.adjust("1 second")
      const poll = yield* Fiber.poll(single)
      assert.strictEqual(poll._tag, "Some", "a second is enough for the single one")
      yield* TestClock.adjust("10 seconds")
      assert.strictEqual((yield* Fiber.join(bulk)).length, 20)
      const at = (yield* reached).map((one) => one.at)
      for (const start of at) assert.isAtMost(at.filter((other) => other >= start && other < start + 1_000).length, 5)
    }).pipe(Effect.provide(Layer.mergeAll(application({ smsPerSecond: 5 }, { apis: { sms: { limit: 5, window: "1 second" } } }), BulkJournal.layerMemory))))
})

describe("a journal in files", () => {
  const sendIn = (folder: string, all: Iterable<Bulk.Item>, options: Partial<Bulk.Options> = {}) => Effect.provide(run(all, options), fileJournal(folder))
  const fileIn = (folder: string) => Path.join(folder, `${encodeURIComponent(batch)}.jsonl`)

  it.live("outlives its process's memory, holds no number and no text, and is its owner's alone", () =>
    withFolder((folder) =>
      Effect.gen(function*() {
        const first = yield* sendIn(folder, items(3))
        assert.deepStrictEqual(yield* sendIn(folder, items(3)), first)
        assert.strictEqual((yield* reached).length, 3)
        const text = Fs.readFileSync(fileIn(folder), "utf8")
        assert.strictEqual(text.trimEnd().split("\n").length, 6)
        for (const { text: words, to: number } of items(3)) {
          assert.notInclude(text, number.slice(1))
          assert.notInclude(text, words)
        }
        assert.strictEqual(Fs.statSync(fileIn(folder)).mode & 0o777, 0o600)
      })).pipe(Effect.provide(application())))

  it.live("a record that was being written when the process ended is taken off", () =>
    withFolder((folder) =>
      Effect.gen(function*() {
        yield* sendIn(folder, items(2), { concurrency: 1 })
        const whole = Fs.readFileSync(fileIn(folder), "utf8")
        const ends = whole.split("\n").slice(0, -1).map((_, line, lines) => lines.slice(0, line + 1).join("\n").length)
        for (const length of ends.flatMap((end) => [end - 20, end - 1, end, end + 1])) {
          Fs.writeFileSync(fileIn(folder), whole.slice(0, length))
          const records = whole.slice(0, length).split("\n").slice(0, -1).length
          const expected = [["Sent", "Sent"], ["InDoubt", "Sent"], ["Sent", "Sent"], ["Sent", "InDoubt"], ["Sent", "Sent"]][records]
          assert.deepStrictEqual(tags(yield* sendIn(folder, items(2))), expected, `${length} bytes`)
          assert.deepStrictEqual(tags(yield* sendIn(folder, items(2))), expected, `${length} bytes, again`)
        }
      })).pipe(Effect.provide(application())))

  it.live("a file that is none of a journal is refused by its line, and nothing is sent", () =>
    withFolder((folder) =>
      Effect.gen(function*() {
        yield* sendIn(folder, items(1))
        Fs.appendFileSync(fileIn(folder), "{\"state\":\"Sent\"}\n")
        const error = yield* Effect.flip(sendIn(folder, items(2)))
        assert.deepInclude(error, { _tag: "BulkJournalError", operation: "read", reason: "line 3 is none of a journal" })
        assert.strictEqual((yield* reached).length, 1)
      })).pipe(Effect.provide(application())))

  it.live("a place that cannot be written is an error before anything is sent", () =>
    withFolder((folder) =>
      Effect.gen(function*() {
        Fs.writeFileSync(Path.join(folder, "taken"), "")
        const error = yield* Effect.flip(sendIn(Path.join(folder, "taken"), items(2)))
        assert.deepInclude(error, { _tag: "BulkJournalError", operation: "write" })
        assert.strictEqual((yield* reached).length, 0)
      })).pipe(Effect.provide(application())))
})
