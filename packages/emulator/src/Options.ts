/**
 * How an emulator is set up. Everything has a default: `Emulator.layer()` knows two clients and one user.
 *
 * @since 0.1.0
 */
import type * as Duration from "effect/Duration"
import type * as Redacted from "effect/Redacted"
import type { Deliver } from "./Delivery.js"

/**
 * The APIs behind the emulated gateway, by the names of their documents: `userinfo` is for users' tokens (U2M),
 * `orange-money-sonatel` for Sonatel's; the Network APIs, `sim-swap` and all that follow it, are for the playground's tokens
 * on the playground, for the application's own on the Orange lab and for CIBA's in production (`number-verification`: for
 * users' tokens alone); the rest is for the application's own (2-legged).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Options } from "@effect-orange/emulator"
 *
 * const api: Options.Api = "sms"
 * ```
 */
export type Api =
  | "poi-shops"
  | "sms"
  | "orange-money"
  | "orange-money-sonatel"
  | "userinfo"
  | "playground-admin"
  | "sim-swap"
  | "device-swap"
  | "number-verification"
  | "kyc-match"
  | "kyc-tenure"
  | "location-retrieval"
  | "location-verification"
  | "device-reachability-status"
  | "device-roaming-status"
  | "quality-on-demand"
  | "geofencing-subscriptions"
  | "population-density-data"

/**
 * An application's standing: `active`; `out-of-date` answers the right credentials with the catalogue's third
 * `invalid_client` row; `unauthorized` with its `unauthorized_client` row.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Options } from "@effect-orange/emulator"
 *
 * const status: Options.ClientStatus = "out-of-date"
 * ```
 */
export type ClientStatus = "active" | "out-of-date" | "unauthorized"

/**
 * An application of the emulated Orange Developer portal.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Options } from "@effect-orange/emulator"
 *
 * const client: Options.ClientOptions = { clientId: "shop", clientSecret: "s3cret", redirectUris: ["https://shop.example/callback"] }
 * ```
 */
export interface ClientOptions {
  readonly clientId: string
  readonly clientSecret: string | Redacted.Redacted<string>
  /** Compared character by character (U2M guide, step 1: "this URL must be registered beforehand"). Default none. */
  readonly redirectUris?: ReadonlyArray<string> | undefined
  /** Whether any loopback URL is registered too, whatever its port and path. Default true. */
  readonly loopbackRedirectUris?: boolean | undefined
  /** The APIs that the application is subscribed to. Default all. */
  readonly apis?: ReadonlyArray<Api> | undefined
  /**
   * The public keys (a JSON Web Key Set, RFC 7517) that the application's assertions are checked with (private_key_jwt,
   * RFC 7523), RSA or P-256. Default none: no assertion is good.
   */
  readonly jwks?: { readonly keys: ReadonlyArray<Readonly<Record<string, unknown>>> } | undefined
  /** Default `active`. */
  readonly status?: ClientStatus | undefined
}

/**
 * How subscribers are authenticated on their phones (OpenID CIBA, poll mode).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Options } from "@effect-orange/emulator"
 *
 * const ciba: Options.CibaOptions = { approval: "manual", requireAssertion: true, unknownSubscribers: ["+33699999999"] }
 * ```
 */
export interface CibaOptions {
  /** Whether a secret alone is refused, as one application saw Orange do. Default false. */
  readonly requireAssertion?: boolean | undefined
  /** The least time between two polls. Default 5 seconds. */
  readonly interval?: Duration.DurationInput | undefined
  /** How long a subscriber may take. Default 2 minutes. */
  readonly lifetime?: Duration.DurationInput | undefined
  /** `automatic`: subscribers agree at once; `manual`: by `Emulator.subscribers`. Default automatic. */
  readonly approval?: "automatic" | "manual" | undefined
  /** Numbers that nobody has (`unknown_user_id`), with `tel:` or without. Default none. */
  readonly unknownSubscribers?: ReadonlyArray<string> | undefined
}

/**
 * A person who can log in on the emulated page.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Options } from "@effect-orange/emulator"
 *
 * const user: Options.UserOptions = { username: "jane", claims: { name: "Jane Doe" } }
 * ```
 */
export interface UserOptions {
  readonly username: string
  /** Asked for on the log-in page. Without one the name is enough. */
  readonly password?: string | Redacted.Redacted<string> | undefined
  /** The `sub` claim. Default: made from the name, always the same. */
  readonly sub?: string | undefined
  /** Fields that replace or add to what the sandbox's userinfo answers. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Options of both layers.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { Emulator } from "@effect-orange/emulator"
 *
 * const layer = Emulator.layer({ autoApprove: true, rotateRefreshTokens: true, tokenLifetime: "5 minutes" })
 * ```
 */
export interface Options {
  /** The authorize page redirects at once, as the user of `login_hint` or the first, without log-in or consent. Default false. */
  readonly autoApprove?: boolean | undefined
  /**
   * Every refresh brings a new refresh token and ends the old one; using an ended one revokes the whole family
   * (RFC 9700 section 4.14.2). Default false.
   */
  readonly rotateRefreshTokens?: boolean | undefined
  /** Whether refresh tokens are issued at all (U2M guide, step 3: "If you have a refresh_token"). Default true. */
  readonly refreshTokens?: boolean | undefined
  /**
   * Whether a refresh answer leaves out the unchanged refresh token, as the guide's example does (step 3). Without effect
   * under rotation. Default true.
   */
  readonly omitRefreshTokenOnRefresh?: boolean | undefined
  /** Lifetime of access tokens. Default 60 minutes (2-legged guide). */
  readonly tokenLifetime?: Duration.DurationInput | undefined
  /** Lifetime of authorization codes. Default 10 minutes (the most that RFC 6749 section 4.1.2 recommends). */
  readonly codeLifetime?: Duration.DurationInput | undefined
  /** Applications beside `emulator-client` and `emulator-client-2`; the same id replaces one. */
  readonly clients?: ReadonlyArray<ClientOptions> | undefined
  /** Who can log in. Default: any name, without password; automatic approval is by `user`. */
  readonly users?: ReadonlyArray<UserOptions> | undefined
  /** Scopes that the authorize page knows beside Orange's documented ones. */
  readonly scopes?: ReadonlyArray<string> | undefined
  /** `/oauth/v3/token` takes no wildcard for `Accept: application/json`. Default false. */
  readonly strictAccept?: boolean | undefined
  /** 2-legged token requests that one application may make in any 60 s (2-legged guide). Default 50; 0 for no limit. */
  readonly requestsPerMinute?: number | undefined
  /**
   * API calls that one application may make in any second; Orange's is 25 (spike arrest, answered 403 with code 53).
   * Default 0: no limit, so that load tests measure the client.
   */
  readonly requestsPerSecond?: number | undefined
  /** Whether a throttled answer carries `Retry-After`; Orange documents none. Default false. */
  readonly retryAfter?: boolean | undefined
  /** Whether PKCE (RFC 7636) is honoured, else its parameters are ignored (RFC 6749 section 3.1). Default true. */
  readonly supportsPkce?: boolean | undefined
  /** Signature of id_tokens. Default RS256, which every OpenID Connect client knows (Core section 15.1). */
  readonly idTokenAlgorithm?: "RS256" | "ES256" | undefined
  /** How many requests the journal remembers. Default 1,000. */
  readonly journalSize?: number | undefined
  /** How receipts and notifications are posted to an application. Default `Delivery.byFetch`. */
  readonly deliver?: Deliver | undefined
  /** The SMS that each of an application's contracts (one a country) has. Default 1,000. */
  readonly smsUnits?: number | undefined
  /** How long a contract for SMS is good. Default 30 days. */
  readonly smsContractLifetime?: Duration.DurationInput | undefined
  /** SMS that one application may send in any second; Orange's is 5 (403, code 53). Default 0: no limit. */
  readonly smsPerSecond?: number | undefined
  /** Whether contracts, orders and statistics of SMS have the shapes of before 2023. Default false. */
  readonly smsLegacyAdmin?: boolean | undefined
  /** After how long each message is delivered, and its receipts posted. Default: only by `Emulator.sms.deliver`. */
  readonly smsReceiptsAfter?: Duration.DurationInput | undefined
  /** Backchannel authentication. */
  readonly ciba?: CibaOptions | undefined
  /**
   * The profiles of Quality on Demand, and how long a session of each may last. Default: any name, a day, for which ones
   * Orange has is not known.
   */
  readonly qosProfiles?: Readonly<Record<string, Duration.DurationInput>> | undefined
  /** Secrets of Sonatel's callback signature, the newest first. Default `emulator-endpoint-secret`. */
  readonly sonatelSecrets?: ReadonlyArray<string | Redacted.Redacted<string>> | undefined
}
