/** `orange trigger`: posts to an application what Orange would post, for local development. */
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as Option from "effect/Option"
import * as Deliveries from "../internal/deliveries.js"
import { runTrigger } from "../internal/runTrigger.js"
import { checkSubcommand } from "../internal/subcommand.js"
import { readTarget } from "../internal/target.js"

const value = <A>(name: string, description: string, read: (text: string) => Option.Option<A>, problem: string) =>
  Options.text(name).pipe(Options.filterMap(read, `--${name} ${problem}`), Options.withDescription(description))

const filled = Option.liftPredicate((text: string) => text !== "")

const text = (name: string, description: string) => value(name, description, filled, "must not be empty")

const textOr = (name: string, description: string, fallback: string) =>
  text(name, `${description}; ${fallback} by default`).pipe(Options.withDefault(fallback))

const wholeUpTo = (most: number) => (given: string): Option.Option<number> =>
  /^\d{1,9}$/.test(given) ? Option.filter(Option.some(Number(given)), (count) => count >= 1 && count <= most) : Option.none()

const whole = (name: string, description: string, most: number, fallback: number) =>
  value(name, `${description}; ${fallback} by default`, wholeUpTo(most), `must be a whole number between 1 and ${most}`).pipe(
    Options.withDefault(fallback)
  )

const common = {
  to: value(
    "to",
    "The application's own URL for this event. Its last segment is not shown",
    readTarget,
    "must be an http or https URL without a user name"
  ),
  times: whole("times", "How often to post the same, one after the other, at most 100", 100, 1)
}

const transactionId = text("transaction-id", "The transaction's id; a new one by default").pipe(Options.optional)

const smsReceipt = Command.make("sms.receipt", {
  ...common,
  "message-id": text("message-id", "The message's id: the last segment of its resourceURL"),
  address: textOr("address", "Whom the message was for", "tel:+2250700000000"),
  status: textOr("status", "What became of the message", "DeliveredToTerminal")
}, ({ address, status, times, to, "message-id": messageId }) =>
  runTrigger({
    event: "sms.receipt",
    to,
    times,
    prepare: (url) => Deliveries.smsReceipt(url, { messageId, address, status })
  })).pipe(Command.withDescription("Posts a delivery receipt of SMS"))

const smsMessage = Command.make("sms.message", {
  ...common,
  from: textOr("from", "Who sent the message", "tel:+2250700000000"),
  recipient: textOr("recipient", "The number that it was sent to", "2250000"),
  text: textOr("text", "What it says", "Hello")
}, ({ from, recipient, text, times, to }) =>
  runTrigger({
    event: "sms.message",
    to,
    times,
    prepare: (url) => Deliveries.smsMessage(url, { from, to: recipient, text })
  })).pipe(Command.withDescription("Posts a message that a person sent by SMS"))

const money = (event: string, status: Deliveries.Settled) =>
  Command.make(event, {
    ...common,
    "transaction-id": transactionId,
    "secret-stdin": Options.boolean("secret-stdin").pipe(
      Options.withDescription("Read the payment's notif_token from standard input instead of ORANGE_NOTIF_TOKEN")
    )
  }, ({ times, to, "secret-stdin": secretFromStdin, "transaction-id": transactionId }) =>
    runTrigger({ event, to, times, prepare: (url) => Deliveries.money(url, { status, transactionId, secretFromStdin }) })).pipe(
      Command.withDescription(
        `Posts a notification of Orange Money: ${status}. ORANGE_NOTIF_TOKEN holds the payment's notif_token, a secret, ` +
          "which is never taken as an argument"
      )
    )

const sonatel = (event: string, status: Deliveries.Settled) =>
  Command.make(event, {
    ...common,
    "transaction-id": transactionId,
    reference: textOr("reference", "The application's reference of the payment", "order-1"),
    amount: whole("amount", "In XOF", 999_999_999, 1_000),
    code: textOr("code", "The merchant's code", "123456")
  }, ({ amount, code, reference, times, to, "transaction-id": transactionId }) =>
    runTrigger({ event, to, times, prepare: (url) => Deliveries.sonatel(url, { status, transactionId, reference, amount, code }) })).pipe(
      Command.withDescription(
        `Posts a callback of Orange Money of Sonatel: ${status}. ORANGE_SONATEL_API_KEY holds the key that was ` +
          "registered with the URL, ORANGE_SONATEL_SECRET the endpoint's secret, or two with a comma between; without it " +
          "nothing is signed. Neither is ever taken as an argument"
      )
    )

const notified = {
  ...common,
  "secret-stdin": Options.boolean("secret-stdin").pipe(
    Options.withDescription("Read the sink's token from standard input instead of ORANGE_SINK_TOKEN")
  )
}

interface Notified {
  readonly to: URL
  readonly times: number
  readonly "secret-stdin": boolean
}

const notify = (event: string, { times, to, "secret-stdin": secretFromStdin }: Notified, notification: Deliveries.Notification) =>
  runTrigger({ event, to, times, prepare: (url) => Deliveries.notification(url, notification, secretFromStdin) })

const withSinkToken = (what: string) =>
  Command.withDescription(
    `Posts that ${what}. ORANGE_SINK_TOKEN holds the token that the application gave with its sink, a secret, which is never taken as an argument`
  )

const reason = { reason: textOr("reason", "Why it is over", "NETWORK_TERMINATED") }

const session = { ...notified, "session-id": text("session-id", "The session's id") }

const qualityAvailable = Command.make("quality.available", session, (flags) =>
  notify("quality.available", flags, Deliveries.session({ sessionId: flags["session-id"], qosStatus: "AVAILABLE" }))).pipe(
    withSinkToken("a session of Quality on Demand is there")
  )

const qualityEnded = Command.make("quality.ended", { ...session, ...reason }, ({ reason, ...flags }) =>
  notify("quality.ended", flags, Deliveries.session({ sessionId: flags["session-id"], qosStatus: "UNAVAILABLE", statusInfo: reason }))).pipe(
    withSinkToken("a session of Quality on Demand is over")
  )

const subscription = { ...notified, "subscription-id": text("subscription-id", "The subscription's id") }

const geofencing = (event: string, kind: string, what: string) =>
  Command.make(event, subscription, (flags) =>
    notify(event, flags, Deliveries.subscription(kind, { subscriptionId: flags["subscription-id"] }))).pipe(withSinkToken(what))

const geofencingEnded = Command.make("geofencing.ended", { ...subscription, ...reason }, ({ reason, ...flags }) =>
  notify("geofencing.ended", flags, Deliveries.subscription("subscription-ends", { subscriptionId: flags["subscription-id"], terminationReason: reason }))).pipe(
    withSinkToken("a subscription of geofencing is over")
  )

const events = {
  "sms.receipt": smsReceipt,
  "sms.message": smsMessage,
  "money.success": money("money.success", "SUCCESS"),
  "money.failed": money("money.failed", "FAILED"),
  "sonatel.success": sonatel("sonatel.success", "SUCCESS"),
  "sonatel.failed": sonatel("sonatel.failed", "FAILED"),
  "quality.available": qualityAvailable,
  "quality.ended": qualityEnded,
  "geofencing.entered": geofencing("geofencing.entered", "area-entered", "a device came into an area"),
  "geofencing.left": geofencing("geofencing.left", "area-left", "a device left an area"),
  "geofencing.ended": geofencingEnded
} as const

export const triggerCommand = Command.make("trigger").pipe(
  Command.withDescription("Posts to an application's own URL what Orange would post, for local development"),
  Command.withSubcommands([
    events["sms.receipt"],
    events["sms.message"],
    events["money.success"],
    events["money.failed"],
    events["sonatel.success"],
    events["sonatel.failed"],
    events["quality.available"],
    events["quality.ended"],
    events["geofencing.entered"],
    events["geofencing.left"],
    events["geofencing.ended"]
  ])
)

/** @effect/cli says of a wrong event that it is a wrong subcommand of `orange`. */
export const checkEvent = checkSubcommand("trigger", "an event", Object.keys(events))
