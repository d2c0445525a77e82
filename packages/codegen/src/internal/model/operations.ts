/** Operations of a document: parameters, bodies, answers, callbacks. */
import { child, get, getArray, getObject, getString, isArray, isObject, type Json, sortedKeys, strings } from "../json.js"
import { componentName, type Context, member, type Place, resolve } from "./context.js"
import { readBudget, readExtension, readFlag, readPaging, readText } from "./extension.js"
import { firstExample, readContent } from "./media.js"
import type { Answer, Body, Callback, Header, Model, Operation, Parameter, ParameterPlace, SecurityScheme, Server, Words } from "./Model.js"
import { defined, wordsOf } from "./keywords.js"
import { makeSchemas, readComponents, type Schemas } from "./schemas.js"
import { readSecurity, readSecuritySchemes } from "./security.js"

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const

const places: ReadonlySet<string> = new Set(["path", "query", "header", "cookie"])

/** Headers that OpenAPI leaves to `content` and `security` (section 4.8.12.1). */
const notParameters: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"])

const styles: Readonly<Record<ParameterPlace, ReadonlySet<string>>> = {
  path: new Set(["simple", "label", "matrix"]),
  query: new Set(["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
  header: new Set(["simple"]),
  cookie: new Set(["form"])
}

const defaultStyle: Readonly<Record<ParameterPlace, string>> = { path: "simple", query: "form", header: "simple", cookie: "form" }

const styleOf = (context: Context, { pointer, value }: Place, place: ParameterPlace): string | undefined => {
  const style = getString(value, "style")
  if (style === undefined || style === defaultStyle[place]) return undefined
  if (styles[place].has(style)) return style
  context.report({ kind: "weakened", pointer: child(pointer, "style"), reason: `no style of a ${place} parameter; the default is used` })
  return undefined
}

const readParameter = (context: Context, schemas: Schemas, from: Place, hint: string): Parameter | undefined => {
  const place = resolve(context, from)
  const { pointer, value } = place
  const name = getString(value, "name")
  const where = getString(value, "in")
  if (name === undefined || where === undefined || !places.has(where)) {
    context.report({ kind: "ignored", pointer, reason: "no parameter: it needs a name and a place (path, query, header, cookie)" })
    return undefined
  }
  if (where === "header" && notParameters.has(name.toLowerCase())) {
    context.report({ kind: "ignored", pointer, reason: `the header ${name} follows from the body, the answers or the security` })
    return undefined
  }
  const content = getObject(value, "content")
  const media = content === undefined ? undefined : sortedKeys(content)[0]
  const schema = media === undefined ? get(value, "schema") : get(content![media], "schema")
  const shared = componentName(pointer, "parameters")
  const own = shared ?? `${hint} ${name}`
  const words = wordsOf(value)
  return defined({
    name,
    in: where as ParameterPlace,
    required: where === "path" || get(value, "required") === true,
    style: styleOf(context, place, where as ParameterPlace),
    explode: typeof get(value, "explode") === "boolean" ? get(value, "explode") as boolean : undefined,
    allowReserved: where === "query" && get(value, "allowReserved") === true ? true : undefined,
    media,
    node: schemas.node(schema ?? {}, media === undefined ? child(pointer, "schema") : child(pointer, "content", media, "schema"), own),
    words: defined({ ...words, example: words.example ?? firstExample(value), default: get(schema, "default") }) as Words,
    shared
  }) as Parameter
}

/** Those of the operation over those of its path. */
const readParameters = (context: Context, schemas: Schemas, path: Place, operation: Place, hint: string): ReadonlyArray<Parameter> => {
  const found = new Map<string, Parameter>()
  for (const holder of [path, operation]) {
    const list = getArray(holder.value, "parameters") ?? []
    list.forEach((one, index) => {
      if (!isObject(one)) return
      const parameter = readParameter(context, schemas, { value: one, pointer: child(holder.pointer, "parameters", index) }, hint)
      if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, holder === path ? { ...parameter, inherited: true } : parameter)
    })
  }
  return [...found.values()]
}

/** A path variable that is declared nowhere is a string: a call could not be made without it. */
const withUndeclared = (context: Context, path: string, pointer: string, parameters: ReadonlyArray<Parameter>): ReadonlyArray<Parameter> => {
  const inPath = new Set(Array.from(path.matchAll(/\{([^{}]+)\}/g), (match) => match[1]!))
  const declared = new Set(parameters.filter((one) => one.in === "path").map((one) => one.name))
  const missing = [...inPath].filter((name) => !declared.has(name))
  for (const name of missing) context.report({ kind: "weakened", pointer, reason: `the path's variable {${name}} is not declared; it is taken as a string` })
  const unknown = [...declared].filter((name) => !inPath.has(name))
  for (const name of unknown) context.report({ kind: "ignored", pointer, reason: `the path has no variable {${name}}` })
  if (missing.length === 0 && unknown.length === 0) return parameters
  return [
    ...parameters.filter((one) => one.in !== "path" || !unknown.includes(one.name)),
    ...missing.map((name): Parameter => ({ name, in: "path", required: true, undeclared: true, node: { kind: "text", rules: {} }, words: {} }))
  ]
}

const readBody = (context: Context, schemas: Schemas, operation: Place, hint: string): Body | undefined => {
  const from = member(context, operation, "requestBody")
  if (from === undefined) return undefined
  const place = resolve(context, from)
  const content = readContent(context, schemas, place, componentName(place.pointer, "requestBodies") ?? `${hint} body`)
  return content.length === 0 ? undefined : { required: get(place.value, "required") === true, content, words: wordsOf(place.value) }
}

const readHeaders = (context: Context, schemas: Schemas, answer: Place, hint: string): ReadonlyArray<Header> => {
  const headers = getObject(answer.value, "headers") ?? {}
  const seen = new Set<string>()
  return sortedKeys(headers).flatMap((name): ReadonlyArray<Header> => {
    const value = headers[name]
    if (!isObject(value) || name.toLowerCase() === "content-type") return []
    if (seen.has(name.toLowerCase())) {
      context.report({ kind: "ignored", pointer: child(answer.pointer, "headers", name), reason: "the same header is declared twice: names of headers have no case" })
      return []
    }
    seen.add(name.toLowerCase())
    const place = resolve(context, { value, pointer: child(answer.pointer, "headers", name) })
    const content = getObject(place.value, "content")
    const media = content === undefined ? undefined : Object.keys(content)[0]
    return [defined({
      name: name.toLowerCase(),
      required: get(place.value, "required") === true,
      explode: get(place.value, "explode") === true ? true : undefined,
      node: schemas.node(media === undefined ? get(place.value, "schema") ?? {} : {}, child(place.pointer, "schema"), `${hint} ${name}`),
      words: wordsOf(place.value)
    }) as Header]
  })
}

const statusForm = /^(?:[1-5]\d\d|[1-5]XX|default)$/

const readAnswers = (context: Context, schemas: Schemas, operation: Place, hint: string): ReadonlyArray<Answer> => {
  const responses = getObject(operation.value, "responses") ?? {}
  const answers = sortedKeys(responses).flatMap((key): ReadonlyArray<Answer> => {
    const value = responses[key]
    const status = key.replace(/^(\d)xx$/i, "$1XX")
    const pointer = child(operation.pointer, "responses", key)
    if (key.startsWith("x-")) return []
    if (!isObject(value) || !statusForm.test(status)) {
      context.report({ kind: "ignored", pointer, reason: "no status, range or default" })
      return []
    }
    if (status.startsWith("1") || status.startsWith("3")) {
      context.report({ kind: "ignored", pointer, reason: status.startsWith("3") ? "redirects are not followed with a token: such an answer is a TransportError" : "an interim answer is not seen by clients" })
      return []
    }
    const place = resolve(context, { value, pointer })
    const shared = componentName(place.pointer, "responses")
    const own = shared ?? `${hint} ${status}`
    if (get(place.value, "links") !== undefined) context.report({ kind: "ignored", pointer: child(pointer, "links"), reason: "links have no method of their own" })
    return [defined({
      status,
      content: readContent(context, schemas, place, own),
      headers: readHeaders(context, schemas, place, own),
      words: wordsOf(place.value),
      shared
    }) as Answer]
  })
  if (answers.length > 0) return answers
  context.report({ kind: "weakened", pointer: child(operation.pointer, "responses"), reason: "no answer is declared; any 2xx without a body is taken for success" })
  return [{ status: "2XX", content: [], headers: [], words: {} }]
}

const readServers = (value: Json | undefined): ReadonlyArray<Server> =>
  (isArray(value) ? value : []).filter(isObject).flatMap((server): ReadonlyArray<Server> => {
    const url = getString(server, "url")
    if (url === undefined) return []
    const variables = getObject(server, "variables") ?? {}
    return [{
      url,
      variables: Object.fromEntries(sortedKeys(variables).map((name) => [
        name,
        defined({ default: getString(variables[name], "default") ?? "", enum: getArray(variables[name], "enum") === undefined ? undefined : strings(get(variables[name], "enum")) })
      ]))
    }]
  })

/** Those of an operation or its path, where they are not the document's over again. */
const ownServers = (context: Context, value: Json | undefined): ReadonlyArray<Server> | undefined => {
  const servers = readServers(value)
  if (servers.length === 0) return undefined
  return JSON.stringify(servers) === JSON.stringify(readServers(get(context.document, "servers"))) ? undefined : servers
}

const hintOf = (id: string | undefined, method: string, path: string): string => id ?? methodAndPath(method, path)

/** A name from method and path: `GET /users/{id}/posts` is "get users by id posts". */
export const methodAndPath = (method: string, path: string): string =>
  `${method.toLowerCase()} ${path.replace(/\{([^{}]*)\}/g, " by $1 ").replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`.trim()

const readCallbacks = (context: Context, schemas: Schemas, operation: Place, hint: string): ReadonlyArray<Callback> => {
  const callbacks = member(context, operation, "callbacks")
  if (callbacks === undefined) return []
  return sortedKeys(callbacks.value).flatMap((name) => {
    const from = member(context, callbacks, name)
    if (from === undefined) return []
    const place = resolve(context, from)
    // One that several operations share has a name of its own.
    const own = componentName(place.pointer, "callbacks") ?? `${hint} ${name}`
    return sortedKeys(place.value).filter((key) => !key.startsWith("x-")).flatMap((expression) => {
      const item = member(context, place, expression)
      return item === undefined ? [] : readReceived(context, schemas, item, own)
    })
  })
}

const readReceived = (context: Context, schemas: Schemas, from: Place, hint: string): ReadonlyArray<Callback> => {
  const item = resolve(context, from)
  return methods.flatMap((method): ReadonlyArray<Callback> => {
    const operation = member(context, item, method)
    if (operation === undefined) return []
    readExtension(context, operation, "callback")
    const own = getString(operation.value, "operationId") ?? componentName(item.pointer, "pathItems") ?? hint
    const body = readBody(context, schemas, operation, own)
    return [{ pointer: operation.pointer, hint: own, content: body?.content ?? [], words: wordsOf(operation.value) }]
  })
}

/** What `fetch` refuses to send (Fetch standard, sections 2.2.1 and 5.4), and the clients of `node:http` and undici send. */
const reportRefused = (context: Context, { pointer }: Place, method: string, body: Body | undefined): void => {
  const over = "over it such a call is a TransportError, over the other HttpClients of Node it is sent"
  if (method === "trace") context.report({ kind: "weakened", pointer, reason: `fetch refuses TRACE: ${over}` })
  if (body === undefined || (method !== "get" && method !== "head")) return
  context.report({ kind: "weakened", pointer: child(pointer, "requestBody"), reason: `fetch refuses a body with ${method.toUpperCase()}: ${over}` })
}

interface Found {
  readonly path: string
  readonly method: string
  readonly item: Place
  readonly place: Place
  /** Where the path has it: several may share an item. */
  readonly pointer: string
}

const readOperation = (
  context: Context,
  schemas: Schemas,
  { item, method, path, place, pointer }: Found,
  security: Readonly<Record<string, SecurityScheme>>
): Operation => {
  const { value } = place
  const id = getString(value, "operationId")
  const hint = hintOf(id, method, path)
  const extension = readExtension(context, place, "operation")
  const body = readBody(context, schemas, place, hint)
  reportRefused(context, place, method, body)
  return defined({
    pointer,
    id,
    method: method.toUpperCase(),
    path,
    tags: strings(get(value, "tags")),
    parameters: withUndeclared(context, path, pointer, readParameters(context, schemas, item, place, hint)),
    body,
    answers: readAnswers(context, schemas, place, hint),
    security: readSecurity(context, value, pointer, security),
    servers: ownServers(context, get(value, "servers") ?? get(item.value, "servers")),
    idempotent: readFlag(context, extension, pointer, "idempotent"),
    idempotencyKey: readText(context, extension, pointer, "idempotencyKey"),
    paging: readPaging(context, extension, pointer),
    words: wordsOf(value)
  }) as Operation
}

interface Reading {
  readonly operations: ReadonlyArray<Operation>
  readonly callbacks: ReadonlyArray<Callback>
}

const readPaths = (context: Context, schemas: Schemas, security: Readonly<Record<string, SecurityScheme>>): Reading => {
  const operations: Array<Operation> = []
  const callbacks: Array<Callback> = []
  const paths = member(context, { value: context.document, pointer: "#" }, "paths")
  for (const path of sortedKeys(paths?.value ?? {})) {
    const from = path.startsWith("/") ? member(context, paths!, path) : undefined
    if (from === undefined) continue
    const item = resolve(context, from)
    for (const method of methods) {
      const place = member(context, item, method)
      if (place === undefined) continue
      const operation = readOperation(context, schemas, { path, method, item, place, pointer: child(from.pointer, method) }, security)
      operations.push(operation)
      callbacks.push(...readCallbacks(context, schemas, place, hintOf(operation.id, method, path)))
    }
  }
  return { operations, callbacks }
}

const readWebhooks = (context: Context, schemas: Schemas): ReadonlyArray<Callback> => {
  const webhooks = member(context, { value: context.document, pointer: "#" }, "webhooks")
  return sortedKeys(webhooks?.value ?? {}).flatMap((name) => {
    const item = member(context, webhooks!, name)
    return item === undefined ? [] : readReceived(context, schemas, item, name)
  })
}

/** The whole document. */
export const readModel = (context: Context): Model => {
  const schemas = makeSchemas(context)
  readComponents(context, schemas)
  const security = readSecuritySchemes(context)
  const { callbacks, operations } = readPaths(context, schemas, security)
  const webhooks = readWebhooks(context, schemas)
  const info = getObject(context.document, "info") ?? {}
  const root: Place = { value: context.document, pointer: "#" }
  const extension = readExtension(context, root, "document")
  return {
    title: getString(info, "title") ?? "",
    version: getString(info, "version") ?? "",
    words: wordsOf(info),
    servers: readServers(get(context.document, "servers")),
    security,
    ...defined({ contentType: readText(context, extension, root.pointer, "contentType"), budget: readBudget(context, extension, root.pointer) }),
    operations,
    callbacks: [...new Map([...callbacks, ...webhooks].map((one) => [one.pointer, one])).values()],
    schemas: schemas.finish()
  }
}
