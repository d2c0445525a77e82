/** The operations of a document as the emulator serves them: where they are, who may call them, what they take. */
import { below, isObject, type Json, type JsonObject, listAt, objectAt, type Place, resolved, textAt } from "./document.js"

export interface Parameter {
  readonly name: string
  readonly in: "path" | "query" | "header"
  readonly required: boolean
  readonly type: string | undefined
  readonly pointer: string
}

interface Body {
  readonly required: boolean
  /** Pointers of schemas by media type. */
  readonly content: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  /** Media type and example of the first content; none without a body. */
  readonly content: { readonly media: string; readonly example: unknown } | undefined
}

/** The kinds of token that open an operation. No kind: it is open to all. */
export interface Security {
  readonly kind: "app" | "user"
  readonly scopes: ReadonlyArray<string>
}

export interface Operation {
  readonly id: string
  readonly method: string
  /** The whole path, the server's included. Its groups are `variables`, in order. */
  readonly path: RegExp
  readonly variables: ReadonlyArray<string>
  readonly parameters: ReadonlyArray<Parameter>
  readonly body: Body | undefined
  readonly security: ReadonlyArray<Security>
  readonly answers: ReadonlyArray<Answer>
}

const methods = ["get", "put", "post", "delete", "patch"]

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** `/a/{b}` as a pattern: a variable is one of its values, which may have slashes, or else one segment. */
const patternOf = (template: string, choices: Server["choices"]): { readonly source: string; readonly variables: ReadonlyArray<string> } => {
  const parts = template.split(/\{([^}]*)\}/)
  const group = (name: string): string => Object.hasOwn(choices, name) ? `(${choices[name]!.map(literal).join("|")})` : "([^/]+)"
  return {
    source: parts.map((part, index) => index % 2 === 0 ? literal(part) : group(part)).join(""),
    variables: parts.filter((_, index) => index % 2 === 1)
  }
}

/** The path of a server's URL, without a slash at its end. Its host is the emulator's, whatever the document says. */
const serverPath = (url: string): string => url.replace(/^https?:\/\/[^/]*/, "").replace(/\/$/, "")

interface Server {
  readonly path: string
  /** The values of the variables that have a list of them. */
  readonly choices: Readonly<Record<string, ReadonlyArray<string>>>
}

const choicesOf = (server: Json): Server["choices"] =>
  Object.fromEntries(Object.entries(objectAt(server, "variables")).flatMap(([name, variable]) => {
    const values = listAt(variable, "enum").filter((value) => typeof value === "string")
    return values.length === 0 ? [] : [[name, values]]
  }))

const serversOf = (document: JsonObject, ...holders: ReadonlyArray<JsonObject>): ReadonlyArray<Server> => {
  const nearest = [...holders, document].find((one) => listAt(one, "servers").length > 0)
  const servers = listAt(nearest, "servers").map((one): Server => ({ path: serverPath(textAt(one, "url") ?? ""), choices: choicesOf(one) }))
  return [...new Map(servers.map((one) => [one.path, one])).values()]
}

const readParameters = (document: JsonObject, holders: ReadonlyArray<Place>): ReadonlyArray<Parameter> => {
  const all = new Map<string, Parameter>()
  for (const holder of holders) {
    listAt(holder.value, "parameters").forEach((_, index) => {
      const place = resolved(document, below(holder, "parameters", index))
      const name = textAt(place.value, "name") ?? ""
      const where = textAt(place.value, "in") as Parameter["in"]
      const schema = below(place, "schema")
      all.set(`${where} ${name}`, {
        name,
        in: where,
        required: place.value["required"] === true,
        type: textAt(resolved(document, schema).value, "type"),
        pointer: schema.pointer
      })
    })
  }
  return [...all.values()]
}

const readBody = (document: JsonObject, operation: Place): Body | undefined => {
  if (!isObject(operation.value["requestBody"])) return undefined
  const place = resolved(document, below(operation, "requestBody"))
  const content = Object.keys(objectAt(place.value, "content"))
  return {
    required: place.value["required"] === true,
    content: Object.fromEntries(content.map((media) => [media, below(place, "content", media, "schema").pointer]))
  }
}

const exampleOf = (media: JsonObject): unknown => {
  if (media["example"] !== undefined) return media["example"]
  const [first] = Object.values(objectAt(media, "examples"))
  return isObject(first) ? first["value"] : undefined
}

const readAnswers = (document: JsonObject, operation: Place): ReadonlyArray<Answer> =>
  Object.keys(objectAt(operation.value, "responses")).filter((status) => /^\d{3}$/.test(status)).map((status) => {
    const { value } = resolved(document, below(operation, "responses", status))
    const [content] = Object.entries(objectAt(value, "content"))
    return {
      status: Number(status),
      content: content === undefined ? undefined : { media: content[0], example: exampleOf(content[1] as JsonObject) }
    }
  })

const readSecurity = (document: JsonObject, operation: JsonObject): ReadonlyArray<Security> => {
  const schemes = objectAt(objectAt(document, "components"), "securitySchemes")
  const requirements = operation["security"] === undefined ? listAt(document, "security") : listAt(operation, "security")
  return requirements.flatMap((one) =>
    Object.keys(isObject(one) ? one : {}).map((name): Security => ({
      kind: isObject(objectAt(objectAt(schemes, name), "flows")["clientCredentials"]) ? "app" : "user",
      scopes: listAt(one, name).filter((scope) => typeof scope === "string")
    })))
}

/** All operations of a document: one for each server on which it is. */
export const readOperations = (document: JsonObject): ReadonlyArray<Operation> => {
  const root: Place = { value: document, pointer: "#" }
  return Object.keys(objectAt(document, "paths")).flatMap((template) => {
    const path = below(root, "paths", template)
    return methods.filter((method) => isObject(path.value[method])).flatMap((method) => {
      const place = below(path, method)
      const common = {
        id: textAt(place.value, "operationId") ?? `${method} ${template}`,
        method: method.toUpperCase(),
        parameters: readParameters(document, [path, place]),
        body: readBody(document, place),
        security: readSecurity(document, place.value),
        answers: readAnswers(document, place)
      }
      return serversOf(document, place.value, path.value).map((server): Operation => {
        const { source, variables } = patternOf(server.path + template, server.choices)
        return { ...common, path: new RegExp(`^${source}$`), variables }
      })
    })
  })
}
