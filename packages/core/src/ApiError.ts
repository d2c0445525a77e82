/**
 * What can go wrong between an application and an Orange API, once the application is authorised. Each error is a value;
 * none holds a request or a response. `body` of a declared error is reachable and typed, and is not printed: it may be
 * about a person.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"

const common = {
  /** The operation's id, or method and API where it has none. Never a path with values. */
  operation: Schema.String,
  /** The HTTP status. */
  status: Schema.Number,
  /** Orange's id of the request (`X-OAPI-Request-Id`): give it to support. */
  requestId: Schema.optional(Schema.String),
  /** The correlator of the call (`x-correlator`). */
  correlator: Schema.optional(Schema.String)
}

type Common = {
  readonly operation: string
  readonly status: number
  readonly requestId?: string | undefined
  readonly correlator?: string | undefined
}

const whereabouts = (error: Common): string =>
  error.requestId === undefined ? error.operation : `${error.operation} (request ${error.requestId})`

/** Reachable by name, but in no listing: neither inspect, JSON nor a test's diff shows it. */
const hide = (error: object, field: string): void => {
  Object.defineProperty(error, field, { ...Object.getOwnPropertyDescriptor(error, field), enumerable: false })
}

type DeclaredClass<Tag extends string> = Schema.TaggedErrorClass<any, Tag, {
  readonly _tag: Schema.tag<Tag>
  readonly operation: typeof Schema.String
  readonly status: typeof Schema.Number
  readonly requestId: Schema.optional<typeof Schema.String>
  readonly correlator: Schema.optional<typeof Schema.String>
  readonly body: typeof Schema.Any
}> & { new(...args: Array<any>): { readonly isRetryable: boolean } }

/** What JSON shows: everything but the body. (Effect's own `toJSON` gives the constructor's arguments.) */
const outline = (error: Common & { readonly _tag: string }): unknown => {
  const { _tag, correlator, operation, requestId, status } = error
  return { _tag, operation, status, requestId, correlator }
}

/** One class per status, all alike but for their tag and advice. */
const declared = <Tag extends string>(tag: Tag, meaning: string, advice: string, isRetryable: boolean): DeclaredClass<Tag> => {
  const Base = Schema.TaggedError<any>(`@effect-orange/core/${tag}`)(tag, { ...common, body: Schema.Any })
  return class extends (Base as unknown as new(...args: Array<any>) => Common & { readonly _tag: string }) {
    readonly isRetryable = isRetryable
    constructor(...args: Array<any>) {
      super(...args)
      hide(this, "body")
      hide(this, "isRetryable")
    }
    get message(): string {
      return `${whereabouts(this)} answered ${this.status}: ${meaning}. ${advice}`
    }
    toJSON(): unknown {
      return outline(this)
    }
  } as unknown as DeclaredClass<Tag>
}

/**
 * A declared answer with status 400: the request breaks a rule of the API; its body says which. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.BadRequest<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiBadRequest", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class BadRequest<B = unknown> extends declared("ApiBadRequest", "the request breaks a rule of the API; its body says which", "Mend the request by what `body` says.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 401: the token was refused. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.Unauthorized<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiUnauthorized", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class Unauthorized<B = unknown> extends declared("ApiUnauthorized", "the token was refused", "Check that the token belongs to this API's environment; a stale token was already renewed once.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 402: something must be paid first. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.PaymentRequired<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiPaymentRequired", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class PaymentRequired<B = unknown> extends declared("ApiPaymentRequired", "something must be paid first", "Look at the application's contract or balance.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 403: the application or user may not do this. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.Forbidden<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiForbidden", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class Forbidden<B = unknown> extends declared("ApiForbidden", "the application or user may not do this", "Compare scopes and subscription with the API's page, and read `body`.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 404: there is no such thing. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.NotFound<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiNotFound", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class NotFound<B = unknown> extends declared("ApiNotFound", "there is no such thing", "Check the identifiers; a wrong base URL looks the same.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 405: the resource does not take this method. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.MethodNotAllowed<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiMethodNotAllowed", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class MethodNotAllowed<B = unknown> extends declared("ApiMethodNotAllowed", "the resource does not take this method", "Check the operation against the API's page.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 406: the answer cannot be given in an accepted form. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.NotAcceptable<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiNotAcceptable", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class NotAcceptable<B = unknown> extends declared("ApiNotAcceptable", "the answer cannot be given in an accepted form", "Look for a proxy that changes the Accept header.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 408: the server gave up waiting. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.RequestTimeout<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiRequestTimeout", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class RequestTimeout<B = unknown> extends declared("ApiRequestTimeout", "the server gave up waiting", "Try again if the call may be done twice.", true) {
  declare readonly body: B
}

/**
 * A declared answer with status 409: the state does not allow it now. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.Conflict<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiConflict", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class Conflict<B = unknown> extends declared("ApiConflict", "the state does not allow it now", "Read the present state, then decide.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 410: it existed and does no more. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.Gone<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiGone", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class Gone<B = unknown> extends declared("ApiGone", "it existed and does no more", "Do not ask again.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 411: the server wants a Content-Length. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.LengthRequired<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiLengthRequired", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class LengthRequired<B = unknown> extends declared("ApiLengthRequired", "the server wants a Content-Length", "Send the body as bytes or text instead of a stream.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 412: a condition in the headers does not hold. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.PreconditionFailed<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiPreconditionFailed", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class PreconditionFailed<B = unknown> extends declared("ApiPreconditionFailed", "a condition in the headers does not hold", "Read the present state, then decide.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 413: the body is too large. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.ContentTooLarge<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiContentTooLarge", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class ContentTooLarge<B = unknown> extends declared("ApiContentTooLarge", "the body is too large", "Send less at once.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 414: the URL is too long. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.UriTooLong<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiUriTooLong", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class UriTooLong<B = unknown> extends declared("ApiUriTooLong", "the URL is too long", "Send fewer or shorter parameters.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 415: the body's type is not taken. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.UnsupportedMediaType<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiUnsupportedMediaType", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class UnsupportedMediaType<B = unknown> extends declared("ApiUnsupportedMediaType", "the body's type is not taken", "Check the Content-Type.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 422: the request is well-formed but cannot be carried out. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.UnprocessableContent<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiUnprocessableContent", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class UnprocessableContent<B = unknown> extends declared("ApiUnprocessableContent", "the request is well-formed but cannot be carried out", "Mend the request by what `body` says.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 428: the server wants a condition in the headers. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.PreconditionRequired<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiPreconditionRequired", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class PreconditionRequired<B = unknown> extends declared("ApiPreconditionRequired", "the server wants a condition in the headers", "Read first, then send If-Match.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 429: too many requests. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.TooManyRequests<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiTooManyRequests", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class TooManyRequests<B = unknown> extends declared("ApiTooManyRequests", "too many requests", "Wait, then try again.", true) {
  declare readonly body: B
}

/**
 * A declared answer with status 451: it is withheld for legal reasons. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.UnavailableForLegalReasons<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiUnavailableForLegalReasons", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class UnavailableForLegalReasons<B = unknown> extends declared("ApiUnavailableForLegalReasons", "it is withheld for legal reasons", "Do not ask again.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 500: the server failed. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.InternalServerError<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiInternalServerError", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class InternalServerError<B = unknown> extends declared("ApiInternalServerError", "the server failed", "Try again later if the call may be done twice.", true) {
  declare readonly body: B
}

/**
 * A declared answer with status 501: the server does not offer this. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.NotImplemented<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiNotImplemented", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class NotImplemented<B = unknown> extends declared("ApiNotImplemented", "the server does not offer this", "Check the operation against the API's page.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 502: a server behind Orange's gateway failed. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.BadGateway<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiBadGateway", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class BadGateway<B = unknown> extends declared("ApiBadGateway", "a server behind Orange's gateway failed", "Try again later if the call may be done twice.", true) {
  declare readonly body: B
}

/**
 * A declared answer with status 503: the service is away for now. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.ServiceUnavailable<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiServiceUnavailable", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class ServiceUnavailable<B = unknown> extends declared("ApiServiceUnavailable", "the service is away for now", "Try again later.", true) {
  declare readonly body: B
}

/**
 * A declared answer with status 504: a server behind Orange's gateway did not answer in time. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.GatewayTimeout<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiGatewayTimeout", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class GatewayTimeout<B = unknown> extends declared("ApiGatewayTimeout", "a server behind Orange's gateway did not answer in time", "The call may have been done: look before you repeat it.", true) {
  declare readonly body: B
}

/**
 * A declared answer with status 4XX: the request was refused with a 4xx status. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.ClientError<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiClientError", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class ClientError<B = unknown> extends declared("ApiClientError", "the request was refused with a 4xx status", "Mend the request by what `body` says.", false) {
  declare readonly body: B
}

/**
 * A declared answer with status 5XX: the server failed with a 5xx status. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.ServerError<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiServerError", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class ServerError<B = unknown> extends declared("ApiServerError", "the server failed with a 5xx status", "Try again later if the call may be done twice.", true) {
  declare readonly body: B
}

/**
 * A declared answer with status default: the answer is the document's `default` response. Its `body` is typed per operation.
 *
 * @since 0.1.0
 * @category declared
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.DefaultError<{ readonly code: string }>, R>) =>
 *   Effect.catchTag(call, "ApiDefaultError", (e) => Effect.succeed(e.body.code))
 * ```
 */
export class DefaultError<B = unknown> extends declared("ApiDefaultError", "the answer is the document's `default` response", "Read `body`.", false) {
  declare readonly body: B
}

const gatewayAdvice: Record<number, string> = {
  40: "No token arrived. Look for a proxy or an HttpClient that removes the Authorization header.",
  41: "The token is unknown or its application is not approved. Check that token and API belong to the same environment.",
  42: "The token had expired and a renewed one did not help. Check the machine's clock.",
  50: "The application is not subscribed to this API, or the subscription is pending or revoked. Look at MyApps in the portal.",
  51: "The application may not do this. Compare its subscription with the API's page.",
  52: "The user may not do this, or has not consented. Compare the scopes.",
  60: "There is no such resource; a wrong base URL looks the same.",
  61: "The resource does not take this method."
}

/**
 * Orange's gateway refused before the API was reached: its envelope `{ code, message, description }` (Orange's page on
 * API errors). `code` tells apart what the status does not: 403 with 50 is a missing subscription.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const explain = <A, R>(call: Effect.Effect<A, ApiError.GatewayError, R>) =>
 *   Effect.catchTag(call, "GatewayError", (e) => Effect.logError(e.code === 50 ? "subscribe first" : e.message))
 * ```
 */
export class GatewayError extends Schema.TaggedError<GatewayError>("@effect-orange/core/GatewayError")("GatewayError", {
  ...common,
  /** Orange's code, such as 50 for a missing subscription. */
  code: Schema.Number,
  /** Orange's words, with everything that looks like a secret or a phone number taken out. */
  reason: Schema.String
}) {
  override get message(): string {
    return `${whereabouts(this)} was refused by Orange's gateway: ${this.status}, code ${this.code} (${this.reason}). ${
      gatewayAdvice[this.code] ?? (this.status >= 500 ? "Try again later if the call may be done twice." : "Mend the request by what the reason says.")
    }`
  }
  /** Whether the same call may succeed later without any change. */
  get isRetryable(): boolean {
    return this.status === 408 || this.status >= 500
  }
}

/**
 * A status that the API's document does not declare, or a declared one whose body is of another shape. `body` holds the
 * answer's text (at most 64 kB) and is not printed.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.UnexpectedStatusError, R>) =>
 *   Effect.catchTag(call, "UnexpectedStatusError", (e) => Effect.logError(`${e.status}, request ${e.requestId}`))
 * ```
 */
export class UnexpectedStatusError
  extends Schema.TaggedError<UnexpectedStatusError>("@effect-orange/core/UnexpectedStatusError")(
    "UnexpectedStatusError",
    { ...common, body: Schema.String }
  )
{
  constructor(props: Common & { readonly body: string }) {
    super(props)
    hide(this, "body")
  }
  override get message(): string {
    return `${whereabouts(this)} answered ${this.status}, which is not declared for it. Read \`body\`; if it is Orange's answer, the API's document lacks it.`
  }
  override toJSON(): unknown {
    return outline(this)
  }
  /** Whether the same call may succeed later without any change. */
  get isRetryable(): boolean {
    return this.status === 408 || this.status >= 500
  }
}

/**
 * The request cannot be sent as it is: refused here, before a token was asked for and before a byte left.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.InvalidRequestError, R>) =>
 *   Effect.catchTag(call, "InvalidRequestError", (e) => Effect.logError(`${e.field} ${e.problem}`))
 * ```
 */
export class InvalidRequestError
  extends Schema.TaggedError<InvalidRequestError>("@effect-orange/core/InvalidRequestError")("InvalidRequestError", {
    /** The operation's id, or method and API where it has none. */
    operation: Schema.String,
    /** The part of the request to change: `url`, a parameter, or a JSON pointer into the body. */
    field: Schema.String,
    /** What is wrong with it, without its value. */
    problem: Schema.String
  })
{
  override get message(): string {
    return `${this.operation} was not sent: ${this.field} ${this.problem}.`
  }
  /** False: the same request stays invalid. */
  get isRetryable(): boolean {
    return false
  }
}

/**
 * A call that may not be done twice got no answer: it may have been done. It was not repeated. Find out (a status call, a
 * receipt) before you do.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const handle = <A, R>(call: Effect.Effect<A, ApiError.OutcomeUnknown, R>) =>
 *   Effect.catchTag(call, "OutcomeUnknown", (e) => Effect.logWarning(`look before repeating ${e.operation}`))
 * ```
 */
export class OutcomeUnknown extends Schema.TaggedError<OutcomeUnknown>("@effect-orange/core/OutcomeUnknown")(
  "OutcomeUnknown",
  {
    /** The operation's id, or method and API where it has none. */
    operation: Schema.String,
    /** How the answer was lost. */
    reason: Schema.Literal("timeout", "reset"),
    /** The correlator of the call (`x-correlator`), if one was sent. */
    correlator: Schema.optional(Schema.String)
  }
) {
  override get message(): string {
    return `${this.operation} was sent and no answer came (${this.reason}): it may have been done. It was not repeated; find out before you do.`
  }
  /** False: repeating it blindly may do it twice. */
  get isRetryable(): boolean {
    return false
  }
}

/**
 * Whether a call that failed may have been done all the same: it was sent, and no answer came that says otherwise. For
 * calls that may not be done twice: look (a status call, a receipt) before such a one is repeated. An error of getting the
 * token, a refusal (4xx) and a throttle say that it was not done; what cannot be told apart counts as done.
 *
 * @since 0.1.0
 * @category guards
 * @example
 * ```ts
 * import { ApiError } from "@effect-orange/core"
 *
 * const advice = (error: ApiError.Failure) => ApiError.mayHaveBeenDone(error, "createPayment") ? "look first" : "repeat"
 * ```
 */
export const mayHaveBeenDone = (error: Failure, operation: string): boolean => {
  const { mayHaveBeenProcessed, status = 0, target } = error
  switch (error._tag) {
    case "OutcomeUnknown":
      return true
    case "TransportError":
      return mayHaveBeenProcessed === true && target === operation
    case "MalformedResponseError":
      return target === operation
    case "OAuthError":
      return false
    default:
      return status >= 500 || status === 408
  }
}

/**
 * What `mayHaveBeenDone` looks at: any error of a call of an operation has it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { ApiClient, AppAuth, ApiError } from "@effect-orange/core"
 *
 * const widen = (error: ApiClient.Error | AppAuth.Error): ApiError.Failure => error
 * ```
 */
export interface Failure {
  readonly _tag: string
  readonly status?: number | undefined
  readonly target?: string | undefined
  readonly mayHaveBeenProcessed?: boolean | undefined
}
