/** The module of operations: for each its request and errors as types, and a descriptor as data. */
import type { Answer, Media, Model, Node, Operation, Parameter, Server } from "../../model/Model.js"
import { streamsAlso } from "../../name/names.js"
import { pascal, unusedName } from "../../name/identifiers.js"
import { comment, key, literal, number, objectKey, quote } from "../text.js"
import { errorClass } from "./errors.js"
import { type Side, schemaOf, typeOf } from "./nodes.js"
import { imports, importsOf, type Printer, withFiles } from "./printer.js"
import { describe } from "./schemas.js"

const decoded = (form: Side["form"]): Side => ({ form, encoded: false })

// ------------------------------------------------------------------------------------------------------ request

/** A media type that leaves open what the body is: the caller says. */
const isRange = ({ media }: Media): boolean => media.includes("*")

/** Properties whose parts may have headers of their own. */
const withHeaders = ({ encoding = {} }: Media): ReadonlyArray<readonly [string, Readonly<Record<string, Node>>]> =>
  Object.entries(encoding).flatMap(([property, { headers }]) => headers === undefined ? [] : [[property, headers] as const])

const headersKey = (property: string): string => `${property}_headers`

/** What a request has beside its body that says how this is sent. */
const besideBody = ({ body }: Operation): ReadonlyArray<string> =>
  body === undefined ? [] : [
    ...(body.content.length > 1 || body.content.some(isRange) ? ["contentType"] : []),
    ...body.content.flatMap(withHeaders).map(([property]) => headersKey(property))
  ]

/** The request's property for each parameter: its name, or place and name where the same name stands in two places. */
export const requestKeys = (operation: Operation): ReadonlyMap<Parameter, string> => {
  const reserved = new Set(["body", ...besideBody(operation)])
  const count = new Map<string, number>()
  for (const { name } of operation.parameters) count.set(name, (count.get(name) ?? 0) + 1)
  return new Map(operation.parameters.map((one) => [one, count.get(one.name)! > 1 || reserved.has(one.name) ? `${one.in}_${one.name}` : one.name]))
}

const isStreamMedia = ({ kind }: Media): boolean => kind === "events" || kind === "lines"

const bodyType = (printer: Printer, media: Media): string => {
  switch (media.kind) {
    case "bytes":
      return "ApiClient.Bytes"
    case "text":
      return "string"
    case "lines":
      return `ReadonlyArray<${media.node === undefined ? "unknown" : typeOf(printer, media.node, decoded("input"))}>`
    default:
      return media.node === undefined ? "unknown" : typeOf(withFiles(printer, media.kind === "multipart"), media.node, decoded("input"))
  }
}

const requestLines = (printer: Printer, operation: Operation, keys: ReadonlyMap<Parameter, string>): ReadonlyArray<string> =>
  [...operation.parameters]
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map((one) => `${describe(one.words, "  ")}  readonly ${key(keys.get(one)!)}${one.required ? "" : "?"}: ${typeOf(printer, one.node, decoded("input"))}\n`)

/** Media types of one body: they differ in nothing but their names. */
const sameBodies = (content: ReadonlyArray<Media>): ReadonlyArray<ReadonlyArray<Media>> => {
  const groups = new Map<string, Array<Media>>()
  for (const media of content) {
    const body = JSON.stringify([media.kind, media.node, media.encoding ?? null])
    groups.set(body, [...(groups.get(body) ?? []), media])
  }
  return [...groups.values()]
}

const contentTypeLine = (medias: ReadonlyArray<Media>, isFirst: boolean): string => {
  const named = medias.filter((one) => !isRange(one)).map(({ media }) => quote(media))
  const open = named.length === medias.length ? [] : [named.length === 0 ? "string" : "(string & {})"]
  return `  readonly contentType${isFirst ? "?" : ""}: ${[...named, ...open].join(" | ")}\n`
}

const partHeaderLines = (printer: Printer, media: Media): ReadonlyArray<string> =>
  withHeaders(media).map(([property, headers]) => {
    const fields = Object.entries(headers).map(([name, node]) => `readonly ${key(name)}?: ${typeOf(printer, node, decoded("input"))}`)
    return `${comment([`Headers of each part of \`${property}\`.`], "  ")}  readonly ${key(headersKey(property))}?: { ${fields.join("; ")} }\n`
  })

/** One interface, or a choice of them where the body's media type is the caller's choice. */
const requestType = (printer: Printer, operation: Operation, keys: ReadonlyMap<Parameter, string>, name: string): string => {
  const lines = requestLines(printer, operation, keys)
  const { body } = operation
  if (body === undefined) return `export interface ${name} {\n${lines.join("")}}\n`
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
  return choices.length === 1 ? `export interface ${name} ${choices[0]}\n` : `export type ${name} = ${choices.join(" | ")}\n`
}

export const takesNothing = (operation: Operation): boolean => operation.parameters.length === 0 && operation.body === undefined

export const isAllOptional = (operation: Operation): boolean =>
  operation.parameters.every((one) => !one.required) && (operation.body === undefined || (!operation.body.required))

// ------------------------------------------------------------------------------------------------------ answers

const isError = ({ status }: Answer): boolean => !status.startsWith("2")

/** An operation that declares no errors has no type of them, as one that takes nothing has no request. */
export const declaresErrors = ({ answers }: Operation): boolean => answers.some(isError)

const eventType = (printer: Printer, media: Media): string => {
  const item = media.node === undefined ? (media.kind === "events" ? "string" : "unknown") : typeOf(printer, media.node, decoded("output"))
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
      return media.node === undefined ? "unknown" : typeOf(printer, media.node, decoded("output"))
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

const errorTypes = (printer: Printer, operation: Operation): ReadonlyArray<string> => {
  const bodies = new Map<string, Array<string>>()
  for (const answer of operation.answers.filter(isError)) {
    const name = errorClass(answer.status)
    const types = answer.content.length === 0 ? ["undefined"] : answer.content.map((media) => valueType(printer, media))
    bodies.set(name, [...(bodies.get(name) ?? []), ...types])
  }
  return [...bodies].map(([name, types]) => `ApiError.${name}<${unionOf(types)}>`)
}

const headersType = (printer: Printer, operation: Operation): string | undefined => {
  const answers = successes(operation)
  if (answers.every((one) => one.headers.length === 0)) return undefined
  const types = answers.map((answer) =>
    answer.headers.length === 0
      ? "{}"
      : `{ ${answer.headers.map((one) => `readonly ${key(one.name)}${one.required ? "" : "?"}: ${typeOf(printer, one.node, decoded("output"))}`).join("; ")} }`)
  return unique(types).join(" | ")
}

// -------------------------------------------------------------------------------------------------- descriptors

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
const isTextData = (model: Model, node: Node | undefined): boolean => {
  let current = node
  for (let steps = 0; current?.kind === "ref" && steps < 20; steps++) current = model.schemas.get(current.pointer)?.node
  return current === undefined || current.kind === "any" || current.kind === "text" || current.kind === "dateTime" || (current.kind === "literals" && current.values.every((one) => typeof one === "string"))
}

const mediaEntries = (printer: Printer, model: Model, media: Media, form: Side["form"]): ReadonlyArray<Entry> => {
  const schema = media.node === undefined ? undefined : lazily(printer, media.node, form, media.kind === "multipart" && form === "input")
  if (media.media === "application/json" && schema !== undefined) return [["json", schema]]
  return [
    ["media", quote(media.media)],
    ["schema", schema],
    ["encoding", media.encoding === undefined ? undefined : encodingText(printer, media.encoding)],
    ["text", media.kind === "events" && isTextData(model, media.node) ? "true" : undefined]
  ]
}

export const mediaText = (printer: Printer, model: Model, media: Media, form: Side["form"]): string =>
  record(mediaEntries(printer, model, media, form))

const bodyText = (printer: Printer, model: Model, { content, required }: NonNullable<Operation["body"]>): string =>
  record([
    ["required", required ? "true" : undefined],
    ...(content.length === 1
      ? mediaEntries(printer, model, content[0]!, "input")
      : [["content", `[${content.map((media) => mediaText(printer, model, media, "input")).join(", ")}]`] as const])
  ])

const answerText = (printer: Printer, model: Model, answer: Answer, wanted: (media: Media) => boolean): string => {
  const content = answer.content.filter((media) => isError(answer) || wanted(media)).map((media) => mediaText(printer, model, media, "output"))
  if (answer.headers.length === 0 && content.length < 2) return content[0] ?? "null"
  const headers = answer.headers.map((one) =>
    `${objectKey(one.name)}: ${record([["required", one.required ? "true" : undefined], ["explode", flag(one.explode)], ["schema", unlessText(lazily(printer, one.node, "output"))]])}`)
  return record([["content", `[${content.join(", ")}]`], ["headers", headers.length === 0 ? undefined : `{ ${headers.join(", ")} }`]])
}

const serversText = (servers: ReadonlyArray<Server>): string =>
  `[${servers.map(({ url, variables }) => record([["url", quote(url)], ["variables", Object.keys(variables).length === 0 ? undefined : literal(variables as never)]])).join(", ")}]`

// ------------------------------------------------------------------------------------------------------ module

export interface OperationOptions {
  readonly apiName: string
  readonly strictResponses: boolean
}

const operationType = (operation: Operation, success: string, headers: string | undefined, requestName: string, errorName: string): string =>
  `Operation.Operation<${[
    takesNothing(operation) ? "void" : requestName,
    success,
    ...(declaresErrors(operation) ? [errorName] : headers === undefined ? [] : ["never"]),
    ...(headers === undefined ? [] : [headers])
  ].join(", ")}>`

/** Components that several operations share are written once, by names that no method has. */
interface Shared {
  readonly parameters: Map<string, { readonly name: string; readonly text: string }>
  readonly answers: Map<string, { readonly name: string; readonly text: string }>
}

const share = (pool: Map<string, { readonly name: string; readonly text: string }>, id: string, name: string, body: string): string => {
  const known = pool.get(id)
  if (known !== undefined) return known.text === body ? known.name : body
  const taken = new Set([...pool.values()].map((one) => one.name))
  const unused = unusedName(name, (one) => taken.has(one))
  pool.set(id, { name: unused, text: body })
  return unused
}

const descriptor = (printer: Printer, model: Model, operation: Operation, keys: ReadonlyMap<Parameter, string>, variant: Variant, options: OperationOptions, shared: Shared): string => {
  const parameters = operation.parameters.map((one) => {
    const body = parameterText(printer, one, keys.get(one)!)
    return one.shared === undefined ? body : share(shared.parameters, one.shared, `parameter_${pascal(one.shared)}`, body)
  })
  const answers = operation.answers.map((one) => {
    const body = answerText(printer, model, one, variant.wanted)
    return `${objectKey(one.status)}: ${one.shared === undefined || body === "null" ? body : share(shared.answers, one.shared, `answer_${pascal(one.shared)}`, body)}`
  })
  const { body, paging } = operation
  const lines: ReadonlyArray<Entry> = [
    ["id", quote(variant.name)],
    ["method", quote(operation.method)],
    ["path", quote(operation.path)],
    ["servers", operation.servers === undefined ? undefined : serversText(operation.servers)],
    ["parameters", parameters.length === 0 ? undefined : `[${parameters.join(", ")}]`],
    ["body", body === undefined ? undefined : bodyText(printer, model, body)],
    ["responses", `{ ${answers.join(", ")} }`],
    ["security", operation.security.length === 0 ? undefined : literal(operation.security as never)],
    ["idempotent", flag(operation.idempotent)],
    ["idempotencyKey", text(operation.idempotencyKey)],
    ["strictResponses", options.strictResponses ? "true" : undefined],
    ["paging", paging === undefined ? undefined : record([["kind", quote(paging.kind)], ["parameter", quote(paging.parameter)], ["items", quote(paging.items)], ["next", text(paging.next)], ["start", paging.start === undefined ? undefined : number(paging.start)]])],
    ["stream", variant.stream ? "true" : undefined]
  ]
  return `{\n  api,\n${lines.filter(([, value]) => value !== undefined).map(([name, value]) => `  ${name}: ${value}`).join(",\n")}\n}`
}

const emitOperation = (printer: Printer, model: Model, operation: Operation, options: OperationOptions, shared: Shared): string => {
  const names = printer.names.operation(operation.pointer)
  const [requestName, errorName] = [`${names.types}Request`, `${names.types}Error`]
  const keys = requestKeys(operation)
  const headers = headersType(printer, operation)
  const about = `${operation.method} ${operation.path}`
  const types = [
    takesNothing(operation) ? "" : `${comment([`What \`${names.method}\` takes.`], "")}${requestType(printer, operation, keys, requestName)}\n`,
    declaresErrors(operation) ? `${comment([`What the document declares for \`${names.method}\` beside success.`], "")}export type ${errorName} = ${errorTypes(printer, operation).join(" | ")}\n\n` : ""
  ]
  const constants = variantsOf(operation, names).map((variant) =>
    `${comment([about], "")}export const ${variant.name}: ${
      operationType(operation, successType(printer, operation, variant), headers, requestName, errorName)
    } = ${descriptor(printer, model, operation, keys, variant, options, shared)}\n`)
  return types.join("") + constants.join("\n")
}

export const emitOperations = (model: Model, printer: Printer, banner: string, options: OperationOptions): string => {
  if (model.operations.length === 0) return `${banner}\nexport {}\n`
  const shared: Shared = { parameters: new Map(), answers: new Map() }
  const named = model.operations.map((one) => ({ one, name: printer.names.operation(one.pointer).method })).sort((a, b) => a.name < b.name ? -1 : 1)
  const declarations = named.map(({ one }) => emitOperation(printer, model, one, options, shared))
  const api = `const api: Operation.Api = { name: ${quote(options.apiName)}, servers: ${serversText(model.servers)}, security: ${literal(model.security as never)}${model.contentType === undefined ? "" : `, contentType: ${quote(model.contentType)}`} } as const\n`
  const constants = [
    ...[...shared.parameters.values()].map((one) => `const ${one.name}: Operation.Parameter = ${one.text}\n`),
    ...[...shared.answers.values()].map((one) => `const ${one.name}: Operation.Answer = ${one.text}\n`)
  ].sort()
  const body = [api, ...constants, ...declarations].join("\n")
  return `${banner}\n${imports(["Operation", ...importsOf(body), ...printer.used])}\n\n${body}`
}
