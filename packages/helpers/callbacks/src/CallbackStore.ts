/**
 * What is known of the messages and payments that Orange calls back about: which are expected, how far each has come, and
 * which callbacks were handled. A callback may come before the answer that it belongs to was stored, twice, or after one
 * that is final; here it is decided what to do with it.
 *
 * @since 0.1.0
 */
import * as KeyValueStore from "@effect/platform/KeyValueStore"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Records from "./internal/record.js"

/**
 * The store that handlers of callbacks ask.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { CallbackStore } from "@effect-orange/callbacks"
 * import { Effect } from "effect"
 *
 * const sent = (messageId: string) =>
 *   Effect.flatMap(CallbackStore.CallbackStore, (store) => store.expect(`sms:${messageId}`))
 * ```
 */
export class CallbackStore extends Context.Tag("@effect-orange/callbacks/CallbackStore")<CallbackStore, Service>() {}

/**
 * The store could not be read or written. The callback is answered 503, so that it is delivered again.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { CallbackStore } from "@effect-orange/callbacks"
 *
 * const isStore = (error: unknown): boolean => error instanceof CallbackStore.CallbackStoreError
 * ```
 */
export class CallbackStoreError extends Schema.TaggedError<CallbackStoreError>("@effect-orange/callbacks/CallbackStoreError")(
  "CallbackStoreError",
  {
    /** What could not be done. */
    operation: Schema.Literal("read", "write"),
    /** Why: of the store's own error the kind, never a value. */
    reason: Schema.String
  }
) {
  /** What happened and what to do. */
  override get message(): string {
    return `The store of callbacks could not be ${this.operation === "read" ? "read" : "written"} (${this.reason}). Callbacks are answered 503 meanwhile: look at the store.`
  }
}

/**
 * One callback: about what, which one, and how far it takes the subject. `rank` orders the states of a subject: one of a
 * lower rank than what was handled came late and is dropped; after `isFinal` nothing is handled any more.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { CallbackStore } from "@effect-orange/callbacks"
 *
 * const delivered: CallbackStore.Event = { subject: "sms:81e4296d", id: "DeliveredToTerminal", rank: 2, isFinal: true, body: "{}" }
 * ```
 */
export interface Event {
  /** With the API's name before it, so that subjects of two APIs do not meet: `sms:81e4296d`. */
  readonly subject: string
  /** The same for a delivery that is repeated. */
  readonly id: string
  readonly rank: number
  readonly isFinal: boolean
  /** The request's body: kept where the event has to wait. It may hold personal data. */
  readonly body: string
}

/**
 * What to do with an event: handle it (`Fresh`); nothing, it was handled (`Duplicate`) or came too late (`Stale`); nothing
 * yet, since nobody expects it (`Unknown`, it is kept); or have it delivered again, since it is being handled (`Busy`).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { CallbackStore } from "@effect-orange/callbacks"
 *
 * const isOver = (admission: CallbackStore.Admission) => admission === "Duplicate" || admission === "Stale"
 * ```
 */
export type Admission = "Fresh" | "Duplicate" | "Stale" | "Unknown" | "Busy"

/**
 * What a store does. Each step is atomic.
 *
 * @since 0.1.0
 * @category services
 * @example
 * ```ts
 * import { CallbackStore } from "@effect-orange/callbacks"
 * import { Effect } from "effect"
 *
 * const twice = (event: CallbackStore.Event) =>
 *   Effect.gen(function*() {
 *     const store = yield* CallbackStore.CallbackStore
 *     yield* store.expect(event.subject)
 *     yield* store.admit(event) // Fresh
 *     yield* store.complete(event)
 *     return yield* store.admit(event) // Duplicate
 *   })
 * ```
 */
export interface Service {
  /** What to do with an event. `Fresh` must be followed by `complete` or `release`; `Unknown` keeps it. */
  readonly admit: (event: Event) => Effect.Effect<Admission, CallbackStoreError>
  /** The event was handled. */
  readonly complete: (event: Event) => Effect.Effect<void, CallbackStoreError>
  /** The event was not handled: the next delivery is `Fresh` again. */
  readonly release: (event: Event) => Effect.Effect<void>
  /** The subject is known from now on. Gives what came before, by rank, to be handled now. */
  readonly expect: (subject: string) => Effect.Effect<ReadonlyArray<Event>, CallbackStoreError>
}

/** Where records are kept. */
interface Backend {
  readonly read: (subject: string) => Effect.Effect<Records.Record | undefined, CallbackStoreError>
  readonly write: (subject: string, record: Records.Record) => Effect.Effect<void, CallbackStoreError>
}

/** Claims are of this process: one that ends leaves none behind. */
const make = ({ read, write }: Backend): Service => {
  const mutex = Effect.unsafeMakeSemaphore(1)
  const claimed = new Set<string>()
  const free = ({ subject }: Event) => Effect.sync(() => void claimed.delete(subject))
  const known = (subject: string) => Effect.map(read(subject), (record) => record ?? Records.unknown)
  return {
    admit: (event) =>
      mutex.withPermits(1)(Effect.gen(function*() {
        const record = yield* known(event.subject)
        const admission = Records.admit(record, event)
        if (admission === "Unknown") yield* write(event.subject, Records.park(record, event))
        if (admission !== "Fresh") return admission
        // One event of a subject at a time: two at once could be handled in the wrong order.
        if (claimed.has(event.subject)) return "Busy"
        claimed.add(event.subject)
        return admission
      })),
    complete: (event) =>
      mutex.withPermits(1)(Effect.flatMap(known(event.subject), (record) => write(event.subject, Records.complete(record, event)))).pipe(
        Effect.ensuring(free(event))
      ),
    release: free,
    expect: (subject) =>
      mutex.withPermits(1)(Effect.gen(function*() {
        const [events, record] = Records.expect(yield* known(subject), subject)
        yield* write(subject, record)
        return events
      }))
  }
}

/**
 * Options of `layerMemory`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { CallbackStore } from "@effect-orange/callbacks"
 *
 * const options: CallbackStore.MemoryOptions = { capacity: 100_000 }
 * ```
 */
export interface MemoryOptions {
  /** How many subjects are remembered, the latest. Default 10,000. */
  readonly capacity?: number | undefined
}

const memory = (capacity: number): Backend => {
  const records = new Map<string, Records.Record>()
  return {
    read: (subject) => Effect.sync(() => records.get(subject)),
    write: (subject, record) =>
      Effect.sync(() => {
        records.delete(subject)
        records.set(subject, record)
        if (records.size > capacity) for (const oldest of records.keys()) return void records.delete(oldest)
      })
  }
}

/**
 * A store in this process's memory. It forgets all when the process ends: a callback that is repeated after that is
 * handled again.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { CallbackStore } from "@effect-orange/callbacks"
 *
 * const Store = CallbackStore.layerMemory()
 * ```
 */
export const layerMemory = ({ capacity = 10_000 }: MemoryOptions = {}): Layer.Layer<CallbackStore> =>
  Layer.sync(CallbackStore, () => make(memory(capacity)))

const prefix = "orange-callback:"

const json = Schema.parseJson(Records.Record)
const decode = Schema.decodeOption(json)
const encode = Schema.encodeSync(json)

const failed = (operation: CallbackStoreError["operation"]) => (error: { readonly _tag: string; readonly reason?: unknown }): CallbackStoreError =>
  new CallbackStoreError({ operation, reason: typeof error.reason === "string" ? error.reason : error._tag })

const keyValue = (store: KeyValueStore.KeyValueStore): Backend => ({
  read: (subject) =>
    Effect.mapError(store.get(prefix + subject), failed("read")).pipe(
      Effect.flatMap(Option.match({
        onNone: () => Effect.succeed(undefined),
        // What cannot be read is not overwritten: it may be of a newer version.
        onSome: (text) => Option.match(decode(text), {
          onNone: () => Effect.fail(new CallbackStoreError({ operation: "read", reason: "a record that is none" })),
          onSome: Effect.succeed
        })
      }))
    ),
  write: (subject, record) => Effect.mapError(store.set(prefix + subject, encode(record)), failed("write"))
})

/**
 * A store over @effect/platform's `KeyValueStore` (files, a database). The steps are atomic within this process alone: of
 * several replicas, give each callback to one, or handle it so that twice is as good as once.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { CallbackStore } from "@effect-orange/callbacks"
 * import { NodeKeyValueStore } from "@effect/platform-node"
 * import { Layer } from "effect"
 *
 * const Store = CallbackStore.layerKeyValueStore.pipe(Layer.provide(NodeKeyValueStore.layerFileSystem("./callbacks")))
 * ```
 */
export const layerKeyValueStore: Layer.Layer<CallbackStore, never, KeyValueStore.KeyValueStore> = Layer.effect(
  CallbackStore,
  Effect.map(KeyValueStore.KeyValueStore, (store) => make(keyValue(store)))
)
