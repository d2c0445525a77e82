import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import type { TokenStoreError } from "../OAuthError.js"
import * as Telemetry from "../Telemetry.js"

/** What goes on without the store, and what each process does meanwhile. */
const meanwhile = {
  budget: "this process keeps to its own part of the budget of token requests",
  token: "this process asks for an application's token of its own",
  session: "a user's access token is used from memory as long as it lives"
} as const

type Part = keyof typeof meanwhile

export const warn = (part: Part, { reason }: TokenStoreError): Effect.Effect<void> =>
  Effect.logWarning(`The token store failed (${reason}): ${meanwhile[part]}`).pipe(Effect.annotateLogs({ package: "@effect-orange/core" }))

export const count = (part: Part): Effect.Effect<void> => Metric.increment(Metric.tagged(Telemetry.degraded, "part", part))

/** A store that fails is told by a warning and counted, as nobody may notice otherwise. */
export const report = (part: Part, error: TokenStoreError): Effect.Effect<void> => Effect.zipRight(warn(part, error), count(part))
