/** `POST /smsmessaging/v1/outbound/{senderAddress}/requests` (SMS Africa and Middle East). */
import type { PlainResponse } from "../../Message.js"
import { decodeUtf8, randomUuid } from "../bytes.js"
import type { Exchange } from "../exchange.js"
import { gatewayError, gatewayErrors, json } from "../respond.js"

const telephone = /^tel:\+\d{3,15}$/
/** At most eleven letters and digits; Orange's own default, `SMS 948223`, has a space. */
const senderName = /^[A-Za-z0-9 ]{1,11}$/

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const missing = (field: string): PlainResponse =>
  gatewayError(gatewayErrors.noField, { detail: `The field ${field} is missing.` })

const invalid = (field: string, why: string): PlainResponse =>
  gatewayError(gatewayErrors.field, { detail: `The field ${field} ${why}.` })

const decodePath = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

const readBody = (exchange: Exchange): Readonly<Record<string, unknown>> | PlainResponse => {
  const { body, headers } = exchange.request
  if (!/^application\/json *(;|$)/i.test((headers["content-type"] ?? "").trim())) {
    return body.length === 0 ? gatewayError(gatewayErrors.noBody) : gatewayError(gatewayErrors.mediaType)
  }
  const text = decodeUtf8(body)
  if (text === "") return gatewayError(gatewayErrors.noBody)
  try {
    const parsed: unknown = text === undefined ? undefined : JSON.parse(text)
    return isObject(parsed) ? { ...parsed, status: undefined } : gatewayError(gatewayErrors.body)
  } catch {
    return gatewayError(gatewayErrors.body)
  }
}

interface Message {
  readonly address: ReadonlyArray<string>
  readonly senderAddress: string
  readonly senderName: string | undefined
  readonly text: string
}

const addressesOf = (value: unknown): ReadonlyArray<string> | undefined => {
  const all: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value]
  const valid = all.filter((address) => typeof address === "string" && telephone.test(address))
  return all.length > 0 && valid.length === all.length ? valid as ReadonlyArray<string> : undefined
}

const readMessage = (request: Readonly<Record<string, unknown>>, sender: string): Message | PlainResponse => {
  if (request["address"] === undefined) return missing("address")
  const address = addressesOf(request["address"])
  if (address === undefined) return invalid("address", "must be tel:+ and digits")
  if (request["senderAddress"] === undefined) return missing("senderAddress")
  if (request["senderAddress"] !== sender) return invalid("senderAddress", "must be the one in the URL")
  const name = request["senderName"]
  if (name !== undefined && (typeof name !== "string" || !senderName.test(name))) {
    return invalid("senderName", "must be at most 11 letters and digits")
  }
  const content = request["outboundSMSTextMessage"]
  if (content === undefined) return missing("outboundSMSTextMessage")
  if (!isObject(content)) return invalid("outboundSMSTextMessage", "must be an object")
  const text = content["message"]
  if (text === undefined) return missing("outboundSMSTextMessage.message")
  if (typeof text !== "string" || text === "") return invalid("outboundSMSTextMessage.message", "must be a text")
  return { address, senderAddress: sender, senderName: name, text }
}

const isResponse = (value: object): value is PlainResponse => "status" in value && value.status !== undefined

/** The answer gives the recipients as an array and a `resourceURL` that is not percent-encoded, as Orange does. */
const accepted = (exchange: Exchange, message: Message): PlainResponse => {
  const path = `/smsmessaging/v1/outbound/${message.senderAddress}/requests/${randomUuid()}`
  return json(201, {
    outboundSMSMessageRequest: {
      address: message.address,
      senderAddress: message.senderAddress,
      senderName: message.senderName,
      outboundSMSTextMessage: { message: message.text },
      resourceURL: exchange.state.settings.baseUrl + path
    }
  })
}

export const sendSms = (exchange: Exchange, parameters: ReadonlyArray<string>): PlainResponse => {
  const sender = decodePath(parameters[0] ?? "")
  if (sender === undefined || !telephone.test(sender)) {
    return gatewayError(gatewayErrors.path, { detail: "The senderAddress in the URL must be tel:+ and digits." })
  }
  const body = readBody(exchange)
  if (isResponse(body)) return body
  const request = body["outboundSMSMessageRequest"]
  if (request === undefined) return missing("outboundSMSMessageRequest")
  if (!isObject(request)) return invalid("outboundSMSMessageRequest", "must be an object")
  const message = readMessage(request, sender)
  return "text" in message ? accepted(exchange, message) : message
}
