/**
 * Every operation of a document, executed: a request made of the document's examples goes through the runtime, is checked
 * against the document by a validator that knows nothing of us, and is answered well and badly.
 */
import { ApiClient, AppAuth, Environment, type Operation as Descriptor, RetryPolicy, UserAuth } from "@effect-orange/core"
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { Effect, Either, Layer, Redacted, Schema, Stream } from "effect"
import { OpenAPIBackend } from "openapi-backend"
import { variantsOf } from "../../src/internal/emit/effect3/answers.js"
import { requestKeys } from "../../src/internal/emit/effect3/requestKeys.js"
import { takesNothing } from "../../src/internal/emit/effect3/requests.js"
import type { Json, JsonObject } from "../../src/internal/json.js"
import type { Media, Operation } from "../../src/internal/model/Model.js"
import { makeSampler, type Sampler } from "../../src/internal/model/sample.js"
import type { Rendered } from "../../src/internal/pipeline.js"
import { type GeneratedModule, mediasOf } from "./generated.js"

/** What went wrong with an operation, in words. */
export type Problems = ReadonlyArray<string>

interface Sent {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

const bodyText = (request: HttpClientRequest.HttpClientRequest): string | undefined => {
  const { body } = request
  if (body._tag === "Uint8Array") return new TextDecoder().decode(body.body)
  return body._tag === "Raw" && typeof body.body === "string" ? body.body : undefined
}

const transport = (answer: () => Response, sent: Array<Sent>): Layer.Layer<HttpClient.HttpClient> =>
  Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      sent.push({ method: request.method, url, headers: request.headers, body: bodyText(request) })
      return Effect.succeed(HttpClientResponse.fromWeb(request, answer()))
    })
  )

const token = Redacted.make("token")

const environment = Environment.make({ ...Environment.production, name: "test" })

const security = (descriptor: Descriptor.Any): Record<string, never> =>
  Object.fromEntries(Object.entries(descriptor.api.security).filter(([, one]) => one.type !== "oauth2").map(([name, one]) => [
    name,
    (one.type === "http" && one.scheme === "basic" ? { username: "u", password: Redacted.make("p") } : Redacted.make("key")) as never
  ]))

type Flow = "App" | "User" | "Open"

const flowOf = (descriptor: Descriptor.Any): Flow => {
  const flows = (descriptor.security ?? []).flatMap((requirement) =>
    Object.keys(requirement).flatMap((name) => {
      const scheme = descriptor.api.security[name]
      return scheme?.type === "oauth2" ? scheme.flows : []
    }))
  return flows.includes("App") ? "App" : flows.includes("User") ? "User" : "Open"
}

const server = "https://api.orange.com/base"

const call = (descriptor: Descriptor.Any, request: unknown, answer: () => Response, sent: Array<Sent>) => {
  const options = { server, retry: RetryPolicy.none }
  const args = request === undefined ? [options] : [request, options]
  const flow = flowOf(descriptor)
  const build = flow === "App" ? ApiClient.app : flow === "User" ? ApiClient.user : ApiClient.open
  type Method = (...args: ReadonlyArray<unknown>) => any
  const client = (build as (operations: object, options: object) => Effect.Effect<{ readonly method: Method }, never, any>)(
    { method: descriptor },
    { security: security(descriptor) }
  )
  const called = Effect.map(client, ({ method }) => method(...args))
  const effect: unknown = descriptor.stream === true ? Stream.unwrap(called) : Effect.flatten(called)
  const collected: Effect.Effect<unknown, { readonly _tag: string }, any> = descriptor.stream === true ? Stream.runCollect(effect as never) as never : effect as never
  return collected.pipe(
    Effect.provide(AppAuth.layerToken(token, environment)),
    Effect.provide(UserAuth.layerToken(token, environment)),
    Effect.provide(transport(answer, sent)),
    Effect.either
  ) as Effect.Effect<Either.Either<unknown, { readonly _tag: string; readonly message: string }>>
}

// ------------------------------------------------------------------------------------------------------ requests

const decode = (schema: Descriptor.AnySchema, value: Json): unknown => Schema.decodeUnknownSync(schema as Schema.Schema<any, any>)(value)

const schemaOf = (media: Descriptor.Media): Descriptor.AnySchema | undefined => "json" in media ? media.json : media.schema

const bodyValue = (media: Media, descriptor: Descriptor.Media, sampler: Sampler): unknown => {
  const schema = schemaOf(descriptor)
  if (media.kind === "text") return "text"
  if (media.kind === "bytes") return new TextEncoder().encode("bytes")
  if (media.kind === "multipart") return multipartValue(media, sampler)
  const sample = media.node === undefined ? {} : sampler.sample(media.node, "input", media.example)
  return sample === undefined || schema === undefined ? sample : decode(schema, sample)
}

/** Files are bytes, which no JSON is. */
const multipartValue = (media: Media, sampler: Sampler): unknown => {
  const sample = media.node === undefined ? {} : sampler.sample(media.node, "input")
  const toFile = (value: Json | undefined): unknown => value === "file" ? new TextEncoder().encode("file") : value
  return typeof sample === "object" && sample !== null
    ? Object.fromEntries(Object.entries(sample as JsonObject).map(([name, value]) => [name, Array.isArray(value) ? value.map(toFile) : toFile(value)]))
    : sample
}

const requestOf = (operation: Operation, descriptor: Descriptor.Any, sampler: Sampler): unknown => {
  if (takesNothing(operation)) return undefined
  const keys = requestKeys(operation)
  const request: Record<string, unknown> = {}
  const declared = [...(descriptor.common ?? []), ...(descriptor.parameters ?? [])]
  operation.parameters.forEach((parameter) => {
    const sample = sampler.sample(parameter.node, "input", parameter.words.example)
    if (sample !== undefined) request[keys.get(parameter)!] = decode(declared.find((one) => one.name === parameter.name && one.in === parameter.in)!.schema ?? Schema.String, sample)
  })
  if (operation.body !== undefined) request["body"] = bodyValue(operation.body.content[0]!, mediasOf(descriptor.body)[0]!, sampler)
  return request
}

// ------------------------------------------------------------------------------------------------------- answers

const goodAnswer = (media: Media | undefined, status: number, sampler: Sampler): { readonly response: () => Response; readonly value: Json | undefined } | undefined => {
  if (media === undefined) return { response: () => new Response(null, { status }), value: undefined }
  const headers = { "content-type": media.media }
  switch (media.kind) {
    case "json": {
      const value = media.node === undefined ? {} : sampler.sample(media.node, "output", media.example)
      return value === undefined ? undefined : { response: () => new Response(JSON.stringify(value), { status, headers }), value }
    }
    case "events":
    case "lines": {
      const value = media.node === undefined ? "text" : sampler.sample(media.node, "output")
      const text = typeof value === "string" && media.kind === "events" ? value : JSON.stringify(value)
      return value === undefined ? undefined : { response: () => new Response(media.kind === "events" ? `data: ${text}\n\n` : `${text}\n`, { status, headers }), value: undefined }
    }
    default:
      return { response: () => new Response("text", { status, headers }), value: undefined }
  }
}

const statusOf = (status: string): number => status === "default" ? 599 : Number(status.replace("XX", status.startsWith("2") ? "00" : "18"))

const responses = (operation: Operation) => operation.answers.map((answer) => ({ answer, status: statusOf(answer.status) }))

// -------------------------------------------------------------------------------------------------------- checks

/** A required readOnly property is required of answers only (OpenAPI 3.1 section 4.8.24), which the validator does not know. */
const withoutReadOnly = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutReadOnly)
  if (typeof value !== "object" || value === null) return value
  const { properties, required } = value as { properties?: Record<string, { readOnly?: boolean }>; required?: ReadonlyArray<string> }
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutReadOnly(one)]))
  return Array.isArray(required) && typeof properties === "object" ? { ...copy, required: required.filter((name) => properties[name]?.readOnly !== true) } : copy
}

const validator = async (document: JsonObject): Promise<OpenAPIBackend> => {
  const api = new OpenAPIBackend({ definition: withoutReadOnly(document) as never, strict: false, validate: true, quick: true, ajvOpts: { strict: false, formats: Object.fromEntries(["date-time", "date", "email", "ipv4", "ipv6", "string", "uri", "uuid", "int32", "int64", "float", "double"].map((one) => [one, true])) } as never })
  await api.init()
  return api
}

const parsedBody = (sent: Sent): unknown => {
  try {
    return sent.body === undefined ? undefined : JSON.parse(sent.body)
  } catch {
    return sent.body
  }
}

const requestProblems = (api: OpenAPIBackend, sent: Sent, operation: Operation): Problems => {
  // Only what the validator reads itself: JSON.
  if (operation.body !== undefined && operation.body.content[0]!.kind !== "json") return []
  // It knows no path variable with a dot in its name.
  if (operation.parameters.some((one) => one.in === "path" && !/^\w+$/.test(one.name))) return []
  const path = sent.url.pathname.slice("/base".length)
  const result = api.validateRequest({
    method: sent.method,
    path: path === "" ? "/" : path,
    query: sent.url.search.slice(1),
    headers: { ...sent.headers },
    body: parsedBody(sent)
  })
  return (result.errors ?? []).map((error) => `request refused by the validator: ${error.instancePath ?? ""} ${error.message ?? ""}`)
}

const tagged = (outcome: Either.Either<unknown, { readonly _tag: string }>): string => Either.isLeft(outcome) ? outcome.left._tag : "success"

const broken = (status: number, media: string): ReadonlyArray<() => Response> => [
  () => new Response("{\"truncat", { status, headers: { "content-type": media } }),
  () => new Response("<html>", { status, headers: { "content-type": media } })
]

const runVariant = async (api: OpenAPIBackend | undefined, operation: Operation, descriptor: Descriptor.Any, wanted: (media: Media) => boolean, sampler: Sampler): Promise<Problems> => {
  const problems: Array<string> = []
  const request = requestOf(operation, descriptor, sampler)
  for (const { answer, status } of responses(operation)) {
    const isSuccess = answer.status.startsWith("2")
    const media = isSuccess ? answer.content.find(wanted) : answer.content[0]
    const good = goodAnswer(media, status, sampler)
    if (good === undefined || (isSuccess && media === undefined && descriptor.stream === true)) continue
    const sent: Array<Sent> = []
    const outcome = await Effect.runPromise(call(descriptor, request, good.response, sent))
    if (sent.length === 0) problems.push(`${answer.status}: nothing was sent: ${Either.isLeft(outcome) ? outcome.left.message : ""}`)
    else if (api !== undefined && isSuccess && operation.id !== undefined) problems.push(...requestProblems(api, sent[0]!, operation))
    if (isSuccess && Either.isLeft(outcome)) problems.push(`${answer.status}: a valid answer failed with ${outcome.left._tag}: ${outcome.left.message}`)
    if (!isSuccess && status !== 429 && status !== 401 && !tagged(outcome).startsWith("Api")) problems.push(`${answer.status}: gave ${tagged(outcome)}`)
    if (isSuccess && media?.kind === "json" && media.node !== undefined) {
      for (const bad of broken(status, media.media)) {
        const failed = await Effect.runPromise(call(descriptor, request, bad, []))
        if (tagged(failed) !== "MalformedResponseError") problems.push(`${answer.status}: a broken answer gave ${tagged(failed)}`)
      }
    }
  }
  return problems.map((one) => `${descriptor.id}: ${one}`)
}

export interface Executed {
  readonly operations: number
  readonly problems: Problems
}

/** `validate: false` for documents that the validator itself cannot read. */
export const executeAll = async (
  document: JsonObject,
  rendered: Rendered,
  client: GeneratedModule,
  { validate = true }: { readonly validate?: boolean } = {}
): Promise<Executed> => {
  const api = validate ? await validator(document) : undefined
  const sampler = makeSampler(rendered.model.schemas)
  const problems: Array<string> = []
  let count = 0
  for (const operation of rendered.model.operations) {
    for (const variant of variantsOf(operation, rendered.names.operation(operation.pointer))) {
      count++
      const descriptor = client.operations[variant.name] as Descriptor.Any
      try {
        problems.push(...await runVariant(api, operation, descriptor, variant.wanted, sampler))
      } catch (error) {
        problems.push(`${variant.name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  return { operations: count, problems }
}
