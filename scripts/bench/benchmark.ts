/** What a bench is. None passes or fails: it measures, and says what was aimed at. */
import type * as Effect from "effect/Effect"

export interface Row {
  readonly what: string
  /** With its interval, where it is an estimate. */
  readonly measured: string
  readonly goal: string
}

export interface Benchmark {
  readonly name: string
  readonly run: Effect.Effect<ReadonlyArray<Row>, unknown>
}
