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

/** A store that fails is told by a warning and counted, as nobody may notice otherwise. */
export const report = (part: keyof typeof meanwhile, { reason }: TokenStoreError): Effect.Effect<void> =>
  Effect.zipRight(
    Effect.logWarning(`The token store failed (${reason}): ${meanwhile[part]}`).pipe(Effect.annotateLogs({ package: "@effect-orange/core" })),
    Metric.increment(Metric.tagged(Telemetry.degraded, "part", part))
  )
