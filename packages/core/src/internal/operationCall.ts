/** An operation, called: from a flat request to a value, a stream or bytes. */
import * as Headers from "@effect/platform/Headers"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import type { HttpMethod } from "@effect/platform/HttpMethod"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import type * as Stream from "effect/Stream"
import type { AccessToken } from "../AccessToken.js"
import { InvalidRequestError, UnexpectedStatusError } from "../ApiError.js"
import type { Any } from "../Operation.js"
import * as OrangeHttpClient from "../OrangeHttpClient.js"
import * as RetryPolicy from "../RetryPolicy.js"
import type * as TokenSource from "../TokenSource.js"
import * as ApiCall from "./apiCall.js"
import * as Refusal from "./refusal.js"
import * as Answer from "./wire/answer.js"
import * as Base from "./wire/base.js"
import * as Declared from "./wire/declared.js"
import * as Plan from "./wire/plan.js"
import * as Read from "./wire/read.js"
import * as Refused from "./wire/refused.js"
import * as Request from "./wire/request.js"
import * as Security from "./wire/security.js"

type Source = TokenSource.TokenSource<"App" | "User", unknown>

/** What a client may have set for all its calls. */
export interface Options extends Base.Where {
  readonly security?: Security.Credentials | undefined
  readonly timeout?: Duration.DurationInput | undefined
  readonly retry?: RetryPolicy.RetryPolicy | undefined
  readonly propagateTraces?: boolean | undefined
}

/** What one call may set. */
export interface CallOptions extends Base.Where, Request.Extras {
  readonly timeout?: Duration.DurationInput | undefined
  readonly retry?: RetryPolicy.RetryPolicy | undefined
  readonly idempotent?: boolean | undefined
  readonly reconnect?: boolean | undefined
}

/** A client: whose token it can have, and what it calls with. */
export interface Client {
  readonly flow: Security.Flow
  /** Whose token: one for all calls, or that of the user who is given per call. */
  readonly sourceOf: (context: Context.Context<never>, isNeeded: boolean) => Source | undefined
  readonly run: ReturnType<typeof ApiCall.makeRunner>
  readonly options: Options
  /** How it meets each operation's security. */
  readonly choices: WeakMap<Plan.Plan, Security.Choice>
}

type Response = HttpClientResponse.HttpClientResponse

/** What `withResponse` wants to know of the response that gave the value. */
export interface Slot {
  response: Pick<Response, "status" | "headers"> | undefined
  /** That of an effect round this one. */
  readonly outer: Slot | undefined
}

/** The slot of the effect that runs. Nobody else's: it is set for that effect alone. */
export class CurrentSlot extends Context.Reference<CurrentSlot>()("@effect-orange/core/ApiClient/Slot", {
  defaultValue: (): Slot | undefined => undefined
}) {}

const fillSlots = (slot: Slot | undefined, response: Response): void => {
  if (slot === undefined) return
  const { headers, status } = response
  for (let each: Slot | undefined = slot; each !== undefined; each = each.outer) each.response = { headers, status }
}

/** How a success is read. */
export interface Mode<A> {
  readonly read: (plan: Plan.Plan, response: Response, origin: Refusal.Origin) => Effect.Effect<A, ApiCall.Failed>
}

const declaredSuccess = <A>(read: (answer: Answer.Compiled, method: string, response: Response, origin: Refusal.Origin) => Effect.Effect<A, ApiCall.Failed>): Mode<A> => ({
  read: ({ operation, success }, response, origin) => {
    const answer = success(response.status)
    return answer === undefined ? ApiCall.readRefusal(origin, response) : read(answer, operation.method, response, origin)
  }
})

const anyStream = declaredSuccess(Read.streamed)

/** The decoded value. */
export const asValue: Mode<unknown> = declaredSuccess(Read.value)

/** A stream of items. 204 is none, declared or not: it tells a client to connect no more (WHATWG HTML section 9.2.3). */
export const asStream: Mode<Read.Streamed> = {
  read: (plan, response, origin) => response.status === 204 ? Effect.succeed(Read.noItems) : anyStream.read(plan, response, origin)
}

/** The body as it comes, whatever it is declared to be. */
export const asBytes: Mode<Stream.Stream<Uint8Array, OrangeHttpClient.Error>> = {
  read: ({ operation }, response, origin) => Effect.succeed(Read.bytes(operation.method, response, origin))
}

const whereabouts = ({ answer }: Refusal.Refusal, { correlator, operation }: Refusal.Origin) => ({
  operation,
  status: answer.status,
  requestId: answer.headers["x-oapi-request-id"],
  correlator: answer.headers["x-correlator"] ?? correlator
})

/**
 * The declared error, if the body decodes as it. A status that is declared without a body is its class whatever came, but
 * for the gateway's envelope: that says more, and the document does not know it.
 */
const declaredError = (plan: Plan.Plan, refusal: Refusal.Refusal, origin: Refusal.Origin): Declared.DeclaredError | undefined => {
  const found = plan.declared(refusal.answer.status)
  if (found === undefined) return undefined
  const { answer, key } = found
  const make = (body: unknown) => Declared.make(key, { ...whereabouts(refusal, origin), body })
  const { method } = plan.operation
  if (answer.contents.length === 0 || Answer.isBodiless(method, refusal.answer.status)) {
    return refusal.envelope.gatewayCode === undefined ? make(undefined) : undefined
  }
  const reading = Answer.choose(answer, refusal.answer.headers["content-type"])
  const body = reading === undefined ? undefined : Answer.decodeBody(reading, refusal.answer.body)
  return body !== undefined && Either.isRight(body) ? make(body.right) : undefined
}

/** A success that the document does not know has no envelope of the gateway's. */
const undeclared = (refusal: Refusal.Refusal, origin: Refusal.Origin) =>
  refusal.answer.status < 300
    ? new UnexpectedStatusError({ ...whereabouts(refusal, origin), body: refusal.answer.body })
    : Refusal.toError(refusal, origin)

const refuseScopes = (choice: Security.Choice, operation: string) => (token: AccessToken): InvalidRequestError | undefined => {
  const wanting = Security.wanting(choice, token.scopes)
  return wanting.length === 0
    ? undefined
    : new InvalidRequestError({ operation, field: "scope", problem: `of the token lacks ${wanting.join(" ")}` })
}

const choiceOf = ({ choices, flow, options }: Client, plan: Plan.Plan): Security.Choice => {
  let choice = choices.get(plan)
  if (choice === undefined) {
    const { api, security } = plan.operation
    choice = Refused.during("security", () => Security.choose(security ?? [], api.security, flow, options.security ?? {}))
    choices.set(plan, choice)
  }
  return choice
}

const defaultTimeout = Duration.seconds(30)

const durationOf = (input: Duration.DurationInput | undefined): Duration.Duration => input === undefined ? defaultTimeout : Duration.decode(input)

const toRequest = (method: string, url: string, written: Request.Written): HttpClientRequest.HttpClientRequest => {
  const request = HttpClientRequest.make(method as HttpMethod)(url, { headers: Headers.unsafeFromRecord(written.headers) })
  return written.body._tag === "Empty" ? request : HttpClientRequest.setBody(request, written.body)
}

/** Decides a call whole, before anything is asked for. */
const decide = <A>(
  client: Client,
  plan: Plan.Plan,
  request: Readonly<Record<string, unknown>>,
  given: CallOptions,
  context: Context.Context<never>,
  mode: Mode<A>
): ApiCall.Call<A, unknown, unknown> => {
  const { operation } = plan
  const { options } = client
  const around = Context.get(context, OrangeHttpClient.CurrentCallOptions)
  const slot = Context.get(context, CurrentSlot)
  const credentials = options.security ?? {}
  const choice = choiceOf(client, plan)
  const source = client.sourceOf(context, choice.needsToken)
  const correlator = given.correlator ?? around.correlator
  const written = Request.write(plan, request, correlator === undefined ? given : { ...given, correlator }, { choice, credentials })
  const base = Base.of(plan, source?.environment, {
    server: given.server ?? options.server,
    serverVariables: given.serverVariables ?? options.serverVariables
  })
  if (choice.schemes.length > 0) Base.checkPrivate(base)
  const origin: Refusal.Origin = {
    operation: operation.id,
    correlator: written.headers["x-correlator"],
    secrets: choice.schemes.length === 0 ? undefined : Security.secretsOf(choice, credentials)
  }
  return {
    request: toRequest(operation.method, base.origin + base.path + written.target, written),
    source: choice.needsToken ? source : undefined,
    api: operation.api.name,
    origin,
    timeout: durationOf(given.timeout ?? around.timeout ?? options.timeout),
    policy: given.retry ?? around.retry ?? options.retry ?? RetryPolicy.api,
    idempotent: given.idempotent ?? around.idempotent ?? plan.idempotent,
    replayable: written.replayable,
    propagateTraces: around.propagateTraces ?? options.propagateTraces === true,
    attributes: {
      "http.request.method": operation.method,
      "server.address": base.origin,
      "url.template": operation.path,
      "orange.operation": operation.id
    },
    refuses: choice.scopes.length === 0 ? undefined : refuseScopes(choice, operation.id),
    read: (response) => {
      fillSlots(slot, response)
      return mode.read(plan, response, origin)
    },
    toError: (refusal) => declaredError(plan, refusal, origin) ?? undeclared(refusal, origin)
  }
}

const isItself = <A>(mode: Mode<A>, operation: Any): boolean =>
  (mode as unknown) === asBytes || (operation.stream === true) === ((mode as unknown) === asStream)

/** A stream of items is had as such, a value as such: what a method's type says is what it gives. */
const checkMode = <A>(mode: Mode<A>, operation: Any): void => {
  if (isItself(mode, operation)) return
  Refused.refuse("operation", operation.stream === true ? "gives a stream of items: run it as one" : "gives a value, not a stream of items")
}

const nothing = {}

export const call = <A>(client: Client, operation: Any, request: unknown, options: CallOptions | undefined, mode: Mode<A>): Effect.Effect<A, any, any> =>
  Effect.withFiberRuntime((fiber) => {
    const decided = Request.attempt(operation.id, () => {
      checkMode(mode, operation)
      return decide(client, Plan.planOf(operation), (request ?? nothing) as Readonly<Record<string, unknown>>, options ?? nothing, fiber.currentContext, mode)
    })
    return Either.isRight(decided) ? client.run(decided.right) : Effect.fail(decided.left)
  })
