/** `GET /3legged/sandbox/fr/v1/userinfo/`: Orange's own example of a user's data, for the scope `profile_sandbox`. */
import type { PlainResponse } from "../../Message.js"
import type { Exchange } from "../exchange.js"
import { json, noStore } from "../respond.js"
import type { AccessToken } from "../state.js"

const example = {
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

export const sandboxUserinfo = (
  _exchange: Exchange,
  _parameters: ReadonlyArray<string>,
  token: AccessToken
): PlainResponse => json(200, { sub: token.grant?.user.sub, ...example, ...token.grant?.user.claims }, noStore)
