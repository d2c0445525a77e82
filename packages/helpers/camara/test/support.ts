/** What the tests share: Orange's network as a function, an application's token or a subscriber's, and a door for notifications. */
import * as Reachability from "@effect-orange/client-device-reachability-status"
import * as Roaming from "@effect-orange/client-device-roaming-status"
import * as DeviceSwap from "@effect-orange/client-device-swap"
import * as Geofencing from "@effect-orange/client-geofencing-subscriptions"
import * as KycMatch from "@effect-orange/client-kyc-match"
import * as KycTenure from "@effect-orange/client-kyc-tenure"
import * as LocationRetrieval from "@effect-orange/client-location-retrieval"
import * as LocationVerification from "@effect-orange/client-location-verification"
import * as QualityOnDemand from "@effect-orange/client-quality-on-demand"
import * as SimSwap from "@effect-orange/client-sim-swap"
import { Callback } from "@effect-orange/callbacks"
import { AppAuth, Ciba, Environment, TokenSource } from "@effect-orange/core"
import { Msisdn } from "@effect-orange/numbers"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

export const phoneNumber = Msisdn.make("+990100000000")

export const clients = Layer.mergeAll(
  DeviceSwap.layerUser, Geofencing.layerUser, KycMatch.layerUser, KycTenure.layerUser, LocationRetrieval.layerUser, LocationVerification.layerUser,
  QualityOnDemand.layerUser, Reachability.layerUser, Roaming.layerUser, SimSwap.layerUser
)

export interface Sent {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly body: any
  readonly at: number
}

export interface Answer {
  readonly status?: number
  readonly body?: unknown
}

const textOf = (body: { readonly _tag: string; readonly body?: unknown }): string =>
  body.body instanceof Uint8Array ? new TextDecoder().decode(body.body) : ""

/** Orange's network, and what was sent to it. */
export const makeNetwork = (answer: (sent: Sent) => Answer) => {
  const sent: Array<Sent> = []
  const client = HttpClient.make((request, url) =>
    Effect.map(Clock.currentTimeMillis, (at) => {
      const text = textOf(request.body)
      const one = { method: request.method, path: url.pathname, authorization: request.headers["authorization"], body: text === "" ? undefined : JSON.parse(text), at }
      sent.push(one)
      const { body, status = 200 } = answer(one)
      return HttpClientResponse.fromWeb(request, new Response(status === 204 ? null : JSON.stringify(body ?? {}), { status, headers: { "content-type": "application/json" } }))
    }))
  return { sent, layer: Layer.succeed(HttpClient.HttpClient, client) }
}

const production = Environment.make({ ...Environment.production, serverVariables: { surface: "ofr", version: "v1" } })

/** What was asked of the grant that stands for production's. */
export const asked: Array<Ciba.Request> = []

/** The two worlds: they differ by this layer alone. */
export const worlds = {
  playground: Ciba.layerTwoLegged.pipe(Layer.provide(AppAuth.layerToken(Redacted.make("of-the-application"), Environment.playground))),
  production: Layer.succeed(Ciba.Ciba, {
    identifiedBy: "Token",
    authenticate: (request) =>
      Effect.sync(() => {
        asked.push(request)
        return TokenSource.fromToken("User", Redacted.make("of-the-subscriber"), production)
      })
  })
} as const

/** An application's door. */
export const makeDoor = <E, R>(callback: Callback.Callback<E, R>) =>
  Effect.map(Callback.toWebHandler(callback), (handler) => (url: string, bearer: string | undefined, event: unknown): Effect.Effect<number> =>
    Effect.promise(() =>
      handler(new Request(url, {
        method: "POST",
        headers: { "content-type": "application/cloudevents+json", ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) },
        body: JSON.stringify(event)
      })).then(({ status }) => status)))
