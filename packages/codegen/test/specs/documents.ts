/** The documents of specs/ as ajv and a reader of JSON pointers see them: nothing of the generator's own reading is used. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import * as Yaml from "js-yaml"
import * as Fs from "node:fs"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"

export type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** `#/a/b`: into a document, not percent-encoded. */
export type Pointer = string

export const isObject = (value: Json | undefined): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value)

export const isList = (value: Json | undefined): value is ReadonlyArray<Json> => Array.isArray(value)

const escape = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1")

const unescape = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~")

export const below = (pointer: Pointer, ...keys: ReadonlyArray<string | number>): Pointer => [pointer, ...keys.map((key) => escape(String(key)))].join("/")

export interface Document {
  /** Its file's name: `sms.yaml`. */
  readonly name: string
  readonly path: string
  readonly json: JsonObject
  /** What ajv finds wrong with a value by the schema at a pointer; empty if it is valid. */
  readonly problems: (schema: Pointer, value: Json) => ReadonlyArray<string>
}

const childOf = (value: Json | undefined, key: string): Json | undefined => {
  if (isList(value)) return value[Number(key)]
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

interface Found {
  readonly pointer: Pointer
  readonly node: Json | undefined
}

const find = (document: Document, pointer: Pointer): Found => {
  const node = pointer.split("/").slice(1).map(unescape).reduce(childOf, document.json as Json | undefined)
  const reference = isObject(node) ? node["$ref"] : undefined
  return typeof reference === "string" ? follow(document, decodeURIComponent(reference)) : { pointer, node }
}

/** Tens of thousands of bodies ask for the same few pointers. */
const found = new WeakMap<Document, Map<Pointer, Found>>()

/** What is at a pointer, and where it is in truth if references lead there. */
export const follow = (document: Document, pointer: Pointer): Found => {
  const known = found.get(document) ?? new Map<Pointer, Found>()
  found.set(document, known)
  const there = known.get(pointer) ?? find(document, pointer)
  known.set(pointer, there)
  return there
}

export const objectAt = (document: Document, pointer: Pointer): JsonObject => {
  const { node } = follow(document, pointer)
  return isObject(node) ? node : {}
}

const shown = ({ instancePath, message, params }: ErrorObject): string => `${instancePath === "" ? "/" : instancePath} ${message ?? ""} ${JSON.stringify(params)}`

/** ajv takes the document as one schema, so that every reference in it is what it says. */
const judge = (json: JsonObject): Document["problems"] => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, ownProperties: true })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema({ ...json, $id: "document" })
  const known = new Map<Pointer, ValidateFunction>()
  const compile = (pointer: Pointer): ValidateFunction =>
    ajv.compile({ $ref: `document${pointer.split("/").map((token, index) => index === 0 ? token : encodeURIComponent(token)).join("/")}` })
  return (pointer, value) => {
    const validate = known.get(pointer) ?? compile(pointer)
    known.set(pointer, validate)
    return validate(value) ? [] : (validate.errors ?? []).map(shown)
  }
}

const folder = fileURLToPath(new URL("../../../../specs/", import.meta.url))

const read = (name: string): Document => {
  const path = Path.join(folder, name)
  const json = Yaml.load(Fs.readFileSync(path, "utf8")) as JsonObject
  return { name, path, json, problems: judge(json) }
}

export const documents: ReadonlyArray<Document> = Fs.readdirSync(folder).filter((name) => /^[^.]+\.yaml$/.test(name)).sort().map(read)

export interface Operation {
  readonly pointer: Pointer
  readonly id: string
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

const entriesAt = (document: Document, pointer: Pointer): ReadonlyArray<readonly [key: string, pointer: Pointer]> =>
  Object.keys(objectAt(document, pointer)).map((key) => [key, below(pointer, key)])

/** Of `paths` or of `webhooks`. */
export const operationsOf = (document: Document, section: "paths" | "webhooks"): ReadonlyArray<Operation> =>
  entriesAt(document, `#/${section}`).flatMap(([, item]) =>
    entriesAt(document, item)
      .filter(([method]) => methods.includes(method))
      .map(([, pointer]) => ({ pointer, id: String(objectAt(document, pointer)["operationId"]) })))

export interface Media {
  /** As the operation has it, before any reference. */
  readonly place: string
  readonly pointer: Pointer
}

const isJson = (media: string): boolean => /^[^;]*[/+]json\s*(?:;|$)/i.test(media)

const jsonOf = (document: Document, holder: Pointer): ReadonlyArray<Media> => {
  const { pointer } = follow(document, holder)
  return entriesAt(document, below(pointer, "content"))
    .filter(([media]) => isJson(media))
    .map(([media, at]) => ({ place: `${holder} ${media}`, pointer: at }))
}

export const requestBody = (document: Document, operation: Operation): Media | undefined =>
  jsonOf(document, below(operation.pointer, "requestBody"))[0]

/** The JSON that an operation takes and gives. */
export const bodiesOf = (document: Document, operation: Operation): ReadonlyArray<Media> => [
  ...jsonOf(document, below(operation.pointer, "requestBody")),
  ...entriesAt(document, below(operation.pointer, "responses")).flatMap(([, response]) => jsonOf(document, response))
]

/** Keywords that decide which properties are declared, and that no document of ours has yet. */
const notUnderstood = ["allOf", "if", "not", "patternProperties", "prefixItems", "dependentSchemas", "unevaluatedProperties", "$dynamicRef"]

/** The schema at a pointer; one that this reader would read wrongly is an error, not a guess. */
const schemaAt = (document: Document, pointer: Pointer): { readonly pointer: Pointer; readonly schema: JsonObject } => {
  const { node, pointer: place } = follow(document, pointer)
  if (!isObject(node)) throw new Error(`${document.name} ${pointer}: is no schema that is read here`)
  const unknown = notUnderstood.find((keyword) => Object.hasOwn(node, keyword))
  if (unknown !== undefined) throw new Error(`${document.name} ${place}: ${unknown} is not understood here yet`)
  return { pointer: place, schema: node }
}

/** The members of a choice that a value is of; the schema itself if it is no choice. */
export const formsOf = (document: Document, pointer: Pointer, value: Json): ReadonlyArray<{ readonly pointer: Pointer; readonly schema: JsonObject }> => {
  const here = schemaAt(document, pointer)
  const keyword = ["oneOf", "anyOf"].find((one) => isList(here.schema[one]))
  if (keyword === undefined) return [here]
  return (here.schema[keyword] as ReadonlyArray<Json>)
    .map((_, index) => below(here.pointer, keyword, index))
    .filter((member) => document.problems(member, value).length === 0)
    .flatMap((member) => formsOf(document, member, value))
}

/** The schema of a property or an item; `undefined` if the document is silent about it, `true` and `false` as they are. */
export const schemaOfChild = ({ pointer, schema }: { readonly pointer: Pointer; readonly schema: JsonObject }, key: string | number): Pointer | boolean | undefined => {
  if (typeof key === "number") return schema["items"] === undefined ? undefined : below(pointer, "items")
  const { additionalProperties, properties } = schema
  if (isObject(properties) && Object.hasOwn(properties, key)) return below(pointer, "properties", key)
  return isObject(additionalProperties) ? below(pointer, "additionalProperties") : additionalProperties as boolean | undefined
}

export type Path = ReadonlyArray<string | number>

export const childrenOf = (value: Json): ReadonlyArray<readonly [key: string | number, value: Json]> =>
  isList(value) ? value.map((one, index) => [index, one]) : isObject(value) ? Object.entries(value) : []

/** Properties of a valid value of which the document says nothing: neither declares, nor allows, nor forbids. */
export const undeclared = (document: Document, pointer: Pointer, value: Json, path: Path = []): ReadonlyArray<Path> => {
  const [first, ...others] = formsOf(document, pointer, value).map((form) =>
    childrenOf(value).flatMap(([key, child]): ReadonlyArray<Path> => {
      const schema = schemaOfChild(form, key)
      if (schema === undefined && typeof key === "string") return [[...path, key]]
      return typeof schema === "string" ? undeclared(document, schema, child, [...path, key]) : []
    }))
  const names = others.map((paths) => new Set(paths.map((one) => JSON.stringify(one))))
  // What one of several forms declares is declared.
  return (first ?? []).filter((one) => names.every((known) => known.has(JSON.stringify(one))))
}
