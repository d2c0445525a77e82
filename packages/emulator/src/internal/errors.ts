/** The errors that `Emulator.ts` exports: here, so that what it is made of can fail with them too. */
import * as Data from "effect/Data"

/**
 * The authorize page would have shown an error and redirected nowhere (an unknown client, an unregistered redirect URI).
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const reason = (error: Emulator.ApproveError) => Effect.succeed(error.reason)
 * ```
 */
export class ApproveError extends Data.TaggedError("ApproveError")<{ readonly reason: string }> {
  /** What the page would have said. */
  override get message(): string {
    return `The authorize page redirects nowhere: ${this.reason}`
  }
}

/**
 * The address could not be listened on.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Console, Effect, Layer } from "effect"
 *
 * const program = Layer.launch(Emulator.layerServer({ port: 4010 })).pipe(
 *   Effect.catchTag("ListenError", (error) => Console.error(error.message))
 * )
 * ```
 */
export class ListenError extends Data.TaggedError("ListenError")<{
  readonly host: string
  readonly port: number
  /** Node's code, such as `EADDRINUSE`. */
  readonly code: string
}> {
  /** What is wrong and what to do. */
  override get message(): string {
    const where = `port ${this.port} on ${this.host}`
    return this.code === "EADDRINUSE"
      ? `${where} is already in use: choose another port, or 0 for any that is free`
      : `cannot listen on ${where}: ${this.code}`
  }
}

/**
 * There is no message, payment, code, session or subscription of that id, no authentication that waits for that subscriber, or what was asked of it cannot happen any more.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 * import { Effect } from "effect"
 *
 * const paid = (payToken: string) =>
 *   Effect.flatMap(Emulator.Emulator, (emulator) => emulator.money.pay(payToken)).pipe(
 *     Effect.catchTag("TriggerError", (error) => Effect.logWarning(error.message))
 *   )
 * ```
 */
export class TriggerError extends Data.TaggedError("TriggerError")<{
  readonly what: "message" | "payment" | "code" | "authentication" | "session" | "subscription"
  readonly reason: "unknown" | "over"
}> {
  /** What is wrong. */
  override get message(): string {
    return this.reason === "unknown" ? `The emulator has no such ${this.what}` : `The ${this.what} is over: nothing can happen to it any more`
  }
}
