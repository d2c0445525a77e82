/** The documents as the tests read them, with none of the emulator's own code: requests, and whether an answer is described. */
import type { Delivery, Options } from "@effect-orange/emulator"
import { Emulator } from "@effect-orange/emulator"
import { assert } from "@effect/vitest"
import addFormats from "ajv-formats"
import { Ajv2020 } from "ajv/dist/2020.js"
import * as Effect from "effect/Effect"
import * as documents from "../src/internal/documents/index.js"
import { appToken, appTokenRequest, exchange, newCode, type Sent, send, withEmulator } from "./support.js"

/** Plain data, looked into without types: a test that misreads it fails. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Data = any

export type Api = Options.Api

export interface Operation {
  readonly api: Api
  readonly id: string
  readonly method: NonNullable<Sent["method"]>
  readonly server: string
  readonly template: string
  readonly parameters: ReadonlyArray<Data>
  /** Schema and example of the body. */
  readonly body: { readonly schema: Data; readonly example: Data } | undefined
  readonly scopes: ReadonlyArray<string>
}

export const documentOf: Record<Api, Data> = {
  "poi-shops": documents.poiShops,
  sms: documents.sms,
  "orange-money": documents.orangeMoney,
  "orange-money-sonatel": documents.orangeMoneySonatel,
  userinfo: documents.userinfo,
  "playground-admin": documents.playgroundAdmin,
  "sim-swap": documents.simSwap,
  "device-swap": documents.deviceSwap,
  "number-verification": documents.numberVerification,
  "kyc-match": documents.kycMatch,
  "kyc-tenure": documents.kycTenure,
  "location-retrieval": documents.locationRetrieval,
  "location-verification": documents.locationVerification,
  "device-reachability-status": documents.deviceReachabilityStatus,
  "device-roaming-status": documents.deviceRoamingStatus,
  "quality-on-demand": documents.qualityOnDemand,
  "geofencing-subscriptions": documents.geofencingSubscriptions,
  "population-density-data": documents.populationDensityData
}

/** Those with one surface and Orange's own envelopes. */
export const simpleApis: ReadonlyArray<Api> = ["poi-shops", "sms", "orange-money", "orange-money-sonatel", "userinfo", "playground-admin"]

export const resolve = (api: Api, value: Data): Data =>
  value?.$ref === undefined
    ? value
    : resolve(api, value.$ref.split("/").slice(1).reduce((at: Data, key: string) => at[key], documentOf[api]))

const verbs = ["get", "post", "put", "delete", "patch"]

const operationsOf = (api: Api): ReadonlyArray<Operation> =>
  Object.entries<Data>(documentOf[api].paths).flatMap(([template, path]) =>
    verbs.filter((verb) => path[verb] !== undefined).map((verb) => {
      const operation = path[verb]
      const content = resolve(api, operation.requestBody)?.content["application/json"]
      const [requirement] = operation.security ?? documentOf[api].security ?? []
      return {
        api,
        id: operation.operationId,
        method: verb.toUpperCase() as "GET",
        server: (path.servers ?? documentOf[api].servers)[0].url.replace(/^https:\/\/[^/]*/, "").replace("{country}", "dev"),
        template,
        parameters: [...path.parameters ?? [], ...operation.parameters ?? []].map((one) => resolve(api, one)),
        body: content && { schema: content.schema, example: content.example },
        scopes: Object.values<ReadonlyArray<string>>(requirement ?? {})[0] ?? []
      }
    }))

export const operations: ReadonlyArray<Operation> = simpleApis.flatMap(operationsOf)

/** The Network APIs: their servers keep the variables of their URLs. */
export const networkOperations: ReadonlyArray<Operation> = (Object.keys(documentOf) as Array<Api>).filter((api) => !simpleApis.includes(api)).flatMap(operationsOf)

const validators = new Map<Api, Ajv2020>()

const ajvOf = (api: Api): Ajv2020 => {
  const known = validators.get(api)
  if (known !== undefined) return known
  const made = new Ajv2020({ strict: false, logger: false, formats: { password: true } })
  addFormats.default(made)
  made.addSchema(documentOf[api], api)
  validators.set(api, made)
  return made
}

const pointer = (...keys: ReadonlyArray<string>) => keys.map((key) => `/${encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("")

const check = (api: Api, schema: Data, at: string, body: unknown): void => {
  const validate = ajvOf(api).compile(schema.$ref === undefined ? { $ref: `${api}#${at}` } : { $ref: `${api}${schema.$ref}` })
  assert.isTrue(validate(body), JSON.stringify({ errors: validate.errors, body }))
}

/** The answer has a status of the document's, and the body that the document has for it. */
export const isDescribed = ({ api, id, method, template }: Operation, answer: { readonly status: number; readonly text: string; readonly headers: Readonly<Record<string, string | undefined>> }): void => {
  const responses = documentOf[api].paths[template][method.toLowerCase()].responses
  const response = resolve(api, responses[answer.status])
  assert.isDefined(response, `${id}: ${answer.status} ${answer.text}`)
  const [media, content] = Object.entries<Data>(response.content ?? {})[0] ?? []
  if (media === undefined) return assert.strictEqual(answer.text, "", id)
  assert.strictEqual(answer.headers["content-type"], media, id)
  check(api, content.schema, pointer("paths", template, method.toLowerCase(), "responses", String(answer.status), "content", media, "schema"), JSON.parse(answer.text))
}

/** A delivery is one of the document's webhooks. */
export const isWebhook = (api: Api, name: string, { body, headers }: Delivery.Delivery): void => {
  const [media, content] = Object.entries<Data>(documentOf[api].webhooks[name].post.requestBody.content)[0]!
  assert.strictEqual(headers["content-type"], media)
  check(api, content.schema, "", JSON.parse(body))
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

export const sonatelToken = Effect.gen(function*() {
  const { orangeSonatel } = yield* Emulator.Emulator
  const form = { grant_type: "client_credentials", client_id: "emulator-client", client_secret: "emulator-secret" }
  return String((yield* send(orangeSonatel.tokenUrl, { form })).body["access_token"])
})

export const playgroundToken = Effect.gen(function*() {
  const { playground } = yield* Emulator.Emulator
  return String((yield* send(playground.tokenUrl, appTokenRequest())).body["access_token"])
})

export const userToken = (...scopes: ReadonlyArray<string>) =>
  Effect.map(Effect.flatMap(newCode({ scope: scopes.join(" ") }), exchange), ({ body }) => String(body["access_token"]))

/** The token that opens an operation. */
export const tokenFor = ({ api, scopes }: Pick<Operation, "api" | "scopes">) =>
  Effect.gen(function*() {
    if (api === "orange-money-sonatel") return yield* sonatelToken
    return api === "userinfo" ? yield* userToken(...scopes) : yield* appToken
  })

export const call = (path: string, sent: Sent = {}) =>
  Effect.flatMap(Emulator.Emulator, ({ environment }) => send(environment.baseUrl + path, sent))

/** As the application that `authorization` names (Basic). */
export const tokenOf = (authorization: string) =>
  Effect.gen(function*() {
    const { environment } = yield* Emulator.Emulator
    return String((yield* send(environment.tokenUrl, appTokenRequest({ headers: { authorization } }))).body["access_token"])
  })

export const asApplication = (path: string, sent: Sent = {}) =>
  Effect.flatMap(appToken, (token) => call(path, { ...sent, headers: { ...bearer(token), ...sent.headers } }))

/** Sonatel's gateway wants a content type of every call. */
export const asSonatel = (path: string, sent: Sent = {}) =>
  Effect.flatMap(sonatelToken, (token) => call(path, { ...sent, headers: { ...bearer(token), "content-type": "application/json", ...sent.headers } }))

const pause = Effect.promise(() => new Promise<void>((resolve) => setTimeout(resolve, 20)))

/** An application's own server: what was posted to it, answered by the given statuses in turn and then by 200. */
export const inbox = (...statuses: ReadonlyArray<number>) => {
  const left = [...statuses]
  const posted: Array<Delivery.Delivery> = []
  const deliver: Delivery.Deliver = (delivery) =>
    Effect.sync(() => {
      posted.push(delivery)
      return left.shift() ?? 200
    })
  /** Waits in real time, for a signature is made by threads of Node's. */
  const arrived = (count: number): Effect.Effect<void> => Effect.flatMap(pause, () => posted.length < count ? arrived(count) : Effect.void)
  return { posted, deliver, arrived }
}

/** Lets what runs in the background come to its end, or to its next pause: for what must not arrive. */
export const settled = Effect.repeatN(pause, 2)

/** An emulator of its own with ES256, whose keys are made a hundred times faster than RS256's. */
export const withApis = (options: Options.Options = {}) => withEmulator({ idTokenAlgorithm: "ES256", ...options })
