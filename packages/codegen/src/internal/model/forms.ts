/**
 * Which schemas have two forms, and which are not the same on the wire. A schema with a default, readOnly or writeOnly in
 * it, however deep, has one form for answers and one for requests.
 */
import { childrenOf, reach, schemasFrom, undeclaredOf, usersOf } from "./graph.js"
import { receivedNodes, sentNodes } from "./held.js"
import type { Model, Node, Property } from "./Model.js"

export type Form = "output" | "input"

export interface Forms {
  /** Whether it has a form of its own for requests: some request holds it, and there it is not the same. */
  readonly isSplit: (pointer: string) => boolean
  /** Whether it has one for answers: a schema that is not the same in requests, and that nothing else holds, has none. */
  readonly hasOutput: (pointer: string) => boolean
  /** Whether the decoded type differs from what is on the wire. */
  readonly differs: (pointer: string, form: Form) => boolean
  readonly nodeDiffers: (node: Node, form: Form) => boolean
  readonly nodeIsSplit: (node: Node) => boolean
}

export const isIn = (property: Property, form: Form): boolean => form === "output" ? !property.writeOnly : !property.readOnly

/** What a node says of its forms by itself, without what it refers to. */
interface Own {
  /** The names that it refers to, itself and in its parts. */
  readonly refs: Set<string>
  /** It is not the same in requests. */
  splits: boolean
  /** Its decoded values are not those of the wire. */
  readonly converts: { output: boolean; input: boolean }
}

const look = (node: Node, own: Own, inOutput: boolean, inInput: boolean): void => {
  switch (node.kind) {
    case "ref":
      own.refs.add(node.pointer)
      break
    case "dateTime":
    case "base64":
    case "secret":
      if (inOutput) own.converts.output = true
      if (inInput) own.converts.input = true
      break
    case "object":
      for (const one of node.properties) {
        if (one.readOnly || one.writeOnly || one.fill !== undefined) own.splits = true
        if (one.fill !== undefined && inOutput && !one.writeOnly) own.converts.output = true
        look(one.node, own, inOutput && !one.writeOnly, inInput && !one.readOnly)
      }
      for (const one of undeclaredOf(node)) look(one, own, inOutput, inInput)
      break
    default:
      for (const one of childrenOf(node)) look(one, own, inOutput, inInput)
  }
}

const ownOf = (node: Node): Own => {
  const own: Own = { refs: new Set(), splits: false, converts: { output: false, input: false } }
  look(node, own, true, true)
  return own
}

/** The names that a node refers to, itself and in its parts. */
export const refsOf = (node: Node): ReadonlyArray<string> => [...ownOf(node).refs]

/** What is true of a schema if it is true of one that it refers to. */
const spread = (schemas: ReadonlyMap<string, Own>, users: ReadonlyMap<string, ReadonlyArray<string>>, direct: (own: Own) => boolean): ReadonlySet<string> =>
  reach([...schemas].filter(([, own]) => direct(own)).map(([pointer]) => pointer), (pointer) => users.get(pointer) ?? [])

/** The schemas that requests hold, however deep. */
const requested = (model: Model, schemas: ReadonlyMap<string, Own>): ReadonlySet<string> =>
  reach(sentNodes(model).flatMap(refsOf), (pointer) => schemas.get(pointer)?.refs ?? [])

/** The schemas that are held by answers, or by a schema that no request holds. */
const answered = (model: Model, sent: ReadonlySet<string>): ReadonlySet<string> =>
  schemasFrom(model, [...receivedNodes(model), ...[...model.schemas.keys()].filter((one) => !sent.has(one)).map((pointer): Node => ({ kind: "ref", pointer }))])

export const formsOf = (model: Model): Forms => {
  const schemas = new Map([...model.schemas].map(([pointer, { node }]) => [pointer, ownOf(node)]))
  const sent = requested(model, schemas)
  const received = answered(model, sent)
  const users = usersOf([...schemas].map(([pointer, { refs }]) => [pointer, refs]))
  const split = new Set([...spread(schemas, users, ({ splits }) => splits)].filter((one) => sent.has(one)))
  const differing = { output: spread(schemas, users, ({ converts }) => converts.output), input: spread(schemas, users, ({ converts }) => converts.input) }
  // A schema with one form has one wire type.
  const differs = (pointer: string, form: Form): boolean => differing[split.has(pointer) ? form : "output"].has(pointer)
  return {
    isSplit: (pointer) => split.has(pointer),
    hasOutput: (pointer) => received.has(pointer) || !split.has(pointer),
    differs,
    nodeDiffers: (node, form) => {
      const { converts, refs } = ownOf(node)
      return converts[form] || [...refs].some((one) => differs(one, form))
    },
    nodeIsSplit: (node) => {
      const { refs, splits } = ownOf(node)
      return splits || [...refs].some((one) => split.has(one))
    }
  }
}
