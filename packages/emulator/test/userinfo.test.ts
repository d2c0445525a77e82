/** What a person lets an application read: by scope, by the person's own token alone. */
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { bearer, call, isDescribed, operations, userToken, withApis } from "./specified.js"
import { appToken } from "./support.js"

const paths = {
  identity: "/openidconnect/fr/v1/userinfo",
  formFilling: "/formfilling/fr/v1/userinfo",
  details: "/userdetails/fr/v2/userinfo",
  sandbox: "/3legged/sandbox/fr/v1/userinfo/"
}

const read = (path: string, ...scopes: ReadonlyArray<string>) => Effect.flatMap(userToken(...scopes), (token) => call(path, { headers: bearer(token) }))

const namesOf = ({ body }: { readonly body: object }) => Object.keys(body).sort()

const codeOf = ({ body, status }: { readonly status: number; readonly body: Record<string, unknown> }) => [status, body["code"]]

describe("a person's token", () => {
  it.effect("the identity is sub and nothing else, by GET and POST", () =>
    Effect.gen(function*() {
      const token = yield* userToken("openid", "profile", "email")
      for (const method of ["GET", "POST"] as const) {
        const answer = yield* call(paths.identity, { method, headers: bearer(token) })
        assert.deepStrictEqual([answer.status, Object.keys(answer.body)], [200, ["sub"]])
        isDescribed(operations.find((one) => one.method === method && one.template === paths.identity)!, answer)
      }
    }).pipe(withApis()))

  it.effect("the same person everywhere", () =>
    Effect.gen(function*() {
      const token = yield* userToken("openid", "form_filling", "profile_sandbox")
      const subs = yield* Effect.forEach(Object.values(paths), (path) => Effect.map(call(path, { headers: bearer(token) }), ({ body }) => body["sub"]))
      assert.match(String(subs[0]), /^OKLEYM-200-/)
      assert.strictEqual(new Set(subs).size, 1)
    }).pipe(withApis()))

  it.effect("form filling: the number with its 0, the change as a number", () =>
    Effect.gen(function*() {
      const { body } = yield* read(paths.formFilling, "openid", "form_filling")
      assert.deepInclude(body, { phone_number: "+33(0)610090807", updated_at: 1_589_901_808, name: "John Doe" })
    }).pipe(withApis()))

  it.effect("details as far as the scopes go", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(namesOf(yield* read(paths.details, "openid")), ["sub"])
      assert.deepStrictEqual(namesOf(yield* read(paths.details, "openid", "email")), ["email", "sub"])
      assert.deepStrictEqual(namesOf(yield* read(paths.details, "openid", "phone", "address")), ["address", "phone_number", "sub"])
      assert.deepStrictEqual(namesOf(yield* read(paths.details, "openid", "profile")), ["birthdate", "family_name", "gender", "given_name", "locale", "name", "sub", "updated_at"])
    }).pipe(withApis()))

  it.effect("the sandbox's person as Orange prints it, and its headers", () =>
    Effect.gen(function*() {
      const { body, headers } = yield* read(paths.sandbox, "openid", "profile_sandbox")
      assert.deepStrictEqual([headers["cache-control"], headers["pragma"]], ["no-store", "no-cache"])
      const { sub: _, ...rest } = body
      assert.deepStrictEqual(rest, {
        name: "John Doe",
        family_name: "Doe",
        given_name: "John",
        email: "john.doe@example.com",
        phone_number: "+33610090807",
        formatted: "42 rue du Test 75042 Paris",
        locality: "Paris",
        street_address: "42 rue du Test",
        postal_code: "75042",
        country: "France",
        updated_at: "2020-05-19T15:23:28.886Z",
        subscriber_msisdn: "33610090807",
        locale: "fr_FR",
        gender: "male",
        birthdate: "2001-12-31"
      })
    }).pipe(withApis()))

  it.effect("a person's own claims replace the example's, and stay behind their scopes", () =>
    Effect.gen(function*() {
      assert.deepInclude((yield* read(paths.sandbox, "openid", "profile_sandbox")).body, { email: "jane@shop.example", name: "John Doe" })
      assert.deepStrictEqual((yield* read(paths.details, "openid", "email")).body, { sub: "jane-1", email: "jane@shop.example", shoe_size: 38 })
      assert.deepStrictEqual((yield* read(paths.details, "openid")).body, { sub: "jane-1", shoe_size: 38 })
    }).pipe(withApis({ users: [{ username: "jane", sub: "jane-1", claims: { email: "jane@shop.example", shoe_size: 38 } }] })))
})

describe("what is refused", () => {
  it.effect("an application's own token", () =>
    Effect.gen(function*() {
      const headers = bearer(yield* appToken)
      for (const path of [paths.formFilling, paths.details, paths.sandbox]) assert.deepStrictEqual(codeOf(yield* call(path, { headers })), [403, 51], path)
      const identity = yield* call(paths.identity, { headers })
      assert.deepStrictEqual(codeOf(identity), [401, 41])
      assert.include(identity.headers["www-authenticate"], "error=\"invalid_token\"")
    }).pipe(withApis()))

  it.effect("a person's token without the scope", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual(codeOf(yield* read(paths.identity, "profile_sandbox")), [403, 51])
      assert.deepStrictEqual(codeOf(yield* read(paths.details, "email")), [403, 51])
      assert.deepStrictEqual(codeOf(yield* read(paths.formFilling, "openid")), [403, 51])
      assert.deepStrictEqual(codeOf(yield* read(paths.formFilling, "form_filling")), [403, 51])
      assert.deepStrictEqual(codeOf(yield* read(paths.sandbox, "openid")), [403, 51])
    }).pipe(withApis()))

  it.effect("a person who has logged out", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const headers = bearer(yield* userToken("openid", "profile_sandbox"))
      assert.strictEqual((yield* call(paths.sandbox, { headers })).status, 200)
      yield* emulator.endSessions("user")
      for (const path of [paths.sandbox, paths.identity]) assert.deepStrictEqual(codeOf(yield* call(path, { headers })), [401, 41])
    }).pipe(withApis()))
})
