/**
 * Many messages, each sent at most once, in a run that may be ended and resumed.
 *
 * @since 0.1.0
 */
import type * as Client from "@effect-orange/client-sms"
import { ApiError, RequestBudget } from "@effect-orange/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as BulkJournal from "./BulkJournal.js"
import * as Message from "./Message.js"

/**
 * A message of a list.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Msisdn, SenderAddress } from "@effect-orange/numbers"
 * import type { Bulk } from "@effect-orange/sms"
 *
 * const reminder: Bulk.Item = {
 *   id: "appointment-42",
 *   from: SenderAddress.make("tel:+2250000"),
 *   to: Msisdn.make("+2250700000000"),
 *   text: "Tomorrow at nine"
 * }
 * ```
 */
export interface Item extends Message.Message {
  /** The application's name for this message, one of its own in the batch. It is written into the journal: no number. */
  readonly id: string
}

/**
 * Two messages of one run have the same id: the second was not sent.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { Bulk } from "@effect-orange/sms"
 *
 * const isTwice = (error: unknown): boolean => error instanceof Bulk.DuplicateIdError
 * ```
 */
export class DuplicateIdError extends Schema.TaggedError<DuplicateIdError>("@effect-orange/sms/DuplicateIdError")("DuplicateIdError", {
  id: Schema.String
}) {
  /** What happened and what to do. */
  override get message(): string {
    return `Another message of this run has the id ${this.id}: this one was not sent. Give each message an id of its own.`
  }
}

/**
 * What became of a message: Orange took it (which is not delivery), it was certainly not sent, or its request left and no
 * answer came, in this run or an earlier one.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Bulk } from "@effect-orange/sms"
 *
 * const tell = (result: Bulk.Result) => result._tag === "Failed" ? `${result.id}: ${result.error.message}` : `${result.id}: ${result._tag}`
 * ```
 */
export type Result =
  | { readonly _tag: "Sent"; readonly id: string; readonly messageId: Message.MessageId }
  | { readonly _tag: "Failed"; readonly id: string; readonly error: Message.SendError | DuplicateIdError }
  | { readonly _tag: "InDoubt"; readonly id: string }

/**
 * How a list is sent.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Bulk } from "@effect-orange/sms"
 *
 * const options: Bulk.Options = { batch: "newsletter of May", inDoubt: "report" }
 * ```
 */
export interface Options {
  /** Names the journal: the same name resumes. */
  readonly batch: string
  /** What to do with messages that an earlier run left in doubt. They are reported, and not sent again, by default. */
  readonly inDoubt?: "report" | "sendAgain" | undefined
  /** How many are on their way at once. 5 by default. */
  readonly concurrency?: number | undefined
}

const sendOne = (batch: BulkJournal.Batch, { id, ...message }: Item, again: boolean) =>
  Effect.uninterruptibleMask((restore) =>
    Effect.gen(function*() {
      const standing = yield* batch.begin(id, { again })
      if (standing._tag === "Sent") return { _tag: "Sent", id, messageId: standing.messageId } as const
      if (standing._tag === "InDoubt") return { _tag: "InDoubt", id } as const
      const answer = yield* Effect.either(restore(Message.send(message)))
      if (Either.isRight(answer)) {
        const { messageId } = answer.right
        yield* batch.sent(id, messageId)
        return { _tag: "Sent", id, messageId } as const
      }
      // The journal says so already: a request that left and was not answered stays as it is there.
      if (ApiError.mayHaveBeenDone(answer.left, "sendSms")) return { _tag: "InDoubt", id } as const
      yield* batch.failed(id)
      return { _tag: "Failed", id, error: answer.left } as const
    })
  )

/**
 * Sends a list, and gives a result for each message, in the list's order. Every request is written into the journal before
 * it leaves and after its answer. Ending the stream (or the process) at any moment leaves a journal from which the same
 * call with the same `batch` goes on: what was sent is given as `Sent` without a request, what failed is tried again, what
 * was on its way is `InDoubt`.
 *
 * With a `RequestBudget`, single messages go first (`RequestBudget.yielding`).
 *
 * @since 0.1.0
 * @category calls
 * @example
 * ```ts
 * import { Bulk, BulkJournal } from "@effect-orange/sms"
 * import { NodeContext } from "@effect/platform-node"
 * import { Effect, Layer, Stream } from "effect"
 *
 * const Journal = BulkJournal.layerFile("./journals").pipe(Layer.provide(NodeContext.layer))
 *
 * const newsletter = (items: ReadonlyArray<Bulk.Item>) =>
 *   Bulk.send(Stream.fromIterable(items), { batch: "newsletter of May" }).pipe(
 *     Stream.runForEach((result) => result._tag === "Sent" ? Effect.void : Effect.logWarning(`${result.id}: ${result._tag}`)),
 *     Effect.provide(Journal)
 *   )
 * ```
 */
export const send = <E, R>(
  items: Stream.Stream<Item, E, R>,
  { batch: name, concurrency = 5, inDoubt = "report" }: Options
): Stream.Stream<Result, E | BulkJournal.BulkJournalError, R | Client.Sms | BulkJournal.BulkJournal> =>
  Stream.unwrapScoped(Effect.gen(function*() {
    const journal = yield* BulkJournal.BulkJournal
    const batch = yield* journal.open(name)
    const seen = new Set<string>()
    return Stream.mapEffect(items, (item): Effect.Effect<Result, BulkJournal.BulkJournalError, Client.Sms> => {
      const { id } = item
      if (seen.has(id)) return Effect.succeed({ _tag: "Failed", id, error: new DuplicateIdError({ id }) })
      seen.add(id)
      return RequestBudget.yielding(sendOne(batch, item, inDoubt === "sendAgain"))
    }, { concurrency })
  }))
