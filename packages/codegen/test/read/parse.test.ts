/** Files as JSON values: what is read, and how what is not is told. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import { Fault } from "../../src/internal/read/fault.js"
import { limits } from "../../src/internal/read/limits.js"
import { parse } from "../../src/internal/read/parse.js"
import { locate } from "../../src/internal/read/position.js"
import { failure, loadFiles, minimal } from "./workspace.js"

const read = (text: string, file = "a.yaml") => parse(new TextEncoder().encode(text), file, limits).value

const faultOf = (text: string | Uint8Array, file = "a.yaml", given = limits): Fault => {
  try {
    parse(typeof text === "string" ? new TextEncoder().encode(text) : text, file, given)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error("it was read")
}

const lineOf = (text: string, file?: string): string => {
  const fault = faultOf(text, file)
  const position = locate(text, fault.spot, limits.depth)
  return `${position?.line}:${position?.column} ${fault.problem}`
}

describe("YAML", () => {
  it("is read by the core schema of YAML 1.2", () => {
    const text = [
      "no: [no, yes, on, Off, 1_000, 010, 0o10, 0x1F, 1e3, .5, -2, +3, ~, Null, true, FALSE, 1:20, 0b1]",
      "date: 2020-01-02",
      "time: 2020-01-02T03:04:05Z",
      "200: status",
      "1.10: version",
      "text: !!str 1.10",
      "number: !!int \"7\"",
      "folded: >-",
      "  a",
      "  b"
    ].join("\n")
    assert.deepStrictEqual(read(text), {
      no: ["no", "yes", "on", "Off", "1_000", 10, 8, 31, 1000, 0.5, -2, 3, null, null, true, false, "1:20", "0b1"],
      date: "2020-01-02",
      time: "2020-01-02T03:04:05Z",
      200: "status",
      "1.10": "version",
      text: "1.10",
      number: 7,
      folded: "a b"
    })
  })

  it("keeps YAML 1.2 where a directive asks for 1.1", () => {
    assert.deepStrictEqual(read("%YAML 1.1\n---\na: yes"), { a: "yes" })
  })

  it("follows aliases and merge keys; own keys win, then the first merged", () => {
    const text = "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz:\n  <<: [*x, *y]\n  a: own\nw: *x"
    assert.deepStrictEqual(read(text), { x: { a: 1, b: 2 }, y: { b: 3, c: 4 }, z: { a: "own", b: 2, c: 4 }, w: { a: 1, b: 2 } })
    assert.deepStrictEqual(read("\"<<\": {a: 1}"), { "<<": { a: 1 } })
  })

  it("has names of JavaScript for keys like any other", () => {
    const value = read("__proto__: {polluted: true}\nconstructor: 1\ntoString: 2\na: &a {__proto__: 3}\nb: {<<: *a}") as Record<string, unknown>
    assert.deepStrictEqual(Object.keys(value), ["__proto__", "constructor", "toString", "a", "b"])
    assert.isUndefined(({} as { polluted?: boolean }).polluted)
    assert.isTrue(Object.hasOwn(value["b"] as object, "__proto__"))
    assert.strictEqual(Object.getPrototypeOf(value), Object.prototype)
  })

  it("passes over tags, and says so", () => {
    const { tags, value } = parse(new TextEncoder().encode("a: !!js/function 'return 1'\nb: !secret [1]\nc: !!binary aGk="), "a.yaml", limits)
    assert.deepStrictEqual(value, { a: "return 1", b: [1], c: "aGk=" })
    assert.deepStrictEqual(tags, [3, 31, 46])
  })

  it.each([
    ["a: 1\nb: [1, 2\nc: 3", "3:1 is no YAML: deficient indentation"],
    ["a: 1\nb: 2\na: 3", "3:1 the key \"a\" is there twice"],
    ["a: {b: 1, \"b\": 2}", "1:11 the key \"b\" is there twice"],
    ["a: *nowhere", "1:4 the alias *nowhere has no anchor"],
    ["a: &a [*a]", "1:8 the alias *a stands inside what it stands for"],
    ["a: 1\n---\nb: 2", "3:1 holds more than one document"],
    ["? [1]\n: 2", "1:3 a key is no text"],
    ["a: .inf", "1:4 \".inf\" is no number of JSON"],
    ["a: 1e400", "1:4 \"1e400\" is no number of JSON"],
    ["a: {<<: 1}", "1:4 merges what is no object"],
    ["\ta: 1", "1:3 is no YAML: "]
  ])("%j is told with its place", (text, expected) => {
    const told = lineOf(text)
    assert.isTrue(told.startsWith(expected), told)
  })

  it("counts what aliases stand for before it is made", () => {
    const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]", ...Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(", ")}]`)].join("\n")
    assert.match(faultOf(bomb).problem, /aliases stand for too many values/)
    const often = `a: &a {x: 1}\n${Array.from({ length: 5_000 }, (_, n) => `b${n}: *a`).join("\n")}`
    assert.strictEqual(Object.keys(read(often) as object).length, 5_001)
  })

  it("counts the depth behind aliases", () => {
    const deep = (n: number): string => `${"[".repeat(n)}x${"]".repeat(n)}`
    assert.match(faultOf(`a: &a ${deep(300)}\nb: &b ${"[".repeat(150)}*a${"]".repeat(150)}\nc: ${"[".repeat(100)}*b${"]".repeat(100)}`).problem, /nested too deeply/)
  })
})

describe("JSON", () => {
  it("is what JSON.parse says", () => {
    FastCheck.assert(FastCheck.property(FastCheck.jsonValue({ maxDepth: 6 }), FastCheck.nat(4), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      assert.deepStrictEqual(read(text, "a.json"), JSON.parse(text) as never)
    }), { numRuns: 500 })
  })

  it("is refused where JSON.parse refuses it, whatever character is changed", () => {
    const text = "{\"a\": [1, -2.5e+3, true, null, \"x\\u0041\\n\"], \"b\": {\"c\": {}}, \"d\": []}"
    const isJson = (one: string): boolean => {
      try {
        JSON.parse(one)
        return true
      } catch {
        return false
      }
    }
    const isRead = (one: string): boolean => {
      try {
        read(one, "a.json")
        return true
      } catch (error) {
        assert.isTrue(error instanceof Fault, String(error))
        return false
      }
    }
    const characters = ["{", "}", "[", "]", ",", ":", "\"", "\\", "0", "1", ".", "e", "-", "n", " ", "\n", "\u0000", ""]
    for (let at = 0; at <= text.length; at++) {
      for (const one of characters) {
        for (const changed of [text.slice(0, at) + one + text.slice(at), text.slice(0, at) + one + text.slice(at + 1)]) {
          // Two equal keys are JSON, and refused all the same.
          if (/"(.)": .*"\1":/.test(changed)) continue
          assert.strictEqual(isRead(changed), isJson(changed), changed)
        }
      }
    }
  })

  it.each([
    ["{\"a\": 1,\n \"b\" 2}", "2:6 is no JSON: unexpected \"2\""],
    ["{\"a\": 1,\n}", "2:1 is no JSON: unexpected \"}\""],
    ["{\"a\": [1, 2", "1:12 is no JSON: it ends too early"],
    ["{\"a\": \"x\n\"}", "1:9 is no JSON: unexpected \"\\n\""],
    ["{\"a\": \"x}", "1:7 is no JSON: a text has no end"],
    ["{\"a\": 1}\nx", "2:1 is no JSON: unexpected \"x\""],
    ["{\n \"a\": 1,\n \"b\": {\"a\": 1, \"a\": 2}}", "3:16 the key \"a\" is there twice"],
    ["{\"a\": 1, \"\\u0061\": 2}", "1:10 the key \"a\" is there twice"],
    ["{\"a\": 1e400}", "1:7 \"1e400\" is too large a number"],
    ["openapi: 3.0.3", "1:1 is no JSON: unexpected \"o\""]
  ])("%j is told with its place", (text, expected) => {
    assert.strictEqual(lineOf(text, "a.json"), expected)
  })

  it("that is YAML is read in a file that does not say JSON", () => {
    assert.deepStrictEqual(read("{a: 1, b: [x,]}"), { a: 1, b: ["x"] })
    assert.deepStrictEqual(read("{\"a\": 1}", "a.yaml"), { a: 1 })
    assert.match(faultOf("{\"a\": 1, \"a\": 2}", "a.yaml").problem, /twice/)
  })

  it("says how deep it is read", () => {
    assert.match(faultOf(`${"[".repeat(501)}${"]".repeat(501)}`, "a.json").problem, /nested too deeply/)
    assert.match(faultOf(`${"[".repeat(501)}${"]".repeat(501)}`, "a.yaml").problem, /deep|maxDepth/)
    assert.isArray(read(`${"[".repeat(500)}${"]".repeat(500)}`, "a.json"))
  })
})

describe("a file", () => {
  it("may begin with a byte order mark", () => {
    assert.deepStrictEqual(read("\ufeff{\"a\": 1}", "a.json"), { a: 1 })
    assert.deepStrictEqual(read("\ufeffa: 1"), { a: 1 })
  })

  it("is UTF-8 and of a size", () => {
    assert.match(faultOf(Uint8Array.of(0x61, 0x3a, 0xff)).problem, /UTF-8/)
    assert.match(faultOf(Uint8Array.of(0xff, 0xfe, 0x61, 0x00)).problem, /UTF-8/)
    assert.match(faultOf("a: 12345", "a.yaml", { ...limits, fileBytes: 4 }).problem, /larger than/)
    assert.strictEqual(limits.fileBytes, 32 * 1024 * 1024)
  })

  it.effect.each([
    ["", "is empty"],
    ["# nothing\n", "is empty"],
    ["just text", "is a string, no OpenAPI document"],
    ["[1, 2]", "is a list, no OpenAPI document"],
    ["null", "is nothing, no OpenAPI document"],
    ["a: 1", "is no OpenAPI document: it has neither openapi nor swagger"]
  ] as const)("%j is no document", ([text, problem]) =>
    Effect.gen(function*() {
      assert.strictEqual((yield* failure({ "a.yaml": text })).problem, problem)
    }))

  it.effect("that is not there, or is a folder, is told", () =>
    Effect.gen(function*() {
      assert.strictEqual((yield* failure({ "a.yaml": minimal() }, { document: "b.yaml" })).problem, "does not exist")
      assert.strictEqual((yield* failure({ "folder/a.yaml": minimal() }, { document: "folder" })).problem, "is no file")
    }))

  it.effect("has its tags in the report", () =>
    Effect.gen(function*() {
      const { findings } = yield* loadFiles({ "a.yaml": "openapi: 3.0.3\ninfo: {title: t, version: !x '1'}\npaths: {}" })
      assert.deepStrictEqual(findings, [{ kind: "ignored", pointer: "#", reason: "the YAML tag on line 2 has no meaning in JSON" }])
    }))
})

describe("a value's place", () => {
  const text = "a:\n  - x: 1\n  - y:\n      z: 2\nb: {c: [1, {d: 2}]}\n\"e/f\": 3\n"
  it.each([
    [["a", 1, "y", "z"], "4:7"],
    [["a", 1], "3:5"],
    [["b", "c", 1, "d"], "5:13"],
    [["e/f"], "6:1"],
    [["a", 1, "nothing", "more"], "3:5"],
    [["b", "x"], "5:1"],
    [[], "1:1"]
  ])("%j is found", (keys, expected) => {
    const position = locate(text, { keys: keys as ReadonlyArray<string | number> }, 500)
    assert.strictEqual(`${position?.line}:${position?.column}`, expected)
  })
})
