/** What is asked for: `Accept` as the document declares answers (RFC 9110 section 12.5.1). */
import type { Answer, Operation } from "../../Operation.js"
import * as MediaType from "./mediaType.js"

type Declared = Pick<Operation<never, unknown, unknown>, "responses" | "stream">

const mediaTypes = (answer: Answer): ReadonlyArray<string> =>
  MediaType.declaredIn(answer).map((media) => "json" in media ? "application/json" : media.media)

const isStream = (media: string): boolean => MediaType.isStream(MediaType.kindOf(MediaType.parse(media).essence))

/**
 * Successes in the document's order, then what only errors have, of lower quality. An operation that streams asks for
 * streams. Where success has no body, nothing that an error may come in is asked for by name alone: a gateway that speaks
 * another type would refuse the request for it.
 */
export const of = ({ responses, stream }: Declared): string => {
  const keys = Object.keys(responses)
  const successKeys = keys.filter((key) => key.startsWith("2"))
  const wanted = successKeys.length > 0 ? successKeys : keys.filter((key) => key === "default")
  const all = new Set(wanted.flatMap((key) => mediaTypes(responses[key]!)))
  const successes = stream === true ? [...all].filter(isStream) : [...all]
  const errors = new Set(keys.filter((key) => !wanted.includes(key)).flatMap((key) => mediaTypes(responses[key]!)))
  const others = [...errors].filter((media) => !all.has(media))
  if (successes.length === 0) return [...others, others.length === 0 ? "*/*" : "*/*;q=0.1"].join(", ")
  return [...successes, ...others.map((media) => `${media};q=0.9`)].join(", ")
}
