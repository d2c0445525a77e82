/** The little statistics that the benches need: medians and means with an interval, and a line through points. */

/** An estimate, and the interval that covers 95 % of what it might have been. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

const mean = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0) / values.length

const quantile = (sorted: ReadonlyArray<number>, share: number): number => {
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)]!
  return below + (sorted[Math.ceil(position)]! - below) * (position - Math.floor(position))
}

const median = (values: ReadonlyArray<number>): number => quantile([...values].sort((a, b) => a - b), 0.5)

const resamples = 2_000

/** A statistic of paired samples, with the interval of a percentile bootstrap over the pairs. */
const bootstrap = (values: ReadonlyArray<number>, statistic: (values: ReadonlyArray<number>) => number): Estimate => {
  const draws = Array.from({ length: resamples }, () =>
    statistic(values.map(() => values[Math.floor(Math.random() * values.length)]!))).sort((a, b) => a - b)
  return { value: statistic(values), low: quantile(draws, 0.025), high: quantile(draws, 0.975) }
}

/** The median, which one disturbed sample does not move. */
export const medianOf = (values: ReadonlyArray<number>): Estimate => bootstrap(values, median)

export const meanOf = (values: ReadonlyArray<number>): Estimate => bootstrap(values, mean)

export interface Point {
  readonly x: number
  readonly y: number
}

/** The slope of the least-squares line, with its interval (1.96 standard errors). */
export const slopeOf = (points: ReadonlyArray<Point>): Estimate => {
  const [meanX, meanY] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))]
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  const value = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread
  const residuals = points.reduce((sum, { x, y }) => sum + (y - meanY - value * (x - meanX)) ** 2, 0)
  const error = 1.96 * Math.sqrt(residuals / (points.length - 2) / spread)
  return { value, low: value - error, high: value + error }
}

/** `1.04 [1.01, 1.08]` */
export const shown = ({ high, low, value }: Estimate, digits: number, unit = ""): string => {
  const text = (number: number) => number.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${text(value)}${unit} [${text(low)}, ${text(high)}]`
}
