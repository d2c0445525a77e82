/** Which of the standards a document follows. */
import type { Finding } from "../../Report.js"
import { get, getString, isObject, type Json } from "../json.js"
import { Fault, show } from "./fault.js"
import { kindOf } from "./parse.js"

export interface Dialect {
  readonly isSwagger: boolean
  readonly findings: ReadonlyArray<Finding>
}

/** YAML reads `swagger: 2.0` and `openapi: 3.1` as numbers; what is meant is plain. */
export const normalizeVersion = (value: Json): Json => {
  if (!isObject(value)) return value
  if (get(value, "swagger") === 2) return { ...value, swagger: "2.0" }
  const version = get(value, "openapi")
  return version === 3 || version === 3.1 || version === 3.2 ? { ...value, openapi: version === 3 ? "3.0.0" : `${version}.0` } : value
}

/** Of a document that is read: OpenAPI 3.0, or made of Swagger 2.0. */
export const is30 = (document: Json): boolean => (getString(document, "openapi") ?? "").startsWith("3.0")

const supported = "Expected openapi: 3.0.x or 3.1.x, or swagger: \"2.0\""

const ofSwagger = (version: Json): Dialect => {
  if (version !== "2.0") throw new Fault(`Swagger ${show(String(version))} is not read`, { keys: ["swagger"] }, supported)
  return { isSwagger: true, findings: [] }
}

const ofOpenApi = (version: Json): Dialect => {
  if (typeof version !== "string") throw new Fault(`openapi is ${kindOf(version)}`, { keys: ["openapi"] }, supported)
  if (/^3\.[01](?:\.\d+(?:-\S+)?)?$/.test(version)) return { isSwagger: false, findings: [] }
  if (!/^3\.2\.\d+/.test(version)) throw new Fault(`OpenAPI ${show(version)} is not read`, { keys: ["openapi"] }, supported)
  return { isSwagger: false, findings: [{ kind: "weakened", pointer: "#/openapi", reason: "OpenAPI 3.2 is read as 3.1: what is new in it is ignored" }] }
}

/** Text that is shown only: without it there is less to show. */
const aboutInfo = (document: Json): ReadonlyArray<Finding> =>
  ["title", "version"].filter((key) => isObject(get(document, "info")) && getString(get(document, "info"), key) === undefined)
    .map((key) => ({ kind: "ignored", pointer: `#/info/${key}`, reason: `the document has no ${key} that is a text` }))

export const checkVersion = (document: Json): Dialect => {
  if (!isObject(document)) throw new Fault(`is ${kindOf(document)}, no OpenAPI document`, { keys: [] }, "Expected an object with openapi or swagger, info and paths")
  const swagger = get(document, "swagger")
  const openapi = get(document, "openapi")
  if (swagger === undefined && openapi === undefined) throw new Fault("is no OpenAPI document: it has neither openapi nor swagger", { keys: [] }, supported)
  const dialect = openapi === undefined ? ofSwagger(swagger!) : ofOpenApi(openapi)
  const needsPaths = dialect.isSwagger || String(openapi).startsWith("3.0")
  const hasPart = ["paths", ...(needsPaths ? [] : ["webhooks", "components"])].some((key) => get(document, key) !== undefined)
  if (!hasPart) throw new Fault("has no paths", { keys: [] }, needsPaths ? "Expected an object with paths" : "Expected an object with paths, webhooks or components")
  return { ...dialect, findings: [...dialect.findings, ...aboutInfo(document)] }
}
