/** SMS Africa and Middle East: credit that runs down, messages whose receipts are posted, contracts, orders, statistics. */
import type { PlainResponse } from "../../Message.js"
import { type Delivery, smsReceipt } from "../../Delivery.js"
import { sms as document } from "../documents/index.js"
import { randomUuid } from "../bytes.js"
import { gatewayError, gatewayErrors, json } from "../respond.js"
import type { Call, Definition } from "../specified/api.js"
import { asGateway } from "../specified/refuse.js"
import { remember, type State } from "../state.js"
import { makeLimiter, type RateLimiter } from "../rateLimit.js"
import { iso } from "../timestamp.js"

interface Contract {
  readonly id: string
  readonly clientId: string
  readonly country: string
  readonly created: number
  readonly expires: number
  updated: number
  units: number
}

interface Message {
  readonly id: string
  readonly clientId: string
  readonly sender: string
  readonly address: string
  readonly text: string
  readonly units: number
  readonly country: string
  status: string | undefined
}

interface Subscription {
  readonly id: string
  readonly clientId: string
  readonly sender: string
  readonly notifyUrl: string
}

export interface SmsSettings {
  readonly units: number
  readonly lifetime: number
  readonly perSecond: number
  readonly legacyAdmin: boolean
  /** Milliseconds after which a message is delivered by itself. */
  readonly receiptsAfter: number | undefined
}

export interface SmsState {
  readonly settings: SmsSettings
  readonly limiter: RateLimiter
  readonly contracts: Map<string, Contract>
  readonly messages: Map<string, Message>
  readonly subscriptions: Map<string, Subscription>
}

export const makeSmsState = (settings: SmsSettings): SmsState => ({
  settings,
  limiter: makeLimiter(settings.perSecond, 1_000),
  contracts: new Map(),
  messages: new Map(),
  subscriptions: new Map()
})

const mostMessages = 20_000
const mostSubscriptions = 1_000
const never = () => false

/** Countries by the dial code of the default sender; any other is the Ivory Coast. */
const countries: ReadonlyArray<readonly [dialCode: string, alpha3: string]> = [["221", "SEN"], ["223", "MLI"], ["224", "GIN"], ["226", "BFA"], ["237", "CMR"], ["243", "COD"]]

const countryOf = (sender: string): string => countries.find(([code]) => sender.startsWith(`tel:+${code}`))?.[1] ?? "CIV"

/** An application has a contract for each country, from the first time that one is asked for. */
const contractOf = (state: State, clientId: string, country: string, now: number): Contract => {
  const { contracts, settings } = state.sms
  const key = `${clientId} ${country}`
  const known = contracts.get(key)
  if (known !== undefined) return known
  const made: Contract = { id: randomUuid().replaceAll("-", "").slice(0, 24), clientId, country, created: now, updated: now, expires: now + settings.lifetime, units: settings.units }
  contracts.set(key, made)
  return made
}

/** Orange documents 160 characters for one SMS, and no more. */
const unitsOf = (text: string): number => Math.max(1, Math.ceil([...text].length / 160))

interface Outbound {
  readonly outboundSMSMessageRequest: {
    readonly address: string
    readonly senderAddress: string
    readonly senderName?: string
    readonly clientCorrelator?: string
    readonly outboundSMSTextMessage: { readonly message: string }
  }
}

const refusal = (state: State, clientId: string, contract: Contract, units: number, now: number): PlainResponse | undefined => {
  if (state.sms.limiter.take(clientId, now) > 0) return gatewayError(gatewayErrors.tooMany, { detail: "The application exceeded its messages a second." })
  // Which code stands there is not known: only that such a message is answered 403.
  if (contract.expires <= now) return gatewayError(gatewayErrors.requester, { detail: "The contract has expired." })
  return contract.units < units ? gatewayError(gatewayErrors.requester, { detail: "The contract has not enough units." }) : undefined
}

const send = ({ body, exchange, parameters, token }: Call): PlainResponse => {
  const { now, state } = exchange
  const { clientId } = token!
  const request = (body as Outbound).outboundSMSMessageRequest
  const sender = request.senderAddress
  if (sender !== parameters["senderAddress"]) return gatewayError(gatewayErrors.field, { detail: "The field outboundSMSMessageRequest.senderAddress must be the one in the URL." })
  const text = request.outboundSMSTextMessage.message
  const units = unitsOf(text)
  const contract = contractOf(state, clientId, countryOf(sender), now)
  const refused = refusal(state, clientId, contract, units, now)
  if (refused !== undefined) return refused
  contract.units -= units
  contract.updated = now
  const id = randomUuid()
  remember(state.sms.messages, id, { id, clientId, sender, address: request.address, text, units, country: contract.country, status: undefined }, mostMessages, never)
  deliverLater(state, id)
  // The recipients come back as a list, and the URL is not percent-encoded, as Orange does.
  return json(201, {
    outboundSMSMessageRequest: { ...request, address: [request.address], resourceURL: `${state.settings.baseUrl}/smsmessaging/v1/outbound/${sender}/requests/${id}` }
  })
}

/** The receipts of a message: one to each subscription of its application and sender. None for an unknown message. */
export const receiptsOf = (state: State, id: string, status: string): ReadonlyArray<Delivery> | undefined => {
  const message = state.sms.messages.get(id)
  if (message === undefined) return undefined
  message.status = status
  return subscriptionsOf(state, message.sender).filter(({ clientId }) => clientId === message.clientId).map(({ notifyUrl }) => smsReceipt(notifyUrl, { messageId: id, address: message.address, status }))
}

const digitsOf = (address: string): string => address.replace(/^tel:/, "").replace(/^\+/, "")

/** A sender with `tel:+` and one without are the same. */
export const subscriptionsOf = (state: State, sender: string): ReadonlyArray<Subscription> =>
  [...state.sms.subscriptions.values()].filter((one) => digitsOf(one.sender) === digitsOf(sender))

const deliverLater = (state: State, id: string): void => {
  const after = state.sms.settings.receiptsAfter
  if (after === undefined) return
  state.outbox.later(after, () => receiptsOf(state, id, "DeliveredToTerminal") ?? [])
}

interface Subscribing {
  readonly deliveryReceiptSubscription: { readonly callbackReference: { readonly notifyURL: string } }
}

const describe = (state: State, { id, notifyUrl, sender }: Subscription) => ({
  deliveryReceiptSubscription: {
    callbackReference: { notifyURL: notifyUrl },
    resourceURL: `${state.settings.baseUrl}/smsmessaging/v1/outbound/${sender}/subscriptions/${id}`
  }
})

const subscribe = ({ body, exchange: { state }, parameters, token }: Call): PlainResponse => {
  const { notifyURL } = (body as Subscribing).deliveryReceiptSubscription.callbackReference
  const made: Subscription = { id: randomUuid(), clientId: token!.clientId, sender: String(parameters["senderAddress"]), notifyUrl: notifyURL }
  remember(state.sms.subscriptions, made.id, made, mostSubscriptions, never)
  return json(201, describe(state, made))
}

const ownSubscription = ({ exchange: { state }, parameters, token }: Call): Subscription | undefined => {
  const found = state.sms.subscriptions.get(String(parameters["subscriptionId"]))
  return found?.clientId === token!.clientId ? found : undefined
}

const readSubscription = (call: Call): PlainResponse => {
  const found = ownSubscription(call)
  return found === undefined ? gatewayError(gatewayErrors.notFound) : json(200, describe(call.exchange.state, found))
}

const unsubscribe = (call: Call): PlainResponse => {
  const found = ownSubscription(call)
  if (found === undefined || found.sender !== call.parameters["senderAddress"]) return gatewayError(gatewayErrors.notFound)
  call.exchange.state.sms.subscriptions.delete(found.id)
  return { status: 204, headers: {}, body: "" }
}

const contractsOf = ({ exchange: { now, state }, parameters: { country }, token }: Call): ReadonlyArray<Contract> => {
  contractOf(state, token!.clientId, typeof country === "string" ? country : "CIV", now)
  return [...state.sms.contracts.values()].filter((one) => one.clientId === token!.clientId && (country === undefined || one.country === country))
}

const contracts = (call: Call): PlainResponse => {
  const { now, state } = call.exchange
  const all = contractsOf(call)
  if (!state.sms.settings.legacyAdmin) {
    return json(200, all.map((one) => ({
      id: one.id,
      type: "SELFSERVICE",
      developerId: "emulator",
      applicationId: one.clientId,
      country: one.country,
      offerName: "SMS_OCB",
      availableUnits: one.units,
      requestedUnits: 0,
      status: one.expires > now ? "ACTIVE" : "EXPIRED",
      expirationDate: iso(one.expires),
      creationDate: iso(one.created),
      lastUpdateDate: iso(one.updated)
    })))
  }
  return json(200, {
    partnerContracts: {
      partnerId: call.token!.clientId,
      contracts: [{
        service: "SMS_OCB",
        contractDescription: "SMS of the emulator",
        // Without a zone, as it was.
        serviceContracts: all.map((one) => ({ country: one.country, service: "SMS_OCB", contractId: one.id, availableUnits: one.units, expires: iso(one.expires).slice(0, 19), scDescription: `SMS in ${one.country}` }))
      }]
    }
  })
}

const orders = (call: Call): PlainResponse => {
  const { state } = call.exchange
  const { lifetime, units } = state.sms.settings
  const all = contractsOf(call).map((one) => ({
    id: one.id.split("").toReversed().join(""),
    developerId: "emulator",
    contractId: one.id,
    country: one.country,
    offerName: "SMS_OCB",
    bundleId: "emulator",
    bundleDescription: `${units} SMS`,
    price: 320,
    currency: "XOF",
    purchaseDate: iso(one.created),
    paymentMode: "OTP_SMS_OCB",
    paymentProviderOrderId: null,
    payerId: "22507******",
    type: "BUNDLE_PURCHASE",
    oldAvailableUnits: 0,
    newAvailableUnits: units,
    oldExpirationDate: iso(one.created),
    newExpirationDate: iso(one.created + lifetime)
  }))
  return json(200, state.sms.settings.legacyAdmin ? { purchaseOrders: all } : all)
}

const statistics = (call: Call): PlainResponse => {
  const { state } = call.exchange
  const all = contractsOf(call).map(({ clientId, country }) => ({
    country,
    applicationId: clientId,
    usage: [...state.sms.messages.values()].filter((one) => one.clientId === clientId && one.country === country).reduce((sum, { units }) => sum + units, 0)
  }))
  return json(200, state.sms.settings.legacyAdmin ? { partnerStatistics: { statistics: all } } : all)
}

export const sms: Definition = {
  api: "sms",
  document,
  surface: "v3",
  refuse: asGateway,
  handlers: {
    sendSms: send,
    createReceiptSubscription: subscribe,
    getReceiptSubscription: readSubscription,
    deleteReceiptSubscription: unsubscribe,
    listContracts: contracts,
    listPurchaseOrders: orders,
    getStatistics: statistics
  }
}
