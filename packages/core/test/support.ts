/** What the tests share: a server that says what a test wants, requests as it saw them, and layers of both grants. */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import * as TestServices from "effect/TestServices"
import { Credentials, Environment } from "@effect-orange/core"
import { clockThatReads } from "./clocks.js"

export const credentials = Credentials.basic({ clientId: "my-app", clientSecret: Redacted.make("my-secret-4711") })

export const environment = Environment.make({
  name: "test",
  baseUrl: "https://api.test",
  issuer: "https://openid.test/",
  tokenUrl: "https://api.test/oauth/v3/token",
  userTokenUrl: "https://api.test/openidconnect/fr/v1/token",
  authorizeUrl: "https://api.test/openidconnect/fr/v1/authorize",
  jwksUrl: "https://api.test/openidconnect/fr/v1/jwks"
})

export interface Seen {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
  /** Of a form body. */
  readonly form: URLSearchParams
  readonly at: number
}

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | object
}

/** What a request meets: an answer, or a transport failure with the code that Node gives. */
export type Outcome = Reply | { readonly fails: string }

export interface Server {
  readonly seen: Array<Seen>
  readonly layer: Layer.Layer<HttpClient.HttpClient>
}

const textOf = (body: { readonly _tag: string; readonly body?: unknown }): string =>
  body.body instanceof Uint8Array ? new TextDecoder().decode(body.body) : typeof body.body === "string" ? body.body : ""

/** A server in memory. `n` counts its requests from 1. */
export const makeServer = (
  answer: (seen: Seen, n: number) => Effect.Effect<Outcome> | Outcome
): Server => {
  const seen: Array<Seen> = []
  const client = HttpClient.make((request, url) =>
    Effect.gen(function*() {
      const body = textOf(request.body)
      const one: Seen = {
        url: url.href,
        method: request.method,
        headers: request.headers,
        body,
        form: new URLSearchParams(body),
        at: yield* Clock.currentTimeMillis
      }
      seen.push(one)
      const said = answer(one, seen.length)
      const outcome = Effect.isEffect(said) ? yield* said : said
      if ("fails" in outcome) {
        const cause = Object.assign(new Error("the network"), { code: outcome.fails })
        return yield* new HttpClientError.RequestError({ request, reason: "Transport", cause: new TypeError("fetch failed", { cause }) })
      }
      const isText = typeof outcome.body === "string"
      const text = outcome.body === undefined ? null : isText ? outcome.body as string : JSON.stringify(outcome.body)
      const status = outcome.status ?? 200
      return HttpClientResponse.fromWeb(
        request,
        new Response([204, 304].includes(status) ? null : text, {
          status,
          headers: { "content-type": isText ? "text/html" : "application/json", ...outcome.headers }
        })
      )
    })
  )
  return { seen, layer: Layer.succeed(HttpClient.HttpClient, client) }
}

export const token = (value: string, fields: object = {}): Reply => ({
  body: { token_type: "Bearer", access_token: value, expires_in: 3600, ...fields }
})

/** A server that gives token `t1`, `t2`, … after a latency. */
export const tokenServer = (latency = 50, fields: object = {}): Server =>
  makeServer((_, n) => Effect.as(Effect.sleep(latency), token(`t${n}`, fields)))

/** Runs an effect to its end under TestClock, which is moved on as long as need be. */
export const advancing = <A, E, R>(effect: Effect.Effect<A, E, R>, step = 10, limit = 100_000): Effect.Effect<A, E, R> =>
  Effect.gen(function*() {
    const fiber = yield* Effect.fork(effect)
    for (let i = 0; i < limit; i++) {
      if (fiber.unsafePoll() !== null) break
      yield* TestClock.adjust(step)
    }
    return yield* Effect.flatten(fiber.await)
  })

/** A clock whose two hands are set apart by hand. `TestClock` ties them. */
export const makeTwoHandedClock = () => {
  const hands = { wall: 1_700_000_000_000, mono: 0 }
  const clock = clockThatReads({ millis: () => hands.wall, nanos: () => BigInt(Math.round(hands.mono * 1e6)) })
  /** Time passes at once. For long stretches without sleepers, where TestClock is slow. */
  const pass = (millis: number) =>
    Effect.sync(() => {
      hands.wall += millis
      hands.mono += millis
    })
  const now = Effect.sync(() => hands.mono)
  return { hands, clock, pass, now }
}

export type Hands = ReturnType<typeof makeTwoHandedClock>

/** Lets every fiber that can run do so. */
export const settled: Effect.Effect<void> = Effect.repeatN(Effect.yieldNow(), 15)

/** Runs a test on a two-handed clock. */
export const withHands = <A, E, R>(body: (hands: Hands) => Effect.Effect<A, E, R>): Effect.Effect<A, E, R> => {
  const hands = makeTwoHandedClock()
  return Effect.withClock(body(hands), hands.clock)
}

/** Waits in real time for what real promises (WebCrypto) still have to bring, under whatever clock. */
export const eventually = <A, E, R>(effect: Effect.Effect<A, E, R>, holds: (value: A) => boolean, tries = 400): Effect.Effect<A, E, R> =>
  Effect.flatMap(effect, (value) =>
    holds(value) || tries === 0
      ? Effect.succeed(value)
      : Effect.zipRight(TestServices.provideLive(Effect.sleep(5)), eventually(effect, holds, tries - 1)))
