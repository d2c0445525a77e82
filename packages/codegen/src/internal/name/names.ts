/**
 * A name for each schema and operation. A name comes from its own place in the document alone; where two would be the same,
 * the one that is already spelt that way keeps it and the others are told apart by a number, in the order of their places.
 */
import type { Form, Forms } from "../model/forms.js"
import type { Callback, Model, Named, Operation } from "../model/Model.js"
import { methodAndPath } from "../model/operations.js"
import type { Twins } from "../model/twins.js"
import { camel, isIdentifier, pascal, reservedTypes, reservedValues, unusedName } from "./identifiers.js"

/** What a names file may say: names by pointer, or by component and operationId. */
export interface Overrides {
  readonly schemas: Readonly<Record<string, string>>
  readonly operations: Readonly<Record<string, string>>
}

export interface SchemaNames {
  readonly type: string
  readonly encoded: string
  readonly input: string
  readonly inputEncoded: string
}

/** What a form of a schema is called: its type and constant, and its type on the wire. */
export const inForm = ({ encoded, input, inputEncoded, type }: SchemaNames, form: Form): { readonly type: string; readonly encoded: string } =>
  form === "output" ? { type, encoded } : { type: input, encoded: inputEncoded }

export interface OperationNames {
  /** The method. */
  readonly method: string
  /** The method that streams, where an operation answers both ways. */
  readonly stream: string
  /** The beginning of its types' names. */
  readonly types: string
}

export interface Names {
  readonly schema: (pointer: string) => SchemaNames
  readonly operation: (pointer: string) => OperationNames
  readonly callback: (pointer: string) => string
}

interface Candidate {
  readonly pointer: string
  readonly wanted: string
  /** Spelt as wanted in the document. */
  readonly exact: boolean
  /** Components before what stands inline, what the names file says before all. */
  readonly rank: number
}

const before = (a: Candidate, b: Candidate): number =>
  a.rank - b.rank || Number(b.exact) - Number(a.exact) || (a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0)

const isFree = (taken: ReadonlySet<string>, names: ReadonlyArray<string>): boolean => names.every((name) => !taken.has(name))

/** Each candidate's name, and those that go with it, all unused before. */
const allot = (
  candidates: ReadonlyArray<Candidate>,
  taken: Set<string>,
  family: (name: string, candidate: Candidate) => ReadonlyArray<string>
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const candidate of [...candidates].sort(before)) {
    let name = candidate.wanted
    for (let count = 2; !isFree(taken, family(name, candidate)); count++) name = `${candidate.wanted}${/\d$/.test(candidate.wanted) ? "_" : ""}${count}`
    for (const one of family(name, candidate)) taken.add(one)
    names.set(candidate.pointer, name)
  }
  return names
}

const wantedType = (text: string): string => {
  const name = isIdentifier(text) && /^\p{Lu}/u.test(text) ? text : pascal(text)
  return reservedTypes.has(name) ? `${name}_` : name
}

const wantedValue = (text: string): string => {
  const name = camel(text)
  return reservedValues.has(name) ? `${name}_` : name
}

export const streamsAlso = (operation: Operation): boolean => {
  let streams = false
  let answers = false
  for (const { content, status } of operation.answers) {
    if (!status.startsWith("2")) continue
    for (const { kind } of content) {
      if (kind === "events" || kind === "lines") streams = true
      else answers = true
    }
  }
  return streams && answers
}

const idOf = (operation: Operation): string => operation.id ?? methodAndPath(operation.method, operation.path)

/** A name that a person chose. `constructor` and the like are names as any other. */
const chosen = (names: Readonly<Record<string, string>>, key: string | undefined): string | undefined =>
  key !== undefined && Object.hasOwn(names, key) ? names[key] : undefined

const chosenName = ({ schemas }: Overrides, { component, hint, pointer }: Named): string | undefined =>
  chosen(schemas, pointer) ?? (component ? chosen(schemas, hint) : undefined)

/** Whether a person has chosen the schema's name. */
export const isChosen = (overrides: Overrides, one: Named): boolean => chosenName(overrides, one) !== undefined

/** Duplicate ids are told apart by their method and path. */
const operationCandidates = (operations: ReadonlyArray<Operation>, overrides: Overrides): ReadonlyArray<Candidate> => {
  const seen = new Set<string>()
  return operations.map((operation) => {
    const repeated = operation.id !== undefined && seen.has(operation.id)
    if (operation.id !== undefined) seen.add(operation.id)
    const text = repeated ? methodAndPath(operation.method, operation.path) : idOf(operation)
    const override = chosen(overrides.operations, operation.pointer) ?? chosen(overrides.operations, operation.id)
    const wanted = override ?? wantedValue(text)
    return { pointer: operation.pointer, wanted, exact: text === wanted, rank: override === undefined ? 1 : 0 }
  })
}

const callbackCandidates = (callbacks: ReadonlyArray<Callback>): ReadonlyArray<Candidate> =>
  callbacks.map(({ hint, pointer }) => ({ pointer, wanted: wantedValue(hint), exact: hint === wantedValue(hint), rank: 2 }))

export const nameAll = (model: Model, forms: Forms, overrides: Overrides): Names => {
  const types = new Set<string>()
  const schemas = [...model.schemas.values()]
  const schemaNames = allot(
    schemas.map((one) => {
      const { component, hint, pointer } = one
      const override = chosenName(overrides, one)
      const wanted = override ?? wantedType(hint)
      return { pointer, wanted, exact: wanted === hint, rank: override !== undefined ? 0 : component ? 1 : 2 }
    }),
    types,
    (name) => [name]
  )
  const values = new Set<string>()
  const streaming = new Set(model.operations.filter(streamsAlso).map(({ pointer }) => pointer))
  const operationNames = allot(
    operationCandidates(model.operations, overrides),
    values,
    (name, { pointer }) => streaming.has(pointer) ? [name, `${name}Stream`] : [name]
  )
  const methods = new Map([...operationNames].map(([pointer, method]) =>
    [pointer, { method, stream: `${method}Stream`, types: method.slice(0, 1).toUpperCase() + method.slice(1) }]))
  const callbackNames = allot(callbackCandidates(model.callbacks), new Set(), (name) => [name])
  // The document's own names come first: a form takes what they leave.
  const form = (wanted: string): string => {
    const name = unusedName(wanted, (one) => types.has(one))
    types.add(name)
    return name
  }
  const familyOf = ({ pointer }: Named): SchemaNames => {
    const type = schemaNames.get(pointer)!
    const encoded = forms.differs(pointer, "output") ? form(`${type}Encoded`) : type
    if (!forms.isSplit(pointer)) return { type, encoded, input: type, inputEncoded: encoded }
    const input = form(`${type}Input`)
    return { type, encoded, input, inputEncoded: forms.differs(pointer, "input") ? form(`${type}InputEncoded`) : input }
  }
  const families = new Map(schemas.map((one) => [one.pointer, familyOf(one)]))
  return {
    schema: (pointer) => families.get(pointer)!,
    operation: (pointer) => methods.get(pointer)!,
    callback: (pointer) => callbackNames.get(pointer)!
  }
}

/** The same names, but that a schema with a declared twin is called as that. */
export const withTwins = (names: Names, twins: Twins): Names => ({ ...names, schema: (pointer) => names.schema(twins.get(pointer) ?? pointer) })
