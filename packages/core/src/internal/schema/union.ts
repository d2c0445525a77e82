/** anyOf, oneOf (JSON Schema core sections 10.2.1.2 and 10.2.1.3) and discriminated unions. */
import * as Either from "effect/Either"
import * as AST from "effect/SchemaAST"
import * as arbitrary from "./arbitrary.js"
import { declare, type Family, type Parse, parserOf, type Run } from "./declaration.js"
import { at, failed, type Issue, missing, type Result, unexpected, wrong } from "./issue.js"
import { isObject, isPlain, kept, lost, merge, owns } from "./json.js"

interface Matches {
  readonly outputs: ReadonlyArray<unknown>
  readonly issues: ReadonlyArray<Issue>
}

const match = (parsers: ReadonlyArray<Parse>, input: unknown, options: AST.ParseOptions): Matches => {
  const outputs: Array<unknown> = []
  const issues: Array<Issue> = []
  for (const parse of parsers) {
    const result = parse(input, options)
    if (Either.isRight(result)) outputs.push(result.right)
    else issues.push(result.left)
  }
  return { outputs, issues }
}

/** A `DateTime` has no properties for an object's schema to take, but such a schema with none required accepts it. */
const suited = (input: unknown, outputs: ReadonlyArray<unknown>): ReadonlyArray<unknown> => {
  if (!isObject(input) || isPlain(input)) return outputs
  const values = outputs.filter((output) => !isPlain(output))
  return values.length > 0 ? values : outputs
}

/** A member does not know what the other members declare: what none declares is told of the whole. */
export const apart = (options: AST.ParseOptions): AST.ParseOptions =>
  options.onExcessProperty === "error" ? { ...options, onExcessProperty: "ignore" } : options

export const whole = (self: AST.AST, input: unknown, output: unknown, options: AST.ParseOptions): Result => {
  if (options.onExcessProperty !== "error") return Either.right(output)
  const issues = lost(input, output).map((path) => unexpected(path, input))
  return issues.length === 0 ? Either.right(output) : failed(self, input, issues, options)
}

type Choose = (input: unknown, outputs: ReadonlyArray<unknown>) => unknown

const together: Choose = (_, outputs) => outputs.reduce((all, one) => merge(all, one, "first"))

const best: Choose = (input, outputs) => {
  if (outputs.length === 1) return outputs[0]
  const scores = outputs.map((output) => kept(input, output))
  return outputs[scores.indexOf(Math.max(...scores))]
}

/** Members by how strictly they are held: the next row is tried where none of a row matches. */
type Rows = ReadonlyArray<ReadonlyArray<Parse>>

const firstMatch = (rows: Rows, self: AST.AST, input: unknown, options: AST.ParseOptions): Result => {
  const issues: Array<Issue> = []
  for (const parse of rows.flat()) {
    const result = parse(input, options)
    if (Either.isRight(result)) return result
    issues.push(result.left)
  }
  return failed(self, input, issues, options)
}

const firstRow = (rows: Rows, input: unknown, options: AST.ParseOptions): Matches => {
  let last: Matches = { outputs: [], issues: [] }
  for (const row of rows) {
    last = match(row, input, options)
    if (last.outputs.length > 0) return last
  }
  return last
}

const combine = (rows: Rows, choose: Choose): Run => (input, options, self) => {
  const { issues, outputs } = firstRow(rows, input, apart(options))
  if (outputs.length === 0) return failed(self, input, issues, options)
  return whole(self, input, choose(input, suited(input, outputs)), options)
}

/** A value without parts cannot lose any: the first member that takes it decides. */
const quick = (rows: Rows, run: Run): Run => (input, options, self) =>
  typeof input === "object" && input !== null ? run(input, options, self) : firstMatch(rows, self, input, options)

/** The rows of a form: its members, then the same members without their constraints. */
const rowsOf = (family: Family, width: number): Rows =>
  Array.from({ length: family.parsers.length / width }, (_, i) => family.parsers.slice(i * width, (i + 1) * width))

const members = (asts: ReadonlyArray<AST.AST>, self: () => AST.AST) => (values: ReadonlyArray<arbitrary.Lazy>): arbitrary.Lazy =>
(fc) => {
  const possible = values.slice(0, asts.length).filter((_, i) => !AST.isNeverKeyword(asts[i]!))
  return arbitrary.encodable(fc.oneof(arbitrary.depth, ...possible.map((value) => value(fc))), self())
}

/**
 * Without constraints more members match, and another one might decide. So the members are first tried as they are:
 * what the strict form accepts, the lenient form reads alike.
 */
const softened = (asts: ReadonlyArray<AST.AST>, make: (asts: ReadonlyArray<AST.AST>, width: number) => AST.AST) =>
(lenient: ReadonlyArray<AST.AST>, changed: boolean): AST.AST => make(changed ? [...asts, ...lenient] : asts, asts.length)

const anyOfRows = (asts: ReadonlyArray<AST.AST>, width: number): AST.AST => {
  const ast: AST.AST = declare({
    title: "union",
    children: asts,
    compile: (family) => {
      const rows = rowsOf(family, width)
      return quick(rows, combine(rows, together))
    },
    arbitrary: members(asts.slice(0, width), () => ast),
    surrogate: AST.Union.make(asts.slice(0, width)),
    lenient: asts.length > width
      ? () => undefined
      : (lenient, changed) => changed ? softened(asts, anyOfRows)(lenient, changed) : undefined
  })
  return ast
}

export const anyOf = (asts: ReadonlyArray<AST.AST>): AST.AST => anyOfRows(asts, asts.length)

/** `oneOf` in the lenient form: as many members as like may match, the best is taken. */
const bestOf = (asts: ReadonlyArray<AST.AST>, width: number): AST.AST => {
  const ast: AST.AST = declare({
    title: "union",
    children: asts,
    compile: (family) => {
      const rows = rowsOf(family, width)
      return quick(rows, combine(rows, best))
    },
    arbitrary: members(asts.slice(0, width), () => ast),
    surrogate: AST.Union.make(asts.slice(0, width)),
    lenient: () => undefined
  })
  return ast
}

const exactlyOne = (self: AST.AST, input: unknown, outputs: ReadonlyArray<unknown>): Issue | undefined =>
  outputs.length === 1
    ? undefined
    : wrong(self, input, `Expected a value of exactly one member of a union, but ${outputs.length} members match`)

const decodeOne = (parsers: ReadonlyArray<Parse>, sided: boolean): Run => (input, options, self) => {
  const { issues, outputs } = match(parsers, input, apart(options))
  if (outputs.length === 0) return failed(self, input, issues, options)
  const many = sided ? exactlyOne(self, input, outputs) : undefined
  return many === undefined ? whole(self, input, best(input, suited(input, outputs)), options) : Either.left(many)
}

/**
 * A decoded value can be of one member where its wire form is of several: it is the wire form, with all that any member
 * makes of the value, that must be of one.
 */
const encodeOne = (encoders: ReadonlyArray<Parse>, decoders: ReadonlyArray<Parse>): Run => (input, options, self) => {
  const { issues, outputs } = match(encoders, input, apart(options))
  if (outputs.length === 0) return failed(self, input, issues, options)
  const written = suited(input, outputs)
  const many = exactlyOne(self, input, match(decoders, together(input, written), {}).outputs)
  return many === undefined ? whole(self, input, best(input, written), options) : Either.left(many)
}

const compileOne = ({ asts, decoding, parsers, side }: Family): Run =>
  side === "both" && !decoding
    ? encodeOne(parsers, asts.map((ast) => parserOf(ast, true)))
    : decodeOne(parsers, side !== "type")

export const oneOf = (asts: ReadonlyArray<AST.AST>): AST.AST => {
  const ast: AST.AST = declare({
    title: "union",
    children: asts,
    compile: compileOne,
    arbitrary: members(asts, () => ast),
    surrogate: AST.Union.make(asts),
    lenient: softened(asts, bestOf)
  })
  return ast
}

/** The value of a discriminator is a string; a document may still declare it as a number or a boolean. */
const tagOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : undefined

const expectedTag = (tags: ReadonlyArray<string>): string => `Expected one of ${tags.map((tag) => JSON.stringify(tag)).join(", ")}`

const runTagged = (property: string, tags: ReadonlyArray<string>, parsers: ReadonlyArray<Parse>): Run => {
  const byTag = new Map(tags.map((tag, i) => [tag, parsers[i]!]))
  const tagAst = AST.Union.make(tags.map((tag) => new AST.Literal(tag)))
  return (input, options, self) => {
    if (!isObject(input)) return Either.left(wrong(self, input, "Expected an object"))
    if (!owns(input, property)) return failed(self, input, [missing(property, input, tagAst)], options)
    const parse = byTag.get(tagOf(input[property])!)
    if (parse !== undefined) return parse(input, options)
    return failed(self, input, [at(property, input, wrong(tagAst, input[property], expectedTag(tags)))], options)
  }
}

/** A union that a property decides (OpenAPI 3.1 section 4.8.25): only the member that it names is tried. */
export const tagged = (property: string, byTag: ReadonlyArray<readonly [string, AST.AST]>): AST.AST => {
  const tags = byTag.map(([tag]) => tag)
  const asts = byTag.map(([, ast]) => ast)
  const ast: AST.AST = declare({
    title: `union by ${JSON.stringify(property)}`,
    children: asts,
    compile: ({ parsers }) => runTagged(property, tags, parsers),
    arbitrary: members(asts, () => ast),
    surrogate: AST.Union.make(asts),
    lenient: (lenient, changed) => changed ? tagged(property, tags.map((tag, i) => [tag, lenient[i]!])) : undefined
  })
  return ast
}
