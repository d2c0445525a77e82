/**
 * CAMARA publishes a test plan for each of its operations (`code/Test_definitions` in the repositories of camaraproject on
 * GitHub, read in November 2026). Their scenarios, by the plans' own numbers and in our words, on the emulator: each is run,
 * or has its reason why not. An answer must also be one that our document describes, with a code that it names.
 */
import type { Options } from "@effect-orange/emulator"
import { Emulator, Fault } from "@effect-orange/emulator"
import type * as HttpClient from "@effect/platform/HttpClient"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import * as Crypto from "node:crypto"
import { atStart, built, cibaToken, operation, own, pathOf, prepared, quiet, scopesOf, surfaces, userTokenOf, withoutIdentifier, write } from "./network.js"
import { bearer, call, type Data, documentOf, inbox, isDescribed, isWebhook, type Operation, playgroundToken, withApis } from "./specified.js"
import { type Answered, appToken, basic, type Sent, send } from "./support.js"

// ------------------------------------------------------------------------------------------------------ the plans

const numbered = (text: string): ReadonlyArray<string> => text.split(" ")

/** The scenarios of each operation's plan, without the words of their names. */
const plans = {
  checkSimSwap: numbered("1 2 3 4 5 6 7 8 9 10 401.1 401.2 401.3 400.1 400.2 400.3 400.4"),
  retrieveSimSwapDate: numbered("1 2 3 4 5 401.1 401.2 401.3 C02.01 C02.02 C02.03 C02.04 C02.05"),
  checkDeviceSwap: numbered("1 2 3 4 5 6 7 8 422.1 C02.01 C02.02 C02.03 C02.04 C02.05 400.4 403.1 401.1 401.2 401.3 400.1 400.2 400.3"),
  retrieveDeviceSwapDate: numbered("1 2 3 4 5 C02.01 C02.02 C02.03 C02.04 C02.05 401.1 401.2 401.3"),
  verifyNumber: numbered("01 02 03 04 05 400.1 400.2 400.3 400.4 401.1 401.2 401.3 403.1 403.2 C02.01"),
  getDevicePhoneNumber: numbered("01 02 401.1 401.2 401.3 403.1 403.2"),
  matchIdentity: numbered("1 2 3 4 5 401.1 401.2 401.3 400.1 400.2 400.3 10 11 12 13 C02.01 C02.02 C02.04 C02.05"),
  checkTenure: numbered("1 2 400.1 400.2 400.3 400.4 401.1 401.2 401.3 404.1 422.1 422.2 422.3"),
  getReachabilityStatus: numbered("01 02 03 04 C01.01 C01.02 C01.03 C01.04 C01.05 C01.06 C01.07 C01.08 401.1 401.2 401.3 403"),
  getRoamingStatus: numbered("01 02 03 04 05 06 07 08 09 10 11"),
  verifyLocation: numbered("01 02 03 04 05 C01.01 C01.02 C01.03 C02.04 C01.05 C01.06 C01.07 C01.08 400.1 400.2 400.3 400.4 401.1 401.2 401.3 403 422.1 422.2 422.3"),
  retrieveLocation: numbered("01 02 03 04 05 10 11 11.1 12 13 15 16 17 18 400.1 400.3 401.1 401.2 401.3 403"),
  retrievePopulationDensity: numbered("01 02 03 04 05 06 07 400.01 400.02 400.03 400.04 400.05 400.06 400.07 400.08 400.09 400.10 400.11 400.12 400.13 401.01 401.02 401.03 403.01 422.01 422.02 422.03 429.01"),
  geofencing: numbered("01.1 02 03.1 03.2 04 05 06 07 08 09 10 11 C01.01 C01.02 C01.03 C01.04 C01.05 C01.06 C01.07 C01.08 400.1 400.2 400.3 400.4 400.5 400.6 401.1 401.2 401.3 404.1 404.2 422.1 422.2"),
  createSession: numbered("01 02_1 02_2 03 04_1 04_2 C01.01 C01.02 C01.03 C01.04 C01.05 C01.06 C01.07 400.1 400.2 400.3 400.4 400.5 400.6 400.7 400.8 400.9 400.10 400.11 400.12 400.13 400.14 400.15 400.16 401.1 401.2 401.3 403.1 409.1 422.1 422.2 429.1"),
  getSession: numbered("01 02 400.1 401.1 401.2 401.3 403.1 403.2 404.1"),
  deleteSession: numbered("01 02 400.1 401.1 401.2 401.3 403.1 403.2 404.1"),
  extendSession: numbered("01 02 400.1 400.2 400.3 400.4 400.5 401.1 401.2 401.3 403.1 403.2 404.1 409.1 429.1"),
  retrieveSessions: numbered("01 02 C01.01 C01.02 C01.03 C01.04 C01.05 C01.06 C01.07 C01.08 400.1 400.2 400.3 401.1 401.2 401.3 403.1")
} as const

type Plan = keyof typeof plans

/** `checkSimSwap 401.1`. */
type Scenarios = ReadonlyArray<`${Plan} ${string}`>

/** The plan of geofencing is one for its four operations. */
const operationsOf = (plan: Plan): ReadonlyArray<Operation> =>
  (plan === "geofencing" ? ["createSubscription", "listSubscriptions", "getSubscription", "deleteSubscription"] : [plan]).map(operation)

const firstOf = (plan: Plan): Operation => operationsOf(plan)[0]!

interface Excuse {
  readonly reason: string
  readonly of: Scenarios
}

const excuses: ReadonlyArray<Excuse> = [
  {
    reason: "where a network takes two kinds of identifier: the emulator's takes the number alone, as the playground was seen to",
    of: ["getReachabilityStatus C01.08", "getRoamingStatus 08", "verifyLocation C01.08", "geofencing C01.08", "retrieveSessions C01.08"]
  },
  {
    reason: "where a network may tell less than CAMARA's 2,400 hours, which is not known of Orange",
    of: ["checkSimSwap 400.4", "checkDeviceSwap 400.3", "checkDeviceSwap 8"]
  },
  {
    reason: "no number of the playground is so: its administration takes a time, and nothing else",
    of: ["retrieveSimSwapDate 4", "retrieveSimSwapDate 5"]
  },
  {
    reason: "where a network wants the identity document, which is not known of Orange",
    of: ["matchIdentity 5", "matchIdentity 12", "matchIdentity 13"]
  },
  {
    reason: "a subscription is there at once: an answer of 202 is for networks that need a while",
    of: ["geofencing 02"]
  },
  {
    reason: "a list of servers' addresses is of a later version than the one that Orange was seen to have",
    of: ["createSession 04_2", "createSession 400.11", "createSession 400.12", "createSession 400.13", "createSession 400.14", "createSession 400.15", "createSession 400.16"]
  },
  {
    reason: "signed notifications are of a later version than the one that Orange was seen to have",
    of: ["createSession 422.2"]
  },
  {
    reason: "the body's one property is the device: without it the same request is asked to be 422 by C01.05, and is good with a subscriber's token",
    of: ["retrieveSessions 400.3"]
  },
  {
    reason: "an estimate is there at once, and nothing can go wrong with it in between",
    of: ["retrievePopulationDensity 05"]
  }
]

/** What the rows below run. */
const run = new Set<string>()

const scenario = <A, E>(of: Scenarios, name: string, effect: Effect.Effect<A, E, never>) => {
  for (const one of of) run.add(one)
  it.effect(`${of.join(", ")}: ${name}`, () => effect)
}

// --------------------------------------------------------------------------------------------- requests, answers

const correlator = "b4333c46-49c0-4f62-80d7-f0ef930f1c46"

interface Asked {
  readonly surface?: string
  /** `undefined`: the surface's own. */
  readonly token?: string | "none"
  readonly body?: Data
  readonly variables?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

const isUsers = ({ api }: Operation): boolean => api === "number-verification"

/** Opens an operation: an application's, or a subscriber's where there must be one. */
const tokenOn = (one: Operation, surface: string) => {
  if (surface === surfaces.production) return cibaToken(scopesOf(one))
  if (isUsers(one)) return userTokenOf(surface === surfaces.lab ? "environment" : "playground", scopesOf(one), `tel:${built}`)
  return surface === surfaces.lab ? appToken : playgroundToken
}

const nobody = { sessionId: Crypto.randomUUID(), subscriptionId: Crypto.randomUUID() }

/** The example of the document, without an identifier where the token has one. */
const exampleOf = ({ api, body }: Operation, surface: string = surfaces.playground): Data =>
  body === undefined ? undefined : surface === surfaces.production && api !== "number-verification" ? withoutIdentifier(body.example) : body.example

const sendTo = (one: Operation, asked: Asked = {}) =>
  Effect.gen(function*() {
    const { headers, surface = surfaces.playground, token, variables = nobody } = asked
    const given = token ?? (yield* tokenOn(one, surface))
    const path = pathOf(one, surface).replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name as "sessionId"]!)
    const body = "body" in asked ? asked.body : exampleOf(one, surface)
    const sent: Sent = {
      method: one.method,
      headers: { ...(given === "none" ? {} : bearer(given)), "x-correlator": correlator, ...(body === undefined ? { "content-type": "application/json" } : {}), ...headers },
      ...(body === undefined ? {} : { json: body })
    }
    return yield* call(path, sent)
  })

const isCorrelated = (one: Operation, { headers, text }: Answered): void => {
  assert.strictEqual(headers["x-correlator"], correlator, one.id)
  if (text !== "") assert.strictEqual(headers["content-type"], "application/json", one.id)
}

const refused = (one: Operation, answer: Answered, status: number, code: string): void => {
  const { body, text } = answer
  assert.deepStrictEqual([answer.status, body["status"], body["code"]], [status, status, code], `${one.id} ${text}`)
  assert.isNotEmpty(body["message"], one.id)
  isCorrelated(one, answer)
  isDescribed(one, answer)
  assert.include(JSON.stringify(documentOf[one.api].components), `"${code}"`, `${one.id}: its document names the code`)
}

const succeeded = (one: Operation, answer: Answered, status: number, part: Data = {}): void => {
  assert.strictEqual(answer.status, status, `${one.id} ${answer.text}`)
  isCorrelated(one, answer)
  isDescribed(one, answer)
  for (const [name, value] of Object.entries(part)) assert.deepStrictEqual(answer.body[name], value, one.id)
}

const isRefused = (one: Operation, asked: Asked, status: number, code: string) => Effect.map(sendTo(one, asked), (answer) => refused(one, answer, status, code))

type Running<E> = Effect.Effect<unknown, E, Emulator.Emulator | HttpClient.HttpClient>

/** A row for each plan that has such a scenario, whatever its number there. */
const each = <E>(of: Partial<Record<Plan, string>>, name: string, effect: (one: Operation) => Running<E>, options: Options.Options = {}) => {
  for (const [plan, number] of Object.entries(of) as ReadonlyArray<[Plan, string]>) {
    scenario([`${plan} ${number}`], name, Effect.zipRight(atStart, effect(firstOf(plan))).pipe(withApis({ ...quiet, ...options })))
  }
}

// ------------------------------------------------------------------------------------------------- what all have

const unscoped = (one: Operation) =>
  Effect.gen(function*() {
    const variables = one.template.includes("{") ? yield* prepared(one, surfaces.production, yield* cibaToken([one.api])) : nobody
    return yield* isRefused(one, { surface: surfaces.production, token: yield* cibaToken(["profile"]), variables }, 403, "PERMISSION_DENIED")
  })

describe("tokens", () => {
  const numbers: Readonly<Record<string, readonly [none: string, expired: string, unknown: string]>> = {
    matchIdentity: ["401.3", "401.1", "401.2"],
    checkTenure: ["401.3", "401.1", "401.2"],
    getReachabilityStatus: ["401.2", "401.1", "401.3"],
    getRoamingStatus: ["04", "05", "06"],
    retrievePopulationDensity: ["401.03", "401.01", "401.02"]
  }
  for (const plan of Object.keys(plans) as ReadonlyArray<Plan>) {
    const [none, expired, unknown] = numbers[plan] ?? ["401.1", "401.2", "401.3"]
    for (const one of operationsOf(plan)) {
      scenario([`${plan} ${none}`], `${one.id} without a token`, isRefused(one, { token: "none" }, 401, "UNAUTHENTICATED").pipe(withApis(quiet)))
      scenario([`${plan} ${unknown}`], `${one.id} with a token that is none`, isRefused(one, { token: "unknown" }, 401, "UNAUTHENTICATED").pipe(withApis(quiet)))
      scenario([`${plan} ${expired}`], `${one.id} with a token that has expired`, Effect.gen(function*() {
        const token = yield* tokenOn(one, surfaces.playground)
        yield* TestClock.adjust("61 minutes")
        yield* isRefused(one, { token }, 401, "UNAUTHENTICATED")
      }).pipe(withApis(quiet)))
    }
  }

  each(
    {
      checkDeviceSwap: "403.1",
      verifyNumber: "403.1",
      getDevicePhoneNumber: "403.1",
      getReachabilityStatus: "403",
      getRoamingStatus: "07",
      verifyLocation: "403",
      retrieveLocation: "403",
      retrievePopulationDensity: "403.01",
      createSession: "403.1",
      getSession: "403.1",
      deleteSession: "403.1",
      extendSession: "403.1",
      retrieveSessions: "403.1"
    },
    "without the scope",
    unscoped
  )

  each({ getSession: "403.2", deleteSession: "403.2", extendSession: "403.2" }, "a session that another application started", (one) =>
    Effect.gen(function*() {
      const variables = yield* prepared(one, surfaces.playground, yield* playgroundToken)
      const { playground } = yield* Emulator.Emulator
      const answer = yield* send(playground.tokenUrl, { form: { grant_type: "client_credentials" }, headers: { authorization: basic("emulator-client-2", "emulator-secret-2") } })
      yield* isRefused(one, { token: String(answer.body["access_token"]), variables }, 403, "PERMISSION_DENIED")
    }))
})

describe("the answer's headers", () => {
  each(
    {
      checkSimSwap: "1",
      retrieveSimSwapDate: "1",
      checkDeviceSwap: "1",
      retrieveDeviceSwapDate: "1",
      verifyNumber: "01",
      getDevicePhoneNumber: "01",
      matchIdentity: "1",
      verifyLocation: "01",
      retrieveLocation: "01",
      createSession: "01",
      getSession: "01",
      deleteSession: "01",
      extendSession: "01",
      retrieveSessions: "01"
    },
    "are those of JSON, with the caller's correlator, on every surface",
    (one) =>
      Effect.gen(function*() {
        for (const surface of Object.values(surfaces)) {
          const token = yield* tokenOn(one, surface)
          const variables = yield* prepared(one, surface, surface === surfaces.production ? yield* cibaToken([one.api]) : token)
          const status = one.id === "createSession" ? 201 : one.id === "deleteSession" ? 204 : 200
          const path = { surface, token: surface === surfaces.production ? yield* cibaToken([one.api]) : token, variables }
          succeeded(one, yield* sendTo(one, path), status)
        }
      })
  )

  each({ createSession: "400.10", extendSession: "400.5" }, "a correlator that is none", (one) =>
    Effect.map(sendTo(one, { headers: { "x-correlator": "no spaces" } }), ({ body, status }) => assert.deepStrictEqual([status, body["code"]], [400, "INVALID_ARGUMENT"])))
})

// -------------------------------------------------------------------------------------------- whom a request is about

const isAboutDevice = (one: Operation): boolean => JSON.stringify(one.body?.example).includes("\"device\":{")

/** The example about another number or device; `undefined` is about none. */
const about = (one: Operation, identifier: { readonly phoneNumber?: unknown; readonly device?: unknown }): Data => {
  const bare = withoutIdentifier(one.body!.example)
  if (bare.config === undefined) return { ...bare, ...identifier }
  return { ...bare, config: { ...bare.config, subscriptionDetail: { ...bare.config.subscriptionDetail, ...identifier } } }
}

const aboutNumber = (one: Operation, phoneNumber: unknown): Data => about(one, isAboutDevice(one) ? { device: { phoneNumber } } : { phoneNumber })

describe("whom a request is about", () => {
  const noNumbers = ["string_value", "1234567890", "+12334foo22222", "+00012230304913849", "123", "++49565456787", "", 33612345678]
  each(
    { checkSimSwap: "400.1", retrieveSimSwapDate: "C02.01", checkDeviceSwap: "C02.01", retrieveDeviceSwapDate: "C02.01", verifyNumber: "C02.01", matchIdentity: "C02.01", checkTenure: "400.4", retrieveLocation: "11.1" },
    "a number that is none",
    (one) => Effect.forEach(noNumbers, (number) => isRefused(one, { body: aboutNumber(one, number) }, 400, "INVALID_ARGUMENT"))
  )

  each(
    { getReachabilityStatus: "C01.02", getRoamingStatus: "03", verifyLocation: "C01.02", retrieveLocation: "11", geofencing: "C01.02", createSession: "C01.02", retrieveSessions: "C01.02" },
    "an identifier that is none",
    (one) =>
      Effect.forEach(
        [
          { phoneNumber: "06" },
          { ipv4Address: { publicAddress: "198.51.100", publicPort: 59_765 } },
          { ipv4Address: { publicAddress: "198.51.100.256", privateAddress: "10.0.0.1" } },
          { ipv4Address: { publicAddress: "198.51.100.1", privateAddress: "private" } },
          { ipv4Address: { publicAddress: "198.51.100.1" } },
          { ipv4Address: "198.51.100.1" },
          { ipv6Address: "2001:db8::g" },
          { ipv6Address: "2001:db8::1]" },
          { networkAccessIdentifier: 12 },
          { imei: "490154203237518" }
        ],
        (device) => isRefused(one, { body: about(one, { device }) }, 400, "INVALID_ARGUMENT")
      )
  )

  each(
    { getReachabilityStatus: "C01.01", verifyLocation: "C01.01", retrieveLocation: "10", geofencing: "C01.01", createSession: "C01.01", retrieveSessions: "C01.01" },
    "a device that is empty",
    (one) => isRefused(one, { body: about(one, { device: {} }) }, 400, "INVALID_ARGUMENT")
  )

  each(
    { getReachabilityStatus: "C01.06", verifyLocation: "C01.06", retrieveLocation: "12", geofencing: "C01.06", createSession: "C01.06", retrieveSessions: "C01.06" },
    "a device by identifiers that are not supported alone",
    (one) =>
      Effect.forEach(
        [{ networkAccessIdentifier: "4b2e@lab.example" }, { ipv6Address: "2001:db8::8" }, { ipv4Address: { publicAddress: "198.51.100.1", publicPort: 59_765 } }],
        (device) => isRefused(one, { body: about(one, { device }) }, 422, "UNSUPPORTED_IDENTIFIER")
      )
  )

  /** CAMARA's answer on the lab; the playground's own, as measured. */
  each(
    {
      retrieveSimSwapDate: "C02.02",
      checkDeviceSwap: "C02.02",
      retrieveDeviceSwapDate: "C02.02",
      matchIdentity: "C02.02",
      checkTenure: "404.1",
      getReachabilityStatus: "C01.03",
      verifyLocation: "C01.03",
      retrieveLocation: "13",
      geofencing: "C01.03",
      createSession: "C01.03",
      retrieveSessions: "C01.03"
    },
    "a number that nobody has; the playground says 403 FORBIDDEN, as measured in 2026",
    (one) =>
      Effect.gen(function*() {
        const body = aboutNumber(one, "+33699999999")
        yield* isRefused(one, { surface: surfaces.lab, body }, 404, "IDENTIFIER_NOT_FOUND")
        yield* isRefused(one, { body }, 403, "FORBIDDEN")
      }),
    { ciba: { unknownSubscribers: ["+33699999999"] } }
  )

  each(
    {
      checkSimSwap: "9",
      retrieveSimSwapDate: "C02.03",
      checkDeviceSwap: "C02.03",
      retrieveDeviceSwapDate: "C02.03",
      checkTenure: "422.3",
      getReachabilityStatus: "C01.04",
      getRoamingStatus: "10",
      verifyLocation: "C02.04",
      retrieveLocation: "15",
      geofencing: "C01.04",
      createSession: "C01.04",
      retrieveSessions: "C01.04"
    },
    "an identifier beside a token that has one, the same or another",
    (one) =>
      Effect.forEach(["+33612345678", built], (number) => isRefused(one, { surface: surfaces.production, body: aboutNumber(one, number) }, 422, "UNNECESSARY_IDENTIFIER"))
  )

  each({ matchIdentity: "11" }, "beside a token of another number: 422 as in the other APIs, and not CAMARA's older 403", (one) =>
    isRefused(one, { surface: surfaces.production, body: aboutNumber(one, built) }, 422, "UNNECESSARY_IDENTIFIER"))

  each(
    {
      checkSimSwap: "10",
      retrieveSimSwapDate: "C02.04",
      checkDeviceSwap: "C02.04",
      retrieveDeviceSwapDate: "C02.04",
      matchIdentity: "C02.04",
      checkTenure: "422.2",
      getReachabilityStatus: "C01.05",
      verifyLocation: "C01.05",
      retrieveLocation: "17",
      geofencing: "C01.05",
      createSession: "C01.05",
      retrieveSessions: "C01.05"
    },
    "no identifier, and none in the token",
    (one) => isRefused(one, { body: about(one, {}) }, 422, "MISSING_IDENTIFIER")
  )
})

// ------------------------------------------------------------------------------------------- what a network may say

describe("what depends on the network is provoked by a fault", () => {
  const provoked = (status: number, code: string) => (one: Operation) =>
    Effect.gen(function*() {
      const { faults } = yield* Emulator.Emulator
      yield* faults.next(({ path }) => path.startsWith("/camara/"), Fault.camara(status, code))
      yield* isRefused(one, {}, status, code)
    })

  each(
    {
      checkSimSwap: "8",
      retrieveSimSwapDate: "C02.05",
      checkDeviceSwap: "C02.05",
      retrieveDeviceSwapDate: "C02.05",
      matchIdentity: "C02.05",
      checkTenure: "422.1",
      getReachabilityStatus: "C01.07",
      getRoamingStatus: "09",
      verifyLocation: "C01.07",
      retrieveLocation: "16",
      geofencing: "C01.07",
      createSession: "C01.07",
      retrieveSessions: "C01.07"
    },
    "a line for which there is no such service",
    provoked(422, "SERVICE_NOT_APPLICABLE")
  )
  each({ checkDeviceSwap: "422.1", retrieveDeviceSwapDate: "5" }, "a line that was never connected", provoked(422, "SERVICE_NOT_APPLICABLE"))
  each({ createSession: "429.1", extendSession: "429.1", retrievePopulationDensity: "429.01" }, "too many requests", provoked(429, "TOO_MANY_REQUESTS"))
  each({ createSession: "422.1" }, "a profile that is there, and not for this session", provoked(422, "QUALITY_ON_DEMAND.QOS_PROFILE_NOT_APPLICABLE"))
  each({ verifyLocation: "422.2" }, "an area that is too small", provoked(422, "LOCATION_VERIFICATION.INVALID_AREA"))
  each({ geofencing: "422.2" }, "an area that is too small", provoked(422, "GEOFENCING_SUBSCRIPTIONS.INVALID_AREA"))
  each({ retrievePopulationDensity: "400.08" }, "an area that is too complex", provoked(400, "POPULATION_DENSITY_DATA.INVALID_AREA"))
  each({ retrievePopulationDensity: "400.09" }, "a time too long ago", provoked(400, "POPULATION_DENSITY_DATA.MIN_STARTTIME_EXCEEDED"))
  each({ retrievePopulationDensity: "400.10" }, "a time too far ahead", provoked(400, "POPULATION_DENSITY_DATA.MAX_STARTTIME_EXCEEDED"))
  each({ retrievePopulationDensity: "422.01" }, "a precision that is not supported", provoked(422, "POPULATION_DENSITY_DATA.UNSUPPORTED_PRECISION"))
  each({ retrievePopulationDensity: "422.02" }, "more than can be told at once", provoked(422, "POPULATION_DENSITY_DATA.UNSUPPORTED_SYNC_RESPONSE"))
  each({ retrievePopulationDensity: "422.03" }, "more than can be told", provoked(422, "POPULATION_DENSITY_DATA.UNSUPPORTED_REQUEST"))
  each({ getRoamingStatus: "11" }, "a device of which the network knows nothing now (503: any such status is an error of the library's own)", (one) =>
    Effect.gen(function*() {
      const { faults } = yield* Emulator.Emulator
      yield* faults.next(({ path }) => path.startsWith("/camara/"), Fault.camara(503, "UNAVAILABLE"))
      const { body, status } = yield* sendTo(one)
      assert.deepStrictEqual([status, body["status"], body["code"]], [503, 503, "UNAVAILABLE"])
    }))
})

// -------------------------------------------------------------------------------------------------------- bodies

describe("bodies", () => {
  const invalid = (...bodies: ReadonlyArray<Data>) => (one: Operation) => Effect.forEach(bodies, (body) => isRefused(one, { body, variables: nobody }, 400, "INVALID_ARGUMENT"))

  each(
    { verifyNumber: "400.1", matchIdentity: "400.1", checkTenure: "400.1", verifyLocation: "400.1", retrieveLocation: "400.1", createSession: "400.2", extendSession: "400.3", retrieveSessions: "400.2" },
    "no body",
    invalid(undefined)
  )

  each(
    { verifyNumber: "400.2", matchIdentity: "400.2", checkTenure: "400.2", verifyLocation: "400.2", createSession: "400.3", extendSession: "400.4" },
    "an empty object",
    invalid({})
  )

  each({ checkDeviceSwap: "400.4" }, "a property that there is not, as the playground was seen to refuse for all", (one) => {
    const others = ["checkSimSwap", "matchIdentity", "getReachabilityStatus", "retrieveLocation", "createSession"].map(operation)
    return Effect.forEach([one, ...others], (each) => isRefused(each, { body: { ...each.body!.example, shoeSize: 44 } }, 400, "INVALID_ARGUMENT"))
  })

  scenario(["getRoamingStatus 03"], "a number that is not in a device, in the playground's words", Effect.gen(function*() {
    const one = operation("getReachabilityStatus")
    const answer = yield* sendTo(one, { body: { phoneNumber: built } })
    refused(one, answer, 400, "INVALID_ARGUMENT")
    assert.include(String(answer.body["message"]), "phoneNumber is not allowed")
  }).pipe(withApis(quiet)))

  each({ verifyNumber: "400.3" }, "neither a number nor its hash", invalid({ additional: "foo" }))
  each({ verifyNumber: "400.4" }, "a number and its hash", invalid({ phoneNumber: built, hashedPhoneNumber: "0".repeat(64) }))
  each({ matchIdentity: "400.3" }, "details that are none", invalid({ phoneNumber: built, gender: "X" }, { phoneNumber: built, givenName: 1 }, { phoneNumber: built, birthdate: "1990" }, []))
  each({ checkTenure: "400.4" }, "a date that is none", invalid({ phoneNumber: built, tenureDate: "2026-02-30" }, { phoneNumber: built, tenureDate: "yesterday" }, { phoneNumber: built, tenureDate: 2_020 }))
  each({ checkSimSwap: "400.2", checkDeviceSwap: "400.1" }, "an age that is none", invalid({ phoneNumber: built, maxAge: "240" }, { phoneNumber: built, maxAge: 1.5 }))
  each({ retrieveLocation: "400.3" }, "an age that is none", (one) => Effect.forEach(["6a0", 1.5], (maxAge) => isRefused(one, { body: { ...exampleOf(one), maxAge } }, 400, "INVALID_ARGUMENT")))
  each({ createSession: "400.1" }, "a body that is none", invalid([], "text", 1, null))
  each({ extendSession: "400.1" }, "a body that is none", invalid([], { requestedAdditionalDuration: "60" }))
  each({ retrieveSessions: "400.1" }, "a body that is none", invalid([], { device: built }))

  each({ checkSimSwap: "400.3", checkDeviceSwap: "400.2" }, "an age beyond the limit", (one) =>
    Effect.forEach([100_000, 2_401, 0], (maxAge) => isRefused(one, { body: { ...exampleOf(one), maxAge } }, 400, "OUT_OF_RANGE")))

  each({ checkTenure: "400.3" }, "a date that is ahead", (one) => isRefused(one, { body: { ...exampleOf(one), tenureDate: "2026-02-01" } }, 400, "OUT_OF_RANGE"))

  const area = { areaType: "CIRCLE", center: { latitude: 48.8566, longitude: 2.3522 }, radius: 2_000 }
  const device = { phoneNumber: built }
  each({ verifyLocation: "400.3" }, "an area or an age that is none", invalid(
    { device, area: { ...area, areaType: "SQUARE" } },
    { device, area: { ...area, center: { ...area.center, latitude: "48" } } },
    { device, area: { ...area, center: { ...area.center, longitude: "2" } } },
    { device, area: { ...area, radius: "1" } },
    { device, area, maxAge: "6a0" }
  ))
  each({ verifyLocation: "400.4" }, "an area that is not whole", invalid(
    { device },
    { device, area: { center: area.center, radius: 2_000 } },
    { device, area: { areaType: "CIRCLE", radius: 2_000 } },
    { device, area: { ...area, center: { longitude: 2 } } },
    { device, area: { ...area, center: { latitude: 48 } } },
    { device, area: { areaType: "CIRCLE", center: area.center } }
  ))
})

// ----------------------------------------------------------------------------------------------------- each API's

const isoBefore = (hours: number): string => new Date(Date.UTC(2026, 0, 31, 12) - hours * 3_600_000).toISOString()

/** Asks the playground, and gives the body of a success. */
const told = (id: string, body: Data, variables: Readonly<Record<string, string>> = {}) => {
  const one = operation(id)
  return Effect.map(sendTo(one, { body, variables }), (answer) => {
    succeeded(one, answer, one.id.startsWith("create") ? 201 : 200)
    return answer.body as Data
  })
}

describe("swaps", () => {
  const swaps = [
    { check: "checkSimSwap", date: "retrieveSimSwapDate", part: "simSwap", field: "latestSimChange" },
    { check: "checkDeviceSwap", date: "retrieveDeviceSwapDate", part: "deviceSwap", field: "latestDeviceChange" }
  ] as const
  for (const { check, date, field, part } of swaps) {
    const swapped = (hours: number | undefined, maxAge?: number) =>
      Effect.gen(function*() {
        yield* write(own, hours === undefined ? {} : { [part]: { [field]: isoBefore(hours) } })
        const { swapped } = yield* told(check, { phoneNumber: own, ...(maxAge === undefined ? {} : { maxAge }) })
        return swapped as boolean
      })
    const row = (numbers: ReadonlyArray<string>, name: string, effect: Running<unknown>) =>
      scenario(numbers.map((number) => `${check} ${number}` as const), name, Effect.zipRight(atStart, effect).pipe(withApis()))

    row(["2", "4"], "240 hours where nothing is said", Effect.gen(function*() {
      assert.isTrue(yield* swapped(239))
      assert.isTrue(yield* swapped(240))
      assert.isFalse(yield* swapped(241))
    }))
    row(["3", "5"], "as many hours as are asked for", Effect.gen(function*() {
      for (const hours of [260, 120, 24, 12]) {
        assert.isTrue(yield* swapped(hours, hours))
        assert.isTrue(yield* swapped(hours, 2_400))
        assert.isFalse(yield* swapped(hours, hours - 1))
      }
    }))
    row(["6", "7"], "a line that was never swapped", Effect.gen(function*() {
      assert.isFalse(yield* swapped(undefined))
      for (const maxAge of [259, 119, 23, 11]) assert.isFalse(yield* swapped(undefined, maxAge))
    }))

    const when = (data: object) => Effect.zipRight(write(own, data), Effect.map(told(date, { phoneNumber: own }), (body) => body[field] as unknown))
    scenario([`${date} 2`, `${date} 3`], "when it was, or when the line began", Effect.gen(function*() {
      yield* atStart
      assert.strictEqual(yield* when({ [part]: { [field]: isoBefore(10_000) } }), isoBefore(10_000))
      assert.isFalse(Number.isNaN(Date.parse(String(yield* when({})))))
    }).pipe(withApis()))
    if (date === "retrieveSimSwapDate") continue
    scenario(["retrieveDeviceSwapDate 4"], "what is not known, or may not be told", Effect.gen(function*() {
      yield* atStart
      assert.isNull(yield* when({ [part]: { [field]: null } }))
      assert.isFalse((yield* told(check, { phoneNumber: own })).swapped)
    }).pipe(withApis()))
  }
})

describe("Number Verification", () => {
  const hash = (number: string): string => Crypto.createHash("sha256").update(number).digest("hex")
  for (const [number, body, verified] of [
    ["02", { phoneNumber: built }, true],
    ["03", { phoneNumber: own }, false],
    ["04", { hashedPhoneNumber: hash(built) }, true],
    ["05", { hashedPhoneNumber: hash(own) }, false]
  ] as const) {
    scenario([`verifyNumber ${number}`], `${Object.keys(body)[0]}: ${verified}`, Effect.gen(function*() {
      assert.deepStrictEqual(yield* told("verifyNumber", body), { devicePhoneNumberVerified: verified })
    }).pipe(withApis()))
  }
  scenario(["getDevicePhoneNumber 02"], "the token's number", Effect.gen(function*() {
    assert.deepStrictEqual(yield* told("getDevicePhoneNumber", undefined), { devicePhoneNumber: built })
  }).pipe(withApis()))
  each({ verifyNumber: "403.2", getDevicePhoneNumber: "403.2" }, "a token that the network did not make out", (one) =>
    Effect.gen(function*() {
      const token = yield* userTokenOf("playground", scopesOf(one))
      yield* isRefused(one, { token }, 403, "NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK")
    }))
})

describe("KYC", () => {
  /** Those of CAMARA's version 0.3; the plan has five more, of a later one. */
  const known: Readonly<Record<string, string>> = {
    idDocument: "66666666q",
    name: "Awa Diallo",
    givenName: "Awa",
    familyName: "Diallo",
    nameKanaHankaku: "ｱﾜ ｼﾞｬﾛ",
    nameKanaZenkaku: "アワ ジャロ",
    middleNames: "Fatou",
    familyNameAtBirth: "Sow",
    address: "1 rue du Test 75001 Paris",
    streetName: "rue du Test",
    streetNumber: "1",
    postalCode: "75001",
    region: "Île-de-France",
    locality: "Paris",
    country: "FR",
    houseNumberExtension: "bis",
    birthdate: "1990-05-17",
    email: "awa.diallo@shop.example",
    gender: "FEMALE"
  }
  const other: typeof known = { country: "SN", birthdate: "1990-05-18", gender: "MALE", email: "a@b.example" }
  const scored = ["name", "givenName", "familyName", "nameKanaHankaku", "nameKanaZenkaku", "middleNames", "familyNameAtBirth", "address", "streetName", "streetNumber", "region", "locality", "email"]

  const match = (details: Data) => told("matchIdentity", { phoneNumber: own, ...details })

  scenario(["matchIdentity 2"], "each detail has its answer", Effect.gen(function*() {
    yield* write(own, { kyc: known })
    for (const [name, value] of Object.entries(known)) assert.deepStrictEqual(yield* match({ [name]: value }), { [`${name}Match`]: "true" })
  }).pipe(withApis()))
  scenario(["matchIdentity 3"], "what is not the same has a score, where there is one", Effect.gen(function*() {
    yield* write(own, { kyc: known })
    for (const name of Object.keys(known)) {
      const body = yield* match({ [name]: other[name] ?? "another" })
      assert.strictEqual(body[`${name}Match`], "false", name)
      const score = body[`${name}MatchScore`] as unknown
      if (scored.includes(name)) assert.isTrue(Number.isInteger(score) && Number(score) >= 0 && Number(score) <= 100, name)
      else assert.isUndefined(score, name)
    }
  }).pipe(withApis()))
  scenario(["matchIdentity 4"], "all of them at once, and some", Effect.gen(function*() {
    yield* write(own, { kyc: known })
    const names = Object.keys(known)
    for (const some of [names, names.filter((_, index) => index % 2 === 0), names.slice(3, 5)]) {
      assert.sameMembers(Object.keys(yield* match(Object.fromEntries(some.map((name) => [name, known[name]])))), some.map((name) => `${name}Match`))
    }
  }).pipe(withApis()))
  each({ matchIdentity: "10" }, "a number and no detail", (one) => isRefused(one, { body: { phoneNumber: built } }, 400, "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION"))

  scenario(["checkTenure 1", "checkTenure 2"], "since the day that the contract began", Effect.gen(function*() {
    yield* atStart
    const since = (tenureDate: string) => told("checkTenure", { phoneNumber: built, tenureDate })
    for (const [date, held] of [["2020-01-01", true], ["2019-12-31", false], ["2026-01-31", true]] as const) {
      const body = yield* since(date)
      assert.strictEqual(body.tenureDateCheck, held, date)
      assert.include(["PAYG", "PAYM", "Business"], body.contractType)
    }
  }).pipe(withApis()))
})

describe("a device's status", () => {
  scenario(
    ["getReachabilityStatus 01", "getReachabilityStatus 02", "getReachabilityStatus 03", "getReachabilityStatus 04"],
    "in the older form, which Orange was seen to answer: by the best connection, and not by a list of them",
    Effect.gen(function*() {
      for (const reachabilityStatus of ["CONNECTED_SMS", "CONNECTED_DATA", "NOT_CONNECTED"]) {
        yield* write(own, { reachability: { reachabilityStatus } })
        assert.deepStrictEqual(yield* told("getReachabilityStatus", { device: { phoneNumber: own } }), { reachabilityStatus })
      }
    }).pipe(withApis())
  )
  scenario(["getRoamingStatus 01", "getRoamingStatus 02"], "abroad or not (the plan's status, code and message are no part of CAMARA's own document)", Effect.gen(function*() {
    for (const roaming of [true, false]) {
      yield* write(own, { roaming: { roaming } })
      assert.strictEqual((yield* told("getRoamingStatus", { device: { phoneNumber: own } })).roaming, roaming)
    }
  }).pipe(withApis()))
})

const circle = (latitude: number, longitude: number, radius = 2_000) => ({ areaType: "CIRCLE", center: { latitude, longitude }, radius })
const pacific = circle(-30, -140)

describe("location", () => {
  const device = { phoneNumber: own }
  const seen = (hours: number) => ({ location: { latitude: 48.8566, longitude: 2.3522, radius: 800, lastLocationTime: isoBefore(hours) } })
  const verify = (area: Data, more: Data = {}) => told("verifyLocation", { device, area, ...more })

  scenario(["verifyLocation 02", "verifyLocation 03", "verifyLocation 04"], "in the area, partly, or not", Effect.gen(function*() {
    yield* atStart
    yield* write(own, seen(1))
    for (const more of [{}, { maxAge: 3_600 }]) {
      const inside = yield* verify(circle(48.8566, 2.3522), more)
      assert.deepStrictEqual([inside.verificationResult, inside.matchRate, inside.lastLocationTime], ["TRUE", undefined, isoBefore(1)])
      const partly = yield* verify(circle(48.8566, 2.3522, 500), more)
      assert.deepStrictEqual([partly.verificationResult, partly.lastLocationTime], ["PARTIAL", isoBefore(1)])
      assert.isTrue(partly.matchRate >= 1 && partly.matchRate <= 99)
      const outside = yield* verify(circle(45.7578, 4.832), more)
      assert.deepStrictEqual([outside.verificationResult, outside.matchRate, outside.lastLocationTime], ["FALSE", undefined, isoBefore(1)])
    }
  }).pipe(withApis()))
  scenario(["verifyLocation 05"], "not known", Effect.gen(function*() {
    yield* write(own, {})
    assert.deepStrictEqual(yield* verify(circle(48.8566, 2.3522)), { verificationResult: "UNKNOWN" })
  }).pipe(withApis()))
  each({ verifyLocation: "422.1" }, "an area where there is no network", (one) => isRefused(one, { body: { device: { phoneNumber: built }, area: pacific } }, 422, "LOCATION_VERIFICATION.AREA_NOT_COVERED"))
  each({ verifyLocation: "422.3" }, "not as fresh as is asked for", (one) =>
    Effect.zipRight(write(own, seen(1)), isRefused(one, { body: { device, area: circle(48.8566, 2.3522), maxAge: 3_599 } }, 422, "LOCATION_VERIFICATION.UNABLE_TO_FULFILL_MAX_AGE")))

  scenario(["retrieveLocation 02", "retrieveLocation 03"], "where it is, as fresh as is asked for", Effect.gen(function*() {
    yield* atStart
    yield* write(own, seen(1))
    for (const more of [{}, { maxAge: 3_600 }]) {
      const { area, lastLocationTime } = yield* told("retrieveLocation", { device, ...more })
      assert.deepStrictEqual([area, lastLocationTime], [circle(48.8566, 2.3522, 800), isoBefore(1)])
    }
  }).pipe(withApis()))
  each({ retrieveLocation: "04" }, "a device that no network finds", (one) => Effect.zipRight(write(own, {}), isRefused(one, { body: { device } }, 422, "LOCATION_RETRIEVAL.UNABLE_TO_LOCATE")))
  each({ retrieveLocation: "05" }, "not as fresh", (one) => Effect.zipRight(write(own, seen(1)), isRefused(one, { body: { device, maxAge: 60 } }, 422, "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_AGE")))
  each({ retrieveLocation: "18" }, "not as exact", (one) => Effect.zipRight(write(own, seen(1)), isRefused(one, { body: { device, maxSurface: 1_000 } }, 422, "LOCATION_RETRIEVAL.UNABLE_TO_FULFILL_MAX_SURFACE")))
})

describe("Population Density Data", () => {
  const one = operation("retrievePopulationDensity")
  const paris = [{ latitude: 48.8566, longitude: 2.3522 }, { latitude: 48.8601, longitude: 2.3376 }, { latitude: 48.8499, longitude: 2.3412 }]
  const sea = [{ latitude: -30, longitude: -140 }, { latitude: -30, longitude: -139 }, { latitude: -29, longitude: -139 }]
  const query = (changes: Data = {}) => ({ area: { areaType: "POLYGON", boundary: paris }, startTime: isoBefore(-1), endTime: isoBefore(-3), ...changes })
  const over = (boundary: Data) => query({ area: { areaType: "POLYGON", boundary } })
  const sink = { sink: "https://shop.example/density", sinkCredential: operation("createSession").body!.example.sinkCredential }

  const isEstimated = (cells: ReadonlyArray<Data>): void => {
    for (const cell of cells) {
      if (cell.dataType === "DENSITY_ESTIMATION") assert.containsAllKeys(cell, ["minPplDensity", "pplDensity", "maxPplDensity"])
    }
  }
  const cellsOf = ({ timedPopulationDensityData }: Data): ReadonlyArray<Data> => timedPopulationDensityData.flatMap(({ cellPopulationDensityData }: Data) => cellPopulationDensityData)

  for (const [number, startTime, endTime] of [["01", isoBefore(-1), isoBefore(-3)], ["07", isoBefore(30), isoBefore(27)]] as const) {
    scenario([`retrievePopulationDensity ${number}`], "of an area that is covered, ahead or past", Effect.gen(function*() {
      yield* atStart
      const density = yield* told(one.id, query({ startTime, endTime }))
      assert.strictEqual(density.status, "SUPPORTED_AREA")
      for (const time of density.timedPopulationDensityData) assert.isTrue(time.startTime >= startTime && time.endTime <= endTime)
      assert.isTrue(cellsOf(density).every(({ dataType }) => ["LOW_DENSITY", "DENSITY_ESTIMATION"].includes(dataType)))
      isEstimated(cellsOf(density))
    }).pipe(withApis()))
  }
  scenario(["retrievePopulationDensity 02"], "of one that is covered in part", Effect.gen(function*() {
    yield* atStart
    const density = yield* told(one.id, over([...paris.slice(0, 2), { latitude: 48, longitude: -140 }]))
    assert.strictEqual(density.status, "PART_OF_AREA_NOT_SUPPORTED")
    const types = cellsOf(density).map(({ dataType }) => dataType)
    assert.includeMembers(types, ["NO_DATA"])
    assert.isTrue(types.some((type) => ["LOW_DENSITY", "DENSITY_ESTIMATION"].includes(type)))
    isEstimated(cellsOf(density))
  }).pipe(withApis()))
  scenario(["retrievePopulationDensity 03"], "of one that is not", Effect.gen(function*() {
    yield* atStart
    assert.deepStrictEqual(yield* told(one.id, over(sea)), { status: "AREA_NOT_SUPPORTED", timedPopulationDensityData: [] })
  }).pipe(withApis()))
  const { deliver, posted } = inbox()
  scenario(["retrievePopulationDensity 04"], "to a sink, with its token", Effect.gen(function*() {
    yield* atStart
    const answer = yield* sendTo(one, { body: query(sink) })
    succeeded(one, answer, 202)
    yield* TestClock.adjust("1 second")
    assert.strictEqual(posted.length, 1)
    isWebhook("population-density-data", "density", posted[0]!)
    assert.strictEqual(JSON.parse(posted[0]!.body).operationId, answer.body["operationId"])
    assert.strictEqual(posted[0]!.headers["authorization"], "Bearer a-long-random-text")
  }).pipe(withApis({ deliver })))
  scenario(["retrievePopulationDensity 06"], "by cells of the asked size", Effect.gen(function*() {
    yield* atStart
    for (const precision of [1, 5, 12]) for (const { geohash } of cellsOf(yield* told(one.id, query({ precision })))) assert.strictEqual(geohash.length, precision)
  }).pipe(withApis()))

  const wrong = (number: string, name: string, code: string, ...bodies: ReadonlyArray<Data>) =>
    each({ retrievePopulationDensity: number }, name, () => Effect.forEach(bodies, (body) => isRefused(one, { body }, 400, code)))
  const without = (name: string) => Object.fromEntries(Object.entries(query()).filter(([key]) => key !== name))
  wrong("400.01", "what is required", "INVALID_ARGUMENT", without("area"), without("startTime"), without("endTime"))
  wrong("400.02", "times that are none", "INVALID_ARGUMENT", query({ startTime: "2026-01-31" }), query({ endTime: "2026-13-31T10:00:00Z" }), query({ startTime: "2026-01-31T10:00:00" }))
  wrong("400.03", "a precision that there is not", "INVALID_ARGUMENT", query({ precision: 0 }), query({ precision: 13 }), query({ precision: "7" }))
  wrong("400.04", "a credential of another kind", "INVALID_CREDENTIAL", query({ ...sink, sinkCredential: { ...sink.sinkCredential, credentialType: "PLAIN" } }))
  wrong("400.05", "a token of another kind", "INVALID_TOKEN", query({ ...sink, sinkCredential: { ...sink.sinkCredential, accessTokenType: "mac" } }))
  wrong("400.06", "a sink that is none", "INVALID_SINK", query({ ...sink, sink: "shop" }), query({ ...sink, sink: "http://shop.example" }))
  wrong("400.07", "an area that is a line or a point", "POPULATION_DENSITY_DATA.INVALID_AREA", over([paris[0], paris[0], paris[0]]), over([0, 1, 2].map((step) => ({ latitude: 48 + step, longitude: 2 + step }))))
  wrong("400.11", "an end before the start", "POPULATION_DENSITY_DATA.INVALID_END_TIME", query({ endTime: isoBefore(0) }), query({ endTime: isoBefore(-1) }))
  wrong("400.12", "a time that is too long", "POPULATION_DENSITY_DATA.MAX_TIME_PERIOD_EXCEEDED", query({ endTime: isoBefore(-200) }))
  wrong("400.13", "a time both past and ahead", "POPULATION_DENSITY_DATA.INVALID_TIME_PERIOD", query({ startTime: isoBefore(1), endTime: isoBefore(-1) }))
})

const typeOf = (kind: string): string => `org.camaraproject.geofencing-subscriptions.v0.${kind}`

describe("geofencing", () => {
  const create = operation("createSubscription")
  const { sink, sinkCredential } = create.body!.example
  const place = circle(48, 2, 1_000)
  const subscription = (type = typeOf("area-entered"), config: Data = {}, area: Data = place) => ({ protocol: "HTTP", sink, sinkCredential, types: [type], config: { subscriptionDetail: { device: { phoneNumber: own }, area }, ...config } })
  const bare = (type?: string) => withoutIdentifier(subscription(type))
  const scopes = ["geofencing-subscriptions"]
  const at = (latitude: number) => write(own, { location: { latitude, longitude: 2 } })

  const isCreated = (answer: Answered, request: Data): void => {
    succeeded(create, answer, 201)
    const body = answer.body as Data
    assert.deepInclude(body, { types: request.types, protocol: "HTTP", sink })
    assert.isNotEmpty(body.id)
    assert.deepStrictEqual(body.config.subscriptionDetail.device, request.config.subscriptionDetail.device)
    assert.include(["ACTIVATION_REQUESTED", "ACTIVE", "INACTIVE"], body.status)
    for (const moment of [body.startsAt, body.expiresAt]) assert.isFalse(moment !== undefined && Number.isNaN(Date.parse(moment)))
    assert.notProperty(body, "sinkCredential")
  }

  scenario(["geofencing 01.1"], "made for an application, or for a subscriber", Effect.gen(function*() {
    yield* at(49)
    for (const type of [typeOf("area-entered"), typeOf("area-left")]) {
      isCreated(yield* sendTo(create, { body: subscription(type) }), subscription(type))
      isCreated(yield* sendTo(create, { surface: surfaces.production, token: yield* cibaToken([`geofencing-subscriptions:${type}:create`]), body: bare(type) }), bare(type))
    }
  }).pipe(withApis(quiet)))

  scenario(["geofencing 03.1", "geofencing 03.2", "geofencing 04", "geofencing 05", "geofencing 06"], "read, and listed", Effect.gen(function*() {
    yield* at(49)
    const [mine, his] = [yield* cibaToken(scopes), yield* cibaToken(scopes, "+33700000001")]
    const [of, ofSubscriber] = [yield* sendTo(create, { body: subscription() }), yield* sendTo(create, { surface: surfaces.production, token: mine, body: bare() })]
    const read = (asked: Asked) => Effect.map(sendTo(operation("getSubscription"), asked), (answer) => {
      succeeded(operation("getSubscription"), answer, 200)
      return answer.body as Data
    })
    const list = (asked: Asked) => Effect.map(sendTo(operation("listSubscriptions"), asked), (answer) => {
      assert.strictEqual(answer.status, 200)
      isCorrelated(operation("listSubscriptions"), answer)
      isDescribed(operation("listSubscriptions"), answer)
      return answer.body as unknown as ReadonlyArray<Data>
    })
    const id = (answer: Answered) => ({ subscriptionId: String(answer.body["id"]) })
    assert.deepStrictEqual((yield* read({ variables: id(of) })).config.subscriptionDetail.device, { phoneNumber: own })
    const asSubscriber = { surface: surfaces.production, token: mine }
    const found = yield* read({ ...asSubscriber, variables: id(ofSubscriber) })
    assert.deepStrictEqual([found.id, found.config.subscriptionDetail.device], [ofSubscriber.body["id"], undefined])
    assert.deepStrictEqual((yield* list({})).map((one) => one.id), [of.body["id"]])
    const listed = yield* list(asSubscriber)
    assert.deepStrictEqual(listed.map((one) => [one.id, one.config.subscriptionDetail.device]), [[ofSubscriber.body["id"], undefined]])
    assert.deepStrictEqual(yield* list({ surface: surfaces.production, token: his }), [])
  }).pipe(withApis(quiet)))

  const { deliver, posted } = inbox()
  const kinds = () => posted.map(({ body }) => JSON.parse(body) as Data)
  scenario(["geofencing 07", "geofencing 11"], "deleted, which is told", Effect.gen(function*() {
    posted.length = 0
    yield* at(49)
    const made = yield* told("createSubscription", subscription())
    const answer = yield* sendTo(operation("deleteSubscription"), { variables: { subscriptionId: made.id } })
    succeeded(operation("deleteSubscription"), answer, 204)
    assert.strictEqual(answer.text, "")
    yield* TestClock.adjust("1 second")
    assert.deepInclude(kinds().at(-1).data, { subscriptionId: made.id, terminationReason: "SUBSCRIPTION_DELETED" })
    assert.strictEqual(kinds().at(-1).type, typeOf("subscription-ends"))
  }).pipe(withApis({ deliver })))

  for (const [number, kind, from, to] of [["08", "area-entered", 49, 48], ["09", "area-left", 48, 49]] as const) {
    scenario([`geofencing ${number}`], `told of ${kind}`, Effect.gen(function*() {
      posted.length = 0
      yield* at(from)
      const made = yield* told("createSubscription", subscription(typeOf(kind)))
      yield* TestClock.adjust("1 second")
      posted.length = 0
      yield* at(to)
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(kinds().map(({ data, type }) => [type, data.subscriptionId]), [[typeOf(kind), made.id]])
      isWebhook("geofencing-subscriptions", "geofencing", posted[0]!)
      assert.strictEqual(posted[0]!.headers["authorization"], `Bearer ${sinkCredential.accessToken}`)
    }).pipe(withApis({ deliver })))
  }

  scenario(["geofencing 10"], "over by its time, or by its number of events; told by the name of the URL's version", Effect.gen(function*() {
    yield* atStart
    for (const [version, name] of [["v0.3", "subscription-ends"], ["v0.4", "subscription-ends"], ["v0.5", "subscription-ended"], ["v1", "subscription-ended"]] as const) {
      const post = (body: Data) => Effect.flatMap(playgroundToken, (token) => call(`/camara/playground/api/geofencing/${version}/subscriptions`, { json: body, headers: bearer(token) }))
      const now = yield* TestClock.currentTimeMillis
      for (const [reason, config] of [["SUBSCRIPTION_EXPIRED", { subscriptionExpireTime: new Date(now + 60_000).toISOString() }], ["MAX_EVENTS_REACHED", { subscriptionMaxEvents: 1 }]] as const) {
        posted.length = 0
        yield* at(49)
        const made = yield* post(subscription(typeOf("area-entered"), config))
        assert.strictEqual(made.status, 201, made.text)
        yield* at(48)
        yield* TestClock.adjust("2 minutes")
        const last = kinds().at(-1)
        assert.deepStrictEqual([last.type, last.data.terminationReason, last.data.subscriptionId], [typeOf(name), reason, made.body["id"]])
        isWebhook("geofencing-subscriptions", "geofencing", posted.at(-1)!)
      }
    }
  }).pipe(withApis({ deliver, tokenLifetime: "1 day" })))

  const wrong = (number: string, name: string, code: string, ...changes: ReadonlyArray<Data>) =>
    each({ geofencing: number }, name, (one) => Effect.forEach(changes, (change) => isRefused(one, { body: { ...one.body!.example, ...change } }, 400, code)))
  wrong("400.1", "a body that is none", "INVALID_ARGUMENT", { config: {} }, { types: [] }, { config: { subscriptionDetail: { area: { areaType: "CIRCLE" } } } }, { sinkCredential: {} })
  each({ geofencing: "400.2" }, "an end that is over", (one) => isRefused(one, { body: { ...one.body!.example, config: { ...one.body!.example.config, subscriptionExpireTime: isoBefore(1) } } }, 400, "INVALID_ARGUMENT"))
  wrong("400.3", "a kind of event that there is not", "INVALID_ARGUMENT", { types: [typeOf("area-crossed")] })
  wrong("400.4", "a protocol that there is not", "INVALID_PROTOCOL", { protocol: "MQTT3" })
  wrong("400.5", "a credential of another kind", "INVALID_CREDENTIAL", { sinkCredential: { ...sinkCredential, credentialType: "REFRESHTOKEN" } })
  wrong("400.6", "a token of another kind", "INVALID_TOKEN", { sinkCredential: { ...sinkCredential, accessTokenType: "mac" } })
  scenario(["geofencing 404.1", "geofencing 404.2"], "a subscription that there is not", Effect.gen(function*() {
    for (const id of ["getSubscription", "deleteSubscription"]) yield* isRefused(operation(id), {}, 404, "NOT_FOUND")
  }).pipe(withApis()))
  each({ geofencing: "422.1" }, "an area where there is no network", (one) =>
    isRefused(one, { body: { ...one.body!.example, config: { subscriptionDetail: { device: { phoneNumber: built }, area: pacific } } } }, 422, "GEOFENCING_SUBSCRIPTIONS.AREA_NOT_COVERED"))
})

describe("Quality on Demand", () => {
  const [create, get, remove, extend, list] = ["createSession", "getSession", "deleteSession", "extendSession", "retrieveSessions"].map(operation) as [Operation, Operation, Operation, Operation, Operation]
  const example: Data = create.body!.example
  const id = (session: Data) => ({ sessionId: String(session.sessionId) })
  const started = (changes: Data = {}) => told("createSession", { ...example, ...changes })

  /** What the plans say of every session, beside the schema. */
  const isSession = (session: Data, request: Data, now: number): void => {
    for (const name of ["device", "applicationServer", "qosProfile", "devicePorts", "applicationServerPorts", "sink"]) assert.deepStrictEqual(session[name], request[name], name)
    assert.strictEqual(session.startedAt !== undefined, session.qosStatus !== "REQUESTED", "startedAt")
    assert.strictEqual(session.expiresAt !== undefined, session.qosStatus !== "REQUESTED", "expiresAt")
    assert.strictEqual(session.statusInfo !== undefined, session.qosStatus === "UNAVAILABLE", "statusInfo")
    if (session.startedAt !== undefined) assert.isTrue(Date.parse(session.startedAt) <= now && session.startedAt < session.expiresAt)
  }

  scenario(["createSession 01", "getSession 01", "retrieveSessions 01", "extendSession 01"], "what is asked for, there, longer, and over", Effect.gen(function*() {
    yield* atStart
    const now = TestClock.currentTimeMillis
    const minimal = { device: example.device, applicationServer: { ipv4Address: "198.51.100.9" }, qosProfile: "QOS_L", duration: 600 }
    for (const request of [example, minimal]) {
      const made = yield* told("createSession", request)
      isSession(made, request, yield* now)
      yield* TestClock.adjust("2 seconds")
      const there = yield* told("getSession", undefined, id(made))
      assert.strictEqual(there.qosStatus, "AVAILABLE")
      isSession(there, request, yield* now)
      const longer = yield* told("extendSession", { requestedAdditionalDuration: 300 }, id(made))
      isSession(longer, request, yield* now)
      assert.isAtLeast(longer.duration, 300)
      const [listed] = (yield* told("retrieveSessions", { device: example.device })) as unknown as ReadonlyArray<Data>
      isSession(listed, request, yield* now)
      yield* TestClock.adjust(`${request.duration + 300} seconds`)
      const over = yield* told("getSession", undefined, id(made))
      assert.deepStrictEqual([over.qosStatus, over.statusInfo], ["UNAVAILABLE", "DURATION_EXPIRED"])
      isSession(over, request, yield* now)
      yield* TestClock.adjust("10 minutes")
    }
  }).pipe(withApis({ ...quiet, tokenLifetime: "1 day" })))

  const { deliver, posted } = inbox()
  const isNotice = (index: number, session: Data, data: Data): void => {
    const notice = posted[index]!
    isWebhook("quality-on-demand", "sessionStatus", notice)
    assert.deepStrictEqual([notice.url, notice.headers["authorization"], notice.headers["content-type"]], [example.sink, `Bearer ${example.sinkCredential.accessToken}`, "application/cloudevents+json"])
    assert.deepStrictEqual(JSON.parse(notice.body).data, { sessionId: session.sessionId, ...data })
  }
  scenario(["createSession 02_1", "createSession 02_2", "deleteSession 01", "deleteSession 02"], "told to its sink, when it is there and when it is deleted", Effect.gen(function*() {
    posted.length = 0
    yield* atStart
    const session = yield* started()
    yield* TestClock.adjust("2 seconds")
    isNotice(0, session, { qosStatus: "AVAILABLE" })
    succeeded(remove, yield* sendTo(remove, { variables: id(session) }), 204)
    yield* TestClock.adjust("1 second")
    isNotice(1, session, { qosStatus: "UNAVAILABLE", statusInfo: "DELETE_REQUESTED" })
    assert.strictEqual(posted.length, 2)
    assert.notStrictEqual(JSON.parse(posted[0]!.body).id, JSON.parse(posted[1]!.body).id)
    yield* isRefused(get, { variables: id(session) }, 404, "NOT_FOUND")
  }).pipe(withApis({ deliver })))

  scenario(["createSession 03"], "of a subscriber's token, whose device is not told", Effect.gen(function*() {
    const answer = yield* sendTo(create, { surface: surfaces.production })
    succeeded(create, answer, 201)
    assert.notProperty(answer.body, "device")
  }).pipe(withApis(quiet)))
  scenario(["createSession 04_1"], "for blocks of servers", Effect.gen(function*() {
    yield* started({ applicationServer: { ipv4Address: "198.51.100.0/24" } })
    yield* started({ applicationServer: { ipv6Address: "2001:db8:85a3::/64" } })
    yield* started({ applicationServer: { ipv4Address: "198.51.100.0/25", ipv6Address: "2001:db8:85a3::/64" } })
  }).pipe(withApis(quiet)))

  each({ getSession: "02" }, "one that the network ended can be read for six minutes; then it is gone", () =>
    Effect.gen(function*() {
      const { network } = yield* Emulator.Emulator
      const session = yield* started()
      yield* TestClock.adjust("2 seconds")
      yield* network.endSession(String(session.sessionId))
      yield* TestClock.adjust("359 seconds")
      const over = yield* told("getSession", undefined, id(session))
      assert.deepStrictEqual([over.qosStatus, over.statusInfo], ["UNAVAILABLE", "NETWORK_TERMINATED"])
      yield* TestClock.adjust("1 second")
      yield* isRefused(get, { variables: id(session) }, 404, "NOT_FOUND")
    }))

  scenario(["retrieveSessions 02"], "none", Effect.gen(function*() {
    const answer = yield* sendTo(list)
    assert.deepStrictEqual([answer.status, answer.text], [200, "[]"])
    isCorrelated(list, answer)
  }).pipe(withApis()))

  const wrong = (number: string, name: string, code: string, ...changes: ReadonlyArray<Data>) =>
    each({ createSession: number }, name, () => Effect.forEach(changes, (change) => isRefused(create, { body: { ...example, ...change } }, 400, code)))
  wrong("400.4", "properties that are empty", "INVALID_ARGUMENT", { applicationServer: {} }, { devicePorts: {} }, { applicationServerPorts: {} }, { sinkCredential: {} })
  wrong("400.5", "ports beyond the last", "OUT_OF_RANGE",
    { device: { ipv4Address: { publicAddress: "198.51.100.1", publicPort: 65_536 } } },
    { devicePorts: { ranges: [{ from: -1, to: 5 }] } },
    { devicePorts: { ranges: [{ from: 1, to: 65_536 }] } },
    { devicePorts: { ports: [65_536] } },
    { applicationServerPorts: { ranges: [{ from: -1, to: 5 }] } },
    { applicationServerPorts: { ranges: [{ from: 1, to: 65_536 }] } },
    { applicationServerPorts: { ports: [-1] } }
  )
  wrong("400.6", "a credential of another kind: named, as in the version that Orange was seen to have", "INVALID_CREDENTIAL", { sinkCredential: { ...example.sinkCredential, credentialType: "PLAIN" } }, { sinkCredential: { ...example.sinkCredential, credentialType: "REFRESHTOKEN" } })
  wrong("400.7", "a token of another kind", "INVALID_TOKEN", { sinkCredential: { ...example.sinkCredential, accessTokenType: "mac" } })

  const qosProfiles = { QOS_L: "1 hour", QOS_S: "1 day" } as const
  each({ createSession: "400.8" }, "a profile that there is not, where they are known", () => isRefused(create, { body: { ...example, qosProfile: "QOS_X" } }, 400, "INVALID_ARGUMENT"), { qosProfiles })
  each({ createSession: "400.9" }, "longer than the profile may last: named, as in the version that Orange was seen to have", () =>
    Effect.gen(function*() {
      yield* isRefused(create, { body: { ...example, duration: 3_601 } }, 400, "QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE")
      yield* started({ qosProfile: "QOS_S", duration: 3_601 })
    }), { qosProfiles })
  each({ extendSession: "02" }, "no longer than the profile may last", () =>
    Effect.gen(function*() {
      const session = yield* started({ duration: 3_000 })
      yield* TestClock.adjust("2 seconds")
      assert.strictEqual((yield* told("extendSession", { requestedAdditionalDuration: 3_000 }, id(session))).duration, 3_600)
    }), { qosProfiles })

  each({ createSession: "409.1" }, "one that is there already", () => Effect.zipRight(started(), isRefused(create, {}, 409, "CONFLICT")))
  each({ extendSession: "409.1" }, "one that is not there yet, or no more", () =>
    Effect.gen(function*() {
      const session = yield* started({ duration: 60 })
      const refuses = isRefused(extend, { variables: id(session) }, 409, "QUALITY_ON_DEMAND.SESSION_EXTENSION_NOT_ALLOWED")
      yield* refuses
      yield* TestClock.adjust("2 minutes")
      yield* refuses
    }))
  each({ getSession: "404.1", deleteSession: "404.1", extendSession: "404.1" }, "one that there is not", (one) => isRefused(one, {}, 404, "NOT_FOUND"))
  each({ getSession: "400.1", deleteSession: "400.1", extendSession: "400.2" }, "an id of another form: any form is good, and there is no such session (which the plans allow)", (one) =>
    isRefused(one, { variables: { sessionId: "not-a-uuid" } }, 404, "NOT_FOUND"))
})

it("each scenario is run, or has its reason", () => {
  const excused = excuses.flatMap(({ of }) => of)
  const all = Object.entries(plans).flatMap(([plan, numbers]) => numbers.map((number) => `${plan} ${number}`))
  assert.deepStrictEqual(all.filter((one) => !run.has(one) && !excused.includes(one as Scenarios[number])), [], "neither run nor excused")
  assert.deepStrictEqual([...run, ...excused].filter((one) => !all.includes(one)), [], "in no plan")
  assert.deepStrictEqual(excused.filter((one) => run.has(one)), [], "excused, and run")
})
