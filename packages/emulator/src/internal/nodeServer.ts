/**
 * The emulator on a socket. Plain `node:http` without an `upgrade` listener: an offer of h2c (curl --http2, Java's
 * HttpClient) is then answered over HTTP/1.1 as if it were absent (RFC 9110 section 7.8). The only module that needs Node.
 */
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import * as Runtime from "effect/Runtime"
import type * as Scope from "effect/Scope"
import * as Http from "node:http"
import type { PlainRequest, PlainResponse } from "../Message.js"
import { type Engine, handle, type Outcome } from "./engine.js"
import { maxBodyBytes } from "./router.js"

const noBytes = new Uint8Array()

/**
 * The body, or as much of it as shows that it is too large: the rest is read and thrown away, so that the client gets to
 * read the refusal and the connection stays usable.
 */
const readBody = (request: Http.IncomingMessage, done: (body: Uint8Array) => void): void => {
  const chunks: Array<Buffer> = []
  let size = 0
  request.on("data", (chunk: Buffer) => {
    size += chunk.length
    if (size <= maxBodyBytes + chunk.length) chunks.push(chunk)
  })
  // A client that went away in the middle: there is nobody to answer.
  request.on("error", () => {})
  request.on("end", () => done(size === 0 ? noBytes : Buffer.concat(chunks)))
}

/** Node keeps the first of two Authorization headers; here both are shown, so that neither is taken for the only one. */
const headersOf = (request: Http.IncomingMessage): PlainRequest["headers"] => {
  const headers: Record<string, string> = {}
  for (const name in request.headers) {
    const value = request.headers[name]
    if (value !== undefined) headers[name] = typeof value === "string" ? value : value.join(", ")
  }
  const authorizations = request.rawHeaders.filter((name, i) =>
    i % 2 === 0 && name.length === 13 && name.toLowerCase() === "authorization"
  )
  if (authorizations.length > 1) headers["authorization"] = request.headersDistinct["authorization"]!.join(", ")
  return headers
}

const toNodeHeaders = (headers: PlainResponse["headers"]): Http.OutgoingHttpHeaders => {
  const copy: Http.OutgoingHttpHeaders = {}
  for (const name in headers) {
    const value = headers[name]!
    copy[name] = typeof value === "string" ? value : [...value]
  }
  return copy
}

const send = (response: Http.ServerResponse, outcome: Outcome): void => {
  if (outcome._tag === "Reset") {
    response.socket?.resetAndDestroy()
    return
  }
  const { body, headers, status } = outcome.response
  const bytes = Buffer.from(body)
  const bodiless = status === 204 || status === 304
  response.writeHead(status, { ...toNodeHeaders(headers), ...(bodiless ? {} : { "Content-Length": bytes.length }) })
  if (outcome._tag === "Respond") response.end(bytes)
  // The head has gone out with the whole length; the connection ends once half of the body has.
  else response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.socket?.destroySoon())
}

export interface Address {
  readonly host: string
  readonly port: number
}

export interface Server {
  readonly port: number
  /** Requests are answered from then on. */
  readonly attach: (engine: Engine) => void
}

type Run = (effect: Effect.Effect<unknown>) => Fiber.RuntimeFiber<unknown>

const listener = (run: Run, current: () => Engine | undefined): Http.RequestListener => (request, response) => {
  readBody(request, (body) => {
    const engine = current()
    if (engine === undefined) {
      response.socket?.destroy()
      return
    }
    const plain = { method: request.method ?? "GET", target: request.url ?? "/", headers: headersOf(request), body }
    const fiber = run(Effect.map(handle(engine, plain), (outcome) => send(response, outcome)))
    // A client that goes away ends what waits for it (a hang, a latency).
    response.on("close", () => {
      if (!response.writableFinished) fiber.unsafeInterruptAsFork(fiber.id())
    })
  })
}

const listen = (server: Http.Server, address: Address): Effect.Effect<number, NodeJS.ErrnoException> =>
  Effect.async((resume) => {
    server.once("error", (error) => resume(Effect.fail(error)))
    server.listen(address.port, address.host, () => {
      const bound = server.address()
      resume(Effect.succeed(typeof bound === "object" && bound !== null ? bound.port : address.port))
    })
  })

const close = (server: Http.Server): Effect.Effect<void> =>
  Effect.async((resume) => {
    server.close(() => resume(Effect.void))
    server.closeAllConnections()
  })

export const serve = (address: Address): Effect.Effect<Server, NodeJS.ErrnoException, Scope.Scope> =>
  Effect.gen(function*() {
    const runtime = yield* Effect.runtime<never>()
    let engine: Engine | undefined
    const server = Http.createServer({ keepAliveTimeout: 30_000 }, listener(Runtime.runFork(runtime), () => engine))
    const port = yield* Effect.acquireRelease(listen(server, address), () => close(server))
    return {
      port,
      attach: (attached) => {
        engine = attached
      }
    }
  })
