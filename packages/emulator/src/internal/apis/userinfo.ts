/** What a person lets an application read: the sandbox's own example, and the same person in the other APIs' forms. */
import type { PlainResponse } from "../../Message.js"
import { userinfo as document } from "../documents/index.js"
import { json, noStore } from "../respond.js"
import type { Call, Definition, Handler } from "../specified/api.js"
import { asGateway } from "../specified/refuse.js"

/** Orange's example of its sandbox. */
const sandbox = {
  name: "John Doe",
  family_name: "Doe",
  given_name: "John",
  email: "john.doe@example.com",
  phone_number: "+33610090807",
  formatted: "42 rue du Test 75042 Paris",
  locality: "Paris",
  street_address: "42 rue du Test",
  postal_code: "75042",
  country: "France",
  updated_at: "2020-05-19T15:23:28.886Z",
  subscriber_msisdn: "33610090807",
  locale: "fr_FR",
  gender: "male",
  birthdate: "2001-12-31"
}

const { birthdate, email, family_name, gender, given_name, locale, name } = sandbox

/** Here the date of the last change is a number, and the number has its 0. */
const formFilling = { name, given_name, family_name, gender, birthdate, email, phone_number: "+33(0)610090807", locale, updated_at: 1_589_901_808 }

/** Claims by the scopes of OpenID Connect (Core section 5.4). */
const claimsOf = (scopes: ReadonlyArray<string>): object => ({
  ...(scopes.includes("profile") ? { name, given_name, family_name, gender, birthdate, locale, updated_at: formFilling.updated_at } : {}),
  ...(scopes.includes("email") ? { email } : {}),
  ...(scopes.includes("phone") ? { phone_number: formFilling.phone_number } : {}),
  ...(scopes.includes("address")
    ? { address: { formatted: sandbox.formatted, street_address: sandbox.street_address, locality: sandbox.locality, postal_code: sandbox.postal_code, country: sandbox.country } }
    : {})
})

type Claims = Readonly<Record<string, unknown>>

const scoped = Object.keys(claimsOf(["profile", "email", "phone", "address"]))

/** A person's own claims, without those that no scope of the token opens. */
const openTo = (scopes: ReadonlyArray<string>, claims: Claims): Claims => {
  const open = Object.keys(claimsOf(scopes))
  return Object.fromEntries(Object.entries(claims).filter(([name]) => open.includes(name) || !scoped.includes(name)))
}

const answer = (claims: (scopes: ReadonlyArray<string>, own: Claims) => object): Handler => ({ token }: Call): PlainResponse => {
  const { grant, scopes } = token!
  return json(200, { sub: grant!.user.sub, ...claims(scopes, grant!.user.claims) }, noStore)
}

export const userinfo: Definition = {
  api: "userinfo",
  document,
  surface: "france",
  refuse: asGateway,
  handlers: {
    getFormFilling: answer((_, own) => ({ ...formFilling, ...own })),
    getUserDetails: answer((scopes, own) => ({ ...claimsOf(scopes), ...openTo(scopes, own) })),
    getSandboxUser: answer((_, own) => ({ ...sandbox, ...own }))
  }
}
