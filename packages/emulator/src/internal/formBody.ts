/** The form that a token request, or a request for authentication, has for a body. */
import type { PlainResponse } from "../Message.js"
import { decodeUtf8 } from "./bytes.js"
import type { Exchange } from "./exchange.js"
import { type Parameters, parse } from "./form.js"
import { oauthError, others } from "./respond.js"

const isForm = (contentType: string | undefined): boolean =>
  contentType !== undefined && /^application\/x-www-form-urlencoded *(;|$)/i.test(contentType.trim())

/** Parameters travel in the body alone (RFC 6749 section 2.3.1, 4.1.3): what the query says is not looked at. */
export const readBody = (exchange: Exchange): Parameters | PlainResponse => {
  if (!isForm(exchange.request.headers["content-type"])) return oauthError(others.contentType)
  const text = decodeUtf8(exchange.request.body)
  const parameters = text === undefined ? undefined : parse(text)
  if (parameters === undefined || parameters.malformed) return oauthError(others.malformed)
  return parameters.repeated.length > 0 ? oauthError(others.repeated) : parameters
}
