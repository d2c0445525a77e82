/** Tests of a package: every operation against a transport that gives the document's own answers. */
import type { Answer, Media, Operation } from "../model/Model.js"
import type { About } from "./about.js"
import { callOf, callRequest, flowFor, layerOf } from "./calls.js"
import { type Variant, variantsOf } from "./effect3/answers.js"
import { tagOf } from "./effect3/client.js"
import { errorClass } from "./effect3/errors.js"
import type { Flow } from "./flows.js"
import { literal, quote } from "./text.js"

interface Sent {
  readonly status: number
  readonly contentType: string | undefined
  readonly body: string
  /** What the call should give, as an expression. */
  readonly expected: string
}

const statusOf = (status: string): number => status === "default" ? 418 : Number(status.replace("XX", status.startsWith("2") ? "00" : "18"))

/** Without a body, whatever is declared (RFC 9110 sections 9.3.2, 15.3.5 and 15.3.6). */
const isBodiless = ({ method }: Operation, status: number): boolean => method === "HEAD" || status === 204 || status === 205

/** Calls that may be made twice are, after some answers and some time: tests do not wait. */
const isRetried = (status: number): boolean => status === 408 || status === 500 || (status >= 502 && status <= 504)

const sentBy = ({ sampler, valuer }: About, operation: Operation, answer: Answer, wanted: (media: Media) => boolean): Sent | undefined => {
  const status = statusOf(answer.status)
  const media = isBodiless(operation, status) ? undefined : answer.content.find(wanted)
  if (media === undefined) return { status, contentType: undefined, body: "", expected: "undefined" }
  switch (media.kind) {
    case "text":
      return { status, contentType: media.media, body: "text", expected: quote("text") }
    case "bytes":
    case "multipart":
      return { status, contentType: media.media, body: "bytes", expected: `new TextEncoder().encode("bytes")` }
    case "json": {
      const value = media.node === undefined ? {} : sampler.sample(media.node, "output", media.example)
      return value === undefined ? undefined : { status, contentType: media.media, body: JSON.stringify(value), expected: media.node === undefined ? "{}" : valuer.text(media.node, value, "output") }
    }
    default:
      return undefined
  }
}

const percentEncoded = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("")

/** What a path may hold stays as it is (RFC 3986 section 3.3). */
const inUrl = (text: string): string => text.replace(/%(?![0-9A-Fa-f]{2})|[^\w\-.~!$&'()*+,;=:@/%]+/g, percentEncoded)

/** Of the path alone: there are documents that write a query or a fragment after it. */
const pathForm = (path: string): string =>
  `${path.split(/[?#]/, 1)[0]!.split(/\{[^{}]*\}/).map((part) => inUrl(part).replace(/[.*+?^$(){}|[\]\\/]/g, "\\$&")).join("[^/]+")}$`

const provided: Readonly<Record<Flow, string>> = {
  App: "AppAuth.layerToken(Redacted.make(\"token\"), Environment.production)",
  User: "UserAuth.layerToken(Redacted.make(\"token\"), Environment.production)",
  Open: "Layer.empty"
}

const testsOf = (about: About, operation: Operation, variant: Variant): string | undefined => {
  const request = callRequest(about, operation)
  const success = operation.answers.find((one) => one.status.startsWith("2"))
  const sent = success === undefined || variant.stream ? undefined : sentBy(about, operation, success, variant.wanted)
  if (request === undefined || sent === undefined) return undefined
  const call = (...options: ReadonlyArray<string>): string => `(client) => client.${variant.name}(${callOf(about, operation, request === "" ? "" : "request", options)})`
  const errors = operation.answers.filter((one) => /^[45]/.test(one.status) && one.status !== "429").flatMap((answer) => {
    const refused = sentBy(about, operation, answer, () => true)
    return refused === undefined || refused.contentType === undefined ? [] : [`
  it.effect(${quote(`${answer.status} is Api${errorClass(answer.status)}`)}, () =>
    Effect.gen(function*() {
      const { http } = answering(${refused.status}, ${literal(refused.contentType)}, ${quote(refused.body)})
      const error = yield* Effect.flip(using(http, ${call(...(isRetried(refused.status) ? ["retry: RetryPolicy.none"] : []))}))
      expect(error._tag).toBe(${quote(`Api${errorClass(answer.status)}`)})
    }))`]
  })
  return `describe(${quote(variant.name)}, () => {
${request === "" ? "" : `  const request = ${request.replaceAll("\n", "\n  ")} as const\n\n`}  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(${sent.status}, ${literal(sent.contentType ?? null)}, ${quote(sent.body)})
      const value = yield* using(http, ${call()})
      expect(requests.map(({ method }) => method)).toEqual([${quote(operation.method)}])
      expect(requests[0]!.pathname).toMatch(new RegExp(${quote(pathForm(operation.path))}))
      expect(value).toEqual(${sent.expected.replaceAll("\n", "\n      ")})
    }))
${errors.join("\n")}
})
`
}

/** A package whose answers have no sample is loaded, at least. */
const loads = (banner: string): string => `${banner}
import { describe, expect, it } from "@effect/vitest"
import * as Client from "../src/index.js"

describe("the client", () => {
  it("loads", () => expect(Object.keys(Client).length).toBeGreaterThan(0))
})
`

export const emitTests = (about: About): string => {
  const sections = about.flows.map((flow) => {
    const tag = tagOf(about.name, flow)
    const tests = about.model.operations
      .filter((one) => flowFor(about, one) === flow)
      .flatMap((operation) => variantsOf(operation, about.names.operation(operation.pointer)).map((variant) => testsOf(about, operation, variant)))
      .filter((one) => one !== undefined)
    return tests.length === 0 ? "" : `describe(${quote(tag)}, () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.${tag}>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.${tag}, call).pipe(
      Effect.provide(${layerOf(about, flow, "Client")}),
      Effect.provide(${provided[flow]}),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

${tests.join("\n")}})
`
  })
  const body = sections.join("\n")
  if (body.trim() === "") return loads(about.banner)
  const core = ["AppAuth", "Environment", "RetryPolicy", "UserAuth"].filter((name) => body.includes(`${name}.`))
  const effect = ["Context", "DateTime", "Effect", "Layer", "Redacted"].filter((name) => new RegExp(`\\b${name}\\.`).test(`${body} Effect. Layer.`))
  return `${about.banner}
${core.length === 0 ? "" : `import { ${core.join(", ")} } from "@effect-orange/core"\n`}import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { describe, expect, it } from "@effect/vitest"
import { ${effect.join(", ")} } from "effect"
import * as Client from "../src/index.js"

/** A transport that gives one answer to everything, and keeps what it was asked. */
const answering = (status: number, contentType: string | null, body: string) => {
  const requests: Array<{ readonly method: string; readonly pathname: string }> = []
  const http = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      requests.push({ method: request.method, pathname: url.pathname })
      const headers = contentType === null ? {} : { "content-type": contentType }
      return Effect.succeed(HttpClientResponse.fromWeb(request, new Response(contentType === null ? null : body, { status, headers })))
    })
  )
  return { http, requests }
}

${body}`
}
