/** Which schemas are used: those that operations, callbacks and webhooks come to. */
import type { Finding } from "../../Report.js"
import { schemasFrom } from "./graph.js"
import { receivedNodes, sentNodes } from "./held.js"
import type { Model } from "./Model.js"

/** The model without the schemas that nothing uses. */
export const withoutUnused = (model: Model): Model => {
  const used = schemasFrom(model, [...sentNodes(model), ...receivedNodes(model)])
  return { ...model, schemas: new Map([...model.schemas].filter(([pointer]) => used.has(pointer))) }
}

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
