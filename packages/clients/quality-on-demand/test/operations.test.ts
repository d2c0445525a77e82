/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Quality on demand 0.11 (quality-on-demand.yaml)
 * sha256: b9e4a7ff022208b79c802b1c444ad2c4bbff6db3dcf98d737f606b8037cda5e9
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

describe("QualityOnDemand", () => {
  const using = <A, E, R>(http: Layer.Layer<HttpClient.HttpClient>, call: (client: Context.Tag.Service<typeof Client.QualityOnDemand>) => Effect.Effect<A, E, R>) =>
    Effect.flatMap(Client.QualityOnDemand, call).pipe(
      Effect.provide(Client.layer),
      Effect.provide(AppAuth.layerToken(Redacted.make("token"), Environment.production)),
      Effect.provide(http)
    ) as Effect.Effect<A, E>

describe("retrieveSessions", () => {
  const request = {
    body: {
      device: {
        ipv4Address: { publicAddress: "192.0.2.7", publicPort: 49152 },
        ipv6Address: "2001:db8::7",
        networkAccessIdentifier: "4b2e@lab.example",
        phoneNumber: "+990100000000"
      }
    }
  } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "[{\"applicationServer\":{\"ipv4Address\":\"198.51.100.7\",\"ipv6Address\":\"2001:db8::8\"},\"applicationServerPorts\":{\"ports\":[1],\"ranges\":[{\"from\":1,\"to\":1}]},\"device\":{\"ipv4Address\":{\"publicAddress\":\"192.0.2.7\",\"publicPort\":49152},\"ipv6Address\":\"2001:db8::7\",\"networkAccessIdentifier\":\"4b2e@lab.example\",\"phoneNumber\":\"+990100000000\"},\"devicePorts\":{\"ports\":[1],\"ranges\":[{\"from\":1,\"to\":1}]},\"duration\":3600,\"expiresAt\":\"2026-01-31T09:30:00.000Z\",\"qosProfile\":\"QOS_L\",\"qosStatus\":\"REQUESTED\",\"sessionId\":\"text\",\"sink\":\"text\",\"sinkCredential\":{\"accessToken\":\"secret\",\"accessTokenExpiresUtc\":\"2026-01-31T10:30:00Z\",\"accessTokenType\":\"bearer\",\"credentialType\":\"ACCESSTOKEN\"},\"startedAt\":\"2026-01-31T09:30:00.000Z\",\"statusInfo\":\"DURATION_EXPIRED\"}]")
      const value = yield* using(http, (client) => client.retrieveSessions(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/retrieve-sessions$"))
      expect(value).toEqual([{
        applicationServer: { ipv4Address: "198.51.100.7", ipv6Address: "2001:db8::8" },
        applicationServerPorts: { ports: [1], ranges: [{ from: 1, to: 1 }] },
        device: {
          ipv4Address: { publicAddress: "192.0.2.7", publicPort: 49152 },
          ipv6Address: "2001:db8::7",
          networkAccessIdentifier: "4b2e@lab.example",
          phoneNumber: "+990100000000"
        },
        devicePorts: { ports: [1], ranges: [{ from: 1, to: 1 }] },
        duration: 3600,
        expiresAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        qosProfile: "QOS_L",
        qosStatus: "REQUESTED",
        sessionId: "text",
        sink: "text",
        sinkCredential: {
          accessToken: Redacted.make("secret"),
          accessTokenExpiresUtc: "2026-01-31T10:30:00Z",
          accessTokenType: "bearer",
          credentialType: "ACCESSTOKEN"
        },
        startedAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        statusInfo: "DURATION_EXPIRED"
      }])
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE\",\"message\":\"duration is too long\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.retrieveSessions(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.retrieveSessions(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"message\":\"The token does not suffice.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.retrieveSessions(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"NOT_FOUND\",\"message\":\"There is no such session.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.retrieveSessions(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))

  it.effect("422 is ApiUnprocessableContent", () =>
    Effect.gen(function*() {
      const { http } = answering(422, "application/json", "{\"code\":\"MISSING_IDENTIFIER\",\"message\":\"There is no identifier in the request, and none in the token.\",\"status\":422}")
      const error = yield* Effect.flip(using(http, (client) => client.retrieveSessions(request)))
      expect(error._tag).toBe("ApiUnprocessableContent")
    }))
})

describe("createSession", () => {
  const request = {
    body: {
      applicationServer: { ipv4Address: "198.51.100.7", ipv6Address: "2001:db8::8" },
      applicationServerPorts: { ports: [1], ranges: [{ from: 1, to: 1 }] },
      device: {
        ipv4Address: { publicAddress: "192.0.2.7", publicPort: 49152 },
        ipv6Address: "2001:db8::7",
        networkAccessIdentifier: "4b2e@lab.example",
        phoneNumber: "+990100000000"
      },
      devicePorts: { ports: [1], ranges: [{ from: 1, to: 1 }] },
      duration: 3600,
      qosProfile: "QOS_L",
      sink: "https://shop.example/orange/a-long-random-text",
      sinkCredential: {
        accessToken: Redacted.make("secret"),
        accessTokenExpiresUtc: "2026-01-31T10:30:00Z",
        accessTokenType: "bearer",
        credentialType: "ACCESSTOKEN"
      }
    }
  } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(201, "application/json", "{\"applicationServer\":{\"ipv4Address\":\"198.51.100.7\",\"ipv6Address\":\"2001:db8::8\"},\"applicationServerPorts\":{\"ports\":[1],\"ranges\":[{\"from\":1,\"to\":1}]},\"device\":{\"ipv4Address\":{\"publicAddress\":\"192.0.2.7\",\"publicPort\":49152},\"ipv6Address\":\"2001:db8::7\",\"networkAccessIdentifier\":\"4b2e@lab.example\",\"phoneNumber\":\"+990100000000\"},\"devicePorts\":{\"ports\":[1],\"ranges\":[{\"from\":1,\"to\":1}]},\"duration\":3600,\"expiresAt\":\"2026-01-31T09:30:00.000Z\",\"qosProfile\":\"QOS_L\",\"qosStatus\":\"REQUESTED\",\"sessionId\":\"text\",\"sink\":\"text\",\"sinkCredential\":{\"accessToken\":\"secret\",\"accessTokenExpiresUtc\":\"2026-01-31T10:30:00Z\",\"accessTokenType\":\"bearer\",\"credentialType\":\"ACCESSTOKEN\"},\"startedAt\":\"2026-01-31T09:30:00.000Z\",\"statusInfo\":\"DURATION_EXPIRED\"}")
      const value = yield* using(http, (client) => client.createSession(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/sessions$"))
      expect(value).toEqual({
        applicationServer: { ipv4Address: "198.51.100.7", ipv6Address: "2001:db8::8" },
        applicationServerPorts: { ports: [1], ranges: [{ from: 1, to: 1 }] },
        device: {
          ipv4Address: { publicAddress: "192.0.2.7", publicPort: 49152 },
          ipv6Address: "2001:db8::7",
          networkAccessIdentifier: "4b2e@lab.example",
          phoneNumber: "+990100000000"
        },
        devicePorts: { ports: [1], ranges: [{ from: 1, to: 1 }] },
        duration: 3600,
        expiresAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        qosProfile: "QOS_L",
        qosStatus: "REQUESTED",
        sessionId: "text",
        sink: "text",
        sinkCredential: {
          accessToken: Redacted.make("secret"),
          accessTokenExpiresUtc: "2026-01-31T10:30:00Z",
          accessTokenType: "bearer",
          credentialType: "ACCESSTOKEN"
        },
        startedAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        statusInfo: "DURATION_EXPIRED"
      })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE\",\"message\":\"duration is too long\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.createSession(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.createSession(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"message\":\"The token does not suffice.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.createSession(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"NOT_FOUND\",\"message\":\"There is no such session.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.createSession(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))

  it.effect("409 is ApiConflict", () =>
    Effect.gen(function*() {
      const { http } = answering(409, "application/json", "{\"code\":\"CONFLICT\",\"message\":\"There is such a session.\",\"status\":409}")
      const error = yield* Effect.flip(using(http, (client) => client.createSession(request)))
      expect(error._tag).toBe("ApiConflict")
    }))

  it.effect("422 is ApiUnprocessableContent", () =>
    Effect.gen(function*() {
      const { http } = answering(422, "application/json", "{\"code\":\"MISSING_IDENTIFIER\",\"message\":\"There is no identifier in the request, and none in the token.\",\"status\":422}")
      const error = yield* Effect.flip(using(http, (client) => client.createSession(request)))
      expect(error._tag).toBe("ApiUnprocessableContent")
    }))
})

describe("getSession", () => {
  const request = { sessionId: "7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77" } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"applicationServer\":{\"ipv4Address\":\"198.51.100.7\",\"ipv6Address\":\"2001:db8::8\"},\"applicationServerPorts\":{\"ports\":[1],\"ranges\":[{\"from\":1,\"to\":1}]},\"device\":{\"ipv4Address\":{\"publicAddress\":\"192.0.2.7\",\"publicPort\":49152},\"ipv6Address\":\"2001:db8::7\",\"networkAccessIdentifier\":\"4b2e@lab.example\",\"phoneNumber\":\"+990100000000\"},\"devicePorts\":{\"ports\":[1],\"ranges\":[{\"from\":1,\"to\":1}]},\"duration\":3600,\"expiresAt\":\"2026-01-31T09:30:00.000Z\",\"qosProfile\":\"QOS_L\",\"qosStatus\":\"REQUESTED\",\"sessionId\":\"text\",\"sink\":\"text\",\"sinkCredential\":{\"accessToken\":\"secret\",\"accessTokenExpiresUtc\":\"2026-01-31T10:30:00Z\",\"accessTokenType\":\"bearer\",\"credentialType\":\"ACCESSTOKEN\"},\"startedAt\":\"2026-01-31T09:30:00.000Z\",\"statusInfo\":\"DURATION_EXPIRED\"}")
      const value = yield* using(http, (client) => client.getSession(request))
      expect(requests.map(({ method }) => method)).toEqual(["GET"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/sessions\\/[^/]+$"))
      expect(value).toEqual({
        applicationServer: { ipv4Address: "198.51.100.7", ipv6Address: "2001:db8::8" },
        applicationServerPorts: { ports: [1], ranges: [{ from: 1, to: 1 }] },
        device: {
          ipv4Address: { publicAddress: "192.0.2.7", publicPort: 49152 },
          ipv6Address: "2001:db8::7",
          networkAccessIdentifier: "4b2e@lab.example",
          phoneNumber: "+990100000000"
        },
        devicePorts: { ports: [1], ranges: [{ from: 1, to: 1 }] },
        duration: 3600,
        expiresAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        qosProfile: "QOS_L",
        qosStatus: "REQUESTED",
        sessionId: "text",
        sink: "text",
        sinkCredential: {
          accessToken: Redacted.make("secret"),
          accessTokenExpiresUtc: "2026-01-31T10:30:00Z",
          accessTokenType: "bearer",
          credentialType: "ACCESSTOKEN"
        },
        startedAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        statusInfo: "DURATION_EXPIRED"
      })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE\",\"message\":\"duration is too long\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.getSession(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.getSession(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"message\":\"The token does not suffice.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.getSession(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"NOT_FOUND\",\"message\":\"There is no such session.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.getSession(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))
})

describe("deleteSession", () => {
  const request = { sessionId: "7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77" } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(204, null, "")
      const value = yield* using(http, (client) => client.deleteSession(request))
      expect(requests.map(({ method }) => method)).toEqual(["DELETE"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/sessions\\/[^/]+$"))
      expect(value).toEqual(undefined)
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE\",\"message\":\"duration is too long\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteSession(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteSession(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"message\":\"The token does not suffice.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteSession(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"NOT_FOUND\",\"message\":\"There is no such session.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.deleteSession(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))
})

describe("extendSession", () => {
  const request = {
    sessionId: "7b1a3c52-6d0e-4c1f-9b8e-2f1d0a9c8e77",
    body: { requestedAdditionalDuration: 1800 }
  } as const

  it.effect("sends its request and decodes its answer", () =>
    Effect.gen(function*() {
      const { http, requests } = answering(200, "application/json", "{\"applicationServer\":{\"ipv4Address\":\"198.51.100.7\",\"ipv6Address\":\"2001:db8::8\"},\"applicationServerPorts\":{\"ports\":[1],\"ranges\":[{\"from\":1,\"to\":1}]},\"device\":{\"ipv4Address\":{\"publicAddress\":\"192.0.2.7\",\"publicPort\":49152},\"ipv6Address\":\"2001:db8::7\",\"networkAccessIdentifier\":\"4b2e@lab.example\",\"phoneNumber\":\"+990100000000\"},\"devicePorts\":{\"ports\":[1],\"ranges\":[{\"from\":1,\"to\":1}]},\"duration\":3600,\"expiresAt\":\"2026-01-31T09:30:00.000Z\",\"qosProfile\":\"QOS_L\",\"qosStatus\":\"REQUESTED\",\"sessionId\":\"text\",\"sink\":\"text\",\"sinkCredential\":{\"accessToken\":\"secret\",\"accessTokenExpiresUtc\":\"2026-01-31T10:30:00Z\",\"accessTokenType\":\"bearer\",\"credentialType\":\"ACCESSTOKEN\"},\"startedAt\":\"2026-01-31T09:30:00.000Z\",\"statusInfo\":\"DURATION_EXPIRED\"}")
      const value = yield* using(http, (client) => client.extendSession(request))
      expect(requests.map(({ method }) => method)).toEqual(["POST"])
      expect(requests[0]!.pathname).toMatch(new RegExp("\\/sessions\\/[^/]+\\/extend$"))
      expect(value).toEqual({
        applicationServer: { ipv4Address: "198.51.100.7", ipv6Address: "2001:db8::8" },
        applicationServerPorts: { ports: [1], ranges: [{ from: 1, to: 1 }] },
        device: {
          ipv4Address: { publicAddress: "192.0.2.7", publicPort: 49152 },
          ipv6Address: "2001:db8::7",
          networkAccessIdentifier: "4b2e@lab.example",
          phoneNumber: "+990100000000"
        },
        devicePorts: { ports: [1], ranges: [{ from: 1, to: 1 }] },
        duration: 3600,
        expiresAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        qosProfile: "QOS_L",
        qosStatus: "REQUESTED",
        sessionId: "text",
        sink: "text",
        sinkCredential: {
          accessToken: Redacted.make("secret"),
          accessTokenExpiresUtc: "2026-01-31T10:30:00Z",
          accessTokenType: "bearer",
          credentialType: "ACCESSTOKEN"
        },
        startedAt: DateTime.unsafeMake("2026-01-31T09:30:00.000Z"),
        statusInfo: "DURATION_EXPIRED"
      })
    }))

  it.effect("400 is ApiBadRequest", () =>
    Effect.gen(function*() {
      const { http } = answering(400, "application/json", "{\"code\":\"QUALITY_ON_DEMAND.DURATION_OUT_OF_RANGE\",\"message\":\"duration is too long\",\"status\":400}")
      const error = yield* Effect.flip(using(http, (client) => client.extendSession(request)))
      expect(error._tag).toBe("ApiBadRequest")
    }))

  it.effect("401 is ApiUnauthorized", () =>
    Effect.gen(function*() {
      const { http } = answering(401, "application/json", "{\"code\":\"UNAUTHENTICATED\",\"message\":\"The token has expired.\",\"status\":401}")
      const error = yield* Effect.flip(using(http, (client) => client.extendSession(request)))
      expect(error._tag).toBe("ApiUnauthorized")
    }))

  it.effect("403 is ApiForbidden", () =>
    Effect.gen(function*() {
      const { http } = answering(403, "application/json", "{\"code\":\"PERMISSION_DENIED\",\"message\":\"The token does not suffice.\",\"status\":403}")
      const error = yield* Effect.flip(using(http, (client) => client.extendSession(request)))
      expect(error._tag).toBe("ApiForbidden")
    }))

  it.effect("404 is ApiNotFound", () =>
    Effect.gen(function*() {
      const { http } = answering(404, "application/json", "{\"code\":\"NOT_FOUND\",\"message\":\"There is no such session.\",\"status\":404}")
      const error = yield* Effect.flip(using(http, (client) => client.extendSession(request)))
      expect(error._tag).toBe("ApiNotFound")
    }))

  it.effect("409 is ApiConflict", () =>
    Effect.gen(function*() {
      const { http } = answering(409, "application/json", "{\"code\":\"CONFLICT\",\"message\":\"There is such a session.\",\"status\":409}")
      const error = yield* Effect.flip(using(http, (client) => client.extendSession(request)))
      expect(error._tag).toBe("ApiConflict")
    }))
})
})

