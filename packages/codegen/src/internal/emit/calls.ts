/** A call of an operation as a person would write it, with the document's own examples. */
import { isArray, isObject, type Json } from "../json.js"
import type { Media, Model, Operation, Parameter } from "../model/Model.js"
import type { About } from "./about.js"
import { layerNameOf } from "./effect3/client.js"
import { requestKeys } from "./effect3/requestKeys.js"
import { isAllOptional, takesNothing } from "./effect3/requests.js"
import { type Flow, flowsOf, isBasic, isIn, schemesIn } from "./flows.js"
import { braces, objectKey, quote } from "./text.js"

const bodyText = ({ sampler, valuer }: About, media: Media): string | undefined => {
  if (media.kind === "text") return quote("text")
  if (media.kind === "bytes") return `new TextEncoder().encode("bytes")`
  if (media.node === undefined) return media.kind === "lines" ? "[{}]" : "{}"
  const value = sampler.sample(media.node, "input", media.example)
  if ((media.kind === "multipart" || media.kind === "form") && !isObject(value)) return undefined
  const text = value === undefined ? undefined : valuer.text(media.node, value, "input", media.kind === "multipart")
  return text !== undefined && media.kind === "lines" ? `[${text}]` : text
}

/** What would name another path: no such call is sent. */
const isNoSegment = (value: Json): boolean =>
  isArray(value) || isObject(value) ? Object.keys(value).length === 0 : value === "" || value === "." || value === ".."

const parameterText = ({ sampler, valuer }: About, { in: place, node, words }: Parameter): string | undefined => {
  const value = sampler.sample(node, "input", words.example)
  return value === undefined || (place === "path" && isNoSegment(value)) ? undefined : valuer.text(node, value, "input")
}

/** The flow whose client is shown to call an operation. */
export const flowFor = ({ flows, model }: About, operation: Operation): Flow => {
  const own = flowsOf(model, operation)
  return flows.find((flow) => own.has(flow)) ?? flows[0]!
}

/** A client's layer, given something for each scheme that is no token of Orange's. */
export const layerOf = ({ model }: About, flow: Flow, client: string): string => {
  const layer = `${client}.${layerNameOf(flow)}`
  const schemes = schemesIn(model, model.operations.filter((one) => isIn(model, one, flow)))
  const given = schemes.map((name) =>
    `${objectKey(name)}: ${isBasic(model.security[name]!) ? `{ username: "user", password: Redacted.make("secret") }` : `Redacted.make("secret")`}`)
  return given.length === 0 ? layer : `${layer}({ security: { ${given.join(", ")} } })`
}

const isLoopback = (url: string): boolean => /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/]|$)/i.test(url)

/** The document's server, where nobody says otherwise. */
const serverOf = ({ servers }: Model, operation: Operation): string => {
  const { url, variables } = (operation.servers ?? servers)[0] ?? { url: "/", variables: {} }
  return url.replace(/\{([^{}]*)\}/g, (_, name: string) => variables[name]?.default ?? "")
}

/** A caller without a token must name a server where the document's is relative, or where a credential would go there in clear. */
const needsServer = ({ flows, model }: About, operation: Operation): boolean => {
  if (flows[0] !== "Open") return false
  const url = serverOf(model, operation)
  return !/^https?:/i.test(url) || (operation.security.length > 0 && !/^https:/i.test(url) && !isLoopback(url))
}

/** What a call is given: `request`, an expression, and options where it cannot do without. */
export const callOf = (about: About, operation: Operation, request: string, more: ReadonlyArray<string> = []): string => {
  const entries = [...(needsServer(about, operation) ? [`server: "https://example.com"`] : []), ...more]
  if (entries.length === 0) return request
  const options = `{ ${entries.join(", ")} }`
  return takesNothing(operation) ? options : `${request === "" ? "{}" : request}, ${options}`
}

/** The request of a call: what is required, and the body. `undefined` where an example could not be made. */
export const callRequest = (about: About, operation: Operation): string | undefined => {
  if (takesNothing(operation)) return ""
  const keys = requestKeys(operation)
  const entries: Array<string> = []
  for (const one of operation.parameters.filter(({ required }) => required)) {
    const text = parameterText(about, one)
    if (text === undefined) return undefined
    entries.push(`${objectKey(keys.get(one)!)}: ${text}`)
  }
  const media = operation.body?.content[0]
  if (media !== undefined) {
    const text = bodyText(about, media)
    if (text === undefined) return undefined
    entries.push(`body: ${text}`)
  }
  return entries.length === 0 && isAllOptional(operation) ? "" : entries.length === 0 ? "{}" : braces(entries)
}
