/** Pages beside the log-in: where a person pays, and the overview. */
import type { PlainResponse } from "../../Message.js"
import type { Exchange } from "../exchange.js"
import { gatewayError, gatewayErrors } from "../respond.js"
import { overview } from "./overview.js"
import { codePage, moneyPage } from "./pay.js"

const pages: ReadonlyArray<readonly [RegExp, (exchange: Exchange, id: string) => PlainResponse]> = [
  [/^\/$/, overview],
  [/^\/payment\/pay_token\/([^/]+)$/, moneyPage],
  [/^\/sonatel\/pay\/([^/]+)$/, codePage]
]

export const isPage = (path: string): boolean => pages.some(([pattern]) => pattern.test(path))

const methods = ["GET", "HEAD", "POST"]

export const page = (exchange: Exchange): PlainResponse => {
  if (!methods.includes(exchange.request.method)) return gatewayError(gatewayErrors.method, { headers: { Allow: methods.join(", ") } })
  const [pattern, show] = pages.find(([one]) => one.test(exchange.path))!
  return show(exchange, pattern.exec(exchange.path)![1] ?? "")
}
