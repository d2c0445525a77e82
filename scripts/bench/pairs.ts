/**
 * Two things timed against each other within one run: by turns, in random order within each pair, so that whatever else
 * the machine does meets both alike. Only the pairs' ratios and differences mean something; their times do not.
 */
import * as Effect from "effect/Effect"
import { type Estimate, medianOf } from "./statistics.js"

/** Work that is done so many times; how it fails does not matter here. */
type Work = (times: number) => Effect.Effect<void, unknown>

interface Pair {
  readonly baseline: Work
  readonly candidate: Work
  /** How often each works within one sample. */
  readonly times: number
  readonly pairs: number
}

interface Comparison {
  /** Candidate over baseline. */
  readonly ratio: Estimate
  /** Candidate less baseline, for one of the `times`, in nanoseconds. */
  readonly difference: Estimate
  /** Nanoseconds for one of the `times`. */
  readonly baseline: Estimate
}

const timed = (work: Effect.Effect<void, unknown>): Effect.Effect<number, unknown> =>
  Effect.suspend(() => {
    const started = process.hrtime.bigint()
    return Effect.map(work, () => Number(process.hrtime.bigint() - started))
  })

/** Steady state: it takes some thousands of calls until the compiler has settled. */
const warmUpPairs = 20

export const compare = ({ baseline, candidate, pairs, times }: Pair): Effect.Effect<Comparison, unknown> =>
  Effect.gen(function*() {
    const samples: Array<{ readonly baseline: number; readonly candidate: number }> = []
    for (let i = 0; i < warmUpPairs + pairs; i++) {
      const baselineFirst = Math.random() < 0.5
      const first = yield* timed(baselineFirst ? baseline(times) : candidate(times))
      const second = yield* timed(baselineFirst ? candidate(times) : baseline(times))
      const sample = baselineFirst ? { baseline: first, candidate: second } : { baseline: second, candidate: first }
      if (i >= warmUpPairs) samples.push(sample)
    }
    return {
      ratio: medianOf(samples.map((sample) => sample.candidate / sample.baseline)),
      difference: medianOf(samples.map((sample) => (sample.candidate - sample.baseline) / times)),
      baseline: medianOf(samples.map((sample) => sample.baseline / times))
    }
  })
