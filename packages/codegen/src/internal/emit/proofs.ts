/**
 * The proof that the schemas say what the document says: the compiler holds the wire side of every schema, body, answer
 * and parameter equal to the types of `wireTypes.ts`.
 */
import { type Form, refsOf } from "../model/forms.js"
import { childrenOf, usersOf } from "../model/graph.js"
import type { Media, Named, Node, Operation } from "../model/Model.js"
import { typeOf } from "./effect3/nodes.js"
import { makePrinter, type Subject } from "./effect3/printer.js"
import { quote } from "./text.js"

// ------------------------------------------------------------------------------------------- what cannot be equal

interface Exception {
  readonly pointer: string
  readonly reason: string
}

const reasonOf = (node: Node): string | undefined => {
  switch (node.kind) {
    case "tagged":
      return "a choice by a property's value is the union of its members, with that value in each"
    case "tuple":
      return "items beyond minItems are optional"
    case "constant":
      return "a constant object or array is compared as a value"
    case "file":
      return "binary, which is a file in forms and a text elsewhere"
    case "all":
      return "an allOf that is no single schema"
    case "literals":
      return node.open ? "an enum that may grow" : undefined
    case "object":
      if (node.properties.some((one) => one.readOnly || one.writeOnly)) return "readOnly and writeOnly properties are in one form only"
      if (node.properties.length === 0 && node.patterns.length === 0 && node.rest === false) return "an object without any property"
      return node.patterns.length > 0 || (node.properties.length > 0 && node.rest !== undefined && node.rest !== false) ? "named keys beside other keys" : undefined
    default:
      return undefined
  }
}

const ownReason = (node: Node): string | undefined => reasonOf(node) ?? childrenOf(node).map(ownReason).find((one) => one !== undefined)

/** Schemas that cannot be equal, and those that hold them. */
const exceptionsOf = (schemas: ReadonlyMap<string, Named>): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>()
  const users = usersOf([...schemas.values()].map(({ node, pointer }) => [pointer, refsOf(node)]))
  const queue: Array<Exception> = []
  for (const { chosen, node, pointer } of schemas.values()) {
    const reason = chosen === true ? "its own value of the discriminator is a literal" : ownReason(node)
    if (reason !== undefined) queue.push({ pointer, reason })
  }
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (reasons.has(next.pointer)) continue
    reasons.set(next.pointer, next.reason)
    queue.push(...(users.get(next.pointer) ?? []).map((pointer) => ({ pointer, reason: `holds another that cannot: ${next.reason.replace(/^holds another that cannot: /, "")}` })))
  }
  return reasons
}

// ------------------------------------------------------------------------------------------------------ proofs

interface Proof {
  readonly label: string
  readonly ours: string
  readonly theirs: string
}

const step = (...keys: ReadonlyArray<string | number>): string => keys.map((one) => typeof one === "number" ? `[${one}]` : `[${quote(one)}]`).join("")

/** Everything that can be equal, and what cannot, with the reason. */
const proofsOf = (subject: Subject): { readonly proofs: ReadonlyArray<Proof>; readonly exceptions: ReadonlyArray<Exception> } => {
  const { forms, model, names } = subject
  const printer = makePrinter(subject, "M.")
  const exceptions = exceptionsOf(model.schemas)
  const cannot: Array<Exception> = []
  const proofs: Array<Proof> = []

  const add = (label: string, node: Node, form: Form, theirs: string, pointer: string): void => {
    const reason = ownReason(node) ?? refsOf(node).map((one) => exceptions.get(one)).find((one) => one !== undefined)
    if (reason === undefined) proofs.push({ label, ours: typeOf(printer, node, { form, encoded: true }), theirs })
    else cannot.push({ pointer, reason })
  }

  for (const one of model.schemas.values()) {
    const form = forms.hasOutput(one.pointer) ? "output" : "input"
    if (one.component) add(names.schema(one.pointer).type, { kind: "ref", pointer: one.pointer }, form, `wire.components${step("schemas", one.hint)}`, one.pointer)
  }

  const isJson = (media: Media): boolean => media.kind === "json"

  const operation = (one: Operation): void => {
    const { types } = names.operation(one.pointer)
    const path = `wire.paths${step(one.path, one.method.toLowerCase())}`
    for (const media of one.body?.content.filter(isJson) ?? []) {
      if (media.node !== undefined) add(`${types} body`, media.node, "input", `NonNullable<${path}["requestBody"]>["content"]${step(media.media)}`, one.pointer)
    }
    for (const answer of one.answers) {
      const status = /^\d{3}$/.test(answer.status) ? Number(answer.status) : answer.status
      for (const media of answer.content.filter(isJson)) {
        if (media.node !== undefined) add(`${types} ${answer.status}`, media.node, "output", `${path}["responses"]${step(status, "content", media.media)}`, `${one.pointer}/responses/${answer.status}`)
      }
    }
    for (const parameter of one.parameters) {
      if (parameter.media !== undefined || parameter.undeclared === true) continue
      // Null stays: it is `undefined` alone that stands for a parameter which is not there.
      const theirs = `Exclude<NonNullable<${path}["parameters"]${step(parameter.in)}>${step(parameter.name)}, undefined>`
      add(`${types} ${parameter.in} ${parameter.name}`, parameter.node, "input", theirs, one.pointer)
    }
  }
  for (const one of model.operations) operation(one)
  return { proofs, exceptions: cannot }
}

const toolkit = `type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false

/** One spelling for what means the same: named keys without index signatures beside them, no intersections, and no \`undefined\`, which JSON has not. */
type Norm<T> = unknown extends T ? unknown
  : T extends string | number | boolean | null | undefined ? T
  : T extends ReadonlyArray<infer U> ? ReadonlyArray<Norm<U>>
  : T extends object
    ? [keyof { [K in keyof T as string extends K ? never : K]: 1 }] extends [never] ? { readonly [K in keyof T]: Norm<Exclude<T[K], undefined>> }
    : { readonly [K in keyof T as string extends K ? never : K]: Norm<Exclude<T[K], undefined>> }
  : T

type Same<A, B> = Equal<A, B> extends true ? true : Equal<Norm<A>, Norm<B>>
`

export const emitProofs = (subject: Subject): string => {
  const { exceptions, proofs } = proofsOf(subject)
  const lines = proofs.map((one) => `  // ${one.label.replace(/[^\x20-\x7e]/g, "?")}\n  Same<${one.ours}, ${one.theirs}>`)
  const left = exceptions.map((one) => ` * - ${one.pointer.replace(/[^\x20-\x7e]|\*\//g, "?")}: ${one.reason}`)
  const used = proofs.some((one) => /\bM\./.test(one.ours))
  return `${subject.banner}
${used ? `import type * as M from "../src/schemas.js"\n` : ""}${proofs.length === 0 ? "" : `import type * as wire from "./wire.js"\n\n${toolkit}`}
/**
 * Each of these is \`true\`, or this file does not compile.${left.length === 0 ? "" : `\n *\n * Not compared:\n${left.join("\n")}`}
 */
export type Proofs = [
${lines.join(",\n")}
]

type AllTrue<T extends ReadonlyArray<true>> = T["length"]

export const proved: AllTrue<Proofs> = ${proofs.length}
`
}
