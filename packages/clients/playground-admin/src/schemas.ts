/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Network APIs playground administration 1.0 (playground-admin.yaml)
 * sha256: 995ac0dd851b21f2b7f49d1c7252708889ec467fb1ad376e88c1c02a36fe7e48
 * Generator: @effect-orange/codegen 0.0.0
 */
import * as k from "@effect-orange/core/ApiSchema"
import * as S from "effect/Schema"

export type Act200 = Numbers | PlaygroundNumber
export const Act200: S.Schema<Act200> = /*#__PURE__*/ k.schema("Act200", () => k.anyOf<Act200>(Numbers, PlaygroundNumber))

export type Act401 = GatewayEnvelope | CamaraError
export const Act401: S.Schema<Act401> = /*#__PURE__*/ k.schema("Act401", () => k.anyOf<Act401>(GatewayEnvelope, CamaraError))

export type Act403 = GatewayEnvelope | CamaraError
export const Act403: S.Schema<Act403> = /*#__PURE__*/ k.schema("Act403", () => k.anyOf<Act403>(GatewayEnvelope, CamaraError))

export type Action = Create | Delete | List | Read | Update
export const Action: S.Schema<Action> = /*#__PURE__*/ k.schema("Action", () => k.tagged<Action>("action", { CREATE: Create, DELETE: Delete, LIST: List, READ: Read, UPDATE: Update }))

export interface CamaraError {
  readonly code: string
  readonly message?: string
  readonly status?: number
}
export const CamaraError: S.Schema<CamaraError> = /*#__PURE__*/ k.schema("CamaraError", () => k.struct<CamaraError>({ code: S.String, message: k.opt(S.String), status: k.opt(k.int()) }))

export interface Create {
  readonly action: "CREATE"
  readonly data: Profile
  readonly phoneNumber: PhoneNumber
}
export const Create: S.Schema<Create> = /*#__PURE__*/ k.schema("Create", () => k.struct<Create>({ action: S.Literal("CREATE"), data: Profile, phoneNumber: PhoneNumber }))

export interface Delete {
  readonly action: "DELETE"
  readonly phoneNumber: PhoneNumber
}
export const Delete: S.Schema<Delete> = /*#__PURE__*/ k.schema("Delete", () => k.struct<Delete>({ action: S.Literal("DELETE"), phoneNumber: PhoneNumber }))

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

export interface List {
  readonly action: "LIST"
}
export const List: S.Schema<List> = /*#__PURE__*/ k.schema("List", () => k.struct<List>({ action: S.Literal("LIST") }))

export interface Numbers {
  readonly phoneNumbers: ReadonlyArray<string>
}
export const Numbers: S.Schema<Numbers> = /*#__PURE__*/ k.schema("Numbers", () => k.struct<Numbers>({ phoneNumbers: k.array(S.String) }))

export type PhoneNumber = string
export const PhoneNumber: S.Schema<PhoneNumber> = /*#__PURE__*/ k.schema("PhoneNumber", () => k.text({ pattern: "^\\+[1-9][0-9]{4,14}$" }))

/** Its form is not certain. */
export interface PlaygroundNumber {
  readonly data?: Profile
  readonly phoneNumber?: string
  readonly [key: string]: unknown
}
export const PlaygroundNumber: S.Schema<PlaygroundNumber> = /*#__PURE__*/ k.schema("PlaygroundNumber", () => k.open<PlaygroundNumber>({ data: k.opt(Profile), phoneNumber: k.opt(S.String) }, { rest: k.any }))

/** What the playground's APIs will say of the number. Of the parts only the SIM swap's is known. */
export interface Profile {
  readonly deviceSwap?: { readonly [key: string]: unknown }
  readonly kyc?: { readonly [key: string]: unknown }
  readonly location?: { readonly [key: string]: unknown }
  readonly reachability?: { readonly [key: string]: unknown }
  readonly roaming?: { readonly [key: string]: unknown }
  readonly simSwap?: ProfileSimSwap
  readonly [key: string]: unknown
}
export const Profile: S.Schema<Profile> = /*#__PURE__*/ k.schema("Profile", () => k.open<Profile>({
  deviceSwap: k.opt(k.record(k.any)),
  kyc: k.opt(k.record(k.any)),
  location: k.opt(k.record(k.any)),
  reachability: k.opt(k.record(k.any)),
  roaming: k.opt(k.record(k.any)),
  simSwap: k.opt(ProfileSimSwap)
}, { rest: k.any }))

export interface ProfileSimSwap {
  readonly latestSimChange?: string
  readonly [key: string]: unknown
}
export const ProfileSimSwap: S.Schema<ProfileSimSwap> = /*#__PURE__*/ k.schema("ProfileSimSwap", () => k.open<ProfileSimSwap>({ latestSimChange: k.opt(S.String) }, { rest: k.any }))

export interface Read {
  readonly action: "READ"
  readonly phoneNumber: PhoneNumber
}
export const Read: S.Schema<Read> = /*#__PURE__*/ k.schema("Read", () => k.struct<Read>({ action: S.Literal("READ"), phoneNumber: PhoneNumber }))

/** Each part of `data` replaces the one that is there. */
export interface Update {
  readonly action: "UPDATE"
  readonly data: Profile
  readonly phoneNumber: PhoneNumber
}
export const Update: S.Schema<Update> = /*#__PURE__*/ k.schema("Update", () => k.struct<Update>({ action: S.Literal("UPDATE"), data: Profile, phoneNumber: PhoneNumber }))
