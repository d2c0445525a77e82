/** `GET /poi/v1/shops?postalCode=`, the call that ends the 2-legged guide. */
import type { PlainResponse } from "../../Message.js"
import type { Exchange } from "../exchange.js"
import { parse } from "../form.js"
import { gatewayError, gatewayErrors, json } from "../respond.js"

const shop = (postalCode: string, number: number) => ({
  id: `${postalCode}-${number}`,
  name: `Orange shop ${number}`,
  description: "A shop of the emulator",
  address1: `${number} rue du Test`,
  address2: "",
  department: postalCode.slice(0, 2),
  postalCode,
  city: "Testville",
  country: "France",
  phoneNumber: "+33100000000",
  localPersonalEP: "",
  localBusinessEP: "",
  distance: String(number),
  livebox_assistance: true,
  photo_espace: false,
  pickup_service: true,
  decoder_assistance: true,
  fiber: true,
  tvhd: true,
  hplus: false,
  type4g: true,
  type3DTV: false,
  type4x_payment: number === 1
})

/** A bare array, as Orange answers. */
export const shops = (exchange: Exchange): PlainResponse => {
  const parameters = parse(exchange.query)
  if (parameters.malformed || parameters.repeated.includes("postalCode")) return gatewayError(gatewayErrors.query)
  const postalCode = parameters.get("postalCode")
  if (postalCode === undefined) {
    return gatewayError(gatewayErrors.noQuery, { detail: "The query-string parameter postalCode is missing." })
  }
  return /^\d{5}$/.test(postalCode)
    ? json(200, [shop(postalCode, 1), shop(postalCode, 2)])
    : gatewayError(gatewayErrors.query, { detail: "The query-string parameter postalCode must be five digits." })
}
