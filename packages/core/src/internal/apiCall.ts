/**
 * One call of an API, from a request to what it gives or a typed error: whose token it carries, what is done about a 401,
 * a throttle and a lost answer, and how often it is sent. What is called, and how its answer is read, is its caller's.
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpTraceContext from "@effect/platform/HttpTraceContext"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type * as Tracer from "effect/Tracer"
import type { AccessToken } from "../AccessToken.js"
import { type InvalidRequestError, OutcomeUnknown } from "../ApiError.js"
import { type MalformedResponseError, type ThrottledError, TransportError } from "../OAuthError.js"
import type * as OrangeHttpClient from "../OrangeHttpClient.js"
import type * as RequestBudget from "../RequestBudget.js"
import type * as RetryPolicy from "../RetryPolicy.js"
import * as Telemetry from "../Telemetry.js"
import type * as TokenSource from "../TokenSource.js"
import * as Deadline from "./deadline.js"
import * as Failures from "./failures.js"
import * as Metrics from "./metrics.js"
import * as Refusal from "./refusal.js"
import * as Retry from "./retry.js"
import * as Spans from "./spans.js"
import * as Standing from "./standing.js"
import * as Time from "./time.js"
import * as Transport from "./transport.js"

/** RFC 9110 section 9.2.2, without TRACE. */
const idempotentMethods = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"])

export const isIdempotent = (method: string): boolean => idempotentMethods.has(method)

type Source<E> = TokenSource.TokenSource<"App" | "User", E>

/** A call, decided: where it goes, whose it is, how often it may be sent, and how what comes back is read. */
export interface Call<A, E, D> {
  readonly request: HttpClientRequest.HttpClientRequest
  /** Whose token it carries, if it carries one. */
  readonly source: Source<E> | undefined
  readonly api: string
  readonly origin: Refusal.Origin
  /** For one attempt, headers and body. */
  readonly timeout: Duration.Duration
  readonly policy: RetryPolicy.RetryPolicy
  readonly idempotent: boolean
  /** Whether the body can be sent a second time: a stream is spent by the first. */
  readonly replayable: boolean
  readonly propagateTraces: boolean
  readonly attributes: Readonly<Record<string, unknown>>
  /** Refuses a token before it is sent. */
  readonly refuses?: ((token: AccessToken) => InvalidRequestError | undefined) | undefined
  /** Reads a 2xx answer, within the call's time. */
  readonly read: (response: HttpClientResponse.HttpClientResponse) => Effect.Effect<A, Failed>
  /** What a refusal that is not about token or throttle means. */
  readonly toError: (refusal: Refusal.Refusal) => D
}

/** What a call is sent with. */
export interface Runtime {
  readonly client: HttpClient.HttpClient
  readonly budget: Option.Option<RequestBudget.Service>
}

type Cause = ThrottledError | TransportError | MalformedResponseError | InvalidRequestError | Refusal.Refusal

/**
 * What one attempt can end with; set apart from the token's own errors, which are not the call's to retry. It holds a
 * refusal's body, and may end a span: it prints as its outcome alone. (Its field is not `cause`: Effect prints that of any
 * failure.)
 */
export class Failed {
  readonly #why: Cause
  constructor(why: Cause) {
    this.#why = why
  }
  get why(): Cause {
    return this.#why
  }
  /** A status or an error's tag. */
  get outcome(): string {
    return isRefusal(this.#why) ? String(this.#why.answer.status) : this.#why._tag
  }
  toJSON(): unknown {
    return { _tag: "Failed", outcome: this.outcome }
  }
  toString(): string {
    return `the attempt failed: ${this.outcome}`
  }
}

const countCall = Metrics.tagged(Telemetry.apiCalls, "api", "outcome")

const isRefusal = (cause: Cause): cause is Refusal.Refusal => "answer" in cause

/** Not processed (throttle, no connection): any method. Perhaps processed: only what may be done twice. */
const mayBeSentAgain = (
  { idempotent, replayable }: Pick<Call<never, never, never>, "idempotent" | "replayable">,
  { why: cause }: Failed
): boolean => {
  if (!replayable) return false
  if (isRefusal(cause)) {
    const { status } = cause.answer
    return idempotent && (status === 408 || status === 500 || (status >= 502 && status <= 504))
  }
  if (cause._tag === "ThrottledError") return cause.source === "Api"
  return cause._tag === "TransportError" && cause.isRetryable && (idempotent || !cause.mayHaveBeenProcessed)
}

const toError = <A, E, D>(call: Call<A, E, D>, { why: cause }: Failed): OrangeHttpClient.Error | D => {
  if (isRefusal(cause)) return call.toError(cause)
  const { correlator, operation } = call.origin
  return cause._tag === "TransportError" && cause.mayHaveBeenProcessed && !call.idempotent && cause.reason !== "redirect"
    ? new OutcomeUnknown({ operation, reason: cause.reason === "timeout" ? "timeout" : "reset", correlator })
    : cause
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300

const readAnswer = <A, E, D>(call: Call<A, E, D>, response: HttpClientResponse.HttpClientResponse): Effect.Effect<A, Failed> => {
  const { status } = response
  return isSuccess(status)
    ? call.read(response)
    : Transport.isRedirect(status)
    ? Effect.mapError(Transport.refuseRedirect(response, call.origin.operation), (error) => new Failed(error))
    : readRefusal(call.origin, response)
}

/** An answer that is no success, as a failure: a throttle, or what the call's own `toError` makes of it. */
export const readRefusal = (origin: Refusal.Origin, response: HttpClientResponse.HttpClientResponse): Effect.Effect<never, Failed> =>
  Transport.readBody(response, origin.operation).pipe(
    Effect.mapError((error) => new Failed(error)),
    Effect.flatMap((body) => {
      const refusal: Refusal.Refusal = {
        answer: { status: response.status, headers: response.headers, body },
        envelope: Refusal.envelopeOf(body)
      }
      return Refusal.isThrottle(refusal)
        ? Effect.flatMap(Time.now, ({ wall }) => Effect.fail(new Failed(Refusal.toThrottled(refusal, origin, wall))))
        : Effect.fail(new Failed(refusal))
    })
  )

const withToken = (request: HttpClientRequest.HttpClientRequest, token: AccessToken): HttpClientRequest.HttpClientRequest =>
  HttpClientRequest.setHeader(request, "authorization", `Bearer ${Redacted.value(token.value)}`)

const isTokenRefused = (error: unknown): error is Failed =>
  error instanceof Failed && isRefusal(error.why) && Refusal.isTokenRefused(error.why)

/** Refusals that a later answer, or a pause, may undo. Only an application that keeps asking is parked for it. */
const slotOf = <A, E, D>({ api, source }: Call<A, E, D>): Standing.Slot | undefined =>
  source === undefined ? undefined : Standing.slotOf(source, api)

/** Sends calls by one client. */
export const makeRunner = ({ budget, client }: Runtime) => {
  /** One request and its answer within one time limit. */
  const exchange = <A, E, D>(
    call: Call<A, E, D>,
    request: HttpClientRequest.HttpClientRequest,
    spans: ReadonlyArray<Tracer.Span | undefined>
  ): Effect.Effect<A, Failed> => {
    const { operation } = call.origin
    const answer = client.execute(request).pipe(
      Effect.matchEffect({
        onFailure: (error) => Effect.fail(new Failed(Transport.classify(error, operation))),
        onSuccess: (response) => {
          for (const span of spans) span?.attribute("http.response.status_code", response.status)
          return readAnswer(call, response)
        }
      })
    )
    return Deadline.within(Effect.zipRight(Transport.isolateFiber, answer), {
      duration: call.timeout,
      onTimeout: () => new Failed(new TransportError({ reason: "timeout", mayHaveBeenProcessed: true, target: operation }))
    })
  }

  /** The same, seen and counted. */
  const send = <A, E, D>(
    call: Call<A, E, D>,
    request: HttpClientRequest.HttpClientRequest,
    span: Tracer.Span | undefined
  ): Effect.Effect<A, Failed> => {
    const sent = span === undefined
      ? exchange(call, request, [])
      : Spans.inSpan(Telemetry.spans.attempt, { attributes: call.attributes }, (own) => exchange(call, request, [span, own]))
    return Effect.matchEffect(sent, {
      onFailure: (failed) => Effect.zipRight(countCall(call.api, failed.outcome), Effect.fail(failed)),
      onSuccess: (value) => Effect.as(countCall(call.api, "ok"), value)
    })
  }

  const sendWith = <A, E, D>(call: Call<A, E, D>, token: AccessToken, span: Tracer.Span | undefined): Effect.Effect<A, Failed> => {
    const refused = call.refuses?.(token)
    return refused === undefined ? send(call, withToken(call.request, token), span) : Effect.fail(new Failed(refused))
  }

  /** Sends; after a 401 that is about the token, renews it once and sends once more if the body can be sent again. */
  const sendRenewing = <A, E, D>(call: Call<A, E, D>, source: Source<E>, span: Tracer.Span | undefined): Effect.Effect<A, Failed | E> => {
    const sendAccepted = (call: Call<A, E, D>, token: AccessToken): Effect.Effect<A, Failed> =>
      Effect.map(sendWith(call, token, span), (value) => {
        source.accepted?.(token, call)
        return value
      })
    return Effect.flatMap(source.token, (token) =>
      Effect.catchAll(sendAccepted(call, token), (failed): Effect.Effect<A, Failed | E> =>
        isTokenRefused(failed)
          ? Effect.flatMap(source.renew(token, call), (renewed) =>
            Equal.equals(renewed.value, token.value) || !call.replayable ? Effect.fail(failed) : sendAccepted(call, renewed))
          : Effect.fail(failed)))
  }

  const attempt = <A, E, D>(call: Call<A, E, D>, span: Tracer.Span | undefined): Effect.Effect<A, Failed | E> => {
    const sent = call.source === undefined ? send(call, call.request, span) : sendRenewing(call, call.source, span)
    return Option.isNone(budget)
      ? sent
      : Effect.zipRight(Effect.mapError(budget.value.apiCall(call.api), (error) => new Failed(error)), sent)
  }

  /** The end of all attempts. A refusal that stands (unknown credentials, no subscription) parks the API for this source. */
  const conclude = <A, E, D>(
    call: Call<A, E, D>,
    slot: Standing.Slot | undefined,
    error: Failed | E
  ): Effect.Effect<never, OrangeHttpClient.Error | D | E> => {
    if (!(error instanceof Failed)) return Effect.fail(error)
    const { why } = error
    return Effect.flatMap(Time.monotonicNow, (now) => {
      if (slot !== undefined && isRefusal(why) && Refusal.isStanding(why)) Standing.park(slot, why, now)
      return Effect.fail(toError(call, error))
    })
  }

  const run = <A, E, D>(call: Call<A, E, D>, span: Tracer.Span | undefined): Effect.Effect<A, OrangeHttpClient.Error | D | E> =>
    Effect.flatMap(Time.monotonicNow, (now) => {
      const slot = slotOf(call)
      const standing = slot === undefined ? undefined : Standing.find(slot, now)
      if (standing !== undefined) return Effect.fail(call.toError(standing))
      return Retry.withPolicy(call.policy, now)(attempt(call, span), {
        while: (error) => error instanceof Failed && mayBeSentAgain(call, error),
        retryAfter: (error) => error instanceof Failed ? Failures.retryAfterOf(error.why) : undefined
      }).pipe(Effect.matchEffect({
        onFailure: (error) => conclude(call, slot, error),
        onSuccess: (value) => {
          if (slot !== undefined) slot.current = undefined
          return Effect.succeed(value)
        }
      }))
    })

  const withTrace = <A, E, D>(call: Call<A, E, D>, span: Tracer.Span): Call<A, E, D> => ({
    ...call,
    request: HttpClientRequest.setHeaders(call.request, HttpTraceContext.toHeaders(span))
  })

  return <A, E, D>(call: Call<A, E, D>): Effect.Effect<A, OrangeHttpClient.Error | D | E> =>
    Spans.inSpan(
      Telemetry.spans.api,
      { attributes: call.attributes, always: call.propagateTraces },
      (span) => run(call.propagateTraces && span !== undefined ? withTrace(call, span) : call, span)
    )
}
