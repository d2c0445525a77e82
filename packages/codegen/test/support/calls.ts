/** Calls of generated clients over a transport that records what is sent and answers as it is told. */
import { AppAuth, Environment, UserAuth } from "@effect-orange/core"
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { Effect, Layer, Redacted, Stream } from "effect"
import type { GeneratedModule } from "./generated.js"

export interface Sent {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** The body's bytes as text; `undefined` for none. */
  readonly body: string | undefined
}

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

export const json = (body: unknown, status = 200, type = "application/json"): Answer => ({
  status,
  headers: { "content-type": type },
  body: JSON.stringify(body)
})

const bodyOf = ({ body }: HttpClientRequest.HttpClientRequest): Effect.Effect<string | undefined, unknown> => {
  switch (body._tag) {
    case "Empty":
      return Effect.succeed(undefined)
    case "Uint8Array":
      return Effect.succeed(new TextDecoder().decode(body.body))
    case "Stream":
      return Effect.map(Stream.runCollect(body.stream), (chunks) => Buffer.concat([...chunks]).toString("utf8"))
    default:
      return Effect.dieMessage(`a body of kind ${body._tag}`)
  }
}

const responseOf = ({ body, headers = {}, status = 204 }: Answer): Response => new Response(body ?? null, { status, headers })

export interface Transport {
  readonly sent: ReadonlyArray<Sent>
  readonly layer: Layer.Layer<HttpClient.HttpClient>
}

/** The answers in turn, the last for all further requests. */
export const transport = (...answers: ReadonlyArray<Answer>): Transport => {
  const sent: Array<Sent> = []
  const layer = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) =>
      Effect.map(Effect.orDie(bodyOf(request)), (body) => {
        const answer = answers[Math.min(sent.length, answers.length - 1)] ?? {}
        sent.push({ method: request.method, url: url.href, headers: request.headers, body })
        return HttpClientResponse.fromWeb(request, responseOf(answer))
      }))
  )
  return { sent, layer }
}

const environment = Environment.make({ ...Environment.production, name: "test" })

/** Both tokens, which tell in `Authorization` whose they are. */
const tokens = Layer.mergeAll(
  AppAuth.layerToken(Redacted.make("of-the-app"), environment),
  UserAuth.layerToken(Redacted.make("of-a-user"), environment)
)

type Method = (...args: ReadonlyArray<unknown>) => unknown

/** What a call gave: its value or its error, and what was sent. A stream's value is the list of its items. */
export interface Outcome {
  readonly value?: any
  readonly error?: any
  readonly sent: ReadonlyArray<Sent>
}

const collected = (given: unknown): Effect.Effect<unknown, unknown, never> =>
  Effect.isEffect(given) ? given as never : Effect.map(Stream.runCollect(given as Stream.Stream<unknown>), (items) => [...items])

/** Runs any effect or stream over the transport, with both tokens. */
export const run = (given: unknown, { layer, sent }: Transport): Promise<Outcome> =>
  Effect.runPromise(
    collected(given).pipe(
      Effect.match({ onFailure: (error): Outcome => ({ error, sent }), onSuccess: (value): Outcome => ({ value, sent }) }),
      Effect.provide(layer),
      Effect.provide(tokens)
    )
  )

export interface Calling {
  readonly answers?: ReadonlyArray<Answer>
  /** `make`, or `makeUser` for the client of a user. */
  readonly make?: "make" | "makeUser"
  /** Of the client. */
  readonly options?: unknown
}

/** Calls a method of the generated client, which is made as its users make it. */
export const call = (client: GeneratedModule, method: string, args: ReadonlyArray<unknown>, { answers = [{}], make = "make", options }: Calling = {}): Promise<Outcome> => {
  const over = transport(...answers)
  const made = (Effect.isEffect(client[make]) ? client[make] : client[make](options)) as Effect.Effect<Readonly<Record<string, Method>>>
  return run(Effect.flatMap(made, (service) => collected(service[method]!(...args))), over)
}
