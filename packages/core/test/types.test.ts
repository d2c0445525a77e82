/** What must not compile. Each line is checked by the compiler: an expected error that does not come is an error. */
import { describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { AppAuth, ApiError, AuthorizationCode, ClientCredentials, type Environment, OrangeHttpClient, TokenSeal, TokenStore, UserAuth } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import { FetchHttpClient } from "@effect/platform"
import { credentials } from "./support.js"

/** Never run: what is in it is read by the compiler alone. */
const typesOnly = (...bodies: ReadonlyArray<() => void>): number => bodies.length

describe("types", () => {
  it("a user's session is not an application's token, nor the other way round", () => void
    typesOnly(() => {
      const session = Effect.flatMap(AuthorizationCode.AuthorizationCode, (grant) => grant.session("id"))
      const app = Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token)
      const user = Effect.flatMap(UserAuth.UserAuth, (auth) => auth.token)
      Effect.provideServiceEffect(user, UserAuth.UserAuth, session)
      // @ts-expect-error a session where the application's token belongs
      Effect.provideServiceEffect(app, AppAuth.AppAuth, session)
      // @ts-expect-error the application's token where a session belongs
      Effect.provideServiceEffect(user, UserAuth.UserAuth, AppAuth.AppAuth)
    }))

  it("a missing auth layer does not run", () => void
    typesOnly(() => {
      const call = Effect.flatMap(OrangeHttpClient.OrangeHttpClient, (orange) => orange.get("/a"))
      const Client = OrangeHttpClient.layer().pipe(Layer.provide(FetchHttpClient.layer))
      // @ts-expect-error AppAuth is missing
      Effect.runPromise(Effect.provide(call, Client))
      Effect.runPromise(Effect.provide(call, Layer.provide(Client, Layer.provide(ClientCredentials.layer({ credentials }), FetchHttpClient.layer))))
    }))

  it("a grant without a store, a seal or an HttpClient does not run", () => void
    typesOnly(() => {
      const build = (layer: Layer.Layer<AuthorizationCode.AuthorizationCode, unknown>) => layer
      const Grant = AuthorizationCode.layer({ credentials, redirectUri: "https://app.test/cb" })
      // @ts-expect-error nothing is provided
      build(Grant)
      // @ts-expect-error no TokenSeal
      build(Grant.pipe(Layer.provide([TokenStore.layerMemory, FetchHttpClient.layer])))
      build(Grant.pipe(Layer.provide([TokenStore.layerMemory, TokenSeal.layerEphemeral, FetchHttpClient.layer])))
    }))

  it("an error that is not handled stays in the type", () => void
    typesOnly(() => {
      const never = (effect: Effect.Effect<unknown>) => effect
      const token = Effect.flatMap(AppAuth.AppAuth, (auth) => auth.token).pipe(Effect.provideService(AppAuth.AppAuth, {} as never))
      const some = Effect.catchTag(token, "OAuthError", () => Effect.void)
      // @ts-expect-error three tags are left
      never(some)
      never(Effect.catchTags(some, { ThrottledError: () => Effect.void, TransportError: () => Effect.void, MalformedResponseError: () => Effect.void }))
      // @ts-expect-error the application's token cannot ask for a new log-in
      Effect.catchTag(token, "ReauthorizationRequired", () => Effect.void)
    }))

  it("a declared error's body is typed per operation", () => void
    typesOnly(() => {
      const call: Effect.Effect<void, ApiError.NotFound<{ readonly code: "GONE" }> | ApiError.Forbidden<{ readonly why: string }>> = Effect.void
      Effect.catchTag(call, "ApiNotFound", (e) => Effect.succeed<"GONE">(e.body.code))
      Effect.catchTag(call, "ApiForbidden", (e) => Effect.succeed<string>(e.body.why))
      // @ts-expect-error a 404 has no `why`
      Effect.catchTag(call, "ApiNotFound", (e) => Effect.succeed(e.body.why))
    }))

  it("the emulator's environment is one of core's, without sharing its types", () => void
    typesOnly(() => {
      const take = (environment: Environment.Environment) => environment
      Effect.map(Emulator.Emulator, (emulator) => [take(emulator.environment), take(emulator.playground)])
    }))
})
