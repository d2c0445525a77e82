/** The contract of a store, and its law: whatever comes in whatever order, a subject never goes back. */
import { CallbackStore } from "@effect-orange/callbacks"
import * as KeyValueStore from "@effect/platform/KeyValueStore"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Layer from "effect/Layer"

type Event = CallbackStore.Event

const event = (rank: number, more: Partial<Event> = {}): Event => ({ subject: "sms:a", id: `state-${rank}`, rank, isFinal: rank >= 3, body: `{"rank":${rank}}`, ...more })

const layers: ReadonlyArray<readonly [string, () => Layer.Layer<CallbackStore.CallbackStore>]> = [
  ["memory", () => CallbackStore.layerMemory()],
  ["KeyValueStore", () => CallbackStore.layerKeyValueStore.pipe(Layer.provide(KeyValueStore.layerMemory))]
]

describe.each(layers)("%s", (_, layer) => {
  const withStore = <A, E>(use: (store: CallbackStore.Service) => Effect.Effect<A, E>) =>
    Effect.flatMap(CallbackStore.CallbackStore, use).pipe(Effect.provide(layer()))

  it.effect("an event of an expected subject is fresh once", () =>
    withStore((store) =>
      Effect.gen(function*() {
        assert.deepStrictEqual(yield* store.expect("sms:a"), [])
        assert.strictEqual(yield* store.admit(event(1)), "Fresh")
        yield* store.complete(event(1))
        assert.strictEqual(yield* store.admit(event(1)), "Duplicate")
      })))

  it.effect("one at a time, and again after a failure", () =>
    withStore((store) =>
      Effect.gen(function*() {
        yield* store.expect("sms:a")
        assert.strictEqual(yield* store.admit(event(1)), "Fresh")
        assert.strictEqual(yield* store.admit(event(1)), "Busy")
        assert.strictEqual(yield* store.admit(event(2)), "Busy")
        assert.strictEqual(yield* store.admit(event(1, { subject: "sms:b" })), "Unknown")
        yield* store.release(event(1))
        assert.strictEqual(yield* store.admit(event(1)), "Fresh")
      })))

  it.effect("what comes before it is expected waits, by rank, until it is handled", () =>
    withStore((store) =>
      Effect.gen(function*() {
        for (const rank of [2, 1, 2]) assert.strictEqual(yield* store.admit(event(rank)), "Unknown")
        const early = yield* store.expect("sms:a")
        assert.deepStrictEqual(early, [event(1), event(2)])
        assert.deepStrictEqual(yield* store.expect("sms:a"), early)
        for (const one of early) {
          assert.strictEqual(yield* store.admit(one), "Fresh")
          yield* store.complete(one)
        }
        assert.deepStrictEqual(yield* store.expect("sms:a"), [])
      })))

  it.effect("a lower rank is late, and after a final one everything is", () =>
    withStore((store) =>
      Effect.gen(function*() {
        yield* store.expect("sms:a")
        yield* store.admit(event(2))
        yield* store.complete(event(2))
        assert.strictEqual(yield* store.admit(event(1)), "Stale")
        yield* store.admit(event(3))
        yield* store.complete(event(3))
        assert.strictEqual(yield* store.admit(event(4)), "Stale")
      })))

  it.effect("law: what is handled has rising ranks, ends with the first final one, and holds nothing twice", () =>
    Effect.promise(() =>
      FastCheck.assert(
        FastCheck.asyncProperty(
          FastCheck.array(FastCheck.record({ rank: FastCheck.integer({ min: 0, max: 4 }), id: FastCheck.integer({ min: 0, max: 3 }), fails: FastCheck.boolean() }), { maxLength: 30 }),
          (steps) =>
            Effect.runPromise(withStore((store) =>
              Effect.gen(function*() {
                yield* store.expect("sms:a")
                const handled: Array<Event> = []
                for (const { fails, id, rank } of steps) {
                  const one = event(rank, { id: `${rank}.${id}` })
                  if ((yield* store.admit(one)) !== "Fresh") continue
                  if (fails) yield* store.release(one)
                  else {
                    yield* store.complete(one)
                    handled.push(one)
                  }
                }
                assert.strictEqual(new Set(handled.map((one) => one.id)).size, handled.length)
                assert.deepStrictEqual(handled, [...handled].sort((a, b) => a.rank - b.rank))
                assert.isFalse(handled.slice(0, -1).some((one) => one.isFinal))
              })))
        ),
        { numRuns: 100 }
      )))
})

describe("a store that fails", () => {
  const broken = KeyValueStore.make({
    get: () => Effect.fail({ _tag: "SystemError", reason: "TimedOut", message: "secret words" } as never),
    getUint8Array: () => Effect.die("unused"),
    set: () => Effect.void,
    remove: () => Effect.void,
    clear: Effect.void,
    size: Effect.succeed(0)
  })

  it.effect("says so, without what the store said", () =>
    Effect.gen(function*() {
      const error = yield* Effect.flip(Effect.flatMap(CallbackStore.CallbackStore, (store) => store.admit(event(1))))
      assert.strictEqual(error.message, "The store of callbacks could not be read (TimedOut). Callbacks are answered 503 meanwhile: look at the store.")
    }).pipe(Effect.provide(CallbackStore.layerKeyValueStore.pipe(Layer.provide(Layer.succeed(KeyValueStore.KeyValueStore, broken))))))

  it.effect("a record that is none is kept, and is an error", () =>
    Effect.gen(function*() {
      const values = yield* KeyValueStore.KeyValueStore
      yield* values.set("orange-callback:sms:a", "{\"version\":2}")
      const store = yield* CallbackStore.CallbackStore
      assert.strictEqual((yield* Effect.flip(store.admit(event(1))))._tag, "CallbackStoreError")
      assert.deepStrictEqual(yield* values.get("orange-callback:sms:a"), yield* Effect.succeedSome("{\"version\":2}"))
    }).pipe(Effect.provide(CallbackStore.layerKeyValueStore.pipe(Layer.provideMerge(KeyValueStore.layerMemory)))))
})

it.effect("memory forgets the oldest subject beyond its capacity", () =>
  Effect.gen(function*() {
    const store = yield* CallbackStore.CallbackStore
    for (const subject of ["a", "b", "c"]) yield* store.expect(subject)
    assert.strictEqual(yield* store.admit(event(1, { subject: "a" })), "Unknown")
    assert.strictEqual(yield* store.admit(event(1, { subject: "c" })), "Fresh")
  }).pipe(Effect.provide(CallbackStore.layerMemory({ capacity: 2 }))))
