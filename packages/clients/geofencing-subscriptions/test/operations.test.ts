/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Geofencing subscriptions 0.3 (geofencing-subscriptions.yaml)
 * sha256: afb705d55bdbfed2ea4ba89070b98634f0f2efef5976c2ba0a986a9c04b4afc1
 * Generator: @effect-orange/codegen 0.0.0
 */
import { AppAuth, Environment } from "@effect-orange/core"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import { describe, expect, it } from "@effect/vitest"
import { Context, DateTime, Effect, Layer, Redacted } from "effect"
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

describe("GeofencingSubscriptions", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.GeofencingSubscriptions>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.GeofencingSubscriptions, call).pipe(
      Effect.provide(Client.layer),
      Effect.provide(AppAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("listSubscriptions", () => {
  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "[{\"config\":{\"initialEvent\":true,\"subscriptionDetail\":{\"area\":{\"areaType\":\"CIRCLE\",\"center\":{\"latitude\":48.8566,\"longitude\":2.3522},\"radius\":2000},\"device\":{\"ipv4Address\":{\"publicAddress\":\"192.0.2.7\",\"publicPort\":49152},\"ipv6Address\":\"2001:db8::7\",\"networkAccessIdentifier\":\"4b2e@lab.example\",\"phoneNumber\":\"+990100000000\"}},\"subscriptionExpireTime\":\"2026-01-31T09:30:00.000Z\",\"subscriptionMaxEvents\":10},\"expiresAt\":\"2026-01-31T09:30:00.000Z\",\"id\":\"text\",\"protocol\":\"HTTP\",\"protocolSettings\":{\"headers\":{},\"method\":\"POST\"},\"sink\":\"text\",\"startsAt\":\"2026-01-31T09:30:00.000Z\",\"status\":\"ACTIVATION_REQUESTED\",\"types\":[\"org.camaraproject.geofencing-subscriptions.v0.area-entered\"]}]")
      const value = yield* using(http, (client) => client.listSubscriptions())
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/subscriptions$"))
      expect(value).toEqual([{
        config: {
          initialEvent: true,
          subscriptionDetail: {
            area: {
              areaType: "CIRCLE",
              center: { latitude: 48.8566, longitude: 2.3522 },
              radius: 2000
            },
            device: {
              ipv4Address: { publicAddress: "192.0.2.7", publicPort: 49152 },
              ipv6Address: "2001:db8::7",
              networkAccessIdentifier: "4b2e@lab.example",
              phoneNumber: "+990100000000"
            }
          },
          subscriptionExpireTime: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
          subscriptionMaxEvents: 10
        },
        expiresAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        id: "text",
        protocol: "HTTP",
        protocolSettings: { headers: {}, method: "POST" },
        sink: "text",
        startsAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        status: "ACTIVATION_REQUESTED",
        types: ["org.camaraproject.geofencing-subscriptions.v0.area-entered"]
      }])
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"INVALID_SINK\",\"message\":\"sink is not valid\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.listSubscriptions()))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.listSubscriptions()))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"message\":\"The token does not suffice.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.listSubscriptions()))
      expect(error._tag).toBe("ApiForbidden")
    }))
})

describe("createSubscription", () => {
  const request = {
    body: {
      config: {
        initialEvent: true,
        subscriptionDetail: {
          area: {
            areaType: "CIRCLE",
            center: { latitude: 48.8566, longitude: 2.3522 },
            radius: 2000
          },
          device: {
            ipv4Address: { publicAddress: "192.0.2.7", publicPort: 49152 },
            ipv6Address: "2001:db8::7",
            networkAccessIdentifier: "4b2e@lab.example",
            phoneNumber: "+990100000000"
          }
        },
        subscriptionExpireTime: "2026-01-31T10:30:00Z",
        subscriptionMaxEvents: 10
      },
      protocol: "HTTP",
      protocolSettings: { headers: {}, method: "POST" },
      sink: "https://shop.example/orange/a-long-random-text",
      sinkCredential: {
        accessToken: Redacted.make("secret"),
        accessTokenExpiresUtc: "2026-01-31T10:30:00Z",
        accessTokenType: "bearer",
        credentialType: "ACCESSTOKEN"
      },
      types: ["org.camaraproject.geofencing-subscriptions.v0.area-entered"]
    }
  } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(201, "application/json", "{\"config\":{\"initialEvent\":true,\"subscriptionDetail\":{\"area\":{\"areaType\":\"CIRCLE\",\"center\":{\"latitude\":48.8566,\"longitude\":2.3522},\"radius\":2000},\"device\":{\"ipv4Address\":{\"publicAddress\":\"192.0.2.7\",\"publicPort\":49152},\"ipv6Address\":\"2001:db8::7\",\"networkAccessIdentifier\":\"4b2e@lab.example\",\"phoneNumber\":\"+990100000000\"}},\"subscriptionExpireTime\":\"2026-01-31T09:30:00.000Z\",\"subscriptionMaxEvents\":10},\"expiresAt\":\"2026-01-31T09:30:00.000Z\",\"id\":\"text\",\"protocol\":\"HTTP\",\"protocolSettings\":{\"headers\":{},\"method\":\"POST\"},\"sink\":\"text\",\"startsAt\":\"2026-01-31T09:30:00.000Z\",\"status\":\"ACTIVATION_REQUESTED\",\"types\":[\"org.camaraproject.geofencing-subscriptions.v0.area-entered\"]}")
      const value = yield* using(http, (client) => client.createSubscription(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/subscriptions$"))
      expect(value).toEqual({
        config: {
          initialEvent: true,
          subscriptionDetail: {
            area: {
              areaType: "CIRCLE",
              center: { latitude: 48.8566, longitude: 2.3522 },
              radius: 2000
            },
            device: {
              ipv4Address: { publicAddress: "192.0.2.7", publicPort: 49152 },
              ipv6Address: "2001:db8::7",
              networkAccessIdentifier: "4b2e@lab.example",
              phoneNumber: "+990100000000"
            }
          },
          subscriptionExpireTime: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
          subscriptionMaxEvents: 10
        },
        expiresAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        id: "text",
        protocol: "HTTP",
        protocolSettings: { headers: {}, method: "POST" },
        sink: "text",
        startsAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        status: "ACTIVATION_REQUESTED",
        types: ["org.camaraproject.geofencing-subscriptions.v0.area-entered"]
      })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"INVALID_SINK\",\"message\":\"sink is not valid\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.createSubscription(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.createSubscription(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"message\":\"The token does not suffice.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.createSubscription(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"NOT_FOUND\",\"message\":\"There is no such subscription.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.createSubscription(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))

  it.effect("422 is ApiUnprocessableContent", () =>
    Effect.gen(function*() {
      const { http } = answering(422, "application/json", "{\"code\":\"GEOFENCING_SUBSCRIPTIONS.AREA_NOT_COVERED\",\"message\":\"The area is outside of the network.\",\"status\":422}")
      const error = yield* Effect.flip(using(http, (client) => client.createSubscription(request)))
      expect(error._tag).toBe("ApiUnprocessableContent")
    }))
})

describe("getSubscription", () => {
  const request = { subscriptionId: "3f8f7d1a-2e" } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"config\":{\"initialEvent\":true,\"subscriptionDetail\":{\"area\":{\"areaType\":\"CIRCLE\",\"center\":{\"latitude\":48.8566,\"longitude\":2.3522},\"radius\":2000},\"device\":{\"ipv4Address\":{\"publicAddress\":\"192.0.2.7\",\"publicPort\":49152},\"ipv6Address\":\"2001:db8::7\",\"networkAccessIdentifier\":\"4b2e@lab.example\",\"phoneNumber\":\"+990100000000\"}},\"subscriptionExpireTime\":\"2026-01-31T09:30:00.000Z\",\"subscriptionMaxEvents\":10},\"expiresAt\":\"2026-01-31T09:30:00.000Z\",\"id\":\"text\",\"protocol\":\"HTTP\",\"protocolSettings\":{\"headers\":{},\"method\":\"POST\"},\"sink\":\"text\",\"startsAt\":\"2026-01-31T09:30:00.000Z\",\"status\":\"ACTIVATION_REQUESTED\",\"types\":[\"org.camaraproject.geofencing-subscriptions.v0.area-entered\"]}")
      const value = yield* using(http, (client) => client.getSubscription(request))
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/subscriptions\\/[^/]+$"))
      expect(value).toEqual({
        config: {
          initialEvent: true,
          subscriptionDetail: {
            area: {
              areaType: "CIRCLE",
              center: { latitude: 48.8566, longitude: 2.3522 },
              radius: 2000
            },
            device: {
              ipv4Address: { publicAddress: "192.0.2.7", publicPort: 49152 },
              ipv6Address: "2001:db8::7",
              networkAccessIdentifier: "4b2e@lab.example",
              phoneNumber: "+990100000000"
            }
          },
          subscriptionExpireTime: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
          subscriptionMaxEvents: 10
        },
        expiresAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        id: "text",
        protocol: "HTTP",
        protocolSettings: { headers: {}, method: "POST" },
        sink: "text",
        startsAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        status: "ACTIVATION_REQUESTED",
        types: ["org.camaraproject.geofencing-subscriptions.v0.area-entered"]
      })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"INVALID_SINK\",\"message\":\"sink is not valid\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.getSubscription(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.getSubscription(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"message\":\"The token does not suffice.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.getSubscription(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"NOT_FOUND\",\"message\":\"There is no such subscription.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.getSubscription(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))
})

describe("deleteSubscription", () => {
  const request = { subscriptionId: "3f8f7d1a-2e" } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(202, "application/json", "{\"id\":\"3f8f7d1a-2e\"}")
      const value = yield* using(http, (client) => client.deleteSubscription(request))
      expect(requests.map(({ method }) => method)).toEqual(["DELETE"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/subscriptions\\/[^/]+$"))
      expect(value).toEqual({ id: "3f8f7d1a-2e" })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"INVALID_SINK\",\"message\":\"sink is not valid\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteSubscription(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteSubscription(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"message\":\"The token does not suffice.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteSubscription(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"NOT_FOUND\",\"message\":\"There is no such subscription.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteSubscription(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))
})
})

