/** Canaries of two kinds, secrets and persons, and the search for them in every form in which they could hide. */
import * as Inspectable from "effect/Inspectable"
import { inspect } from "node:util"

export const secrets = {
  clientSecret: "canary:secret/é+%",
  accessToken: "canaryAccessToken-1234567890",
  refreshToken: "canaryRefreshToken-1234567890",
  idToken: "canaryHeader.canaryPayload.canarySignature",
  code: "OFR-canaryCode-1234567890",
  payToken: "canaryPayToken-1234567890"
}
/** Not as long as tokens are, by which these are known. */
export const keys = { apiKey: "canary-api-key" }
export const persons = {
  number: "+2250779914028",
  numberBare: "0779914028",
  text: "canary message to a person",
  name: "Canary Person",
  email: "canary.person@example.test",
  sub: "canary-subject-1234567890"
}

/** Every form in which a value could stand in a text. */
export const formsOf = (value: string): ReadonlyArray<string> => {
  const base64 = (text: string) => Buffer.from(text, "utf8").toString("base64")
  return [
    value,
    encodeURIComponent(value),
    encodeURIComponent(value).replaceAll("%20", "+"),
    new URLSearchParams([["", value]]).toString().slice(1),
    JSON.stringify(value).slice(1, -1),
    // As the tail of Basic credentials, whatever the length of what stands before it.
    ...[0, 1, 2].map((shift) => base64("x".repeat(shift) + value).slice(shift === 0 ? 0 : 4).replace(/=+$/, "").slice(0, -1)),
    Buffer.from(value, "utf8").toString("base64url")
  ]
}

export const canaries = [...Object.entries(secrets), ...Object.entries(keys), ...Object.entries(persons)]

export const leaksIn = (text: string, extra: ReadonlyArray<readonly [string, string]> = []): ReadonlyArray<string> =>
  [...canaries, ...extra].filter(([, value]) => formsOf(value).some((form) => form.length > 5 && text.includes(form))).map(([name]) => name)

/** Everything that a program prints of a value, an error or a cause. */
export const printed = (value: unknown): string =>
  [
    inspect(value, { depth: 12, showHidden: false, getters: true }),
    JSON.stringify(value, (_, inner: unknown) => typeof inner === "bigint" ? String(inner) : inner),
    String(value),
    Inspectable.toStringUnknown(value),
    value instanceof Error ? `${value.message}\n${value.stack}\n${String(value.cause)}` : ""
  ].join("\n")
