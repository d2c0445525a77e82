import type * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import * as MetricLabel from "effect/MetricLabel"

/** One more, under these tags. Tag values come from small closed sets, never from a URL or a person. */
export const count = (counter: Metric.Metric.Counter<number>, tags: Readonly<Record<string, string>>): Effect.Effect<void> =>
  Metric.update(
    Metric.taggedWithLabels(counter, Object.entries(tags).map(([key, value]) => MetricLabel.make(key, value))),
    1
  )
