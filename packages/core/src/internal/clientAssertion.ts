/** The assertion by which an application proves itself (RFC 7523 section 3; OpenID Connect Core section 9). */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as jose from "jose"
import type { PrivateKeyJwtCredentials } from "../Credentials.js"
import { randomToken } from "./secureRandom.js"

const type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

/** A new one each time: a server refuses a `jti` that it has seen. */
const sign = ({ algorithm, audience, clientId, key, keyId, lifetime }: PrivateKeyJwtCredentials, endpoint: string): Effect.Effect<string> =>
  Effect.gen(function*() {
    const now = Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const jti = yield* randomToken
    const claims = { iss: clientId, sub: clientId, aud: audience ?? endpoint, jti, iat: now, exp: now + lifetime }
    const header = { alg: algorithm, typ: "JWT", ...(keyId === undefined ? {} : { kid: keyId }) }
    return yield* Effect.promise(() => new jose.SignJWT(claims).setProtectedHeader(header).sign(Redacted.value(key)))
  })

interface Signable {
  readonly body: Redacted.Redacted<string>
  readonly secrets: ReadonlyArray<Redacted.Redacted<string>>
}

/** The request with an assertion in its body, as form parameters. */
export const addTo = <A extends Signable>(request: A, credentials: PrivateKeyJwtCredentials, endpoint: string): Effect.Effect<A> =>
  Effect.map(sign(credentials, endpoint), (assertion) => {
    const form = new URLSearchParams(Redacted.value(request.body))
    form.set("client_assertion_type", type)
    form.set("client_assertion", assertion)
    return { ...request, body: Redacted.make(form.toString()), secrets: [...request.secrets, Redacted.make(assertion)] }
  })
