/** The overlay beside a document: RFC 6902, with a reason for each entry. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type { Json } from "../../src/internal/json.js"
import { Fault } from "../../src/internal/read/fault.js"
import { applyOverlay } from "../../src/internal/read/overlay.js"
import { failure, loadFiles, minimal } from "./workspace.js"

const apply = (document: Json, ...entries: ReadonlyArray<Readonly<Record<string, Json>>>): Json =>
  applyOverlay(document, entries.map((one) => ({ reason: "a test", ...one })))

const problemOf = (document: Json, ...entries: ReadonlyArray<Readonly<Record<string, Json>>>): string => {
  try {
    apply(document, ...entries)
  } catch (error) {
    if (error instanceof Fault) return error.problem
    throw error
  }
  return "applied"
}

describe("an entry", () => {
  // The examples of RFC 6902, appendix A, by their numbers.
  it.each([
    ["A.1", { foo: "bar" }, { op: "add", path: "/baz", value: "qux" }, { foo: "bar", baz: "qux" }],
    ["A.2", { foo: ["bar", "baz"] }, { op: "add", path: "/foo/1", value: "qux" }, { foo: ["bar", "qux", "baz"] }],
    ["A.3", { baz: "qux", foo: "bar" }, { op: "remove", path: "/baz" }, { foo: "bar" }],
    ["A.4", { foo: ["bar", "qux", "baz"] }, { op: "remove", path: "/foo/1" }, { foo: ["bar", "baz"] }],
    ["A.5", { baz: "qux", foo: "bar" }, { op: "replace", path: "/baz", value: "boo" }, { baz: "boo", foo: "bar" }],
    ["A.6", { foo: { bar: "baz", waldo: "fred" }, qux: { corge: "grault" } }, { op: "move", from: "/foo/waldo", path: "/qux/thud" }, { foo: { bar: "baz" }, qux: { corge: "grault", thud: "fred" } }],
    ["A.7", { foo: ["all", "grass", "cows", "eat"] }, { op: "move", from: "/foo/1", path: "/foo/3" }, { foo: ["all", "cows", "eat", "grass"] }],
    ["A.8", { baz: "qux" }, { op: "test", path: "/baz", value: "qux" }, { baz: "qux" }],
    ["A.10", { foo: "bar" }, { op: "add", path: "/child", value: { grandchild: {} } }, { foo: "bar", child: { grandchild: {} } }],
    ["A.14", { "/": 9, "~1": 10 }, { op: "test", path: "/~01", value: 10 }, { "/": 9, "~1": 10 }],
    ["A.16", { foo: ["bar"] }, { op: "add", path: "/foo/-", value: ["abc", "def"] }, { foo: ["bar", ["abc", "def"]] }],
    ["copy", { a: { b: 1 } }, { op: "copy", from: "/a", path: "/c" }, { a: { b: 1 }, c: { b: 1 } }],
    ["whole", { a: 1 }, { op: "replace", path: "", value: { b: 2 } }, { b: 2 }],
    ["null", { a: 1 }, { op: "add", path: "/b", value: null }, { a: 1, b: null }],
    ["as a finding prints it", { "a/b": { c: 1 } }, { op: "replace", path: "#/a~1b/c", value: 2 }, { "a/b": { c: 2 } }]
  ] as const)("does what RFC 6902 says (%s)", (_, document, entry, expected) => {
    const before = JSON.stringify(document)
    assert.deepStrictEqual(apply(document as Json, entry as never), expected as Json)
    assert.strictEqual(JSON.stringify(document), before)
  })

  it.each([
    [{ op: "remove", path: "/gone" }, "entry 1: the document has nothing at \"#/gone\""],
    [{ op: "replace", path: "/gone", value: 1 }, "entry 1: the document has nothing at \"#/gone\""],
    [{ op: "add", path: "/gone/deep", value: 1 }, "entry 1: the document has nothing at \"#/gone/deep\""],
    [{ op: "add", path: "/list/4", value: 1 }, "entry 1: the document has nothing at \"#/list/4\""],
    [{ op: "add", path: "/list/01", value: 1 }, "entry 1: the document has nothing at \"#/list/01\""],
    [{ op: "remove", path: "" }, "entry 1: the document has nothing at \"#\""],
    [{ op: "copy", from: "/gone", path: "/x" }, "entry 1: the document has nothing at \"#/gone\""],
    [{ op: "move", from: "/list", path: "/list/0" }, "entry 1: moves a value into itself"],
    [{ op: "test", path: "/list", value: [1, 2] }, "entry 1: the document has something else at \"#/list\""],
    [{ op: "test", path: "/toString", value: 1 }, "entry 1: the document has nothing at \"#/toString\""],
    [{ op: "add", path: "/x" }, "entry 1: has no value"],
    [{ op: "patch", path: "/x" }, "entry 1: has no op that RFC 6902 knows"],
    [{ op: "remove" }, "entry 1: has no path"],
    [{ op: "remove", path: "list" }, "entry 1: \"list\" is no JSON pointer"],
    [{ op: "copy", path: "/x" }, "entry 1: has no from"],
    [{ op: "remove", path: "/list", reason: "" }, "entry 1: its reason is empty"],
    [{ op: "remove", path: "/list", reason: 1 }, "entry 1: its reason is a number"],
    [{ op: "remove", path: "/list", because: "x" }, "entry 1: \"because\" is no field of an entry"]
  ])("that cannot be done is told: %j", (entry, problem) => {
    assert.strictEqual(problemOf({ list: [1, 2, 3] }, entry as never), problem)
  })

  it("needs a reason", () => {
    assert.throws(() => applyOverlay({}, [{ op: "add", path: "/a", value: 1 }]), /entry 1: has no reason/)
  })

  it("has names of JavaScript for keys like any other", () => {
    const given: Json = { a: {} }
    const changed = apply(given, { op: "add", path: "/a/__proto__", value: { polluted: true } }, { op: "add", path: "/__proto__", value: 1 }) as { readonly a: object }
    assert.isUndefined(({} as { polluted?: boolean }).polluted)
    assert.strictEqual(JSON.stringify(changed), "{\"a\":{\"__proto__\":{\"polluted\":true}},\"__proto__\":1}")
    assert.strictEqual(problemOf({ a: {} }, { op: "add", path: "/a/constructor/prototype/x", value: 1 }), "entry 1: the document has nothing at \"#/a/constructor/prototype/x\"")
  })
})

describe("an overlay", () => {
  const document = minimal({ paths: { a: { get: { responses: { 200: { description: "ok" } } } } } })
  const mend = "- op: move\n  from: /paths/a\n  path: /paths/~1a\n  reason: a path begins with a slash\n"

  it.effect("mends a document before it is looked at", () =>
    Effect.gen(function*() {
      for (const name of ["sms.overlay.yaml", "sms.overlay.yml"]) {
        const loaded = yield* loadFiles({ "sms.json": document, [name]: mend })
        assert.deepStrictEqual(Object.keys(loaded.document["paths"] as object), ["/a"])
      }
      assert.strictEqual((yield* failure({ "sms.json": document, "other.overlay.yaml": mend })).pointer, "#/paths/a")
    }))

  it.effect("is applied before references are followed, in whole or not at all", () =>
    Effect.gen(function*() {
      const entries = [{ op: "add", path: "/components", value: { schemas: { A: { $ref: "./a.json" } } }, reason: "it is missing" }]
      const loaded = yield* loadFiles({ "sms.json": minimal(), "a.json": { type: "string" }, "sms.overlay.json": entries })
      assert.deepStrictEqual(loaded.document["components"], { schemas: { A: { type: "string" } } })
    }))

  it.effect("that does not apply is told with entry, line and pointer of its own file", () =>
    Effect.gen(function*() {
      const error = yield* failure({ "sms.json": minimal(), "sms.overlay.yaml": `${mend.replace("/paths/a", "/info")}- op: remove\n  path: /gone\n  reason: because\n` })
      assert.strictEqual(`${error.name}:${error.line} ${error.pointer} ${error.problem}`, "sms.overlay.yaml:6 #/1/path entry 2: the document has nothing at \"#/gone\"")
    }))

  it.effect("is one, and a list", () =>
    Effect.gen(function*() {
      assert.include((yield* failure({ "sms.json": minimal(), "sms.overlay.yaml": mend, "sms.overlay.json": [] })).problem, "is a second overlay")
      assert.strictEqual((yield* failure({ "sms.json": minimal(), "sms.overlay.yaml": "a: 1" })).problem, "is an object")
      assert.strictEqual((yield* failure({ "sms.json": minimal(), "sms.overlay.yaml": "- [x" })).name, "sms.overlay.yaml")
    }))
})
