/** The declared headers of an answer (OpenAPI 3.1 section 4.8.21), which are written in style `simple`. */
import * as Either from "effect/Either"
import type { Header } from "../../Operation.js"
import * as Answer from "./answer.js"
import * as Codec from "./codec.js"

const scalarOf = (text: string): unknown => {
  if (text === "true" || text === "false") return text === "true"
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text
}

const listOf = (text: string): ReadonlyArray<string> => text === "" ? [] : text.split(",").map((item) => item.trim())

/** `R=100,G=200` exploded, `R,100,G,200` else. */
const recordOf = (text: string, explode: boolean): Record<string, unknown> => {
  const flat = explode ? listOf(text).flatMap((pair) => pair.split("=", 2)) : listOf(text)
  return Object.fromEntries(flat.flatMap((key, i) => i % 2 === 0 ? [[key, scalarOf(flat[i + 1] ?? "")]] : []))
}

/** What a header's text may mean; the schema takes the first that fits. */
const readings = (text: string, explode: boolean): ReadonlyArray<unknown> => {
  const list = listOf(text)
  return [text, scalarOf(text), list, list.map(scalarOf), recordOf(text, explode)]
}

export const decode = (
  declared: { readonly [name: string]: Header },
  headers: { readonly [name: string]: string | undefined },
  isStrict: boolean
): Either.Either<Readonly<Record<string, unknown>>, Answer.Malformed> => {
  const decoded: Array<readonly [string, unknown]> = []
  for (const [name, { explode, required, schema }] of Object.entries(declared)) {
    const text = headers[name.toLowerCase()]
    if (text === undefined && required !== true) continue
    const decoder = schema === undefined ? undefined : Codec.decoder(schema, isStrict)
    const value = text === undefined ? undefined : Answer.decodeText(decoder, readings(text, explode === true))
    if (value === undefined || Either.isLeft(value)) return Either.left({ reason: "schema", paths: [`headers.${name}`] })
    decoded.push([name, value.right])
  }
  return Either.right(Object.fromEntries(decoded))
}
