/**
 * The README's program, unchanged, on the emulator's playground (the application's token) and on its production (CIBA,
 * private_key_jwt): only the layer is another.
 */
import { Emulator } from "@effect-orange/emulator"
import { Msisdn } from "@effect-orange/numbers"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { assert, describe, it } from "@effect/vitest"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as jose from "jose"
import * as Fs from "node:fs"
import { fileURLToPath } from "node:url"
import * as Playground from "./readme/playground.js"
import * as Production from "./readme/production.js"
import { Clients, isSmsGoodEnough } from "./readme/program.js"

const read = (path: string): string => Fs.readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8")

const phoneNumber = Msisdn.make("+990100000000")

const keys = Effect.promise(async () => {
  const { privateKey, publicKey } = await jose.generateKeyPair("RS256", { extractable: true })
  return { pem: await jose.exportPKCS8(privateKey), jwks: { keys: [{ ...await jose.exportJWK(publicKey), alg: "RS256", use: "sig" }] } }
})

/** Runs the program in a world of which its variables alone are known, and tells what was called. */
const run = <E>(network: Layer.Layer<import("@effect-orange/core").Ciba.Ciba, E, import("@effect/platform/HttpClient").HttpClient>, variables: Readonly<Record<string, string>>) =>
  Effect.gen(function*() {
    const emulator = yield* Emulator.Emulator
    const all = new Map(Object.entries({ ORANGE_BASE_URL: new URL(emulator.environment.baseUrl).origin, ...variables }))
    const answer = yield* isSmsGoodEnough(phoneNumber).pipe(
      Effect.provide(Layer.merge(Clients, network).pipe(Layer.provide(FetchHttpClient.layer), Layer.provide(Layer.setConfigProvider(ConfigProvider.fromMap(all)))))
    )
    const requests = yield* emulator.requests
    return { answer, called: requests.map(({ path, status }) => `${path} ${status}`) }
  })

describe("one program for both worlds", () => {
  it("is the README's, and so are its layers; neither of them is in the program", () => {
    const readme = read("../README.md")
    for (const name of ["program", "playground", "production"]) assert.include(readme, `\`\`\`ts\n${read(`readme/${name}.ts`)}\`\`\``)
    assert.notMatch(read("readme/program.ts"), /Ciba|ClientCredentials|playground|production|Environment/)
  })

  it.live("on the playground", () =>
    Effect.gen(function*() {
      const { answer, called } = yield* run(Playground.Network, {
        ORANGE_ENVIRONMENT: "playground",
        ORANGE_CLIENT_ID: "emulator-client",
        ORANGE_CLIENT_SECRET: "emulator-secret"
      })
      assert.isBoolean(answer)
      assert.deepStrictEqual(called, [
        "/openidconnect/playground/v1.0/token 200",
        "/camara/playground/api/sim-swap/v1/check 200",
        "/camara/playground/api/device-reachability-status/v1/retrieve 200"
      ])
    }).pipe(Effect.provide(Emulator.layerServer())))

  it.live("in production, signed, each purpose and scope with an authentication of its own", () =>
    Effect.gen(function*() {
      const { jwks, pem } = yield* keys
      const { answer, called } = yield* run(Production.Network, { ORANGE_CLIENT_ID: "signed-application", ORANGE_PRIVATE_KEY: pem }).pipe(
        Effect.provide(Emulator.layerServer({
          clients: [{ clientId: "signed-application", clientSecret: "not used", jwks }],
          ciba: { requireAssertion: true, interval: "1 second" }
        }))
      )
      assert.isBoolean(answer)
      assert.deepStrictEqual(called, [
        "/openidconnect/ciba/fr/v1/bc-authorize 200",
        "/openidconnect/ciba/fr/v1/token 200",
        "/camara/ofr/sim-swap/v1/check 200",
        "/openidconnect/ciba/fr/v1/bc-authorize 200",
        "/openidconnect/ciba/fr/v1/token 200",
        "/camara/ofr/device-reachability-status/v1/retrieve 200"
      ])
    }))
})
