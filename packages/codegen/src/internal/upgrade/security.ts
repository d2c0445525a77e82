/** Security schemes of Swagger 2.0 as those of OpenAPI 3.0. */
import { child, get, getString, isObject, type Json, type JsonObject } from "../json.js"
import { compact, type Context, extensions } from "./context.js"

const flows: { readonly [flow: string]: string } = {
  implicit: "implicit",
  password: "password",
  application: "clientCredentials",
  accessCode: "authorizationCode"
}

const oauth2 = (context: Context, scheme: JsonObject, pointer: string): JsonObject => {
  const flow = getString(scheme, "flow") ?? ""
  if (!Object.hasOwn(flows, flow)) context.report("weakened", child(pointer, "flow"), "no flow that Swagger 2.0 knows; no token can be had in it")
  const given = compact({ authorizationUrl: get(scheme, "authorizationUrl"), tokenUrl: get(scheme, "tokenUrl"), scopes: get(scheme, "scopes") ?? {} })
  return { type: "oauth2", flows: Object.hasOwn(flows, flow) ? { [flows[flow]!]: given } : {} }
}

export const convertScheme = (context: Context, scheme: Json, pointer: string): Json => {
  if (!isObject(scheme)) return scheme
  const about = { ...compact({ description: get(scheme, "description") }), ...extensions(scheme) }
  switch (getString(scheme, "type")) {
    case "basic":
      return { type: "http", scheme: "basic", ...about }
    case "oauth2":
      return { ...oauth2(context, scheme, pointer), ...about }
    default:
      return scheme
  }
}
