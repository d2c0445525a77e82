/** The tables of OpenAPI 3.1 (section 4.8.12.6, "Style Examples") and RFC 6570, as bytes on the wire. */
import { ApiClient, type Operation } from "@effect-orange/core"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { Effect, Layer } from "effect"
import { describe, expect, it } from "vitest"
import { importDocument } from "../support/generated.js"

type Place = "path" | "query" | "header" | "cookie"

interface Row {
  readonly place: Place
  readonly style: string
  readonly explode: boolean
  readonly value: unknown
  /** What follows `/p/` in the path, the query, the header's value, or the Cookie header. */
  readonly wire: string
  readonly allowReserved?: boolean
}

const array = ["blue", "black", "brown"]
const object = { R: 100, G: 200, B: 150 }

const row = (place: Place, style: string, explode: boolean, value: unknown, wire: string, more: Partial<Row> = {}): Row => ({ place, style, explode, value, wire, ...more })

/** Properties keep the order in which the caller wrote them. */
const rows: ReadonlyArray<Row> = [
  row("path", "simple", false, "blue", "blue"),
  row("path", "simple", false, array, "blue,black,brown"),
  row("path", "simple", false, object, "R,100,G,200,B,150"),
  row("path", "simple", true, array, "blue,black,brown"),
  row("path", "simple", true, object, "R=100,G=200,B=150"),
  row("path", "label", false, "blue", ".blue"),
  row("path", "label", false, array, ".blue,black,brown"),
  row("path", "label", false, object, ".R,100,G,200,B,150"),
  row("path", "label", true, array, ".blue.black.brown"),
  row("path", "label", true, object, ".R=100.G=200.B=150"),
  row("path", "matrix", false, "blue", ";color=blue"),
  row("path", "matrix", false, "", ";color"),
  row("path", "matrix", false, array, ";color=blue,black,brown"),
  row("path", "matrix", false, object, ";color=R,100,G,200,B,150"),
  row("path", "matrix", true, array, ";color=blue;color=black;color=brown"),
  row("path", "matrix", true, object, ";R=100;G=200;B=150"),
  row("path", "simple", false, "tel:+2250000", "tel%3A%2B2250000"),
  row("path", "simple", false, "a/b", "a%2Fb"),
  row("path", "simple", false, "a?b#c é", "a%3Fb%23c%20%C3%A9"),
  row("query", "form", true, "", "color="),
  row("query", "form", true, "blue", "color=blue"),
  row("query", "form", false, array, "color=blue,black,brown"),
  row("query", "form", false, object, "color=R,100,G,200,B,150"),
  row("query", "form", true, array, "color=blue&color=black&color=brown"),
  row("query", "form", true, object, "R=100&G=200&B=150"),
  row("query", "spaceDelimited", false, array, "color=blue%20black%20brown"),
  row("query", "pipeDelimited", false, array, "color=blue%7Cblack%7Cbrown"),
  row("query", "deepObject", true, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
  row("query", "form", true, "a b&c=d/e?f", "color=a%20b%26c%3Dd%2Fe%3Ff"),
  row("query", "form", true, "a/b?c:d", "color=a/b?c:d", { allowReserved: true }),
  row("header", "simple", false, "blue", "blue"),
  row("header", "simple", false, array, "blue,black,brown"),
  row("header", "simple", true, object, "R=100,G=200,B=150"),
  row("cookie", "form", false, "blue", "color=blue"),
  row("cookie", "form", false, array, "color=blue,black,brown")
]

const schemaOf = (value: unknown): object =>
  Array.isArray(value)
    ? { type: "array", items: { type: "string" } }
    : typeof value === "object"
    ? { type: "object", properties: { R: { type: "integer" }, G: { type: "integer" }, B: { type: "integer" } } }
    : { type: "string" }

const document = {
  openapi: "3.1.0",
  info: { title: "Parameters", version: "1" },
  servers: [{ url: "https://example.com" }],
  paths: Object.fromEntries(rows.map((one, index) => [
    one.place === "path" ? `/${index}/{color}` : `/${index}`,
    {
      get: {
        operationId: `row${index}`,
        parameters: [{
          name: "color",
          in: one.place,
          required: one.place === "path",
          style: one.style,
          explode: one.explode,
          ...(one.allowReserved === true ? { allowReserved: true } : {}),
          schema: schemaOf(one.value)
        }],
        responses: { "204": { description: "nothing" } }
      }
    }
  ]))
}

interface Seen {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

const send = async (operation: Operation.Any, request: unknown): Promise<Seen> => {
  const seen: Array<Seen> = []
  const http = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((sent, url) => {
      seen.push({ url: url.href, headers: sent.headers })
      return Effect.succeed(HttpClientResponse.fromWeb(sent, new Response(null, { status: 204 })))
    })
  )
  await Effect.runPromise(ApiClient.runOpen(operation, request as never).pipe(Effect.provide(http)) as Effect.Effect<unknown>)
  return seen[0]!
}

const part = ({ headers, url }: Seen, place: Place, index: number): string | undefined => {
  const after = url.slice(`https://example.com/${index}`.length)
  switch (place) {
    case "path":
      return after.slice(1)
    case "query":
      return after.slice(1)
    case "header":
      return headers["color"]
    case "cookie":
      return headers["cookie"]
  }
}

describe("parameters on the wire", async () => {
  const { operations } = await importDocument("conformance/parameters", document)

  it.each(rows.map((one, index) => [`${one.place} ${one.style}${one.explode ? " explode" : ""} ${JSON.stringify(one.value)}`, one, index] as const))(
    "%s",
    async (_, one, index) => {
      expect(part(await send(operations[`row${index}`], { color: one.value }), one.place, index)).toBe(one.wire)
    }
  )
})
