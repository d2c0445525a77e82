/** Arrays and tuples (JSON Schema core section 10.3.1, validation section 6.4). */
import * as AST from "effect/SchemaAST"
import * as arbitrary from "./arbitrary.js"
import { type ArrayRules, check } from "./check.js"
import { same } from "./json.js"
import { any } from "./values.js"

const arrayOf = (item: AST.AST): AST.AST => new AST.TupleType([], [new AST.Type(item)], true)

export const array = (item: AST.AST, rules: ArrayRules): AST.AST => {
  if (Object.keys(rules).length === 0) return arrayOf(item)
  const { maxItems = Infinity, minItems = 0, uniqueItems = false } = rules
  const items = arbitrary.ofChildren(() => [item], ([value]) => (fc) => arbitrary.list(fc, value!, minItems, maxItems, uniqueItems ? same : undefined))
  return check(arrayOf(item), { array: rules }, items)
}

const elements = (items: ReadonlyArray<AST.AST>, required: number): ReadonlyArray<AST.OptionalType> =>
  items.map((item, i) => new AST.OptionalType(item, i >= required))

/** `rest`: what may follow, `false` for nothing, absent for anything. That nothing may follow is a constraint. */
export const tuple = (
  items: ReadonlyArray<AST.AST>,
  required: number,
  rest: AST.AST | false | undefined,
  rules: ArrayRules
): AST.AST => {
  const fixed = elements(items, required)
  const open = new AST.TupleType(fixed, [new AST.Type(rest === false || rest === undefined ? any : rest)], true)
  const held = rest === false ? { ...rules, maxItems: Math.min(items.length, rules.maxItems ?? Infinity) } : rules
  if (Object.keys(held).length === 0) return open
  const exact = rest === false ? new AST.TupleType(fixed, [], true) : open
  return check(open, { array: held }, arbitrary.ofChildren(() => [exact], ([value]) => value!))
}
