/** Asking whether an authentication has ended, as often as the server lets us (CIBA Core sections 10.1 and 11). */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { ReauthorizationRequired } from "../OAuthError.js"
import type { BackchannelAuthentication, TokenError, UserTokens } from "../TokenEndpoint.js"
import * as Time from "./time.js"
import type { Received } from "./tokenClient.js"

/** CIBA Core section 11: `slow_down` adds at least five seconds, for good. */
const slower = 5_000

/** How long a server that fails is left alone, at most. */
const longestPause = 60_000

/** What comes after a question: another, after that pause and from then on at that interval; or the end. */
type Next = { readonly pause: number; readonly interval: number } | { readonly error: TokenError | ReauthorizationRequired }

const after = (error: TokenError, interval: number): Next => {
  switch (error._tag) {
    case "ThrottledError":
      return { pause: Math.max(interval, Duration.toMillis(error.retryAfter)), interval }
    case "TransportError":
      return error.isRetryable ? { pause: Math.min(2 * interval, longestPause), interval } : { error }
    case "MalformedResponseError":
      return { error }
    case "OAuthError":
      switch (error.error) {
        case "authorization_pending":
          return { pause: interval, interval }
        case "slow_down":
          return { pause: interval + slower, interval: interval + slower }
        case "access_denied":
          return { error: new ReauthorizationRequired({ reason: "Denied" }) }
        case "expired_token":
          return { error: new ReauthorizationRequired({ reason: "Expired" }) }
        default:
          return error.isRetryable ? { pause: Math.min(2 * interval, longestPause), interval } : { error }
      }
  }
}

/** Asks until there is a token, a refusal, or no more time. The first question comes after one interval. */
export const until = (
  { requestedAt, tokens: { interval, lifetime } }: Received<BackchannelAuthentication>,
  ask: Effect.Effect<Received<UserTokens>, TokenError>
): Effect.Effect<Received<UserTokens>, TokenError | ReauthorizationRequired> => {
  const ends = requestedAt.mono + Duration.toMillis(lifetime)
  const next = (pause: number, interval: number): Effect.Effect<Received<UserTokens>, TokenError | ReauthorizationRequired> =>
    Effect.gen(function*() {
      if ((yield* Time.monotonicNow) + pause >= ends) return yield* new ReauthorizationRequired({ reason: "Expired" })
      yield* Effect.sleep(pause)
      return yield* Effect.catchAll(ask, (error) => {
        const then = after(error, interval)
        return "error" in then ? Effect.fail(then.error) : next(then.pause, then.interval)
      })
    })
  return next(Duration.toMillis(interval), Duration.toMillis(interval))
}
