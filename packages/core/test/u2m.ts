/** The U2M grant over the emulator in memory, and the steps that every test of it takes. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { AuthorizationCode, Credentials, TokenSeal, TokenStore } from "@effect-orange/core"
import { Emulator, type Options as EmulatorOptions } from "@effect-orange/emulator"

export const redirectUri = "http://127.0.0.1:5999/callback"

const Grant = (options: Partial<AuthorizationCode.Options>) =>
  Layer.unwrapEffect(Effect.map(Emulator.Emulator, (emulator) =>
    AuthorizationCode.layer({
      environment: emulator.environment,
      credentials: Credentials.basic(emulator.credentials),
      redirectUri,
      ...options
    })))

export const layers = (
  emulator: EmulatorOptions.Options = {},
  options: Partial<AuthorizationCode.Options> = {},
  stores = Layer.merge(TokenStore.layerMemory, TokenSeal.layerEphemeral)
) => Grant(options).pipe(Layer.provideMerge(Layer.merge(Emulator.layer(emulator), stores)))

/** authorize, consent, callback. */
export const login = (
  authorize: AuthorizationCode.AuthorizeOptions = { scopes: ["openid", "profile_sandbox"] },
  more: { readonly id?: string; readonly user?: string; readonly grants?: ReadonlyArray<string> } = {}
) =>
  Effect.gen(function*() {
    const grant = yield* AuthorizationCode.AuthorizationCode
    const emulator = yield* Emulator.Emulator
    const { transaction, url } = yield* grant.authorize(authorize)
    const redirect = yield* emulator.approve(url, { user: more.user, scopes: more.grants })
    return yield* grant.callback(redirect, { transaction, id: more.id })
  })

export const claimsOf = (session: AuthorizationCode.UserSession) => Option.getOrThrow(session.claims)

export const refreshes = Effect.gen(function*() {
  const emulator = yield* Emulator.Emulator
  return (yield* emulator.requests).filter(({ grantType }) => grantType === "refresh_token")
})

/** The tag of a failure, and its reason where it has one. */
export const reasonOf = <A, R>(effect: Effect.Effect<A, unknown, R>) =>
  Effect.map(Effect.flip(effect), (error) => {
    const { _tag, reason } = error as { readonly _tag: string; readonly reason?: string }
    return reason === undefined ? _tag : `${_tag} ${reason}`
  })
