/** The service that tests hold: an engine's state, as effects. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Emulator from "../Emulator.js"
import { approvalLocation, firstUser, refusalLocation, refuse, userOf } from "./authorize.js"
import { check, isRefusal, type Refusal } from "./authorizeRequest.js"
import type { Engine } from "./engine.js"
import { ApproveError } from "./errors.js"
import { surfaceUrl } from "./exchange.js"
import { parse } from "./form.js"
import { rotate } from "./idToken.js"
import { firstClient, secondClient, type Grant, type State, type Surface } from "./state.js"
import { findAccessToken, findGrant } from "./tokens.js"

const environmentOf = (state: State, surface: Surface, tokenUrl: string): Emulator.Environment => {
  const base = surfaceUrl(state, surface)
  return {
    name: surface === "playground" ? "emulator-playground" : "emulator",
    baseUrl: state.settings.baseUrl,
    issuer: base,
    tokenUrl,
    userTokenUrl: `${base}/token`,
    authorizeUrl: `${base}/authorize`,
    userinfoUrl: `${base}/userinfo`,
    jwksUrl: `${base}/jwks`,
    discoveryUrl: `${base}/.well-known/openid-configuration`,
    backchannelUrl: undefined,
    trustedOrigins: [],
    pkce: true,
    idToken: "optional",
    idTokenAlgorithms: [state.keys.algorithm]
  }
}

const credentialsOf = (client: { clientId: string; clientSecret: string }): Emulator.Credentials => ({
  clientId: client.clientId,
  clientSecret: Redacted.make(client.clientSecret)
})

const reveal = (token: string | Redacted.Redacted<string>): string =>
  typeof token === "string" ? token : Redacted.value(token)

const makeFaults = (engine: Engine): Emulator.Faults => ({
  next: (selector, ...faults) =>
    Effect.sync(() => {
      if (faults.length > 0) engine.scripts.push({ selector, faults: [...faults], always: false })
    }),
  always: (selector, fault) => Effect.sync(() => void engine.scripts.push({ selector, faults: [fault], always: true })),
  clear: Effect.sync(() => {
    engine.scripts.length = 0
  })
})

const grantsOf = (state: State): ReadonlyArray<Grant> => [
  ...[...state.codes.values()].map((code) => code.grant),
  ...[...state.userTokens.values()].flatMap((token) => token.grant ?? []),
  ...[...state.refreshTokens.values()].map((token) => token.grant)
]

const endSessions = (state: State, username: string): void => {
  for (const grant of grantsOf(state)) if (grant.user.username === username) grant.revoked = true
  for (const [id, session] of state.sessions) if (session.user.username === username) state.sessions.delete(id)
}

const redirectOrFail = (
  state: State,
  surface: Surface,
  refusal: Refusal
): Effect.Effect<string, ApproveError> => {
  const location = refusalLocation(state, surface, refusal)
  if (location !== undefined) return Effect.succeed(location)
  return Effect.fail(new ApproveError({ reason: refusal._tag === "Page" ? refusal.message : "" }))
}

const approve = (
  engine: Engine,
  url: string,
  options: Emulator.ApproveOptions,
  now: number
): Effect.Effect<string, ApproveError> => {
  const { state } = engine
  const [address = "", query = ""] = url.split("#")[0]!.split(/\?(.*)/s)
  const surface = (["france", "playground"] as const).find((one) => address === `${surfaceUrl(state, one)}/authorize`)
  if (surface === undefined) return Effect.fail(new ApproveError({ reason: "This is not an authorize URL of the emulator." }))
  const request = check(state, parse(query))
  if (isRefusal(request)) return redirectOrFail(state, surface, request)
  const user = options.user === undefined ? firstUser(state) : userOf(state, options.user)
  if (user === undefined) return Effect.fail(new ApproveError({ reason: "The emulator has no such user." }))
  const scopes = request.scopes.filter((scope) => options.scopes?.includes(scope) ?? true)
  return options.deny === true || scopes.length === 0
    ? redirectOrFail(state, surface, refuse(request, "access_denied", "The user denied the request."))
    : Effect.sync(() => approvalLocation(state, { surface, request, user, authTime: now, scopes }, now))
}

const withClient = (state: State, clientId: string, change: (client: NonNullable<ReturnType<State["clients"]["get"]>>) => void) =>
  Effect.suspend(() => {
    const client = state.clients.get(clientId)
    return client === undefined ? Effect.dieMessage(`The emulator has no client ${clientId}`) : Effect.sync(() => change(client))
  })

export const makeService = (engine: Engine): Emulator.Service => {
  const { state } = engine
  return {
    environment: environmentOf(state, "france", `${surfaceUrl(state, "v3")}/token`),
    playground: environmentOf(state, "playground", `${surfaceUrl(state, "playground")}/token`),
    credentials: credentialsOf(firstClient),
    credentials2: credentialsOf(secondClient),
    requests: Effect.sync(() => engine.journal.entries()),
    clearRequests: Effect.sync(() => engine.journal.clear()),
    faults: makeFaults(engine),
    approve: (url, options = {}) =>
      Effect.flatMap(Clock.currentTimeMillis, (millis) => approve(engine, String(url), options, millis + engine.offset)),
    revokeToken: (token) =>
      Effect.sync(() => {
        const found = findAccessToken(state, reveal(token))
        if (found !== undefined) found.revoked = true
        return found !== undefined
      }),
    revokeAllAccessTokens: Effect.sync(() => {
      for (const token of [...state.appTokens.values(), ...state.userTokens.values()]) token.revoked = true
    }),
    revokeGrant: (token) =>
      Effect.sync(() => {
        const found = findGrant(state, reveal(token))
        if (found !== undefined) found.revoked = true
        return found !== undefined
      }),
    endSessions: (username) => Effect.sync(() => endSessions(state, username)),
    turnClock: (duration) =>
      Effect.sync(() => {
        // Duration has no negative values: a number of milliseconds may have a sign.
        engine.offset += typeof duration === "number" ? duration : Duration.toMillis(duration)
      }),
    rotateSigningKey: Effect.promise(() => rotate(state.keys)),
    subscribe: (clientId, api) => withClient(state, clientId, (client) => void client.subscriptions.add(api)),
    unsubscribe: (clientId, api) => withClient(state, clientId, (client) => void client.subscriptions.delete(api)),
    setClientStatus: (clientId, status) =>
      withClient(state, clientId, (client) => {
        client.status = status
      })
  }
}
