/**
 * Client authentication by a signed assertion: private_key_jwt (OpenID Connect Core section 9, RFC 7523 sections 2.2 and
 * 3), checked against the public keys that the application has registered.
 */
import type { JWK, JWTPayload } from "jose"
import type { Parameters } from "./form.js"
import { type OAuthError, others } from "./respond.js"
import { type Client, remember, type State } from "./state.js"

const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

/** No symmetric algorithm: a MAC under a public key would pass for a signature. */
export const assertionAlgorithms = ["RS256", "ES256"]

/** Orange recommends five minutes; what lives longer would have to be remembered for longer. */
const longestLife = 600

const mostAssertions = 20_000

export const hasAssertion = (parameters: Parameters): boolean =>
  parameters.get("client_assertion") !== undefined || parameters.get("client_assertion_type") !== undefined

/** Not verified: whom an assertion says it is from. */
export const claimedSubject = (assertion: string): string | undefined => {
  try {
    const payload: unknown = JSON.parse(atob(assertion.split(".")[1]!.replace(/-/g, "+").replace(/_/g, "/")))
    const subject = (payload as { readonly sub?: unknown } | null)?.sub
    return typeof subject === "string" ? subject : undefined
  } catch {
    return undefined
  }
}

const invalid = (description: string): OAuthError => ({ status: 401, error: "invalid_client", description })

const loadJose = () => import("jose")
type Jose = Awaited<ReturnType<typeof loadJose>>

/** `kid` chooses where both name one; else every registered key of the algorithm's kind is tried. */
const candidates = (client: Client, { alg, kid }: { readonly alg?: string; readonly kid?: string }): ReadonlyArray<JWK> =>
  (client.jwks as ReadonlyArray<JWK>).filter((jwk) =>
    (kid === undefined || jwk.kid === undefined || jwk.kid === kid) &&
    jwk.kty === (alg === "RS256" ? "RSA" : "EC") &&
    (jwk.alg === undefined || jwk.alg === alg) &&
    jwk.use !== "enc")

const reasonOf = (jose: Jose, error: unknown): string => {
  if (error instanceof jose.errors.JWTExpired) return "The client assertion has expired."
  if (error instanceof jose.errors.JWTClaimValidationFailed) return `The claim ${error.claim} of the client assertion is missing or wrong.`
  if (error instanceof jose.errors.JOSEAlgNotAllowed) return `The client assertion must be signed with ${assertionAlgorithms.join(" or ")}.`
  return error instanceof jose.errors.JWSSignatureVerificationFailed
    ? "The signature of the client assertion is not the registered key's."
    : "The client assertion is no signed JWT."
}

interface Asserted {
  readonly client: Client
  readonly assertion: string
  readonly audience: ReadonlyArray<string>
  readonly now: number
}

const verified = async (jose: Jose, { assertion, audience, client, now }: Asserted): Promise<JWTPayload | OAuthError> => {
  const options = {
    algorithms: assertionAlgorithms,
    issuer: client.clientId,
    subject: client.clientId,
    audience: [...audience],
    requiredClaims: ["exp", "jti"],
    currentDate: new Date(now)
  }
  let reason = "No registered key fits the client assertion."
  try {
    const header = jose.decodeProtectedHeader(assertion)
    if (!assertionAlgorithms.includes(header.alg ?? "")) throw new jose.errors.JOSEAlgNotAllowed()
    for (const jwk of candidates(client, header)) {
      try {
        return (await jose.jwtVerify(assertion, await jose.importJWK(jwk, header.alg!), options)).payload
      } catch (error) {
        // Another key may be the one: only what a right signature says counts.
        if (!(error instanceof jose.errors.JWSSignatureVerificationFailed)) throw error
        reason = reasonOf(jose, error)
      }
    }
  } catch (error) {
    return invalid(reasonOf(jose, error))
  }
  return invalid(reason)
}

/** RFC 7523 section 3, points 4 and 7: not for long, and only once. */
const spend = (state: State, clientId: string, { exp, jti }: JWTPayload, now: number): OAuthError | undefined => {
  if (exp! * 1_000 - now > longestLife * 1_000) return invalid("The client assertion expires more than 10 minutes ahead.")
  if (typeof jti !== "string" || jti === "") return invalid("The claim jti of the client assertion is missing or wrong.")
  const key = JSON.stringify([clientId, jti])
  if ((state.assertions.get(key) ?? 0) > now) return invalid("The jti of the client assertion has been used before.")
  remember(state.assertions, key, exp! * 1_000, mostAssertions, (expiresAt) => expiresAt <= now)
  return undefined
}

/** The client that signed, or why not. `audience` is what the assertion may be addressed to. */
export const assertedClient = async (
  state: State,
  parameters: Parameters,
  audience: ReadonlyArray<string>,
  now: number
): Promise<Client | OAuthError> => {
  const assertion = parameters.get("client_assertion")
  if (assertion === undefined || parameters.get("client_assertion_type") !== assertionType) return others.assertionType
  const clientId = claimedSubject(assertion)
  const named = parameters.get("client_id")
  // RFC 7521 section 4.2: a client_id beside the assertion must be its subject.
  if (clientId === undefined || (named !== undefined && named !== clientId)) return invalid("The claim sub of the client assertion is missing or wrong.")
  const client = state.clients.get(clientId)
  if (client === undefined) return invalid("The client assertion is of no known application.")
  const payload = await verified(await loadJose(), { client, assertion, audience, now })
  return "description" in payload ? payload as OAuthError : spend(state, clientId, payload, now) ?? client
}
