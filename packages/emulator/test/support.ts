/** What the tests share: requests as data through the in-memory client, and the guide's own values. */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as Scope from "effect/Scope"
import * as Effect from "effect/Effect"
import type { Options } from "@effect-orange/emulator"
import { Emulator } from "@effect-orange/emulator"

export const redirectUri = "http://127.0.0.1:5999/callback"

export interface Sent {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE" | "HEAD" | "OPTIONS"
  readonly headers?: Readonly<Record<string, string>>
  readonly form?: string | Readonly<Record<string, string>>
  readonly json?: unknown
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
  readonly body: Record<string, unknown>
}

const bodyOf = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

const build = (url: string, sent: Sent): HttpClientRequest.HttpClientRequest => {
  const method = sent.method ?? (sent.form === undefined && sent.json === undefined ? "GET" : "POST")
  const request = HttpClientRequest.make(method as "GET")(url)
  const withBody = sent.form !== undefined
    ? HttpClientRequest.bodyText(
      request,
      typeof sent.form === "string" ? sent.form : new URLSearchParams(sent.form).toString(),
      "application/x-www-form-urlencoded"
    )
    : sent.json !== undefined
    ? HttpClientRequest.bodyText(request, JSON.stringify(sent.json), "application/json")
    : request
  return HttpClientRequest.setHeaders(withBody, sent.headers ?? {})
}

export const send = (url: string, sent: Sent = {}) =>
  Effect.gen(function*() {
    const client = yield* HttpClient.HttpClient
    const response = yield* client.execute(build(url, sent))
    const text = yield* response.text
    return { status: response.status, headers: response.headers, text, body: bodyOf(text) } as Answered
  })

export const basic = (id: string, secret: string): string => `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`

export const goodBasic = basic("emulator-client", "emulator-secret")

/** The guide's request for an application token. */
export const appTokenRequest = (sent: Sent = {}): Sent => ({
  form: { grant_type: "client_credentials" },
  ...sent,
  headers: { accept: "application/json", authorization: goodBasic, ...sent.headers }
})

export const appToken = Effect.gen(function*() {
  const { environment } = yield* Emulator.Emulator
  const answer = yield* send(environment.tokenUrl, appTokenRequest())
  return String(answer.body["access_token"])
})

export const authorizeUrl = (base: string, changes: Readonly<Record<string, string | undefined>> = {}): string => {
  const parameters: Record<string, string | undefined> = {
    response_type: "code",
    client_id: "emulator-client",
    scope: "openid profile_sandbox",
    redirect_uri: redirectUri,
    state: "state-1",
    ...changes
  }
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `${base}?${new URLSearchParams(given).toString()}`
}

export const codeOf = (location: string): string => new URL(location).searchParams.get("code") ?? ""

/** Approves and gives the code. */
export const newCode = (changes: Readonly<Record<string, string | undefined>> = {}) =>
  Effect.gen(function*() {
    const emulator = yield* Emulator.Emulator
    return codeOf(yield* emulator.approve(authorizeUrl(emulator.environment.authorizeUrl, changes)))
  })

export const userTokenRequest = (form: Readonly<Record<string, string>>, authorization = goodBasic): Sent => ({
  form,
  headers: { authorization }
})

export const exchange = (code: string, changes: Readonly<Record<string, string>> = {}, authorization = goodBasic) =>
  Effect.gen(function*() {
    const { environment } = yield* Emulator.Emulator
    const form = { grant_type: "authorization_code", code, redirect_uri: redirectUri, ...changes }
    return yield* send(environment.userTokenUrl, userTokenRequest(form, authorization))
  })

export const refresh = (token: unknown, changes: Readonly<Record<string, string>> = {}, authorization = goodBasic) =>
  Effect.gen(function*() {
    const { environment } = yield* Emulator.Emulator
    const form = { grant_type: "refresh_token", refresh_token: String(token), ...changes }
    return yield* send(environment.userTokenUrl, userTokenRequest(form, authorization))
  })

/** Calls the sandbox's userinfo with a token. */
export const userCall = (token: unknown) =>
  Effect.gen(function*() {
    const { environment } = yield* Emulator.Emulator
    return yield* send(`${environment.baseUrl}/3legged/sandbox/fr/v1/userinfo/`, {
      headers: { authorization: `Bearer ${String(token)}` }
    })
  })

export const shopsCall = (token: unknown) =>
  Effect.gen(function*() {
    const { environment } = yield* Emulator.Emulator
    return yield* send(`${environment.baseUrl}/poi/v1/shops?postalCode=35000`, {
      headers: { authorization: `Bearer ${String(token)}` }
    })
  })

/** A test against an emulator of its own. */
export const withEmulator = (options: Options.Options = {}) =>
<A, E>(effect: Effect.Effect<A, E, Emulator.Emulator | HttpClient.HttpClient | Scope.Scope>) =>
  Effect.scoped(Effect.provide(effect, Emulator.layer(options)))
