/** Who may call: security schemes and requirements (OpenAPI 3.1 sections 4.8.27 and 4.8.30). */
import { child, get, getArray, getObject, getString, isObject, type Json, type JsonObject, sortedKeys, strings } from "../json.js"
import { type Context, member, resolve } from "./context.js"
import type { Requirement, SecurityScheme } from "./Model.js"

/** `clientCredentials` is the application's own grant; the rest speak for a user. */
const flowsOf = (scheme: JsonObject): ReadonlyArray<"App" | "User"> => {
  const flows = getObject(scheme, "flows") ?? {}
  const names = Object.keys(flows)
  return [
    ...(names.includes("clientCredentials") ? ["App" as const] : []),
    ...(names.some((name) => name !== "clientCredentials" && !name.startsWith("x-")) ? ["User" as const] : [])
  ]
}

const readScheme = (scheme: JsonObject): SecurityScheme | undefined => {
  const name = getString(scheme, "name")
  const place = getString(scheme, "in")
  switch (getString(scheme, "type")) {
    case "oauth2":
      return { type: "oauth2", flows: flowsOf(scheme) }
    case "openIdConnect":
      return { type: "oauth2", flows: ["User"] }
    case "apiKey":
      return name !== undefined && (place === "query" || place === "header" || place === "cookie") ? { type: "apiKey", in: place, name } : undefined
    case "http": {
      const kind = getString(scheme, "scheme")?.toLowerCase()
      return kind === "basic" || kind === "bearer" ? { type: "http", scheme: kind } : undefined
    }
    default:
      return undefined
  }
}

export const readSecuritySchemes = (context: Context): Readonly<Record<string, SecurityScheme>> => {
  const components = { value: getObject(context.document, "components") ?? {}, pointer: "#/components" }
  const schemes = member(context, components, "securitySchemes")
  if (schemes === undefined) return {}
  return Object.fromEntries(
    sortedKeys(schemes.value).flatMap((name): ReadonlyArray<readonly [string, SecurityScheme]> => {
      const place = member(context, schemes, name)
      const scheme = place === undefined ? undefined : readScheme(resolve(context, place).value)
      if (scheme !== undefined) return [[name, scheme]]
      context.report({
        kind: "weakened",
        pointer: child("#/components/securitySchemes", name),
        reason: "this kind of security is not known here; calls do not carry it"
      })
      return []
    })
  )
}

/** The operation's choice, else the document's. A requirement with a scheme that is not known here is left out. */
export const readSecurity = (
  context: Context,
  operation: JsonObject,
  pointer: string,
  schemes: Readonly<Record<string, SecurityScheme>>
): ReadonlyArray<Requirement> => {
  const own = getArray(operation, "security")
  const list: ReadonlyArray<Json> = own ?? getArray(context.document, "security") ?? []
  return list.filter(isObject).flatMap((requirement): ReadonlyArray<Requirement> => {
    const names = sortedKeys(requirement)
    const unknown = names.filter((name) => !Object.hasOwn(schemes, name))
    if (unknown.length > 0) {
      context.report({ kind: "ignored", pointer: child(pointer, "security"), reason: `names the security scheme ${JSON.stringify(unknown[0])}, which the document does not define` })
      return []
    }
    return [Object.fromEntries(names.map((name) => [name, [...strings(get(requirement, name))].sort()]))]
  })
}
