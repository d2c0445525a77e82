/** Schemas of Swagger 2.0 as schemas of OpenAPI 3.0. */
import { child, get, getString, isArray, isObject, type Json, type JsonObject, omit } from "../json.js"
import { grammar, mapHeld } from "../read/grammar.js"
import { compact, type Context, schemaPointer } from "./context.js"

const binary: JsonObject = { type: "string", format: "binary" }

/** `type` as OpenAPI 3.0 has it: one type, `nullable` for null, a choice where there are several. */
const typeFields = (type: Json | undefined): JsonObject => {
  if (type === "file") return binary
  if (type === "null") return { nullable: true, enum: [null] }
  if (!isArray(type)) return type === undefined ? {} : { type }
  const others = type.filter((one) => one !== "null")
  const nullable: JsonObject = others.length < type.length ? { nullable: true } : {}
  if (others.length === 0) return type.length === 0 ? {} : { nullable: true, enum: [null] }
  return others.length === 1 ? { ...typeFields(others[0]), ...nullable } : { anyOf: others.map((one) => typeFields(one)), ...nullable }
}

/** A reference; 2.0 has no words beside one, but `x-nullable` there is meant. */
const convertReference = (context: Context, schema: JsonObject, reference: string): JsonObject => {
  const moved = { $ref: schemaPointer(context, reference) }
  if (get(schema, "x-nullable") === true) return { ...omit(schema, new Set(["$ref", "x-nullable"])), nullable: true, allOf: [moved] }
  return { ...schema, ...moved }
}

/** Keys that are said in another way. */
const restated: ReadonlySet<string> = new Set(["type", "x-nullable", "discriminator", "collectionFormat"])

export const convertSchema = (context: Context, schema: Json, pointer: string): Json => {
  if (!isObject(schema)) return schema
  const reference = getString(schema, "$ref")
  if (reference !== undefined) return convertReference(context, schema, reference)
  const { steps } = grammar.schema
  const kept = Object.entries(schema).filter(([key]) => !restated.has(key)).map(([key, value]): [string, Json] => {
    const step = steps.get(key)
    return [key, step === undefined ? value : mapHeld(value, step.shape, (one, ...keys) => convertSchema(context, one, child(pointer, key, ...keys)))]
  })
  const discriminator = get(schema, "discriminator")
  const type = typeFields(get(schema, "type"))
  // A choice of the schema's own is not lost to the choice of types.
  const anyOf = Object.hasOwn(type, "anyOf") && Object.hasOwn(schema, "anyOf")
  return {
    ...Object.fromEntries(kept),
    ...(anyOf ? { ...omit(type, new Set(["anyOf"])), allOf: [...(isArray(schema["allOf"]) ? Object.fromEntries(kept)["allOf"] as ReadonlyArray<Json> : []), { anyOf: type["anyOf"]! }] } : type),
    ...compact({
      nullable: get(schema, "x-nullable") === true ? true : undefined,
      discriminator: typeof discriminator === "string" ? { propertyName: discriminator } : discriminator
    })
  }
}
