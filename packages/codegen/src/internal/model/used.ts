/** Which schemas are used: those that operations, callbacks and webhooks come to. */
import type { Finding } from "../../Report.js"
import { childrenOf, nodesOfRules, reach } from "./graph.js"
import type { Answer, Media, Model, Node, Operation } from "./Model.js"

const nodesOfMedia = ({ encoding = {}, node }: Media): ReadonlyArray<Node> =>
  [...(node === undefined ? [] : [node]), ...Object.values(encoding).flatMap(({ headers = {} }) => Object.values(headers))]

const nodesOfAnswer = ({ content, headers }: Answer): ReadonlyArray<Node> => [...content.flatMap(nodesOfMedia), ...headers.map(({ node }) => node)]

const nodesOfOperation = ({ answers, body, parameters }: Operation): ReadonlyArray<Node> =>
  [...parameters.map(({ node }) => node), ...(body?.content ?? []).flatMap(nodesOfMedia), ...answers.flatMap(nodesOfAnswer)]

/** All schemas that a node names, in its type or in its rules. */
const namedBy = (node: Node): ReadonlyArray<string> =>
  node.kind === "ref" ? [node.pointer] : [...childrenOf(node), ...(node.kind === "check" ? nodesOfRules(node.rules) : [])].flatMap(namedBy)

const usedSchemas = ({ callbacks, operations, schemas }: Model): ReadonlySet<string> => {
  const roots = [...operations.flatMap(nodesOfOperation), ...callbacks.flatMap(({ content }) => content.flatMap(nodesOfMedia))]
  return reach(roots.flatMap(namedBy), (pointer) => {
    const found = schemas.get(pointer)
    return found === undefined ? [] : namedBy(found.node)
  })
}

/** The model without the schemas that nothing uses. */
export const withoutUnused = (model: Model): Model => {
  const used = usedSchemas(model)
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
