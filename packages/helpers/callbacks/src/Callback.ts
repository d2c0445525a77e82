/**
 * Handlers of what Orange's APIs post to an application: authenticated, decoded, handled once and in order, and answered
 * so that the sender does the right thing. Each is an @effect/platform app, to be mounted in any router or turned into a
 * web handler.
 *
 * @since 0.1.0
 */
import type { ApiClient } from "@effect-orange/core"
import * as HttpApp from "@effect/platform/HttpApp"
import * as HttpMiddleware from "@effect/platform/HttpMiddleware"
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as CallbackStore from "./CallbackStore.js"
import { isSame } from "./internal/constantTime.js"

/**
 * Callbacks received, tagged `callback` (the handler's name) and `outcome`: `handled`, `duplicate`, `stale`, `unknown`,
 * `busy`, `failed`, `refused`, `malformed`, `oversized`, `store`.
 *
 * @since 0.1.0
 * @category metrics
 * @example
 * ```ts
 * import { Callback } from "@effect-orange/callbacks"
 * import { Metric } from "effect"
 *
 * const unknown = Callback.callbacks.pipe(Metric.tagged("callback", "sms.receipt"), Metric.tagged("outcome", "unknown"))
 * ```
 */
export const callbacks: Metric.Metric.Counter<number> = Metric.counter("orange_callbacks_total", {
  description: "Requests that Orange's APIs sent to the application",
  incremental: true
})

/**
 * A request as it came: its path and query, headers in lower case, and the raw bytes, since a signature is of these.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Callback } from "@effect-orange/callbacks"
 *
 * const contentType = (delivery: Callback.Delivery) => delivery.headers["content-type"]
 * ```
 */
export interface Delivery {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * Who sent a request: who it says (`authentic`), someone else (`forged`, answered 404: a stranger learns nothing of what
 * is here), or nobody can tell, since it is about nothing that is known here (`unknown`, answered 200 and counted).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Callback } from "@effect-orange/callbacks"
 *
 * const verdict = (isOurs: boolean): Callback.Verdict => isOurs ? "authentic" : "forged"
 * ```
 */
export type Verdict = "authentic" | "forged" | "unknown"

/**
 * How a callback is received.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Callback } from "@effect-orange/callbacks"
 * import { ApiClient, type Operation } from "@effect-orange/core"
 * import { Effect, Redacted } from "effect"
 *
 * declare const delivered: Operation.Callback<{ readonly id: string }>
 *
 * const options: Callback.Options<{ readonly id: string }, never, never> = {
 *   name: "sms.receipt",
 *   authenticate: Callback.secretSegment(Redacted.make("a long random text")),
 *   decode: (delivery) => ApiClient.receive(delivered, Callback.received(delivery)),
 *   event: ({ id }) => ({ subject: `sms:${id}`, id: "delivered", rank: 1, isFinal: true }),
 *   handle: ({ id }) => Effect.logInfo("delivered", id)
 * }
 * ```
 */
export interface Options<A, E, R> {
  /** For metrics and logs: `sms.receipt`. */
  readonly name: string
  /** Whether the request is from whom it says. An error has it delivered again. */
  readonly authenticate: (delivery: Delivery) => Effect.Effect<Verdict, E, R>
  readonly decode: (delivery: Delivery) => Effect.Effect<A, ApiClient.MalformedCallbackError>
  readonly event: (value: A) => Omit<CallbackStore.Event, "body">
  /** What the application does. At least once for each event: it may be called again if the process ends before the answer. */
  readonly handle: (value: A) => Effect.Effect<void, E, R>
  /** Whether such callbacks come of themselves, about nothing that the application did: each is handled, expected or not. */
  readonly isUnsolicited?: boolean | undefined
  /** The longest body, in bytes. Default 65,536; a longer one is answered 413. */
  readonly maxBytes?: number | undefined
}

/**
 * A callback's two ends: the app that receives it, and what says that it is expected.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Callback } from "@effect-orange/callbacks"
 * import { HttpRouter } from "@effect/platform"
 *
 * const routes = (receipts: Callback.Callback<never, never>) =>
 *   HttpRouter.empty.pipe(HttpRouter.post("/orange/receipts/:secret", receipts.app))
 * ```
 */
export interface Callback<E, R> {
  /**
   * Answers 200 when `handle` succeeded, or when there is nothing to do (a repeated, late or unexpected callback); 500
   * when `handle` failed and 503 when the store did, so that the callback is delivered again; 400 what is malformed, 404
   * what is not authenticated, 405 what is no POST, 413 what is too long. The log of requests is off: a path may hold the
   * secret.
   */
  readonly app: HttpApp.Default<never, R | CallbackStore.CallbackStore>
  /**
   * Says that callbacks about a subject are expected: call it once the message or payment is stored. What came before is
   * handled now; if that fails it stays, and another call tries again.
   */
  readonly expect: (
    subject: string
  ) => Effect.Effect<void, E | CallbackStore.CallbackStoreError | ApiClient.MalformedCallbackError, R | CallbackStore.CallbackStore>
}

/**
 * A delivery's body and type, as `ApiClient.receive` takes them. Without a type it is taken for JSON.
 *
 * @since 0.1.0
 * @category combinators
 * @example
 * ```ts
 * import { Callback } from "@effect-orange/callbacks"
 * import { ApiClient, type Operation } from "@effect-orange/core"
 *
 * declare const delivered: Operation.Callback<{ readonly id: string }>
 *
 * const decode = (delivery: Callback.Delivery) => ApiClient.receive(delivered, Callback.received(delivery))
 * ```
 */
export const received = ({ body, headers }: Delivery): ApiClient.Received => ({ body, contentType: headers["content-type"] ?? "application/json" })

/**
 * The last segment of a delivery's path, decoded: where a URL says whose it is, or holds a secret.
 *
 * @since 0.1.0
 * @category combinators
 * @example
 * ```ts
 * import { Callback } from "@effect-orange/callbacks"
 *
 * Callback.lastSegment("/orange/payments/order%201?a=b") // "order 1"
 * ```
 */
export const lastSegment = (url: string): string => {
  const segment = url.split(/[?#]/, 1)[0]!.split("/").at(-1)!
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/**
 * Authenticates by a secret that is the last segment of the path, for APIs that sign nothing. It is compared in constant
 * time. Give Orange a URL that ends in it, of at least 128 random bits, and keep such URLs out of proxies' logs and
 * server spans (`HttpMiddleware.withTracerDisabledForUrls`).
 *
 * @since 0.1.0
 * @category authentication
 * @example
 * ```ts
 * import { Callback } from "@effect-orange/callbacks"
 * import { Config, Effect } from "effect"
 *
 * const authenticate = Effect.map(Config.redacted("ORANGE_RECEIPTS_SECRET"), Callback.secretSegment)
 * ```
 */
export const secretSegment = (secret: Redacted.Redacted) => (delivery: Delivery): Effect.Effect<Verdict> =>
  Effect.map(isSame(lastSegment(delivery.url), Redacted.value(secret)), (isOurs) => isOurs ? "authentic" : "forged")

/**
 * Whether two secrets are the same, in a time that tells nothing of them.
 *
 * @since 0.1.0
 * @category authentication
 * @example
 * ```ts
 * import { Callback } from "@effect-orange/callbacks"
 * import { Redacted } from "effect"
 *
 * const isOurs = Callback.isSameSecret(Redacted.make("a"), Redacted.make("b"))
 * ```
 */
export const isSameSecret = (a: Redacted.Redacted, b: Redacted.Redacted): Effect.Effect<boolean> =>
  isSame(Redacted.value(a), Redacted.value(b))

const isStoreError = (error: unknown): boolean => error instanceof CallbackStore.CallbackStoreError

/** The application's own trouble: the cause is its own, and what came with the callback is not in it. */
const failedBy = (name: string, cause: Cause.Cause<unknown>): Effect.Effect<Outcome> =>
  Effect.as(Effect.logError(`The callback ${name} could not be handled: it is answered 500, to be delivered again`, cause), "failed")

type Outcome = "handled" | "duplicate" | "stale" | "unknown" | "busy" | "failed" | "refused" | "malformed" | "oversized" | "store"

const statuses: Readonly<Record<Outcome, number>> = {
  handled: 200,
  duplicate: 200,
  stale: 200,
  unknown: 200,
  busy: 503,
  failed: 500,
  refused: 404,
  malformed: 400,
  oversized: 413,
  store: 503
}

const concat = (chunks: ReadonlyArray<Uint8Array>, size: number): Uint8Array => {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** The bytes, as far as they are allowed to go. A body that breaks off is malformed. */
const readBody = (request: HttpServerRequest.HttpServerRequest, maxBytes: number): Effect.Effect<Uint8Array, "oversized" | "malformed"> => {
  if (Number(request.headers["content-length"]) > maxBytes) return Effect.fail("oversized")
  const chunks: Array<Uint8Array> = []
  let size = 0
  return Stream.runForEachWhile(request.stream, (chunk) =>
    Effect.sync(() => {
      size += chunk.length
      chunks.push(chunk)
      return size <= maxBytes
    })).pipe(
      Effect.mapError(() => "malformed" as const),
      Effect.flatMap(() => size > maxBytes ? Effect.fail("oversized" as const) : Effect.succeed(concat(chunks, size)))
    )
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** Runs the application's part of an event that is claimed, and tells the store how it went. */
const perform = <E, R>(store: CallbackStore.Service, event: CallbackStore.Event, handling: Effect.Effect<void, E, R>) =>
  Effect.uninterruptibleMask((restore) =>
    restore(handling).pipe(
      Effect.onError(() => store.release(event)),
      Effect.zipRight(store.complete(event))
    ))

/**
 * Makes a callback.
 *
 * @since 0.1.0
 * @category constructors
 * @example
 * ```ts
 * import { Callback, CallbackStore } from "@effect-orange/callbacks"
 * import { HttpApp } from "@effect/platform"
 * import { Effect, Redacted } from "effect"
 *
 * const receipts = Callback.make({
 *   name: "example",
 *   authenticate: Callback.secretSegment(Redacted.make("a long random text")),
 *   decode: ({ body }) => Effect.succeed(new TextDecoder().decode(body)),
 *   event: (id) => ({ subject: `example:${id}`, id, rank: 0, isFinal: true }),
 *   handle: (id) => Effect.logInfo("received", id)
 * })
 * const handler = HttpApp.toWebHandlerLayer(receipts.app, CallbackStore.layerMemory())
 * ```
 */
export const make = <A, E, R>(options: Options<A, E, R>): Callback<E, R> => {
  const { authenticate, decode, event, handle, isUnsolicited = false, maxBytes = 65_536, name } = options

  const receive = (delivery: Delivery): Effect.Effect<Outcome, never, R | CallbackStore.CallbackStore> =>
    Effect.gen(function*() {
      const store = yield* CallbackStore.CallbackStore
      const verdict = yield* Effect.exit(authenticate(delivery))
      if (Exit.isFailure(verdict)) return yield* failedBy(name, verdict.cause)
      if (verdict.value !== "authentic") return verdict.value === "forged" ? "refused" : "unknown"
      const decoded = yield* Effect.either(decode(delivery))
      if (decoded._tag === "Left") return "malformed"
      const one = { ...event(decoded.right), body: decoder.decode(delivery.body) }
      if (isUnsolicited) yield* store.expect(one.subject)
      const admission = yield* store.admit(one)
      if (admission !== "Fresh") return admission.toLowerCase() as Lowercase<typeof admission>
      const exit = yield* Effect.exit(perform(store, one, handle(decoded.right)))
      if (Exit.isSuccess(exit)) return "handled"
      if (Option.exists(Cause.failureOption(exit.cause), isStoreError)) return "store"
      return yield* failedBy(name, exit.cause)
    }).pipe(Effect.catchTag("CallbackStoreError", () => Effect.succeed<Outcome>("store")))

  const app = Effect.gen(function*() {
    const request = yield* HttpServerRequest.HttpServerRequest
    if (request.method !== "POST") return HttpServerResponse.empty({ status: 405, headers: { allow: "POST" } })
    const body = yield* Effect.either(readBody(request, maxBytes))
    const outcome = body._tag === "Left" ? body.left : yield* receive({ url: request.url, headers: request.headers, body: body.right })
    yield* Metric.increment(Metric.tagged(Metric.tagged(callbacks, "callback", name), "outcome", outcome))
    return HttpServerResponse.empty({ status: statuses[outcome] })
  })

  const handleParked = (store: CallbackStore.Service, one: CallbackStore.Event) =>
    Effect.gen(function*() {
      const value = yield* decode({ url: "", headers: {}, body: encoder.encode(one.body) })
      if ((yield* store.admit(one)) === "Fresh") yield* perform(store, one, handle(value))
    })

  return {
    app: HttpMiddleware.withLoggerDisabled(app),
    expect: (subject) =>
      Effect.gen(function*() {
        const store = yield* CallbackStore.CallbackStore
        const early = yield* store.expect(subject)
        yield* Effect.forEach(early, (one) => handleParked(store, one), { discard: true })
      })
  }
}

/**
 * A callback as a web handler, with the services that it needs taken from here: for servers that speak `Request` and
 * `Response`, and for tests.
 *
 * @since 0.1.0
 * @category conversions
 * @example
 * ```ts
 * import { Callback, CallbackStore } from "@effect-orange/callbacks"
 * import { Effect } from "effect"
 *
 * const statusOf = (callback: Callback.Callback<never, never>, request: Request) =>
 *   Effect.flatMap(Callback.toWebHandler(callback), (handler) => Effect.promise(() => handler(request))).pipe(
 *     Effect.map(({ status }) => status),
 *     Effect.provide(CallbackStore.layerMemory())
 *   )
 * ```
 */
export const toWebHandler = <E, R>(
  callback: Callback<E, R>
): Effect.Effect<(request: Request) => Promise<Response>, never, R | CallbackStore.CallbackStore> =>
  Effect.map(Effect.runtime<R | CallbackStore.CallbackStore>(), (runtime) => HttpApp.toWebHandlerRuntime(runtime)(callback.app))
