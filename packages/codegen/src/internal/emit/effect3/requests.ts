/** What an operation takes: one flat request of its parameters and its body. */
import { groupBy } from "../../collections.js"
import type { Media, Operation, Parameter } from "../../model/Model.js"
import { comment, key, quote } from "../text.js"
import { type CommonParameters, nameKeys, ownParameters } from "./commonParameters.js"
import { type Side, typeOf } from "./nodes.js"
import { type Printer, withFiles } from "./printer.js"
import { headersKey, isRange, withHeaders } from "./requestKeys.js"
import { describe } from "./schemas.js"

/** An operation as it is called. */
export interface Call {
  readonly operation: Operation
  /** The request's keys of its parameters. */
  readonly keys: ReadonlyMap<Parameter, string>
  readonly common: CommonParameters | undefined
}

const input: Side = { form: "input", encoded: false }

const bodyType = (printer: Printer, media: Media): string => {
  switch (media.kind) {
    case "bytes":
      return "ApiClient.Bytes"
    case "text":
      return "string"
    case "lines":
      return `ReadonlyArray<${media.node === undefined ? "unknown" : typeOf(printer, media.node, input)}>`
    default:
      return media.node === undefined ? "unknown" : typeOf(withFiles(printer, media.kind === "multipart"), media.node, input)
  }
}

const requestLines = (printer: Printer, parameters: ReadonlyArray<Parameter>, keys: ReadonlyMap<Parameter, string>): ReadonlyArray<string> =>
  [...parameters]
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map((one) => `${describe(one.words, "  ")}  readonly ${key(keys.get(one)!)}${one.required ? "" : "?"}: ${typeOf(printer, one.node, input)}\n`)

/** Media types of one body: they differ in nothing but their names. */
const sameBodies = (content: ReadonlyArray<Media>): ReadonlyArray<ReadonlyArray<Media>> =>
  [...groupBy(content, ({ encoding, kind, node }) => JSON.stringify([kind, node, encoding ?? null])).values()]

const contentTypeLine = (medias: ReadonlyArray<Media>, isFirst: boolean): string => {
  const named = medias.filter((one) => !isRange(one)).map(({ media }) => quote(media))
  const open = named.length === medias.length ? [] : [named.length === 0 ? "string" : "(string & {})"]
  return `  readonly contentType${isFirst ? "?" : ""}: ${[...named, ...open].join(" | ")}\n`
}

const partHeaderLines = (printer: Printer, media: Media): ReadonlyArray<string> =>
  withHeaders(media).map(([property, headers]) => {
    const fields = Object.entries(headers).map(([name, node]) => `readonly ${key(name)}?: ${typeOf(printer, node, input)}`)
    return `${comment([`Headers of each part of \`${property}\`.`], "  ")}  readonly ${key(headersKey(property))}?: { ${fields.join("; ")} }\n`
  })

/** What several operations take. Requests extend it, so it need not be seen outside of its module. */
export const commonType = (printer: Printer, { name, parameters }: CommonParameters): string =>
  `${comment(["What the paths of several operations take."], "")}interface ${name} {\n${requestLines(printer, parameters, nameKeys(parameters)).join("")}}\n`

/** One interface, or a choice of them where the body's media type is the caller's choice. */
export const requestType = (printer: Printer, { common, keys, operation }: Call, name: string): string => {
  const lines = requestLines(printer, ownParameters(operation, common), keys)
  const { body } = operation
  const head = `export interface ${name}${common === undefined ? "" : ` extends ${common.name}`}`
  if (body === undefined) return `${head} {\n${lines.join("")}}\n`
  const saysType = body.content.length > 1 || body.content.some(isRange)
  const choices = sameBodies(body.content).map((medias, index) => {
    const media = medias[0]!
    return `{\n${[
      ...lines,
      `${describe(body.words, "  ")}  readonly body${body.required ? "" : "?"}: ${bodyType(printer, media)}\n`,
      saysType ? contentTypeLine(medias, index === 0) : "",
      ...partHeaderLines(printer, media)
    ].join("")}}`
  })
  return choices.length === 1 ? `${head} ${choices[0]}\n` : `export type ${name} = ${choices.join(" | ")}\n`
}

export const takesNothing = (operation: Operation): boolean => operation.parameters.length === 0 && operation.body === undefined

export const isAllOptional = (operation: Operation): boolean =>
  operation.parameters.every((one) => !one.required) && (operation.body === undefined || (!operation.body.required))
