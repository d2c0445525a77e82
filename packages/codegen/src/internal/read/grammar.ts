/**
 * What stands where in a document, as a table: the objects of OpenAPI 3.0, 3.1 and Swagger 2.0, and which of their
 * fields hold others. It finds references, and what is not the object that it should be. Everything else in a document
 * (examples, defaults, extensions) is data, in which `$ref` is a word like any other.
 */
import { isArray, isObject, type Json } from "../json.js"
import { methods } from "../methods.js"

export type Kind =
  | "document" | "components" | "pathItem" | "operation" | "parameter" | "header" | "requestBody" | "response"
  | "media" | "encoding" | "schema" | "example" | "link" | "callback" | "securityScheme" | "info" | "server"

/** How many of a kind a field holds. `some` is one of them or a list. */
export type Shape = "one" | "map" | "list" | "some"

export interface Step {
  readonly shape: Shape
  readonly kind: Kind
}

/** Fields of a schema that hold no schema, by what they must be to have an effect. */
export type ValueType = "string" | "number" | "boolean" | "object" | "list"

const hasType = (value: Json, type: ValueType): boolean =>
  type === "list" ? Array.isArray(value) : type === "object" ? isObject(value) : typeof value === type

export const hasOneOf = (value: Json, types: ReadonlyArray<ValueType>): boolean => {
  for (const type of types) if (hasType(value, type)) return true
  return false
}

export interface Rule {
  readonly steps: ReadonlyMap<string, Step>
  /** Every other field that is no extension. */
  readonly others?: Step
  readonly values: ReadonlyMap<string, ReadonlyArray<ValueType>>
  readonly required: ReadonlyArray<string>
  /** Fields beyond these and extensions are no part of the standard, and mean something else than their author thinks. */
  readonly known?: ReadonlySet<string>
}

type Fields = { readonly [field: string]: readonly [Shape, Kind] }

const steps = (fields: Fields): ReadonlyMap<string, Step> =>
  new Map(Object.entries(fields).map(([field, [shape, kind]]) => [field, { shape, kind }]))

const values = (types: { readonly [field: string]: ValueType | ReadonlyArray<ValueType> }): ReadonlyMap<string, ReadonlyArray<ValueType>> =>
  new Map(Object.entries(types).map(([field, type]) => [field, typeof type === "string" ? [type] : type as ReadonlyArray<ValueType>]))

const rule = (fields: Fields, more: Partial<Rule> = {}): Rule => ({ steps: steps(fields), values: new Map(), required: [], ...more })

const withSchema: Fields = { schema: ["one", "schema"], content: ["map", "media"], examples: ["map", "example"], items: ["one", "schema"] }

const schemaFields: Fields = {
  properties: ["map", "schema"],
  patternProperties: ["map", "schema"],
  dependentSchemas: ["map", "schema"],
  $defs: ["map", "schema"],
  definitions: ["map", "schema"],
  allOf: ["list", "schema"],
  anyOf: ["list", "schema"],
  oneOf: ["list", "schema"],
  prefixItems: ["list", "schema"],
  items: ["some", "schema"],
  not: ["one", "schema"],
  if: ["one", "schema"],
  then: ["one", "schema"],
  else: ["one", "schema"],
  contains: ["one", "schema"],
  propertyNames: ["one", "schema"],
  additionalProperties: ["one", "schema"],
  additionalItems: ["one", "schema"],
  unevaluatedItems: ["one", "schema"],
  unevaluatedProperties: ["one", "schema"],
  contentSchema: ["one", "schema"]
}

const schemaValues = values({
  type: ["string", "list"],
  enum: "list",
  required: "list",
  nullable: "boolean",
  readOnly: "boolean",
  writeOnly: "boolean",
  deprecated: "boolean",
  uniqueItems: "boolean",
  minLength: "number",
  maxLength: "number",
  minItems: "number",
  maxItems: "number",
  minProperties: "number",
  maxProperties: "number",
  minimum: "number",
  maximum: "number",
  multipleOf: "number",
  exclusiveMinimum: ["number", "boolean"],
  exclusiveMaximum: ["number", "boolean"],
  pattern: "string",
  format: "string",
  discriminator: ["object", "string"]
})

export const grammar: Readonly<Record<Kind, Rule>> = {
  document: rule({
    info: ["one", "info"],
    servers: ["list", "server"],
    paths: ["map", "pathItem"],
    webhooks: ["map", "pathItem"],
    components: ["one", "components"],
    // Swagger 2.0 keeps these at the top.
    definitions: ["map", "schema"],
    parameters: ["map", "parameter"],
    responses: ["map", "response"],
    securityDefinitions: ["map", "securityScheme"]
  }, { required: ["info"], values: values({ security: "list", tags: "list" }) }),
  components: rule({
    schemas: ["map", "schema"],
    responses: ["map", "response"],
    parameters: ["map", "parameter"],
    examples: ["map", "example"],
    requestBodies: ["map", "requestBody"],
    headers: ["map", "header"],
    securitySchemes: ["map", "securityScheme"],
    links: ["map", "link"],
    callbacks: ["map", "callback"],
    pathItems: ["map", "pathItem"]
  }),
  pathItem: rule({
    parameters: ["list", "parameter"],
    servers: ["list", "server"],
    ...Object.fromEntries(methods.map((method) => [method, ["one", "operation"] as const]))
  }, { known: new Set([...methods, "$ref", "parameters", "servers", "summary", "description"]) }),
  operation: rule({
    parameters: ["list", "parameter"],
    servers: ["list", "server"],
    requestBody: ["one", "requestBody"],
    responses: ["map", "response"],
    callbacks: ["map", "callback"]
  }, { values: values({ operationId: "string", tags: "list", security: "list", deprecated: "boolean" }) }),
  callback: rule({}, { others: { shape: "one", kind: "pathItem" } }),
  parameter: rule(withSchema, { values: values({ required: "boolean", explode: "boolean", style: "string" }) }),
  header: rule(withSchema),
  requestBody: rule({ content: ["map", "media"] }, { required: ["content"], values: values({ required: "boolean" }) }),
  response: rule({ content: ["map", "media"], headers: ["map", "header"], links: ["map", "link"], schema: ["one", "schema"] }),
  media: rule({ schema: ["one", "schema"], itemSchema: ["one", "schema"], examples: ["map", "example"], encoding: ["map", "encoding"] }),
  encoding: rule({ headers: ["map", "header"] }),
  schema: rule(schemaFields, { values: schemaValues }),
  example: rule({}),
  link: rule({}),
  securityScheme: rule({}),
  info: rule({}),
  server: rule({})
}

/** What stands at the end of keys, from the top of a document. */
export const kindAt = (keys: ReadonlyArray<string>): Kind | undefined => {
  let kind: Kind = "document"
  for (let index = 0; index < keys.length;) {
    const step: Step | undefined = grammar[kind].steps.get(keys[index]!) ?? grammar[kind].others
    if (step === undefined) return undefined
    index += step.shape === "one" ? 1 : 2
    if (index > keys.length || step.shape === "some") return undefined
    kind = step.kind
  }
  return kind
}

/** What a field holds, with others in place of its objects. */
export const mapHeld = (value: Json, shape: Shape, change: (held: Json, ...key: ReadonlyArray<string | number>) => Json): Json => {
  if (shape === "map" && isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one, key)]))
  return isArray(value) ? value.map((one, index) => change(one, index)) : change(value)
}

/** Where components of a kind are kept. The kinds without such a place are put where the reference stands. */
export const sections: Readonly<Partial<Record<Kind, string>>> = {
  schema: "schemas",
  response: "responses",
  parameter: "parameters",
  example: "examples",
  requestBody: "requestBodies",
  header: "headers",
  securityScheme: "securitySchemes",
  link: "links",
  callback: "callbacks"
}

/** The same in Swagger 2.0, at the top of the document. */
export const sections2: Readonly<Partial<Record<Kind, string>>> = {
  schema: "definitions",
  response: "responses",
  parameter: "parameters",
  securityScheme: "securityDefinitions"
}
