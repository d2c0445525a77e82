/** allOf (JSON Schema core section 10.2.1.1) of schemas that could not be merged beforehand. */
import * as Either from "effect/Either"
import * as AST from "effect/SchemaAST"
import * as arbitrary from "./arbitrary.js"
import { declare, type Parse, type Run } from "./declaration.js"
import { at, failed, type Issue, type Result, wrong } from "./issue.js"
import { Conflict, merge } from "./json.js"
import { apart, whole } from "./union.js"

const combined = (self: AST.AST, input: unknown, outputs: ReadonlyArray<unknown>, options: AST.ParseOptions): Result => {
  let all = outputs[0]
  for (const output of outputs.slice(1)) {
    all = merge(all, output, "conflict")
    if (all instanceof Conflict) {
      const issue = wrong(self, input, "Expected a value that all members of an intersection read alike")
      return failed(self, input, [at(all.path, input, issue)], options)
    }
  }
  return whole(self, input, all, options)
}

const run = (parsers: ReadonlyArray<Parse>): Run => (input, options, self) => {
  const outputs: Array<unknown> = []
  const issues: Array<Issue> = []
  for (const parse of parsers) {
    const result = parse(input, apart(options))
    if (Either.isRight(result)) outputs.push(result.right)
    else issues.push(result.left)
    if (issues.length > 0 && options.errors !== "all") break
  }
  return issues.length > 0 ? failed(self, input, issues, options) : combined(self, input, outputs, options)
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
    compile: ({ parsers }) => run(parsers),
    arbitrary: generate(() => ast),
    surrogate: AST.unknownKeyword,
    lenient: (lenient, changed) => changed ? all(lenient) : undefined
  })
  return ast
}
