/** The Network APIs: twelve documents, three surfaces, the identifier rule, sessions and subscriptions with their notifications. */
import type { Delivery } from "@effect-orange/emulator"
import { Emulator, Fault } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import * as Crypto from "node:crypto"
import { allScopes, ask, atStart, built, cibaToken, codeIs, operation, own, perform, prepared, quiet, scopesOf, someone, surfaces, userTokenOf, withoutIdentifier, write } from "./network.js"
import { bearer, call, type Data, inbox, isDescribed, isWebhook, networkOperations, playgroundToken, withApis } from "./specified.js"
import { type Answered, appToken, basic, send } from "./support.js"

describe("every operation", () => {
  it("is of twelve APIs", () => {
    assert.strictEqual(new Set(networkOperations.map(({ api }) => api)).size, 12)
    assert.strictEqual(networkOperations.length, 22)
  })

  for (const one of networkOperations) {
    const isUsers = one.api === "number-verification"
    for (const surface of [surfaces.playground, surfaces.lab]) {
      it.effect(`${one.id} on ${surface}`, () =>
        Effect.gen(function*() {
          yield* atStart
          const where = surface === surfaces.lab ? "environment" : "playground"
          const token = isUsers ? yield* userTokenOf(where, scopesOf(one), `tel:${built}`) : yield* surface === surfaces.lab ? appToken : playgroundToken
          const answer = yield* perform(one, surface, token, one.body?.example, yield* prepared(one, surface, token))
          assert.isBelow(answer.status, 300, answer.text)
          isDescribed(one, answer)
        }).pipe(withApis(quiet)))
    }

    it.effect(`${one.id} in production, with a token of CIBA`, () =>
      Effect.gen(function*() {
        yield* atStart
        const token = yield* cibaToken(allScopes(one.api))
        const body = one.body && (isUsers ? one.body.example : withoutIdentifier(one.body.example))
        const answer = yield* perform(one, surfaces.production, token, body, yield* prepared(one, surfaces.production, token))
        assert.isBelow(answer.status, 300, answer.text)
        isDescribed(one, answer)
        assert.notInclude(answer.text, isUsers ? "none" : someone, "the subscriber's number is nobody's business")
      }).pipe(withApis(quiet)))

    it.effect(`${one.id} wants a scope of its own from a subscriber`, () =>
      Effect.gen(function*() {
        yield* atStart
        const body = one.body && (isUsers ? one.body.example : withoutIdentifier(one.body.example))
        const whole = yield* cibaToken([one.api])
        const variables = yield* prepared(one, surfaces.production, whole)
        codeIs(yield* perform(one, surfaces.production, yield* cibaToken(["profile"]), body, variables), 403, "PERMISSION_DENIED")
        assert.isBelow((yield* perform(one, surfaces.production, whole, body, variables)).status, 300)
      }).pipe(withApis(quiet)))

    it.effect(`${one.id} refuses the tokens of other surfaces`, () =>
      Effect.gen(function*() {
        yield* atStart
        const tokens = {
          [surfaces.playground]: yield* playgroundToken,
          [surfaces.lab]: yield* appToken,
          [surfaces.production]: yield* cibaToken(allScopes(one.api)),
          france: yield* userTokenOf("environment", allScopes(one.api))
        }
        const id = { sessionId: "1", subscriptionId: "1" }
        for (const surface of Object.values(surfaces)) {
          for (const [of, token] of Object.entries(tokens)) {
            if (of === surface || (isUsers && of === "france" && surface !== surfaces.playground)) continue
            const answer = yield* perform(one, surface, token, one.body?.example, id)
            if (of === surfaces.playground) codeIs(answer, 401, "UNAUTHENTICATED", surface)
            else assert.deepStrictEqual(answer.body, { status: 403, code: "FORBIDDEN", message: "Request must be authorized" }, `${of} ${surface}`)
          }
          codeIs(yield* perform(one, surface, "unknown", one.body?.example, id), 401, "UNAUTHENTICATED")
        }
      }).pipe(withApis(quiet)))

    if (isUsers || one.body === undefined || !JSON.stringify(one.body.example).includes("phoneNumber")) continue

    it.effect(`${one.id} wants an identifier beside an application's token, and none beside a subscriber's`, () =>
      Effect.gen(function*() {
        yield* atStart
        const bare = withoutIdentifier(one.body!.example)
        codeIs(yield* perform(one, surfaces.playground, yield* playgroundToken, bare), 422, "MISSING_IDENTIFIER")
        codeIs(yield* perform(one, surfaces.lab, yield* appToken, bare), 422, "MISSING_IDENTIFIER")
        codeIs(yield* perform(one, surfaces.production, yield* cibaToken(allScopes(one.api)), one.body!.example), 422, "UNNECESSARY_IDENTIFIER")
      }).pipe(withApis(quiet)))

    it.effect(`${one.id} of a number that is not known`, () =>
      Effect.gen(function*() {
        yield* atStart
        const other = JSON.parse(JSON.stringify(one.body!.example).replaceAll(built, "+33699999999"))
        const answer = yield* perform(one, surfaces.playground, yield* playgroundToken, other)
        assert.deepStrictEqual(answer.body, { status: 403, code: "FORBIDDEN", message: "+33699999999 does not exist for emulator-client" })
        codeIs(yield* perform(one, surfaces.lab, yield* appToken, other), 404, "IDENTIFIER_NOT_FOUND")
      }).pipe(withApis({ ...quiet, ciba: { unknownSubscribers: ["+33699999999"] } })))
  }

  it.effect("a device by another identifier than its number", () =>
    Effect.gen(function*() {
      yield* atStart
      const device = { networkAccessIdentifier: "4b2e@lab.example" }
      codeIs(yield* ask("retrieveLocation", yield* playgroundToken, { device }), 422, "UNSUPPORTED_IDENTIFIER")
      codeIs(yield* ask("retrieveLocation", yield* cibaToken(["location-retrieval"]), { device }, {}, surfaces.production), 422, "UNNECESSARY_IDENTIFIER")
    }).pipe(withApis()))

  it.effect("a subscription that an application has not, and every code on demand", () =>
    Effect.gen(function*() {
      const emulator = yield* Emulator.Emulator
      const token = yield* playgroundToken
      const body = { phoneNumber: built }
      yield* emulator.unsubscribe("emulator-client", "device-swap")
      assert.strictEqual((yield* ask("checkDeviceSwap", token, body)).body["code"], 50)
      assert.strictEqual((yield* ask("checkSimSwap", token, body)).status, 200)
      yield* emulator.faults.next(({ path }) => path.includes("/sim-swap/"), Fault.camara(422, "SERVICE_NOT_APPLICABLE"))
      const refused = yield* ask("checkSimSwap", token, body)
      codeIs(refused, 422, "SERVICE_NOT_APPLICABLE")
      isDescribed(operation("checkSimSwap"), refused)
      assert.strictEqual((yield* ask("checkSimSwap", token, body)).status, 200)
    }).pipe(withApis()))

  it.effect("a path is of one of the surfaces, with a version of any name", () =>
    Effect.gen(function*() {
      const token = yield* playgroundToken
      const body = { json: { phoneNumber: built }, headers: bearer(token) }
      assert.strictEqual((yield* call("/camara/playground/api/sim-swap/v2/check", body)).status, 200)
      assert.strictEqual((yield* call("/camara/playground/api/geofencing-subscriptions/v0.3/subscriptions", { headers: bearer(token) })).status, 200)
      codeIs(yield* call("/camara/playground/api/sim-swap/v2/3/check", body), 400, "BAD_REQUEST")
      for (const path of ["/camara/playground/sim-swap/v1/check", "/camara/elsewhere/sim-swap/v1/check", "/camara/sim-swap/v1/check"]) {
        assert.strictEqual((yield* call(path, body)).body["code"], 60, path)
      }
    }).pipe(withApis()))
})

describe("what is known of a number", () => {
  it.effect("is what the application wrote, in production too", () =>
    Effect.gen(function*() {
      yield* atStart
      yield* write(own, {
        deviceSwap: { latestDeviceChange: "2026-01-31T10:30:00Z" },
        reachability: { reachabilityStatus: "NOT_CONNECTED" },
        roaming: { roaming: true, countryCode: 208, countryName: ["France"] }
      })
      const token = yield* playgroundToken
      const user = yield* cibaToken(["device-swap", "device-roaming-status"], own)
      const device = { phoneNumber: own }
      assert.deepStrictEqual((yield* ask("checkDeviceSwap", token, { phoneNumber: own, maxAge: 1 })).body, { swapped: false })
      assert.deepStrictEqual((yield* ask("checkDeviceSwap", token, { phoneNumber: own, maxAge: 2 })).body, { swapped: true })
      assert.deepStrictEqual((yield* ask("checkDeviceSwap", user, { maxAge: 2 }, {}, surfaces.production)).body, { swapped: true })
      assert.deepStrictEqual((yield* ask("retrieveDeviceSwapDate", token, { phoneNumber: own })).body, { latestDeviceChange: "2026-01-31T10:30:00Z" })
      assert.deepStrictEqual((yield* ask("getReachabilityStatus", token, { device })).body, { reachabilityStatus: "NOT_CONNECTED" })
      const roaming = { lastStatusTime: "2026-01-31T12:00:00.000Z", roaming: true, countryCode: 208, countryName: ["France"] }
      assert.deepStrictEqual((yield* ask("getRoamingStatus", token, { device })).body, roaming)
      assert.deepStrictEqual((yield* ask("getRoamingStatus", user, {}, {}, surfaces.production)).body, roaming)
    }).pipe(withApis()))

  it.effect("differs among the built-in ones", () =>
    Effect.gen(function*() {
      const token = yield* playgroundToken
      const device = (last: string) => ({ device: { phoneNumber: `+9901000000${last}` } })
      for (const [last, status] of [["00", "CONNECTED_DATA"], ["01", "CONNECTED_SMS"], ["02", "NOT_CONNECTED"]] as const) {
        assert.strictEqual((yield* ask("getReachabilityStatus", token, device(last))).body["reachabilityStatus"], status)
      }
      assert.strictEqual((yield* ask("getRoamingStatus", token, device("03"))).body["roaming"], false)
      assert.strictEqual((yield* ask("getRoamingStatus", token, device("04"))).body["roaming"], true)
      codeIs(yield* ask("retrieveLocation", token, device("14")), 422, "LOCATION_RETRIEVAL.UNABLE_TO_LOCATE")
    }).pipe(withApis()))

  it.effect("a profile that looks like an answer is none", () =>
    Effect.gen(function*() {
      yield* write(own, { status: 500, headers: {}, body: "no" })
      assert.strictEqual((yield* ask("checkSimSwap", yield* playgroundToken, { phoneNumber: own })).status, 200)
    }).pipe(withApis()))
})

describe("KYC", () => {
  it.effect("compares what was sent, and nothing else", () =>
    Effect.gen(function*() {
      const token = yield* playgroundToken
      const match = (details: object) => Effect.map(ask("matchIdentity", token, { phoneNumber: built, ...details }), ({ body }) => body)
      assert.deepStrictEqual(yield* match({ givenName: " AWA", familyName: "Dialle", birthdate: "1990-05-18", middleNames: "X", region: "ile-de-france" }), {
        givenNameMatch: "true",
        familyNameMatch: "false",
        familyNameMatchScore: 83,
        birthdateMatch: "false",
        middleNamesMatch: "not_available",
        regionMatch: "true"
      })
      codeIs(yield* ask("matchIdentity", token, { phoneNumber: built }), 400, "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION")
    }).pipe(withApis()))

  it.effect("tenure begins with the contract", () =>
    Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      const since = (tenureDate: string) => ask("checkTenure", token, { phoneNumber: built, tenureDate })
      assert.deepStrictEqual((yield* since("2019-12-31")).body, { tenureDateCheck: false, contractType: "PAYM" })
      assert.deepStrictEqual((yield* since("2020-01-01")).body, { tenureDateCheck: true, contractType: "PAYM" })
      codeIs(yield* since("2026-02-30"), 400, "INVALID_ARGUMENT")
    }).pipe(withApis()))
})

describe("location", () => {
  const device = { phoneNumber: own }
  const north = (latitude: number) => ({ latitude: 48 + latitude, longitude: 2 })

  it.effect("is as old and as wide as it is", () =>
    Effect.gen(function*() {
      yield* atStart
      yield* write(own, { location: { ...north(0), radius: 100, lastLocationTime: "2026-01-31T11:59:00Z" } })
      const token = yield* playgroundToken
      const where = (more: object) => ask("retrieveLocation", token, { device, ...more })
      const found = { lastLocationTime: "2026-01-31T11:59:00.000Z", area: { areaType: "CIRCLE", center: north(0), radius: 100 } }
      assert.deepStrictEqual((yield* where({})).body, found)
      assert.deepStrictEqual((yield* where({ maxAge: 60, maxSurface: 31_416 })).body, found)
      codeIs(yield* where({ maxAge: 59 }), 422, "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_AGE")
      codeIs(yield* where({ maxSurface: 31_415 }), 422, "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_SURFACE")
      codeIs(yield* where({ maxSurface: 0 }), 400, "INVALID_ARGUMENT")
    }).pipe(withApis()))

  it.effect("is in a circle, out of it, or partly", () =>
    Effect.gen(function*() {
      yield* atStart
      yield* write(own, { location: { ...north(0), radius: 1_000, lastLocationTime: "2026-01-31T11:59:00Z" } })
      const token = yield* playgroundToken
      // A thousandth of a degree of latitude is 111 m.
      const at = (latitude: number, radius: number, more = {}) => ask("verifyLocation", token, { device, area: { areaType: "CIRCLE", center: north(latitude), radius }, ...more })
      const verdict = (answer: Answered) => [answer.body["verificationResult"], answer.body["matchRate"]]
      assert.deepStrictEqual(verdict(yield* at(0.01, 2_120)), ["TRUE", undefined])
      assert.deepStrictEqual(verdict(yield* at(0.01, 2_100)), ["PARTIAL", 99])
      assert.deepStrictEqual(verdict(yield* at(0.01, 1_112)), ["PARTIAL", 50])
      assert.deepStrictEqual(verdict(yield* at(0.02, 1_200)), ["FALSE", undefined])
      codeIs(yield* at(0, 2_000, { maxAge: 59 }), 422, "LOCATION_VERIFICATION.UNABLE_TO_FULFILL_MAX_AGE")
      const nowhere = { device: { phoneNumber: "+990100000014" }, area: { areaType: "CIRCLE", center: north(0), radius: 10 } }
      assert.deepStrictEqual((yield* ask("verifyLocation", token, nowhere)).body, { verificationResult: "UNKNOWN" })
    }).pipe(withApis()))
})

describe("Number Verification", () => {
  const scopes = ["number-verification:verify", "number-verification:device-phone-number:read"]
  const verify = (token: string, body: object, surface: string = surfaces.playground) => ask("verifyNumber", token, body, {}, surface)

  it.effect("tells by the token's line alone, in the clear or by its hash", () =>
    Effect.gen(function*() {
      const token = yield* userTokenOf("playground", scopes, `tel:${built}`)
      const hashOf = (number: string) => Crypto.createHash("sha256").update(number).digest("hex")
      assert.deepStrictEqual((yield* verify(token, { phoneNumber: built })).body, { devicePhoneNumberVerified: true })
      assert.deepStrictEqual((yield* verify(token, { phoneNumber: "+990100000001" })).body, { devicePhoneNumberVerified: false })
      assert.deepStrictEqual((yield* verify(token, { hashedPhoneNumber: hashOf(built).toUpperCase() })).body, { devicePhoneNumberVerified: true })
      assert.deepStrictEqual((yield* verify(token, { hashedPhoneNumber: hashOf(someone) })).body, { devicePhoneNumberVerified: false })
      codeIs(yield* verify(token, {}), 400, "INVALID_ARGUMENT")
      assert.deepStrictEqual((yield* ask("getDevicePhoneNumber", token)).body, { devicePhoneNumber: built })
    }).pipe(withApis()))

  it.effect("on the playground wants login_hint, of a number that is there", () =>
    Effect.gen(function*() {
      codeIs(yield* verify(yield* userTokenOf("playground", scopes), { phoneNumber: built }), 403, "NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK")
      codeIs(yield* verify(yield* userTokenOf("playground", scopes, `tel:${someone}`), { phoneNumber: someone }), 403, "FORBIDDEN")
      codeIs(yield* verify(yield* playgroundToken, { phoneNumber: built }), 403, "PERMISSION_DENIED")
    }).pipe(withApis()))

  it.effect("in production takes the tokens of the authorize page and of CIBA", () =>
    Effect.gen(function*() {
      const page = yield* userTokenOf("environment", scopes)
      assert.deepStrictEqual((yield* verify(page, { phoneNumber: "+33610090807" }, surfaces.production)).body, { devicePhoneNumberVerified: true })
      const ciba = yield* cibaToken(scopes)
      assert.deepStrictEqual((yield* verify(ciba, { phoneNumber: someone }, surfaces.production)).body, { devicePhoneNumberVerified: true })
    }).pipe(withApis()))

  it.effect("a user's own number is a claim of the user", () =>
    Effect.gen(function*() {
      const token = yield* userTokenOf("environment", scopes)
      assert.deepStrictEqual((yield* ask("getDevicePhoneNumber", token, undefined, {}, surfaces.production)).body, { devicePhoneNumber: someone })
    }).pipe(withApis({ users: [{ username: "jane", claims: { phone_number: someone } }] })))
})

describe("Population Density Data", () => {
  const example = () => operation("retrievePopulationDensity").body!.example
  const density = (changes: object) => Effect.flatMap(playgroundToken, (token) => ask("retrievePopulationDensity", token, { ...example(), ...changes }))

  it.effect("is told hour by hour, by cells of the asked size", () =>
    Effect.gen(function*() {
      const { body } = yield* density({ endTime: "2026-01-31T12:30:00Z", precision: 5 })
      const times = body["timedPopulationDensityData"] as ReadonlyArray<Data>
      assert.deepStrictEqual(times.map(({ endTime }) => endTime), ["2026-01-31T11:00:00.000Z", "2026-01-31T12:00:00.000Z", "2026-01-31T12:30:00.000Z"])
      // Paris, as every table of geohashes has it.
      assert.strictEqual(times[0].cellPopulationDensityData[0].geohash, "u09tv")
    }).pipe(withApis()))

  it.effect("is posted to a sink", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      const sink = { sink: "https://shop.example/density", sinkCredential: operation("createSession").body!.example.sinkCredential }
      const answer = yield* density(sink)
      isDescribed(operation("retrievePopulationDensity"), answer)
      assert.strictEqual(answer.status, 202)
      yield* TestClock.adjust(1)
      assert.strictEqual(posted.length, 1)
      isWebhook("population-density-data", "density", posted[0]!)
      assert.strictEqual(JSON.parse(posted[0]!.body).operationId, answer.body["operationId"])
      assert.strictEqual(posted[0]!.headers["authorization"], "Bearer a-long-random-text")
    }).pipe(withApis({ deliver }))
  })

  it.effect("of a time that is none", () =>
    Effect.gen(function*() {
      codeIs(yield* density({ endTime: example().startTime }), 400, "POPULATION_DENSITY_DATA.INVALID_END_TIME")
      codeIs(yield* density({ endTime: "2026-02-07T10:00:01Z" }), 400, "POPULATION_DENSITY_DATA.MAX_TIME_PERIOD_EXCEEDED")
      codeIs(yield* density({ startTime: "2026-13-31T10:00:00Z" }), 400, "INVALID_ARGUMENT")
      codeIs(yield* density({ precision: 13 }), 400, "INVALID_ARGUMENT")
    }).pipe(withApis()))
})

const dataOf = ({ body }: Delivery.Delivery): Data => JSON.parse(body).data

describe("Quality on Demand", () => {
  const example = () => operation("createSession").body!.example
  const create = (token: string, changes: object = {}) => ask("createSession", token, { ...example(), ...changes })
  const id = (answer: Answered) => ({ sessionId: String(answer.body["sessionId"]) })

  it.effect("a session is asked for, there, and over; each is told", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      const made = yield* create(token)
      assert.deepStrictEqual([made.body["qosStatus"], made.body["startedAt"], made.body["device"]], ["REQUESTED", undefined, { phoneNumber: built }])
      assert.notInclude(made.text, "accessToken")
      yield* TestClock.adjust("999 millis")
      assert.strictEqual(posted.length, 0)
      yield* TestClock.adjust("1 millis")
      const there = yield* ask("getSession", token, undefined, id(made))
      assert.deepStrictEqual(
        [there.body["qosStatus"], there.body["startedAt"], there.body["expiresAt"]],
        ["AVAILABLE", "2026-01-31T12:00:01.000Z", "2026-01-31T13:00:01.000Z"]
      )
      assert.deepStrictEqual(posted.map(dataOf), [{ sessionId: made.body["sessionId"], qosStatus: "AVAILABLE" }])
      yield* TestClock.adjust("3599 seconds")
      assert.strictEqual(posted.length, 1)
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(dataOf(posted[1]!), { sessionId: made.body["sessionId"], qosStatus: "UNAVAILABLE", statusInfo: "DURATION_EXPIRED" })
      for (const one of posted) {
        isWebhook("quality-on-demand", "sessionStatus", one)
        assert.deepStrictEqual([one.url, one.headers["authorization"]], [example().sink, "Bearer a-long-random-text"])
        assert.match(JSON.parse(one.body).source, /\/camara\/playground\/api\/quality-on-demand\/v0\.11$/)
      }
      const over = yield* ask("getSession", token, undefined, id(made))
      assert.deepStrictEqual([over.body["qosStatus"], over.body["statusInfo"]], ["UNAVAILABLE", "DURATION_EXPIRED"])
      isDescribed(operation("getSession"), over)
      yield* TestClock.adjust("6 minutes")
      codeIs(yield* ask("getSession", token, undefined, id(made)), 404, "NOT_FOUND")
      assert.strictEqual(posted.length, 2)
    }).pipe(withApis({ deliver, tokenLifetime: "1 day" }))
  })

  it.effect("an extension moves the end, and no end is told before", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      const made = yield* create(token, { duration: 60 })
      const extend = (seconds: number) => ask("extendSession", token, { requestedAdditionalDuration: seconds }, id(made))
      codeIs(yield* extend(60), 409, "QUALITY_ON_DEMAND.SESSION_EXTENSION_NOT_ALLOWED")
      yield* TestClock.adjust("31 seconds")
      const longer = yield* extend(60)
      assert.deepStrictEqual([longer.body["duration"], longer.body["expiresAt"]], [120, "2026-01-31T12:02:01.000Z"])
      yield* TestClock.adjust("89 seconds")
      assert.deepStrictEqual(posted.map((one) => dataOf(one).qosStatus), ["AVAILABLE"])
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(posted.map((one) => dataOf(one).qosStatus), ["AVAILABLE", "UNAVAILABLE"])
      codeIs(yield* extend(60), 409, "QUALITY_ON_DEMAND.SESSION_EXTENSION_NOT_ALLOWED")
    }).pipe(withApis({ deliver }))
  })

  it.effect("a deleted session is told of once", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      const made = yield* create(token, { sinkCredential: undefined })
      yield* TestClock.adjust("1 minute")
      assert.strictEqual((yield* ask("deleteSession", token, undefined, id(made))).status, 204)
      codeIs(yield* ask("deleteSession", token, undefined, id(made)), 404, "NOT_FOUND")
      yield* TestClock.adjust("2 hours")
      assert.deepStrictEqual(posted.map((one) => [dataOf(one).qosStatus, dataOf(one).statusInfo]), [["AVAILABLE", undefined], ["UNAVAILABLE", "DELETE_REQUESTED"]])
      assert.notProperty(posted[1]!.headers, "authorization")
    }).pipe(withApis({ deliver }))
  })

  it.effect("the network ends a session, which can be read, and stands in the way until it is deleted", () => {
    const { deliver, posted } = inbox(503)
    return Effect.gen(function*() {
      yield* atStart
      const { network } = yield* Emulator.Emulator
      const token = yield* playgroundToken
      const made = yield* create(token)
      const { sessionId } = id(made)
      yield* TestClock.adjust("1 minute")
      assert.strictEqual(yield* network.endSession(sessionId), 200)
      assert.deepStrictEqual(posted.map((one) => [dataOf(one).qosStatus, dataOf(one).statusInfo]), [["AVAILABLE", undefined], ["UNAVAILABLE", "NETWORK_TERMINATED"]])
      isWebhook("quality-on-demand", "sessionStatus", posted[1]!)
      const over = yield* ask("getSession", token, undefined, { sessionId })
      isDescribed(operation("getSession"), over)
      const { body } = over
      assert.deepStrictEqual([body["qosStatus"], body["statusInfo"], body["duration"], body["expiresAt"]], ["UNAVAILABLE", "NETWORK_TERMINATED", 59, "2026-01-31T12:01:00.000Z"])
      codeIs(yield* ask("extendSession", token, { requestedAdditionalDuration: 60 }, { sessionId }), 409, "QUALITY_ON_DEMAND.SESSION_EXTENSION_NOT_ALLOWED")
      codeIs(yield* create(token), 409, "CONFLICT")
      assert.strictEqual((yield* Effect.flip(network.endSession(sessionId))).message, "The session is over: nothing can happen to it any more")
      assert.strictEqual((yield* ask("deleteSession", token, undefined, { sessionId })).status, 204)
      assert.strictEqual((yield* create(token)).status, 201)
      yield* TestClock.adjust("500 millis")
      assert.strictEqual(posted.length, 2, "its end is told once")
      assert.strictEqual((yield* Effect.flip(network.endSession(sessionId))).message, "The emulator has no such session")
    }).pipe(withApis({ deliver }))
  })

  it.effect("the network ends a session that is not there yet, and one without a sink", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      yield* atStart
      const { network } = yield* Emulator.Emulator
      const token = yield* playgroundToken
      const [early, silent] = [yield* create(token), yield* create(token, { applicationServer: { ipv4Address: "198.51.100.9" }, sink: undefined, sinkCredential: undefined })]
      assert.strictEqual(yield* network.endSession(id(early).sessionId), 200)
      assert.strictEqual(yield* network.endSession(id(silent).sessionId), undefined)
      yield* TestClock.adjust("2 hours")
      assert.deepStrictEqual(posted.map((one) => [dataOf(one).sessionId, dataOf(one).qosStatus]), [[early.body["sessionId"], "UNAVAILABLE"]])
    }).pipe(withApis({ deliver }))
  })

  it.effect("a session that was not there yet is deleted without a word", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      yield* ask("deleteSession", token, undefined, id(yield* create(token)))
      yield* TestClock.adjust("2 hours")
      assert.strictEqual(posted.length, 0)
    }).pipe(withApis({ deliver }))
  })

  it.effect("is of its application, surface and line", () =>
    Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      const made = yield* create(token)
      const { playground } = yield* Emulator.Emulator
      const other = String((yield* send(playground.tokenUrl, { form: { grant_type: "client_credentials" }, headers: { authorization: basic("emulator-client-2", "emulator-secret-2") } })).body["access_token"])
      codeIs(yield* ask("getSession", other, undefined, id(made)), 403, "PERMISSION_DENIED")
      codeIs(yield* ask("getSession", yield* appToken, undefined, id(made), surfaces.lab), 404, "NOT_FOUND")
      const scopes = allScopes("quality-on-demand")
      codeIs(yield* ask("getSession", yield* userTokenOf("playground", scopes), undefined, id(made)), 404, "NOT_FOUND")
      assert.strictEqual((yield* ask("getSession", yield* userTokenOf("playground", scopes, `tel:${built}`), undefined, id(made))).status, 200)
      const [mine, his] = [yield* cibaToken(scopes), yield* cibaToken(scopes, "+33700000001")]
      const session = yield* ask("createSession", mine, withoutIdentifier(example()), {}, surfaces.production)
      assert.notProperty(session.body, "device")
      const read = (one: string) => ask("getSession", one, undefined, id(session), surfaces.production)
      assert.strictEqual((yield* read(mine)).status, 200)
      codeIs(yield* read(his), 404, "NOT_FOUND")
      const listed = yield* ask("retrieveSessions", his, {}, {}, surfaces.production)
      assert.strictEqual(listed.text, "[]")
    }).pipe(withApis(quiet)))

  it.effect("is not twice for one device and server, nor longer than a day", () =>
    Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      const made = yield* create(token)
      codeIs(yield* create(token), 409, "CONFLICT")
      assert.strictEqual((yield* create(token, { applicationServer: { ipv4Address: "198.51.100.8" } })).status, 201)
      yield* ask("deleteSession", token, undefined, id(made))
      codeIs(yield* create(token, { duration: 86_401 }), 400, "QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE")
      codeIs(yield* create(token, { duration: 0 }), 400, "OUT_OF_RANGE")
      codeIs(yield* create(token, { sink: "http://shop.example/" }), 400, "INVALID_SINK")
      codeIs(yield* create(token, { sinkCredential: { ...example().sinkCredential, credentialType: "PLAIN" } }), 400, "INVALID_CREDENTIAL")
      codeIs(yield* create(token, { sinkCredential: { ...example().sinkCredential, accessTokenType: "mac" } }), 400, "INVALID_TOKEN")
      const longest = yield* create(token, { duration: 86_400 })
      yield* TestClock.adjust("1 second")
      const extended = yield* ask("extendSession", token, { requestedAdditionalDuration: 60 }, id(longest))
      assert.strictEqual(extended.body["duration"], 86_400)
    }).pipe(withApis(quiet)))
})

describe("geofencing", () => {
  const example = () => operation("createSubscription").body!.example
  const types = { entered: "org.camaraproject.geofencing-subscriptions.v0.area-entered", left: "org.camaraproject.geofencing-subscriptions.v0.area-left" }
  const area = { areaType: "CIRCLE", center: { latitude: 48, longitude: 2 }, radius: 1_000 }
  const subscription = (number: string, config: object = {}, type = types.entered) => ({
    ...example(),
    types: [type],
    config: { subscriptionDetail: { device: { phoneNumber: number }, area }, ...config }
  })
  const create = (token: string, body: object) => ask("createSubscription", token, body)
  const id = (answer: Answered) => ({ subscriptionId: String(answer.body["id"]) })
  const typesOf = (posted: ReadonlyArray<Delivery.Delivery>) => posted.map(({ body }) => String(JSON.parse(body).type).replace(/^.*\./, ""))
  const inside = { location: { latitude: 48.001, longitude: 2 } }
  const outside = { location: { latitude: 49, longitude: 2 } }

  it.effect("expires, and says so", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      const made = yield* create(token, subscription(built, { subscriptionExpireTime: "2026-01-31T12:10:00Z" }))
      isDescribed(operation("createSubscription"), made)
      assert.deepStrictEqual([made.status, made.body["status"], made.body["expiresAt"]], [201, "ACTIVE", "2026-01-31T12:10:00.000Z"])
      assert.notInclude(made.text, "accessToken")
      yield* TestClock.adjust("599999 millis")
      assert.deepStrictEqual(typesOf(posted), ["subscription-started"])
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual(typesOf(posted), ["subscription-started", "subscription-ends"])
      assert.strictEqual(dataOf(posted[1]!).terminationReason, "SUBSCRIPTION_EXPIRED")
      for (const one of posted) {
        isWebhook("geofencing-subscriptions", "geofencing", one)
        assert.strictEqual(one.headers["authorization"], "Bearer a-long-random-text")
      }
      assert.strictEqual((yield* ask("getSubscription", token, undefined, id(made))).body["status"], "EXPIRED")
    }).pipe(withApis({ deliver }))
  })

  it.effect("tells of what its type says, until the most events", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      yield* atStart
      yield* write(own, outside)
      const token = yield* playgroundToken
      const entered = yield* create(token, subscription(own, { subscriptionMaxEvents: 2 }))
      yield* create(token, subscription(own, {}, types.left))
      yield* TestClock.adjust(1)
      posted.length = 0
      const move = (data: object) => Effect.zipRight(write(own, data, "UPDATE"), TestClock.adjust(1))
      yield* move(inside)
      assert.deepStrictEqual(typesOf(posted), ["area-entered"])
      assert.deepStrictEqual(dataOf(posted[0]!), { subscriptionId: entered.body["id"], device: { phoneNumber: own }, area })
      yield* move(inside)
      assert.strictEqual(posted.length, 1)
      yield* move(outside)
      assert.deepStrictEqual(typesOf(posted), ["area-entered", "area-left"])
      yield* move(inside)
      assert.deepStrictEqual(typesOf(posted).slice(2), ["area-entered", "subscription-ends"])
      assert.strictEqual(dataOf(posted[3]!).terminationReason, "MAX_EVENTS_REACHED")
      for (const one of posted) isWebhook("geofencing-subscriptions", "geofencing", one)
      assert.strictEqual((yield* ask("getSubscription", token, undefined, id(entered))).body["status"], "EXPIRED")
      yield* move(outside)
      yield* move(inside)
      assert.deepStrictEqual(typesOf(posted).slice(4), ["area-left"])
    }).pipe(withApis({ deliver }))
  })

  it.effect("tells at once of a device that is there, if asked to", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      yield* atStart
      yield* write(own, inside)
      const token = yield* playgroundToken
      yield* create(token, subscription(own, { initialEvent: true }))
      yield* create(token, subscription(own, { initialEvent: true }, types.left))
      yield* TestClock.adjust(1)
      assert.deepStrictEqual(typesOf(posted), ["subscription-started", "area-entered", "subscription-started"])
    }).pipe(withApis({ deliver }))
  })

  it.effect("ends when it is deleted", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      const made = yield* create(token, subscription(built, { subscriptionExpireTime: "2026-01-31T12:10:00Z" }))
      assert.strictEqual((yield* ask("deleteSubscription", token, undefined, id(made))).status, 204)
      codeIs(yield* ask("getSubscription", token, undefined, id(made)), 404, "NOT_FOUND")
      yield* TestClock.adjust("1 hour")
      assert.deepStrictEqual(typesOf(posted), ["subscription-started", "subscription-ends"])
      assert.strictEqual(dataOf(posted[1]!).terminationReason, "SUBSCRIPTION_DELETED")
    }).pipe(withApis({ deliver }))
  })

  it.effect("is ended by the network, for a reason", () => {
    const { deliver, posted } = inbox()
    return Effect.gen(function*() {
      yield* atStart
      yield* write(own, outside)
      const { network } = yield* Emulator.Emulator
      const token = yield* playgroundToken
      const [one, other] = [yield* create(token, subscription(own, { subscriptionExpireTime: "2026-01-31T12:10:00Z" })), yield* create(token, subscription(own))]
      yield* TestClock.adjust(1)
      posted.length = 0
      assert.strictEqual(yield* network.endSubscription(id(one).subscriptionId), 200)
      assert.strictEqual(yield* network.endSubscription(id(other).subscriptionId, "ACCESS_TOKEN_EXPIRED"), 200)
      assert.deepStrictEqual(posted.map((each) => [dataOf(each).subscriptionId, dataOf(each).terminationReason]), [[one.body["id"], "NETWORK_TERMINATED"], [other.body["id"], "ACCESS_TOKEN_EXPIRED"]])
      for (const each of posted) isWebhook("geofencing-subscriptions", "geofencing", each)
      assert.strictEqual((yield* ask("getSubscription", token, undefined, id(one))).body["status"], "EXPIRED")
      yield* write(own, inside, "UPDATE")
      yield* TestClock.adjust("1 hour")
      assert.strictEqual(posted.length, 2, "nothing is told of it any more")
      assert.strictEqual((yield* Effect.flip(network.endSubscription(id(one).subscriptionId))).reason, "over")
      assert.strictEqual((yield* Effect.flip(network.endSubscription("unknown"))).reason, "unknown")
    }).pipe(withApis({ deliver, tokenLifetime: "1 day" }))
  })

  it.effect("is of its application, surface and line, and of the type that the scope names", () =>
    Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      const made = yield* create(token, subscription(built))
      assert.deepStrictEqual((yield* ask("listSubscriptions", token)).text, JSON.stringify([made.body]))
      assert.strictEqual((yield* ask("listSubscriptions", yield* appToken, undefined, {}, surfaces.lab)).text, "[]")
      codeIs(yield* ask("getSubscription", yield* appToken, undefined, id(made), surfaces.lab), 404, "NOT_FOUND")
      const scopes = [`geofencing-subscriptions:${types.entered}:create`, "geofencing-subscriptions:read"]
      const [mine, his] = [yield* cibaToken(scopes), yield* cibaToken(scopes, "+33700000001")]
      const bare = (type: string) => withoutIdentifier(subscription(built, {}, type))
      const fence = yield* ask("createSubscription", mine, bare(types.entered), {}, surfaces.production)
      assert.strictEqual(fence.status, 201, fence.text)
      codeIs(yield* ask("createSubscription", mine, bare(types.left), {}, surfaces.production), 403, "SUBSCRIPTION_MISMATCH")
      codeIs(yield* ask("getSubscription", his, undefined, id(fence), surfaces.production), 404, "NOT_FOUND")
      codeIs(yield* ask("deleteSubscription", mine, undefined, id(fence), surfaces.production), 403, "PERMISSION_DENIED")
    }).pipe(withApis(quiet)))

  it.effect("refuses a time that is over, a protocol and a sink that are none", () =>
    Effect.gen(function*() {
      yield* atStart
      const token = yield* playgroundToken
      codeIs(yield* create(token, subscription(built, { subscriptionExpireTime: "2026-01-31T12:00:00Z" })), 400, "INVALID_ARGUMENT")
      codeIs(yield* create(token, { ...subscription(built), protocol: "MQTT5" }), 400, "INVALID_PROTOCOL")
      codeIs(yield* create(token, { ...subscription(built), sink: "http://shop.example" }), 400, "INVALID_SINK")
      codeIs(yield* create(token, { ...subscription(built), types: [types.entered, types.left] }), 400, "INVALID_ARGUMENT")
    }).pipe(withApis(quiet)))
})
