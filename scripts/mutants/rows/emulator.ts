/** Promises of the emulator: the fault that would break each, and the test that sees it. */
import type { Mutant } from "../mutant.js"
import { inPackage, type InPackage } from "./inPackage.js"

const emulated = inPackage("packages/emulator")
const row: InPackage["row"] = (name, ...fault) => emulated.row(`emulator: ${name}`, ...fault)

export const emulator: ReadonlyArray<Mutant> = [
  row("credit does not run down", "internal/apis/sms.ts", "  contract.units -= units\n", "", "sms.test.ts", "credit runs down by the units of a text, and a text that is too long for the rest costs nothing"),
  row("receipts to other applications", "internal/apis/sms.ts", ".filter(({ clientId }) => clientId === message.clientId)", "", "sms.test.ts", "receipts of one application are not another's"),
  row("payments never expire", "internal/apis/money.ts", "now >= payment.created + lifetime ? \"EXPIRED\"", "now > payment.created + lifetime ? \"EXPIRED\"", "money.test.ts", "a payment expires after ten minutes, untouched, and tells nobody"),
  row("a script's URL as a link", "internal/pages/pay.ts", "url !== undefined && /^https?:/i.test(url) && URL", "url !== undefined && URL", "sonatel.test.ts", "the page of a code without URLs says how it ended; a script's URL is no link"),
  row("no redelivery on 5xx", "internal/apis/sonatel.ts", "status >= 200 && status < 500", "status >= 200", "sonatel.test.ts", "callbacks come again after a 5xx and after none, signed anew with the same key and text, until they are answered"),
  row("redelivery on 4xx", "internal/apis/sonatel.ts", "status >= 200 && status < 500", "status >= 200 && status < 400", "sonatel.test.ts", "callbacks do not come again after 404"),
  row("signature over the body alone", "Delivery.ts", "hmac(secret, `${seconds},${delivery.body}`)", "hmac(secret, delivery.body)", "sonatel.test.ts", "callbacks are signed, and say what happened"),
  row("a new idempotency key on redelivery", "internal/apis/sonatel.ts", "}, { now, key })", "}, { now, key: randomUuid() })", "sonatel.test.ts", "callbacks come again after a 5xx and after none, signed anew with the same key and text, until they are answered"),
  row("no content type demanded", "internal/gateway.ts", "contentType === undefined || essence", "true || essence", "sonatel.test.ts", "the content type is demanded of GET /api/eWallet/v1/transactions, body or not"),
  row("one scope of two is enough", "internal/gateway.ts", "scopes.every((scope) => holds(token, scope, api))", "scopes.some((scope) => holds(token, scope, api))", "userinfo.test.ts", "what is refused a person's token without the scope"),
  row("no quota of numbers", "internal/apis/playground.ts", "own.size >= mostNumbers", "own.size > mostNumbers", "playground.test.ts", "an application's own numbers are ten at most; one that is removed makes room"),
  row("a missing field is an invalid one", "internal/specified/validate.ts", "absent === undefined ? \"invalid\" : \"missing\"", "\"invalid\"", "validation.test.ts", "every operation sms: sendSms refuses each part that is missing or wrong"),
  row("no subscription needed", "internal/gateway.ts", "subscriptions.has(api.api) === true ? undefined : gatewayErrors.denied", "subscriptions.has(api.api) === true ? undefined : undefined", "validation.test.ts", "every operation poi-shops: listShops wants a token that is known and good, and a subscription"),
  row("an unknown property is taken", "internal/specified/api.ts", "definition.camara === true)", "false)", "testPlans.test.ts", "bodies checkDeviceSwap 400.4: a property that there is not, as the playground was seen to refuse for all"),
  row("another application's session", "internal/apis/qualityOnDemand.ts", "return isOthers ?", "return false ?", "testPlans.test.ts", "tokens getSession 403.2: a session that another application started"),
  row("a session that was ended is out of the way", "internal/apis/qualityOnDemand.ts", "isInTheWay(one, now) &&", "isActive(one, now) &&", "camara.test.ts", "Quality on Demand the network ends a session, which can be read, and stands in the way until it is deleted"),
  row("no escape in a page", "internal/pages/pay.ts", "<strong>${escape(to)}</strong>", "<strong>${to}</strong>", "money.test.ts", "the hosted page escapes what the application wrote, and goes nowhere that it should not"),
  row("numbers without a mask", "internal/pages/overview.ts", "`${digits.length < 10 ? \"\" : digits.slice(0, 3)}••••${digits.slice(-2)}`", "digits", "pages.test.ts", "the overview shows +2250700112233 as +225••••33"),
  row("secrets without a mask", "internal/pages/overview.ts", "`${secret.slice(0, 4)}••••`", "secret", "pages.test.ts", "the overview shows of a path the names of its query alone, and no segment that may be a secret")
]
