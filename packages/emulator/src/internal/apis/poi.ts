/** The shops of the 2-legged guide's own call. */
import { poiShops as document } from "../documents/index.js"
import { json } from "../respond.js"
import type { Call, Definition } from "../specified/api.js"
import { asGateway } from "../specified/refuse.js"

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
const list = ({ parameters }: Call) => {
  const postalCode = String(parameters["postalCode"])
  return json(200, [shop(postalCode, 1), shop(postalCode, 2)])
}

export const poi: Definition = { api: "poi-shops", document, surface: "v3", refuse: asGateway, handlers: { listShops: list } }
