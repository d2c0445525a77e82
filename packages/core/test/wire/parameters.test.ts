/** The bytes of parameters, from the standard's own tables (OpenAPI 3.1 section 4.8.12.6, RFC 6570). */
import { assert, describe, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import * as Schema from "effect/Schema"
import * as Field from "../../src/internal/wire/field.js"
import * as Parameter from "../../src/internal/wire/parameter.js"
import * as Path from "../../src/internal/wire/path.js"
import * as Percent from "../../src/internal/wire/percent.js"
import * as Style from "../../src/internal/wire/style.js"
import type { Operation } from "@effect-orange/core"

const text = "blue"
const list = ["blue", "black", "brown"]
const object = { R: 100, G: 200, B: 150 }

const joined = (pairs: ReadonlyArray<Style.Pair>) => pairs.map(([name, value]) => `${name}=${value}`).join("&")

const parameter = (fields: Partial<Operation.Parameter>): Operation.Parameter => ({ name: "color", in: "query", schema: Schema.Any, ...fields })

const query = (fields: Partial<Operation.Parameter>, value: unknown) => joined(Parameter.asPairs(parameter(fields), value))
const path = (fields: Partial<Operation.Parameter>, value: unknown) => Parameter.inPath(parameter({ in: "path", ...fields }), value)
const header = (fields: Partial<Operation.Parameter>, value: unknown) => Parameter.inHeader(parameter({ in: "header", ...fields }), value)

describe("the style examples of OpenAPI 3.1 section 4.8.12.6", () => {
  const rows: ReadonlyArray<readonly [Style.Style, boolean, string, string, string]> = [
    ["matrix", false, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
    ["matrix", true, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
    ["label", false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
    ["label", true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
    ["simple", false, "blue", "blue,black,brown", "R,100,G,200,B,150"],
    ["simple", true, "blue", "blue,black,brown", "R=100,G=200,B=150"]
  ]
  for (const [style, explode, ...expected] of rows) {
    it(`path ${style}, explode ${explode}`, () => {
      assert.deepStrictEqual([text, list, object].map((value) => path({ style, explode }, value)), expected)
    })
  }

  for (const [explode, ...expected] of [[false, "blue", "blue,black,brown", "R,100,G,200,B,150"], [true, "blue", "blue,black,brown", "R=100,G=200,B=150"]] as const) {
    it(`header simple, explode ${explode}`, () => {
      assert.deepStrictEqual([text, list, object].map((value) => header({ explode }, value)), expected)
    })
  }

  const queries: ReadonlyArray<readonly [Style.Style, boolean, unknown, string]> = [
    ["form", false, text, "color=blue"],
    ["form", false, list, "color=blue,black,brown"],
    ["form", false, object, "color=R,100,G,200,B,150"],
    ["form", true, text, "color=blue"],
    ["form", true, list, "color=blue&color=black&color=brown"],
    ["form", true, object, "R=100&G=200&B=150"],
    ["spaceDelimited", false, list, "color=blue%20black%20brown"],
    ["spaceDelimited", false, object, "color=R%20100%20G%20200%20B%20150"],
    ["pipeDelimited", false, list, "color=blue%7Cblack%7Cbrown"],
    ["pipeDelimited", false, object, "color=R%7C100%7CG%7C200%7CB%7C150"],
    ["deepObject", true, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"]
  ]
  for (const [style, explode, value, expected] of queries) {
    it(`query ${style}, explode ${explode}, ${Array.isArray(value) ? "array" : typeof value}`, () => {
      assert.strictEqual(query({ style, explode }, value), expected)
    })
  }

  it("defaults: simple without explode in path and header, form with explode in query", () => {
    assert.strictEqual(path({}, object), "R,100,G,200,B,150")
    assert.strictEqual(header({}, object), "R,100,G,200,B,150")
    assert.strictEqual(query({}, object), "R=100&G=200&B=150")
    assert.strictEqual(query({ style: "pipeDelimited" }, list), "color=blue%7Cblack%7Cbrown")
  })
})

describe("empty and undefined values (RFC 6570 section 2.3)", () => {
  it("the empty string is a value", () => {
    assert.strictEqual(query({}, ""), "color=")
    assert.strictEqual(query({ explode: false }, ""), "color=")
    assert.strictEqual(path({ style: "matrix" }, ""), ";color")
    assert.strictEqual(query({}, ["", "a"]), "color=&color=a")
    assert.strictEqual(path({ style: "matrix", explode: true }, ["", "a"]), ";color;color=a")
  })

  it("an empty list, an empty object and null leave no trace in a query", () => {
    for (const value of [[], {}, null]) {
      for (const style of ["form", "spaceDelimited", "pipeDelimited", "deepObject"] as const) {
        for (const explode of [true, false]) assert.strictEqual(query({ style, explode }, value), "")
      }
    }
    assert.strictEqual(query({}, ["a", null, "b"]), "color=a&color=b")
    assert.strictEqual(query({ explode: false }, { a: 1, b: null }), "color=a,1")
  })

  it("an empty matrix is its name alone, as in the standard's table", () => {
    for (const explode of [true, false]) assert.strictEqual(path({ style: "matrix", explode }, []), ";color")
  })

  it("a path is never shorter than it should be", () => {
    for (const value of ["", [], {}, null, [""]]) assert.throws(() => path({}, value), /is empty/)
    for (const value of [".", ".."]) assert.throws(() => path({}, value), /another path/)
    assert.throws(() => path({ style: "label" }, ""), /another path/)
    assert.strictEqual(path({}, "..."), "...")
    assert.strictEqual(path({}, "%2e"), "%252e")
  })
})

describe("the expansions of RFC 6570 section 3.2", () => {
  const keys = { semi: ";", dot: ".", comma: "," }
  const hello = "Hello World!"

  it("simple (3.2.2)", () => {
    assert.strictEqual(path({}, hello), "Hello%20World%21")
    assert.strictEqual(path({}, "50%"), "50%25")
    assert.strictEqual(path({}, keys), "semi,%3B,dot,.,comma,%2C")
    assert.strictEqual(path({ explode: true }, keys), "semi=%3B,dot=.,comma=%2C")
  })
  it("label (3.2.5)", () => {
    assert.strictEqual(path({ style: "label" }, "fred"), ".fred")
    assert.strictEqual(path({ style: "label" }, keys), ".semi,%3B,dot,.,comma,%2C")
    assert.strictEqual(path({ style: "label", explode: true }, keys), ".semi=%3B.dot=..comma=%2C")
  })
  it("matrix (3.2.7)", () => {
    assert.strictEqual(path({ style: "matrix", name: "v" }, "6"), ";v=6")
    assert.strictEqual(path({ style: "matrix", name: "keys" }, keys), ";keys=semi,%3B,dot,.,comma,%2C")
    assert.strictEqual(path({ style: "matrix", name: "keys", explode: true }, keys), ";semi=%3B;dot=.;comma=%2C")
  })
  it("form (3.2.8)", () => {
    assert.strictEqual(query({ name: "half" }, "50%"), "half=50%25")
    assert.strictEqual(query({ name: "keys", explode: false }, keys), "keys=semi,%3B,dot,.,comma,%2C")
    assert.strictEqual(query({ name: "keys" }, keys), "semi=%3B&dot=.&comma=%2C")
  })
  it("reserved (3.2.3): reserved characters and encoded triples pass, the rest does not; # would end the query", () => {
    assert.strictEqual(query({ allowReserved: true }, "a/b?c:d@[e]!$&'()*+,;="), "color=a/b?c:d@[e]!$&'()*+,;=")
    assert.strictEqual(query({ allowReserved: true }, "x%2By 50% é#"), "color=x%2By%2050%25%20%C3%A9%23")
    assert.strictEqual(query({ allowReserved: true, name: "a/b" }, "c/d"), "a%2Fb=c/d")
  })
  it("the example of OpenAPI 3.1.2 appendix C", () => {
    assert.strictEqual(query({ name: "formulas" }, { a: "x+y", b: "x/y", c: "x^y" }), "a=x%2By&b=x%2Fy&c=x%5Ey")
    assert.strictEqual(query({ name: "words", explode: false }, ["math", "is", "fun"]), "words=math,is,fun")
    assert.strictEqual(query({ name: "❤️" }, "love!"), "%E2%9D%A4%EF%B8%8F=love%21")
  })
})

describe("what the standard leaves open", () => {
  it("objects in objects nest further in deepObject, lists repeat their name", () => {
    assert.strictEqual(query({ style: "deepObject", name: "f" }, { a: { b: 1 }, c: [1, 2] }), "f%5Ba%5D%5Bb%5D=1&f%5Bc%5D=1&f%5Bc%5D=2")
  })
  it("deeper values of other styles are JSON", () => {
    assert.strictEqual(query({ name: "f" }, { a: { b: 1 } }), "a=%7B%22b%22%3A1%7D")
  })
  it("exploded, space and pipe are as form", () => {
    assert.strictEqual(query({ style: "pipeDelimited", explode: true }, list), "color=blue&color=black&color=brown")
  })
})

describe("content-typed parameters (OpenAPI 3.1 section 4.8.12.2)", () => {
  it("JSON is encoded for its place", () => {
    const media = "application/json"
    assert.strictEqual(query({ media }, { lat: 1, long: 2 }), "color=%7B%22lat%22%3A1%2C%22long%22%3A2%7D")
    assert.strictEqual(path({ media }, ["a"]), "%5B%22a%22%5D")
    assert.strictEqual(header({ media }, { a: 1 }), "{\"a\":1}")
    assert.strictEqual(query({ media: "text/plain" }, "a b"), "color=a%20b")
  })
})

describe("encoding", () => {
  it("only RFC 3986's unreserved characters stay", () => {
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("")
    assert.strictEqual(Percent.encode(ascii).replace(/%[0-9A-F]{2}/g, ""), "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~")
  })

  it("half a surrogate pair is refused", () => {
    assert.throws(() => Percent.encode("a\ud800"), /surrogate/)
    assert.throws(() => Percent.encodeReserved("a\ud800"), /surrogate/)
  })

  it.prop("a path value arrives as it was", { value: FastCheck.fullUnicodeString({ minLength: 1 }) }, ({ value }) => {
    if (value === "." || value === "..") return true
    const url = new URL(`https://host/a/${path({}, value)}/b`)
    return decodeURIComponent(url.pathname.split("/")[2]!) === value && url.pathname.split("/").length === 4 && url.search === "" && url.hash === ""
  })

  it.prop("a query list arrives as it was", { values: FastCheck.array(FastCheck.fullUnicodeString()), name: FastCheck.fullUnicodeString({ minLength: 1 }) }, ({ name, values }) => {
    const url = new URL(`https://host/?${query({ name }, values)}`)
    return JSON.stringify(url.searchParams.getAll(name)) === JSON.stringify(values)
  })

  it.prop("an object in deepObject arrives as it was", { value: FastCheck.dictionary(FastCheck.fullUnicodeString({ minLength: 1 }), FastCheck.fullUnicodeString()) }, ({ value }) => {
    const url = new URL(`https://host/?${query({ style: "deepObject", name: "f" }, value)}`)
    return Object.entries(value).every(([key, text]) => url.searchParams.get(`f[${key}]`) === text)
  })

  it.prop("a joined list splits again", { values: FastCheck.array(FastCheck.fullUnicodeString({ minLength: 1 }), { minLength: 1 }) }, ({ values }) => {
    const [, text = ""] = query({ explode: false }, values).split("=")
    return JSON.stringify(text.split(",").map(decodeURIComponent)) === JSON.stringify(values)
  })

  it.prop("a form's fields arrive as they were", { name: FastCheck.fullUnicodeString(), value: FastCheck.fullUnicodeString() }, ({ name, value }) => {
    const read = new URLSearchParams(`${Percent.encodeForm(name)}=${Percent.encodeForm(value)}`)
    return JSON.stringify([...read]) === JSON.stringify([[name, value]])
  })
})

describe("headers (RFC 9110 section 5.5)", () => {
  it("line breaks, NUL and what is no byte are refused", () => {
    for (const value of ["a\r\nx: y", "a\nb", "a\rb", "a\0b", "a\u007fb", "€"]) assert.throws(() => header({}, value), /header can carry/)
    assert.strictEqual(header({}, "a\tb é \"c\""), "a\tb é \"c\"")
  })
  it("names are tokens", () => {
    assert.isTrue(Field.isName("x-correlator"))
    for (const name of ["", "a b", "a:b", "a\n"]) assert.isFalse(Field.isName(name))
  })
  it("values are not percent-encoded (OpenAPI 3.1.2 appendix D)", () => {
    assert.strictEqual(header({}, ["a b", "c%"]), "a b,c%")
  })
})

describe("path templates", () => {
  const expand = (template: string, ...values: ReadonlyArray<string>) => Path.expand(Path.compile(template), values)

  it("variables anywhere in a segment", () => {
    assert.deepStrictEqual(Path.compile("/files/{a}.{b}").names, ["a", "b"])
    assert.strictEqual(expand("/files/{a}.{b}", "x%2Fy", "txt"), "/files/x%2Fy.txt")
    assert.strictEqual(expand("/jobs:run"), "/jobs:run")
    assert.strictEqual(expand("/a{id}b{id}", "1", "2"), "/a1b2")
    assert.strictEqual(expand("relative/{id}", "1"), "/relative/1")
  })
  it("a template's own text is encoded where a URL cannot hold it, its escapes are kept", () => {
    assert.strictEqual(expand("/café/a b/%20/%zz\\"), "/caf%C3%A9/a%20b/%20/%25zz%5C")
  })
  it("a query in the template is the beginning of the query, a fragment is not sent", () => {
    const template = Path.compile("/?Action=x&b=é#X-Target={z}")
    assert.deepStrictEqual([template.literals, template.names, template.query], [["/"], [], "Action=x&b=%C3%A9"])
  })
  it("dot segments are seen in either spelling", () => {
    for (const bad of ["/a/../b", "/..", "/./a", "/a/%2e%2E/b", "/a/.%2e"]) assert.isTrue(Path.hasDotSegment(bad), bad)
    for (const good of ["/a/...", "/.a/b", "/a.b/..c"]) assert.isFalse(Path.hasDotSegment(good), good)
  })
})
