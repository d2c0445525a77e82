/**
 * Swagger 2.0 as OpenAPI 3.0: pure, and with a finding for whatever 3.0 has no words for. The rules are those of the two
 * standards; a document says nothing new by it.
 */
import type { Finding } from "../../Report.js"
import { at, child, get, getArray, getObject, getString, isObject, type Json, type JsonObject, keysOf, omit, strings } from "../json.js"
import { methods } from "../methods.js"
import { compact, type Context, extensions, mapValues, movedPointer, type Place, resolve } from "./context.js"
import { convertBody, convertForm, convertParameter } from "./parameters.js"
import { convertResponse } from "./responses.js"
import { convertSchema } from "./schemas.js"
import { convertScheme } from "./security.js"

/** What is sent and answered with, of an operation or of all. */
interface Media {
  readonly consumes: ReadonlyArray<string>
  readonly produces: ReadonlyArray<string>
}

const mediaOf = (value: JsonObject, shared: Media): Media => ({
  consumes: Object.hasOwn(value, "consumes") ? strings(get(value, "consumes")) : shared.consumes,
  produces: Object.hasOwn(value, "produces") ? strings(get(value, "produces")) : shared.produces
})

// ------------------------------------------------------------------------------------------------------ servers

/** The safe one first: it is the one that is called. */
const order = ["https", "http"]

const serversOf = (context: Context, schemes: ReadonlyArray<string>, pointer: string): ReadonlyArray<Json> | undefined => {
  const { document } = context
  const host = getString(document, "host")
  const base = (getString(document, "basePath") ?? "").replace(/\/+$/, "")
  for (const one of schemes) if (!order.includes(one)) context.report("ignored", child(pointer, "schemes"), `the scheme ${JSON.stringify(one)} is not spoken`)
  if (host === undefined) return base === "" ? undefined : [{ url: base }]
  const known = order.filter((one) => schemes.includes(one))
  return (known.length === 0 ? ["https"] : known).map((scheme) => ({ url: `${scheme}://${host}${base}` }))
}

// --------------------------------------------------------------------------------------------------- operations

interface Parameters {
  readonly plain: ReadonlyArray<Json>
  /** As it stands: a reference to a shared one, or itself. */
  readonly body: Place | undefined
  readonly fields: ReadonlyArray<Place>
}

const parametersOf = (context: Context, holder: Place): Parameters => {
  const places = (getArray(holder.value, "parameters") ?? []).flatMap((one, index) =>
    isObject(one) ? [{ value: one, pointer: child(holder.pointer, "parameters", index) }] : [])
  const inPlace = (place: Place): string | undefined => getString(resolve(context, place).value, "in")
  return {
    plain: places.filter((one) => !["body", "formData"].includes(inPlace(one) ?? "")).map((one) => referenceOr(context, one, (place) => convertParameter(context, place))),
    body: places.find((one) => inPlace(one) === "body"),
    fields: places.filter((one) => inPlace(one) === "formData").map((one) => resolve(context, one))
  }
}

/** A reference to a component, or what is made of what it leads to elsewhere. */
const referenceOr = (context: Context, place: Place, convert: (place: Place) => Json): Json => {
  const reference = getString(place.value, "$ref")
  const moved = reference === undefined ? undefined : movedPointer(reference)
  return moved === undefined ? convert(resolve(context, place)) : { $ref: moved }
}

const sameMedia = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean => a.length === b.length && a.every((one, index) => one === b[index])

const requestBody = (context: Context, { body, fields }: Parameters, { consumes }: Media, shared: Media, pointer: string): Json | undefined => {
  if (body === undefined) return fields.length === 0 ? undefined : convertForm(context, fields, consumes, pointer)
  for (const field of fields) context.report("ignored", field.pointer, "a field of a form beside a body: only the body is sent")
  const keys = keysOf(getString(body.value, "$ref") ?? "")
  if (keys[0] === "parameters" && keys.length === 2 && sameMedia(consumes, shared.consumes)) return { $ref: child("#/components/requestBodies", keys[1]!) }
  return convertBody(context, resolve(context, body), consumes)
}

const kept: ReadonlyArray<string> = ["tags", "summary", "description", "externalDocs", "operationId", "deprecated", "security"]

const known: ReadonlySet<string> = new Set([...kept, "consumes", "produces", "parameters", "responses", "schemes"])

const convertOperation = (context: Context, { pointer, value }: Place, ofPath: Parameters, shared: Media): JsonObject => {
  const media = mediaOf(value, shared)
  const own = parametersOf(context, { value, pointer })
  const hasBody = own.body !== undefined || own.fields.length > 0
  const body = requestBody(context, hasBody ? own : ofPath, media, shared, pointer)
  for (const key of Object.keys(value)) if (!known.has(key) && !key.startsWith("x-")) context.report("ignored", child(pointer, key), "no field of an operation in Swagger 2.0")
  return compact({
    ...Object.fromEntries(kept.map((key) => [key, get(value, key)])),
    servers: Object.hasOwn(value, "schemes") ? serversOf(context, strings(get(value, "schemes")), pointer) : undefined,
    parameters: own.plain.length === 0 ? undefined : own.plain,
    requestBody: body,
    responses: mapValues(get(value, "responses"), (one, status) =>
      isObject(one) && !status.startsWith("x-") ? convertResponse(context, { value: one, pointer: child(pointer, "responses", status) }, media.produces) : one),
    ...extensions(value)
  })
}

const convertPath = (context: Context, value: Json, pointer: string, shared: Media): Json => {
  if (!isObject(value)) return value
  const ofPath = parametersOf(context, { value, pointer })
  const operations = methods.filter((method) => value[method] !== undefined).map((method): [string, Json] => {
    const operation = value[method]!
    return [method, isObject(operation) ? convertOperation(context, { value: operation, pointer: child(pointer, method) }, ofPath, shared) : operation]
  })
  return { ...extensions(value), ...(ofPath.plain.length === 0 ? {} : { parameters: ofPath.plain }), ...Object.fromEntries(operations) }
}

// --------------------------------------------------------------------------------------------------- components

const sharedParameters = (context: Context, shared: Media): { readonly parameters: JsonObject; readonly requestBodies: JsonObject } => {
  const all = Object.entries(getObject(context.document, "parameters") ?? {}).flatMap(([name, value]) =>
    isObject(value) ? [{ name, place: resolve(context, { value, pointer: child("#/parameters", name) }) }] : [])
  const isIn = (place: Place, where: string): boolean => getString(place.value, "in") === where
  return {
    parameters: Object.fromEntries(all.filter(({ place }) => !isIn(place, "body") && !isIn(place, "formData")).map(({ name, place }) => [name, convertParameter(context, place)])),
    requestBodies: Object.fromEntries(all.filter(({ place }) => isIn(place, "body")).map(({ name, place }) => [name, convertBody(context, place, shared.consumes)]))
  }
}

/** Schemas that references led to in the middle of something else; theirs may lead to more. */
const straySchemas = (context: Context): JsonObject => {
  const found = new Map<string, Json>()
  for (const [pointer, name] of context.strays) found.set(name, convertSchema(context, at(context.document, pointer) ?? {}, pointer))
  return Object.fromEntries(found)
}

const componentsOf = (context: Context, shared: Media): JsonObject => {
  const { document } = context
  const schemas = mapValues(get(document, "definitions"), (one, key) => convertSchema(context, one, child("#/definitions", key)))
  const sections = {
    ...sharedParameters(context, shared),
    responses: mapValues(get(document, "responses"), (one, key) => isObject(one) ? convertResponse(context, { value: one, pointer: child("#/responses", key) }, shared.produces) : one),
    securitySchemes: mapValues(get(document, "securityDefinitions"), (one, key) => convertScheme(context, one, child("#/securityDefinitions", key)))
  }
  const all: JsonObject = { schemas, ...sections }
  return Object.fromEntries(Object.entries(all).filter(([, section]) => Object.keys(section as JsonObject).length > 0))
}

const restated: ReadonlySet<string> = new Set([
  "swagger", "host", "basePath", "schemes", "consumes", "produces", "paths", "definitions", "parameters", "responses", "securityDefinitions"
])

const keptAsIs: ReadonlySet<string> = new Set(["info", "security", "tags", "externalDocs"])

export const upgrade = (document: JsonObject): { readonly document: JsonObject; readonly findings: ReadonlyArray<Finding> } => {
  const findings: Array<Finding> = []
  const context: Context = { document, report: (kind, pointer, reason) => findings.push({ kind, pointer, reason }), strays: new Map() }
  const shared = mediaOf(document, { consumes: [], produces: [] })
  for (const key of Object.keys(document)) {
    if (!restated.has(key) && !keptAsIs.has(key) && !key.startsWith("x-")) context.report("ignored", child("#", key), "no field of a document in Swagger 2.0")
  }
  const paths = mapValues(get(document, "paths"), (one, path) => path.startsWith("x-") ? one : convertPath(context, one, child("#/paths", path), shared))
  const components = componentsOf(context, shared)
  const strays = straySchemas(context)
  const rest = Object.fromEntries(Object.entries(omit(document, restated)).filter(([key]) => keptAsIs.has(key) || key.startsWith("x-")))
  return {
    document: {
      openapi: "3.0.3",
      ...rest,
      ...compact({ servers: serversOf(context, strings(get(document, "schemes")), "#") }),
      paths,
      components: Object.keys(strays).length === 0 ? components : { ...components, schemas: { ...getObject(components, "schemas"), ...strays } }
    },
    findings
  }
}
