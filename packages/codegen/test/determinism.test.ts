/** The same document gives the same bytes, however its keys are ordered, and a small change a small difference. */
import { FastCheck as fc } from "effect"
import { describe, expect, it } from "vitest"
import { renderDocument } from "./support/generated.js"
import { synthetic } from "./support/synthetic.js"

type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }

/** The same value with the keys of every object in another order, chosen by `pick`. */
const shuffled = (value: Json, pick: (below: number) => number): Json => {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, pick))
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).map(([key, one]): [string, Json] => [key, shuffled(one as Json, pick)])
  for (let i = entries.length - 1; i > 0; i--) {
    const j = pick(i + 1)
    ;[entries[i], entries[j]] = [entries[j]!, entries[i]!]
  }
  return Object.fromEntries(entries)
}

const textOf = (document: unknown): string => [...renderDocument(document).files].map(([name, text]) => `${name}\n${text}`).join("\n")

const withoutDigest = (text: string): string => text.replace(/sha256: [\da-f]+/g, "")

const differing = (before: string, after: string): { readonly removed: ReadonlyArray<string>; readonly added: ReadonlyArray<string> } => {
  const [a, b] = [withoutDigest(before).split("\n"), withoutDigest(after).split("\n")]
  const count = (lines: ReadonlyArray<string>) => {
    const counts = new Map<string, number>()
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
    return counts
  }
  const [inA, inB] = [count(a), count(b)]
  const only = (one: Map<string, number>, other: Map<string, number>) => [...one].flatMap(([line, n]) => Array<string>(Math.max(0, n - (other.get(line) ?? 0))).fill(line))
  return { removed: only(inA, inB), added: only(inB, inA) }
}

const small = {
  openapi: "3.1.0",
  info: { title: "Small", version: "1" },
  paths: {
    "/users": { get: { operationId: "listUsers", responses: { "200": { description: "ok", content: { "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/User" } } } } } } } }
  },
  components: { schemas: { User: { type: "object", required: ["id"], properties: { id: { type: "string" }, name: { type: "string" } } } } }
}

describe("determinism", () => {
  it("keys in any order give the same bytes", () => {
    const document = synthetic({ operations: 20, schemas: 40 })
    const expected = textOf(document)
    fc.assert(fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const next = numbers[Symbol.iterator]()
      expect(textOf(shuffled(document, (below) => (next.next().value as number) % below))).toBe(expected)
    }), { numRuns: 10 })
  })

  it("one more property changes the lines of its type and its schema", () => {
    const more = structuredClone(small)
    ;(more.components.schemas.User.properties as Record<string, object>)["age"] = { type: "integer" }
    expect(differing(textOf(small), textOf(more))).toEqual({
      removed: ["export const User: S.Schema<User> = /*#__PURE__*/ k.schema(\"User\", () => k.struct<User>({ id: S.String, name: k.opt(S.String) }))"],
      added: [
        "  readonly age?: number",
        "export const User: S.Schema<User> = /*#__PURE__*/ k.schema(\"User\", () => k.struct<User>({ age: k.opt(k.int()), id: S.String, name: k.opt(S.String) }))"
      ]
    })
  })

  it("one more operation takes nothing away and renames nothing", () => {
    const more = structuredClone(small)
    ;(more.paths as Record<string, object>)["/Users"] = { get: { operationId: "ListUsers", responses: { "204": { description: "ok" } } } }
    expect(differing(textOf(small), textOf(more)).removed).toEqual([])
  })
})
