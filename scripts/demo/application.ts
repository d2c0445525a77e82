/** The 2-legged grant: what an application's one token does under load, at its end, when it is revoked, when it is refused. */
import * as Sms from "@effect-orange/client-sms"
import { AppAuth, type OAuthError } from "@effect-orange/core"
import { Emulator, Fault } from "@effect-orange/emulator"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import { type Act, application, atOnce, count, recorded, shops } from "./stage.js"

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

export const storm: Act = (narrator) =>
  Effect.gen(function*() {
    const calls = 1_000
    narrator.act(`${calls.toLocaleString("en")} calls at once, cold`, "No token is held yet. Every call needs one.")
    const { entries, result } = yield* recorded(Effect.provide(atOnce(calls, shops), application()))
    narrator.wire(entries, ({ endpoint }) => endpoint === "token" ? "the first caller asked; all others waited for this answer" : "shops of Rennes")
    narrator.claim("exactly one token request", count(entries, "token") === 1, `${count(entries, "token")}`)
    narrator.claim(`${calls.toLocaleString("en")} calls answered, none failed`, result === calls, `${result}`)
    return { entries, naive: { token: calls, gateway: calls } }
  })

/** Of access tokens during `expiry`, in milliseconds. */
export const lifetime = 1_000

export const expiry: Act = (narrator) =>
  Effect.gen(function*() {
    const span = 2_200
    narrator.act("Expiry and renewal", `Tokens live ${seconds(lifetime)} here. One call every 50 ms, for ${seconds(span)}.`)
    const steady = shops.pipe(Effect.repeat(Schedule.spaced("50 millis").pipe(Schedule.upTo(span))))
    const { entries } = yield* recorded(Effect.provide(Effect.exit(steady), application()))
    const tokens = count(entries, "token")
    const calls = count(entries, "gateway")
    const lasted = entries.at(-1)!.at - entries[0]!.at
    const most = Math.ceil(lasted / (lifetime * 0.9)) + 1
    narrator.wire(
      entries,
      (entry) =>
        entry.endpoint === "gateway"
          ? "nobody waits: the old token serves until the new one is there"
          : entry === entries[0]
          ? "asked by the first call"
          : "asked by the first call in the last tenth of the life before",
      "runs"
    )
    narrator.claim("no call met an expired token", count(entries, "gateway", 200) === calls, `${calls - count(entries, "gateway", 200)} refused`)
    narrator.claim(`one token request per life, ${most} at most`, tokens >= 2 && tokens <= most, `${tokens}`)
    return { entries, naive: { token: calls, gateway: calls } }
  })

export const revocation: Act = (narrator) =>
  Effect.gen(function*() {
    const calls = 100
    narrator.act("A 401 storm", `Orange revokes the token; the application does not know, and makes ${calls} calls with it.`)
    const emulator = yield* Emulator.Emulator
    const { entries, result } = yield* Effect.provide(
      Effect.gen(function*() {
        yield* shops
        narrator.tell("a token is held and has worked; now it is revoked at Orange")
        yield* emulator.revokeAllAccessTokens
        return yield* recorded(atOnce(calls, shops))
      }),
      application()
    )
    narrator.wire(entries, ({ endpoint, status }) =>
      endpoint === "token" ? "one renewal for all of them" : status === 401 ? "the stale token, refused" : "sent again with the new token")
    narrator.claim("exactly one renewal", count(entries, "token") === 1, `${count(entries, "token")}`)
    narrator.claim(`${calls} calls answered, none failed`, result === calls, `${result}`)
    return { entries, naive: { token: calls, gateway: 2 * calls } }
  })

export const throttle: Act = (narrator) =>
  Effect.gen(function*() {
    const calls = 50
    narrator.act("429 at the token endpoint", `Orange says "wait 1 s"; ${calls} calls are waiting for a token.`)
    const emulator = yield* Emulator.Emulator
    yield* emulator.faults.next("token", Fault.status(429, { headers: { "Retry-After": "1" } }))
    const { entries, result } = yield* recorded(Effect.provide(atOnce(calls, shops), application()))
    narrator.wire(entries, ({ endpoint, status }) =>
      endpoint !== "token" ? "after the wait" : status === 429 ? "Retry-After: 1" : "asked again, once, for all")
    const asked = entries.filter(({ endpoint }) => endpoint === "token").map(({ at }) => at)
    const waited = (asked[1] ?? 0) - (asked[0] ?? 0)
    narrator.claim("asked twice in all", asked.length === 2, `${asked.length}`)
    narrator.claim(`the second time after the wait that Orange asked for (${seconds(waited)})`, waited >= 1_000, seconds(waited))
    narrator.claim(`${calls} calls answered, none failed`, result === calls, `${result}`)
    return { entries, naive: { token: 2 * calls, gateway: calls } }
  })

export const wrongSecret: Act = (narrator) =>
  Effect.gen(function*() {
    const calls = 1_000
    narrator.act("A wrong client secret", `${calls.toLocaleString("en")} calls with it. Orange revokes applications that keep failing.`)
    const { entries, result } = yield* recorded(Effect.provide(
      Effect.gen(function*() {
        const auth = yield* AppAuth.AppAuth
        const succeeded = yield* atOnce(calls, shops)
        return { succeeded, error: yield* Effect.flip(auth.token) }
      }),
      application(Redacted.make("not-the-secret"))
    ))
    const { error, succeeded } = result
    const isTyped = error._tag === "OAuthError" && error.error === "invalid_client"
    narrator.wire(entries, () => "refused; the answer holds for 30 s, then longer")
    if (isTyped) tellError(narrator.tell, error)
    narrator.claim("exactly one token request, no call without a token", entries.length === 1, `${entries.length} requests`)
    narrator.claim("every caller got the typed error", succeeded === 0 && isTyped, error._tag)
    return { entries, naive: { token: calls } }
  })

const tellError = (tell: (text: string) => void, { _tag, error, hint, status }: OAuthError.OAuthError): void => {
  tell(`${_tag}  error: ${error}  status: ${status}`)
  tell(`hint: ${hint}`)
}


const message = (address: string) =>
  Effect.flatMap(Sms.Sms, (client) =>
    client.sendSms({
      senderAddress: "tel:+2250000",
      body: { outboundSMSMessageRequest: { address, senderAddress: "tel:+2250000", outboundSMSTextMessage: { message: "Hello" } } }
    }))

export const sms: Act = (narrator) =>
  Effect.gen(function*() {
    narrator.act("A message, by the generated client", "The recipient is checked before anything is sent, a token included.")
    const { entries, result } = yield* Effect.provide(
      recorded(Effect.all([Effect.flip(message("0700000000")), message("tel:+2250700000000")])),
      application()
    )
    const [refused, sent] = result
    narrator.tell(refused.message)
    narrator.wire(entries, ({ endpoint }) => endpoint === "token" ? "for the second message" : "the sender percent-encoded, as Orange wants it")
    narrator.claim("the number without tel:+ cost no request", refused._tag === "InvalidRequestError" && entries.length === 2, `${entries.length}`)
    narrator.claim("the other has an id", /[\da-f-]{36}$/.test(sent.outboundSMSMessageRequest.resourceURL))
    return { entries, naive: { token: 2, gateway: 2 } }
  })
