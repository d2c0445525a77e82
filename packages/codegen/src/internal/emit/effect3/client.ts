/** The module of the service: one documented method per operation, and a tag and layer per flow. */
import type { Model, Operation } from "../../model/Model.js"
import { areRequired, documentFlows, type Flow, isBasic, isIn, schemesIn, scopesOf } from "../flows.js"
import { comment, key, quote } from "../text.js"
import { declaresErrors, successType, type Variant, variantsOf } from "./answers.js"
import { mentionsIn, moduleText, type Printer } from "./printer.js"
import { isAllOptional, takesNothing } from "./requests.js"

// ------------------------------------------------------------------------------------------------------ methods

const errorLines = (operation: Operation): string | undefined => {
  const lines = operation.answers.filter((one) => !one.status.startsWith("2")).map((one) => `- ${one.status}${one.words.description === undefined ? "" : `: ${one.words.description.trim().split(/\s*\n\s*/)[0]}`}`)
  return lines.length === 0 ? undefined : `Declared errors:\n${lines.join("\n")}`
}

const describeMethod = (model: Model, operation: Operation): string => {
  const { words } = operation
  const scopes = scopesOf(model, operation)
  return comment([
    words.summary,
    words.description === words.summary ? undefined : words.description,
    errorLines(operation),
    scopes.length === 0 ? undefined : `Scopes: ${scopes.map((one) => `\`${one}\``).join(", ")}`,
    `\`${operation.method} ${operation.path}\``,
    words.url === undefined ? undefined : `@see ${words.url}`,
    words.deprecated === true ? "@deprecated" : undefined
  ], "  ")
}

const parametersOf = (operation: Operation, types: string): string => {
  if (takesNothing(operation)) return "options?: ApiClient.CallOptions"
  return `request${isAllOptional(operation) ? "?" : ""}: operations.${types}Request, options?: ApiClient.CallOptions`
}

const methodOf = (printer: Printer, operation: Operation, variant: Variant): string => {
  const { types } = printer.names.operation(operation.pointer)
  const success = successType(printer, operation, variant)
  const kind = variant.stream ? printer.use("Stream", "Stream.Stream") : printer.use("Effect", "Effect.Effect")
  return `${describeMethod(printer.model, operation)}  readonly ${variant.name}: (${parametersOf(operation, types)}) => ${kind}<${success}, E | ApiClient.Error${declaresErrors(operation) ? ` | operations.${types}Error` : ""}, R>\n`
}

interface Method {
  readonly operation: Operation
  readonly variant: Variant
}

const methodsOf = (printer: Printer): ReadonlyArray<Method> =>
  printer.model.operations
    .flatMap((operation) => variantsOf(operation, printer.names.operation(operation.pointer)).map((variant) => ({ operation, variant })))
    .sort((a, b) => a.variant.name < b.variant.name ? -1 : 1)

// ------------------------------------------------------------------------------------------------------ flows

interface FlowWords {
  readonly suffix: string
  readonly layer: string
  readonly make: string
  readonly build: string
  readonly errors: string
  readonly methodsNeed: string
  readonly layerNeeds: string
  readonly about: string
}

/** The name of a flow's tag. */
export const tagOf = (name: string, flow: Flow): string => `${name}${flowWords[flow].suffix}`

/** The name of its layer. */
export const layerNameOf = (flow: Flow): string => flowWords[flow].layer

const flowWords: Readonly<Record<Flow, FlowWords>> = {
  App: {
    suffix: "",
    layer: "layer",
    make: "make",
    build: "app",
    errors: "AppAuth.Error",
    methodsNeed: "never",
    layerNeeds: "AppAuth.AppAuth | HttpClient.HttpClient",
    about: "with the application's own token"
  },
  User: {
    suffix: "User",
    layer: "layerUser",
    make: "makeUser",
    build: "user",
    errors: "UserAuth.Error",
    methodsNeed: "UserAuth.UserAuth",
    layerNeeds: "HttpClient.HttpClient",
    about: "with the token of a user, who is given per call as `UserAuth`"
  },
  Open: {
    suffix: "",
    layer: "layer",
    make: "make",
    build: "open",
    errors: "never",
    methodsNeed: "never",
    layerNeeds: "HttpClient.HttpClient",
    about: "without a token of Orange"
  }
}

const serviceType = ({ errors, methodsNeed }: FlowWords): string =>
  methodsNeed === "never" ? (errors === "never" ? "Service" : `Service<${errors}>`) : `Service<${errors}, ${methodsNeed}>`

const optionsType = (model: Model, operations: ReadonlyArray<Operation>): { readonly type: string; readonly required: boolean } | undefined => {
  const schemes = schemesIn(model, operations)
  if (schemes.length === 0) return undefined
  const required = schemes.filter((one) => areRequired(model, operations, one))
  const fields = schemes.map((one) => {
    const type = isBasic(model.security[one]!) ? "ApiClient.BasicCredentials" : "Redacted.Redacted"
    return `readonly ${key(one)}${required.includes(one) ? "" : "?"}: ${type}`
  })
  return { type: `ApiClient.Options & { readonly security${required.length > 0 ? "" : "?"}: { ${fields.join("; ")} } }`, required: required.length > 0 }
}

const aboutApi = ({ title, words }: Model): string | undefined => {
  const docs = [title, words.description].filter((one) => one !== undefined && one !== "")
  return docs.length === 0 ? undefined : docs.join("\n\n")
}

export interface ClientOptions {
  readonly name: string
  readonly packageName: string
}

const emitFlow = (printer: Printer, all: ReadonlyArray<Method>, flow: Flow, { name, packageName }: ClientOptions): string => {
  const { model } = printer
  const words = flowWords[flow]
  const tag = tagOf(name, flow)
  const callable = model.operations.filter((one) => isIn(model, one, flow))
  const own = callable.length === model.operations.length ? all : all.filter((one) => callable.includes(one.operation))
  const names = (): string => own.length === 0 ? "never" : own.map((one) => quote(one.variant.name)).join(" | ")
  const service = own.length === all.length ? serviceType(words) : `Pick<${serviceType(words)}, ${names()}>`
  const picked = own.length === all.length ? "operations" : `{ ${own.map((one) => `${one.variant.name}: operations.${one.variant.name}`).join(", ")} }`
  const options = optionsType(model, callable)
  if (options !== undefined && options.type.includes("Redacted.")) printer.used.add("Redacted")
  const makeType = `Effect.Effect<${service}, never, ${words.layerNeeds}>`
  const layerType = `Layer.Layer<${tag}, never, ${words.layerNeeds}>`
  const build = `ApiClient.${words.build}<${service}>`
  return [
    `const ${tag}Tag: Context.TagClass<${tag}, ${quote(`${packageName}/${tag}`)}, ${service}> = /*#__PURE__*/ Context.Tag(${quote(`${packageName}/${tag}`)})<${tag}, ${service}>()\n\n`,
    comment([aboutApi(model) ?? `The client of ${name}.`, `Its methods call ${words.about}.`], ""),
    `export class ${tag} extends ${tag}Tag {}\n\n`,
    comment([`Makes the client that calls ${words.about}.`], ""),
    options === undefined
      ? `export const ${words.make}: ${makeType} = /*#__PURE__*/ ${build}(${picked})\n\n`
      : `export const ${words.make} = (options${options.required ? "" : "?"}: ${options.type}): ${makeType} => ${build}(${picked}, options)\n\n`,
    comment([`Provides \`${tag}\`, which calls ${words.about}.`], ""),
    options === undefined
      ? `export const ${words.layer}: ${layerType} = /*#__PURE__*/ Layer.effect(${tag}, ${words.make})\n`
      : `export const ${words.layer} = (options${options.required ? "" : "?"}: ${options.type}): ${layerType} => Layer.effect(${tag}, ${words.make}(options))\n`
  ].join("")
}

export const emitClient = (printer: Printer, options: ClientOptions): string => {
  const flows = documentFlows(printer.model)
  const methods = methodsOf(printer)
  const service = `${comment([`The operations of ${options.name}. \`E\` is what getting a token may fail with, \`R\` what a call needs.`], "")}export interface Service<E = never, R = never> {\n${
    methods.map(({ operation, variant }) => methodOf(printer, operation, variant)).join("")
  }}\n`
  const parts = flows.map((flow) => emitFlow(printer, methods, flow, options))
  const body = [service, ...parts].join("\n")
  const modules = [
    "ApiClient", "Context", "Layer", "HttpClient", "operations",
    ...(flows.includes("App") ? ["AppAuthType"] : []),
    ...(flows.includes("User") ? ["UserAuthType"] : []),
    ...new Set([...printer.used, "Effect", ...(mentionsIn(service).has("M") ? ["MType"] : [])])
  ]
  return moduleText(printer, modules, body)
}
