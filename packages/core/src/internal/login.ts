import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type { AuthorizeOptions, Options } from "../AuthorizationCode.js"
import type { ConfigurationError } from "../ConfigurationError.js"
import type { Credentials } from "../Credentials.js"
import type { Claims } from "../IdToken.js"
import { AuthorizationError, type TokenStoreError } from "../OAuthError.js"
import type { TokenError, UserTokens } from "../TokenEndpoint.js"
import * as TokenEndpoint from "../TokenEndpoint.js"
import * as AuthorizeUrl from "./authorizeUrl.js"
import * as Failures from "./failures.js"
import * as Refresh from "./refresh.js"
import * as Retry from "./retry.js"
import { randomToken, sha256 } from "./secureRandom.js"
import * as Time from "./time.js"
import type { Received } from "./tokenClient.js"
import * as Transaction from "./transaction.js"
import type { UserGrant } from "./userGrant.js"

/** What a log-in came to. */
export interface LoggedIn extends Received<UserTokens> {
  readonly requestedScopes: ReadonlyArray<string>
  readonly scopes: ReadonlyArray<string>
  /** Of the id_token, where one came and could be verified. */
  readonly claims: Option.Option<Redacted.Redacted<Claims>>
}

/** Steps 1 and 2 of "OAuth U2M in a nutshell": to the authorization server and back, up to tokens that can be trusted. */
export interface Login {
  /** The URL for the browser, and the sealed transaction. */
  readonly begin: (asked: AuthorizeOptions) => Effect.Effect<{ readonly url: string; readonly transaction: string }, ConfigurationError>
  readonly complete: (redirectUrl: string | URL, transaction: string) => Effect.Effect<LoggedIn, AuthorizationError | TokenError | TokenStoreError>
}

export const make = (
  { authorizeUrl, clientId, environment, owner, policy, seal, store, tokenClient, tokenUrl, verifier }: UserGrant,
  options: Pick<Options, "redirectUri" | "transactionLifetime">
): Effect.Effect<Login, ConfigurationError> =>
  Effect.gen(function*() {
    const registeredUri = yield* AuthorizeUrl.checkRedirectUri(options.redirectUri)
    const lifetime = Time.millis(options.transactionLifetime ?? "10 minutes")
    const sealContext = `transaction ${owner}`

    const begin: Login["begin"] = (asked) =>
      Effect.gen(function*() {
        const { redirectUri, scopes } = yield* AuthorizeUrl.check(asked, registeredUri)
        const state = yield* randomToken
        const nonce = scopes.includes("openid") ? yield* randomToken : undefined
        const codeVerifier = environment.pkce ? yield* randomToken : undefined
        const now = yield* Clock.currentTimeMillis
        const content: Transaction.Transaction = {
          t: 1,
          state,
          nonce,
          codeVerifier,
          redirectUri,
          issuer: environment.issuer,
          tokenUrl,
          clientId,
          scopes,
          requiredScopes: asked.requiredScopes ?? [],
          expiresAt: now + lifetime
        }
        const transaction = yield* seal.seal(Redacted.make(JSON.stringify(content)), sealContext)
        const codeChallenge = codeVerifier === undefined ? undefined : yield* sha256(codeVerifier)
        const url = AuthorizeUrl.build({ authorizeUrl, clientId, scopes, redirectUri, state, nonce, codeChallenge }, asked)
        return { url, transaction: Redacted.value(transaction) }
      })

    const open = (text: string): Effect.Effect<Transaction.Transaction, AuthorizationError> =>
      seal.open(Redacted.make(text), sealContext).pipe(
        Effect.mapError(() => new AuthorizationError({ reason: "Transaction", detail: "it does not open" })),
        Effect.flatMap((opened) =>
          Effect.flatMap(Clock.currentTimeMillis, (now) => Transaction.open(opened, { clientId, tokenUrl, now })))
      )

    /** The state is good for one callback in the whole fleet: the first claim wins, whatever becomes of it. */
    const consume = ({ expiresAt, state }: Transaction.Transaction): Effect.Effect<void, AuthorizationError | TokenStoreError> =>
      Effect.gen(function*() {
        const key = `state:${yield* sha256(`${owner} ${state}`)}`
        const holder = yield* randomToken
        const ttl = Duration.millis(Math.max(1_000, expiresAt - (yield* Clock.currentTimeMillis)))
        const claim = yield* store.claim(key, { version: 0, holder, ttl, takeover: "Never" })
        if (claim._tag !== "Claimed") {
          return yield* new AuthorizationError({ reason: "Replayed", detail: "its state was used before" })
        }
      })

    /** The code is sent again only if it was provably not used; any other silence ends the log-in. */
    const exchange = (code: string, transaction: Transaction.Transaction): Effect.Effect<Received<UserTokens>, AuthorizationError | TokenError> => {
      const request = (credentials: Credentials) => TokenEndpoint.authorizationCodeRequest({
        url: tokenUrl,
        credentials,
        code: Redacted.make(code),
        redirectUri: transaction.redirectUri,
        codeVerifier: transaction.codeVerifier === undefined ? undefined : Redacted.make(transaction.codeVerifier)
      })
      return tokenClient.takeBudget("authorization_code", tokenUrl).pipe(
        Effect.zipRight(Retry.withPolicy(policy)(
          tokenClient.send("authorization_code", request, TokenEndpoint.authorizationCodeResponse),
          { while: Refresh.isProvablyUnused, retryAfter: Failures.retryAfterOf }
        )),
        Effect.mapError((error) =>
          Refresh.isDoubt(error) ? new AuthorizationError({ reason: "ExchangeInDoubt", detail: error.message }) : error)
      )
    }

    const verifyIdToken = (tokens: UserTokens, transaction: Transaction.Transaction): Effect.Effect<LoggedIn["claims"], AuthorizationError> => {
      const fail = (detail: string) => Effect.fail(new AuthorizationError({ reason: "IdToken", detail }))
      const required = environment.idToken === "required" && transaction.scopes.includes("openid")
      if (tokens.idToken === undefined) return required ? fail("the server sent none") : Effect.succeed(Option.none())
      if (!verifier.canVerify) {
        return required ? fail("the environment names no keys to verify it with") : Effect.succeed(Option.none())
      }
      return verifier.verify(tokens.idToken, {
        clientId,
        nonce: transaction.nonce === undefined ? undefined : Redacted.make(transaction.nonce),
        subject: undefined
      }).pipe(
        Effect.map(Option.some),
        Effect.catchTag("KeysUnavailable", (error) => fail(error.message))
      )
    }

    const complete: Login["complete"] = (redirectUrl, text) =>
      Effect.gen(function*() {
        const transaction = yield* open(text)
        const redirect = yield* Transaction.readRedirect(redirectUrl, transaction)
        yield* consume(transaction)
        const { requestedAt, tokens } = yield* exchange(redirect.code, transaction)
        const scopes = tokens.scopes ?? redirect.scopes ?? transaction.scopes
        const lacking = transaction.requiredScopes.filter((name) => !scopes.includes(name))
        if (lacking.length > 0) {
          return yield* new AuthorizationError({ reason: "Scope", detail: `not granted: ${lacking.join(" ")}` })
        }
        return { tokens, requestedAt, scopes, requestedScopes: transaction.scopes, claims: yield* verifyIdToken(tokens, transaction) }
      })

    return { begin, complete }
  })
