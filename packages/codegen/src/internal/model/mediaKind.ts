/** What the name of a media type says of a body. */
import { get, getString, type Json } from "../json.js"
import type { Media } from "./Model.js"

export const essence = (media: string): string => media.split(";")[0]!.trim().toLowerCase()

export const kindOf = (media: string): Media["kind"] => {
  const type = essence(media)
  if (type === "application/json" || type.endsWith("+json") || type === "text/json") return "json"
  if (type === "application/x-www-form-urlencoded") return "form"
  if (type.startsWith("multipart/")) return "multipart"
  if (type === "text/event-stream") return "events"
  if (["application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonl", "application/json-lines", "application/json-seq"].includes(type)) return "lines"
  if (type.startsWith("text/") || type === "application/xml" || type.endsWith("+xml") || type === "application/yaml" || type === "application/x-yaml") return "text"
  return "bytes"
}

/** The type of bytes as OpenAPI 3.1 says them (section 4.8.14.1): of a media type that is no text, and in no encoding. */
export const binaryType = (schema: Json | undefined): string | undefined => {
  const media = getString(schema, "contentMediaType")
  const isBytes = media !== undefined && get(schema, "contentEncoding") === undefined && kindOf(media) === "bytes"
  return isBytes ? media : undefined
}
