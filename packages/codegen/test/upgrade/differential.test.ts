/**
 * The conversion against swagger2openapi's. What differs by design is taken away on both sides by the changes below, each
 * with its reason; nothing else may differ.
 */
import * as Fs from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { get, isArray, isObject, type Json, type JsonObject, omit } from "../../src/internal/json.js"
import { limits } from "../../src/internal/read/limits.js"
import { parse } from "../../src/internal/read/parse.js"
import { upgrade } from "../../src/internal/upgrade/upgrade.js"
import { differences } from "./difference.js"
import { traps } from "./traps.js"

// @ts-expect-error swagger2openapi has no types
import * as swagger2openapi from "swagger2openapi"

const convertObj = swagger2openapi.convertObj as (document: unknown, options: object) => Promise<{ readonly openapi: JsonObject }>

interface Change {
  readonly reason: string
  readonly change: (value: JsonObject, whole: JsonObject) => JsonObject
}

const bodyOf = (value: JsonObject, whole: JsonObject): Json | undefined => {
  const name = /^#\/components\/requestBodies\/(.*)$/.exec(String(get(get(value, "requestBody"), "$ref")))?.[1]
  return name === undefined ? undefined : get(get(get(whole, "components"), "requestBodies"), name)
}

const byDesign: ReadonlyArray<Change> = [
  {
    reason: "bodies that are equal are not made one component: the name of one that happens to be equal is no name of the other",
    change: (value, whole) => {
      const body = bodyOf(value, whole)
      return body === undefined ? value : { ...value, requestBody: body }
    }
  },
  {
    reason: "the shared bodies themselves are compared where they are used",
    change: (value) => omit(value, new Set(["requestBodies"]))
  },
  {
    reason: "answers without produces are JSON, as bodies without consumes are; `*/*` says nothing",
    change: (value) => Object.hasOwn(value, "*/*") ? { ...omit(value, new Set(["*/*"])), "application/json": value["*/*"]! } : value
  },
  {
    reason: "the style of a list is said even where it is the default",
    change: (value) => {
      const style = get(value, "style")
      return style === "simple" || (style === "form" && get(value, "in") === "query") ? omit(value, new Set(["style", ...(style === "simple" ? ["explode"] : [])])) : value
    }
  },
  {
    reason: "explode is said even where it is the default, and the style of an encoding's list too",
    change: (value) => {
      const style = get(value, "style")
      if (get(value, "explode") === true && (get(value, "in") === "query" || style === "form")) return omit(value, new Set(["explode", "style"]))
      return style === "spaceDelimited" || style === "pipeDelimited" ? omit(value, new Set(["explode"])) : value
    }
  },
  {
    reason: "an encoding that only says what is so by default is none to them",
    change: (value) => Object.values(get(value, "encoding") ?? {}).every((one) => JSON.stringify(one) === "{\"style\":\"form\",\"explode\":true}") ? omit(value, new Set(["encoding"])) : value
  },
  {
    reason: "the one example of 2.0 is the one example of 3.0, not the first of several",
    change: (value) => {
      const only = get(get(get(value, "examples"), "response"), "value")
      return only === undefined ? value : { ...omit(value, new Set(["examples"])), example: only }
    }
  },
  {
    reason: "several types are anyOf: a value may be of two of them (an integer is a number too)",
    change: (value) => Object.hasOwn(value, "oneOf") ? { ...omit(value, new Set(["oneOf"])), anyOf: value["oneOf"]! } : value
  },
  {
    reason: "words beside a reference are kept: a property's description often stands there",
    change: (value) => typeof get(value, "$ref") === "string" ? { $ref: value["$ref"]! } : value
  },
  {
    reason: "3.0.3 is the last of 3.0 whose meaning 3.0.0 shares",
    change: (value) => Object.hasOwn(value, "openapi") ? { ...value, openapi: "3.0" } : value
  }
]

const normalized = (document: JsonObject): Json => {
  const visit = (value: Json): Json => {
    if (isArray(value)) return value.map(visit)
    if (!isObject(value)) return value
    const changed = byDesign.reduce<JsonObject>((one, { change }) => change(one, document), value)
    return Object.fromEntries(Object.entries(changed).map(([key, one]) => [key, visit(one)]))
  }
  return visit(document)
}

const compare = async (document: JsonObject): Promise<ReadonlyArray<string>> => {
  const theirs = (await convertObj(structuredClone(document), { patch: true, warnOnly: true })).openapi
  const found = differences(normalized(upgrade(document).document), normalized(JSON.parse(JSON.stringify(theirs)) as JsonObject))
  return found.map(({ ours, pointer, theirs }) => `${pointer} ${JSON.stringify(ours)} ${JSON.stringify(theirs)}`)
}

const real = fileURLToPath(new URL("../../../../../shared/specs-real/", import.meta.url))
const documents = Fs.existsSync(real) ? Fs.readdirSync(real).filter((name) => name.includes(".swagger2.")) : []

describe("against swagger2openapi", () => {
  it("every construct is the same", async () => {
    expect(await compare(traps)).toEqual([])
  })

  it("a file is multipart, where swagger2openapi takes any form", async () => {
    const upload = { post: { parameters: [{ name: "file", in: "formData", type: "file" }], responses: { 204: { description: "ok" } } } }
    const [difference, ...more] = await compare({ ...traps, consumes: [], paths: { "/a": upload } } as JsonObject)
    expect(difference).toMatch(/^#\/paths\/~1a\/post\/requestBody\/content\/application~1x-www-form-urlencoded undefined/)
    expect(more).toHaveLength(1)
  })

  it("a difference is seen", async () => {
    const other = { ...traps, host: undefined }
    const ours = upgrade(JSON.parse(JSON.stringify(other)) as JsonObject).document
    expect(differences(normalized(ours), normalized((await convertObj(structuredClone(traps), {})).openapi)).map((one) => one.pointer)).toContain("#/servers/0/url")
  })
})

describe.skipIf(documents.length === 0)("documents of others (skipped where ../shared/specs-real is not there)", () => {
  it.each(documents)("%s is the same", async (name) => {
    const document = parse(Fs.readFileSync(real + name), name, limits).value as JsonObject
    expect(await compare(document)).toEqual([])
  })
})
