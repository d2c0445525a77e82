/**
 * The requests of specs/, judged twice: bodies made wrong in many ways go through the whole generated client, and through
 * ajv by the document. Both must say the same, but for what is listed here. `MUTATIONS_SEED=1 vitest run …` replays a run.
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as NodeContext from "@effect/platform-node/NodeContext"
import { Effect, Redacted } from "effect"
import { describe, expect, it } from "vitest"
import { load } from "../../src/internal/read/load.js"
import { call } from "../support/calls.js"
import { type GeneratedModule, importClient, renderDocument } from "../support/generated.js"
import { below, childrenOf, type Document, documents, follow, formsOf, isList, isObject, type Json, objectAt, type Operation, operationsOf, type Path, type Pointer, requestBody, schemaOfChild, undeclared } from "./documents.js"
import { basesOf, type Mutation, mutationsOf, removedAll, replaced } from "./mutations.js"

const seed = Number(process.env["MUTATIONS_SEED"] ?? Date.now() % 2 ** 31)

/** Bodies with two or three faults, for each operation; those with one come all. */
const random = 200

interface Subject {
  readonly document: Document
  readonly operation: Operation
  readonly schema: Pointer
  /** Valid bodies, from the document's example. */
  readonly bases: ReadonlyArray<Mutation>
  readonly mutations: ReadonlyArray<Mutation>
}

const subjectOf = (document: Document, operation: Operation): ReadonlyArray<Subject> => {
  const media = requestBody(document, operation)
  if (media === undefined) return []
  const schema = below(media.pointer, "schema")
  const bases = basesOf(document, schema, objectAt(document, media.pointer)["example"] ?? null)
  return [{ document, operation, schema, bases, mutations: mutationsOf(document, schema, bases, { random, seed }) }]
}

const subjects = documents.flatMap((document) => operationsOf(document, "paths").flatMap((operation) => subjectOf(document, operation)))

// ------------------------------------------------------------------------------------------- differences by design

interface Difference {
  readonly name: string
  readonly reason: string
  /** The value without what only the client refuses; the same value if there is nothing of that kind in it. */
  readonly mended: (subject: Subject, value: Json) => Json
}

const unsafeIntegers = (document: Document, pointer: Pointer, value: Json, path: Path = []): ReadonlyArray<Path> =>
  formsOf(document, pointer, value).flatMap((form) => {
    if (form.schema["type"] === "integer") return typeof value === "number" && !Number.isSafeInteger(value) ? [path] : []
    return childrenOf(value).flatMap(([key, child]) => {
      const schema = schemaOfChild(form, key)
      return typeof schema === "string" ? unsafeIntegers(document, schema, child, [...path, key]) : []
    })
  })

/** The client may refuse what a document allows, for these reasons; it never sends what a document forbids. */
const differences: ReadonlyArray<Difference> = [
  {
    name: "a property of which the document is silent",
    reason: "a misspelt name of an optional property would be sent, and ignored: a request holds what is declared, unless the document says additionalProperties",
    mended: ({ document, schema }, value) => removedAll(value, undeclared(document, schema, value))
  },
  {
    name: "an integer beyond 2^53",
    reason: "neighbouring integers are one double there: the value has been changed before it came to the client",
    mended: ({ document, schema }, value) => unsafeIntegers(document, schema, value).reduce((one: Json, path) => replaced(one, path, () => 1), value)
  }
]

// ------------------------------------------------------------------------------------------------------ the client

/** Formats whose values a caller gives as something else than their JSON. */
const values: Readonly<Record<string, (text: string) => unknown>> = { password: Redacted.make }

/** A caller's value: the JSON, with what is no JSON for a caller. Read from the document, not from the generated code. */
const callersValue = (document: Document, pointer: Pointer, value: Json): unknown => {
  const here = follow(document, pointer)
  const schema = objectAt(document, here.pointer)
  const { format } = schema
  if (typeof format === "string") {
    const convert = values[format]
    if (convert === undefined) throw new Error(`${document.name} ${here.pointer}: tell this test what a caller gives for the format ${format}`)
    return typeof value === "string" ? convert(value) : value
  }
  const form = formsOf(document, here.pointer, value)[0] ?? { pointer: here.pointer, schema }
  const child = (key: string | number, one: Json): unknown => {
    const at = schemaOfChild(form, key)
    return typeof at === "string" ? callersValue(document, at, one) : one
  }
  if (isList(value)) return value.map((one, index) => child(index, one))
  return isObject(value) ? Object.fromEntries(childrenOf(value).map(([key, one]) => [key, child(key, one)])) : value
}

/** Its required parameters, by their examples. */
const parametersOf = (document: Document, { pointer }: Operation): Readonly<Record<string, unknown>> => {
  const lists = [below(pointer, "parameters"), below(pointer.split("/").slice(0, -1).join("/"), "parameters")].map((at) => follow(document, at))
  const all = lists.flatMap(({ node, pointer: at }) => isList(node) ? node.map((_, index) => objectAt(document, below(at, index))) : [])
  return Object.fromEntries(all.filter((one) => one["required"] === true).map((one) => [one["name"], one["example"]]))
}

const clientOf = async ({ name, path }: Document): Promise<GeneratedModule> => {
  const { document } = await Effect.runPromise(load({ document: path, allowRemote: false }).pipe(Effect.provide(NodeContext.layer), Effect.provide(FetchHttpClient.layer)))
  return importClient(`specs/${name}`, renderDocument(document, { source: name }))
}

const clients = new Map<string, Promise<GeneratedModule>>()

const clientFor = (document: Document): Promise<GeneratedModule> => {
  const client = clients.get(document.name) ?? clientOf(document)
  clients.set(document.name, client)
  return client
}

type Verdict =
  | { readonly kind: "sent" }
  | { readonly kind: "refused"; readonly why: string }
  /** Neither: it is sent otherwise than it was given, or fails as no refusal does. */
  | { readonly kind: "wrong"; readonly why: string }

const refused = (error: { readonly _tag?: string; readonly field?: string; readonly problem?: string } | undefined): Verdict =>
  error?._tag === "InvalidRequestError" && /^(?:body$|\/body)/.test(String(error.field))
    ? { kind: "refused", why: `${error.field}: ${error.problem}` }
    : { kind: "wrong", why: `nothing was sent, and it failed with ${error?._tag}: ${error?.field} ${error?.problem}` }

const ask = async ({ document, operation, schema }: Subject, value: Json): Promise<Verdict> => {
  const request = { ...parametersOf(document, operation), body: callersValue(document, schema, value) }
  try {
    const client = await clientFor(document)
    const make = Object.hasOwn(client, "make") ? "make" : "makeUser"
    const { error, sent } = await call(client, operation.id, [request], { make })
    if (sent.length === 0) return refused(error)
    return sent[0]!.body === JSON.stringify(value) ? { kind: "sent" } : { kind: "wrong", why: `it was sent as ${sent[0]!.body}` }
  } catch (error) {
    return { kind: "wrong", why: `it died: ${String(error)}` }
  }
}

// ------------------------------------------------------------------------------------------------------ both

interface Judged {
  /** What is wrong, in words; `undefined` if both say the same, or differ by design. */
  readonly problem?: string
  readonly sent: boolean
  readonly byDesign: ReadonlyArray<Difference>
}

/** The differences that together explain why the client refuses a valid value; none if they do not. */
const explain = async (subject: Subject, value: Json): Promise<ReadonlyArray<Difference>> => {
  const met = differences.filter(({ mended }) => JSON.stringify(mended(subject, value)) !== JSON.stringify(value))
  const rest = met.reduce((one, { mended }) => mended(subject, one), value)
  return met.length > 0 && (await ask(subject, rest)).kind === "sent" ? met : []
}

const judge = async (subject: Subject, { name, value }: Mutation): Promise<Judged> => {
  const { document, operation, schema } = subject
  const theirs = document.problems(schema, value)
  const ours = await ask(subject, value)
  const sent = ours.kind === "sent"
  const told = (what: string): Judged => ({ problem: `${document.name} ${operation.pointer} (${operation.id}): ${name}: ${what}`, sent, byDesign: [] })
  if (ours.kind === "wrong") return told(ours.why)
  if (sent === (theirs.length === 0)) return { sent, byDesign: [] }
  if (ours.kind === "sent") return told(`the client sends what the document forbids: ${theirs.join(", ")}`)
  const byDesign = await explain(subject, value)
  return byDesign.length > 0 ? { sent, byDesign } : told(`the client refuses what the document allows: ${ours.why}`)
}

const met = new Set<Difference>()

const rows = subjects.map((one) => [one.document.name, one.operation.id, one.mutations.length, one] as const)

describe(`what clients send, and what documents allow, seed ${seed}`, () => {
  it.each(rows)("%s %s: both say the same of %i bodies", async (_, __, count, subject) => {
    // What the mutations are made of is valid: else they would say little.
    for (const base of subject.bases) expect([base.name, await judge(subject, base)]).toEqual([base.name, { sent: true, byDesign: [] }])

    const judged: Array<Judged> = []
    for (const mutation of subject.mutations) judged.push(await judge(subject, mutation))
    for (const one of judged) for (const difference of one.byDesign) met.add(difference)
    expect(judged.flatMap(({ problem }) => problem ?? [])).toEqual([])
    // A body of one property has the fewest.
    expect(count).toBeGreaterThan(100)
    expect(judged.filter(({ sent }) => sent).length).toBeGreaterThan(3)
  }, 120_000)

  it("and no difference is listed that does not occur", () => {
    expect(differences.filter((one) => !met.has(one)).map(({ name }) => name)).toEqual([])
  })
})
