/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money web payment 1 (orange-money.yaml)
 * sha256: 2844d86b23efea7b3a5cc9185ac4b27fd203157b9a91b3744f2451f0dde43b41
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
      return Effect.succeed(HttpClientResponse.fromWeb(request, new Response(contentType === null ? null : body, { status, headers })))
    })
  )
  return { http, requests }
}

describe("OrangeMoney", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.OrangeMoney>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.OrangeMoney, call).pipe(
      Effect.provide(Client.layer),
      Effect.provide(AppAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("getTransactionStatus", () => {
  const request = { body: { amount: 1, order_id: "text", pay_token: Redacted.make("secret") } } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(201, "application/json", "{\"order_id\":\"order-2026-0001\",\"status\":\"SUCCESS\",\"txnid\":\"MP150709.1341.A00073\"}")
      const value = yield* using(http, (client) => client.getTransactionStatus(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/transactionstatus$"))
      expect(value).toEqual({ order_id: "order-2026-0001", status: "SUCCESS", txnid: "MP150709.1341.A00073" })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":24,\"description\":\"A field of the body is not valid.\",\"message\":\"Invalid body field\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getTransactionStatus(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getTransactionStatus(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":50,\"description\":\"The application is not subscribed.\",\"message\":\"Access denied\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getTransactionStatus(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":60,\"description\":\"There is no such payment.\",\"message\":\"Resource not found\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getTransactionStatus(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))
})

describe("createPayment", () => {
  const request = {
    body: {
      amount: 1,
      cancel_url: "https://example.com/a",
      currency: "ABC",
      lang: "fr",
      merchant_key: Redacted.make("secret"),
      notif_url: "https://example.com/a",
      order_id: "text",
      reference: "text",
      return_url: "https://example.com/a"
    }
  } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(201, "application/json", "{\"message\":\"text\",\"notif_token\":\"secret\",\"pay_token\":\"secret\",\"payment_url\":\"secret\",\"status\":1}")
      const value = yield* using(http, (client) => client.createPayment(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/webpayment$"))
      expect(value).toEqual({
        message: "text",
        notif_token: Redacted.make("secret"),
        pay_token: Redacted.make("secret"),
        payment_url: Redacted.make("secret"),
        status: 1
      })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":24,\"description\":\"A field of the body is not valid.\",\"message\":\"Invalid body field\"}")
      const error = yield* Effect.flip(using(http, (client) => client.createPayment(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.createPayment(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":50,\"description\":\"The application is not subscribed.\",\"message\":\"Access denied\"}")
      const error = yield* Effect.flip(using(http, (client) => client.createPayment(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))
})
})
