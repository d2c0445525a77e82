/**
 * The document's types by someone who knows nothing of our schemas: openapi-typescript, from a copy without what it is
 * known to misread.
 */
import { at, child, getObject, getString, isObject, type Json, type JsonObject, keysOf } from "../json.js"
import { componentName } from "../model/context.js"
import { unusedName } from "../name/identifiers.js"
import { grammar, type Kind, mapHeld, sections } from "../read/grammar.js"
import { corrected } from "./misreadings.js"

/** Data and words, which make no type. What looks like a reference in them is none, and openapi-typescript would follow it. */
const isData = (key: string): boolean => ["example", "examples", "default", "links"].includes(key) || key.startsWith("x-")

/** What holds no other of its kind, and may stand in place of a reference. */
const inlined: ReadonlySet<Kind> = new Set(["parameter", "header", "requestBody", "response"])

/** Where it finds what is referred to: a component of the kind, and nothing inside of one. */
const isComponent = (pointer: string, kind: Kind): boolean => componentName(pointer, sections[kind]) !== undefined

/** The copy that openapi-typescript reads. */
const prepare = (document: JsonObject): JsonObject => {
  const taken = new Set(Object.keys(getObject(getObject(document, "components"), "schemas") ?? {}))
  /** Names for schemas that are referred to inside of others, by their pointers. */
  const inner = new Map<string, string>()

  const nameOf = (pointer: string): string => {
    const name = unusedName(keysOf(pointer).join("_").replace(/\W/g, "_"), (one) => taken.has(one))
    taken.add(name)
    inner.set(pointer, name)
    return name
  }

  const refer = (pointer: string): string => isComponent(pointer, "schema") ? pointer : child("#/components/schemas", inner.get(pointer) ?? nameOf(pointer))

  /** It refuses a document in which two operations have one id. */
  const ids = new Set<Json>()
  const isRepeated = (id: Json): boolean => ids.size === ids.add(id).size

  const isLeftOut = (kind: Kind, key: string, value: Json): boolean => isData(key) || (kind === "operation" && key === "operationId" && isRepeated(value))

  const copy = (value: Json, kind: Kind): Json => {
    if (!isObject(value)) return value
    const ref = getString(value, "$ref")
    if (ref !== undefined && inlined.has(kind) && !isComponent(ref, kind)) return copy(at(document, ref) ?? {}, kind)
    const { others, steps } = grammar[kind]
    const entries = Object.entries(kind === "schema" ? corrected(value, document) : value).filter(([key, one]) => !isLeftOut(kind, key, one))
    return Object.fromEntries(entries.map(([key, one]): [string, Json] => {
      const step = steps.get(key) ?? others
      if (kind === "schema" && key === "$ref" && typeof one === "string") return [key, refer(one)]
      return [key, step === undefined ? one : mapHeld(one, step.shape, (held) => copy(held, step.kind))]
    }))
  }

  const prepared = copy(document, "document") as JsonObject
  const named: Record<string, Json> = {}
  for (const [pointer, name] of inner) named[name] = copy(at(document, pointer) ?? {}, "schema")
  const components = getObject(prepared, "components") ?? {}
  return inner.size === 0 ? prepared : { ...prepared, components: { ...components, schemas: { ...getObject(components, "schemas"), ...named } } }
}

const options = { immutable: true, defaultNonNullable: false, emptyObjectsUnknown: true, silent: true } as const

/** Every name and text but references with another sign for the percent sign. */
const withSign = (value: Json, sign: string): Json => {
  if (typeof value === "string") return value.replaceAll("%", sign)
  if (Array.isArray(value)) return value.map((one: Json) => withSign(one, sign))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.replaceAll("%", sign), key === "$ref" ? one : withSign(one, sign)]))
}

/** A sign that is nowhere in a text, and in no identifier: names with it are quoted, as those with a percent sign are. */
const signFor = (text: string): string => {
  let sign = "!percent!"
  while (text.includes(sign)) sign = `!${sign}`
  return sign
}

const typesFor = async (document: JsonObject): Promise<string> => {
  const { astToString, default: openapiTS } = await import("openapi-typescript")
  return astToString(await openapiTS(document as never, options))
}

/** It decodes names as those in a URL, so that a percent sign in one is an error to it: there is none where it reads. */
export const wireTypes = async (document: JsonObject): Promise<string> => {
  const prepared = prepare(document)
  const text = JSON.stringify(prepared)
  if (!/%[^"]*":/.test(text)) return typesFor(prepared)
  const sign = signFor(text)
  return (await typesFor(withSign(prepared, sign) as JsonObject)).replaceAll(sign, "%")
}
