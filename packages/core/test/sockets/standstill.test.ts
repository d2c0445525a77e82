/**
 * A process that is stopped right before it sends, after its last look at the clock: nothing of ours runs between that and
 * the write. Whether the request arrives is a matter of the connection.
 */
import { assert, describe, it } from "@effect/vitest"
import * as HttpClient from "@effect/platform/HttpClient"
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import { once } from "node:events"
import { stat } from "node:fs/promises"
import { Worker } from "node:worker_threads"
import { AppAuth, ClientCredentials, Credentials, Environment } from "@effect-orange/core"

/** In milliseconds: the server closes an idle connection, and the process stands still. */
const [idle, stop] = [200, 1_000]

/** In a thread of its own, as this one stands still. */
const server = Effect.acquireRelease(
  Effect.promise(async () => {
    const worker = new Worker(`
      const { parentPort } = require("node:worker_threads")
      const server = require("node:http").createServer((request, response) => {
        request.resume().on("end", () => {
          response.writeHead(200, { "content-type": "application/json" })
          response.end(JSON.stringify({ access_token: "token", token_type: "Bearer", expires_in: 3600 }))
          setTimeout(() => request.socket.destroy(), ${idle})
        })
      })
      server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port))
    `, { eval: true })
    const [port] = await once(worker, "message") as [number]
    return { worker, origin: `http://127.0.0.1:${port}` }
  }),
  ({ worker }) => Effect.promise(() => worker.terminate())
)

/** As a claim is answered by a store: in the part of the event loop where sockets are read, this one's turn being over. */
const answerOfTheStore = Effect.promise(() => stat("."))

const standStill = Effect.zipRight(
  answerOfTheStore,
  Effect.sync(() => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stop))
)

/** The second of two token requests, sent by a process that stands still in between. */
const second = (client: Layer.Layer<HttpClient.HttpClient>) =>
  Effect.gen(function*() {
    const { origin } = yield* server
    let requests = 0
    const Stopped = Layer.effect(
      HttpClient.HttpClient,
      Effect.map(HttpClient.HttpClient, HttpClient.transform((send) => ++requests === 1 ? send : Effect.zipRight(standStill, send)))
    ).pipe(Layer.provide(client))
    return yield* Effect.gen(function*() {
      const auth = yield* AppAuth.AppAuth
      const first = yield* auth.token
      // A client keeps its connection a turn of the event loop after the answer.
      yield* Effect.sleep("20 millis")
      return yield* Effect.either(auth.renew(first))
    }).pipe(Effect.provide(ClientCredentials.layer({
      environment: Environment.make({ name: "standstill", baseUrl: origin, tokenUrl: `${origin}/oauth/v3/token` }),
      credentials: Credentials.basic({ clientId: "app", clientSecret: Redacted.make("secret") }),
      retry: { schedule: Schedule.recurs(0), maxWait: "1 second", totalLimit: "1 second" }
    }).pipe(Layer.provide(Stopped))))
  })

describe("a process that is stopped while it sends", () => {
  it.scopedLive("sends on a connection of its own when it wakes up (NodeHttpClient.layer)", () =>
    Effect.map(second(NodeHttpClient.layer), (renewed) => assert.isTrue(Either.isRight(renewed))))

  it.scopedLive("and on a kept one cannot tell whether it was read (NodeHttpClient.layerUndici)", () =>
    Effect.map(Effect.flip(Effect.flatten(second(NodeHttpClient.layerUndici))), (error) =>
      assert.include(error, { _tag: "TransportError", mayHaveBeenProcessed: true })))
})
