/** `orange token` as a process, against an emulator in another. */
import { Credentials } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { asProcess } from "./support.js"

const run = (args: ReadonlyArray<string>, options: Parameters<typeof asProcess>[1] = {}) =>
  Effect.promise(() => asProcess(["token", ...args], options))

const withEmulator = <A, E>(use: (emulator: Emulator.Service, env: Record<string, string>) => Effect.Effect<A, E>) =>
  Effect.flatMap(Emulator.Emulator, (emulator) => use(emulator, { ORANGE_BASE_URL: emulator.environment.baseUrl })).pipe(
    Effect.provide(Emulator.layerServer())
  )

const pair = { ORANGE_CLIENT_ID: "emulator-client", ORANGE_CLIENT_SECRET: "emulator-secret" }

describe("orange token", () => {
  it.live("prints the token alone, or the whole header line", () =>
    withEmulator((_, env) =>
      Effect.gen(function*() {
        const alone = yield* run([], { env: { ...env, ...pair } })
        assert.deepStrictEqual([alone.code, alone.err], [0, ""])
        assert.match(alone.out, /^[\w.-]{100,}\n$/)
        const header = yield* run(["--header"], { env: { ...env, ...pair } })
        assert.match(header.out, /^Authorization: Bearer [\w.-]{100,}\n$/)
      })))

  it.live("takes the secret from standard input, with or without a final line break, and scopes", () =>
    withEmulator((emulator, env) =>
      Effect.gen(function*() {
        const { code } = yield* run(["--secret-stdin", "--scope", "a", "--scope", "b"], {
          env: { ...env, ORANGE_CLIENT_ID: "emulator-client", ORANGE_CLIENT_SECRET: "wrong" },
          input: "emulator-secret\n"
        })
        assert.strictEqual(code, 0)
        const [request] = yield* emulator.requests
        assert.strictEqual(new URLSearchParams(request?.body).get("scope"), "a b")
      })))

  it.live("takes the portal's header", () =>
    withEmulator((emulator, env) =>
      Effect.gen(function*() {
        const header = Redacted.value(Credentials.basic(emulator.credentials).authorization)
        assert.strictEqual((yield* run([], { env: { ...env, ORANGE_AUTHORIZATION_HEADER: header } })).code, 0)
      })))

  it.live("--emulator needs nothing", () =>
    Effect.gen(function*() {
      const { code, out } = yield* run(["--emulator"])
      assert.strictEqual(code, 0)
      assert.match(out, /^[\w.-]{100,}\n$/)
    }))

  it.live("says in one line what is wrong, without the secret, and exits with 1", () =>
    withEmulator((_, env) =>
      Effect.gen(function*() {
        const cases = [
          [{}, "ORANGE_CLIENT_ID"],
          [{ ...env, ...pair, ORANGE_CLIENT_SECRET: "wrong-s3cret" }, "invalid_client"],
          [{ ...pair, ORANGE_BASE_URL: "http://api.orange.com" }, "ORANGE_BASE_URL"]
        ] as const
        for (const [variables, word] of cases) {
          const { code, err, out } = yield* run([], { env: variables })
          assert.deepStrictEqual([code, out], [1, ""])
          assert.include(err, word)
          assert.strictEqual(err.trim().split("\n").length, 1)
          assert.notInclude(err, "s3cret")
        }
      })), 60_000)

  it.live("a secret as an argument is not understood", () =>
    Effect.gen(function*() {
      const { code } = yield* run(["--client-secret", "s3cret"])
      assert.strictEqual(code, 1)
    }))
})
