/** An operation whose answer is a stream of items, and how it goes on after a loss. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { InvalidRequestError } from "../ApiError.js"
import type { Any } from "../Operation.js"
import * as OperationCall from "./operationCall.js"
import type * as EventStream from "./wire/eventStream.js"
import * as Plan from "./wire/plan.js"
import type * as Read from "./wire/read.js"

/** Until the server says otherwise: "a few seconds" (WHATWG HTML section 9.2.3). */
const defaultRetry = 3_000

/** What is known of the connection before. */
interface Last {
  isLost: boolean
  id: string | undefined
  retry: number
}

const remember = (last: Last, parser: EventStream.Parser | undefined): void => {
  last.isLost = true
  last.id = parser?.lastEventId() ?? last.id
  last.retry = parser?.retry() ?? last.retry
}

/** One connection's items. Its loss is not an error: it is remembered, and the next connection goes on. */
const untilLost = ({ items, parser }: Read.Streamed, last: Last): Stream.Stream<unknown, unknown> => {
  last.isLost = false
  return Stream.catchAll(items, (error) => {
    if (error._tag !== "TransportError") return Stream.fail(error)
    remember(last, parser)
    return Stream.empty
  })
}

type Open = (lastEventId: string | undefined) => Effect.Effect<Read.Streamed, unknown, any>

/** Connections, one after the other, until the server ends one of its own accord. */
const connections = (open: Open): Stream.Stream<unknown, unknown, any> =>
  Stream.suspend(() => {
    const last: Last = { isLost: true, id: undefined, retry: 0 }
    const next = Effect.suspend((): Effect.Effect<Stream.Stream<unknown, unknown>, Option.Option<unknown>, any> => {
      if (!last.isLost) return Effect.fail(Option.none())
      return Effect.sleep(Duration.millis(last.retry)).pipe(
        Effect.zipRight(Effect.mapError(open(last.id), Option.some)),
        Effect.map((streamed) => {
          if (last.retry === 0) last.retry = defaultRetry
          return untilLost(streamed, last)
        })
      )
    })
    return Stream.flatten(Stream.repeatEffectOption(next))
  })

const refuseReconnect = (operation: string): Stream.Stream<never, InvalidRequestError> =>
  Stream.fail(new InvalidRequestError({ operation, field: "reconnect", problem: "is for operations that may be done twice" }))

export const stream = (
  client: OperationCall.Client,
  operation: Any,
  request: unknown,
  options: OperationCall.CallOptions | undefined
): Stream.Stream<unknown, any, any> => {
  const open: Open = (lastEventId) =>
    OperationCall.call(client, operation, request, lastEventId === undefined ? options : { ...options, lastEventId }, OperationCall.asStream)
  if (options?.reconnect !== true) return Stream.unwrap(Effect.map(open(undefined), ({ items }) => items))
  return options.idempotent ?? Plan.planOf(operation).idempotent ? connections(open) : refuseReconnect(operation.id)
}

/** The bytes of an answer, as they come. */
export const bytes = (
  client: OperationCall.Client,
  operation: Any,
  request: unknown,
  options: OperationCall.CallOptions | undefined
): Stream.Stream<Uint8Array, any, any> => Stream.unwrap(OperationCall.call(client, operation, request, options, OperationCall.asBytes))
