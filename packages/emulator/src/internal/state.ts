/**
 * Everything an emulator remembers, in memory, and bounded: each map ends its oldest entries, so that neither a long run
 * nor a flood makes it grow.
 */
import * as Duration from "effect/Duration"
import * as Redacted from "effect/Redacted"
import type { Api, CibaOptions, ClientOptions, ClientStatus, Options, UserOptions } from "../Options.js"
import type { Geofence } from "./apis/geofencing.js"
import type { MoneyState } from "./apis/money.js"
import type { PlaygroundState } from "./apis/playground.js"
import type { QualitySession } from "./apis/qualityOnDemand.js"
import { makeSmsState, type SmsState } from "./apis/sms.js"
import { makeSonatelState, type SonatelState } from "./apis/sonatel.js"
import type { Interaction } from "./authorize.js"
import { base64, sha256 } from "./bytes.js"
import type { CibaState } from "./ciba.js"
import type { SigningKeys } from "./idToken.js"
import type { Outbox } from "./outbox.js"
import { numberOf } from "./phone.js"
import { makeLimiter, type RateLimiter } from "./rateLimit.js"

/** Where a token comes from; a token of one surface opens nothing on the other. */
export type Surface = "v3" | "france" | "playground" | "sonatel" | "ciba"

export interface Client {
  readonly clientId: string
  secret: string
  readonly redirectUris: ReadonlySet<string>
  readonly loopback: boolean
  readonly subscriptions: Set<Api>
  /** The public keys that its assertions are checked with. */
  readonly jwks: ReadonlyArray<Readonly<Record<string, unknown>>>
  status: ClientStatus
}

export interface User {
  readonly username: string
  readonly password: string | undefined
  readonly sub: string
  readonly claims: Readonly<Record<string, unknown>>
}

/** One approval of one user for one application: a code and all tokens that came of it. */
export interface Grant {
  readonly surface: Surface
  readonly clientId: string
  readonly user: User
  /** The user's line, where it is known: what the Network APIs speak of. */
  readonly phoneNumber: string | undefined
  readonly scopes: ReadonlyArray<string>
  readonly authTime: number
  readonly nonce: string | undefined
  readonly acr: string | undefined
  revoked: boolean
}

export interface Code {
  readonly grant: Grant
  readonly redirectUri: string
  readonly challenge: { readonly method: "plain" | "S256"; readonly value: string } | undefined
  readonly narrowed: boolean
  readonly expiresAt: number
  used: boolean
}

export interface AccessToken {
  readonly surface: Surface
  readonly clientId: string
  readonly scopes: ReadonlyArray<string>
  /** Absent for the application's own (2-legged) tokens. */
  readonly grant: Grant | undefined
  readonly expiresAt: number
  revoked: boolean
}

export interface RefreshToken {
  readonly grant: Grant
  /** Replaced by a younger one (rotation): its use is a sign of theft. */
  replaced: boolean
}

export interface Session {
  readonly user: User
  readonly authTime: number
  readonly consents: Map<string, Set<string>>
}

interface Settings {
  readonly baseUrl: string
  readonly autoApprove: boolean
  readonly rotate: boolean
  readonly refreshTokens: boolean
  readonly omitRefreshToken: boolean
  readonly tokenLifetime: number
  readonly codeLifetime: number
  readonly strictAccept: boolean
  readonly retryAfter: boolean
  readonly pkce: boolean
  readonly scopes: ReadonlySet<string>
  readonly openUsers: boolean
}

export interface State {
  readonly settings: Settings
  readonly keys: SigningKeys
  readonly clients: Map<string, Client>
  readonly users: Map<string, User>
  readonly codes: Map<string, Code>
  readonly appTokens: Map<string, AccessToken>
  readonly userTokens: Map<string, AccessToken>
  readonly refreshTokens: Map<string, RefreshToken>
  readonly sessions: Map<string, Session>
  /** Authorization requests that wait for their user, by id. */
  readonly interactions: Map<string, Interaction>
  readonly tokenLimiter: RateLimiter
  readonly apiLimiter: RateLimiter
  readonly outbox: Outbox
  /** Until when which assertion has been used, by client and jti. */
  readonly assertions: Map<string, number>
  readonly ciba: CibaState
  readonly sms: SmsState
  readonly money: MoneyState
  readonly sonatel: SonatelState
  readonly playground: PlaygroundState
  readonly network: {
    readonly sessions: Map<string, QualitySession>
    readonly geofences: Map<string, Geofence>
    /** Seconds that a session may last, by its profile; `undefined`: any profile is good. */
    readonly qosProfiles: ReadonlyMap<string, number> | undefined
  }
}

/** Scopes that Orange's pages name; CAMARA's are a family and have a pattern of their own. */
const documentedScopes = [
  "openid",
  "profile",
  "email",
  "address",
  "phone",
  "profile_limited",
  "offline_access",
  "form_filling",
  "profile_sandbox",
  "cloud"
]

/** CAMARA purposes (`dpv:…`) and the APIs of Orange's Network APIs catalogue, whole or one operation of them. */
const camaraScope = new RegExp(
  "^(dpv:[A-Za-z]+(#[a-z0-9:-]+)?|(sim-swap|device-swap|number-verification|kyc-match|kyc-tenure|location-retrieval" +
    "|location-verification|device-reachability-status|device-roaming-status|quality-on-demand|geofencing-subscriptions" +
    "|population-density-data)(:[a-z0-9.-]+)*)$"
)

export const isKnownScope = (state: State, scope: string): boolean =>
  state.settings.scopes.has(scope) || camaraScope.test(scope)

const reveal = (secret: string | Redacted.Redacted<string>): string =>
  typeof secret === "string" ? secret : Redacted.value(secret)

const allApis: ReadonlyArray<Api> = [
  "poi-shops",
  "sms",
  "orange-money",
  "orange-money-sonatel",
  "userinfo",
  "playground-admin",
  "sim-swap",
  "device-swap",
  "number-verification",
  "kyc-match",
  "kyc-tenure",
  "location-retrieval",
  "location-verification",
  "device-reachability-status",
  "device-roaming-status",
  "quality-on-demand",
  "geofencing-subscriptions",
  "population-density-data"
]

const makeClient = (options: ClientOptions): Client => ({
  clientId: options.clientId,
  secret: reveal(options.clientSecret),
  redirectUris: new Set(options.redirectUris),
  loopback: options.loopbackRedirectUris ?? true,
  subscriptions: new Set(options.apis ?? allApis),
  jwks: options.jwks?.keys ?? [],
  status: options.status ?? "active"
})

/** Orange France's `sub` values look like `OKLEYM-200-…=`; here they come from the name, so that they stay the same. */
export const makeUser = (options: UserOptions): User => ({
  username: options.username,
  password: options.password === undefined ? undefined : reveal(options.password),
  sub: options.sub ?? `OKLEYM-200-${base64(sha256(options.username))}`,
  claims: options.claims ?? {}
})

export const firstClient = { clientId: "emulator-client", clientSecret: "emulator-secret" }
export const secondClient = { clientId: "emulator-client-2", clientSecret: "emulator-secret-2" }

const makeSettings = (options: Options, baseUrl: string): Settings => ({
  baseUrl,
  autoApprove: options.autoApprove ?? false,
  rotate: options.rotateRefreshTokens ?? false,
  refreshTokens: options.refreshTokens ?? true,
  omitRefreshToken: options.omitRefreshTokenOnRefresh ?? true,
  tokenLifetime: Duration.toMillis(options.tokenLifetime ?? "60 minutes"),
  codeLifetime: Duration.toMillis(options.codeLifetime ?? "10 minutes"),
  strictAccept: options.strictAccept ?? false,
  retryAfter: options.retryAfter ?? false,
  pkce: options.supportsPkce ?? true,
  scopes: new Set([...documentedScopes, ...(options.scopes ?? [])]),
  openUsers: options.users === undefined
})

const millis = (duration: Duration.DurationInput | undefined): number | undefined => duration === undefined ? undefined : Duration.toMillis(duration)

const makeCibaState = (options: CibaOptions): CibaState => ({
  settings: {
    requireAssertion: options.requireAssertion ?? false,
    interval: millis(options.interval) ?? 5_000,
    lifetime: millis(options.lifetime) ?? 120_000,
    approval: options.approval ?? "automatic",
    unknownSubscribers: new Set((options.unknownSubscribers ?? []).map((one) => numberOf(one) ?? one))
  },
  authentications: new Map()
})

export const makeState = (options: Options, baseUrl: string, keys: SigningKeys, outbox: Outbox): State => {
  const clients = [firstClient, secondClient, ...(options.clients ?? [])].map(makeClient)
  const users = (options.users ?? [{ username: "user" }]).map(makeUser)
  return {
    settings: makeSettings(options, baseUrl),
    keys,
    clients: new Map(clients.map((client) => [client.clientId, client])),
    users: new Map(users.map((user) => [user.username, user])),
    codes: new Map(),
    appTokens: new Map(),
    userTokens: new Map(),
    refreshTokens: new Map(),
    sessions: new Map(),
    interactions: new Map(),
    tokenLimiter: makeLimiter(options.requestsPerMinute ?? 50, 60_000),
    apiLimiter: makeLimiter(options.requestsPerSecond ?? 0, 1_000),
    outbox,
    assertions: new Map(),
    ciba: makeCibaState(options.ciba ?? {}),
    sms: makeSmsState({
      units: options.smsUnits ?? 1_000,
      lifetime: millis(options.smsContractLifetime) ?? 30 * 24 * 3_600_000,
      perSecond: options.smsPerSecond ?? 0,
      legacyAdmin: options.smsLegacyAdmin ?? false,
      receiptsAfter: millis(options.smsReceiptsAfter)
    }),
    money: new Map(),
    sonatel: makeSonatelState((options.sonatelSecrets ?? ["emulator-endpoint-secret"]).map(reveal)),
    playground: new Map(),
    network: {
      sessions: new Map(),
      geofences: new Map(),
      qosProfiles: options.qosProfiles && new Map(Object.entries(options.qosProfiles).map(([name, most]) => [name, Duration.toSeconds(most)]))
    }
  }
}

/**
 * Adds to a map in order of age and ends what is old: entries that `isOver`, as long as they stand at the front, and
 * beyond `limit` the oldest whatever they are. Amortised: each entry is added once and removed once.
 */
export const remember = <A>(
  map: Map<string, A>,
  key: string,
  value: A,
  limit: number,
  isOver: (value: A) => boolean
): void => {
  map.set(key, value)
  for (const [oldest, entry] of map) {
    if (map.size <= limit && !isOver(entry)) return
    map.delete(oldest)
  }
}
