/** No document can make the generator write code, read what it was not given, or run without end. */
import * as Fs from "node:fs"
import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import * as Os from "node:os"
import * as Path from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ask } from "../support/ask.js"
import { compileFolder } from "../support/compile.js"
import { emptied, writeFiles } from "../support/generated.js"
import { type Hostile, hostile } from "./documents.js"
import { generating, mostMegabytes, mostSeconds } from "./generate.js"
import { problemsOf } from "./inspect.js"
import type { Loaded } from "./loading.js"

/** A server on this machine that must be asked for nothing. */
let asked: ReadonlyArray<string> = []
const port = 43_117
const server = Http.createServer((request, response) => {
  asked = [...asked, `${request.method} ${request.url}`]
  response.end("{\"type\":\"string\"}")
})

let folder = ""

beforeAll(async () => {
  folder = Fs.mkdtempSync(Path.join(Os.tmpdir(), "hostile-"))
  Fs.writeFileSync(Path.join(folder, "secret.json"), JSON.stringify({ type: "string", description: "CANARY" }))
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  expect((server.address() as AddressInfo).port).toBe(port)
})

afterAll(() => {
  stop()
  server.close()
  Fs.rmSync(folder, { recursive: true, force: true })
})

const clients = emptied("hostile")
const all = hostile(`http://127.0.0.1:${port}`)

const slug = (name: string): string => name.replace(/[^a-z0-9]+/gi, "-")

const bytesOf = (content: Hostile["content"]): string | Uint8Array => typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content)

const write = (one: Hostile): string => {
  const own = Path.join(folder, slug(one.name))
  Fs.mkdirSync(own)
  const path = Path.join(own, one.file ?? "a.json")
  Fs.writeFileSync(path, bytesOf(one.content))
  for (const [name, content] of Object.entries(one.beside ?? {})) Fs.writeFileSync(Path.join(own, name), bytesOf(content))
  Fs.symlinkSync(Path.join(folder, "secret.json"), Path.join(own, "link.json"))
  return path
}

const { generate, stop } = generating()

describe("a hostile document", () => {
  it.each(all.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    const outcome = await generate(write(one))
    expect(outcome.seconds).toBeLessThan(mostSeconds)
    expect(outcome.megabytes).toBeLessThan(mostMegabytes)
    if ("error" in outcome) {
      expect(outcome.error).toMatch(one.refused ?? /nothing was to be refused/)
      expect(outcome.error).not.toMatch(/CANARY|root:|\n/)
      expect(outcome.error.length).toBeLessThan(1_000)
      return
    }
    expect(one.refused).toBeUndefined()
    expect(outcome.files.flatMap(([name, text]) => problemsOf(name, text)).slice(0, 5)).toEqual([])
    expect(outcome.report).toMatch(one.reported ?? "")
    expect(outcome.files.map(([, text]) => text).join("\n")).not.toContain("CANARY")
    writeFiles(`hostile/${slug(one.name)}`, new Map(outcome.files))
  }, 60_000)

  it("asked for nothing on the network", () => {
    expect(asked).toEqual([])
  })

  it("makes clients that load, and leave no mark", async () => {
    const loaded = await ask<Loaded>(new URL("loading.ts", import.meta.url), clients)
    expect(loaded.problems).toEqual([])
    expect(loaded.clients).toBeGreaterThan(60)
  }, 120_000)

  it("makes clients that compile", async () => {
    expect((await compileFolder(clients)).slice(0, 20)).toEqual([])
  }, 240_000)
})

describe("the inspection itself", () => {
  it.each([
    ["globalThis.PWNED = 1", "no statement"],
    ["export const a = globalThis.PWNED", "the document's code"],
    ["export const a = `x`", "a template"],
    ["export const a = /x/", "no expression"],
    ["export const a = new Date()", "no expression"],
    ["export const a = eval(\"x\")", "a call of what is not ours"],
    ["import * as fs from \"node:fs\"", "an import of what is not ours"],
    ["export const a = { b: process }", "a name that nothing declares"],
    ["export const a = \"", "Unterminated"],
    ["export interface A { readonly [\"x\"]: typeof globalThis.PWNED }", "the document's code"]
  ])("finds %s", (text, problem) => {
    expect(problemsOf("a.ts", text).join("\n")).toContain(problem)
  })

  it("finds nothing in what is harmless", () => {
    const text = "import * as S from \"effect/Schema\"\nexport interface A { readonly a?: \"x\" | 1 }\nexport const A: S.Schema<A> = S.suspend(() => S.Struct({ \"a\": S.optional(S.Literal(\"x\", -1)) }) as any)\nexport const b = (options: A): A => S.make(A, { b: options, A }, [null, true])\nexport class C extends A {}\n"
    expect(problemsOf("a.ts", text)).toEqual([])
  })
})
