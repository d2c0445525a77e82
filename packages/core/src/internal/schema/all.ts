/** allOf (JSON Schema core section 10.2.1.1) of schemas that could not be merged beforehand. */
import * as Either from "effect/Either"
import * as AST from "effect/SchemaAST"
import * as arbitrary from "./arbitrary.js"
import { declare, type Family, type Parse, parserOf, type Run } from "./declaration.js"
import { at, failed, type Issue, type Result, wrong } from "./issue.js"
import { Conflict, type Dispute, merge } from "./json.js"
import { apart, whole } from "./union.js"

/** Whether all members take what was made, on the side that it is for. */
type Fits = (output: unknown) => boolean

const combined = (self: AST.AST, input: unknown, outputs: ReadonlyArray<unknown>, options: AST.ParseOptions, fits: Fits): Result => {
  const merged = (dispute: Dispute): unknown =>
    outputs.slice(1).reduce((all, output) => all instanceof Conflict ? all : merge(all, output, dispute, input), outputs[0])
  const all = merged("conflict")
  if (!(all instanceof Conflict)) return whole(self, input, all, options)
  // A member that says little of a property, such as that it is an object, leaves it as it was: the other knows more.
  const informed = merged("informed")
  if (!(informed instanceof Conflict) && fits(informed)) return whole(self, input, informed, options)
  return failed(self, input, [at(all.path, input, wrong(self, input, "Expected a value that all members of an intersection read alike"))], options)
}

const run = ({ asts, decoding, parsers }: Family): Run => {
  let made: ReadonlyArray<Parse> | undefined
  const fits: Fits = (output) => {
    made ??= asts.map((ast) => parserOf(decoding ? AST.typeAST(ast) : AST.encodedAST(ast), true))
    return made.every((parse) => Either.isRight(parse(output, {})))
  }
  return (input, options, self) => {
    const outputs: Array<unknown> = []
    const issues: Array<Issue> = []
    for (const parse of parsers) {
      const result = parse(input, apart(options))
      if (Either.isRight(result)) outputs.push(result.right)
      else issues.push(result.left)
      if (issues.length > 0 && options.errors !== "all") break
    }
    return issues.length > 0 ? failed(self, input, issues, options) : combined(self, input, outputs, options, fits)
  }
}

/** Objects of all members as one; of other values any member's, if all accept it. */
const generate = (self: () => AST.AST) => (values: ReadonlyArray<arbitrary.Lazy>): arbitrary.Lazy => (fc) => {
  const merged = fc.tuple(...values.map((value) => value(fc))).map((parts) => parts.reduce((all, one) => merge(all, one, "first")))
  return arbitrary.encodable(fc.oneof(merged, ...values.map((value) => value(fc))), self())
}

export const all = (asts: ReadonlyArray<AST.AST>): AST.AST => {
  const ast: AST.AST = declare({
    title: "intersection",
    children: asts,
    compile: run,
    arbitrary: generate(() => ast),
    surrogate: AST.unknownKeyword,
    lenient: (lenient, changed) => changed ? all(lenient) : undefined
  })
  return ast
}
