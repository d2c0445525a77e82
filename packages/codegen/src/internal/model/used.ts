/**
 * Which schemas are used: those that a reference leads to, however long, from operations, callbacks and webhooks. A part that
 * an `allOf` merged into another schema is referred to as well: `ErrorInfo` is a name that users know, though no type holds it.
 */
import type { Finding } from "../../Report.js"
import { at, get, type Json, type JsonObject } from "../json.js"
import { namedAt, reach, schemasFrom } from "./graph.js"
import { receivedNodes, sentNodes } from "./held.js"
import type { Model, Named, Node } from "./Model.js"

/** Where operations are: what stands there is looked at once, as a whole. */
const sections = ["paths", "webhooks"]

/** Every `$ref` in a part of the document, without following it. One that is data does no harm: it keeps a schema more. */
const referencesIn = (part: Json | undefined): ReadonlyArray<string> => {
  const found: Array<string> = []
  const queue: Array<Json | undefined> = [part]
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    if (typeof one !== "object" || one === null) continue
    for (const key in one) {
      const value = (one as JsonObject)[key]
      if (key === "$ref" && typeof value === "string") found.push(value)
      else if (typeof value === "object" && value !== null) queue.push(value)
    }
  }
  return found
}

/** What a type or a rule leads to, from operations, callbacks, webhooks and further schemas. */
const held = (model: Model, wanted: ReadonlyArray<string>): ReadonlySet<string> =>
  schemasFrom(model, [...sentNodes(model), ...receivedNodes(model), ...wanted.map((pointer): Node => ({ kind: "ref", pointer }))])

/** What a reference of the document leads to as well. */
const referredTo = (model: Model, document: JsonObject, from: Iterable<string>): ReadonlySet<string> =>
  reach([...from, ...sections.flatMap((section) => referencesIn(get(document, section)))], (pointer) => {
    const isSeen = sections.some((section) => pointer.startsWith(`#/${section}/`))
    return [...namedAt(model.schemas, pointer), ...(isSeen ? [] : referencesIn(at(document, pointer)))]
  })

/** The model without the schemas that nothing uses. `isWanted`: a schema that is kept nevertheless. */
export const withoutUnused = (model: Model, document: JsonObject, isWanted: (one: Named) => boolean): Model => {
  // A document of schemas alone is a library of them.
  if (model.operations.length === 0 && model.callbacks.length === 0) return model
  const schemas = [...model.schemas.values()]
  const inTypes = held(model, schemas.filter(isWanted).map(({ pointer }) => pointer))
  // Mostly types hold all that there is: then the document need not be looked through.
  const used = schemas.every(({ component, pointer }) => !component || inTypes.has(pointer)) ? inTypes : referredTo(model, document, inTypes)
  return { ...model, schemas: new Map([...model.schemas].filter(([pointer]) => used.has(pointer))) }
}

/** The components that were left out. */
export const leftOut = (all: Model, kept: Model): ReadonlyArray<string> =>
  [...all.schemas.values()].filter(({ component, pointer }) => component && !kept.schemas.has(pointer)).map(({ pointer }) => pointer)

/** The named schema that a place is in, or is. */
const schemaAround = (schemas: Model["schemas"], pointer: string): string | undefined => {
  for (let place = pointer; place.includes("/"); place = place.slice(0, place.lastIndexOf("/"))) if (schemas.has(place)) return place
  return undefined
}

/** Findings, but for those about schemas that were left out. */
export const aboutKept = (findings: ReadonlyArray<Finding>, all: Model, kept: Model): ReadonlyArray<Finding> =>
  all === kept ? findings : findings.filter(({ pointer }) => {
    const schema = schemaAround(all.schemas, pointer)
    return schema === undefined || kept.schemas.has(schema)
  })
