/** What an operation answers: its success, its errors, its declared headers, and the ways of asking for it. */
import { groupBy } from "../../collections.js"
import type { Answer, Media, Operation } from "../../model/Model.js"
import { streamsAlso } from "../../name/names.js"
import { key } from "../text.js"
import { errorClass } from "./errors.js"
import { type Side, typeOf } from "./nodes.js"
import type { Printer } from "./printer.js"

const output: Side = { form: "output", encoded: false }

export const isError = ({ status }: Answer): boolean => !status.startsWith("2")

/** An operation that declares no errors has no type of them, as one that takes nothing has no request. */
export const declaresErrors = ({ answers }: Operation): boolean => answers.some(isError)

const isStreamMedia = ({ kind }: Media): boolean => kind === "events" || kind === "lines"

const eventType = (printer: Printer, media: Media): string => {
  const item = media.node === undefined ? (media.kind === "events" ? "string" : "unknown") : typeOf(printer, media.node, output)
  return media.kind === "events" ? `ApiClient.ServerSentEvent<${item}>` : item
}

const valueType = (printer: Printer, media: Media): string => {
  switch (media.kind) {
    case "events":
    case "lines":
      return eventType(printer, media)
    case "bytes":
      return "Uint8Array"
    case "text":
      return "string"
    case "multipart":
      return "Uint8Array"
    default:
      return media.node === undefined ? "unknown" : typeOf(printer, media.node, output)
  }
}

const unique = (texts: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(texts)]

const unionOf = (types: ReadonlyArray<string>): string => {
  const all = unique(types)
  return all.includes("unknown") ? "unknown" : all.length === 0 ? "void" : all.join(" | ")
}

/** One way of asking: for values, or for a stream of items. */
export interface Variant {
  readonly name: string
  readonly stream: boolean
  /** Only these media types of the answers are asked for. */
  readonly wanted: (media: Media) => boolean
}

const successes = (operation: Operation): ReadonlyArray<Answer> => {
  const declared = operation.answers.filter((one) => !isError(one))
  return declared.length > 0 ? declared : operation.answers.filter((one) => one.status === "default")
}

export const variantsOf = (operation: Operation, names: { readonly method: string; readonly stream: string }): ReadonlyArray<Variant> => {
  const medias = successes(operation).flatMap((one) => one.content)
  if (streamsAlso(operation)) {
    return [
      { name: names.method, stream: false, wanted: (media) => !isStreamMedia(media) },
      { name: names.stream, stream: true, wanted: isStreamMedia }
    ]
  }
  const stream = medias.some(isStreamMedia)
  return [{ name: names.method, stream, wanted: () => true }]
}

export const successType = (printer: Printer, operation: Operation, variant: Variant): string =>
  unionOf(successes(operation).flatMap((one) => {
    const wanted = one.content.filter(variant.wanted)
    return wanted.length === 0 ? (variant.stream ? [] : ["void"]) : wanted.map((media) => valueType(printer, media))
  }))

export const errorTypes = (printer: Printer, operation: Operation): ReadonlyArray<string> => {
  const bodyTypes = ({ content }: Answer): ReadonlyArray<string> => content.length === 0 ? ["undefined"] : content.map((media) => valueType(printer, media))
  const byClass = groupBy(operation.answers.filter(isError), ({ status }) => errorClass(status))
  return [...byClass].map(([name, answers]) => `ApiError.${name}<${unionOf(answers.flatMap(bodyTypes))}>`)
}

export const headersType = (printer: Printer, operation: Operation): string | undefined => {
  const answers = successes(operation)
  if (answers.every((one) => one.headers.length === 0)) return undefined
  const types = answers.map((answer) =>
    answer.headers.length === 0
      ? "{}"
      : `{ ${answer.headers.map((one) => `readonly ${key(one.name)}${one.required ? "" : "?"}: ${typeOf(printer, one.node, output)}`).join("; ")} }`)
  return unique(types).join(" | ")
}
