/**
 * The styles of OpenAPI 3.1 section 4.8.12.6, by the expansions of RFC 6570 that they name. Values are JSON values, that
 * is, what a schema encodes to.
 *
 * "Undefined" (RFC 6570 section 2.3) are `undefined`, `null`, an empty list and an empty object: in a query they leave no
 * trace. The empty string is a value.
 */
export type Style = "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject"

export type Encode = (text: string) => string

const isList = (value: unknown): value is ReadonlyArray<unknown> => Array.isArray(value)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !isList(value)

const isDefined = (value: unknown): boolean => value !== undefined && value !== null

/** A primitive as text. What is nested deeper than the standard defines is written as JSON. */
export const textOf = (value: unknown): string => typeof value === "object" ? JSON.stringify(value) : String(value)

const itemsOf = (list: ReadonlyArray<unknown>): ReadonlyArray<unknown> => list.filter(isDefined)

const entriesOf = (record: Readonly<Record<string, unknown>>): ReadonlyArray<readonly [string, unknown]> =>
  Object.entries(record).filter(([, value]) => isDefined(value))

/** The parts of a value that is not exploded: `blue`, or `blue` `black`, or `R` `100` `G` `200`. */
const flatParts = (value: unknown, encode: Encode): ReadonlyArray<string> =>
  isList(value)
    ? itemsOf(value).map((item) => encode(textOf(item)))
    : isRecord(value)
    ? entriesOf(value).flatMap(([key, item]) => [encode(key), encode(textOf(item))])
    : isDefined(value)
    ? [encode(textOf(value))]
    : []

/** The parts of a value that is exploded: an object's become `R=100`. */
const explodedParts = (value: unknown, encode: Encode): ReadonlyArray<string> =>
  isRecord(value)
    ? entriesOf(value).map(([key, item]) => `${encode(key)}=${encode(textOf(item))}`)
    : flatParts(value, encode)

const parts = (explode: boolean, value: unknown, encode: Encode): ReadonlyArray<string> =>
  explode ? explodedParts(value, encode) : flatParts(value, encode)

/** `blue,black` (RFC 6570 section 3.2.2). */
export const simple = (explode: boolean, value: unknown, encode: Encode): string => parts(explode, value, encode).join(",")

/** `.blue.black` exploded, `.blue,black` else (RFC 6570 section 3.2.5). */
export const label = (explode: boolean, value: unknown, encode: Encode): string =>
  `.${parts(explode, value, encode).join(explode ? "." : ",")}`

const named = (name: string, text: string): string => text === "" ? `;${name}` : `;${name}=${text}`

/** `;color=blue;color=black` exploded, `;color=blue,black` else; `;color` alone for what is empty (RFC 6570 section 3.2.7). */
export const matrix = (explode: boolean, name: string, value: unknown, encode: Encode): string => {
  const ownName = encode(name)
  const all = parts(explode, value, encode)
  if (!explode || all.length === 0) return named(ownName, all.join(","))
  return isRecord(value) ? all.map((part) => `;${part}`).join("") : all.map((part) => named(ownName, part)).join("")
}

/** A name and a value, both encoded. */
export type Pair = readonly [name: string, value: string]

/** How names and values of pairs are encoded: values alone may hold reserved characters. */
export interface PairEncoding {
  readonly name: Encode
  readonly value: Encode
}

/**
 * `color[R]=100&color[G]=200`. Objects in objects nest further and lists repeat their name, as servers that read this
 * style do; the standard leaves both open.
 */
const deepPairs = (name: string, value: unknown, encoding: PairEncoding): ReadonlyArray<Pair> =>
  isList(value)
    ? itemsOf(value).flatMap((item) => deepPairs(name, item, encoding))
    : isRecord(value)
    ? entriesOf(value).flatMap(([key, item]) => deepPairs(`${name}[${key}]`, item, encoding))
    : isDefined(value)
    ? [[encoding.name(name), encoding.value(textOf(value))]]
    : []

const joinedPair = (name: string, value: unknown, delimiter: string, encoding: PairEncoding): ReadonlyArray<Pair> => {
  const all = flatParts(value, encoding.value)
  return all.length === 0 ? [] : [[encoding.name(name), all.join(delimiter)]]
}

const explodedPairs = (name: string, value: unknown, encoding: PairEncoding): ReadonlyArray<Pair> =>
  isRecord(value)
    ? entriesOf(value).map(([key, item]): Pair => [encoding.name(key), encoding.value(textOf(item))])
    : flatParts(value, encoding.value).map((part): Pair => [encoding.name(name), part])

/**
 * What a query, a cookie or a form holds of a value. The delimiters of `spaceDelimited` and `pipeDelimited` are no
 * characters of a URL and are encoded; exploded, both are as `form` (the standard defines nothing).
 */
export const pairs = (style: Style, explode: boolean, name: string, value: unknown, encoding: PairEncoding): ReadonlyArray<Pair> => {
  if (style === "deepObject") return deepPairs(name, value, encoding)
  if (explode) return explodedPairs(name, value, encoding)
  if (style === "spaceDelimited") return joinedPair(name, value, encoding.name(" "), encoding)
  if (style === "pipeDelimited") return joinedPair(name, value, encoding.name("|"), encoding)
  return joinedPair(name, value, ",", encoding)
}

/** The standard's default: `form` explodes, nothing else does. */
export const explodes = (style: Style, explode: boolean | undefined): boolean => explode ?? style === "form"
