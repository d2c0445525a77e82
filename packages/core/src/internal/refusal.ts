import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { GatewayError, UnexpectedStatusError } from "../ApiError.js"
import { ThrottledError } from "../OAuthError.js"
import * as Redaction from "./redaction.js"
import { throttleWait } from "./retry.js"
import type { Answer } from "./transport.js"

/** Orange's gateway and CAMARA both say `code`, the one a number, the other a word. */
const Envelope = Schema.parseJson(Schema.Struct({
  code: Schema.optionalWith(Schema.Union(Schema.Number, Schema.String), { nullable: true }),
  error: Schema.optionalWith(Schema.String, { nullable: true }),
  message: Schema.optionalWith(Schema.String, { nullable: true }),
  description: Schema.optionalWith(Schema.String, { nullable: true })
}))
const decodeEnvelope = Schema.decodeUnknownOption(Envelope)

export interface Envelope {
  /** The gateway's number, also where a backend sends it as a string. */
  readonly gatewayCode: number | undefined
  /** A CAMARA or OAuth code. */
  readonly word: string | undefined
  /** As they came: never shown unscrubbed. */
  readonly words: string
}

const none: Envelope = { gatewayCode: undefined, word: undefined, words: "" }

export const envelopeOf = (body: string): Envelope =>
  Option.match(decodeEnvelope(body), {
    onNone: () => none,
    onSome: ({ code, description, error, message }) => {
      const text = String(code ?? "")
      return {
        gatewayCode: /^\d{1,6}$/.test(text) ? Number(text) : undefined,
        word: typeof code === "string" && !/^\d+$/.test(code) ? code : error,
        words: [message, description].filter((part) => part !== undefined).join(": ")
      }
    }
  })

/** Where an answer came from, for its errors. */
export interface Origin {
  readonly operation: string
  readonly correlator: string | undefined
  /** Credentials that went with the request, which a server may repeat. Tokens are known by their length. */
  readonly secrets?: ReadonlyArray<string> | undefined
}

const requestIdOf = (headers: Answer["headers"]): string | undefined => headers["x-oapi-request-id"]

/** An answer other than 2xx, read. */
export interface Refusal {
  readonly answer: Answer
  readonly envelope: Envelope
}

/** 429, and 403 with code 53: Orange's spike arrest and quota. Nothing was processed. */
export const isThrottle = ({ answer, envelope }: Refusal): boolean =>
  answer.status === 429 || (answer.status === 403 && envelope.gatewayCode === 53)

export const toThrottled = ({ answer }: Refusal, { operation }: Origin, wall: number): ThrottledError =>
  new ThrottledError({
    source: "Api",
    target: operation,
    requestId: requestIdOf(answer.headers),
    retryAfter: throttleWait(answer.headers["retry-after"], wall)
  })

/**
 * Whether a 401 is about the token's age: the gateway's 42, its 41 (unknown: perhaps revoked), CAMARA's UNAUTHENTICATED,
 * RFC 6750's invalid_token, or a body that says nothing. Not 40: a token that did not arrive is not helped by another.
 */
export const isTokenRefused = ({ answer, envelope }: Refusal): boolean =>
  answer.status === 401 &&
  (envelope.gatewayCode === undefined
    ? envelope.word === undefined || ["UNAUTHENTICATED", "invalid_token"].includes(envelope.word)
    : envelope.gatewayCode === 41 || envelope.gatewayCode === 42)

/** Answers for which Orange revokes applications that go on asking: unknown credentials, no subscription. */
export const isStanding = ({ answer, envelope }: Refusal): boolean =>
  (answer.status === 401 && envelope.gatewayCode === 41) || (answer.status === 403 && envelope.gatewayCode === 50)

/** Precedence of the last steps: the gateway's envelope, else a status that was not to be expected. */
export const toError = (
  { answer, envelope }: Refusal,
  origin: Origin
): GatewayError | UnexpectedStatusError => {
  const common = {
    operation: origin.operation,
    status: answer.status,
    requestId: requestIdOf(answer.headers),
    correlator: answer.headers["x-correlator"] ?? origin.correlator
  }
  return envelope.gatewayCode === undefined
    ? new UnexpectedStatusError({ ...common, body: answer.body })
    : new GatewayError({ ...common, code: envelope.gatewayCode, reason: Redaction.scrub(envelope.words, origin.secrets) })
}
