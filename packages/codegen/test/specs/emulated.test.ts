/**
 * Clients of the network APIs against the emulator: those generated from our documents, and those generated from CAMARA's
 * own, which know nothing of Orange. Every operation of both is called on the playground, with the application's token, and
 * in production, with a subscriber's (CIBA); each answer must decode. CAMARA's documents are looked for in
 * ../shared/specs-real; where that is not there, their half is skipped.
 */
import { ApiClient, AuthorizationCode, Ciba, ClientCredentials, Credentials, Environment, type Operation, TokenSeal, TokenStore, UserAuth } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as NodeContext from "@effect/platform-node/NodeContext"
import { Effect, Either, Layer, Redacted, Schema, type Scope } from "effect"
import * as Path from "node:path"
import { describe, expect, it } from "vitest"
import { load } from "../../src/internal/read/load.js"
import { type GeneratedModule, importClient, mediasOf, renderDocument } from "../support/generated.js"
import { all, hasTheirs, type Name, oursOf, rootOfTheirs, theirsOf } from "./counterparts.js"
import { isObject, type Json, type JsonObject } from "./documents.js"

type Whose = "ours" | "CAMARA's"
type World = "playground" | "production"

// ------------------------------------------------------------------------------------------------------ the calls

interface Call {
  /** As both documents have it; its variables are what was answered before. */
  readonly at: string
  /** As an application sends it: with the subscriber's number, which is left out beside a subscriber's token. */
  readonly body?: JsonObject
  /** A part of the answer, decoded. `undefined`: there is none. */
  readonly gives: unknown
  /** What a client of CAMARA's makes of Orange's answer instead. */
  readonly otherwise?: { readonly error: string; readonly reason: string }
}

const phoneNumber = "+990100000001"
const device = { phoneNumber }
const area = { areaType: "CIRCLE", center: { latitude: 48.8566, longitude: 2.3522 }, radius: 2_000 }
const sinkCredential = { credentialType: "ACCESSTOKEN", accessToken: "a-long-random-text", accessTokenExpiresUtc: "2099-01-31T10:30:00Z", accessTokenType: "bearer" }
const sink = { sink: "https://shop.example/orange/a-long-random-text", sinkCredential }

const types = ["org.camaraproject.geofencing-subscriptions.v0.area-entered"]
const session = { qosProfile: "QOS_L", applicationServer: { ipv4Address: "198.51.100.7" } }

const correlator = "b4333c46-49c0-4f62-80d7-f0ef930f1c46"

const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString()

const calls: Readonly<Record<Name, ReadonlyArray<Call>>> = {
  "sim-swap": [
    { at: "POST /check", body: { phoneNumber, maxAge: 48 }, gives: { swapped: true } },
    { at: "POST /retrieve-date", body: { phoneNumber }, gives: { latestSimChange: { _tag: "Utc" } } }
  ],
  "device-swap": [
    { at: "POST /check", body: { phoneNumber, maxAge: 12 }, gives: { swapped: false } },
    { at: "POST /retrieve-date", body: { phoneNumber }, gives: { latestDeviceChange: { _tag: "Utc" } } }
  ],
  "number-verification": [
    { at: "POST /verify", body: { phoneNumber }, gives: { devicePhoneNumberVerified: true } },
    { at: "GET /device-phone-number", gives: { devicePhoneNumber: phoneNumber } }
  ],
  "kyc-match": [
    { at: "POST /match", body: { phoneNumber, givenName: "Awa", familyName: "Dialo", birthdate: "1990-05-17" }, gives: { givenNameMatch: "true", familyNameMatch: "false", birthdateMatch: "true" } }
  ],
  "kyc-tenure": [
    { at: "POST /check-tenure", body: { phoneNumber, tenureDate: "2021-01-31" }, gives: { tenureDateCheck: true, contractType: "PAYM" } }
  ],
  "device-reachability-status": [
    {
      at: "POST /retrieve",
      body: { device },
      gives: { reachabilityStatus: "CONNECTED_SMS" },
      otherwise: { error: "MalformedResponseError", reason: "Orange answers the older form, as measured in 2026, and CAMARA's requires `reachable`" }
    }
  ],
  "device-roaming-status": [{ at: "POST /retrieve", body: { device }, gives: { roaming: false } }],
  "location-retrieval": [{ at: "POST /retrieve", body: { device, maxAge: 120 }, gives: { area: { ...area, radius: 800 }, lastLocationTime: { _tag: "Utc" } } }],
  "location-verification": [{ at: "POST /verify", body: { device, area, maxAge: 120 }, gives: { verificationResult: "TRUE", lastLocationTime: { _tag: "Utc" } } }],
  "population-density-data": [
    {
      at: "POST /retrieve",
      body: {
        area: { areaType: "POLYGON", boundary: [{ latitude: 48.8566, longitude: 2.3522 }, { latitude: 48.8601, longitude: 2.3376 }, { latitude: 48.8499, longitude: 2.3412 }] },
        startTime: hours(1),
        endTime: hours(2),
        precision: 7
      },
      gives: { status: "SUPPORTED_AREA" }
    }
  ],
  "geofencing-subscriptions": [
    { at: "POST /subscriptions", body: { protocol: "HTTP", ...sink, types, config: { subscriptionDetail: { device, area }, subscriptionExpireTime: hours(1), subscriptionMaxEvents: 10 } }, gives: { types, status: "ACTIVE", startsAt: { _tag: "Utc" } } },
    { at: "GET /subscriptions", gives: [{ types, status: "ACTIVE" }] },
    { at: "GET /subscriptions/{subscriptionId}", gives: { types, sink: sink.sink } },
    { at: "DELETE /subscriptions/{subscriptionId}", gives: undefined }
  ],
  "quality-on-demand": [
    { at: "POST /sessions", body: { device, ...session, duration: 3_600, ...sink }, gives: { ...session, qosStatus: "REQUESTED" } },
    { at: "GET /sessions/{sessionId}", gives: { qosStatus: "AVAILABLE", expiresAt: { _tag: "Utc" } } },
    { at: "POST /sessions/{sessionId}/extend", body: { requestedAdditionalDuration: 1_800 }, gives: { duration: 5_400 } },
    { at: "POST /retrieve-sessions", body: { device }, gives: [{ ...session, duration: 5_400 }] },
    { at: "DELETE /sessions/{sessionId}", gives: undefined }
  ]
}

/** Beside a subscriber's token there is no identifier, but for the one that is to be verified. */
const withoutIdentifier = (name: Name, value: JsonObject): JsonObject =>
  name === "number-verification" ? value : Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => key === "device" || key === "phoneNumber" ? [] : [[key, isObject(one) ? withoutIdentifier(name, one) : one]])
  )

// ---------------------------------------------------------------------------------------------------- the clients

const documentOf = { ours: { path: oursOf, root: (name: Name) => Path.dirname(oursOf(name)) }, "CAMARA's": { path: theirsOf, root: rootOfTheirs } }

const generated = (name: Name, whose: Whose): Effect.Effect<GeneratedModule> =>
  Effect.gen(function*() {
    const { path, root } = documentOf[whose]
    const { document } = yield* load({ document: path(name), allowRemote: false, root: root(name) })
    return yield* Effect.promise(() => importClient(`emulated/${whose === "ours" ? "ours" : "camara"}/${name}`, renderDocument(document, { source: Path.basename(path(name)) })))
  }).pipe(Effect.orDie, Effect.provide([NodeContext.layer, FetchHttpClient.layer]))

const operationsOf = ({ operations }: GeneratedModule): ReadonlyArray<Operation.Any> =>
  Object.values(operations).filter((one): one is Operation.Any => typeof one === "object" && one !== null && "path" in one)

const at = ({ method, path }: Operation.Any): string => `${method} ${path}`

/** The body as a user of the client writes it: decoded by the client's own schema. */
const bodyOf = ({ body }: Operation.Any, wire: Json): unknown => {
  const [media] = mediasOf(body)
  if (media === undefined || !("json" in media)) throw new Error("takes no JSON")
  return Schema.decodeUnknownSync(media.json as Schema.Schema<unknown>)(wire)
}

/** Where an API is. A user of CAMARA's client says it by its `apiRoot`, a user of ours by its `surface`. */
const where = (whose: Whose, world: World, baseUrl: string): ApiClient.CallOptions => {
  const surface = world === "playground" ? "playground/api" : "ofr"
  return { serverVariables: whose === "ours" ? { surface } : { apiRoot: `${baseUrl}/camara/${surface}` }, correlator }
}

// ----------------------------------------------------------------------------------------------------- the worlds

const worlds = {
  playground: Layer.unwrapEffect(Effect.map(Emulator.Emulator, ({ credentials, playground }) =>
    Layer.provide(Ciba.layerTwoLegged, ClientCredentials.layer({ environment: Environment.make(playground), credentials: Credentials.basic(credentials) })))),
  production: Layer.unwrapEffect(Effect.map(Emulator.Emulator, ({ ciba, credentials }) =>
    Ciba.layer({ environment: Environment.make(ciba), credentials: Credentials.basic(credentials) })))
}

type Subscriber = (scopes: ReadonlyArray<string>) => Effect.Effect<UserAuth.UserAuth["Type"], unknown, Ciba.Ciba | Emulator.Emulator | HttpClient.HttpClient | Scope.Scope | TokenSeal.TokenSeal | TokenStore.TokenStore>

const byCiba: Subscriber = (scopes) => Effect.flatMap(Ciba.Ciba, (ciba) => ciba.authenticate({ loginHint: `tel:${phoneNumber}`, scopes }))

/** The playground's tokens of Number Verification are those of a log-in. */
const byLogin: Subscriber = (scopes) =>
  Effect.gen(function*() {
    const emulator = yield* Emulator.Emulator
    const grant = yield* AuthorizationCode.make({ environment: Environment.make(emulator.playground), credentials: Credentials.basic(emulator.credentials), redirectUri: "http://127.0.0.1/callback" })
    const { transaction, url } = yield* grant.authorize({ scopes: ["openid", ...scopes], loginHint: Redacted.make(`tel:${phoneNumber}`) })
    const { id } = yield* grant.callback(yield* emulator.approve(url), { transaction })
    return yield* grant.session(id)
  })

/** The scopes of one way to call each operation with a subscriber's token. */
const scopesOf = (operations: ReadonlyArray<Operation.Any>): ReadonlyArray<string> =>
  operations.flatMap(({ api, security }) => {
    const ways = (security ?? []).flatMap((one) => Object.entries(one))
    const [way] = ways.filter(([scheme]) => {
      const found = api.security[scheme]
      return found?.type === "oauth2" && found.flows.includes("User")
    })
    return way?.[1] ?? []
  })

/** What a call gave: its value, or the name of its error. */
type Given = { readonly value: unknown; readonly correlator: string | undefined } | { readonly error: string; readonly message: string }

const perform = (name: Name, whose: Whose, world: World) =>
  Effect.gen(function*() {
    const emulator = yield* Emulator.Emulator
    const operations = operationsOf(yield* generated(name, whose))
    const subscriber = yield* (name === "number-verification" && world === "playground" ? byLogin : byCiba)(scopesOf(operations))
    const options = where(whose, world, emulator.environment.baseUrl)
    const variables: Record<string, unknown> = {}
    const given: Array<Given> = []
    for (const call of calls[name]) {
      const operation = operations.find((one) => at(one) === call.at)
      if (operation === undefined) throw new Error(`${name}: the document has no ${call.at}`)
      const wire = call.body === undefined || world === "playground" ? call.body : withoutIdentifier(name, call.body)
      const named = Object.fromEntries(Object.entries(variables).filter(([name]) => call.at.includes(`{${name}}`)))
      const request = { ...named, ...(wire === undefined ? {} : { body: bodyOf(operation, wire) }) }
      const args = operation.parameters === undefined && operation.body === undefined ? [options] : [request, options]
      const answer = yield* ApiClient.withResponse(ApiClient.runUser(operation as Operation.Operation<unknown, unknown, unknown>, ...args as [unknown])).pipe(Effect.provideService(UserAuth.UserAuth, subscriber), Effect.either)
      if (Either.isRight(answer)) {
        const value = answer.right.value as Partial<Record<"sessionId" | "id", unknown>> | undefined
        Object.assign(variables, value?.sessionId === undefined ? {} : { sessionId: value.sessionId }, value?.id === undefined ? {} : { subscriptionId: value.id })
        given.push({ value, correlator: answer.right.headers["x-correlator"] })
      } else {
        const { _tag: error, message } = answer.left as { readonly _tag: string; readonly message: string }
        given.push({ error, message })
      }
      // The network's moment, so that a session is there.
      yield* emulator.turnClock("2 seconds")
    }
    return { given, operations: operations.map(at) }
  }).pipe(
    Effect.provide(worlds[world]),
    Effect.provide([TokenStore.layerMemory, TokenSeal.layerEphemeral]),
    Effect.provide(Layer.merge(Emulator.layerServer({ idTokenAlgorithm: "ES256", ciba: { interval: "1 second" }, deliver: () => Effect.succeed(204) }), FetchHttpClient.layer))
  )

const judge = (name: Name, whose: Whose, world: World) => async () => {
  const { given, operations } = await Effect.runPromise(Effect.scoped(perform(name, whose, world)))
  expect(calls[name].map(({ at }) => at).sort(), "every operation is called").toEqual([...operations].sort())
  calls[name].forEach(({ at, gives, otherwise }, index) => {
    const what = given[index]!
    if (whose === "CAMARA's" && otherwise !== undefined) return expect(what, `${at}: ${otherwise.reason}`).toMatchObject({ error: otherwise.error })
    expect(what, at).toMatchObject({ value: gives, correlator })
  })
}

const worldNames = ["playground", "production"] as const

describe("clients of our documents, against the emulator", () => {
  for (const world of worldNames) it.concurrent.each(all)(`%s, ${world}`, (name) => judge(name, "ours", world)())
})

describe.skipIf(!hasTheirs)("clients of CAMARA's documents, against the emulator (skipped where ../shared/specs-real is not there)", () => {
  for (const world of worldNames) it.concurrent.each(all)(`%s, ${world}`, (name) => judge(name, "CAMARA's", world)())
})
