/** What the emulator holds, for the person in front of it: tokens, sessions, requests, messages and payments, masked. */
import type { PlainResponse } from "../../Message.js"
import { statusOf } from "../apis/money.js"
import { pendingAuthentications } from "../ciba.js"
import { type Exchange, splitTarget } from "../exchange.js"
import { parse } from "../form.js"
import type { AccessToken } from "../state.js"
import { escape, page } from "./page.js"

const latest = 50

const maskedSecret = (secret: string): string => `${secret.slice(0, 4)}••••`

/** A long number's first digits tell its country, its last two tell it from others; of a short one less is shown. */
const maskedNumber = (digits: string): string => `${digits.length < 10 ? "" : digits.slice(0, 3)}••••${digits.slice(-2)}`

/** Whatever may be a secret, a number or an address of a person. */
const masked = (text: string): string =>
  text
    .replace(/[^\s/:@]+@[^\s/:@]+/g, "••••")
    .replace(/[A-Za-z0-9_-]{24,}/g, maskedSecret)
    .replace(/\d(?:[ .()-]?\d){5,}/g, (number) => maskedNumber(number.replace(/\D/g, "")))

const time = (millis: number): string => new Date(millis).toISOString().slice(11, 19)

const idOf = (title: string): string => title.toLowerCase()

const table = (title: string, headings: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string => `
<section aria-labelledby="${idOf(title)}"><h2 id="${idOf(title)}">${title} (${rows.length === latest ? `latest ${latest}` : rows.length})</h2>
${rows.length === 0 ? "<p class=\"note\">None yet.</p>" : `<div class="scroll" tabindex="0" role="region" aria-labelledby="${idOf(title)}"><table>
<thead><tr>${headings.map((one) => `<th scope="col">${one}</th>`).join("")}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join("")}</tr>`).join("\n")}</tbody>
</table></div>`}</section>`

const standing = (token: AccessToken, now: number): string =>
  token.revoked || token.grant?.revoked === true ? "revoked" : token.expiresAt <= now ? "expired" : `until ${time(token.expiresAt)}`

const newest = <A>(values: Iterable<A>): ReadonlyArray<A> => [...values].slice(-latest).toReversed()

const tokens = ({ now, state }: Exchange) =>
  [...newest(state.userTokens), ...newest(state.appTokens)].slice(0, latest).map(([value, token]) =>
    [token.grant === undefined ? "application" : "user", token.clientId, token.surface, masked(value), token.scopes.join(" "), standing(token, now)])

const sessions = ({ state }: Exchange) => newest(state.sessions.values()).map(({ authTime, user }) => [`${user.username.slice(0, 1)}••••`, time(authTime)])

const decodeOrKeep = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The names of a query, and none of its values: a short one may be a secret as well. */
const shown = (target: string): string => {
  const { path, query } = splitTarget(target)
  const names = query === "" ? "" : `?${query.split("&").map((pair) => `${/^[^=]*=/.exec(pair)?.[0] ?? ""}…`).join("&")}`
  return masked(decodeOrKeep(path + names))
}

/** Looking at this page is no news. */
const isOverview = (target: string): boolean => target === "/" || target.startsWith("/?")

const requests = ({ journal }: Exchange) =>
  newest(journal.entries().filter(({ path }) => !isOverview(path))).map(({ at, clientId = "", method, path, status }) =>
    [time(at), method, status === 0 ? "no answer" : String(status), shown(path), masked(clientId)])

/** Of subscribers who are asked on their phones and have not answered. */
const authentications = ({ now, state }: Exchange) =>
  newest(pendingAuthentications(state, now)).map(({ clientId, expiresAt, phoneNumber, scopes }) => [masked(phoneNumber), clientId, scopes.join(" "), `until ${time(expiresAt)}`])

const messages = ({ state }: Exchange) =>
  newest(state.sms.messages.values()).map(({ address, id, sender, status, units }) => [id.slice(0, 8), masked(sender), masked(address), String(units), status ?? "sent"])

const payments = ({ now, state }: Exchange) => [
  ...newest(state.money.values()).map((one) => ["web", masked(one.orderId), `${one.amount} ${one.currency}`, statusOf(one, now)]),
  ...newest(state.sonatel.codes.values()).map((one) => ["Sonatel", masked(one.reference ?? ""), `${one.amount} XOF`, one.transaction?.status ?? "not scanned"])
].slice(0, latest)

const deliveries = ({ state }: Exchange) =>
  newest(state.outbox.entries()).map(({ at, status, url }) => [time(at), URL.canParse(url) ? new URL(url).origin : "", status === 0 ? "no answer" : String(status)])

const style = "body{max-width:70rem}table{border-collapse:collapse;width:100%;font-size:.875rem}h2{font-size:1.125rem;margin-top:2rem}" +
  "th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #ccc;white-space:nowrap}.scroll{overflow-x:auto}" +
  "#requests+.scroll td:nth-child(4){white-space:normal;min-width:16rem}a{color:#000}"

/** A page that renews itself takes the keyboard's place away: only where it is asked for. */
export const overview = (exchange: Exchange): PlainResponse => {
  const isLive = parse(exchange.query).get("live") !== undefined
  const main = [
    `<p>${escape(exchange.state.settings.baseUrl)} · ${isLive ? "<a href=\"/\">Stop renewing</a>" : "<a href=\"/?live=1\">Renew every 2 seconds</a>"}</p>`,
    table("Requests", ["Time", "Method", "Status", "Path", "Application"], requests(exchange)),
    table("Tokens", ["Kind", "Application", "Surface", "Token", "Scopes", "Standing"], tokens(exchange)),
    table("Sessions", ["User", "Since"], sessions(exchange)),
    table("Authentications", ["Subscriber", "Application", "Scopes", "Waits"], authentications(exchange)),
    table("Messages", ["Id", "From", "To", "Units", "Delivery"], messages(exchange)),
    table("Payments", ["API", "Order", "Amount", "Status"], payments(exchange)),
    table("Deliveries", ["Time", "To", "Answer"], deliveries(exchange))
  ]
  const response = page(200, "en", "Orange, emulated", main.join("\n"), style)
  return isLive ? { ...response, headers: { ...response.headers, Refresh: "2" } } : response
}
