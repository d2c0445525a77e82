/** What counts as a file in a body: bytes, a `Blob`, or either with a name and a type. */

/** A file with what is said of it. */
export interface File {
  readonly data: Uint8Array | Blob
  readonly filename?: string | undefined
  readonly contentType?: string | undefined
}

export const isBlob = (value: unknown): value is Blob => typeof Blob !== "undefined" && value instanceof Blob

const isData = (value: unknown): value is Uint8Array | Blob => value instanceof Uint8Array || isBlob(value)

const nonEmpty = (text: unknown): string | undefined => typeof text === "string" && text !== "" ? text : undefined

/** The value as a file, if it is one. A JSON value never is: it holds no bytes. */
export const fileOf = (value: unknown): File | undefined => {
  if (value instanceof Uint8Array) return { data: value }
  if (isBlob(value)) return { data: value, filename: nonEmpty((value as Blob & { readonly name?: unknown }).name), contentType: nonEmpty(value.type) }
  if (typeof value !== "object" || value === null || !("data" in value) || !isData(value.data)) return undefined
  const { contentType, data, filename } = value as File
  return { data, filename, contentType: contentType ?? fileOf(data)?.contentType }
}
