/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 3ddb31a25a38f364df51c1b47082697868209e7b9f0f109a8b77653be3923cc5
 * Generator: @effect-orange/codegen 0.0.0
 */
import { AppAuth, Environment } from "@effect-orange/core"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { describe, expect, it } from "@effect/vitest"
import { Context, Effect, Layer, Redacted } from "effect"
import * as Client from "../src/index.js"

/** A transport that gives one answer to everything, and keeps what it was asked. */
const answering = (status: number, contentType: string | null, body: string) => {
  const requests: Array<{ readonly method: string; readonly pathname: string }> = []
  const http = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      requests.push({ method: request.method, pathname: url.pathname })
      const headers = contentType === null ? {} : { "content-type": contentType }
      return Effect.succeed(HttpClientResponse.fromWeb(request, new Response(status === 204 ? null : body, { status, headers })))
    })
  )
  return { http, requests }
}

describe("Sms", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.Sms>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.Sms, call).pipe(
      Effect.provide(Client.layer),
      Effect.provide(AppAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("sendSms", () => {
  const request = {
    senderAddress: "tel:+2250000",
    body: {
      outboundSMSMessageRequest: {
        address: "tel:+2250700000000",
        outboundSMSTextMessage: { message: "Hello" },
        senderAddress: "tel:+2250000"
      }
    }
  } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(201, "application/json", "{\"outboundSMSMessageRequest\":{\"address\":[\"tel:+2250700000000\"],\"outboundSMSTextMessage\":{\"message\":\"Hello\"},\"resourceURL\":\"https://api.orange.com/smsmessaging/v1/outbound/tel:+2250000/requests/81e4296d-ed39-473a-ab3f-d290bfe5d3ef\",\"senderAddress\":\"tel:+2250000\"}}")
      const value = yield* using(http, (client) => client.sendSms(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/outbound\\/[^/]+\\/requests$"))
      expect(value).toEqual({
  outboundSMSMessageRequest: {
    address: ["tel:+2250700000000"],
    outboundSMSTextMessage: { message: "Hello" },
    resourceURL: "https://api.orange.com/smsmessaging/v1/outbound/tel:+2250000/requests/81e4296d-ed39-473a-ab3f-d290bfe5d3ef",
    senderAddress: "tel:+2250000"
  }
})
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":24,\"description\":\"The field address is not valid.\",\"message\":\"Invalid body field\"}")
      const error = yield* Effect.flip(using(http, (client) => client.sendSms(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.sendSms(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":50,\"description\":\"The application is not subscribed.\",\"message\":\"Access denied\"}")
      const error = yield* Effect.flip(using(http, (client) => client.sendSms(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))
})
})
