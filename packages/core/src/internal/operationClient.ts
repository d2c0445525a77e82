/** Clients: whose token a call carries, where it comes from, and a method for each operation. */
import * as HttpClient from "@effect/platform/HttpClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as AppAuth from "../AppAuth.js"
import type * as Operation from "../Operation.js"
import * as RequestBudget from "../RequestBudget.js"
import * as UserAuth from "../UserAuth.js"
import * as ApiCall from "./apiCall.js"
import * as OperationCall from "./operationCall.js"
import * as OperationStream from "./operationStream.js"
import * as Plan from "./wire/plan.js"
import type { Flow } from "./wire/security.js"

export type App = AppAuth.AppAuth | HttpClient.HttpClient
export type User = UserAuth.UserAuth | HttpClient.HttpClient

type Source = ReturnType<OperationCall.Client["sourceOf"]>

type AnyContext = Context.Context<never>

/** Optional services are looked up by key: they are not part of any requirement. */
const optional = <I, S>(context: AnyContext, tag: Context.Tag<I, S>): S | undefined => context.unsafeMap.get(tag.key) as S | undefined

const runtimeOf = (context: Context.Context<HttpClient.HttpClient>): ApiCall.Runtime => ({
  client: Context.get(context, HttpClient.HttpClient),
  budget: Context.getOption(context, RequestBudget.RequestBudget)
})

const makeClient = (
  flow: Flow,
  context: Context.Context<HttpClient.HttpClient>,
  sourceOf: OperationCall.Client["sourceOf"],
  options: OperationCall.Options
): OperationCall.Client => ({ flow, sourceOf, run: ApiCall.makeRunner(runtimeOf(context)), options, choices: new WeakMap() })

const noSource = (): Source => undefined

export const appClient = (context: Context.Context<App>, options: OperationCall.Options = {}): OperationCall.Client => {
  const source = Context.get(context, AppAuth.AppAuth) as Source
  return makeClient("App", context, () => source, options)
}

/** The user of the call; an operation that needs none is sent to that user's environment all the same. */
const userSource = (context: AnyContext, isNeeded: boolean): Source =>
  (isNeeded ? Context.get(context as Context.Context<UserAuth.UserAuth>, UserAuth.UserAuth) : optional(context, UserAuth.UserAuth)) as Source

export const userClient = (context: Context.Context<HttpClient.HttpClient>, options: OperationCall.Options = {}): OperationCall.Client =>
  makeClient("User", context, userSource, options)

export const openClient = (context: Context.Context<HttpClient.HttpClient>, options: OperationCall.Options = {}): OperationCall.Client =>
  makeClient("Open", context, noSource, options)

export interface Given {
  readonly request: unknown
  readonly options: OperationCall.CallOptions | undefined
}

export const givenOf = (operation: Operation.Any, args: ReadonlyArray<unknown>): Given =>
  Plan.takesNothing(operation)
    ? { request: undefined, options: args[0] as OperationCall.CallOptions | undefined }
    : { request: args[0], options: args[1] as OperationCall.CallOptions | undefined }

const invoke = (client: OperationCall.Client, operation: Operation.Any, { options, request }: Given): unknown =>
  operation.stream === true
    ? OperationStream.stream(client, operation, request, options)
    : OperationCall.call(client, operation, request, options, OperationCall.asValue)

/** A method is a closure and no more: what an operation needs is worked out at its first call. */
const methodOf = (client: OperationCall.Client, operation: Operation.Any) => (...args: ReadonlyArray<unknown>): unknown =>
  invoke(client, operation, givenOf(operation, args))

/** A plain object: it can be spread and mocked. A thousand methods take about a millisecond. */
export const build = <S>(client: OperationCall.Client, operations: { readonly [K in keyof S]: Operation.Any }): S => {
  const methods: Record<string, unknown> = {}
  for (const name of Object.keys(operations)) {
    const value = methodOf(client, operations[name as keyof S])
    // An assignment would set the prototype.
    if (name === "__proto__") Object.defineProperty(methods, name, { value, enumerable: true })
    else methods[name] = value
  }
  return methods as S
}

type Use<A, E, R> = (client: OperationCall.Client) => Effect.Effect<A, E, R>

export const withApp = <A, E, R>(use: Use<A, E, R>): Effect.Effect<A, E, App> =>
  Effect.contextWithEffect((context: Context.Context<App>) => use(appClient(context))) as Effect.Effect<A, E, App>

export const withUser = <A, E, R>(use: Use<A, E, R>): Effect.Effect<A, E, User> =>
  Effect.contextWithEffect((context: Context.Context<HttpClient.HttpClient>) => use(userClient(context))) as Effect.Effect<A, E, User>

export const withOpen = <A, E, R>(use: Use<A, E, R>): Effect.Effect<A, E, HttpClient.HttpClient> =>
  Effect.contextWithEffect((context: Context.Context<HttpClient.HttpClient>) => use(openClient(context))) as Effect.Effect<A, E, HttpClient.HttpClient>
