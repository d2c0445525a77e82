/** Promises of the helpers: the fault that would break each, and the test that sees it. */
import type { Edit, Mutant } from "../mutant.js"
import { inPackage } from "./inPackage.js"

const of = (helper: string) => inPackage(`packages/helpers/${helper}`)
const within = (helper: string, file: string, find: string, replace: string): Edit => of(helper).edit(file, find, replace)
const test = (helper: string, file: string, name: string): Mutant["test"] => of(helper).test(file, name)

export const helpers: ReadonlyArray<Mutant> = [
  {
    name: "a forged callback that is handled",
    ...within("callbacks", "Callback.ts", "(isOurs) => isOurs ? \"authentic\" : \"forged\")", "() => \"authentic\" as const)"),
    test: test("callbacks", "Callback.test.ts", "'forged: another secret': 404")
  },
  {
    name: "200 before the application succeeded",
    ...within("callbacks", "Callback.ts", "  failed: 500,", "  failed: 200,"),
    test: test("callbacks", "Callback.test.ts", "whose handling fails is answered 500, and is handled when it comes again")
  },
  {
    name: "a state that goes back",
    ...within("callbacks", "internal/record.ts", "record.isFinal || event.rank < record.rank", "record.isFinal"),
    test: test("callbacks", "CallbackStore.test.ts", "a lower rank is late, and after a final one everything is")
  },
  {
    name: "an early callback that is lost",
    ...within("callbacks", "internal/record.ts", "[...record.parked].sort((a, b) => a.rank - b.rank)", "record.parked.slice(0, 0)"),
    test: test("callbacks", "Callback.test.ts", "that nobody expects yet is answered 200, counted, and handled once it is expected")
  },
  {
    name: "doubt that is sent again",
    ...within("sms", "BulkJournal.ts", "(found._tag === \"InDoubt\" && again)", "found._tag === \"InDoubt\""),
    test: test("sms", "Bulk.test.ts", "what got no answer is in doubt, and sent again only if asked")
  },
  {
    name: "a lost answer taken for a failure",
    ...within("sms", "Bulk.ts", "if (ApiError.mayHaveBeenDone(answer.left, \"sendSms\")) return", "if (answer.left._tag === \"GatewayError\") return"),
    test: test("sms", "Bulk.test.ts", "what got no answer is in doubt, and sent again only if asked")
  },
  {
    name: "a journal that is written after the request",
    ...within("sms", "BulkJournal.ts", "Effect.as(put({ state: \"Sending\", id }), { _tag: \"Fresh\" })", "Effect.succeed({ _tag: \"Fresh\" } as const)"),
    test: test("sms", "Bulk.test.ts", "ended on its way leaves what was in flight in doubt, and nothing else")
  },
  {
    name: "half a record that stays",
    ...within("sms", "BulkJournal.ts", "if (whole < bytes.length) yield* fs.truncate", "if (whole > bytes.length) yield* fs.truncate"),
    test: test("sms", "Bulk.test.ts", "a record that was being written when the process ended is taken off")
  },
  {
    name: "a bulk send that yields to nobody",
    ...within("sms", "Bulk.ts", "RequestBudget.yielding(sendOne(batch, item, inDoubt === \"sendAgain\"))", "sendOne(batch, item, inDoubt === \"sendAgain\")"),
    test: test("sms", "Bulk.test.ts", "lets single messages go first, five a second in all")
  },
  {
    name: "a journal that others can read",
    ...within("sms", "BulkJournal.ts", "mode: 0o600", "mode: 0o644"),
    test: test("sms", "Bulk.test.ts", "outlives its process's memory, holds no number and no text, and is its owner's alone")
  },
  {
    name: "an escape pair that is torn",
    ...within("sms", "internal/gsm.ts", "[character, 2] as const", "[character, 1] as const"),
    test: test("sms", "Estimate.test.ts", "characters and remaining are of the parts")
  },
  {
    name: "an old Ivorian number with a guess",
    ...within("numbers", "PhoneNumber.ts", "(country === \"CI\" && /^(225)?\\d{8}$/.test(digits))", "false"),
    test: test("numbers", "PhoneNumber.test.ts", "\"07 99 14 02\" (CI): OldIvorianNumber")
  },
  {
    name: "a date of 2022 in local time",
    ...within("sms", "Balance.ts", "one : `${one}Z`", "one : \"\""),
    test: test("sms", "Message.test.ts", "is read from 2022's answer")
  },
  {
    name: "a notification believed without asking",
    ...within("orange-money", "Notification.ts", "if (!isOver(standing)) return yield*", "if (standing._tag === \"Expired\") return yield*"),
    test: test("orange-money", "Notification.test.ts", "with the right token that Orange does not confirm is not handled: 500, to come again")
  },
  {
    name: "any notif_token",
    ...within("orange-money", "Notification.ts", "? \"authentic\" : \"forged\"", "? \"authentic\" : \"authentic\""),
    test: test("orange-money", "Notification.test.ts", "with another token is a stranger's: 404, and nothing is asked or handled")
  },
  {
    name: "a payment shown before it is stored",
    ...within("orange-money", "Payments.ts", "        yield* store(intent)\n", ""),
    test: test("orange-money", "Payments.test.ts", "is stored before it is given")
  },
  {
    name: "a wait that ends in failure",
    ...within("orange-money", "Payments.ts", "return { _tag: \"StillPending\", standing } as const", "return Standing.Failed({ transactionId: undefined })"),
    test: test("orange-money", "Payments.test.ts", "of a payment that stays pending ends in StillPending after its ten minutes, not before")
  },
  {
    name: "half a franc",
    ...within("orange-money", "internal/order.ts", ".scale > exponent", ".scale > exponent + 2"),
    test: test("orange-money", "Payments.test.ts", "with half a franc is not sent: amount")
  },
  {
    name: "a signature of any age",
    ...within("orange-money-sonatel", "Signature.ts", "Math.abs(now - Number(parsed.time) * 1000) > tolerance", "now - Number(parsed.time) * 1000 > tolerance * 1000"),
    test: test("orange-money-sonatel", "Notification.test.ts", "is good for 300 seconds before and after, to the second")
  },
  {
    name: "a signature of another body",
    ...within("orange-money-sonatel", "Signature.ts", "all.set(body, head.length)", ""),
    test: test("orange-money-sonatel", "Notification.test.ts", "is by one of the secrets, under one of its values")
  },
  {
    name: "an api key that is not looked at",
    ...within("orange-money-sonatel", "Notification.ts", "return hasKey && isSigned", "return isSigned"),
    test: test("orange-money-sonatel", "Notification.test.ts", "with the wrong key, a wrong signature, an old one or none is forged: 404, final")
  },
  {
    name: "another amount collected",
    ...within("orange-money-sonatel", "internal/standing.ts", "value === undefined || BigDecimal.equals(BigDecimal.unsafeFromNumber(value), expected)", "value === undefined || value > 0"),
    test: test("orange-money-sonatel", "Payments.test.ts", "of another amount, or another reference, is not this one")
  },
  {
    name: "ACCEPTED taken for money",
    ...within("orange-money-sonatel", "internal/standing.ts", "if (status !== \"SUCCESS\") return", "if (status !== \"SUCCESS\" && status !== \"ACCEPTED\") return"),
    test: test("orange-money-sonatel", "Payments.test.ts", "is collected by SUCCESS and nothing else")
  },
  {
    name: "another country's money",
    ...within("orange-money", "internal/order.ts", "return currency === own.code ? undefined", "return currency !== \"\" ? undefined"),
    test: test("orange-money", "Payments.test.ts", "with another country's money is not sent: currency")
  },
  {
    name: "a number beside the subscriber's token",
    ...within("camara", "internal/about.ts", "ciba.identifiedBy === \"Token\" ? none", "ciba.identifiedBy === undefined ? none"),
    test: test("camara", "calls.test.ts", "in production: the subscriber's token for a purpose, and no number in the request")
  },
  {
    name: "a notification's token that never expires",
    ...within("camara", "Sink.ts", "const good = tokens.filter(({ expiresAt }) => DateTime.greaterThan(expiresAt, now))", "const good = now === undefined ? [] : tokens"),
    test: test("camara", "notifications.test.ts", "with a token that has expired is refused; with a new one beside it either is good until its own end")
  },
  {
    name: "a session that nobody gives back",
    ...within("camara", "QualityOnDemand.ts", "yield* Effect.acquireRelease(start, ({ sessionId }) => end(sessionId))", "yield* Effect.acquireRelease(start, () => Effect.void)"),
    test: test("camara", "QualityOnDemand.test.ts", "is started for the device, and given back with its scope")
  },
  {
    name: "a session that runs out",
    ...within("camara", "QualityOnDemand.ts", "if (yield* isDue) yield*", "if (yield* Effect.as(isDue, false)) yield*"),
    test: test("camara", "QualityOnDemand.test.ts", "is extended before its time is over, again and again")
  }
]
