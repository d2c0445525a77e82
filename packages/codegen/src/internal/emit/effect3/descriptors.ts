/** An operation as data, which core's `ApiClient` executes. */
import type { Answer, Media, Node, Operation, Parameter, Server } from "../../model/Model.js"
import { resolveNode } from "../../model/graph.js"
import { literal, number, objectKey, quote } from "../text.js"
import { isError, type Variant } from "./answers.js"
import { type CommonParameters, nameKeys, ownParameters } from "./commonParameters.js"
import { type Side, schemaOf } from "./nodes.js"
import { type Printer, withFiles } from "./printer.js"
import { joined, type Part, type Pieces } from "./repeated.js"
import type { Call } from "./requests.js"

/** An inline schema is made when it is first used: importing the module runs nothing. */
const lazily = (printer: Printer, node: Node, form: Side["form"], files = false): string => {
  const text = schemaOf(withFiles(printer, files), node, form)
  return /^[\w$.]+$/.test(text) && text !== "k.int()" ? text : `/*#__PURE__*/ S.suspend(() => ${text})`
}

/** A property of a descriptor; one without a text is left out. */
type Entry = readonly [string, string | undefined]

const record = (entries: ReadonlyArray<Entry>): string => {
  const present = entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined)
  return present.length === 0 ? "{}" : `{ ${present.map(([name, text]) => `${name}: ${text}`).join(", ")} }`
}

const flag = (value: boolean | undefined): string | undefined => value === undefined ? undefined : String(value)

const text = (value: string | undefined): string | undefined => value === undefined ? undefined : quote(value)

/** Parameters and headers are text where nothing else is said. */
const unlessText = (schema: string): string | undefined => schema === "S.String" ? undefined : schema

const parameterText = (printer: Printer, one: Parameter, requestKey: string): string =>
  record([
    ["name", quote(one.name)],
    ["in", quote(one.in)],
    ["key", requestKey === one.name ? undefined : quote(requestKey)],
    ["required", one.required && one.in !== "path" ? "true" : undefined],
    ["style", text(one.style)],
    ["explode", flag(one.explode)],
    ["allowReserved", flag(one.allowReserved)],
    ["media", text(one.media)],
    ["schema", unlessText(lazily(printer, one.node, "input"))]
  ])

const encodingText = (printer: Printer, encoding: NonNullable<Media["encoding"]>): string =>
  `{ ${Object.entries(encoding).map(([name, one]) =>
    `${objectKey(name)}: ${record([
      ["contentType", text(one.contentType)],
      ["style", text(one.style)],
      ["explode", flag(one.explode)],
      ["allowReserved", flag(one.allowReserved)],
      ["headers", one.headers === undefined ? undefined : `{ ${Object.entries(one.headers).map(([header, node]) => `${objectKey(header)}: ${lazily(printer, node, "input")}`).join(", ")} }`]
    ])}`).join(", ")} }`

/** Data of an event that is a string on the wire is not JSON, and data of which nothing is said need not be. */
const isTextData = ({ model }: Printer, node: Node | undefined): boolean => {
  if (node === undefined) return true
  const resolved = resolveNode(model.schemas, node)
  return resolved.kind === "any" || resolved.kind === "text" || resolved.kind === "dateTime" || (resolved.kind === "literals" && resolved.values.every((one) => typeof one === "string"))
}

const mediaEntries = (printer: Printer, media: Media, form: Side["form"]): ReadonlyArray<Entry> => {
  const schema = media.node === undefined ? undefined : lazily(printer, media.node, form, media.kind === "multipart" && form === "input")
  if (media.media === "application/json" && schema !== undefined) return [["json", schema]]
  return [
    ["media", quote(media.media)],
    ["schema", schema],
    ["encoding", media.encoding === undefined ? undefined : encodingText(printer, media.encoding)],
    ["text", media.kind === "events" && isTextData(printer, media.node) ? "true" : undefined]
  ]
}

export const mediaText = (printer: Printer, media: Media, form: Side["form"]): string =>
  record(mediaEntries(printer, media, form))

const bodyText = (printer: Printer, { content, required }: NonNullable<Operation["body"]>): string =>
  record([
    ["required", required ? "true" : undefined],
    ...(content.length === 1
      ? mediaEntries(printer, content[0]!, "input")
      : [["content", `[${content.map((media) => mediaText(printer, media, "input")).join(", ")}]`] as const])
  ])

const answerText = (printer: Printer, answer: Answer, wanted: (media: Media) => boolean): string => {
  const content = answer.content.filter((media) => isError(answer) || wanted(media)).map((media) => mediaText(printer, media, "output"))
  if (answer.headers.length === 0 && content.length < 2) return content[0] ?? "null"
  const headers = answer.headers.map((one) =>
    `${objectKey(one.name)}: ${record([["required", one.required ? "true" : undefined], ["explode", flag(one.explode)], ["schema", unlessText(lazily(printer, one.node, "output"))]])}`)
  return record([["content", `[${content.join(", ")}]`], ["headers", headers.length === 0 ? undefined : `{ ${headers.join(", ")} }`]])
}

export const serversText = (servers: ReadonlyArray<Server>): string =>
  `[${servers.map(({ url, variables }) => record([["url", quote(url)], ["variables", Object.keys(variables).length === 0 ? undefined : literal(variables as never)]])).join(", ")}]`

export interface DescriptorOptions {
  readonly strictResponses: boolean
}

const parameterList = (printer: Printer, parameters: ReadonlyArray<Parameter>, keys: ReadonlyMap<Parameter, string>): Pieces => {
  const parts = parameters.map((one): Part =>
    ({ kind: "parameter", name: one.shared ?? one.name, text: parameterText(printer, one, keys.get(one)!), component: one.shared !== undefined }))
  return ["[", ...joined(parts.map((one) => [one]), ", "), "]"]
}

/** The list that descriptors name as `common`. */
export const commonList = (printer: Printer, { list, parameters }: CommonParameters): Pieces =>
  [`const ${list}: ReadonlyArray<Operation.Parameter> = `, ...parameterList(printer, parameters, nameKeys(parameters)), "\n"]

const answersText = (printer: Printer, answers: ReadonlyArray<Answer>, wanted: (media: Media) => boolean): Pieces => {
  const entries = answers.map((one): Pieces => {
    const text = answerText(printer, one, wanted)
    const part: string | Part = one.shared === undefined ? text : { kind: "answer", name: one.shared, text, component: true }
    return [`${objectKey(one.status)}: `, part]
  })
  return ["{ ", ...joined(entries, ", "), " }"]
}

const securityText = (security: Operation["security"]): Pieces => {
  const schemes = new Set(security.flatMap((one) => Object.keys(one)))
  return [{ kind: "security", name: [...schemes].join(" "), text: literal(security as never), component: false }]
}

export const descriptor = (printer: Printer, { common, keys, operation }: Call, variant: Variant, { strictResponses }: DescriptorOptions): Pieces => {
  const parameters = ownParameters(operation, common)
  const { body, paging } = operation
  const lines: ReadonlyArray<readonly [string, Pieces | string | undefined]> = [
    ["id", quote(variant.name)],
    ["method", quote(operation.method)],
    ["path", quote(operation.path)],
    ["servers", operation.servers === undefined ? undefined : serversText(operation.servers)],
    ["common", common?.list],
    ["parameters", parameters.length === 0 ? undefined : parameterList(printer, parameters, keys)],
    ["body", body === undefined ? undefined : bodyText(printer, body)],
    ["responses", answersText(printer, operation.answers, variant.wanted)],
    ["security", operation.security.length === 0 ? undefined : securityText(operation.security)],
    ["idempotent", flag(operation.idempotent)],
    ["idempotencyKey", text(operation.idempotencyKey)],
    ["strictResponses", strictResponses ? "true" : undefined],
    ["paging", paging === undefined ? undefined : record([["kind", quote(paging.kind)], ["parameter", quote(paging.parameter)], ["items", quote(paging.items)], ["next", text(paging.next)], ["start", paging.start === undefined ? undefined : number(paging.start)]])],
    ["stream", variant.stream ? "true" : undefined]
  ]
  const present = lines.flatMap(([name, value]): ReadonlyArray<Pieces> => value === undefined ? [] : [[`  ${name}: `, ...(typeof value === "string" ? [value] : value)]])
  return ["{\n  api,\n", ...joined(present, ",\n"), "\n}"]
}
