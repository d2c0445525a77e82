/** Parameters of an operation: its own, those of its path, and path variables that nobody declared. */
import { child, get, getArray, getObject, getString, isObject, sortedKeys } from "../json.js"
import { componentName, type Context, type OperationPlace, type Place, resolve } from "./context.js"
import { defined, wordsOf } from "./keywords.js"
import { firstExample } from "./media.js"
import type { Parameter, ParameterPlace, Words } from "./Model.js"
import type { Schemas } from "./schemas.js"

const places: ReadonlySet<string> = new Set(["path", "query", "header", "cookie"])

/** Headers that OpenAPI leaves to `content` and `security` (section 4.8.12.1). */
const notParameters: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"])

const styles: Readonly<Record<ParameterPlace, ReadonlySet<string>>> = {
  path: new Set(["simple", "label", "matrix"]),
  query: new Set(["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
  header: new Set(["simple"]),
  cookie: new Set(["form"])
}

const defaultStyle: Readonly<Record<ParameterPlace, string>> = { path: "simple", query: "form", header: "simple", cookie: "form" }

const styleOf = (context: Context, { pointer, value }: Place, place: ParameterPlace): string | undefined => {
  const style = getString(value, "style")
  if (style === undefined || style === defaultStyle[place]) return undefined
  if (styles[place].has(style)) return style
  context.report({ kind: "weakened", pointer: child(pointer, "style"), reason: `no style of a ${place} parameter; the default is used` })
  return undefined
}

const readParameter = (context: Context, schemas: Schemas, from: Place, hint: string): Parameter | undefined => {
  const place = resolve(context, from)
  const { pointer, value } = place
  const name = getString(value, "name")
  const where = getString(value, "in")
  if (name === undefined || where === undefined || !places.has(where)) {
    context.report({ kind: "ignored", pointer, reason: "no parameter: it needs a name and a place (path, query, header, cookie)" })
    return undefined
  }
  if (where === "header" && notParameters.has(name.toLowerCase())) {
    context.report({ kind: "ignored", pointer, reason: `the header ${name} follows from the body, the answers or the security` })
    return undefined
  }
  const content = getObject(value, "content")
  const media = content === undefined ? undefined : sortedKeys(content)[0]
  const schema = media === undefined ? get(value, "schema") : get(content![media], "schema")
  const shared = componentName(pointer, "parameters")
  const own = shared ?? `${hint} ${name}`
  const words = wordsOf(value)
  return defined({
    name,
    in: where as ParameterPlace,
    required: where === "path" || get(value, "required") === true,
    style: styleOf(context, place, where as ParameterPlace),
    explode: typeof get(value, "explode") === "boolean" ? get(value, "explode") as boolean : undefined,
    allowReserved: where === "query" && get(value, "allowReserved") === true ? true : undefined,
    media,
    node: schemas.node(schema ?? {}, media === undefined ? child(pointer, "schema") : child(pointer, "content", media, "schema"), own),
    words: defined({ ...words, example: words.example ?? firstExample(value), default: get(schema, "default") }) as Words,
    shared
  }) as Parameter
}

/** Those of the operation over those of its path. */
const readDeclared = (context: Context, schemas: Schemas, path: Place, operation: Place, hint: string): ReadonlyArray<Parameter> => {
  const found = new Map<string, Parameter>()
  for (const holder of [path, operation]) {
    const list = getArray(holder.value, "parameters") ?? []
    list.forEach((one, index) => {
      if (!isObject(one)) return
      const parameter = readParameter(context, schemas, { value: one, pointer: child(holder.pointer, "parameters", index) }, hint)
      if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, holder === path ? { ...parameter, inherited: true } : parameter)
    })
  }
  return [...found.values()]
}

/** A path variable that is declared nowhere is a string: a call could not be made without it. */
const withUndeclared = (context: Context, path: string, pointer: string, parameters: ReadonlyArray<Parameter>): ReadonlyArray<Parameter> => {
  const inPath = new Set(Array.from(path.matchAll(/\{([^{}]+)\}/g), (match) => match[1]!))
  const declared = new Set(parameters.filter((one) => one.in === "path").map((one) => one.name))
  const missing = [...inPath].filter((name) => !declared.has(name))
  for (const name of missing) context.report({ kind: "weakened", pointer, reason: `the path's variable {${name}} is not declared; it is taken as a string` })
  const unknown = [...declared].filter((name) => !inPath.has(name))
  for (const name of unknown) context.report({ kind: "ignored", pointer, reason: `the path has no variable {${name}}` })
  if (missing.length === 0 && unknown.length === 0) return parameters
  return [
    ...parameters.filter((one) => one.in !== "path" || !unknown.includes(one.name)),
    ...missing.map((name): Parameter => ({ name, in: "path", required: true, undeclared: true, node: { kind: "text", rules: {} }, words: {} }))
  ]
}

/** Those that a call takes. */
export const readParameters = (context: Context, schemas: Schemas, { item, path, place, pointer }: OperationPlace, hint: string): ReadonlyArray<Parameter> =>
  withUndeclared(context, path, pointer, readDeclared(context, schemas, item, place, hint))
