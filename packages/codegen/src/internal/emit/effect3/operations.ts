/** The module of operations: for each its request and errors as types, and a descriptor as data. */
import type { Model, Operation } from "../../model/Model.js"
import { comment, literal, quote } from "../text.js"
import { declaresErrors, errorTypes, headersType, successType, variantsOf } from "./answers.js"
import { type CommonParameters, commonParameters } from "./commonParameters.js"
import { commonList, descriptor, type DescriptorOptions, serversText } from "./descriptors.js"
import { imports, importsOf, type Printer } from "./printer.js"
import { joined, type Pieces, printed, repeatedIn } from "./repeated.js"
import { requestKeys } from "./requestKeys.js"
import { commonType, requestType, takesNothing } from "./requests.js"

export interface OperationOptions extends DescriptorOptions {
  readonly apiName: string
}

const operationType = (operation: Operation, success: string, headers: string | undefined, requestName: string, errorName: string): string =>
  `Operation.Operation<${[
    takesNothing(operation) ? "void" : requestName,
    success,
    ...(declaresErrors(operation) ? [errorName] : headers === undefined ? [] : ["never"]),
    ...(headers === undefined ? [] : [headers])
  ].join(", ")}>`

const emitOperation = (printer: Printer, model: Model, operation: Operation, options: OperationOptions, common: CommonParameters | undefined): Pieces => {
  const names = printer.names.operation(operation.pointer)
  const [requestName, errorName] = [`${names.types}Request`, `${names.types}Error`]
  const keys = requestKeys(operation)
  const headers = headersType(printer, operation)
  const about = `${operation.method} ${operation.path}`
  const types = [
    takesNothing(operation) ? "" : `${comment([`What \`${names.method}\` takes.`], "")}${requestType(printer, operation, keys, requestName, common)}\n`,
    declaresErrors(operation) ? `${comment([`What the document declares for \`${names.method}\` beside success.`], "")}export type ${errorName} = ${errorTypes(printer, operation).join(" | ")}\n\n` : ""
  ]
  const constants = variantsOf(operation, names).map((variant): Pieces => [
    `${comment([about], "")}export const ${variant.name}: ${operationType(operation, successType(printer, operation, variant), headers, requestName, errorName)} = `,
    ...descriptor(printer, model, operation, keys, variant, options, common),
    "\n"
  ])
  return [...types, ...joined(constants, "\n")]
}

export const emitOperations = (model: Model, printer: Printer, banner: string, options: OperationOptions): string => {
  if (model.operations.length === 0) return `${banner}\nexport {}\n`
  const named = model.operations.map((one) => ({ one, name: printer.names.operation(one.pointer).method })).sort((a, b) => a.name < b.name ? -1 : 1)
  const common = commonParameters(named.map(({ one }) => one))
  const declarations = named.map(({ one }) => emitOperation(printer, model, one, options, common.get(one)))
  const api = `const api: Operation.Api = { name: ${quote(options.apiName)}, servers: ${serversText(model.servers)}, security: ${literal(model.security as never)}${model.contentType === undefined ? "" : `, contentType: ${quote(model.contentType)}`} } as const\n`
  const groups = new Map([...common.values()].map((one) => [one.name, one])).values()
  const commons = [...groups].map((one): Pieces => [...commonList(printer, one), "\n", commonType(printer, one)])
  const { constants, declarations: repeated } = repeatedIn([...commons, ...declarations])
  const body = [api, ...repeated, ...[...commons, ...declarations].map((one) => printed(one, constants))].join("\n")
  return `${banner}\n${imports(["Operation", ...importsOf(body), ...printer.used])}\n\n${body}`
}
