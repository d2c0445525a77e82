import * as Arbitrary from "effect/Arbitrary"
import * as DateTime from "effect/DateTime"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as JSONSchema from "effect/JSONSchema"
import * as Option from "effect/Option"
import * as ParseResult from "effect/ParseResult"
import * as Redacted from "effect/Redacted"
import * as S from "effect/Schema"
import type * as AST from "effect/SchemaAST"
import { describe, expect, it } from "vitest"
import * as k from "../src/ApiSchema.js"

type Any = S.Schema<any, any>

const decode = (schema: Any, input: unknown, options?: AST.ParseOptions) => S.decodeUnknownEither(schema, options)(input)
const encode = (schema: Any, input: unknown, options?: AST.ParseOptions) => S.encodeUnknownEither(schema, options)(input)

/** Where and why; `undefined` if there is nothing wrong. */
const issues = (result: Either.Either<unknown, ParseResult.ParseError>) =>
  Either.isRight(result) ? undefined : ParseResult.ArrayFormatter.formatErrorSync(result.left)
const paths = (result: Either.Either<unknown, ParseResult.ParseError>) =>
  issues(result)?.map(({ path }) => path.join("."))

const accepts = (schema: Any, ...inputs: ReadonlyArray<unknown>) => {
  for (const input of inputs) {
    const decoded = decode(schema, input)
    expect([input, issues(decoded)]).toEqual([input, undefined])
    expect([input, issues(encode(schema, Either.getOrThrow(decoded)))]).toEqual([input, undefined])
  }
}

/** Refused when decoded; when the decoded value is the wire value, also when encoded. */
const refuses = (schema: Any, ...inputs: ReadonlyArray<unknown>) => {
  for (const input of inputs) expect([input, Either.isLeft(decode(schema, input))]).toEqual([input, true])
}
const refusesBothWays = (schema: Any, ...inputs: ReadonlyArray<unknown>) => {
  refuses(schema, ...inputs)
  for (const input of inputs) expect([input, Either.isLeft(encode(schema, input))]).toEqual([input, true])
}

/** What the lenient form makes of it. */
const soft = (schema: Any, input: unknown) => Either.getOrThrow(decode(k.lenient(schema), input))

const json = (text: string): unknown => JSON.parse(text)

interface Category {
  readonly name: string
  readonly parent?: Category
  readonly children?: ReadonlyArray<Category>
  readonly at?: DateTime.Utc
}
interface CategoryEncoded {
  readonly name: string
  readonly parent?: CategoryEncoded
  readonly children?: ReadonlyArray<CategoryEncoded>
  readonly at?: string
}
const Category: S.Schema<Category, CategoryEncoded> = k.schema("Category", () =>
  k.struct<Category, CategoryEncoded>({
    name: k.text({ maxLength: 5 }),
    parent: k.opt(Category),
    children: k.opt(S.Array(Category)),
    at: k.opt(k.dateTime)
  }))

describe("schema and struct", () => {
  it("decode and encode what is declared, recursively", () => {
    const wire = { name: "a", parent: { name: "b", at: "2024-02-29T00:00:00Z" }, extra: 1 }
    const value = Either.getOrThrow(decode(Category, wire)) as Category
    expect(value.parent!.at!.epochMillis).toBe(Date.UTC(2024, 1, 29))
    expect(Either.getOrThrow(encode(Category, value))).toEqual({ name: "a", parent: { name: "b", at: "2024-02-29T00:00:00.000Z" } })
    expect(paths(decode(Category, { name: "a", children: [{ name: 1 }] }))).toEqual(["children.0.name"])
    expect(Category.ast.toString()).toBe("Category")
  })
  it("is a schema like any other", () => {
    expect(S.isSchema(Category)).toBe(true)
    expect(String(Category)).toBe("Category")
    const described = k.text({ maxLength: 1 }).annotations({ description: "a letter" }).pipe(S.brand("Letter"))
    expect(issues(decode(described, "ab"))![0]!.message).toBe("Expected at most 1 characters")
    expect(String(described)).toContain("Letter")
    refuses(S.Struct({ a: k.text({ maxLength: 1 }), b: S.optional(Category) }), { a: "ab" }, { a: "a", b: 1 })
  })
  it("takes an object only, also without properties", () => {
    accepts(k.struct<{}>({}), {}, { a: 1 })
    refusesBothWays(k.struct<{}>({}), 1, "a", [], null)
  })
  it("opt may be absent, not undefined", () => {
    const schema = k.struct<{ readonly a?: string }>({ a: k.opt(S.String) })
    accepts(schema, {}, { a: "x" })
    refusesBothWays(schema, { a: undefined }, { a: null })
  })
  it("fill reads the default of what is missing, and does not write less", () => {
    interface Page { readonly size: number; readonly since: DateTime.Utc }
    interface PageEncoded { readonly size?: number; readonly since?: string }
    const schema = k.struct<Page, PageEncoded>({
      size: k.fill(k.int({ maximum: 10 }), 20),
      since: k.fill(k.dateTime, "1970-01-01T00:00:00Z")
    })
    expect(decode(schema, {})).toEqual(Either.right({ size: 20, since: DateTime.unsafeMake(0) }))
    expect(decode(schema, { size: 3 })).toEqual(Either.right({ size: 3, since: DateTime.unsafeMake(0) }))
    expect(encode(schema, { size: 5, since: DateTime.unsafeMake(0) })).toEqual(
      Either.right({ size: 5, since: "1970-01-01T00:00:00.000Z" })
    )
    expect(paths(encode(schema, { since: DateTime.unsafeMake(0) }))).toEqual(["size"])
    expect(paths(decode(schema, { size: 11 }))).toEqual(["size"])
    expect(soft(schema, { size: 11 })).toEqual({ size: 11, since: DateTime.unsafeMake(0) })
    expect(decode(S.encodedSchema(schema), {})).toEqual(Either.right({}))
    expect(S.is(schema)({ size: 1 })).toBe(false)
  })
  it("refuses unknown properties on demand, deep inside too", () => {
    const value = { name: "a", parent: { name: "b", nickname: "c" } }
    expect(paths(encode(Category, value, { onExcessProperty: "error" }))).toEqual(["parent.nickname"])
  })
})

describe("closed, open and record", () => {
  const Point = k.closed<{ readonly x: number; readonly in?: { readonly y?: number } }>({
    x: S.Number,
    in: k.opt(k.struct<{ readonly y?: number }>({ y: k.opt(S.Number) }))
  })
  it("closed forbids others at its own level", () => {
    accepts(Point, { x: 1 }, { x: 1, in: { z: 1 } })
    refusesBothWays(Point, { x: 1, z: 2 }, {}, [])
    expect(paths(decode(Point, { x: 1, z: 2, w: 3 }, { errors: "all" }))).toEqual(["z", "w"])
    expect(soft(Point, { x: 1, z: 2 })).toEqual({ x: 1 })
  })
  interface Labels { readonly id: number; readonly [name: string]: unknown }
  const Labels = k.open<Labels>({ id: S.Number }, {
    rest: k.text({ maxLength: 2 }),
    patterns: [["^n_", k.int()], ["_s$", k.int({ minimum: 5 })]]
  })
  it("open holds each property to what applies to it", () => {
    accepts(Labels, { id: 1 }, { id: 1, a: "bc" }, { id: 1, n_a: 1 }, { id: 1, n_a_s: 5 })
    refusesBothWays(Labels, { id: 1, a: 1 }, { id: 1, a: "abc" }, { id: 1, n_a: "b" }, { id: 1, n_a_s: 4 }, { a: "b" })
    expect(soft(Labels, { id: 1, a: "abc", n_a_s: 1 })).toEqual({ id: 1, a: "abc", n_a_s: 1 })
    expect(paths(decode(Labels, { id: "", a: 1, n_a: "b" }, { errors: "all" }))).toEqual(["id", "a", "n_a"])
  })
  it("a pattern holds for a declared property too", () => {
    const schema = k.open<{ readonly a?: number }>({ a: k.opt(S.Number) }, { patterns: [["^a", k.int()]] })
    accepts(schema, { a: 1 }, { b: "" })
    refusesBothWays(schema, { a: 1.5 }, { ab: "" })
    expect(paths(decode(schema, { b: 1 }, { onExcessProperty: "error" }))).toEqual(["b"])
    expect(decode(schema, { b: 1 }, { onExcessProperty: "preserve" })).toEqual(Either.right({ b: 1 }))
    refusesBothWays(k.open<{}>({}, { rest: false, patterns: [["^a", S.Number]] }), { b: 1 })
  })
  it("a record converts its values and keeps its keys when others are refused", () => {
    const dates = k.record(k.dateTime)
    const value = Either.getOrThrow(decode(dates, { a: "2020-01-01T00:00:00Z" }))
    expect(encode(dates, value, { onExcessProperty: "error" })).toEqual(Either.right({ a: "2020-01-01T00:00:00.000Z" }))
    refuses(dates, { a: 1 }, [], null, "a")
  })
  it("order as in the input on demand", () => {
    const value = Either.getOrThrow(decode(Labels, { z: "a", id: 1 }, { propertyOrder: "original" }))
    expect(Object.keys(value as object)).toEqual(["z", "id"])
  })
})

describe("names that mean something to JavaScript are data", () => {
  const hostile = json(`{"__proto__": {"polluted": 1}, "constructor": "c", "toString": "s", "hasOwnProperty": "h"}`) as object
  const same = (value: unknown) => {
    expect(JSON.stringify(value)).toBe(JSON.stringify(hostile))
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect((value as { readonly polluted?: number }).polluted).toBeUndefined()
  }
  const both = (schema: Any) => {
    const value = Either.getOrThrow(decode(schema, hostile))
    same(value)
    same(Either.getOrThrow(encode(schema, value, { onExcessProperty: "error" })))
  }
  interface Hostile {
    readonly ["__proto__"]: { readonly polluted: number }
    readonly constructor: string
    readonly toString: string
    readonly hasOwnProperty: string
  }
  const fields = () => ({
    ["__proto__"]: k.struct<{ readonly polluted: number }>({ polluted: S.Number }),
    constructor: S.String,
    toString: S.String,
    hasOwnProperty: S.String
  }) as never
  it("of a struct", () => both(k.struct<Hostile>(fields())))
  it("of a closed object", () => both(k.closed<Hostile>(fields())))
  it("of a map", () => both(k.record(k.any)))
  it("of unions", () => {
    both(k.anyOf<unknown>(k.struct<Hostile>(fields()), k.record(k.any)))
    both(k.oneOf<unknown>(k.struct<Hostile>(fields()), S.String))
    both(k.all<unknown>(k.struct<Hostile>(fields()), k.record(k.any)))
  })
  it("of a union of Effect's own, by a literal", () => {
    accepts(S.NullOr(k.struct<{}>({ constructor: S.Literal("a") } as never)), null, { constructor: "a" })
    refuses(S.NullOr(k.closed<{}>({ ["__proto__"]: S.Literal("a") } as never)), {}, { ["__proto__"]: "b" })
  })
  it("and are not taken for present where they are missing", () => {
    for (const name of ["__proto__", "constructor", "toString"]) {
      refuses(k.struct<{}>({ [name]: k.any } as never), {})
      refuses(k.struct<{}>({ [name]: k.struct<{}>({}) } as never), {})
    }
    refuses(k.check(k.any, { required: ["toString"] }), {})
    refuses(k.tagged("toString", { a: k.any }), {})
    refuses(k.tagged("type", { a: k.any }), { type: "constructor" })
  })
})

const number = k.number()
type A = { readonly a: number; readonly in?: { readonly x?: number } }
type B = { readonly b: number; readonly in?: { readonly y?: number } }
const A = k.struct<A>({ a: number, in: k.opt(k.struct<{ readonly x?: number }>({ x: k.opt(number) })) })
const B = k.struct<B>({ b: number, in: k.opt(k.struct<{ readonly y?: number }>({ y: k.opt(number) })) })

describe("anyOf", () => {
  const Either2 = k.anyOf<A | B>(A, B)
  it("merges what matches and loses nothing", () => {
    const value = { a: 1, b: 2, in: { x: 1, y: 2 } }
    expect(decode(Either2, value)).toEqual(Either.right(value))
    expect(encode(Either2, value, { onExcessProperty: "error" })).toEqual(Either.right(value))
    expect(decode(Either2, { a: 1, b: "" })).toEqual(Either.right({ a: 1 }))
    refusesBothWays(Either2, {}, { a: "" }, 1, null)
    expect(paths(encode(Either2, { ...value, c: 1, in: { z: 1 } }, { onExcessProperty: "error", errors: "all" }))).toEqual(["in.z", "c"])
  })
  it("takes the first match of what is no object, both ways", () => {
    const schema = k.anyOf<unknown>(A, k.struct<{}>({}), k.dateTime, S.String)
    const at = Either.getOrThrow(decode(schema, "2020-01-01T00:00:00Z"))
    expect(DateTime.isDateTime(at)).toBe(true)
    expect(encode(schema, at)).toEqual(Either.right("2020-01-01T00:00:00.000Z"))
    expect(decode(schema, "x")).toEqual(Either.right("x"))
  })
  it("merges arrays item by item", () => {
    const schema = k.anyOf<unknown>(S.Array(A), S.Array(B))
    expect(decode(schema, [{ a: 1, b: 2 }])).toEqual(Either.right([{ a: 1, b: 2 }]))
  })
  it("its lenient form decides as the strict form where that accepts", () => {
    const schema = k.anyOf<unknown>(k.text({ maxLength: 3 }), k.dateTime)
    expect(DateTime.isDateTime(soft(schema, "2020-01-01T00:00:00Z"))).toBe(true)
    expect(soft(schema, "long enough")).toBe("long enough")
    refuses(schema, "long enough")
  })
})

describe("oneOf", () => {
  const One = k.oneOf<A | B>(A, B)
  it("wants exactly one match", () => {
    accepts(One, { a: 1 }, { b: 1, in: { y: 1 } })
    refusesBothWays(One, { a: 1, b: 1 }, {}, [])
    expect(paths(encode(One, { a: 1, c: 1 }, { onExcessProperty: "error" }))).toEqual(["c"])
  })
  it("judges the wire form, not the decoded one", () => {
    const schema = k.oneOf<unknown>(k.dateTime, S.String)
    refuses(schema, "2020-01-01T00:00:00Z")
    expect(Either.isLeft(encode(schema, DateTime.unsafeMake(0)))).toBe(true)
    accepts(schema, "x")
  })
  it("its lenient form takes the match that keeps most", () => {
    expect(soft(One, { a: 1, b: 1, in: { y: 1 } })).toEqual({ b: 1, in: { y: 1 } })
  })
})

describe("tagged", () => {
  type Area = { readonly type: "circle"; readonly radius: number } | { readonly type: "point"; readonly x?: number }
  const Area = k.tagged<Area>("type", {
    circle: k.struct<Extract<Area, { type: "circle" }>>({ type: S.Literal("circle"), radius: k.number({ minimum: 0 }) }),
    point: k.closed<Extract<Area, { type: "point" }>>({ type: S.Literal("point"), x: k.opt(S.Number) })
  })
  it("tries only the member that is named", () => {
    accepts(Area, { type: "circle", radius: 1 }, { type: "point" })
    refusesBothWays(Area, { type: "circle" }, { type: "circle", radius: -1 }, { type: "point", y: 1 }, {}, 1)
    expect(paths(decode(Area, { type: "circle" }))).toEqual(["radius"])
    expect(soft(Area, { type: "circle", radius: -1 })).toEqual({ type: "circle", radius: -1 })
    expect(soft(Area, { type: "point", y: 1 })).toEqual({ type: "point" })
  })
  it("names the tags that it expects, not the one that it got", () => {
    const [issue] = issues(decode(Area, { type: "secret-tag" }))!
    expect(issue).toMatchObject({ path: ["type"], message: `Expected one of "circle", "point"` })
    expect(issues(decode(Area, {}))).toMatchObject([{ path: ["type"], _tag: "Missing" }])
  })
})

describe("all", () => {
  const Both = k.all<A & B>(A, B)
  it("wants every member, and merges objects all the way down", () => {
    const value = { a: 1, b: 2, in: { x: 1, y: 2 } }
    accepts(Both, value)
    expect(decode(Both, value)).toEqual(Either.right(value))
    refusesBothWays(Both, { a: 1 }, { b: 1 }, [])
    expect(encode(Both, value, { onExcessProperty: "error" })).toEqual(Either.right(value))
    expect(paths(encode(Both, { ...value, c: 1 }, { onExcessProperty: "error" }))).toEqual(["c"])
    expect(paths(decode(Both, {}, { errors: "all" }))).toEqual(["a", "b"])
  })
  it("takes what the member makes of a value that knows more of it, both ways", () => {
    const schema = k.all<unknown>(k.record(k.record(k.any)), k.struct<{ readonly at: { readonly on: DateTime.Utc } }, { readonly at: { readonly on: string } }>({ at: k.struct<{ readonly on: DateTime.Utc }, { readonly on: string }>({ on: k.dateTime }) }))
    const wire = { at: { on: "2020-01-01T00:00:00.000Z" }, other: { on: "x" } }
    const value = { at: { on: DateTime.unsafeMake("2020-01-01T00:00:00Z") }, other: { on: "x" } }
    expect(decode(schema, wire)).toEqual(Either.right(value))
    expect(encode(schema, value)).toEqual(Either.right(wire))
    expect(paths(decode(schema, { ...wire, other: 1 }))).toEqual(["other"])
  })
  it("wants scalars to agree", () => {
    accepts(k.all<string>(k.text({ minLength: 2 }), k.text({ maxLength: 3 })), "ab")
    refusesBothWays(k.all<string>(k.text({ minLength: 2 }), k.text({ maxLength: 3 })), "a", "abcd")
    const schema = k.all<unknown>(k.record(k.dateTime), k.record(S.String))
    expect(paths(decode(schema, { a: "2020-01-01T00:00:00Z" }))).toEqual(["a"])
    expect(soft(k.all<string>(k.text({ minLength: 2 }), S.String), "a")).toBe("a")
  })
})

describe("text", () => {
  it("counts code points", () => {
    accepts(k.text({ minLength: 2, maxLength: 2 }), "ab", "😀😀")
    refusesBothWays(k.text({ minLength: 2, maxLength: 2 }), "a", "😀", "abc", "😀😀😀", 1)
  })
  it("patterns are not anchored, know Unicode, and fall back to the older syntax", () => {
    accepts(k.text({ pattern: "b+" }), "abc")
    accepts(k.text({ pattern: "^\\p{L}$" }), "é")
    accepts(k.text({ pattern: "^a\\-b$" }), "a-b")
    refusesBothWays(k.text({ pattern: "^b" }), "ab")
  })
  const formats: { readonly [F in k.Format]: readonly [ReadonlyArray<string>, ReadonlyArray<string>] } = {
    "date-time": [["2024-02-29T10:00:00Z", "2024-02-29t10:00:00.123456+02:00", "2016-12-31T23:59:60z"], ["2023-02-29T10:00:00Z", "2024-02-29 10:00:00Z", "2024-02-29", "2024-02-29T10:00:00", "now"]],
    date: [["2024-02-29", "0001-01-01"], ["2023-02-29", "2024-13-01", "2024-1-1", "2024-01-01T00:00:00Z"]],
    time: [["10:00:00Z", "23:59:60z", "10:00:00.123+02:00", "01:29:60+01:30"], ["10:00:00", "24:00:00Z", "10:59:60Z", "10:00Z"]],
    duration: [["P1D", "PT1H2M", "P3W", "P1Y2M3DT4H5M6S", "P1Y1D"], ["P", "PT", "P1DT", "P1W2D", "1D", "P1S", "P1D1Y"]],
    uuid: [["2EB8AA08-aa98-11ea-b4aa-73b441d16380"], ["2eb8aa08aa9811eab4aa73b441d16380", "x"]],
    email: [["a.b+c@example.org"], ["a", "@b", "a@", "a..b@c.de", "a@b..c"]],
    uri: [["https://a.b/c?d#e", "tel:+33123", "urn:a:b", "http://[::1]/"], ["/a", "a b:c", "http://[1]/", "http:// a", "%"]],
    "uri-reference": [["/a?b#c", "a/b", "", "https://a", "//a/b"], ["a b", "\\a", "%1", "1:a"]],
    ipv4: [["10.0.0.1", "255.255.255.255"], ["256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4."]],
    ipv6: [["::", "::1", "1::", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4"], [":", "1", ":::", "1::2::3", "1:2:3:4:5:6:7:8:9", "::1%en0", "g::", "1:2:3:4:5:6:7::8:9"]],
    hostname: [["a", "a-b.example.org"], ["-a", "a-", "a..b", "", "a_b", `${"a".repeat(64)}.b`]],
    decimal: [["1", "-1.50", "007"], ["1.", ".5", "1e3", "+1", ""]]
  }
  for (const [format, [good, bad]] of Object.entries(formats)) {
    it(`format ${format}`, () => {
      const schema = k.text({ format: format as k.Format })
      accepts(schema, ...good)
      refusesBothWays(schema, ...bad)
      for (const one of bad) expect(soft(schema, one)).toBe(one)
    })
  }
  it("its lenient form is any string", () => {
    for (const rules of [{ minLength: 2 }, { pattern: "b" }, { maxLength: 0 }]) expect(soft(k.text(rules), "a")).toBe("a")
    refuses(k.lenient(k.text({ minLength: 2 })), 1)
  })
})

describe("number and int", () => {
  it("are finite, within their ends", () => {
    accepts(k.number(), 1.5, 0)
    refusesBothWays(k.number(), Number.NaN, Infinity, "1")
    const ranged = k.number({ minimum: 0, maximum: 10, exclusiveMinimum: -1, exclusiveMaximum: 9 })
    accepts(ranged, 0, 8.9)
    refusesBothWays(ranged, -0.5, 9, 11)
    refusesBothWays(k.number({ exclusiveMinimum: 0 }), 0, -1)
    refusesBothWays(k.number({ maximum: 0 }), 0.1)
    expect(soft(ranged, 11)).toBe(11)
    refuses(k.lenient(ranged), Infinity)
  })
  it("multiples are decimal", () => {
    accepts(k.number({ multipleOf: 0.1 }), 0.3, 1.1, 0, -0.7, 1e20)
    accepts(k.number({ multipleOf: 0.01 }), 19.99, 4.35)
    accepts(k.number({ multipleOf: 1e-8 }), 0.00000003)
    refusesBothWays(k.number({ multipleOf: 0.1 }), 0.35)
    refusesBothWays(k.number({ multipleOf: 3 }), 4, 0.5)
  })
  it("an integer is one in the lenient form too", () => {
    accepts(k.int({ minimum: 1 }), 1, 1.0)
    refusesBothWays(k.int({ minimum: 1 }), 0, 1.5, 2 ** 53)
    expect(soft(k.int({ minimum: 1 }), 0)).toBe(0)
    refuses(k.lenient(k.int({ minimum: 1 })), 1.5, 2 ** 53)
  })
})

describe("array and tuple", () => {
  it("array counts and compares its items as they are on the wire", () => {
    const schema = k.array(k.dateTime, { minItems: 1, maxItems: 2, uniqueItems: true })
    accepts(schema, ["2020-01-01T00:00:00Z"], ["2020-01-01T00:00:00Z", "2020-01-01T00:00:01Z"])
    refuses(schema, [], ["2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"], ["x"])
    refuses(k.array(k.dateTime, { maxItems: 1 }), ["2020-01-01T00:00:00Z", "2020-01-01T00:00:01Z"])
    expect(Either.isLeft(encode(schema, [DateTime.unsafeMake(0), DateTime.unsafeMake(0)]))).toBe(true)
    expect(Either.isLeft(encode(schema, []))).toBe(true)
    expect(soft(k.array(k.text({ maxLength: 1 }), { maxItems: 1 }), ["aa", "b"])).toEqual(["aa", "b"])
  })
  it("unique by JSON", () => {
    const schema = k.array(k.any, { uniqueItems: true })
    accepts(schema, [1, "1", true, null, [1], { a: 1 }, { a: 2 }])
    refusesBothWays(schema, [1, 1.0], [{ a: 1, b: [2] }, { b: [2], a: 1 }], [[1], [1]], [null, null])
  })
  it("tuple", () => {
    const pair = k.tuple<readonly [string, number?]>([S.String, S.Number], { required: 1, rest: false })
    accepts(pair, ["a"], ["a", 1])
    refusesBothWays(pair, [], ["a", "b"], ["a", 1, 2], {})
    expect(soft(pair, ["a", 1, 2])).toEqual(["a", 1, 2])
    refuses(k.lenient(pair), [])
    const more = k.tuple<readonly [string, ...ReadonlyArray<number | string>]>([S.String], { rest: S.Number })
    accepts(more, ["a"], ["a", 1, 2])
    refusesBothWays(more, ["a", "b"], [])
    accepts(k.tuple<readonly [string]>([S.String]), ["a", {}])
    const ruled = k.tuple<readonly [string, ...ReadonlyArray<string>]>([S.String], { rest: S.String, minItems: 2, uniqueItems: true })
    accepts(ruled, ["a", "b"])
    refusesBothWays(ruled, ["a"], ["a", "a"])
    expect(soft(ruled, ["a", "a"])).toEqual(["a", "a"])
  })
})

describe("values", () => {
  it("dateTime is RFC 3339", () => {
    accepts(k.dateTime, "2020-01-01T00:00:00Z", "2020-01-01t00:00:00.123456z", "2016-12-31T23:59:60Z", "2020-01-01T00:00:00-23:59")
    refuses(k.dateTime, "2020", "12/1/2020", "2020-01-01", "2020-01-01T00:00:00", "2020-01-01 00:00:00Z", "2020-02-30T00:00:00Z", "2020-01-01T24:00:00Z", "2020-01-01T00:00:00+0100", 1)
    expect(decode(k.dateTime, "2020-01-01T01:30:00.5+01:30")).toEqual(Either.right(DateTime.unsafeMake("2020-01-01T00:00:00.500Z")))
    expect(decode(k.dateTime, "2016-12-31T23:59:60Z")).toEqual(Either.right(DateTime.unsafeMake("2017-01-01T00:00:00Z")))
    expect(Either.isLeft(encode(k.dateTime, DateTime.unsafeMake(Date.UTC(10_000, 0))))).toBe(true)
    expect(Either.isLeft(encode(k.dateTime, "2020-01-01T00:00:00Z"))).toBe(true)
  })
  it("base64 is the padded standard alphabet", () => {
    expect(decode(k.base64, "AP9+")).toEqual(Either.right(new Uint8Array([0, 255, 126])))
    expect(encode(k.base64, new Uint8Array([0, 255]))).toEqual(Either.right("AP8="))
    accepts(k.base64, "", "AA==")
    refuses(k.base64, "A", "AA", "AP-_", "AA\n==", "A===", 1)
  })
  it("secret never shows the value", () => {
    const value = Either.getOrThrow(decode(k.secret, "hunter2"))
    expect(String(value)).not.toContain("hunter2")
    expect(Redacted.value(value as Redacted.Redacted)).toBe("hunter2")
    expect(encode(k.secret, value)).toEqual(Either.right("hunter2"))
    const leak = (result: Either.Either<unknown, ParseResult.ParseError>) => String(Either.getLeft(result)) + JSON.stringify(issues(result))
    expect(String(Either.flip(decode(k.secret, 424242)).pipe(Either.getOrThrow))).not.toContain("424242")
    expect(leak(encode(k.secret, "hunter2"))).not.toContain("hunter2")
    expect(leak(decode(k.check(k.secret, { string: { minLength: 9 } }), "hunter2"))).not.toContain("hunter2")
  })
  it("file is bytes, a Blob, or either with a name", () => {
    accepts(k.file, new Uint8Array([1]), new Blob(["a"]), { data: new Uint8Array([1]), filename: "a" })
    refusesBothWays(k.file, "a", {}, { filename: "a" })
  })
  it("any, never, constant, openEnum", () => {
    accepts(k.any, 1, "a", null, [], {}, true)
    refusesBothWays(k.any, undefined, () => 1, Number.NaN, 1n)
    refusesBothWays(k.struct<{ readonly a: unknown }>({ a: k.any }), {})
    refusesBothWays(k.never as unknown as Any, 1, undefined)
    accepts(k.constant({ a: [1, { b: null }] }), { a: [1, { b: null }] })
    refusesBothWays(k.constant({ a: [1] }), { a: [2] }, { a: [1], b: 1 }, {}, [1])
    accepts(k.constant(1), 1)
    refusesBothWays(k.constant(null), {}, 0)
    accepts(k.openEnum("A", "B"), "A", "C")
    refusesBothWays(k.openEnum("A"), 1)
  })
})

const branches = ["if", "then", "else"] as const

const conditional = (...required: ReadonlyArray<ReadonlyArray<string>>): k.Rules =>
  Object.fromEntries(required.map((names, i) => [branches[i]!, k.matches(names)] as const))

describe("check", () => {
  const map = k.record(k.any)
  const table: ReadonlyArray<readonly [name: string, rules: k.Rules, good: ReadonlyArray<unknown>, bad: ReadonlyArray<unknown>, schema?: Any]> = [
    ["required", { required: ["a"] }, [{ a: null }], [{}]],
    ["properties", { properties: { a: S.String } }, [{}, { a: "" }, 1], [{ a: 1 }], k.any],
    ["minProperties", { minProperties: 1 }, [{ a: 1 }], [{}]],
    ["maxProperties", { maxProperties: 1 }, [{ a: 1 }], [{ a: 1, b: 1 }]],
    ["propertyNames", { propertyNames: k.text({ maxLength: 1 }) }, [{ a: 1 }], [{ ab: 1 }]],
    ["dependentRequired", { dependentRequired: { a: ["b"] } }, [{ a: 1, b: 1 }, {}], [{ a: 1 }]],
    ["dependentSchemas", { dependentSchemas: { a: k.matches(["b"]) } }, [{ a: 1, b: 1 }, {}], [{ a: 1 }]],
    ["items", { items: S.String }, [[], ["a"], 1], [[1]], k.any],
    ["contains", { contains: { schema: S.String, max: 2 } }, [["a"], [1, "a", "b"]], [[], [1], ["a", "b", "c"]], S.Array(k.any)],
    ["contains min 0", { contains: { schema: S.String, min: 0 } }, [[]], [], S.Array(k.any)],
    ["not", { not: k.matches(["a"]) }, [{ b: 1 }], [{ a: 1 }]],
    ["if without else", conditional(["a"], ["b"]), [{ a: 1, b: 1 }, {}], [{ a: 1 }]],
    ["if then else", conditional(["a"], ["b"], ["c"]), [{ a: 1, b: 1 }, { c: 1 }], [{ a: 1 }, {}]],
    ["allOf", { allOf: [k.matches(["a"]), k.matches(["b"])] }, [{ a: 1, b: 1 }], [{ a: 1 }]],
    ["anyOf", { anyOf: [k.matches(["a"]), k.matches(["b"])] }, [{ a: 1, b: 1 }], [{}]],
    ["oneOf", { oneOf: [k.matches(["a"]), k.matches(["b"])] }, [{ a: 1 }], [{ a: 1, b: 1 }, {}]],
    ["string", { string: { minLength: 2 } }, ["ab", 1, null], ["a"], k.any],
    ["number", { number: { minimum: 2 } }, [2, "", null], [1], k.any],
    ["array", { array: { maxItems: 1, uniqueItems: true } }, [[1], {}], [[1, 2]], k.any]
  ]
  for (const [name, rules, good, bad, schema = map] of table) {
    it(name, () => {
      const checked = k.check(schema, rules)
      accepts(checked, ...good)
      refusesBothWays(checked, ...bad)
      for (const one of bad) expect(soft(checked, one)).toEqual(one)
    })
  }
  it("shape and matches say nothing of what is no object", () => {
    const circle = k.shape({ type: S.Literal("circle"), radius: k.opt(k.number()) })
    accepts(circle, { type: "circle" }, { type: "circle", radius: 1, x: 1 }, 1, null, [])
    refusesBothWays(circle, { radius: 1 }, { type: "point" }, { type: "circle", radius: "" })
    accepts(k.matches(["a"]), 1, { a: 1 })
  })
  it("sees the wire value both ways, unknown properties too", () => {
    const schema = k.check(k.struct<{ readonly at: DateTime.Utc }, { readonly at: string }>({ at: k.dateTime }), {
      maxProperties: 1,
      properties: { at: k.text({ pattern: "^2020" }) }
    })
    accepts(schema, { at: "2020-01-01T00:00:00Z" })
    refuses(schema, { at: "2021-01-01T00:00:00Z" }, { at: "2020-01-01T00:00:00Z", b: 1 })
    expect(paths(encode(schema, { at: DateTime.unsafeMake("2021-01-01T00:00:00Z") }))).toEqual(["at"])
    expect(S.is(schema)({ at: DateTime.unsafeMake("2021-01-01T00:00:00Z") })).toBe(true)
  })
  it("all issues on demand", () => {
    const schema = k.check(map, { minProperties: 3, required: ["a", "b"] })
    expect(paths(decode(schema, { c: 1 }, { errors: "all" }))).toEqual(["", "a", "b"])
  })
})

describe("lenient", () => {
  it("is memoised, idempotent, and the schema itself where nothing is constrained", () => {
    const plain = k.struct<{ readonly a: string }>({ a: S.String })
    expect(k.lenient(plain)).toBe(plain)
    for (const schema of [k.record(k.dateTime) as Any, k.struct<{}>({}), k.anyOf<unknown>(A, B), k.all<unknown>(A), k.tagged("t", { a: A }), k.secret]) {
      expect(k.lenient(schema)).toBe(schema)
    }
    const once = k.lenient(Category)
    expect(k.lenient(Category)).toBe(once)
    expect(k.lenient(once)).toBe(once)
  })
  it("goes through recursion, unions, options of foreign schemas, and the decoded side", () => {
    const deep = { name: "too long", children: [{ name: "too long too" }] }
    expect(soft(Category, deep)).toEqual(deep)
    expect(paths(decode(k.lenient(Category), { name: "a", children: [{}] }))).toEqual(["children.0.name"])
    expect(soft(S.NullOr(k.text({ maxLength: 1 })), "ab")).toBe("ab")
    expect(soft(S.Union(k.int({ minimum: 1 }), S.String), 0)).toBe(0)
    expect(soft(S.Option(k.text({ maxLength: 1 })), { _tag: "Some", value: "ab" })).toEqual(Option.some("ab"))
    expect(soft(S.Record({ key: S.String, value: k.text({ maxLength: 1 }) }), { a: "ab" })).toEqual({ a: "ab" })
    expect(soft(S.Tuple(k.text({ maxLength: 1 })), ["ab"])).toEqual(["ab"])
    expect(soft(S.NonEmptyArray(k.text({ maxLength: 1 })), ["ab"])).toEqual(["ab"])
    refuses(k.lenient(S.Struct({ a: k.text({ maxLength: 1 }) }).pipe(S.filter(() => false))), { a: "" })
    const typed = S.typeSchema(k.closed<{ readonly a: number }>({ a: S.Number }))
    expect(soft(typed, { a: 1, b: 2 })).toEqual({ a: 1 })
  })
  it("keeps the name", () => {
    const name = k.schema("Name", () => k.text({ maxLength: 1 }))
    expect(String(k.lenient(name).ast)).toBe("Name")
    expect(issues(decode(k.lenient(name), 1))![0]!.message).toContain("Name")
  })
})

const zoo: { readonly [name: string]: Any } = {
  Category,
  fill: k.struct<{ readonly a: number }, { readonly a?: number }>({ a: k.fill(k.number(), 1) }),
  closed: k.closed<{ readonly a?: never; readonly b: number }>({ a: k.opt(k.never), b: k.number() }),
  open: k.open<{ readonly id: number; readonly [name: string]: number }>({ id: k.number() }, { rest: k.int(), patterns: [["^a[0-9]$", k.int({ minimum: 3 })]] }),
  record: k.record(k.dateTime),
  anyOf: k.anyOf<unknown>(A, B, k.secret),
  oneOf: k.oneOf<unknown>(A, B, k.int()),
  tagged: k.tagged<unknown>("t", { a: k.struct<{ readonly t: "a" }>({ t: S.Literal("a") }) }),
  all: k.all<unknown>(A, B),
  allScalar: k.all<unknown>(k.int({ minimum: 3 }), k.int({ maximum: 9 })),
  number: k.number({ minimum: -1, exclusiveMaximum: 1 }),
  multiple: k.number({ multipleOf: 0.01, minimum: 5 }),
  int: k.int({ minimum: 5, maximum: 7 }),
  array: k.array(k.int({ minimum: 0, maximum: 9 }), { minItems: 3, uniqueItems: true }),
  tuple: k.tuple<ReadonlyArray<unknown>>([S.String, k.number()], { required: 1, rest: false }),
  openEnum: k.openEnum("A"),
  constant: k.constant({ a: 1 }),
  any: k.any,
  base64: k.base64,
  secret: k.secret,
  check: k.check(k.record(k.number()), { minProperties: 1, maxProperties: 2 }),
  text: k.text({ minLength: 3, maxLength: 5 }),
  pattern: k.text({ pattern: "^[a-c]{2,5}x?$", maxLength: 3 }),
  ...Object.fromEntries((["date-time", "date", "time", "duration", "uuid", "email", "uri", "uri-reference", "ipv4", "ipv6", "hostname", "decimal"] as const).map((format) => [format, k.text({ format })]))
}

/** As JSON has it, which knows no negative zero. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe("laws", () => {
  for (const [name, schema] of Object.entries(zoo)) {
    it(`${name}: generated values are encoded, decoded alike, by the lenient form too`, () => {
      const same = S.equivalence(schema)
      FastCheck.assert(
        FastCheck.property(Arbitrary.make(schema), (value) => {
          const wire = Either.getOrThrow(encode(schema, value, { onExcessProperty: "error" }))
          expect(wire).toEqual(structuredClone(wire))
          const decoded = Either.getOrThrow(decode(schema, wire))
          expect(same(decoded, value)).toBe(true)
          expect(plain(Either.getOrThrow(encode(schema, decoded)))).toEqual(plain(wire))
          expect(same(Either.getOrThrow(decode(k.lenient(schema), wire)), decoded)).toBe(true)
        }),
        { numRuns: 50 }
      )
    })
    it(`${name}: has a JSON Schema`, () => {
      expect(JSONSchema.make(schema)).toHaveProperty("$schema")
    })
  }
  it("an impossible schema is told, not searched for ever", () => {
    expect(() => FastCheck.sample(Arbitrary.make(k.text({ pattern: "^a$", minLength: 5 })), 1)).toThrow("No value was found")
  })
})
