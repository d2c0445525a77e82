/**
 * What can go wrong between an application and Orange's authorization servers. Each error is a value in the error
 * channel; none holds a request, a response, a secret or a ParseError.
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import * as Schema from "effect/Schema"

/**
 * The authorization server said no (RFC 6749 section 5.2), or said something that amounts to it.
 *
 * `error` is an open string: Orange's servers also send codes that no RFC has. Where the answer was not an OAuth error
 * at all, it is made from the status: `not_acceptable` (406), `unsupported_media_type` (415), `server_error` (5xx),
 * `temporarily_unavailable` (503), else `http_<status>`. `hint` says what to do, from Orange's own catalogue.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { AppAuth } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const program = Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token).pipe(
 *   Effect.catchTag("OAuthError", (e) => Effect.logError(`${e.error}: ${e.hint}`))
 * )
 * ```
 */
export class OAuthError extends Schema.TaggedError<OAuthError>("@effect-orange/core/OAuthError")("OAuthError", {
  /** The server's code, or one made from the status. */
  error: Schema.String,
  /** The server's own words, with everything that looks like a secret or a phone number taken out. */
  errorDescription: Schema.UndefinedOr(Schema.String),
  /** The HTTP status of the answer. */
  status: Schema.Number,
  /** What to do about it. */
  hint: Schema.String
}) {
  override get message(): string {
    const said = this.errorDescription === undefined ? "" : ` ("${this.errorDescription}")`
    return `Orange's authorization server answered ${this.status} ${this.error}${said}. ${this.hint}`
  }
  /** Whether the same request may succeed later without any change. */
  get isRetryable(): boolean {
    return this.status === 408 || this.status >= 500
  }
}

/**
 * Too many requests: Orange's answer (429, or 403 with code 53), or our own refusal before sending. `retryAfter` is how
 * long to wait: the server's word where it gave one, else our estimate.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { AppAuth } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const patient = Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token).pipe(
 *   Effect.catchTag("ThrottledError", (e) => Effect.delay(Effect.fail(e), e.retryAfter))
 * )
 * ```
 */
export class ThrottledError extends Schema.TaggedError<ThrottledError>("@effect-orange/core/ThrottledError")(
  "ThrottledError",
  {
    /**
     * Who refused: Orange's token endpoint, an Orange API, our own `RequestBudget`, or the queue of those who already
     * wait for one token.
     */
    source: Schema.Literal("TokenEndpoint", "Api", "Budget", "Queue"),
    /** How long to wait before the next attempt. */
    retryAfter: Schema.DurationFromSelf,
    /** The operation or endpoint that was refused. */
    target: Schema.String,
    /** Orange's id of the refused request (`X-OAPI-Request-Id`), for support. */
    requestId: Schema.optional(Schema.String)
  }
) {
  override get message(): string {
    const wait = Duration.format(this.retryAfter)
    switch (this.source) {
      case "TokenEndpoint":
        return `Orange refused a token request to ${this.target} as one too many (it allows 50 a minute per application). Wait ${wait}; share one layer, or one store, between everything that uses this application.`
      case "Api":
        return `Orange refused ${this.target} as one call too many for this application or its quota. Wait ${wait}; spread the calls, or provide RequestBudget's layer so that they queue.`
      case "Budget":
        return `Not sent: ${this.target} would exceed this process's request budget. Wait ${wait}.`
      case "Queue":
        return `Not queued: too many callers already wait for ${this.target}. Retry after ${wait}, and look for what makes the token endpoint slow.`
    }
  }
  /** Always true: waiting helps. */
  get isRetryable(): boolean {
    return true
  }
}

const transportAdvice = {
  timeout: "No complete answer came in time. Check the network and Orange's status; raise `timeout` if the API is known to be slow.",
  refused: "The connection was refused. Check the host, the port and the firewall.",
  reset: "The connection broke before the answer was complete. Retry if the call may be done twice.",
  dns: "The host name could not be resolved. Check `baseUrl` and the resolver.",
  tls: "TLS failed. Check the machine's clock and its certificate authorities; certificate checks are never turned off.",
  redirect: "The server answered with a redirect, which is not followed so that no credential goes elsewhere. Check the URLs of the environment."
} as const

/**
 * No usable answer came. `mayHaveBeenProcessed` says whether the server may have done the work all the same: false only
 * where that is certain (refused connection, failed DNS look-up, refused certificate).
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { AppAuth } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const program = Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token).pipe(
 *   Effect.catchTag("TransportError", (e) => Effect.logWarning(`${e.reason} at ${e.target}`))
 * )
 * ```
 */
export class TransportError extends Schema.TaggedError<TransportError>("@effect-orange/core/TransportError")(
  "TransportError",
  {
    /** What broke. */
    reason: Schema.Literal("timeout", "refused", "reset", "dns", "tls", "redirect"),
    /** Whether the server may have processed the request. */
    mayHaveBeenProcessed: Schema.Boolean,
    /** The endpoint or operation, without query. */
    target: Schema.String
  }
) {
  override get message(): string {
    return `No usable answer from ${this.target}: ${this.reason}. ${transportAdvice[this.reason]}`
  }
  /** Whether the same request may succeed later without any change; whether it may be *sent* again is another matter. */
  get isRetryable(): boolean {
    return this.reason !== "redirect" && this.reason !== "tls"
  }
}

/**
 * An answer came that is not what it must be. It holds the paths at fault and never a value: a token answer that fails
 * to decode is still full of tokens.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { AppAuth } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const program = Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token).pipe(
 *   Effect.catchTag("MalformedResponseError", (e) => Effect.logError(e.paths.join(", ")))
 * )
 * ```
 */
export class MalformedResponseError
  extends Schema.TaggedError<MalformedResponseError>("@effect-orange/core/MalformedResponseError")(
    "MalformedResponseError",
    {
      /** `json`: not JSON (HTML, empty, truncated); `schema`: JSON of another shape; `size`: larger than we read. */
      reason: Schema.Literal("json", "schema", "size"),
      /** The paths at fault, dotted. Empty unless `reason` is `schema`. */
      paths: Schema.Array(Schema.String),
      /** The HTTP status of the answer. */
      status: Schema.Number,
      /** The endpoint or operation, without query. */
      target: Schema.String,
      /** Orange's id of the request (`X-OAPI-Request-Id`), for support. */
      requestId: Schema.optional(Schema.String)
    }
  )
{
  override get message(): string {
    const what = this.reason === "json"
      ? "was not valid JSON; a proxy or an error page may stand in between"
      : this.reason === "size"
      ? "was larger than any answer of this endpoint can be"
      : `had a missing or unusable value at ${this.paths.join(", ")}`
    return `The answer of ${this.target} (${this.status}) ${what}. Check the environment's URLs; if they are right, report the paths, which hold no secret.`
  }
  /** True: a proxy's page or a cut answer is often gone at the next attempt. */
  get isRetryable(): boolean {
    return this.reason === "json"
  }
}

const authorizationAdvice = {
  Denied: "The user, or Orange for them, refused. Ask again only if the user wishes it.",
  Error: "Orange ended the log-in with an error. Check client_id, scopes and redirect_uri against the portal, then start again with authorize().",
  Redirect: "The URL is not a redirect of this log-in. Pass the full URL on which the user came back, unchanged.",
  State: "The state does not belong to this transaction: another tab's log-in, or a forged request (RFC 6749 section 10.12). Start again with authorize().",
  Issuer: "The redirect names another issuer (RFC 9207): a mix-up attack, or a wrong `issuer` in the environment.",
  Nonce: "The id_token was made for another log-in (OpenID Connect Core section 3.1.3.7). Start again with authorize().",
  Scope: "Fewer scopes were granted than `requiredScopes` demands. Ask the user again, or do without.",
  Transaction: "The transaction cannot be opened: it has expired, was altered, or was sealed by another key, client or environment. Start again with authorize().",
  Replayed: "This log-in was already completed. A double click or a prefetch: use the session that the first call made, or start again.",
  IdToken: "The id_token did not pass verification. Do not trust this log-in.",
  ExchangeInDoubt: "The code was sent but no usable answer came; it may be spent and is not sent again. Start again with authorize()."
} as const

/**
 * The user's log-in did not come to a good end: the redirect said no, or state, nonce, issuer, scope or id_token did not
 * match. Nothing was stored; the remedy is a new `AuthorizationCode.authorize`.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { AuthorizationCode } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const finish = (url: string, transaction: string) =>
 *   Effect.flatMap(AuthorizationCode.AuthorizationCode, (grant) => grant.callback(url, { transaction })).pipe(
 *     Effect.map((session) => `/welcome/${session.id.length}`),
 *     Effect.catchTag("AuthorizationError", (e) => Effect.succeed(e.reason === "Denied" ? "/goodbye" : "/login"))
 *   )
 * ```
 */
export class AuthorizationError extends Schema.TaggedError<AuthorizationError>("@effect-orange/core/AuthorizationError")(
  "AuthorizationError",
  {
    /** Which check failed. */
    reason: Schema.Literal(
      "Denied",
      "Error",
      "Redirect",
      "State",
      "Issuer",
      "Nonce",
      "Scope",
      "Transaction",
      "Replayed",
      "IdToken",
      "ExchangeInDoubt"
    ),
    /** What exactly, without values. */
    detail: Schema.String,
    /** The `error` of the redirect (RFC 6749 section 4.1.2.1; an open string), if there was one. */
    error: Schema.optional(Schema.String)
  }
) {
  override get message(): string {
    return `The log-in failed (${this.reason}): ${this.detail}. ${authorizationAdvice[this.reason]}`
  }
  /** False: only a new log-in helps. */
  get isRetryable(): boolean {
    return false
  }
}

const reauthorizationAdvice = {
  NoGrant: "No session is stored under this id: never made, ended by forget(), or expired.",
  NoRefreshToken: "The access token is over and Orange gave no refresh token with it.",
  Refused: "Orange refused the refresh token (invalid_grant): expired, revoked, or used elsewhere.",
  RefreshInDoubt: "A refresh was sent and its answer never came; the refresh token may be spent, and sending it twice could end every session of this user.",
  StoreLost: "The token store lost this session's record.",
  Denied: "The subscriber, or Orange for them, refused the authentication. Ask again only if they wish it.",
  Expired: "Nobody answered the authentication in time."
} as const

/**
 * The user must log in again: there is no way on from what is stored.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { UserAuth } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const token = Effect.flatMap(UserAuth.UserAuth, (auth) => auth.token).pipe(
 *   Effect.catchTag("ReauthorizationRequired", (e) => Effect.fail(`log in again: ${e.reason}`))
 * )
 * ```
 */
export class ReauthorizationRequired
  extends Schema.TaggedError<ReauthorizationRequired>("@effect-orange/core/ReauthorizationRequired")(
    "ReauthorizationRequired",
    {
      /** Why. */
      reason: Schema.Literal("NoGrant", "NoRefreshToken", "Refused", "RefreshInDoubt", "StoreLost", "Denied", "Expired")
    }
  )
{
  override get message(): string {
    return `The user must log in again (${this.reason}). ${reauthorizationAdvice[this.reason]} Send the user through authorize(), or authenticate() by CIBA, once more.`
  }
  /** False: only a new log-in helps. */
  get isRetryable(): boolean {
    return false
  }
}

/**
 * A refresh was sent and no usable answer came. Whether the refresh token is spent is not known, so it is not sent
 * again: a late answer may still resolve the doubt; if none does, `ReauthorizationRequired` follows.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { UserAuth } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const token = Effect.flatMap(UserAuth.UserAuth, (auth) => auth.token).pipe(
 *   Effect.retry({ times: 3, while: (e) => e._tag === "RefreshInDoubt" })
 * )
 * ```
 */
export class RefreshInDoubt extends Schema.TaggedError<RefreshInDoubt>("@effect-orange/core/RefreshInDoubt")(
  "RefreshInDoubt",
  {
    /** When the refresh was sent. */
    since: Schema.DateTimeUtcFromSelf
  }
) {
  override get message(): string {
    return "A refresh of this session was sent and its answer never came: the refresh token may be spent and is not sent twice. Try again in a moment; if the doubt stays, the user must log in again."
  }
  /** True: a late answer may resolve it. */
  get isRetryable(): boolean {
    return true
  }
}

const storeAdvice = {
  Unavailable: "The store cannot be reached. Tokens that are still valid keep being served; nothing is refreshed meanwhile.",
  Timeout: "The store did not answer in time. Nothing is refreshed meanwhile.",
  Undecryptable: "The record does not open: a key is missing from the ring, or the record belongs to another user or client. Add the old key for decryption; the record was left as it is.",
  UnknownSchema: "The record was written by a newer version. Finish the upgrade; the record was left as it is.",
  Regressed: "The store went back to an older version of the record (a restored backup or a failover). The record was not used."
} as const

/**
 * The token store, or the sealing of its records, failed. Never mistaken for an absent session.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { TokenStore } from "@effect-orange/core"
 * import { Effect } from "effect"
 *
 * const entry = Effect.flatMap(TokenStore.TokenStore, (store) => store.read("key")).pipe(
 *   Effect.catchTag("TokenStoreError", (e) => Effect.logError(e.message))
 * )
 * ```
 */
export class TokenStoreError extends Schema.TaggedError<TokenStoreError>("@effect-orange/core/TokenStoreError")(
  "TokenStoreError",
  {
    /** What failed. */
    reason: Schema.Literal("Unavailable", "Timeout", "Undecryptable", "UnknownSchema", "Regressed"),
    /** The operation of the store. */
    operation: Schema.String
  }
) {
  override get message(): string {
    return `The token store failed at ${this.operation} (${this.reason}). ${storeAdvice[this.reason]}`
  }
  /** Whether the same operation may succeed later without an operator's help. */
  get isRetryable(): boolean {
    return this.reason === "Unavailable" || this.reason === "Timeout"
  }
}
