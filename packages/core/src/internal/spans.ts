/** Spans only where somebody looks: Effect's own tracer keeps nothing, and making a span for it costs more than a decode. */
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import * as FiberRef from "effect/FiberRef"
import type * as Tracer from "effect/Tracer"

let ownTracer: Tracer.Tracer | undefined

/** The tracer that a program has which sets none. */
const isOwnTracer = (tracer: Tracer.Tracer): boolean => tracer === (ownTracer ??= Effect.runSync(Effect.tracer))

const isWatched = (fiber: Fiber.RuntimeFiber<unknown, unknown>): boolean =>
  fiber.getFiberRef(FiberRef.currentTracerEnabled) && !isOwnTracer(fiber.currentTracer)

export interface SpanOptions {
  readonly attributes: Readonly<Record<string, unknown>>
  /** Made even if nobody looks: its ids are sent to the server. */
  readonly always?: boolean
}

/** An effect in a span of its own, which it may annotate. */
export const inSpan = <A, E, R>(
  name: string,
  options: SpanOptions,
  self: (span: Tracer.Span | undefined) => Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> =>
  Effect.withFiberRuntime((fiber) =>
    options.always === true || isWatched(fiber)
      ? Effect.useSpan(name, { kind: "client", captureStackTrace: false, attributes: options.attributes }, (span) =>
        Effect.withParentSpan(self(span), span) as Effect.Effect<A, E, R>)
      : self(undefined))
