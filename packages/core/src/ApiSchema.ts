/**
 * The builders that generated schemas are made of: JSON Schema's constructs as ordinary Effect schemas, typed so that the
 * compiler checks every property of a generated schema against its interface.
 *
 * A schema is strict: decoding and encoding enforce every constraint. Its `lenient` form keeps the structure and drops the
 * constraints; answers are read with it.
 *
 * @since 0.1.0
 */
import type * as DateTime from "effect/DateTime"
import type * as Redacted from "effect/Redacted"
import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import * as all_ from "./internal/schema/all.js"
import * as array_ from "./internal/schema/array.js"
import * as check_ from "./internal/schema/check.js"
import * as fields_ from "./internal/schema/fields.js"
import * as file_ from "./internal/schema/file.js"
import type * as formats_ from "./internal/schema/formats.js"
import * as lenient_ from "./internal/schema/lenient.js"
import * as number_ from "./internal/schema/number.js"
import * as object_ from "./internal/schema/object.js"
import * as text_ from "./internal/schema/text.js"
import * as union_ from "./internal/schema/union.js"
import { make } from "./internal/schema/value.js"
import * as values_ from "./internal/schema/values.js"

/**
 * A schema whose values are among `A`: a member of a union.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const members: ReadonlyArray<k.Member<string | number>> = [S.String, S.Number]
 * ```
 */
export interface Member<out A, out I = A> {
  readonly Type: A
  readonly Encoded: I
  readonly ast: AST.AST
}

/**
 * Any schema: what a rule holds, since nothing of its type matters.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const either: ReadonlyArray<k.AnySchema> = [S.String, S.Number]
 * ```
 */
export interface AnySchema extends Member<unknown, unknown> {}

/**
 * An optional property, made by `opt`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const nickname: k.Opt<string, string> = k.opt(S.String)
 * ```
 */
export interface Opt<in out A, in out I> {
  readonly "~opt": (_: [A, I]) => [A, I]
}

/**
 * A property that is optional on the wire and filled with its default when decoded, made by `fill`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const pageSize: k.Filled<number, number> = k.fill(S.Number, 20)
 * ```
 */
export interface Filled<in out A, in out I> {
  readonly "~filled": (_: [A, I]) => [A, I]
}

/**
 * Any field of an object.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const fields: ReadonlyArray<k.AnyField> = [S.String, k.opt(S.String)]
 * ```
 */
export type AnyField = AnySchema | { readonly "~opt": unknown } | { readonly "~filled": unknown }

/**
 * The fields of an object with the decoded type `A` and the wire type `I`: every property of `A`, an optional one by
 * `opt`, one that only the wire may lack by `fill`, any other by its schema.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * interface Shop {
 *   readonly id: string
 *   readonly city?: string
 * }
 * const fields: k.Fields<Shop, Shop> = { id: S.String, city: k.opt(S.String) }
 * ```
 */
export type Fields<A, I> = {
  readonly [K in keyof A]-?: Partial<Pick<A, K>> extends Pick<A, K>
    ? Opt<Exclude<A[K], undefined>, K extends keyof I ? Exclude<I[K], undefined> : never>
    : K extends keyof I
      ? Partial<Pick<I, K>> extends Pick<I, K> ? Filled<A[K], Exclude<I[K], undefined>> : Schema.Schema<A[K], I[K]>
      : never
}

/**
 * The named properties of a type, without its index signature.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type * as k from "@effect-orange/core/ApiSchema"
 *
 * interface Labels {
 *   readonly id: string
 *   readonly [label: string]: string
 * }
 * const named: k.Named<Labels> = { id: "a" }
 * ```
 */
export type Named<T> = { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] }

/**
 * Constraints of a string.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type * as k from "@effect-orange/core/ApiSchema"
 *
 * const pin: k.TextRules = { pattern: "^[0-9]{4}$" }
 * ```
 */
export interface TextRules extends text_.TextRules {}

/**
 * The formats that strings are held to.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type * as k from "@effect-orange/core/ApiSchema"
 *
 * const format: k.Format = "uuid"
 * ```
 */
export type Format = formats_.Format

/**
 * Constraints of a number. A multiple is one of the decimal numbers as written: 0.3 is a multiple of 0.1.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type * as k from "@effect-orange/core/ApiSchema"
 *
 * const latitude: k.NumberRules = { minimum: -90, maximum: 90 }
 * ```
 */
export interface NumberRules extends number_.NumberRules {}

/**
 * Constraints of an array.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type * as k from "@effect-orange/core/ApiSchema"
 *
 * const some: k.ArrayRules = { minItems: 1, uniqueItems: true }
 * ```
 */
export interface ArrayRules extends check_.ArrayRules {}

/**
 * Assertions of JSON Schema on a value as it is on the wire. Each applies to values of its own type only, as the standard
 * says: `required` to objects, `string` to strings.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type * as k from "@effect-orange/core/ApiSchema"
 *
 * const rules: k.Rules = { minProperties: 1, dependentRequired: { latitude: ["longitude"] } }
 * ```
 */
export interface Rules extends check_.Rules {}

const asts = (schemas: ReadonlyArray<{ readonly ast: AST.AST }>): ReadonlyArray<AST.AST> => schemas.map(({ ast }) => ast)

/**
 * A named schema, made when it is first used: generated schemas stand in any order, may be recursive, and cost nothing
 * to import.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * export interface Category {
 *   readonly name: string
 *   readonly parent?: Category
 * }
 * export const Category: S.Schema<Category> = k.schema("Category", () =>
 *   k.struct<Category>({ name: S.String, parent: k.opt(Category) }))
 * ```
 */
export const schema = <A, I = A>(id: string, build: () => Schema.Schema<A, I>): Schema.Schema<A, I> => {
  const identifier = { [AST.IdentifierAnnotationId]: id }
  return make(new AST.Suspend(() => AST.annotations(build().ast, identifier), identifier))
}

/**
 * An optional property. It may be absent, never `undefined`.
 *
 * @since 0.1.0
 * @category objects
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const Shop = k.struct<{ readonly city?: string }>({ city: k.opt(S.String) })
 * ```
 */
export const opt = <A, I>(schema: Schema.Schema<A, I>): Opt<A, I> => new fields_.Optional(schema.ast) as never

/**
 * A property that may be absent on the wire, and is then read as the default, which is given in its wire form.
 *
 * @since 0.1.0
 * @category objects
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const Page = k.struct<{ readonly size: number }, { readonly size?: number }>({ size: k.fill(S.Number, 20) })
 * ```
 */
export const fill = <A, I>(schema: Schema.Schema<A, I>, encodedDefault: NoInfer<I>): Filled<A, I> =>
  new fields_.Filled(schema.ast, encodedDefault) as never

/**
 * An object. Properties that are not declared are ignored when decoding.
 *
 * @since 0.1.0
 * @category objects
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const Shop = k.struct<{ readonly id: string; readonly city?: string }>({ id: S.String, city: k.opt(S.String) })
 * ```
 */
export const struct = <A, I = A>(fields: Fields<A, I>): Schema.Schema<A, I> =>
  make(object_.struct(fields_.declaredFields(fields)))

/**
 * An object that may have no other properties (`additionalProperties: false`). Its `lenient` form ignores them.
 *
 * @since 0.1.0
 * @category objects
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const Point = k.closed<{ readonly x: number; readonly y: number }>({ x: S.Number, y: S.Number })
 * ```
 */
export const closed = <A, I = A>(fields: Fields<A, I>): Schema.Schema<A, I> =>
  make(object_.shape({ declared: fields_.declaredFields(fields), patterns: [], rest: false }))

/**
 * An object with other properties than the declared ones: those whose names match a pattern, and the rest. Nothing is said
 * of the rest where it is absent; `false` forbids it.
 *
 * @since 0.1.0
 * @category objects
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * interface Labels {
 *   readonly id: string
 *   readonly [label: string]: string
 * }
 * const Labels = k.open<Labels>({ id: S.String }, { rest: S.String })
 * ```
 */
export const open = <A, I = A>(
  fields: Fields<Named<A>, Named<I>>,
  others: {
    readonly rest?: AnySchema | false | undefined
    readonly patterns?: ReadonlyArray<readonly [source: string, schema: AnySchema]>
  }
): Schema.Schema<A, I> =>
  make(object_.shape({
    declared: fields_.declaredFields(fields),
    patterns: (others.patterns ?? []).map(([source, schema]) => [source, schema.ast] as const),
    rest: others.rest === undefined || others.rest === false ? others.rest : others.rest.ast
  }))

/**
 * A map: any names, values of one schema. Type arguments are those of a value.
 *
 * @since 0.1.0
 * @category objects
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 *
 * const dates = k.record(k.dateTime)
 * ```
 */
export const record = <A, I = A>(
  value: Schema.Schema<A, I>
): Schema.Schema<{ readonly [name: string]: A }, { readonly [name: string]: I }> =>
  make(object_.shape({ declared: [], patterns: [], rest: value.ast }))

/**
 * A value of at least one member. It is what all matching members make of it: objects are merged, so that no property that
 * any of them declares is lost; of anything else the first match is taken.
 *
 * @since 0.1.0
 * @category unions
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * type Contact = { readonly phone: string } | { readonly email: string }
 * const Contact = k.anyOf<Contact>(
 *   k.struct<{ readonly phone: string }>({ phone: S.String }),
 *   k.struct<{ readonly email: string }>({ email: S.String })
 * )
 * ```
 */
// Members are arguments: as an array they would each be compared with each other, which takes the compiler seconds for a thousand.
export const anyOf = <A, I = A>(...members: ReadonlyArray<Member<A, I>>): Schema.Schema<A, I> => make(union_.anyOf(asts(members)))

/**
 * A value of exactly one member. The `lenient` form lets several match and takes the one that keeps most properties.
 *
 * @since 0.1.0
 * @category unions
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * type Area = { readonly radius: number } | { readonly polygon: ReadonlyArray<number> }
 * const Area = k.oneOf<Area>(
 *   k.closed<{ readonly radius: number }>({ radius: S.Number }),
 *   k.closed<{ readonly polygon: ReadonlyArray<number> }>({ polygon: S.Array(S.Number) })
 * )
 * ```
 */
export const oneOf = <A, I = A>(...members: ReadonlyArray<Member<A, I>>): Schema.Schema<A, I> => make(union_.oneOf(asts(members)))

/**
 * A union that a property decides: only the member that it names is tried.
 *
 * @since 0.1.0
 * @category unions
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * type Area = { readonly type: "circle"; readonly radius: number } | { readonly type: "point" }
 * const Area = k.tagged<Area>("type", {
 *   circle: k.struct<Extract<Area, { type: "circle" }>>({ type: S.Literal("circle"), radius: S.Number }),
 *   point: k.struct<Extract<Area, { type: "point" }>>({ type: S.Literal("point") })
 * })
 * ```
 */
export const tagged = <A, I = A>(
  property: string,
  members: { readonly [tag: string]: Member<A, I> }
): Schema.Schema<A, I> => make(union_.tagged(property, Object.keys(members).map((tag) => [tag, members[tag]!.ast] as const)))

/**
 * A value of every member: objects are merged, all the way down; of anything else the members must make the same.
 *
 * @since 0.1.0
 * @category unions
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const Shop = k.all<{ readonly id: string; readonly city: string }>(
 *   k.struct<{ readonly id: string }>({ id: S.String }),
 *   k.struct<{ readonly city: string }>({ city: S.String })
 * )
 * ```
 */
export const all = <A, I = A>(...members: ReadonlyArray<AnySchema>): Schema.Schema<A, I> => make(all_.all(asts(members)))

/**
 * A string within constraints.
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 *
 * const phoneNumber = k.text({ pattern: "^\\+[1-9][0-9]{4,14}$" })
 * ```
 */
export const text = (rules: TextRules = {}): Schema.Schema<string> => make(text_.text(rules))

/**
 * A finite number, perhaps within constraints.
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 *
 * const latitude = k.number({ minimum: -90, maximum: 90 })
 * ```
 */
export const number = (rules: NumberRules = {}): Schema.Schema<number> => make(number_.number(rules))

/**
 * An integer that a double holds exactly, perhaps within constraints. That it is one is structure, not constraint.
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 *
 * const maxAge = k.int({ minimum: 1, maximum: 2400 })
 * ```
 */
export const int = (rules: NumberRules = {}): Schema.Schema<number> => make(number_.int(rules))

/**
 * An array, perhaps within constraints. Items are unique if no two are equal as JSON.
 *
 * @since 0.1.0
 * @category arrays
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const scopes = k.array(S.String, { minItems: 1, uniqueItems: true })
 * ```
 */
export const array = <A, I>(
  item: Schema.Schema<A, I>,
  rules: ArrayRules = {}
): Schema.Schema<ReadonlyArray<A>, ReadonlyArray<I>> => make(array_.array(item.ast, rules))

/**
 * An array whose first items have schemas of their own, of which `required` must be there (all, by default). What follows
 * them is of the `rest` schema, forbidden by `false`, and anything where nothing is said. The rules are of the whole array.
 *
 * @since 0.1.0
 * @category arrays
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const entry = k.tuple<readonly [string, number?]>([S.String, S.Number], { required: 1, rest: false })
 * ```
 */
export const tuple = <A extends ReadonlyArray<unknown>, I extends ReadonlyArray<unknown> = A>(
  items: ReadonlyArray<Member<A[number], I[number]>>,
  options: { readonly required?: number; readonly rest?: Member<A[number], I[number]> | false | undefined } & ArrayRules = {}
): Schema.Schema<A, I> => {
  const { required = items.length, rest, ...rules } = options
  return make(array_.tuple(asts(items), required, rest === undefined || rest === false ? rest : rest.ast, rules))
}

/**
 * A string of which some values are known and others may come: an enumeration that is known to grow.
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 *
 * const status = k.openEnum("AVAILABLE", "UNAVAILABLE")
 * ```
 */
export const openEnum = <const A extends string>(...values: ReadonlyArray<A>): Schema.Schema<A | (string & {})> =>
  make(text_.openEnum(values))

/**
 * One JSON value, objects and arrays by what is in them. Its type is what is asked for, else unknown.
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 *
 * const origin = k.constant<{ readonly x: 0; readonly y: 0 }>({ x: 0, y: 0 })
 * ```
 */
export const constant = <A = unknown>(value: NoInfer<A>): Schema.Schema<A> => make(values_.constant(value))

/**
 * Any JSON value. It is not `undefined`: a required property of any value must be there.
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 *
 * const Envelope = k.struct<{ readonly payload: unknown }>({ payload: k.any })
 * ```
 */
export const any: Schema.Schema<unknown> = make(values_.any)

/**
 * No value.
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 *
 * const Empty = k.struct<{ readonly reserved?: never }>({ reserved: k.opt(k.never) })
 * ```
 */
export const never: Schema.Schema<never> = make(values_.never)

/**
 * An RFC 3339 date-time with an offset as a `DateTime.Utc`; written in UTC, to the millisecond.
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import type * as DateTime from "effect/DateTime"
 *
 * const Swap = k.struct<{ readonly at: DateTime.Utc }, { readonly at: string }>({ at: k.dateTime })
 * ```
 */
export const dateTime: Schema.Schema<DateTime.Utc, string> = make(values_.dateTime)

/**
 * Bytes as base64 (RFC 4648 section 4, padded).
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 *
 * const Photo = k.struct<{ readonly image: Uint8Array }, { readonly image: string }>({ image: k.base64 })
 * ```
 */
export const base64: Schema.Schema<Uint8Array, string> = make(values_.base64)

/**
 * A string that is not to be shown. Its issues do not hold it.
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import type * as Redacted from "effect/Redacted"
 *
 * const Sink = k.struct<{ readonly token: Redacted.Redacted }, { readonly token: string }>({ token: k.secret })
 * ```
 */
export const secret: Schema.Schema<Redacted.Redacted, string> = make(values_.secret)

/**
 * A file of a form: bytes, a `Blob`, or either with a name and a media type.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type * as k from "@effect-orange/core/ApiSchema"
 *
 * const photo: k.File = { data: new Uint8Array([1, 2, 3]), filename: "photo.png", contentType: "image/png" }
 * ```
 */
export type File = Uint8Array | Blob | {
  readonly data: Uint8Array | Blob
  readonly filename?: string | undefined
  readonly contentType?: string | undefined
}

/**
 * A file of a form. It is sent as it is.
 *
 * @since 0.1.0
 * @category scalars
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 *
 * const Upload = k.struct<{ readonly photo: k.File }>({ photo: k.file })
 * ```
 */
export const file: Schema.Schema<File> = make(file_.file)

/**
 * A schema and assertions on its values as they are on the wire, before they are decoded and after they are encoded. The
 * `lenient` form is that of the schema alone.
 *
 * @since 0.1.0
 * @category assertions
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const Labels = k.check(k.record(S.String), { maxProperties: 10, propertyNames: k.text({ pattern: "^[a-z]+$" }) })
 * ```
 */
export const check = <A, I>(schema: Schema.Schema<A, I>, rules: Rules): Schema.Schema<A, I> =>
  make(check_.check(schema.ast, rules))

/**
 * Any value that, if it is an object, has these properties: a branch that is only `required`.
 *
 * @since 0.1.0
 * @category assertions
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * interface Device {
 *   readonly phoneNumber?: string
 *   readonly ipv4?: string
 * }
 * const Device = k.check(k.struct<Device>({ phoneNumber: k.opt(S.String), ipv4: k.opt(S.String) }), {
 *   anyOf: [k.matches(["phoneNumber"]), k.matches(["ipv4"])]
 * })
 * ```
 */
export const matches = (required: ReadonlyArray<string>): Schema.Schema<unknown> => check(any, { required })

/**
 * Any value that, if it is an object, has these properties. It is for rules: a schema of JSON that names no type says
 * nothing of values of other types.
 *
 * @since 0.1.0
 * @category assertions
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const isCircle = k.shape({ type: S.Literal("circle"), radius: k.opt(k.number()) })
 * ```
 */
export const shape = (fields: { readonly [name: string]: AnyField }): Schema.Schema<unknown> => {
  const declared = fields_.declaredFields(fields)
  return make(check_.check(values_.any, {
    properties: Object.fromEntries(declared.map(({ ast, name }) => [name, make(ast)])),
    required: declared.filter(({ presence }) => presence === "required").map(({ name }) => name)
  }))
}

const relaxed = new WeakMap<AST.AST, Schema.Schema<any, any>>()

/**
 * The same schema without its constraints: types, integers, enumerations, required properties, discriminators and what is
 * decoded into other values stay. Whatever a schema accepts its lenient form decodes alike.
 *
 * @since 0.1.0
 * @category assertions
 * @example
 * ```ts
 * import * as k from "@effect-orange/core/ApiSchema"
 * import * as S from "effect/Schema"
 *
 * const name = k.text({ maxLength: 3 })
 * S.decodeUnknownSync(k.lenient(name))("drifted") // "drifted"
 * ```
 */
export const lenient = <A, I>(schema: Schema.Schema<A, I>): Schema.Schema<A, I> => {
  const found = relaxed.get(schema.ast)
  // Another schema of the same AST may have been the first.
  if (found !== undefined) return found.ast === schema.ast ? schema : found
  const ast = lenient_.lenient(schema.ast)
  const form = ast === schema.ast ? schema : make<A, I>(ast)
  relaxed.set(schema.ast, form)
  relaxed.set(ast, form)
  return form
}
