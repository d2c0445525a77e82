/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money of Sonatel 1 (orange-money-sonatel.yaml)
 * sha256: 524f6dca2787f4bb1666fa1cb496c60b90330a03164aef23f8aff6b5c782a5dc
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

describe("OrangeMoneySonatel", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.OrangeMoneySonatel>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.OrangeMoneySonatel, call).pipe(
      Effect.provide(Client.layer),
      Effect.provide(AppAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("listTransactions", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "[{\"amount\":{\"unit\":\"XOF\",\"value\":1000},\"metadata\":{\"basket\":\"b1\"},\"reference\":\"order-2026-0001\",\"status\":\"SUCCESS\",\"transactionId\":\"MP260908.1831.A12345\",\"type\":\"MERCHANT_PAYMENT\"}]")
      const value = yield* using(http, (client) => client.listTransactions())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/api\\/eWallet\\/v1\\/transactions$"))
      expect(value).toEqual([{
        amount: { unit: "XOF", value: 1000 },
        metadata: { basket: "b1" },
        reference: "order-2026-0001",
        status: "SUCCESS",
        transactionId: "MP260908.1831.A12345",
        type: "MERCHANT_PAYMENT"
      }])
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/problem+json", "{\"code\":\"4004\",\"detail\":\"The code has expired.\",\"status\":\"400\",\"title\":\"Bad Request\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listTransactions()))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/problem+json", "{\"code\":\"42\",\"detail\":\"The token has expired.\",\"status\":\"401\",\"title\":\"Unauthorized\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listTransactions()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/problem+json", "{\"code\":\"50\",\"detail\":\"The application is not subscribed.\",\"status\":\"403\",\"title\":\"Forbidden\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listTransactions()))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("415 is ApiUnsupportedMediaType", () =>
    Effect.gen(function*() {
      const { http } = answering(415, "application/problem+json", "{\"code\":\"68\",\"detail\":\"Expected application/json.\",\"status\":\"415\",\"title\":\"Unsupported Media Type\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listTransactions()))
      expect(error._tag).toBe("ApiUnsupportedMediaType")
    }))
})

describe("getTransactionStatus", () => {
  const request = { transactionId: "MP260908.1831.A12345" } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"status\":\"SUCCESS\"}")
      const value = yield* using(http, (client) => client.getTransactionStatus(request))
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/api\\/eWallet\\/v1\\/transactions\\/[^/]+\\/status$"))
      expect(value).toEqual({ status: "SUCCESS" })
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/problem+json", "{\"code\":\"42\",\"detail\":\"The token has expired.\",\"status\":\"401\",\"title\":\"Unauthorized\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getTransactionStatus(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/problem+json", "{\"code\":\"50\",\"detail\":\"The application is not subscribed.\",\"status\":\"403\",\"title\":\"Forbidden\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getTransactionStatus(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/problem+json", "{\"code\":\"60\",\"detail\":\"There is no such transaction.\",\"status\":\"404\",\"title\":\"Not Found\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getTransactionStatus(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))

  it.effect("415 is ApiUnsupportedMediaType", () =>
    Effect.gen(function*() {
      const { http } = answering(415, "application/problem+json", "{\"code\":\"68\",\"detail\":\"Expected application/json.\",\"status\":\"415\",\"title\":\"Unsupported Media Type\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getTransactionStatus(request)))
      expect(error._tag).toBe("ApiUnsupportedMediaType")
    }))
})

describe("createQrCode", () => {
  const request = {
    body: {
      amount: { unit: "XOF", value: 1000 },
      callbackCancelUrl: "https://shop.example/orders/2026-0001/cancelled",
      callbackSuccessUrl: "https://shop.example/orders/2026-0001",
      code: "123456",
      metadata: { basket: "b1" },
      name: "The shop",
      reference: "order-2026-0001",
      validity: 900
    }
  } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"deepLink\":\"https://orange-money-prod-flowlinks.web.app/om/abc\",\"deepLinks\":{\"MAXIT\":\"https://sugu.orange-sonatel.com/mp/abc\",\"OM\":\"https://orange-money-prod-flowlinks.web.app/om/abc\"},\"metadata\":{\"basket\":\"b1\"},\"qrCode\":\"iVBORw0KGgo=\",\"qrId\":\"4f8a1c\",\"shortLink\":\"https://sugu.orange-sonatel.com/abc\",\"validFor\":{\"endDateTime\":\"2026-09-08T18:45:42Z\",\"startDateTime\":\"2026-09-08T18:30:42Z\"},\"validity\":900}")
      const value = yield* using(http, (client) => client.createQrCode(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/api\\/eWallet\\/v4\\/qrcode$"))
      expect(value).toEqual({
        deepLink: "https://orange-money-prod-flowlinks.web.app/om/abc",
        deepLinks: {
          MAXIT: "https://sugu.orange-sonatel.com/mp/abc",
          OM: "https://orange-money-prod-flowlinks.web.app/om/abc"
        },
        metadata: { basket: "b1" },
        qrCode: "iVBORw0KGgo=",
        qrId: "4f8a1c",
        shortLink: "https://sugu.orange-sonatel.com/abc",
        validFor: { endDateTime: "2026-09-08T18:45:42Z", startDateTime: "2026-09-08T18:30:42Z" },
        validity: 900
      })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/problem+json", "{\"code\":\"4004\",\"detail\":\"The code has expired.\",\"status\":\"400\",\"title\":\"Bad Request\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.createQrCode(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/problem+json", "{\"code\":\"42\",\"detail\":\"The token has expired.\",\"status\":\"401\",\"title\":\"Unauthorized\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.createQrCode(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/problem+json", "{\"code\":\"50\",\"detail\":\"The application is not subscribed.\",\"status\":\"403\",\"title\":\"Forbidden\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.createQrCode(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("415 is ApiUnsupportedMediaType", () =>
    Effect.gen(function*() {
      const { http } = answering(415, "application/problem+json", "{\"code\":\"68\",\"detail\":\"Expected application/json.\",\"status\":\"415\",\"title\":\"Unsupported Media Type\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.createQrCode(request)))
      expect(error._tag).toBe("ApiUnsupportedMediaType")
    }))
})

describe("listCallbacks", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "[{\"apiKey\":\"secret\",\"callbackUrl\":\"text\",\"code\":\"text\",\"createdAt\":\"text\",\"msisdn\":\"text\",\"name\":\"text\"}]")
      const value = yield* using(http, (client) => client.listCallbacks())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/api\\/notification\\/v1\\/merchantcallback$"))
      expect(value).toEqual([{
        apiKey: Redacted.make("secret"),
        callbackUrl: "text",
        code: "text",
        createdAt: "text",
        msisdn: "text",
        name: "text"
      }])
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/problem+json", "{\"code\":\"42\",\"detail\":\"The token has expired.\",\"status\":\"401\",\"title\":\"Unauthorized\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listCallbacks()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/problem+json", "{\"code\":\"50\",\"detail\":\"The application is not subscribed.\",\"status\":\"403\",\"title\":\"Forbidden\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listCallbacks()))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("415 is ApiUnsupportedMediaType", () =>
    Effect.gen(function*() {
      const { http } = answering(415, "application/problem+json", "{\"code\":\"68\",\"detail\":\"Expected application/json.\",\"status\":\"415\",\"title\":\"Unsupported Media Type\",\"type\":\"about:blank\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listCallbacks()))
      expect(error._tag).toBe("ApiUnsupportedMediaType")
    }))
})
})
