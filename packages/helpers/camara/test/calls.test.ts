/** One program for both worlds: who says whom a call is about, by which token, at which path, for which purpose. */
import { DeviceSwap, KycMatch, KycTenure, Location, Reachability, Roaming, SimSwap } from "@effect-orange/camara"
import { assert, describe, it } from "@effect/vitest"
import { assertNone } from "@effect/vitest/utils"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { type Answer, asked, clients, makeNetwork, phoneNumber, worlds } from "./support.js"

const subject = { phoneNumber }
const area = { areaType: "CIRCLE", center: { latitude: 5, longitude: -4 }, radius: 2_000 }
const date = "2026-01-31T10:30:00.000Z"

interface Row {
  readonly name: string
  readonly call: Effect.Effect<unknown, unknown, any>
  /** Below `/camara/{surface}`. */
  readonly path: string
  readonly scope: string
  readonly identifier: object
  readonly rest: object
  readonly answer: unknown
  readonly value: unknown
}

const number = { phoneNumber }
const device = { device: { phoneNumber } }
const details = { givenName: "Awa", familyName: "Diop" }
const within = { latitude: 5, longitude: -4, radius: 2_000 }
const at = Option.some(DateTime.unsafeMake(date))

const rows: ReadonlyArray<Row> = [
  { name: "SimSwap.check", call: SimSwap.check({ ...subject, maxAge: 72 }), path: "sim-swap/v1/check", scope: "sim-swap:check", identifier: number, rest: { maxAge: 72 }, answer: { swapped: true }, value: { swapped: true } },
  { name: "SimSwap.retrieveDate", call: SimSwap.retrieveDate(subject), path: "sim-swap/v1/retrieve-date", scope: "sim-swap:retrieve-date", identifier: number, rest: {}, answer: { latestSimChange: date }, value: at },
  { name: "DeviceSwap.check", call: DeviceSwap.check(subject), path: "device-swap/v1/check", scope: "device-swap:check", identifier: number, rest: {}, answer: { swapped: false }, value: { swapped: false } },
  { name: "DeviceSwap.retrieveDate", call: DeviceSwap.retrieveDate(subject), path: "device-swap/v1/retrieve-date", scope: "device-swap:retrieve-date", identifier: number, rest: {}, answer: { latestDeviceChange: date }, value: at },
  { name: "KycMatch.match", call: KycMatch.match({ ...subject, details }), path: "kyc-match/v0.2/match", scope: "kyc-match:match", identifier: number, rest: details, answer: { givenNameMatch: "true" }, value: { givenNameMatch: "true" } },
  { name: "KycTenure.check", call: KycTenure.check({ ...subject, since: "2024-01-31" }), path: "kyc-tenure/v0.1/check-tenure", scope: "kyc-tenure:check-tenure", identifier: number, rest: { tenureDate: "2024-01-31" }, answer: { tenureDateCheck: true }, value: { tenureDateCheck: true } },
  { name: "Reachability.get", call: Reachability.get(subject), path: "device-reachability-status/v1/retrieve", scope: "device-reachability-status:read", identifier: device, rest: {}, answer: { reachable: true, connectivity: ["SMS"], lastStatusTime: date }, value: { reachable: true, by: ["SMS"], at } },
  { name: "Roaming.get", call: Roaming.get(subject), path: "device-roaming-status/v1/retrieve", scope: "device-roaming-status:read", identifier: device, rest: {}, answer: { roaming: true, countryName: ["Spain"] }, value: { roaming: true, countryName: ["Spain"] } },
  { name: "Location.retrieve", call: Location.retrieve({ ...subject, maxAge: 60 }), path: "location-retrieval/v0.3/retrieve", scope: "location-retrieval:read", identifier: device, rest: { maxAge: 60 }, answer: { lastLocationTime: date, area }, value: { lastLocationTime: DateTime.unsafeMake(date), area } },
  { name: "Location.verify", call: Location.verify({ ...subject, within }), path: "location-verification/v1/verify", scope: "location-verification:verify", identifier: device, rest: { area }, answer: { verificationResult: "PARTIAL", matchRate: 50 }, value: { verificationResult: "PARTIAL", matchRate: 50 } }
]

describe.each(rows)("$name", ({ answer, call, identifier, path, rest, scope, value }) => {
  it.effect("on the playground: the application's token, and the number in the request", () => {
    const network = makeNetwork(() => ({ body: answer }))
    return Effect.gen(function*() {
      assert.deepStrictEqual(yield* call as Effect.Effect<unknown>, value)
      const [sent] = network.sent
      assert.deepStrictEqual([sent!.path, sent!.authorization, sent!.body], [`/camara/playground/api/${path}`, "Bearer of-the-application", { ...identifier, ...rest }])
    }).pipe(Effect.provide(Layer.mergeAll(clients, worlds.playground).pipe(Layer.provide(network.layer))))
  })

  it.effect("in production: the subscriber's token for a purpose, and no number in the request", () => {
    const network = makeNetwork(() => ({ body: answer }))
    asked.length = 0
    return Effect.gen(function*() {
      assert.deepStrictEqual(yield* call as Effect.Effect<unknown>, value)
      const [sent] = network.sent
      const inProduction = path.replace(/\/v[\d.]+\//, "/v1/")
      assert.deepStrictEqual([sent!.path, sent!.authorization, sent!.body], [`/camara/ofr/${inProduction}`, "Bearer of-the-subscriber", rest])
      const [{ loginHint, scopes }] = asked as [(typeof asked)[number]]
      assert.strictEqual(loginHint, `tel:${phoneNumber}`)
      assert.strictEqual(scopes.filter((one) => one.startsWith("dpv:")).length, 1)
      assert.deepStrictEqual(scopes.filter((one) => !one.startsWith("dpv:")), [scope])
    }).pipe(Effect.provide(Layer.mergeAll(clients, worlds.production).pipe(Layer.provide(network.layer))))
  })
})

describe("a call", () => {
  const over = (answer: Answer) => Layer.mergeAll(clients, worlds.playground).pipe(Layer.provide(makeNetwork(() => answer).layer))

  it.effect("takes another purpose", () => {
    asked.length = 0
    return Effect.gen(function*() {
      yield* SimSwap.check({ ...subject, purpose: "dpv:IdentityVerification" })
      assert.include(asked[0]!.scopes, "dpv:IdentityVerification")
    }).pipe(Effect.provide(Layer.mergeAll(clients, worlds.production).pipe(Layer.provide(makeNetwork(() => ({ body: { swapped: false } })).layer))))
  })

  it.effect("of a network that does not know gives none", () =>
    Effect.map(SimSwap.retrieveDate(subject), assertNone).pipe(Effect.provide(over({ body: { latestSimChange: null } }))))

  for (const [word, reachable, by] of [["CONNECTED_DATA", true, ["DATA"]], ["CONNECTED_SMS", true, ["SMS"]], ["NOT_CONNECTED", false, []], ["CONNECTED_BY_PIGEON", true, []]] as const) {
    it.effect(`reads the older form of reachability: ${word}`, () =>
      Effect.map(Reachability.get(subject), (found) => assert.deepStrictEqual(found, { reachable, by, at: Option.none() })).pipe(
        Effect.provide(over({ body: { reachabilityStatus: word } }))
      ))
  }

  it.effect("refused fails by its status, in either envelope", () =>
    Effect.gen(function*() {
      for (const body of [{ status: 422, code: "UNNECESSARY_IDENTIFIER", message: "…" }, { code: 22, message: "Invalid body" }]) {
        const error = yield* Effect.flip(SimSwap.check(subject)).pipe(Effect.provide(over({ status: 422, body })))
        assert.deepStrictEqual(error._tag === "ApiUnprocessableContent" && error.body.code, body.code)
      }
    }))
})
