/** The playground: the numbers that everybody has, an application's own, and SIM Swap over both. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import { asApplication, bearer, call, type Data, isDescribed, operations, playgroundToken, tokenOf, withApis } from "./specified.js"
import { basic } from "./support.js"

const path = "/camara/playground/admin/v1.0/action"
const operation = operations.find(({ id }) => id === "act")!
const own = "+990123456789"

/** Each answer is one of the document's. */
const act = (action: string, phoneNumber?: string, data?: object) =>
  Effect.tap(asApplication(path, { json: { action, phoneNumber, data } }), (answer) => {
    if (answer.status !== 204) isDescribed(operation, answer)
  })

const swappedOn = (latestSimChange: string) => ({ simSwap: { latestSimChange } })

const swap = (operationPath: string, json: object) =>
  Effect.flatMap(playgroundToken, (token) => call(`/camara/playground/api/sim-swap/v1/${operationPath}`, { json, headers: bearer(token) }))

const camara = ({ body, status }: { readonly status: number; readonly body: Data }) => [status, body.status, body.code, body.message]

const notFound = [400, 400, "BAD_REQUEST", "PhoneNumber Not Found"]

describe("an application's own numbers", () => {
  it.effect("LIST, CREATE, READ, UPDATE, DELETE", () =>
    Effect.gen(function*() {
      assert.deepStrictEqual((yield* act("LIST")).body, { phoneNumbers: [] })
      const data = { ...swappedOn("2026-01-31T10:30:00Z"), roaming: { roaming: true } }
      const made = yield* act("CREATE", own, data)
      assert.deepStrictEqual([made.status, made.body], [201, { phoneNumber: own, data }])
      assert.deepStrictEqual((yield* act("LIST")).body, { phoneNumbers: [own] })
      assert.deepStrictEqual((yield* act("READ", own)).body, { phoneNumber: own, data })
      const changed = { ...data, ...swappedOn("2026-02-01T00:00:00Z") }
      const updated = yield* act("UPDATE", own, swappedOn("2026-02-01T00:00:00Z"))
      assert.deepStrictEqual([updated.status, updated.body], [200, { phoneNumber: own, data: changed }])
      assert.deepStrictEqual((yield* act("READ", own)).body, { phoneNumber: own, data: changed })
      const removed = yield* act("DELETE", own)
      assert.deepStrictEqual([removed.status, removed.headers["content-type"], removed.text], [204, "text/html", ""])
      assert.deepStrictEqual((yield* act("LIST")).body, { phoneNumbers: [] })
      for (const action of ["READ", "DELETE"]) assert.deepStrictEqual(camara(yield* act(action, own)), notFound)
      assert.deepStrictEqual(camara(yield* act("UPDATE", own, {})), notFound)
    }).pipe(withApis()))

  it.effect("are ten at most; one that is removed makes room", () =>
    Effect.gen(function*() {
      const number = (n: number) => `+99012345670${n}`
      for (let n = 0; n < 10; n++) assert.strictEqual((yield* act("CREATE", number(n), {})).status, 201)
      assert.deepStrictEqual(camara(yield* act("CREATE", own, {})).slice(0, 3), [403, 403, "QUOTA_EXCEEDED"])
      assert.strictEqual((yield* act("UPDATE", number(0), {})).status, 200)
      yield* act("DELETE", number(0))
      assert.strictEqual((yield* act("CREATE", own, {})).status, 201)
    }).pipe(withApis()))

  it.effect("are nobody else's", () =>
    Effect.gen(function*() {
      yield* act("CREATE", own, {})
      const headers = bearer(yield* tokenOf(basic("emulator-client-2", "emulator-secret-2")))
      assert.deepStrictEqual(camara(yield* call(path, { json: { action: "READ", phoneNumber: own }, headers })), notFound)
      assert.deepStrictEqual((yield* call(path, { json: { action: "LIST" }, headers })).body, { phoneNumbers: [] })
    }).pipe(withApis()))
})

describe("the numbers that everybody has", () => {
  it.effect("are +990100000000 to +990100000014", () =>
    Effect.gen(function*() {
      for (let n = 0; n <= 14; n++) assert.strictEqual((yield* act("READ", `+9901000000${String(n).padStart(2, "0")}`)).status, 200, String(n))
      for (const number of ["+990100000015", "+990099999999", "+9901000000140"]) assert.deepStrictEqual(camara(yield* act("READ", number)), notFound, number)
    }).pipe(withApis()))

  it.effect("take what is written to them, keep nothing of it, and cost nothing", () =>
    Effect.gen(function*() {
      const number = "+990100000003"
      const before = (yield* act("READ", number)).body
      for (const [action, status] of [["CREATE", 201], ["UPDATE", 200]] as const) assert.strictEqual((yield* act(action, number, swappedOn("2001-01-01T00:00:00Z"))).status, status)
      assert.deepStrictEqual((yield* act("READ", number)).body, before)
      assert.deepStrictEqual((yield* act("LIST")).body, { phoneNumbers: [] })
      for (let n = 0; n < 10; n++) assert.strictEqual((yield* act("CREATE", `+99012345670${n}`, {})).status, 201)
    }).pipe(withApis()))
})

describe("SIM Swap", () => {
  it.effect("sees what the administration wrote", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(Date.UTC(2026, 0, 31, 12))
      assert.deepStrictEqual(camara(yield* swap("check", { phoneNumber: own })), [403, 403, "FORBIDDEN", `${own} does not exist for emulator-client`])
      yield* act("CREATE", own, swappedOn("2026-01-31T10:30:00Z"))
      assert.deepStrictEqual((yield* swap("check", { phoneNumber: own })).body, { swapped: true })
      assert.deepStrictEqual((yield* swap("check", { phoneNumber: own, maxAge: 1 })).body, { swapped: false })
      assert.deepStrictEqual((yield* swap("check", { phoneNumber: own, maxAge: 2 })).body, { swapped: true })
      yield* act("UPDATE", own, swappedOn("2025-01-01T00:00:00Z"))
      assert.deepStrictEqual((yield* swap("check", { phoneNumber: own })).body, { swapped: false })
      assert.deepStrictEqual((yield* swap("retrieve-date", { phoneNumber: own })).body, { latestSimChange: "2025-01-01T00:00:00Z" })
      yield* act("DELETE", own)
      assert.strictEqual((yield* swap("retrieve-date", { phoneNumber: own })).status, 403)
    }).pipe(withApis()))

  it.effect("looks back 240 hours unless it is told otherwise, and 2,400 at most", () =>
    Effect.gen(function*() {
      yield* TestClock.setTime(Date.UTC(2026, 0, 31))
      yield* act("CREATE", own, swappedOn("2026-01-21T00:00:00Z"))
      assert.deepStrictEqual((yield* swap("check", { phoneNumber: own })).body, { swapped: true })
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual((yield* swap("check", { phoneNumber: own })).body, { swapped: false })
      assert.deepStrictEqual((yield* swap("check", { phoneNumber: own, maxAge: 2_400 })).body, { swapped: true })
      for (const maxAge of [0, 2_401]) assert.deepStrictEqual(camara(yield* swap("check", { phoneNumber: own, maxAge })).slice(0, 3), [400, 400, "OUT_OF_RANGE"])
    }).pipe(withApis()))
})
