/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 4cd860359035624d64fe9266667c5a5a3eaaadb5cfe21151c8e7fcb0546d309f
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

describe("Sms", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.Sms>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.Sms, call).pipe(
      Effect.provide(Client.layer),
      Effect.provide(AppAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("listContracts", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "[{\"applicationId\":\"9c2b\",\"availableUnits\":120,\"country\":\"CIV\",\"creationDate\":\"2022-12-08T15:04:20.653Z\",\"developerId\":\"5f1e\",\"expirationDate\":\"2023-01-07T15:04:20.653Z\",\"id\":\"6368bdba70585131d5454a5a\",\"lastUpdateDate\":\"2022-12-08T15:04:20.653Z\",\"offerName\":\"SMS_OCB\",\"requestedUnits\":0,\"status\":\"ACTIVE\",\"type\":\"SELFSERVICE\"}]")
      const value = yield* using(http, (client) => client.listContracts())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/contracts$"))
      expect(value).toEqual([{
        applicationId: "9c2b",
        availableUnits: 120,
        country: "CIV",
        creationDate: "2022-12-08T15:04:20.653Z",
        developerId: "5f1e",
        expirationDate: "2023-01-07T15:04:20.653Z",
        id: "6368bdba70585131d5454a5a",
        lastUpdateDate: "2022-12-08T15:04:20.653Z",
        offerName: "SMS_OCB",
        requestedUnits: 0,
        status: "ACTIVE",
        type: "SELFSERVICE"
      }])
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":24,\"description\":\"The field address is not valid.\",\"message\":\"Invalid body field\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listContracts()))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listContracts()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":50,\"description\":\"The application is not subscribed.\",\"message\":\"Access denied\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listContracts()))
      expect(error._tag).toBe("ApiForbidden")
    }))
})

describe("getReceiptSubscription", () => {
  const request = { subscriptionId: "0f1e2d3c" } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"deliveryReceiptSubscription\":{\"callbackReference\":{\"notifyURL\":\"https://shop.example/orange/receipts/a-long-random-text\"},\"resourceURL\":\"https://api.orange.com/smsmessaging/v1/outbound/tel:+2250000/subscriptions/0f1e2d3c\"}}")
      const value = yield* using(http, (client) => client.getReceiptSubscription(request))
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/outbound\\/subscriptions\\/[^/]+$"))
      expect(value).toEqual({
        deliveryReceiptSubscription: {
          callbackReference: { notifyURL: "https://shop.example/orange/receipts/a-long-random-text" },
          resourceURL: "https://api.orange.com/smsmessaging/v1/outbound/tel:+2250000/subscriptions/0f1e2d3c"
        }
      })
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getReceiptSubscription(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":50,\"description\":\"The application is not subscribed.\",\"message\":\"Access denied\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getReceiptSubscription(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":60,\"description\":\"The requested resource does not exist.\",\"message\":\"Resource not found\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getReceiptSubscription(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))
})

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

describe("createReceiptSubscription", () => {
  const request = {
    senderAddress: "tel:+2250000",
    body: {
      deliveryReceiptSubscription: {
        callbackReference: { notifyURL: "https://shop.example/orange/receipts/a-long-random-text" }
      }
    }
  } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(201, "application/json", "{\"deliveryReceiptSubscription\":{\"callbackReference\":{\"notifyURL\":\"https://shop.example/orange/receipts/a-long-random-text\"},\"resourceURL\":\"https://api.orange.com/smsmessaging/v1/outbound/tel:+2250000/subscriptions/0f1e2d3c\"}}")
      const value = yield* using(http, (client) => client.createReceiptSubscription(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/outbound\\/[^/]+\\/subscriptions$"))
      expect(value).toEqual({
        deliveryReceiptSubscription: {
          callbackReference: { notifyURL: "https://shop.example/orange/receipts/a-long-random-text" },
          resourceURL: "https://api.orange.com/smsmessaging/v1/outbound/tel:+2250000/subscriptions/0f1e2d3c"
        }
      })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":24,\"description\":\"The field address is not valid.\",\"message\":\"Invalid body field\"}")
      const error = yield* Effect.flip(using(http, (client) => client.createReceiptSubscription(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.createReceiptSubscription(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":50,\"description\":\"The application is not subscribed.\",\"message\":\"Access denied\"}")
      const error = yield* Effect.flip(using(http, (client) => client.createReceiptSubscription(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))
})

describe("deleteReceiptSubscription", () => {
  const request = { senderAddress: "tel:+2250000", subscriptionId: "0f1e2d3c" } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(204, null, "")
      const value = yield* using(http, (client) => client.deleteReceiptSubscription(request))
      expect(requests.map(({ method }) => method)).toEqual(["DELETE"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/outbound\\/[^/]+\\/subscriptions\\/[^/]+$"))
      expect(value).toEqual(undefined)
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteReceiptSubscription(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":50,\"description\":\"The application is not subscribed.\",\"message\":\"Access denied\"}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteReceiptSubscription(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":60,\"description\":\"The requested resource does not exist.\",\"message\":\"Resource not found\"}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteReceiptSubscription(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))
})

describe("listPurchaseOrders", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "[{\"bundleDescription\":\"20 SMS\",\"bundleId\":\"b1\",\"contractId\":\"6368bdba70585131d5454a5a\",\"country\":\"CIV\",\"currency\":\"GNF\",\"developerId\":\"5f1e\",\"id\":\"6368bdba70585131d5454a5b\",\"newAvailableUnits\":20,\"newExpirationDate\":\"2023-01-07T15:04:20.653Z\",\"offerName\":\"SMS_OCB\",\"oldAvailableUnits\":0,\"oldExpirationDate\":\"2022-12-08T15:04:20.653Z\",\"payerId\":\"22507******\",\"paymentMode\":\"OTP_SMS_OCB\",\"paymentProviderOrderId\":null,\"price\":320,\"purchaseDate\":\"2022-12-08T15:04:20.653Z\",\"type\":\"BUNDLE_PURCHASE\"}]")
      const value = yield* using(http, (client) => client.listPurchaseOrders())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/purchaseorders$"))
      expect(value).toEqual([{
        bundleDescription: "20 SMS",
        bundleId: "b1",
        contractId: "6368bdba70585131d5454a5a",
        country: "CIV",
        currency: "GNF",
        developerId: "5f1e",
        id: "6368bdba70585131d5454a5b",
        newAvailableUnits: 20,
        newExpirationDate: "2023-01-07T15:04:20.653Z",
        offerName: "SMS_OCB",
        oldAvailableUnits: 0,
        oldExpirationDate: "2022-12-08T15:04:20.653Z",
        payerId: "22507******",
        paymentMode: "OTP_SMS_OCB",
        paymentProviderOrderId: null,
        price: 320,
        purchaseDate: "2022-12-08T15:04:20.653Z",
        type: "BUNDLE_PURCHASE"
      }])
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":24,\"description\":\"The field address is not valid.\",\"message\":\"Invalid body field\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listPurchaseOrders()))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listPurchaseOrders()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":50,\"description\":\"The application is not subscribed.\",\"message\":\"Access denied\"}")
      const error = yield* Effect.flip(using(http, (client) => client.listPurchaseOrders()))
      expect(error._tag).toBe("ApiForbidden")
    }))
})

describe("getStatistics", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "[{\"country\":\"CIV\",\"usage\":3}]")
      const value = yield* using(http, (client) => client.getStatistics())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/statistics$"))
      expect(value).toEqual([{ country: "CIV", usage: 3 }])
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":24,\"description\":\"The field address is not valid.\",\"message\":\"Invalid body field\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getStatistics()))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":42,\"description\":\"The requested service needs credentials.\",\"message\":\"Expired credentials\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getStatistics()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":50,\"description\":\"The application is not subscribed.\",\"message\":\"Access denied\"}")
      const error = yield* Effect.flip(using(http, (client) => client.getStatistics()))
      expect(error._tag).toBe("ApiForbidden")
    }))
})
})
