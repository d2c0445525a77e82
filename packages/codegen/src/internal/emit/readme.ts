/** The README of a package: what the API does, who may call, a call, its errors. */
import type { Operation } from "../model/Model.js"
import type { About } from "./about.js"
import { callOf, callRequest, flowFor, layerOf } from "./calls.js"
import { variantsOf } from "./effect3/answers.js"
import { tagOf } from "./effect3/client.js"
import { errorClass } from "./effect3/errors.js"
import { kebab } from "../name/identifiers.js"
import { type Flow, scopesOf } from "./flows.js"
import { objectKey } from "./text.js"

/** Text in Markdown, outside of code: a document's words start no HTML and no fence. */
const prose = (text: string): string => text.replaceAll("<", "&lt;").replaceAll("```", "'''").trim()

const cell = (text: string | undefined): string => prose((text ?? "").split(/\r?\n/)[0]!).replaceAll("|", "\\|")

const grants: Readonly<Record<Flow, string>> = {
  App: "the application's own token (2-legged grant): `ClientCredentials` provides it",
  User: "the token of a user (\"log in with Orange\"): `AuthorizationCode` gives a session's, `Ciba` a subscriber's without a browser, and each call is given it as `UserAuth`",
  Open: "no token of Orange"
}

const example = (about: About, operation: Operation, flow: Flow): string => {
  const names = about.names.operation(operation.pointer)
  const request = callOf(about, operation, callRequest(about, operation) ?? "{ /* … */ }")
  const tag = tagOf(about.name, flow)
  const layer = layerOf(about, flow, about.name)
  const values = [...about.valuer.used, ...(layer.includes("Redacted.") ? ["Redacted"] : [])]
  const isStream = variantsOf(operation, names)[0]!.stream
  const effect = [...new Set(["Effect", ...(isStream ? ["Stream"] : []), ...(flow === "App" ? ["Layer"] : []), ...values])].sort()
  const core = flow === "App" ? "ClientCredentials" : flow === "User" ? "AuthorizationCode, UserAuth" : undefined
  const imports = [
    ...(core === undefined ? [] : [`import { ${core} } from "@effect-orange/core"`]),
    `import * as ${about.name} from "${about.packageName}"`,
    `import { FetchHttpClient } from "@effect/platform"`,
    `import { ${effect.join(", ")} } from "effect"`
  ].join("\n")
  const call = (indent: string): string => {
    const text = `client.${names.method}(${request.replaceAll("\n", `\n${indent}`)})`
    return isStream ? `Stream.runCollect(${text})` : text
  }
  const program = `  const client = yield* ${about.name}.${tag}
  return yield* ${call("  ")}`
  if (flow === "App") {
    return `${imports}

const ${about.name}Live = ${layer}.pipe(Layer.provide(ClientCredentials.layerConfig()))

const program = Effect.gen(function*() {
${program}
}).pipe(Effect.provide(${about.name}Live), Effect.provide(FetchHttpClient.layer))`
  }
  if (flow === "User") {
    return `${imports}

const ofUser = (sessionId: string) =>
  Effect.gen(function*() {
    const grant = yield* AuthorizationCode.AuthorizationCode
    const client = yield* ${about.name}.${tag}
    return yield* ${call("    ")}.pipe(
      Effect.provideServiceEffect(UserAuth.UserAuth, grant.session(sessionId))
    )
  }).pipe(Effect.provide(${layer}), Effect.provide(FetchHttpClient.layer))`
  }
  return `${imports}

const program = Effect.gen(function*() {
${program}
}).pipe(Effect.provide(${layer}), Effect.provide(FetchHttpClient.layer))`
}

const operationRows = ({ model, names }: About): ReadonlyArray<string> =>
  model.operations.map((one) => {
    const scopes = scopesOf(model, one).map((scope) => `\`${scope}\``).join(", ")
    return `| \`${names.operation(one.pointer).method}\` | \`${one.method} ${one.path}\` | ${scopes} | ${cell(one.words.summary ?? one.words.description)} |`
  })

const errorRows = ({ model }: About): ReadonlyArray<string> => {
  const statuses = [...new Set(model.operations.flatMap((one) => one.answers.map(({ status }) => status)))].filter((one) => !one.startsWith("2")).sort()
  return statuses.map((one) => `| ${one} | \`Api${errorClass(one)}\` |`)
}

const amount = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`

const limits = ({ model: { budget }, name }: About): string => {
  if (budget === undefined) return ""
  const source = budget.source === undefined ? "" : ` (${prose(budget.source)})`
  return `
## Limits

${amount(budget.requests, "request")} in ${amount(budget.seconds, "second")}${source}. Calls beyond that are refused; with
\`RequestBudget.layer({ apis: { ${objectKey(kebab(name))}: { limit: ${budget.requests}, window: "${amount(budget.seconds, "second")}" } } })\` they wait their turn instead.
`
}

export const emitReadme = (about: About): string => {
  const { flows, model } = about
  const first = model.operations.find((one) => callRequest(about, one) !== undefined) ?? model.operations[0]
  const errors = errorRows(about)
  return `# ${about.packageName}

${prose(model.words.description ?? model.title)}

Generated from ${prose(model.title)} ${prose(model.version)}: do not edit. It needs ${flows.map((flow) => grants[flow]).join(", or ")}.
${first === undefined ? "" : `
\`\`\`ts
${example(about, first, flowFor(about, first))}
\`\`\`
`}
## Operations

| method | request | scopes | |
| --- | --- | --- | --- |
${operationRows(about).join("\n")}

## Errors

Each call fails with the errors of \`ApiClient.Error\` (throttles, transport, malformed answers, Orange's gateway), with what
getting a token may fail with, and with what the document declares; \`body\` is typed:
${errors.length === 0 ? "nothing beside success." : `
| status | tag |
| --- | --- |
${errors.join("\n")}`}
${limits(about)}`
}
