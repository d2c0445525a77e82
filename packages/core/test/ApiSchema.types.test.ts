/** What must not compile: each line is checked by the compiler, and an expected error that does not come is an error. */
import type * as DateTime from "effect/DateTime"
import * as S from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as k from "../src/ApiSchema.js"

interface User {
  readonly id: string
  readonly age?: number
  readonly role: "admin" | "guest"
}

/** Never run: what is in it is read by the compiler alone. */
const typesOnly = (body: () => void): void => void body

describe("the compiler refuses a schema that is not its type's", () => {
  it("the seven planted faults", () => {
    const role = S.Literal("admin", "guest")
    expect(k.struct<User>({ id: S.String, age: k.opt(S.Number), role }).ast._tag).toBe("TypeLiteral")
    typesOnly(() => {
      // @ts-expect-error an optional property is dropped
      k.struct<User>({ id: S.String, role })
      // @ts-expect-error an optional property is required
      k.struct<User>({ id: S.String, age: S.Number, role })
      // @ts-expect-error a required property is optional
      k.struct<User>({ id: k.opt(S.String), age: k.opt(S.Number), role })
      // @ts-expect-error another type
      k.struct<User>({ id: S.Number, age: k.opt(S.Number), role })
      // @ts-expect-error a property that is not declared
      k.struct<User>({ id: S.String, age: k.opt(S.Number), role, name: S.String })
      // @ts-expect-error a wider union
      k.struct<User>({ id: S.String, age: k.opt(S.Number), role: S.Literal("admin", "guest", "root") })
      // @ts-expect-error undefined where it is absent
      k.struct<User>({ id: S.String, age: k.opt(S.UndefinedOr(S.Number)), role })
    })
  })
  it("a narrower union, and the wire type", () => typesOnly(() => {
    // @ts-expect-error a narrower union
    k.struct<User>({ id: S.String, age: k.opt(S.Number), role: S.Literal("admin") })
    // @ts-expect-error a string where a DateTime is decoded
    k.struct<{ readonly at: DateTime.Utc }, { readonly at: string }>({ at: S.String })
    // @ts-expect-error the wire type is a number
    k.struct<{ readonly at: DateTime.Utc }, { readonly at: number }>({ at: k.dateTime })
    // @ts-expect-error the wire type lacks the property
    k.struct<{ readonly at: string }, {}>({ at: S.String })
  }))
  it("fill, where only the wire may lack the property", () => typesOnly(() => {
    type Page = { readonly size: number }
    k.struct<Page, { readonly size?: number }>({ size: k.fill(S.Number, 1) })
    // @ts-expect-error it is not optional once decoded
    k.struct<Page, { readonly size?: number }>({ size: k.opt(S.Number) })
    // @ts-expect-error it may be absent
    k.struct<Page, { readonly size?: number }>({ size: S.Number })
    // @ts-expect-error it may not be absent
    k.struct<Page>({ size: k.fill(S.Number, 1) })
    // @ts-expect-error a default of another type
    k.fill(S.Number, "1")
  }))
  it("schema, whose type is the annotation's beside it", () => typesOnly(() => {
    type Role = "admin" | "guest"
    const role: S.Schema<Role> = k.schema("Role", () => S.Literal("admin", "guest"))
    const at: S.Schema<DateTime.Utc, string> = k.schema("At", () => k.dateTime)
    // @ts-expect-error a narrower union
    const narrow: S.Schema<Role> = k.schema("Role", () => S.Literal("admin"))
    // @ts-expect-error a wider union
    const wide: S.Schema<Role> = k.schema("Role", () => S.Literal("admin", "guest", "root"))
    // @ts-expect-error the wire type is another
    const wire: S.Schema<DateTime.Utc> = k.schema("At", () => k.dateTime)
    void [role, at, narrow, wide, wire]
  }))
  it("open: named properties beside an index signature", () => typesOnly(() => {
    interface Labels { readonly id: string; readonly n?: number; readonly [name: string]: unknown }
    k.open<Labels>({ id: S.String, n: k.opt(S.Number) }, { rest: k.any })
    // @ts-expect-error a named property is dropped
    k.open<Labels>({ id: S.String }, { rest: k.any })
  }))
  it("a constant has the type that is asked of it", () => typesOnly(() => {
    k.struct<{ readonly a: unknown }>({ a: k.constant({ b: 1 }) })
    k.struct<{ readonly a: { readonly b: 1 } }>({ a: k.constant({ b: 1 }) })
    // @ts-expect-error another value
    k.constant<1>(2)
  }))
  it("members of unions", () => typesOnly(() => {
    k.anyOf<string | number>(S.String, S.Number)
    // @ts-expect-error not a member of the type
    k.anyOf<string | number>(S.String, S.Boolean)
    // @ts-expect-error not a member of the type
    k.tagged<User>("role", { admin: S.String })
    // @ts-expect-error not an item of the type
    k.tuple<readonly [string]>([S.Number])
    // @ts-expect-error another value type
    const map: S.Schema<{ readonly [name: string]: string }> = k.record(S.Number)
    void map
  }))
})
