/** Whether a request is what its document says, by ajv: none of the code of the client that the emulator tests. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import type { PlainRequest } from "../../Message.js"
import { decodeUtf8 } from "../bytes.js"
import { parse } from "../form.js"
import { essence } from "../mediaType.js"
import { below, isObject, type JsonObject, listAt, objectAt, type Place, resolved, textAt } from "./document.js"
import type { Operation, Parameter } from "./operation.js"

/** What is wrong with a request. The fields are those of Orange's table of gateway errors (20 to 28, and 68). */
export interface Fault {
  readonly at: "path" | "query" | "header" | "field" | "body" | "mediaType"
  readonly kind: "missing" | "invalid"
  /** Dotted: `outboundSMSMessageRequest.address`. Empty for a body as a whole. */
  readonly name: string
  /** A number beyond its limits. */
  readonly outOfRange?: boolean
  /** In the emulator's words; it repeats no value. */
  readonly why: string
}

/** What a request says, once it is known to be right. */
export interface Given {
  /** Path variables, query and header parameters by name; those of the servers' URLs too. */
  readonly parameters: Readonly<Record<string, unknown>>
  readonly body: unknown
}

export type Validated = { readonly fault: Fault } | { readonly given: Given }

export interface Validator {
  readonly validate: (operation: Operation, request: PlainRequest, match: ReadonlyArray<string>, query: string) => Validated
}

/** A parameter's text as a value of its type; a text that is none stays as it is, and fails. */
const coerced = (text: string, type: string | undefined): unknown => {
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true"
  return type === "array" ? text.split(",") : text
}

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

class Refused extends Error {
  constructor(readonly fault: Fault) {
    super()
  }
}

const refuse = (at: Fault["at"], kind: Fault["kind"], name: string, why: string, outOfRange = false): never => {
  throw new Refused({ at, kind, name, why, outOfRange })
}

const limits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]

/** `/a/0/b` as `a.0.b`. */
const dotted = (pointer: string, more?: string): string =>
  [...pointer.split("/").slice(1), ...(more === undefined ? [] : [more])].join(".").replaceAll("~1", "/").replaceAll("~0", "~")

/** Of all that is wrong the deepest: of a choice of shapes, that is in the one which was meant. */
const worst = (errors: NonNullable<ValidateFunction["errors"]>) =>
  [...errors].sort((a, b) => b.instancePath.split("/").length - a.instancePath.split("/").length)[0]!

/** Of a choice by discriminator the shape that a body says it has: what is wrong is told of that one alone. */
const chosen = (document: JsonObject, pointer: string, body: unknown): string => {
  const { value } = resolved(document, { value: { $ref: pointer }, pointer })
  const discriminator = objectAt(value, "discriminator")
  const kind = isObject(body) ? textAt(body, textAt(discriminator, "propertyName") ?? "") : undefined
  const mapping = objectAt(discriminator, "mapping")
  return kind !== undefined && Object.hasOwn(mapping, kind) ? textAt(mapping, kind)! : pointer
}

/** The properties that a schema declares, in whichever of its forms. */
const propertiesOf = (document: JsonObject, place: Place): ReadonlyArray<string> => {
  const found = resolved(document, place)
  const forms = ["oneOf", "anyOf", "allOf"].flatMap((keyword) => listAt(found.value, keyword).map((_, index) => below(found, keyword, index)))
  return [...Object.keys(objectAt(found.value, "properties")), ...forms.flatMap((form) => propertiesOf(document, form))]
}

/** Made when it is first asked for, and kept. */
const kept = <A>(make: (pointer: string) => A): (pointer: string) => A => {
  const made = new Map<string, A>()
  return (pointer) => {
    let found = made.get(pointer)
    if (found === undefined) made.set(pointer, found = make(pointer))
    return found
  }
}

/** `isClosed`: a body may have no property of which the document says nothing. */
export const makeValidator = (document: JsonObject, isClosed = false): Validator => {
  const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true, formats: { "date-time": true, binary: true, password: true } })
  addFormats.default(ajv)
  ajv.addSchema(document as object, "document")
  const check = kept((pointer): ValidateFunction => ajv.compile({ $ref: `document${pointer}` }))
  const known = kept((pointer): ReadonlySet<string> => new Set(propertiesOf(document, { value: { $ref: pointer }, pointer })))

  const parameter = (one: Parameter, text: string | undefined): unknown => {
    if (text === undefined) return one.required ? refuse(one.in, "missing", one.name, "is missing") : undefined
    const value = coerced(text, one.type)
    const validate = check(one.pointer)
    return validate(value) ? value : refuse(one.in, "invalid", one.name, worst(validate.errors!).message ?? "is not valid")
  }

  const bodyOf = ({ body: declared }: Operation, { body, headers }: PlainRequest): unknown => {
    if (declared === undefined) return undefined
    if (body.length === 0) return declared.required ? refuse("body", "missing", "", "is missing") : undefined
    const type = essence(headers["content-type"] ?? "")
    const pointer = declared.content[type]
    if (pointer === undefined) return refuse("mediaType", "invalid", "Content-Type", `must be ${Object.keys(declared.content).join(" or ")}`)
    const value = parsed(decodeUtf8(body))
    const validate = check(chosen(document, pointer, value))
    if (validate(value)) {
      const stranger = isClosed && isObject(value) ? Object.keys(value).find((name) => !known(pointer).has(name)) : undefined
      return stranger === undefined ? value : refuse("field", "invalid", stranger, "is not allowed")
    }
    const error = worst(validate.errors!)
    if (error.instancePath === "" && error.keyword === "type") return refuse("body", "invalid", "", error.message ?? "is not valid")
    const absent = error.keyword === "required" ? error.params["missingProperty"] as string : undefined
    const unknown = error.keyword === "additionalProperties" ? error.params["additionalProperty"] as string : undefined
    return refuse("field", absent === undefined ? "invalid" : "missing", dotted(error.instancePath, absent ?? unknown), error.message ?? "is not valid", limits.includes(error.keyword))
  }

  const read = (operation: Operation, request: PlainRequest, match: ReadonlyArray<string>, query: string): Given => {
    const variables = Object.fromEntries(operation.variables.map((name, index) => [name, decoded(match[index] ?? "")]))
    const given = parse(query)
    if (given.malformed) refuse("query", "invalid", "", "is not well-formed")
    const parameters: Record<string, unknown> = { ...variables }
    for (const one of operation.parameters) {
      const text = one.in === "path" ? variables[one.name] : one.in === "query" ? given.get(one.name) : request.headers[one.name.toLowerCase()]
      if (one.in === "path" && text === undefined) refuse("path", "invalid", one.name, "is not percent-encoded UTF-8")
      if (one.in === "query" && given.repeated.includes(one.name)) refuse("query", "invalid", one.name, "is included more than once")
      parameters[one.name] = parameter(one, text)
    }
    return { parameters, body: bodyOf(operation, request) }
  }

  return {
    validate: (operation, request, match, query) => {
      try {
        return { given: read(operation, request, match, query) }
      } catch (error) {
        if (error instanceof Refused) return { fault: error.fault }
        throw error
      }
    }
  }
}

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? "")
  } catch {
    return refuse("body", "invalid", "", "is no JSON")
  }
}
