/** Bodies in `application/x-www-form-urlencoded` (OpenAPI 3.1 section 4.8.15.3; RFC 1866 section 8.2.1). */
import type { Encoding } from "../../Operation.js"
import * as MediaType from "./mediaType.js"
import * as Percent from "./percent.js"
import * as Style from "./style.js"

export type Encodings = { readonly [property: string]: Encoding }

const encoding: Style.PairEncoding = { name: Percent.encodeForm, value: Percent.encodeForm }
const reserved: Style.PairEncoding = { name: Percent.encodeForm, value: Percent.encodeReserved }

/** Any of the three says that the property is written as a query parameter is; none, that it has a media type. */
export const hasStyle = (one: Encoding | undefined): boolean =>
  one?.style !== undefined || one?.explode !== undefined || one?.allowReserved !== undefined

/** Text in its media type: an object's is JSON unless the document says otherwise, a primitive's is plain. */
const asText = (value: unknown, contentType: string | undefined): string =>
  contentType !== undefined && MediaType.kindOf(MediaType.parse(contentType).essence) === "json" ? JSON.stringify(value) : Style.textOf(value)

const fieldPairs = (name: string, value: unknown, one: Encoding | undefined): ReadonlyArray<Style.Pair> => {
  if (value === undefined || value === null) return []
  if (hasStyle(one)) {
    const style = one?.style ?? "form"
    return Style.pairs(style, Style.explodes(style, one?.explode), name, value, one?.allowReserved === true ? reserved : encoding)
  }
  const items: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value]
  return items.map((item) => [encoding.name(name), encoding.value(asText(item, one?.contentType))])
}

export const write = (body: Readonly<Record<string, unknown>>, encodings: Encodings = {}): string =>
  Object.entries(body)
    .flatMap(([name, value]) => fieldPairs(name, value, Object.hasOwn(encodings, name) ? encodings[name] : undefined))
    .map(([name, value]) => `${name}=${value}`)
    .join("&")

/** An answer's pairs as an object; a name that is repeated has a list. */
export const read = (text: string): Readonly<Record<string, string | ReadonlyArray<string>>> => {
  const fields = new Map<string, ReadonlyArray<string>>()
  for (const [name, value] of new URLSearchParams(text)) fields.set(name, [...fields.get(name) ?? [], value])
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]))
}
