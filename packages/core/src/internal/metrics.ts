import type * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import * as MetricLabel from "effect/MetricLabel"

/**
 * A counter with two tags, each pair of values made once. The values come from small closed sets, never from a URL's
 * values or a person.
 */
export const tagged = (
  counter: Metric.Metric.Counter<number>,
  first: string,
  second: string
): (firstValue: string, secondValue: string) => Effect.Effect<void> => {
  const counts = new Map<string, Effect.Effect<void>>()
  return (firstValue, secondValue) => {
    const key = `${firstValue} ${secondValue}`
    const known = counts.get(key)
    if (known !== undefined) return known
    const labels = [MetricLabel.make(first, firstValue), MetricLabel.make(second, secondValue)]
    const count = Metric.update(Metric.taggedWithLabels(counter, labels), 1)
    counts.set(key, count)
    return count
  }
}
