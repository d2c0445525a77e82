/** Responses and their headers of Swagger 2.0 as those of OpenAPI 3.0. */
import { child, get, getObject, getString, isObject, type Json, type JsonObject, omit } from "../json.js"
import { compact, type Context, extensions, mapValues, movedPointer, type Place, resolve } from "./context.js"
import { schemaOf } from "./parameters.js"
import { convertSchema } from "./schemas.js"

const convertHeader = (context: Context, header: Json, pointer: string): Json => {
  if (!isObject(header)) return header
  const format = getString(header, "collectionFormat")
  if (format !== undefined && format !== "csv") context.report("weakened", child(pointer, "collectionFormat"), `OpenAPI 3 cannot say ${format} in a header; the values are separated by commas`)
  return compact({ description: get(header, "description"), schema: schemaOf(context, { value: header, pointer }), ...omit(extensions(header), new Set(["x-nullable"])) })
}

const isJson = (media: string): boolean => /[/+]json\b/i.test(media)

/** A file is bytes, whatever else the operation answers with. */
const mediaOf = (context: Context, schema: Json | undefined, produces: ReadonlyArray<string>, pointer: string): ReadonlyArray<string> => {
  if (get(schema, "type") !== "file") return produces.length === 0 ? ["application/json"] : produces
  const able = produces.filter((one) => !isJson(one))
  if (able.length < produces.length) context.report("ignored", child(pointer, "schema"), "a file is taken as bytes; what is said of JSON here is not used")
  return able.length === 0 ? ["application/octet-stream"] : able
}

const contentOf = (context: Context, { pointer, value }: Place, produces: ReadonlyArray<string>): JsonObject | undefined => {
  const examples = getObject(value, "examples") ?? {}
  const schema = get(value, "schema")
  const media = schema === undefined ? [] : mediaOf(context, schema, produces, pointer)
  for (const key of Object.keys(examples)) {
    if (!media.includes(key) && !key.startsWith("x-")) context.report("ignored", child(pointer, "examples", key), "an example of what the operation does not answer with")
  }
  if (schema === undefined) return undefined
  const converted = convertSchema(context, schema, child(pointer, "schema"))
  return Object.fromEntries(media.map((one) => [one, compact({ schema: converted, example: get(examples, one) })]))
}

export const convertResponse = (context: Context, place: Place, produces: ReadonlyArray<string>): JsonObject => {
  const { pointer, value } = place
  const reference = getString(value, "$ref")
  if (reference !== undefined) {
    const moved = movedPointer(reference)
    return moved === undefined ? convertResponse(context, resolve(context, place), produces) : { $ref: moved }
  }
  const headers = mapValues(get(value, "headers"), (one, key) => convertHeader(context, one, child(pointer, "headers", key)))
  return compact({
    description: getString(value, "description") ?? "",
    headers: Object.keys(headers).length === 0 ? undefined : headers,
    content: contentOf(context, place, produces),
    ...extensions(value)
  })
}
