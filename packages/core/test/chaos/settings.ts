import * as Duration from "effect/Duration"
import * as Schedule from "effect/Schedule"
import * as Redacted from "effect/Redacted"
import { Credentials, Environment, RequestBudget, type RetryPolicy } from "@effect-orange/core"
import { redirectUri } from "../sockets/support.js"

/** Short enough that a run sees many refreshes. Seconds. */
export const accessTokenLife = 4

/** No retries: each answer is one request. */
const retry: RetryPolicy.RetryPolicy = { schedule: Schedule.recurs(0), maxWait: "1 second", totalLimit: "1 second" }

/** Ample, as a machine under chaos is slow. A claim lasts 16 s: both limits and five seconds. */
const timeout = Duration.seconds(10)

/** A process that stands still for so long outlives its claim. */
export const longStop = 18_000

/** How long a doubt may last, in milliseconds, where a run does not say. */
export const maxDoubt = 8_000

/** After this time without events every doubt has come to an end. */
export const settling = 16_000 + maxDoubt + 2_000

const credentialsOf = (clientId: string, secret: string) => Credentials.basic({ clientId, clientSecret: Redacted.make(secret) })

export const grantOptions = (environment: Environment.Environment, secret: string, maxDoubt: number) => ({
  environment,
  credentials: credentialsOf("web", secret),
  redirectUri,
  retry,
  timeout,
  maxDoubt,
  replay: "Never" as const,
  allowVolatile: true
})

/** Of one operation of the store. */
export const storeTimeout = "1 second"

/** Raised, as tokens of four seconds need more than Orange's budget. */
export const Budget = RequestBudget.layer({ tokenRequests: { limit: 100_000, window: "1 second" } })
