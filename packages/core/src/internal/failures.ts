import type * as Duration from "effect/Duration"
import { OAuthError, ThrottledError, TransportError } from "../OAuthError.js"

/** What a server asked us to wait, where the failure is a throttle. */
export const retryAfterOf = (error: unknown): Duration.Duration | undefined =>
  error instanceof ThrottledError ? error.retryAfter : undefined

/** Answers that will not change by themselves: asking again at once would only get the application noticed. */
const isPermanent = (error: unknown): boolean =>
  (error instanceof OAuthError && !error.isRetryable) || (error instanceof TransportError && error.reason === "redirect")

/** How long a key sends nothing after this failure. */
export const blocking = (error: unknown): "park" | Duration.Duration | undefined =>
  isPermanent(error) ? "park" : retryAfterOf(error)
