/** Parameters of Swagger 2.0 as parameters and request bodies of OpenAPI 3.0. */
import { child, get, getString, isObject, type Json, type JsonObject, omit } from "../json.js"
import { compact, type Context, extensions, type Place } from "./context.js"
import { convertSchema } from "./schemas.js"

/** What is said of a parameter itself; the rest is its schema. */
const ofParameter: ReadonlySet<string> = new Set(["name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "schema"])

const own = (value: JsonObject): JsonObject => Object.fromEntries(Object.entries(value).filter(([key]) => !ofParameter.has(key) && (!key.startsWith("x-") || key === "x-nullable")))

export const schemaOf = (context: Context, { pointer, value }: Place): Json => {
  checkNested(context, get(value, "items"), child(pointer, "items"))
  return convertSchema(context, own(value), pointer)
}

/** OpenAPI 3 writes a list inside a list in no way of its own. */
const checkNested = (context: Context, items: Json | undefined, pointer: string): void => {
  const format = getString(items, "collectionFormat")
  if (format !== undefined && format !== "csv") context.report("weakened", child(pointer, "collectionFormat"), `OpenAPI 3 cannot say ${format} inside a list`)
  if (isObject(items)) checkNested(context, get(items, "items"), child(pointer, "items"))
}

const isList = (value: JsonObject): boolean => get(value, "type") === "array" || get(value, "items") !== undefined

const queryStyles: { readonly [format: string]: JsonObject } = {
  csv: { style: "form", explode: false },
  ssv: { style: "spaceDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  multi: { style: "form", explode: true }
}

/** How a list is written, where it has a way in OpenAPI 3. */
const styleOf = (context: Context, { pointer, value }: Place): JsonObject => {
  if (!isList(value)) return {}
  const format = getString(value, "collectionFormat") ?? "csv"
  const place = getString(value, "in")
  const style = place === "path" || place === "header" ? (format === "csv" ? { style: "simple" } : undefined) : Object.hasOwn(queryStyles, format) ? queryStyles[format] : undefined
  if (style !== undefined) return style
  context.report("weakened", child(pointer, "collectionFormat"), `OpenAPI 3 cannot say ${format} here; the values are separated by commas`)
  return place === "path" || place === "header" ? { style: "simple" } : queryStyles["csv"]!
}

export const convertParameter = (context: Context, place: Place): JsonObject => {
  const { pointer, value } = place
  const isPath = getString(value, "in") === "path"
  if (get(value, "allowEmptyValue") === true) context.report("ignored", child(pointer, "allowEmptyValue"), "an empty value is sent for an empty text only")
  return compact({
    name: get(value, "name"),
    in: get(value, "in"),
    description: get(value, "description"),
    required: isPath ? true : get(value, "required"),
    allowEmptyValue: get(value, "allowEmptyValue"),
    ...styleOf(context, place),
    schema: get(value, "schema") === undefined ? schemaOf(context, place) : convertSchema(context, value["schema"]!, child(pointer, "schema")),
    ...omit(extensions(value), new Set(["x-nullable"]))
  })
}

const defaultMedia = ["application/json"]

export const convertBody = (context: Context, { pointer, value }: Place, consumes: ReadonlyArray<string>): JsonObject => {
  const schema = convertSchema(context, get(value, "schema") ?? {}, child(pointer, "schema"))
  const media = consumes.length === 0 ? defaultMedia : consumes
  return compact({
    description: get(value, "description"),
    required: get(value, "required"),
    content: Object.fromEntries(media.map((one) => [one, { schema }])),
    ...extensions(value)
  })
}

const multipart = "multipart/form-data"
const urlencoded = "application/x-www-form-urlencoded"

/** A file can be sent as multipart only. */
const formMedia = (context: Context, consumes: ReadonlyArray<string>, hasFile: boolean, pointer: string): ReadonlyArray<string> => {
  const forms = consumes.filter((one) => one.startsWith(multipart) || one.startsWith(urlencoded))
  if (!hasFile) return forms.length === 0 ? [urlencoded] : forms
  const able = forms.filter((one) => one.startsWith(multipart))
  if (able.length < forms.length) context.report("ignored", child(pointer, "consumes"), "a file is sent as multipart/form-data only")
  return able.length === 0 ? [multipart] : able
}

const encodingOf = (context: Context, media: string, fields: ReadonlyArray<Place>): JsonObject => {
  const lists = fields.filter(({ value }) => isList(value))
  if (media.startsWith(urlencoded)) return Object.fromEntries(lists.map((one) => [String(get(one.value, "name")), styleOf(context, one)]))
  for (const { pointer, value } of lists) {
    if (getString(value, "collectionFormat") !== "multi") context.report("weakened", child(pointer, "collectionFormat"), "a list in multipart/form-data is sent as one part for each value")
  }
  return {}
}

export const convertForm = (context: Context, fields: ReadonlyArray<Place>, consumes: ReadonlyArray<string>, pointer: string): JsonObject => {
  const nameOf = ({ value }: Place): string => String(get(value, "name"))
  const required = fields.filter(({ value }) => get(value, "required") === true).map(nameOf)
  const isFile = (value: Json | undefined): boolean => get(value, "type") === "file" || get(get(value, "items"), "type") === "file"
  const hasFile = fields.some(({ value }) => isFile(value))
  const schema = compact({
    type: "object",
    properties: Object.fromEntries(fields.map((one) => [nameOf(one), { ...schemaOf(context, one) as JsonObject, ...compact({ description: get(one.value, "description") }), ...omit(extensions(one.value), new Set(["x-nullable"])) }])),
    required: required.length === 0 ? undefined : required
  })
  return compact({
    required: required.length > 0 ? true : undefined,
    content: Object.fromEntries(formMedia(context, consumes, hasFile, pointer).map((media) => {
      const encoding = encodingOf(context, media, fields)
      return [media, Object.keys(encoding).length === 0 ? { schema } : { schema, encoding }]
    }))
  })
}
