/** The README's program of several APIs, as it stands there, against one emulator: five applications, three authorities. */
import { AuthorizationCode } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import { fileURLToPath } from "node:url"
import { checkout, Services } from "./readme/checkout.js"

const read = (path: string): string => Fs.readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8")

/** Each application under its prefix, with credentials of its own. */
const variables = (emulator: Emulator.Service): Readonly<Record<string, string>> => {
  const { origin } = new URL(emulator.environment.baseUrl)
  const prefixes = ["SMS", "MONEY", "SONATEL", "PLAYGROUND", "LOGIN"]
  return {
    ...Object.fromEntries(prefixes.flatMap((prefix) => [
      [`${prefix}_ORANGE_CLIENT_ID`, `${prefix.toLowerCase()}-application`],
      [`${prefix}_ORANGE_CLIENT_SECRET`, `${prefix.toLowerCase()}-secret`],
      [`${prefix}_ORANGE_BASE_URL`, origin]
    ])),
    SONATEL_ORANGE_ENVIRONMENT: "orange-sonatel",
    LOGIN_ORANGE_ISSUER: emulator.environment.issuer,
    LOGIN_ORANGE_REDIRECT_URI: "http://127.0.0.1/callback"
  }
}

const withVariables = <A, E, R>(values: Readonly<Record<string, string>>, effect: Effect.Effect<A, E, R>) =>
  Effect.acquireUseRelease(
    Effect.sync(() => void Object.assign(process.env, values)),
    () => effect,
    () => Effect.sync(() => Object.keys(values).forEach((name) => delete process.env[name]))
  )

const logIn = (emulator: Emulator.Service) =>
  Effect.gen(function*() {
    const grant = yield* AuthorizationCode.AuthorizationCode
    const { transaction, url } = yield* grant.authorize({ scopes: ["openid", "profile_sandbox"] })
    const { id } = yield* grant.callback(yield* emulator.approve(url), { transaction })
    return id
  })

const clients = [
  { name: "sms", apis: ["sms"] },
  { name: "money", apis: ["orange-money"] },
  { name: "sonatel", apis: ["orange-money-sonatel"] },
  { name: "playground", apis: ["playground-admin"] },
  { name: "login", apis: ["userinfo"] }
] as const

describe("the README's program of several APIs", () => {
  it("is the one that is tested here", () => {
    assert.include(read("../../../README.md"), `\`\`\`ts\n${read("readme/checkout.ts")}\`\`\``)
  })

  it.live("runs, each call with the token of the application that is subscribed", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const { inAbidjan, inDakar, messageId } = yield* withVariables(
        variables(emulator),
        Effect.flatMap(logIn(emulator), (session) => checkout(session, "2026-0001")).pipe(Effect.provide(Services))
      )
      assert.match(messageId, /^[0-9a-f-]{36}$/)
      assert.deepStrictEqual([inAbidjan.currency, inDakar.reference], ["XOF", "2026-0001"])
      const all = yield* emulator.requests
      const calls = all.filter(({ endpoint }) => endpoint === "gateway").map(({ method, path, status }) => `${method} ${path} ${status}`)
      assert.deepStrictEqual(calls, [
        "GET /3legged/sandbox/fr/v1/userinfo/ 200",
        "POST /orange-money-webpay/ci/v1/webpayment 201",
        "POST /api/eWallet/v4/qrcode 200",
        "POST /smsmessaging/v1/outbound/tel%3A%2B2250000/requests 201",
        "POST /camara/playground/admin/v1.0/action 200"
      ])
      const authorities = new Set(all.filter(({ path }) => path.endsWith("/token")).map(({ path }) => path))
      assert.deepStrictEqual([...authorities].sort(), ["/oauth/v1/token", "/oauth/v3/token", "/openidconnect/fr/v1/token"])
    }).pipe(Effect.provide(Emulator.layerServer({
      clients: clients.map(({ apis, name }) => ({ clientId: `${name}-application`, clientSecret: `${name}-secret`, apis }))
    }))))
})
