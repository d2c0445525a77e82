/**
 * The one runtime that executes operations: generated clients call it, and any descriptor can be run by hand. It writes
 * each request as its document says, asks for a token, sends, waits for throttles, retries what may be retried, and reads
 * the answer into a value or a typed error.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { InvalidRequestError } from "./ApiError.js"
import type * as AppAuth from "./AppAuth.js"
import * as OperationCall from "./internal/operationCall.js"
import * as OperationClient from "./internal/operationClient.js"
import * as OperationStream from "./internal/operationStream.js"
import * as Paging from "./internal/paging.js"
import * as Answer from "./internal/wire/answer.js"
import * as DeclaredHeaders from "./internal/wire/declaredHeaders.js"
import * as Plan from "./internal/wire/plan.js"
import * as Read from "./internal/wire/read.js"
import type { MalformedResponseError } from "./OAuthError.js"
import type * as Operation from "./Operation.js"
import type * as OrangeHttpClient from "./OrangeHttpClient.js"
import type * as RetryPolicy from "./RetryPolicy.js"
import type * as UserAuth from "./UserAuth.js"

/**
 * What a call can fail with, besides the errors that its document declares and what getting its token can.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 *
 * const page = (error: ApiClient.Error) => error.isRetryable ? "later" : "mend it"
 * ```
 */
export type Error = OrangeHttpClient.Error

/**
 * A user name and a password, for a document's HTTP basic scheme (RFC 7617; sent in UTF-8).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const basic: ApiClient.BasicCredentials = { username: "shop", password: Redacted.make("secret") }
 * ```
 */
export interface BasicCredentials {
  readonly username: string
  readonly password: Redacted.Redacted
}

/**
 * A body that is sent as it is: bytes, a `Blob`, or a stream. A stream is sent once: such a call is never retried.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 * import { Stream } from "effect"
 *
 * const body: ApiClient.Bytes = Stream.make(new Uint8Array([1, 2, 3]))
 * ```
 */
export type Bytes = Uint8Array | Blob | Stream.Stream<Uint8Array, unknown>

/**
 * An event of a `text/event-stream` (WHATWG HTML section 9.2), with its data decoded. `id` is the last that the server gave.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 *
 * const event: ApiClient.ServerSentEvent<{ readonly text: string }> = { id: "1", event: "message", data: { text: "hello" } }
 * ```
 */
export interface ServerSentEvent<out A> {
  readonly id?: string
  readonly event?: string
  readonly data: A
}

/**
 * How a client calls.
 *
 * `server` and `serverVariables` say where the API is. With a token of Orange the origin is that of the token's environment:
 * of the document's server only the path is taken, unless its origin is the environment's own or in its `trustedOrigins`,
 * and a `server` given here must be on one of these. Without a token, the document's server is called as it is written.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 * import { Redacted } from "effect"
 *
 * const options: ApiClient.Options = { timeout: "5 seconds", security: { apiKey: Redacted.make("secret") } }
 * ```
 */
export interface Options {
  /** Credentials that are not Orange's tokens, by the document's name of their scheme. */
  readonly security?: { readonly [scheme: string]: Redacted.Redacted | BasicCredentials | undefined } | undefined
  /** An absolute URL in place of the document's server, with the path below which the operations are. */
  readonly server?: string | undefined
  /** Values for the variables of the document's server. */
  readonly serverVariables?: { readonly [name: string]: string } | undefined
  /** Time for one attempt, headers and body. 30 s by default; `Infinity` for none. A stream is not bounded. */
  readonly timeout?: Duration.DurationInput | undefined
  /** When failed calls are sent again. `RetryPolicy.api` by default. */
  readonly retry?: RetryPolicy.RetryPolicy | undefined
  /** Whether trace headers are sent. Not by default: they tell a third party about your system. */
  readonly propagateTraces?: boolean | undefined
}

/**
 * What one call may set. It wins over `OrangeHttpClient.withCallOptions`, which wins over the client's own options.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 *
 * const options: ApiClient.CallOptions = { timeout: "2 seconds", correlator: "b4333c46-49c0-4f62-80d7-f0ef930f1c46" }
 * ```
 */
export interface CallOptions {
  /** Time for one attempt, headers and body. */
  readonly timeout?: Duration.DurationInput | undefined
  /** When the call is sent again. */
  readonly retry?: RetryPolicy.RetryPolicy | undefined
  /** More headers. Not those that the token or the transport set: authorization, host, content-length. */
  readonly headers?: { readonly [name: string]: string } | undefined
  /** An absolute URL in place of the client's or the document's server; with a token, where tokens may go. */
  readonly server?: string | undefined
  /** Values for the variables of the document's server. */
  readonly serverVariables?: { readonly [name: string]: string } | undefined
  /** Sent as `x-correlator` and kept in errors. */
  readonly correlator?: string | undefined
  /** Whether the call may be done twice, where neither the method nor the document says so. */
  readonly idempotent?: boolean | undefined
  /** For operations whose document declares such a header. It does not make a call one that we send twice. */
  readonly idempotencyKey?: string | undefined
  /**
   * Server-sent events: after a loss, connect again with `Last-Event-ID` when the server's `retry` has passed (3 s by
   * default). Only for operations that may be done twice. An end that the server makes is an end.
   */
  readonly reconnect?: boolean | undefined
}

/**
 * What a method or `run` takes after its operation: nothing but options where there is nothing to pass, a request that may
 * be left out where all of it may.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 *
 * const none: ApiClient.Arguments<void> = [{ timeout: "1 second" }]
 * const some: ApiClient.Arguments<{ readonly id: string }> = [{ id: "42" }, { timeout: "1 second" }]
 * ```
 */
export type Arguments<Req> = [Req] extends [void] ? [options?: CallOptions]
  : {} extends Req ? [request?: Req, options?: CallOptions]
  : [request: Req, options?: CallOptions]

/**
 * A value with the status and headers that came with it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 *
 * const etag = (response: ApiClient.Response<unknown>) => response.headers["etag"]
 * ```
 */
export interface Response<out A> {
  readonly value: A
  readonly status: number
  /** By lower-case name. */
  readonly headers: { readonly [name: string]: string }
}

/**
 * A value with what came with it, the headers that the document declares decoded.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 *
 * const left = (response: ApiClient.DeclaredResponse<unknown, { readonly "x-rate-limit": number }>) =>
 *   response.declared["x-rate-limit"]
 * ```
 */
export interface DeclaredResponse<out A, out H> extends Response<A> {
  readonly declared: H
}

/**
 * A client that calls with the application's token: one method for each operation, a stream where the operation answers with
 * one. `S` is the service's interface, which generated code declares.
 *
 * @since 0.1.0
 * @category clients
 * @example
 * ```ts
 * import { ApiClient, type AppAuth, type Operation } from "@effect-orange/core"
 * import type { Effect } from "effect"
 *
 * declare const operations: { readonly getShop: Operation.Operation<{ readonly id: string }, { readonly name: string }, never> }
 *
 * interface Shops {
 *   readonly getShop: (request: { readonly id: string }, options?: ApiClient.CallOptions) => Effect.Effect<{ readonly name: string }, ApiClient.Error | AppAuth.Error>
 * }
 *
 * const shops = ApiClient.app<Shops>(operations)
 * ```
 */
export const app = <S>(
  operations: { readonly [K in keyof S]: Operation.Any },
  options?: Options
): Effect.Effect<S, never, AppAuth.AppAuth | HttpClient.HttpClient> =>
  Effect.contextWith((context: Context.Context<AppAuth.AppAuth | HttpClient.HttpClient>) => OperationClient.build<S>(OperationClient.appClient(context, options), operations))

/**
 * A client that calls with the token of a user, who is given per call as `UserAuth`: a service has many.
 *
 * @since 0.1.0
 * @category clients
 * @example
 * ```ts
 * import { ApiClient, type Operation, type UserAuth } from "@effect-orange/core"
 * import type { Effect } from "effect"
 *
 * declare const operations: { readonly getUserinfo: Operation.Operation<void, { readonly sub: string }, never> }
 *
 * interface Userinfo {
 *   readonly getUserinfo: (options?: ApiClient.CallOptions) => Effect.Effect<{ readonly sub: string }, ApiClient.Error | UserAuth.Error, UserAuth.UserAuth>
 * }
 *
 * const userinfo = ApiClient.user<Userinfo>(operations)
 * ```
 */
export const user = <S>(
  operations: { readonly [K in keyof S]: Operation.Any },
  options?: Options
): Effect.Effect<S, never, HttpClient.HttpClient> =>
  Effect.contextWith((context: Context.Context<HttpClient.HttpClient>) => OperationClient.build<S>(OperationClient.userClient(context, options), operations))

/**
 * A client for a document that knows no token of Orange: it calls the document's server with the credentials given.
 *
 * @since 0.1.0
 * @category clients
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 * import { type Effect, Redacted } from "effect"
 *
 * declare const operations: { readonly ping: Operation.Operation<void, void, never> }
 *
 * interface Partner {
 *   readonly ping: (options?: ApiClient.CallOptions) => Effect.Effect<void, ApiClient.Error>
 * }
 *
 * const partner = ApiClient.open<Partner>(operations, { security: { apiKey: Redacted.make("secret") } })
 * ```
 */
export const open = <S>(
  operations: { readonly [K in keyof S]: Operation.Any },
  options?: Options
): Effect.Effect<S, never, HttpClient.HttpClient> =>
  Effect.contextWith((context: Context.Context<HttpClient.HttpClient>) => OperationClient.build<S>(OperationClient.openClient(context, options), operations))

const runOn = (client: OperationCall.Client, operation: Operation.Any, { options, request }: OperationClient.Given): Effect.Effect<any, any, any> =>
  OperationCall.call(client, operation, request, options, OperationCall.asValue)

/**
 * Runs one operation with the application's token, without its service. A bundle then holds this operation alone.
 *
 * @since 0.1.0
 * @category running
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 *
 * declare const getShop: Operation.Operation<{ readonly id: string }, { readonly name: string }, never>
 *
 * const shop = ApiClient.run(getShop, { id: "42" })
 * ```
 */
export const run = <Req, A, E>(
  operation: Operation.Operation<Req, A, E, unknown>,
  ...args: Arguments<Req>
): Effect.Effect<A, E | Error | AppAuth.Error, AppAuth.AppAuth | HttpClient.HttpClient> =>
  OperationClient.withApp((client) => runOn(client, operation, OperationClient.givenOf(operation, args)))

/**
 * Runs one operation with a user's token.
 *
 * @since 0.1.0
 * @category running
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 *
 * declare const getShop: Operation.Operation<{ readonly id: string }, { readonly name: string }, never>
 *
 * const shop = ApiClient.runUser(getShop, { id: "42" })
 * ```
 */
export const runUser = <Req, A, E>(
  operation: Operation.Operation<Req, A, E, unknown>,
  ...args: Arguments<Req>
): Effect.Effect<A, E | Error | UserAuth.Error, UserAuth.UserAuth | HttpClient.HttpClient> =>
  OperationClient.withUser((client) => runOn(client, operation, OperationClient.givenOf(operation, args)))

/**
 * Runs one operation that needs no credential.
 *
 * @since 0.1.0
 * @category running
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 *
 * declare const getShop: Operation.Operation<{ readonly id: string }, { readonly name: string }, never>
 *
 * const shop = ApiClient.runOpen(getShop, { id: "42" })
 * ```
 */
export const runOpen = <Req, A, E>(
  operation: Operation.Operation<Req, A, E, unknown>,
  ...args: Arguments<Req>
): Effect.Effect<A, E | Error, HttpClient.HttpClient> =>
  OperationClient.withOpen((client) => runOn(client, operation, OperationClient.givenOf(operation, args)))

const streamOn = (client: OperationCall.Client, operation: Operation.Any, { options, request }: OperationClient.Given): Effect.Effect<Stream.Stream<any, any, any>> =>
  Effect.succeed(OperationStream.stream(client, operation, request, options))

/**
 * Runs one operation whose answer is a stream of items (`Operation.stream`), with the application's token.
 *
 * @since 0.1.0
 * @category running
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 * import { Stream } from "effect"
 *
 * declare const watch: Operation.Operation<{ readonly topic: string }, ApiClient.ServerSentEvent<{ readonly text: string }>, never>
 *
 * const texts = ApiClient.runStream(watch, { topic: "news" }, { reconnect: true }).pipe(Stream.map((event) => event.data.text))
 * ```
 */
export const runStream = <Req, A, E>(
  operation: Operation.Operation<Req, A, E, unknown>,
  ...args: Arguments<Req>
): Stream.Stream<A, E | Error | AppAuth.Error, AppAuth.AppAuth | HttpClient.HttpClient> =>
  Stream.unwrap(OperationClient.withApp((client) => streamOn(client, operation, OperationClient.givenOf(operation, args))))

/**
 * Runs one operation whose answer is a stream of items, with a user's token.
 *
 * @since 0.1.0
 * @category running
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 * import { Stream } from "effect"
 *
 * declare const watch: Operation.Operation<{ readonly topic: string }, ApiClient.ServerSentEvent<{ readonly text: string }>, never>
 *
 * const texts = ApiClient.runStreamUser(watch, { topic: "news" }, { reconnect: true }).pipe(Stream.map((event) => event.data.text))
 * ```
 */
export const runStreamUser = <Req, A, E>(
  operation: Operation.Operation<Req, A, E, unknown>,
  ...args: Arguments<Req>
): Stream.Stream<A, E | Error | UserAuth.Error, UserAuth.UserAuth | HttpClient.HttpClient> =>
  Stream.unwrap(OperationClient.withUser((client) => streamOn(client, operation, OperationClient.givenOf(operation, args))))

/**
 * Runs one operation whose answer is a stream of items and that needs no credential.
 *
 * @since 0.1.0
 * @category running
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 * import { Stream } from "effect"
 *
 * declare const watch: Operation.Operation<{ readonly topic: string }, ApiClient.ServerSentEvent<{ readonly text: string }>, never>
 *
 * const texts = ApiClient.runStreamOpen(watch, { topic: "news" }, { reconnect: true }).pipe(Stream.map((event) => event.data.text))
 * ```
 */
export const runStreamOpen = <Req, A, E>(
  operation: Operation.Operation<Req, A, E, unknown>,
  ...args: Arguments<Req>
): Stream.Stream<A, E | Error, HttpClient.HttpClient> =>
  Stream.unwrap(OperationClient.withOpen((client) => streamOn(client, operation, OperationClient.givenOf(operation, args))))

const bytesOn = (client: OperationCall.Client, operation: Operation.Any, { options, request }: OperationClient.Given): Effect.Effect<Stream.Stream<Uint8Array, any, any>> =>
  Effect.succeed(OperationStream.bytes(client, operation, request, options))

/**
 * The body of an operation's success as it comes, whatever it is declared to be: a download that is never held whole. With the
 * application's token.
 *
 * @since 0.1.0
 * @category running
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 * import { Stream } from "effect"
 *
 * declare const getInvoice: Operation.Operation<{ readonly id: string }, Uint8Array, never>
 *
 * const size = ApiClient.bytes(getInvoice, { id: "42" }).pipe(Stream.runFold(0, (sum, chunk) => sum + chunk.byteLength))
 * ```
 */
export const bytes = <Req, A, E>(
  operation: Operation.Operation<Req, A, E, unknown>,
  ...args: Arguments<Req>
): Stream.Stream<Uint8Array, E | Error | AppAuth.Error, AppAuth.AppAuth | HttpClient.HttpClient> =>
  Stream.unwrap(OperationClient.withApp((client) => bytesOn(client, operation, OperationClient.givenOf(operation, args))))

/**
 * The body of an operation's success as it comes, with a user's token.
 *
 * @since 0.1.0
 * @category running
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 * import { Stream } from "effect"
 *
 * declare const getInvoice: Operation.Operation<{ readonly id: string }, Uint8Array, never>
 *
 * const size = ApiClient.bytesUser(getInvoice, { id: "42" }).pipe(Stream.runFold(0, (sum, chunk) => sum + chunk.byteLength))
 * ```
 */
export const bytesUser = <Req, A, E>(
  operation: Operation.Operation<Req, A, E, unknown>,
  ...args: Arguments<Req>
): Stream.Stream<Uint8Array, E | Error | UserAuth.Error, UserAuth.UserAuth | HttpClient.HttpClient> =>
  Stream.unwrap(OperationClient.withUser((client) => bytesOn(client, operation, OperationClient.givenOf(operation, args))))

/**
 * The body of an operation's success as it comes, where no credential is needed.
 *
 * @since 0.1.0
 * @category running
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 * import { Stream } from "effect"
 *
 * declare const getInvoice: Operation.Operation<{ readonly id: string }, Uint8Array, never>
 *
 * const size = ApiClient.bytesOpen(getInvoice, { id: "42" }).pipe(Stream.runFold(0, (sum, chunk) => sum + chunk.byteLength))
 * ```
 */
export const bytesOpen = <Req, A, E>(
  operation: Operation.Operation<Req, A, E, unknown>,
  ...args: Arguments<Req>
): Stream.Stream<Uint8Array, E | Error, HttpClient.HttpClient> =>
  Stream.unwrap(OperationClient.withOpen((client) => bytesOn(client, operation, OperationClient.givenOf(operation, args))))

/** A mock makes no call: its value counts as a 200 that had no headers. */
const mocked: NonNullable<OperationCall.Slot["response"]> = { status: 200, headers: {} as never }

const toResponse = <A>(value: A, { headers, status }: NonNullable<OperationCall.Slot["response"]>): Response<A> => ({ value, status, headers })

/**
 * The value of a client's method with the status and headers that came with it: those of the last call that the effect made.
 *
 * @since 0.1.0
 * @category responses
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 *
 * declare const getShop: Operation.Operation<{ readonly id: string }, { readonly name: string }, never>
 *
 * const shop = ApiClient.withResponse(ApiClient.run(getShop, { id: "42" }))
 * ```
 */
export const withResponse = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<Response<A>, E, R> =>
  Effect.flatMap(OperationCall.CurrentSlot, (outer) => {
    const slot: OperationCall.Slot = { response: undefined, outer: outer as OperationCall.Slot | undefined }
    return Effect.map(Effect.provideService(effect, OperationCall.CurrentSlot, slot as never), (value) => toResponse(value, slot.response ?? mocked))
  })

/**
 * `withResponse`, with the headers that the operation declares for that status decoded. One that is required and not there, or
 * does not decode, is a `MalformedResponseError`.
 *
 * @since 0.1.0
 * @category responses
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * declare const getShop: Operation.Operation<{ readonly id: string }, { readonly name: string }, never, { readonly etag: string }>
 *
 * const etag = ApiClient.run(getShop, { id: "42" }).pipe(
 *   ApiClient.withDeclaredHeaders(getShop),
 *   Effect.map(({ declared }) => declared.etag)
 * )
 * ```
 */
export const withDeclaredHeaders = <H>(operation: Operation.Operation<never, unknown, unknown, H>) =>
<A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<DeclaredResponse<A, H>, E | MalformedResponseError, R> =>
  Effect.flatMap(withResponse(effect), (response) => {
    const declared = Plan.planOf(operation as Operation.Any).success(response.status)?.headers ?? {}
    return Either.mapBoth(DeclaredHeaders.decode(declared, response.headers, operation.strictResponses === true), {
      onLeft: (problem) => Read.malformed(problem, response as never, { operation: operation.id }),
      onRight: (decoded) => ({ ...response, declared: decoded as H })
    })
  })

/**
 * Runs one operation with the application's token, for its value with status, headers and declared headers. Other clients:
 * `withDeclaredHeaders` round their method.
 *
 * @since 0.1.0
 * @category responses
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 *
 * declare const getShop: Operation.Operation<{ readonly id: string }, { readonly name: string }, never, { readonly etag: string }>
 *
 * const shop = ApiClient.runWithResponse(getShop, { id: "42" })
 * ```
 */
export const runWithResponse = <Req, A, E, H>(
  operation: Operation.Operation<Req, A, E, H>,
  ...args: Arguments<Req>
): Effect.Effect<DeclaredResponse<A, H>, E | Error | AppAuth.Error, AppAuth.AppAuth | HttpClient.HttpClient> =>
  withDeclaredHeaders(operation as Operation.Operation<never, A, E, H>)(run(operation, ...args))

/**
 * The items of a listing, as far as its type tells: those of the answer, or of a list in it, or in an object in it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 *
 * const shop: ApiClient.Item<{ readonly shops: ReadonlyArray<{ readonly id: string }>; readonly next: string }> = { id: "42" }
 * ```
 */
export type Item<A> = A extends ReadonlyArray<infer I> ? I : [Listed<A>] extends [never] ? Nested<A> : Listed<A>

type Listed<A> = { [K in keyof A]-?: NonNullable<A[K]> extends ReadonlyArray<infer I> ? I : never }[keyof A]
type Nested<A> = { [K in keyof A]-?: NonNullable<A[K]> extends object ? Listed<NonNullable<A[K]>> : never }[keyof A]

const unpaged = (operation: string): Stream.Stream<never, InvalidRequestError> =>
  Stream.fail(new InvalidRequestError({ operation, field: "operation", problem: "has no paging that its document declares" }))

/**
 * All items of a listing whose document says how it continues (`Operation.paging`), by a method of any client: it is called
 * page after page, each when its first item is asked for. Ends with a page that names no next one or has no items, and where
 * a server names a page again that was read already.
 *
 * @since 0.1.0
 * @category paging
 * @example
 * ```ts
 * import { ApiClient, type AppAuth, type Operation } from "@effect-orange/core"
 * import type { Effect } from "effect"
 *
 * interface Page {
 *   readonly items: ReadonlyArray<{ readonly id: string }>
 *   readonly next?: string
 * }
 *
 * declare const listShops: Operation.Operation<{ readonly cursor?: string }, Page, never>
 * declare const shops: { readonly listShops: (request: { readonly cursor?: string }) => Effect.Effect<Page, ApiClient.Error | AppAuth.Error> }
 *
 * const all = ApiClient.paginateWith(listShops, shops.listShops, {})
 * ```
 */
export const paginateWith = <Req, A, E, R>(
  operation: Operation.Operation<Req, A, unknown, unknown>,
  method: (request: Req) => Effect.Effect<A, E, R>,
  request: Req
): Stream.Stream<Item<A>, E | InvalidRequestError, R> =>
  operation.paging === undefined
    ? unpaged(operation.id)
    : Paging.items(operation, operation.paging, method as never, (request ?? {}) as never) as Stream.Stream<Item<A>, E, R>

/**
 * All items of a listing, with the application's token. See `paginateWith`.
 *
 * @since 0.1.0
 * @category paging
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 * import { Stream } from "effect"
 *
 * interface Page {
 *   readonly items: ReadonlyArray<{ readonly id: string }>
 *   readonly next?: string
 * }
 *
 * declare const listShops: Operation.Operation<{ readonly cursor?: string }, Page, never>
 *
 * const firstTen = ApiClient.paginate(listShops, {}).pipe(Stream.take(10))
 * ```
 */
export const paginate = <Req, A, E>(
  operation: Operation.Operation<Req, A, E, unknown>,
  ...args: Arguments<Req>
): Stream.Stream<Item<A>, E | Error | AppAuth.Error, AppAuth.AppAuth | HttpClient.HttpClient> => {
  const { options, request } = OperationClient.givenOf(operation, args)
  return paginateWith(
    operation,
    (each) => OperationClient.withApp((client) => runOn(client, operation, { request: each, options })) as Effect.Effect<A, E | Error | AppAuth.Error, OperationClient.App>,
    request as Req
  )
}

/**
 * A callback or webhook that is not what its document says. It was sent by somebody else: answer it with 400.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { ApiClient } from "@effect-orange/core"
 *
 * const status = (error: ApiClient.MalformedCallbackError) => error.reason === "type" ? 415 : 400
 * ```
 */
export class MalformedCallbackError
  extends Schema.TaggedError<MalformedCallbackError>("@effect-orange/core/MalformedCallbackError")("MalformedCallbackError", {
    /** The callback's id. */
    callback: Schema.String,
    /** `type`: of a media type that is not declared; `json`: not JSON; `schema`: of another shape. */
    reason: Schema.Literal("type", "json", "schema"),
    /** The paths at fault, dotted. Empty unless `reason` is `schema`. */
    paths: Schema.Array(Schema.String)
  })
{
  override get message(): string {
    const what = this.reason === "schema"
      ? `has a missing or unusable value at ${this.paths.join(", ")}`
      : this.reason === "json" ? "is not valid JSON" : "has a media type that is not declared"
    return `A request for ${this.callback} ${what}. Answer it with 400; compare the API's document if its sender is known.`
  }
  /** False: the same request stays malformed. */
  get isRetryable(): boolean {
    return false
  }
}

/**
 * A request that an API sent to us.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient } from "@effect-orange/core"
 *
 * const received: ApiClient.Received = { body: "{}", contentType: "application/json" }
 * ```
 */
export interface Received {
  /** The body's text or bytes, as they came. */
  readonly body: string | Uint8Array
  /** Its `Content-Type`. */
  readonly contentType?: string | undefined
}

/**
 * Decodes a callback or a webhook. Who sent it is not checked here: anybody can call a public URL.
 *
 * @since 0.1.0
 * @category callbacks
 * @example
 * ```ts
 * import { ApiClient, type Operation } from "@effect-orange/core"
 *
 * declare const delivered: Operation.Callback<{ readonly id: string }>
 *
 * const receipt = ApiClient.receive(delivered, { body: "{\"id\":\"42\"}", contentType: "application/json" })
 * ```
 */
export const receive = <A>(callback: Operation.Callback<A>, { body, contentType }: Received): Effect.Effect<A, MalformedCallbackError> =>
  Effect.suspend(() => {
    const fail = (reason: MalformedCallbackError["reason"], paths: ReadonlyArray<string> = []) =>
      Effect.fail(new MalformedCallbackError({ callback: callback.id, reason, paths }))
    if (callback.content.length === 0) return Effect.succeed(undefined as A)
    const reading = Answer.choose(Answer.compile({ content: callback.content }, false), contentType)
    if (reading === undefined) return fail("type")
    if (reading.kind === "bytes" && typeof body !== "string") return Effect.succeed(body as A)
    const decoded = Answer.decodeBody(reading, typeof body === "string" ? body : new TextDecoder().decode(body))
    return Either.isRight(decoded) ? Effect.succeed(decoded.right as A) : fail(decoded.left.reason, decoded.left.paths)
  })
