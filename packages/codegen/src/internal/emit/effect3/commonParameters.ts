/**
 * Parameters that a path item gives to all its operations (OpenAPI 3.1 section 4.8.9.1). A list of components that several
 * path items give is one interface, which requests extend, and one list, which descriptors name: some documents give a dozen
 * to each of their operations.
 */
import { groupBy } from "../../collections.js"
import type { Operation, Parameter } from "../../model/Model.js"
import { requestKeys } from "./requestKeys.js"

export interface CommonParameters {
  /** The interface. */
  readonly name: string
  /** The list in the descriptors. */
  readonly list: string
  /** The operation's own, of which another's differ in nothing. */
  readonly parameters: ReadonlyArray<Parameter>
}

const given = ({ parameters }: Operation): ReadonlyArray<Parameter> => parameters.filter((one) => one.inherited === true && one.shared !== undefined)

/** A request that is a choice of types cannot extend, and one parameter is said as briefly by itself. */
const canExtend = (operation: Operation): boolean => {
  const common = given(operation)
  const isChoice = operation.body !== undefined && operation.body.content.length > 1
  if (isChoice || common.length < 2) return false
  const keys = requestKeys(operation)
  return common.every((one) => keys.get(one) === one.name)
}

/** The components, with what a reference may say of each instead. */
const listOf = (operation: Operation): string => JSON.stringify(given(operation).map((one) => [one.shared, one.words]))

/** Nothing of what is common has a key other than its name. */
export const nameKeys = (parameters: ReadonlyArray<Parameter>): ReadonlyMap<Parameter, string> => new Map(parameters.map((one) => [one, one.name]))

/** What an operation takes beside. */
export const ownParameters = ({ parameters }: Operation, common: CommonParameters | undefined): ReadonlyArray<Parameter> =>
  common === undefined ? parameters : parameters.filter((one) => !common.parameters.includes(one))

/** What each operation's request has in common with others. */
export const commonParameters = (operations: ReadonlyArray<Operation>): ReadonlyMap<Operation, CommonParameters> => {
  const lists = [...groupBy(operations.filter(canExtend), listOf)].filter(([, users]) => users.length > 1).sort(([a], [b]) => a < b ? -1 : 1)
  return new Map(lists.flatMap(([, users], index) => {
    const number = index === 0 ? "" : String(index + 1)
    return users.map((one) => [one, { name: `CommonParameters${number}`, list: `parameters_Common${number}`, parameters: given(one) }] as const)
  }))
}
