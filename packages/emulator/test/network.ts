/** The Network APIs as the tests call them: tokens of each surface, requests of the documents, answers as CAMARA writes them. */
import type { Options } from "@effect-orange/emulator"
import { Emulator } from "@effect-orange/emulator"
import { assert } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { asApplication, bearer, call, type Data, documentOf, networkOperations, type Operation } from "./specified.js"
import { type Answered, authorizeUrl, codeOf, goodBasic, redirectUri, type Sent, send } from "./support.js"

export const built = "+990100000000"
export const someone = "+33612345678"
const start = Date.UTC(2026, 0, 31, 12)

export const surfaces = { playground: "playground/api", lab: "orange-lab", production: "ofr" } as const

export const pathOf = ({ api, server, template }: Operation, surface: string): string => {
  const { variables } = documentOf[api].servers[0]
  return (server + template).replace("{surface}", surface).replaceAll(/\{(\w+)\}/g, (all, name: string) => variables[name]?.default ?? all)
}

export const operation = (id: string): Operation => networkOperations.find((one) => one.id === id)!

export const scopesOf = ({ api, id, template, method }: Operation): ReadonlyArray<string> => {
  const { security } = documentOf[api].paths[template][method.toLowerCase()]
  const [first] = (security as ReadonlyArray<Data>).flatMap((one) => one.subscriber === undefined ? [] : [one.subscriber])
  assert.isNotEmpty(first, id)
  return first as ReadonlyArray<string>
}

/** A subscriber's token of CIBA, agreed to at once. */
export const cibaToken = (scopes: ReadonlyArray<string>, number = someone, authorization = goodBasic) =>
  Effect.gen(function*() {
    const { ciba } = yield* Emulator.Emulator
    const headers = { authorization }
    const begun = yield* send(ciba.backchannelUrl!, { form: { scope: ["openid", ...scopes].join(" "), login_hint: `tel:${number}` }, headers })
    const form = { grant_type: "urn:openid:params:grant-type:ciba", auth_req_id: String(begun.body["auth_req_id"]) }
    return String((yield* send(ciba.userTokenUrl, { form, headers })).body["access_token"])
  })

/** A user's token of an authorize page. */
export const userTokenOf = (where: "environment" | "playground", scopes: ReadonlyArray<string>, loginHint?: string) =>
  Effect.gen(function*() {
    const emulator = yield* Emulator.Emulator
    const { authorizeUrl: url, userTokenUrl } = emulator[where]
    const code = codeOf(yield* emulator.approve(authorizeUrl(url, { scope: ["openid", ...scopes].join(" "), login_hint: loginHint })))
    const answer = yield* send(userTokenUrl, { form: { grant_type: "authorization_code", code, redirect_uri: redirectUri }, headers: { authorization: goodBasic } })
    return String(answer.body["access_token"])
  })

export const withoutIdentifier = (body: Data): Data => {
  const { device: _, phoneNumber: __, ...rest } = body
  const { config } = rest
  if (config === undefined) return rest
  const { device: ___, ...detail } = config.subscriptionDetail
  return { ...rest, config: { ...config, subscriptionDetail: detail } }
}

export const perform = (one: Operation, surface: string, token: string, body?: Data, variables: Readonly<Record<string, string>> = {}) => {
  const path = pathOf(one, surface).replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name]!)
  const sent: Sent = { method: one.method, headers: bearer(token), ...(body === undefined ? {} : { json: body }) }
  return call(path, sent)
}

export const ask = (id: string, token: string, body?: Data, variables: Readonly<Record<string, string>> = {}, surface: string = surfaces.playground) =>
  perform(operation(id), surface, token, body, variables)

export const codeIs = (answer: Answered, status: number, code: string, what = ""): void =>
  assert.deepStrictEqual([answer.status, answer.body["status"], answer.body["code"]], [status, status, code], `${what} ${answer.text}`)

/** Names and states that a path's variables need: made first. */
export const prepared = (one: Operation, surface: string, token: string) =>
  Effect.gen(function*() {
    if (!one.template.includes("{")) return {}
    const maker = operation(one.api === "quality-on-demand" ? "createSession" : "createSubscription")
    const isUser = surface === surfaces.production
    const made = yield* perform(maker, surface, token, isUser ? withoutIdentifier(maker.body!.example) : maker.body!.example)
    assert.strictEqual(made.status, 201, made.text)
    yield* TestClock.adjust("2 seconds")
    return { sessionId: String(made.body["sessionId"]), subscriptionId: String(made.body["id"]) }
  })

export const atStart = TestClock.setTime(start)

/** Everything an API's scopes open. */
export const allScopes = (api: Options.Api): ReadonlyArray<string> => [...new Set(networkOperations.filter((one) => one.api === api).flatMap(scopesOf))]

export const quiet = { deliver: () => Effect.succeed(204) }

export const write = (number: string, data: object, action = "CREATE") =>
  Effect.tap(asApplication("/camara/playground/admin/v1.0/action", { json: { action, phoneNumber: number, data } }), ({ status }) => assert.isBelow(status, 300))

export const own = "+990123456789"
