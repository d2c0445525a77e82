/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange shops 1 (poi-shops.yaml)
 * sha256: e7811266bd095887a4e112c841eb469ba705e7515c5d0ae45cbf36157ae11b48
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import * as S from "effect/Schema"

/** What Orange's gateway says of a request that it refuses (Orange's page on API errors). */
export interface GatewayEnvelope {
  /** Orange's code; it tells apart what the status does not. */
  readonly code: number
  readonly description?: string
  readonly infoURL?: string
  readonly message?: string
}
export const GatewayEnvelope: S.Schema<GatewayEnvelope> = /*#__PURE__*/ k.schema("GatewayEnvelope", () => k.struct<GatewayEnvelope>({
  code: k.int(),
  description: k.opt(S.String),
  infoURL: k.opt(S.String),
  message: k.opt(S.String)
}))

/** A shop. All fields are from third-party knowledge, so none is required. */
export interface Shop {
  readonly address1?: string
  readonly address2?: string
  readonly city?: string
  readonly country?: string
  readonly decoder_assistance?: boolean
  readonly department?: string
  readonly description?: string
  readonly distance?: string
  readonly fiber?: boolean
  readonly hplus?: boolean
  readonly id?: string
  readonly livebox_assistance?: boolean
  readonly localBusinessEP?: string
  readonly localPersonalEP?: string
  readonly name?: string
  readonly phoneNumber?: string
  readonly photo_espace?: boolean
  readonly pickup_service?: boolean
  readonly postalCode?: string
  readonly tvhd?: boolean
  readonly type3DTV?: boolean
  readonly type4g?: boolean
  readonly type4x_payment?: boolean
}
export const Shop: S.Schema<Shop> = /*#__PURE__*/ k.schema("Shop", () => k.struct<Shop>({
  address1: k.opt(S.String),
  address2: k.opt(S.String),
  city: k.opt(S.String),
  country: k.opt(S.String),
  decoder_assistance: k.opt(S.Boolean),
  department: k.opt(S.String),
  description: k.opt(S.String),
  distance: k.opt(S.String),
  fiber: k.opt(S.Boolean),
  hplus: k.opt(S.Boolean),
  id: k.opt(S.String),
  livebox_assistance: k.opt(S.Boolean),
  localBusinessEP: k.opt(S.String),
  localPersonalEP: k.opt(S.String),
  name: k.opt(S.String),
  phoneNumber: k.opt(S.String),
  photo_espace: k.opt(S.Boolean),
  pickup_service: k.opt(S.Boolean),
  postalCode: k.opt(S.String),
  tvhd: k.opt(S.Boolean),
  type3DTV: k.opt(S.Boolean),
  type4g: k.opt(S.Boolean),
  type4x_payment: k.opt(S.Boolean)
}))
