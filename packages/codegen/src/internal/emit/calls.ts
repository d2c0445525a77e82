/** A call of an operation as a person would write it, with the document's own examples. */
import type { Json } from "../json.js"
import type { Media, Node, Operation } from "../model/Model.js"
import type { About } from "./about.js"
import { requestKeys } from "./effect3/requestKeys.js"
import { isAllOptional, takesNothing } from "./effect3/requests.js"
import { braces, objectKey, quote } from "./text.js"

const bodyText = ({ sampler, valuer }: About, media: Media): string | undefined => {
  if (media.kind === "text") return quote("text")
  if (media.kind === "bytes") return `new TextEncoder().encode("bytes")`
  if (media.node === undefined) return media.kind === "lines" ? "[{}]" : "{}"
  const value = sampler.sample(media.node, "input", media.example)
  const text = value === undefined ? undefined : valuer.text(media.node, value, "input", media.kind === "multipart")
  return text !== undefined && media.kind === "lines" ? `[${text}]` : text
}

const parameterText = ({ sampler, valuer }: About, node: Node, example: Json | undefined): string | undefined => {
  const value = sampler.sample(node, "input", example)
  return value === undefined ? undefined : valuer.text(node, value, "input")
}

/** The arguments of a call: what is required, and the body. `undefined` where an example could not be made. */
export const callArguments = (about: About, operation: Operation): string | undefined => {
  if (takesNothing(operation)) return ""
  const keys = requestKeys(operation)
  const entries: Array<string> = []
  for (const one of operation.parameters.filter(({ required }) => required)) {
    const text = parameterText(about, one.node, one.words.example)
    if (text === undefined) return undefined
    entries.push(`${objectKey(keys.get(one)!)}: ${text}`)
  }
  const media = operation.body?.content[0]
  if (media !== undefined) {
    const text = bodyText(about, media)
    if (text === undefined) return undefined
    entries.push(`body: ${text}`)
  }
  return entries.length === 0 && isAllOptional(operation) ? "" : entries.length === 0 ? "{}" : braces(entries)
}
