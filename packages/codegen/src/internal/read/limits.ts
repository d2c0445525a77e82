/** How much a document may ask for. Real documents stay far below; one above is an error, never a long wait. */
export interface Limits {
  readonly fileBytes: number
  /** Of all files of a document together. */
  readonly totalBytes: number
  readonly files: number
  /** Objects and lists inside each other. */
  readonly depth: number
  /** Values that the aliases of a YAML file stand for, beside those that it holds itself. */
  readonly aliasedValues: number
}

export const limits: Limits = {
  fileBytes: 32 * 1024 * 1024,
  totalBytes: 64 * 1024 * 1024,
  files: 500,
  depth: 500,
  aliasedValues: 1_000_000
}

/** A size for a person. */
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
