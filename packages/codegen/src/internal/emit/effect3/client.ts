/** The module of the service: one documented method per operation, and a tag and layer per flow. */
import type { Model, Operation, Requirement, SecurityScheme } from "../../model/Model.js"
import { comment, key, quote } from "../text.js"
import { declaresErrors, successType, type Variant, variantsOf } from "./answers.js"
import { imports, mentionsIn, type Printer } from "./printer.js"
import { isAllOptional, takesNothing } from "./requests.js"

export type Flow = "App" | "User" | "Open"

/** The ways in which a requirement may be met: by whose token, or by given credentials alone. */
const flowsOfRequirement = (model: Model, requirement: Requirement): ReadonlyArray<Flow> => {
  const oauth = Object.keys(requirement).map((name) => model.security[name]!).filter((one) => one.type === "oauth2")
  if (oauth.length === 0) return ["Open"]
  return (["App", "User"] as const).filter((flow) => oauth.every((one) => one.flows.includes(flow)))
}

export const flowsOf = (model: Model, operation: Operation): ReadonlySet<Flow> =>
  new Set(operation.security.length === 0 ? ["Open"] : operation.security.flatMap((one) => flowsOfRequirement(model, one)))

/** The flows of a document's tags. A document without a token of Orange has one tag, `Open`. */
export const documentFlows = (model: Model): ReadonlyArray<Flow> => {
  const all = new Set(model.operations.flatMap((one) => [...flowsOf(model, one)]))
  const tokens = (["App", "User"] as const).filter((flow) => all.has(flow))
  return tokens.length === 0 ? ["Open"] : tokens
}

/** Open operations, and those that other credentials open, are in every tag. */
export const isIn = (model: Model, operation: Operation, flow: Flow): boolean => {
  const flows = flowsOf(model, operation)
  return flows.has(flow) || flows.has("Open")
}

/** What is given as a user name and a password; all else is one text. */
export const isBasic = (scheme: SecurityScheme): boolean => scheme.type === "http" && scheme.scheme === "basic"

/** Credentials that a layer needs to be given. */
export const schemesIn = (model: Model, operations: ReadonlyArray<Operation>): ReadonlyArray<string> => {
  const names = operations.flatMap((one) => one.security.flatMap((requirement) => Object.keys(requirement)))
  return [...new Set(names)].filter((name) => model.security[name]!.type !== "oauth2").sort()
}

/** Given beside a token or not, some operation cannot do without them. */
const areRequired = (model: Model, operations: ReadonlyArray<Operation>, scheme: string): boolean =>
  operations.some((one) => one.security.length > 0 && one.security.every((requirement) => Object.hasOwn(requirement, scheme)))

// ------------------------------------------------------------------------------------------------------ methods

export const scopesOf = (model: Model, operation: Operation): ReadonlyArray<string> =>
  [...new Set(operation.security.flatMap((one) => Object.entries(one).filter(([name]) => model.security[name]!.type === "oauth2").flatMap(([, scopes]) => scopes)))].sort()

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

const methodOf = (printer: Printer, model: Model, operation: Operation, variant: Variant): string => {
  const { types } = printer.names.operation(operation.pointer)
  const success = successType(printer, operation, variant)
  const kind = variant.stream ? printer.use("Stream", "Stream.Stream") : printer.use("Effect", "Effect.Effect")
  return `${describeMethod(model, operation)}  readonly ${variant.name}: (${parametersOf(operation, types)}) => ${kind}<${success}, E | ApiClient.Error${declaresErrors(operation) ? ` | operations.${types}Error` : ""}, R>\n`
}

interface Method {
  readonly operation: Operation
  readonly variant: Variant
}

const methodsOf = (printer: Printer, operations: ReadonlyArray<Operation>): ReadonlyArray<Method> =>
  operations
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

const emitFlow = (printer: Printer, model: Model, all: ReadonlyArray<Method>, flow: Flow, name: string, packageName: string, docs: string | undefined): string => {
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
    comment([docs ?? `The client of ${name}.`, `Its methods call ${words.about}.`], ""),
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

export interface ClientOptions {
  readonly name: string
  readonly packageName: string
}

export const emitClient = (model: Model, printer: Printer, banner: string, options: ClientOptions): string => {
  const flows = documentFlows(model)
  const methods = methodsOf(printer, model.operations)
  const service = `${comment([`The operations of ${options.name}. \`E\` is what getting a token may fail with, \`R\` what a call needs.`], "")}export interface Service<E = never, R = never> {\n${
    methods.map(({ operation, variant }) => methodOf(printer, model, operation, variant)).join("")
  }}\n`
  const docs = [model.title, model.words.description].filter((one) => one !== undefined && one !== "").join("\n\n")
  const parts = flows.map((flow) => emitFlow(printer, model, methods, flow, options.name, options.packageName, docs === "" ? undefined : docs))
  const body = [service, ...parts].join("\n")
  const modules = [
    "ApiClient", "Context", "Layer", "HttpClient", "operations",
    ...(flows.includes("App") ? ["AppAuthType"] : []),
    ...(flows.includes("User") ? ["UserAuthType"] : []),
    ...new Set([...printer.used, "Effect", ...(mentionsIn(service).has("M") ? ["MType"] : [])])
  ]
  return `${banner}\n${imports(modules)}\n\n${body}`
}
