/** The module of operations: for each its request and errors as types, and a descriptor as data. */
import type { Operation } from "../../model/Model.js"
import { comment, literal, quote } from "../text.js"
import { declaresErrors, errorTypes, headersType, successType, variantsOf } from "./answers.js"
import { commonParameters } from "./commonParameters.js"
import { commonList, descriptor, type DescriptorOptions, serversText } from "./descriptors.js"
import { emptyModule, importsOf, moduleText, type Printer } from "./printer.js"
import { joined, type Pieces, printed, repeatedIn } from "./repeated.js"
import { requestKeys } from "./requestKeys.js"
import { type Call, commonType, requestType, takesNothing } from "./requests.js"

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

const emitOperation = (printer: Printer, call: Call, options: OperationOptions): Pieces => {
  const { operation } = call
  const names = printer.names.operation(operation.pointer)
  const [requestName, errorName] = [`${names.types}Request`, `${names.types}Error`]
  const headers = headersType(printer, operation)
  const about = `${operation.method} ${operation.path}`
  const types = [
    takesNothing(operation) ? "" : `${comment([`What \`${names.method}\` takes.`], "")}${requestType(printer, call, requestName)}\n`,
    declaresErrors(operation) ? `${comment([`What the document declares for \`${names.method}\` beside success.`], "")}export type ${errorName} = ${errorTypes(printer, operation).join(" | ")}\n\n` : ""
  ]
  const constants = variantsOf(operation, names).map((variant): Pieces => [
    `${comment([about], "")}export const ${variant.name}: ${operationType(operation, successType(printer, operation, variant), headers, requestName, errorName)} = `,
    ...descriptor(printer, call, variant, options),
    "\n"
  ])
  return [...types, ...joined(constants, "\n")]
}

export const emitOperations = (printer: Printer, options: OperationOptions): string => {
  const { model } = printer
  if (model.operations.length === 0) return emptyModule(printer)
  const named = model.operations.map((one) => ({ one, name: printer.names.operation(one.pointer).method })).sort((a, b) => a.name < b.name ? -1 : 1)
  const common = commonParameters(named.map(({ one }) => one))
  const declarations = named.map(({ one }) => emitOperation(printer, { operation: one, keys: requestKeys(one), common: common.get(one) }, options))
  const api = `const api: Operation.Api = { name: ${quote(options.apiName)}, servers: ${serversText(model.servers)}, security: ${literal(model.security as never)}${model.contentType === undefined ? "" : `, contentType: ${quote(model.contentType)}`} } as const\n`
  const groups = new Map([...common.values()].map((one) => [one.name, one])).values()
  const commons = [...groups].map((one): Pieces => [...commonList(printer, one), "\n", commonType(printer, one)])
  const { constants, declarations: repeated } = repeatedIn([...commons, ...declarations])
  const body = [api, ...repeated, ...[...commons, ...declarations].map((one) => printed(one, constants))].join("\n")
  return moduleText(printer, ["Operation", ...importsOf(body), ...printer.used], body)
}
