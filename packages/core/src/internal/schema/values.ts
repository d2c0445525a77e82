/** Values that are more than their JSON, and JSON that is any value or one. */
import * as DateTime from "effect/DateTime"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"
import * as AST from "effect/SchemaAST"
import type * as arbitrary from "./arbitrary.js"
import { readDateTime } from "./formats.js"
import { type Result, wrong } from "./issue.js"
import { same } from "./json.js"
import { leaf, type Leaf } from "./leaf.js"

/** A string on the wire; its issues name what is expected, never what is there. */
const written = (title: string, format: string): AST.AST =>
  AST.annotations(AST.stringKeyword, {
    [AST.TitleAnnotationId]: title,
    [AST.MessageAnnotationId]: () => ({ message: `Expected ${title}`, override: true }),
    [AST.JSONSchemaAnnotationId]: { type: "string", format }
  })

interface Value<A> extends Omit<Leaf, "jsonSchema"> {
  readonly format: string
  readonly decode: (text: string) => A | undefined
  readonly encode: (value: A) => string | undefined
}

const converted = <A>({ arbitrary, decode, encode, format, is, title }: Value<A>): AST.AST => {
  const through = (convert: (value: never) => unknown) => (value: unknown, _: AST.ParseOptions, self: AST.AST): Result => {
    const result = convert(value as never)
    return result === undefined ? Either.left(wrong(self, value, `Expected ${title}`)) : Either.right(result)
  }
  return new AST.Transformation(
    written(title, format),
    leaf({ title, is, arbitrary, jsonSchema: { type: "string", format } }),
    new AST.FinalTransformation(through(decode), through(encode)),
    { [AST.TitleAnnotationId]: title }
  )
}

const decodeDateTime = (text: string): DateTime.Utc | undefined => {
  const millis = readDateTime(text)
  return millis === undefined ? undefined : DateTime.unsafeMake(millis)
}

/** RFC 3339 has years of four digits. */
const writeDateTime = (value: DateTime.Utc): string | undefined => {
  const text = DateTime.formatIso(value)
  return text.length === 24 ? text : undefined
}

export const dateTime: AST.AST = converted<DateTime.Utc>({
  title: "an RFC 3339 date-time",
  format: "date-time",
  is: (value) => DateTime.isDateTime(value) && DateTime.isUtc(value),
  decode: decodeDateTime,
  encode: writeDateTime,
  arbitrary: (fc) =>
    fc.date({ min: new Date(0), max: new Date("2099-12-31"), noInvalidDate: true }).map((date) => DateTime.unsafeFromDate(date))
})

/** RFC 4648 section 4: padded, without line breaks. */
const readBase64 = (text: string): Uint8Array | undefined =>
  /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? Either.getOrUndefined(Encoding.decodeBase64(text)) : undefined

export const base64: AST.AST = converted<Uint8Array>({
  title: "base64",
  format: "byte",
  is: (value) => value instanceof Uint8Array,
  decode: readBase64,
  encode: Encoding.encodeBase64,
  arbitrary: (fc) => fc.uint8Array({ maxLength: 32 })
})

export const secret: AST.AST = converted<Redacted.Redacted>({
  title: "a secret string",
  format: "password",
  is: (value) => Redacted.isRedacted(value) && typeof Redacted.value(value) === "string",
  decode: (text) => Redacted.make(text),
  encode: (value) => Redacted.value(value),
  arbitrary: (fc) => fc.string().map((text) => Redacted.make(text))
})

const isJson = (value: unknown): boolean => {
  switch (typeof value) {
    case "object":
    case "string":
    case "boolean":
      return true
    case "number":
      return Number.isFinite(value)
    default:
      return false
  }
}

/** A missing property is read as undefined, which is no JSON: a required property of any value must be there. */
export const any: AST.AST = leaf({
  title: "any JSON value",
  is: isJson,
  arbitrary: (fc) => fc.jsonValue({ maxDepth: 1 }),
  jsonSchema: { anyOf: [{}] }
})

export const never: AST.AST = AST.annotations(AST.neverKeyword, {
  [AST.EquivalenceAnnotationId]: () => same,
  [AST.ArbitraryAnnotationId]: (): arbitrary.Lazy => (fc) =>
    fc.constant(null).map(() => {
      throw new Error("There is no value of never")
    })
})

/** JSON Schema validation section 6.1.3. */
export const constant = (value: unknown): AST.AST =>
  typeof value === "object" && value !== null
    ? leaf({
      title: `the constant ${JSON.stringify(value)}`,
      is: (other) => same(value, other),
      arbitrary: (fc) => fc.constant(value),
      jsonSchema: { anyOf: [{ const: value }] }
    })
    : new AST.Literal(value as AST.LiteralValue)
