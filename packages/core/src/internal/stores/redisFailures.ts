/** What ioredis rejects with, as the store's error. Nothing of the rejection is kept: Redis echoes keys and values. */
import * as Effect from "effect/Effect"
import type * as Duration from "effect/Duration"
import { TokenStoreError } from "../../OAuthError.js"

const timedOut = (cause: unknown): boolean => cause instanceof Error && /timed?\s?out/i.test(cause.message)

const failure = (operation: string) => (cause: unknown): TokenStoreError =>
  new TokenStoreError({ reason: timedOut(cause) ? "Timeout" : "Unavailable", operation })

/** The client's own timeout does not count the redirects and waits of a cluster, and another's client may have none. */
export const attempt = <A>(
  operation: string,
  timeout: Duration.Duration,
  send: () => Promise<A>
): Effect.Effect<A, TokenStoreError> =>
  Effect.tryPromise({ try: send, catch: failure(operation) }).pipe(
    Effect.timeoutFail({ duration: timeout, onTimeout: () => new TokenStoreError({ reason: "Timeout", operation }) })
  )
