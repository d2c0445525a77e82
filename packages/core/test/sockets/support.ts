/** What the tests over sockets share: servers that end with the scope, the platform's HTTP clients, a clock to turn. */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import type * as HttpClient from "@effect/platform/HttpClient"
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import * as Http from "node:http"
import * as Net from "node:net"
import { AuthorizationCode, ClientCredentials, Credentials, type Environment, type RetryPolicy, TokenSeal, TokenStore } from "@effect-orange/core"
import type { Emulator } from "@effect-orange/emulator"
import { clockThatReads, realClock } from "../clocks.js"

/** Every client that an application may choose, by name. */
export const clients: ReadonlyArray<readonly [string, Layer.Layer<HttpClient.HttpClient>]> = [
  ["FetchHttpClient.layer", FetchHttpClient.layer],
  ["NodeHttpClient.layer", NodeHttpClient.layer],
  ["NodeHttpClient.layerUndici", NodeHttpClient.layerUndici]
]

/** Three retries that cost no time. */
export const quickRetry: RetryPolicy.RetryPolicy = {
  schedule: Schedule.intersect(Schedule.spaced("20 millis"), Schedule.recurs(3)),
  maxWait: "1 second",
  totalLimit: "5 seconds"
}

const portOf = (server: Net.Server): number => (server.address() as Net.AddressInfo).port

/** Listens on a free port of 127.0.0.1 and gives it. Closing the scope cuts every connection. */
export const listen = (server: Net.Server): Effect.Effect<number, never, Scope.Scope> =>
  Effect.suspend(() => {
    const sockets = new Set<Net.Socket>()
    const track = (socket: Net.Socket) => {
      sockets.add(socket)
      socket.once("close", () => sockets.delete(socket))
      // A client that leaves is no failure of the server's.
      socket.on("error", () => socket.destroy())
    }
    server.on("connection", track)
    return Effect.acquireRelease(
      Effect.async<number>((resume) => {
        server.listen(0, "127.0.0.1", () => resume(Effect.succeed(portOf(server))))
      }),
      () =>
        Effect.async<void>((resume) => {
          server.close(() => resume(Effect.void))
          for (const socket of sockets) socket.destroy()
        })
    )
  })

/** A port of 127.0.0.1 on which nobody listens. */
export const closedPort: Effect.Effect<number> = Effect.scoped(listen(Net.createServer()))

/** An HTTP server by a function of Node's. Gives its origin. */
export const serve = (handler: Http.RequestListener): Effect.Effect<string, never, Scope.Scope> =>
  Effect.map(listen(Http.createServer(handler)), (port) => `http://127.0.0.1:${port}`)

export const readText = async (incoming: AsyncIterable<Uint8Array>): Promise<string> => {
  const chunks: Array<Uint8Array> = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

export const sendJson = (response: Http.ServerResponse, status: number, body: unknown, headers: Http.OutgoingHttpHeaders = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers })
  response.end(JSON.stringify(body))
}

/** The real clock, whose hands both run ahead by what a test has added. It sleeps in real time. */
export const makeTurnedClock = () => {
  let ahead = 0
  const clock = clockThatReads({
    millis: () => realClock.unsafeCurrentTimeMillis() + ahead,
    nanos: () => realClock.unsafeCurrentTimeNanos() + BigInt(ahead) * 1_000_000n
  })
  const turn = (seconds: number) =>
    Effect.sync(() => {
      ahead += seconds * 1_000
    })
  return { clock, turn }
}

/** The application's token, and its calls, in an emulator on a socket. */
export const appAuth = (emulator: Emulator.Service, options: Partial<ClientCredentials.Options> = {}) =>
  ClientCredentials.layer({
    environment: emulator.environment,
    credentials: Credentials.basic(emulator.credentials),
    retry: quickRetry,
    ...options
  })

export const redirectUri = "http://127.0.0.1:5999/callback"

/** The U2M grant with a memory store of its own. */
export const userAuth = (environment: Environment.Environment, credentials: Credentials.Credentials, options: Partial<AuthorizationCode.Options> = {}) =>
  AuthorizationCode.layer({ environment, credentials, redirectUri, retry: quickRetry, ...options }).pipe(
    Layer.provide([TokenStore.layerMemory, TokenSeal.layerEphemeral])
  )

/** `_tag`, and what tells errors of one tag apart. */
export const outline = (error: unknown): string => {
  const { _tag, error: code, reason } = error as { readonly _tag: string; readonly reason?: string; readonly error?: string }
  return [_tag, reason ?? code].filter((part) => part !== undefined).join(" ")
}

export const failure = <A, R>(effect: Effect.Effect<A, unknown, R>): Effect.Effect<string, A, R> =>
  Effect.map(Effect.flip(effect), outline)
