/** The service that tests hold: an engine's state, as effects. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Emulator from "../Emulator.js"
import { approvalLocation, firstUser, refusalLocation, refuse, userOf } from "./authorize.js"
import { check, isRefusal, type Refusal } from "./authorizeRequest.js"
import type { Engine } from "./engine.js"
import { type Delivery, smsMessage } from "../Delivery.js"
import { endSubscription } from "./apis/geofencing.js"
import { type Payment, settle, type Settled, statusOf } from "./apis/money.js"
import { endSession } from "./apis/qualityOnDemand.js"
import { receiptsOf, subscriptionsOf } from "./apis/sms.js"
import { callbackOf, isFinal, settleCode } from "./apis/sonatel.js"
import { answerAuthentications, pendingAuthentications } from "./ciba.js"
import { ApproveError, TriggerError } from "./errors.js"
import { surfaceUrl } from "./exchange.js"
import { parse } from "./form.js"
import { rotate } from "./idToken.js"
import { firstClient, secondClient, type Grant, type State, type Surface } from "./state.js"
import { findAccessToken, findGrant } from "./tokens.js"

const environmentOf = (state: State, surface: Surface, tokenUrl: string): Emulator.Environment => {
  const base = surfaceUrl(state, surface)
  return {
    name: surface === "france" ? "emulator" : `emulator-${surface}`,
    baseUrl: state.settings.baseUrl,
    issuer: base,
    tokenUrl,
    userTokenUrl: `${base}/token`,
    authorizeUrl: `${base}/authorize`,
    userinfoUrl: `${base}/userinfo`,
    jwksUrl: `${base}/jwks`,
    discoveryUrl: `${base}/.well-known/openid-configuration`,
    backchannelUrl: surface === "ciba" ? `${base}/bc-authorize` : undefined,
    trustedOrigins: [],
    pkce: true,
    idToken: "optional",
    idTokenAlgorithms: [state.keys.algorithm]
  }
}

/** Milliseconds on the emulator's own clock. */
const nowOf = (engine: Engine): Effect.Effect<number> => Effect.map(Clock.currentTimeMillis, (millis) => millis + engine.clock.offset)

const postAll = ({ state }: Engine, deliveries: ReadonlyArray<Delivery>): Effect.Effect<ReadonlyArray<number>> =>
  Effect.forEach(deliveries, (delivery) => state.outbox.post(() => delivery))

const smsEvents = (engine: Engine): Emulator.SmsEvents => ({
  deliver: (id, status = "DeliveredToTerminal") =>
    Effect.suspend(() => {
      const receipts = receiptsOf(engine.state, id, status)
      return receipts === undefined ? Effect.fail(new TriggerError({ what: "message", reason: "unknown" })) : postAll(engine, receipts)
    }),
  receive: (message) =>
    Effect.flatMap(nowOf(engine), (now) =>
      postAll(engine, subscriptionsOf(engine.state, message.to).map(({ notifyUrl }) => smsMessage(notifyUrl, message, now))))
})

const moneyEvents = (engine: Engine): Emulator.MoneyEvents => {
  const found = <A>(payToken: string, use: (payment: Payment, now: number) => Effect.Effect<A, TriggerError>): Effect.Effect<A, TriggerError> =>
    Effect.flatMap(nowOf(engine), (now) => {
      const payment = engine.state.money.get(payToken)
      return payment === undefined ? Effect.fail(new TriggerError({ what: "payment", reason: "unknown" })) : use(payment, now)
    })
  const over = new TriggerError({ what: "payment", reason: "over" })
  const ends = (status: Settled) => (payToken: string) =>
    found(payToken, (payment, now) => {
      const notification = settle(payment, status, now)
      return notification === undefined ? Effect.fail(over) : engine.state.outbox.post(() => notification)
    })
  return {
    begin: (payToken) =>
      found(payToken, (payment, now) => {
        if (statusOf(payment, now) !== "INITIATED") return Effect.fail(over)
        payment.status = "PENDING"
        return Effect.void
      }),
    pay: ends("SUCCESS"),
    refuse: ends("FAILED")
  }
}

const sonatelEvents = (engine: Engine): Emulator.SonatelEvents => ({
  settle: (qrId, status) =>
    Effect.flatMap(nowOf(engine), (now) => {
      const { outbox, sonatel } = engine.state
      const qr = sonatel.codes.get(qrId)
      if (qr === undefined) return Effect.fail(new TriggerError({ what: "code", reason: "unknown" }))
      if (!settleCode(qr, status, now)) return Effect.fail(new TriggerError({ what: "code", reason: "over" }))
      const callback = callbackOf(engine.state, qr)
      return callback === undefined ? Effect.succeed(undefined) : outbox.persist(callback, isFinal)
    }),
  rotateSecret: (secret) =>
    Effect.sync(() => {
      engine.state.sonatel.secrets = [reveal(secret), ...engine.state.sonatel.secrets.slice(0, 1)]
    })
})

const networkEvents = (engine: Engine): Emulator.NetworkEvents => {
  const ends = <A>(what: "session" | "subscription", held: ReadonlyMap<string, A>, end: (one: A, now: number) => ReadonlyArray<Delivery> | undefined) => (id: string) =>
    Effect.flatMap(nowOf(engine), (now) => {
      const found = held.get(id)
      if (found === undefined) return Effect.fail(new TriggerError({ what, reason: "unknown" }))
      const deliveries = end(found, now)
      return deliveries === undefined ? Effect.fail(new TriggerError({ what, reason: "over" })) : Effect.map(postAll(engine, deliveries), ([status]) => status)
    })
  const { geofences, sessions } = engine.state.network
  return {
    endSession: ends("session", sessions, endSession),
    endSubscription: (id, reason = "NETWORK_TERMINATED") =>
      ends("subscription", geofences, (fence, now) => {
        const delivery = endSubscription(fence, reason, now)
        return delivery && [delivery]
      })(id).pipe(Effect.map((status) => status!))
  }
}

const subscriberEvents = (engine: Engine): Emulator.SubscriberEvents => {
  const answers = (status: "approved" | "denied") => (loginHint: string) =>
    Effect.flatMap(nowOf(engine), (now) =>
      answerAuthentications(engine.state, loginHint, status, now)
        ? Effect.void
        : Effect.fail(new TriggerError({ what: "authentication", reason: "unknown" })))
  return {
    approve: answers("approved"),
    deny: answers("denied"),
    pending: Effect.map(nowOf(engine), (now) =>
      pendingAuthentications(engine.state, now).map(({ clientId, phoneNumber, scopes }) => ({ loginHint: `tel:${phoneNumber}`, scopes, clientId })))
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
    orangeSonatel: environmentOf(state, "sonatel", `${surfaceUrl(state, "sonatel")}/token`),
    ciba: environmentOf(state, "ciba", `${surfaceUrl(state, "v3")}/token`),
    credentials: credentialsOf(firstClient),
    credentials2: credentialsOf(secondClient),
    requests: Effect.sync(() => engine.journal.entries()),
    clearRequests: Effect.sync(() => engine.journal.clear()),
    faults: makeFaults(engine),
    sms: smsEvents(engine),
    money: moneyEvents(engine),
    sonatel: sonatelEvents(engine),
    network: networkEvents(engine),
    subscribers: subscriberEvents(engine),
    deliveries: Effect.sync(() => state.outbox.entries()),
    approve: (url, options = {}) =>
      Effect.flatMap(nowOf(engine), (now) => approve(engine, String(url), options, now)),
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
        engine.clock.offset += typeof duration === "number" ? duration : Duration.toMillis(duration)
      }),
    rotateSigningKey: Effect.promise(() => rotate(state.keys)),
    subscribe: (clientId, api) => withClient(state, clientId, (client) => void client.subscriptions.add(api)),
    changeSecret: (clientId, secret) =>
      withClient(state, clientId, (client) => {
        client.secret = reveal(secret)
      }),
    unsubscribe: (clientId, api) => withClient(state, clientId, (client) => void client.subscriptions.delete(api)),
    setClientStatus: (clientId, status) =>
      withClient(state, clientId, (client) => {
        client.status = status
      })
  }
}
