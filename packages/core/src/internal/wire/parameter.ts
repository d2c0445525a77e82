/** A parameter's way from the request's property to its text (OpenAPI 3.1 section 4.8.12). */
import type { Parameter } from "../../Operation.js"
import * as Field from "./field.js"
import * as MediaType from "./mediaType.js"
import * as Path from "./path.js"
import * as Percent from "./percent.js"
import * as Style from "./style.js"

const raw = (text: string): string => text

/** A content-typed parameter's value in its media type, not yet encoded for its place. */
const inMedia = (media: string, value: unknown): string =>
  MediaType.kindOf(MediaType.parse(media).essence) === "json" ? JSON.stringify(value) : Style.textOf(value)

/** A path's value: some text, without which the path would be another. */
export const inPath = ({ explode, media, name, style = "simple" }: Parameter, value: unknown): string => {
  if (media !== undefined) return Path.checkSegment(Percent.encode(inMedia(media, value)))
  const explodes = Style.explodes(style, explode)
  if (style === "matrix") return Style.matrix(explodes, name, value, Percent.encode)
  return Path.checkSegment(style === "label" ? Style.label(explodes, value, Percent.encode) : Style.simple(explodes, value, Percent.encode))
}

const queryEncoding: Style.PairEncoding = { name: Percent.encode, value: Percent.encode }
const reservedEncoding: Style.PairEncoding = { name: Percent.encode, value: Percent.encodeReserved }

/** A query's or a cookie's pairs, encoded. */
export const asPairs = (parameter: Parameter, value: unknown): ReadonlyArray<Style.Pair> => {
  const { allowReserved, explode, media, name, style = "form" } = parameter
  const encoding = allowReserved === true ? reservedEncoding : queryEncoding
  return media === undefined
    ? Style.pairs(style, Style.explodes(style, explode), name, value, encoding)
    : [[encoding.name(name), encoding.value(inMedia(media, value))]]
}

/** A header's value. Style `simple` of RFC 6570 without its encoding, which was never meant for headers. */
export const inHeader = ({ explode, media, style = "simple" }: Pick<Parameter, "explode" | "media" | "style">, value: unknown): string =>
  Field.checkValue(media === undefined ? Style.simple(Style.explodes(style, explode), value, raw) : inMedia(media, value))
