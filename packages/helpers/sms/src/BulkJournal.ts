/**
 * What a bulk send writes down before each request and after each answer, so that it can be ended at any moment and taken
 * up again without a message being sent twice.
 *
 * @since 0.1.0
 */
import * as FileSystem from "@effect/platform/FileSystem"
import * as Path from "@effect/platform/Path"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as Records from "./internal/journalRecord.js"
import type { MessageId } from "./Message.js"

/**
 * The journal could not be read or written. Without it nothing more is sent; what was on its way is in doubt.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { BulkJournal } from "@effect-orange/sms"
 *
 * const isJournal = (error: unknown): boolean => error instanceof BulkJournal.BulkJournalError
 * ```
 */
export class BulkJournalError extends Schema.TaggedError<BulkJournalError>("@effect-orange/sms/BulkJournalError")("BulkJournalError", {
  operation: Schema.Literal("read", "write"),
  /** The kind of the failure, or the line that is none of a journal. */
  reason: Schema.String
}) {
  /** What happened and what to do. */
  override get message(): string {
    return `The journal of the bulk send could not be ${this.operation === "read" ? "read" : "written"} (${this.reason}). Nothing more was sent: mend the journal's place, then resume.`
  }
}

/**
 * Where a message stands: it may be sent now (`Fresh`), Orange took it (`Sent`), or a request left and no answer was
 * written down (`InDoubt`).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { BulkJournal } from "@effect-orange/sms"
 *
 * const isOver = (standing: BulkJournal.Standing) => standing._tag === "Sent"
 * ```
 */
export type Standing =
  | { readonly _tag: "Fresh" }
  | { readonly _tag: "Sent"; readonly messageId: MessageId }
  | { readonly _tag: "InDoubt" }

/**
 * The journal of one batch.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { BulkJournal } from "@effect-orange/sms"
 *
 * const once = (journal: BulkJournal.Batch, id: string) => journal.begin(id, { again: false })
 * ```
 */
export interface Batch {
  /**
   * Says that a message is about to be sent, and returns once that is written down. Only `Fresh` may be sent. One in doubt
   * is `Fresh` where it is to be sent `again`.
   */
  readonly begin: (id: string, options: { readonly again: boolean }) => Effect.Effect<Standing, BulkJournalError>
  /** Orange took it. */
  readonly sent: (id: string, messageId: MessageId) => Effect.Effect<void, BulkJournalError>
  /** It was certainly not sent, or refused: it may be sent again. */
  readonly failed: (id: string) => Effect.Effect<void, BulkJournalError>
}

/**
 * Opens journals.
 *
 * @since 0.1.0
 * @category services
 * @example
 * ```ts
 * import type { BulkJournal } from "@effect-orange/sms"
 *
 * const of = (journal: BulkJournal.Service) => journal.open("newsletter of May")
 * ```
 */
export interface Service {
  /** The journal of a batch, with what an earlier run left in it. One run at a time. */
  readonly open: (batch: string) => Effect.Effect<Batch, BulkJournalError, Scope.Scope>
}

/**
 * Where journals are.
 *
 * @since 0.1.0
 * @category tags
 * @example
 * ```ts
 * import { BulkJournal } from "@effect-orange/sms"
 * import { Effect } from "effect"
 *
 * const open = (batch: string) => Effect.flatMap(BulkJournal.BulkJournal, (journal) => journal.open(batch))
 * ```
 */
export class BulkJournal extends Context.Tag("@effect-orange/sms/BulkJournal")<BulkJournal, Service>() {}

/** A batch over what is known of it, and a way to write one more record down. */
const makeBatch = (known: Map<string, Records.Record>, write: (record: Records.Record) => Effect.Effect<void, BulkJournalError>): Batch => {
  const mutex = Effect.unsafeMakeSemaphore(1)
  // After a write that failed the file may end within a line: what came behind it could not be read.
  let broken: Effect.Effect<void, BulkJournalError> = Effect.void
  const put = (record: Records.Record) =>
    Effect.suspend(() => broken).pipe(
      Effect.zipRight(write(record)),
      Effect.tapError((error) => Effect.sync(() => void (broken = Effect.fail(error)))),
      Effect.tap(() => Effect.sync(() => known.set(record.id, record)))
    )
  const standing = (id: string): Standing => {
    const record = known.get(id)
    if (record === undefined || record.state === "Failed") return { _tag: "Fresh" }
    return record.state === "Sent" ? { _tag: "Sent", messageId: record.messageId } : { _tag: "InDoubt" }
  }
  return {
    begin: (id, { again }) =>
      mutex.withPermits(1)(Effect.suspend((): Effect.Effect<Standing, BulkJournalError> => {
        const found = standing(id)
        const isFresh = found._tag === "Fresh" || (found._tag === "InDoubt" && again)
        return isFresh ? Effect.as(put({ state: "Sending", id }), { _tag: "Fresh" }) : Effect.succeed(found)
      })),
    sent: (id, messageId) => mutex.withPermits(1)(put({ state: "Sent", id, messageId })),
    failed: (id) => mutex.withPermits(1)(put({ state: "Failed", id }))
  }
}

/**
 * Journals in this process's memory: for tests, and for lists that nobody resumes. They end with the layer.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { BulkJournal } from "@effect-orange/sms"
 *
 * const Journal = BulkJournal.layerMemory
 * ```
 */
export const layerMemory: Layer.Layer<BulkJournal> = Layer.sync(BulkJournal, () => {
  const batches = new Map<string, Map<string, Records.Record>>()
  return {
    open: (batch) =>
      Effect.sync(() => {
        const known = batches.get(batch) ?? new Map<string, Records.Record>()
        batches.set(batch, known)
        return makeBatch(known, () => Effect.void)
      })
  }
})

const failed = (operation: BulkJournalError["operation"]) => (error: { readonly _tag: string; readonly reason?: unknown }): BulkJournalError =>
  new BulkJournalError({ operation, reason: typeof error.reason === "string" ? error.reason : error._tag })

/** What an earlier run left. A last line without its end was being written when that run ended: it is taken off. */
const readFile = (fs: FileSystem.FileSystem, path: string) =>
  Effect.gen(function*() {
    if (!(yield* fs.exists(path))) return new Map<string, Records.Record>()
    const bytes = yield* fs.readFile(path)
    const whole = bytes.lastIndexOf(0x0a) + 1
    if (whole < bytes.length) yield* fs.truncate(path, FileSystem.Size(whole))
    return yield* Records.readAll(new TextDecoder().decode(bytes.subarray(0, whole)))
  }).pipe(Effect.mapError((error) => error._tag === "BadLine" ? new BulkJournalError({ operation: "read", reason: `line ${error.line} is none of a journal` }) : failed("read")(error)))

const openFile = (fs: FileSystem.FileSystem, path: string) =>
  Effect.gen(function*() {
    const known = yield* readFile(fs, path)
    const file = yield* Effect.mapError(fs.open(path, { flag: "a", mode: 0o600 }), failed("write"))
    const write = (record: Records.Record) =>
      Effect.mapError(Effect.zipRight(file.writeAll(Records.toLine(record)), file.sync), failed("write"))
    return makeBatch(known, write)
  })

/**
 * Journals as files in a folder, one for each batch, each record written through to the disk before it counts. A process
 * that is killed leaves a journal that can be resumed. A file holds the ids that the application gave and the ids that
 * Orange gave: no number and no text. One process at a time may send a batch; nothing here locks others out.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import { BulkJournal } from "@effect-orange/sms"
 * import { NodeContext } from "@effect/platform-node"
 * import { Layer } from "effect"
 *
 * const Journal = BulkJournal.layerFile("./journals").pipe(Layer.provide(NodeContext.layer))
 * ```
 */
export const layerFile = (folder: string): Layer.Layer<BulkJournal, BulkJournalError, FileSystem.FileSystem | Path.Path> =>
  Layer.effect(
    BulkJournal,
    Effect.gen(function*() {
      const fs = yield* FileSystem.FileSystem
      const path = yield* Path.Path
      yield* Effect.mapError(fs.makeDirectory(folder, { recursive: true }), failed("write"))
      return { open: (batch: string) => openFile(fs, path.join(folder, `${encodeURIComponent(batch)}.jsonl`)) }
    })
  )
