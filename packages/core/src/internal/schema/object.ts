/**
 * Objects. One that is only its declared properties is Effect's own node, which costs nothing more; the others
 * (JSON Schema core section 10.3.2: additionalProperties, patternProperties) are declarations.
 */
import * as Either from "effect/Either"
import * as AST from "effect/SchemaAST"
import * as arbitrary from "./arbitrary.js"
import { declare, type Family, parserOf, type Parse, type Run } from "./declaration.js"
import { type Declared, Filled } from "./fields.js"
import { at, failed, type Issue, missing, type Result, unexpected, wrong } from "./issue.js"
import { isObject, merge, owns, put } from "./json.js"
import { lenient } from "./lenient.js"
import { regexp } from "./pattern.js"

/** The properties that are not declared. */
interface Others {
  /** Each holds for every property whose name it matches, a declared one too. */
  readonly patterns: ReadonlyArray<readonly [source: string, ast: AST.AST]>
  /** The rest: of this form, forbidden, or nothing is said of them. */
  readonly rest: AST.AST | false | undefined
}

interface Shape extends Others {
  readonly declared: ReadonlyArray<Declared>
}

const signature = ({ ast, name, presence }: Declared): AST.PropertySignature =>
  new AST.PropertySignature(name, ast, presence !== "required", true)

const literal = (declared: ReadonlyArray<Declared>, index: ReadonlyArray<AST.IndexSignature> = []): AST.AST =>
  new AST.TypeLiteral(declared.map(signature), index, {
    [AST.ArbitraryAnnotationId]: arbitrary.ofChildren(
      () => declared.map(({ ast }) => ast),
      (values) => (fc) => arbitrary.properties(fc, generated(declared, values))
    )
  })

/** Every object has properties of these names: `constructor`, `toString`, `__proto__`. */
const inherited = (name: string): boolean => name in Object.prototype

/** `S.Union` sorts its members by the literals of their properties, and fails at such a name: hide the literal. */
const hidden = (declared: Declared): AST.PropertySignature =>
  signature(inherited(declared.name) ? { ...declared, ast: AST.Union.make([declared.ast, AST.neverKeyword]) } : declared)

const surrogate = ({ declared, patterns, rest }: Shape): AST.AST => {
  const index = rest === false || rest === undefined ? [] : [new AST.IndexSignature(AST.stringKeyword, rest, true)]
  const ast = new AST.TypeLiteral(declared.map(hidden), index)
  if (rest !== false) return ast
  return AST.annotations(ast, { [AST.JSONSchemaAnnotationId]: { additionalProperties: patterns.length > 0 } })
}

/** An optional property that can have no value is never there. */
const generated = (
  declared: ReadonlyArray<Declared>,
  values: ReadonlyArray<arbitrary.Lazy>
): ReadonlyArray<arbitrary.Property> =>
  declared
    .map(({ ast, name, presence }, i) => ({ name, ast, optional: presence === "optional", value: values[i]! }))
    .filter(({ ast, optional }) => !optional || !AST.isNeverKeyword(ast))

const restKeys = ({ declared, patterns }: Shape): arbitrary.Lazy => (fc) => {
  const names = new Set(declared.map(({ name }) => name))
  return arbitrary.search(
    fc.string({ minLength: 1, maxLength: 8 }),
    (key) => !names.has(key) && patterns.every(([source]) => !regexp(source).test(key))
  )
}

const patternKeys = ({ declared }: Shape, source: string): arbitrary.Lazy => (fc) => {
  const names = new Set(declared.map(({ name }) => name))
  return arbitrary.search(fc.stringMatching(regexp(source)), (key) => !names.has(key))
}

const shapeArbitrary = (shape: Shape, self: () => AST.AST) => (values: ReadonlyArray<arbitrary.Lazy>): arbitrary.Lazy => (fc) => {
  const { declared, patterns, rest } = shape
  const parts = [
    ...(rest === false || rest === undefined ? [] : [arbitrary.entries(fc, restKeys(shape)(fc), values.at(-1)!)]),
    ...patterns.map(([source], i) => arbitrary.entries(fc, patternKeys(shape, source)(fc), values[declared.length + i]!)),
    arbitrary.properties(fc, generated(declared, values))
  ]
  const whole = fc.tuple(...parts).map((objects) => objects.reduce((all, one) => merge(one, all, "first") as typeof all, {}))
  return patterns.length === 0 ? whole : arbitrary.encodable(whole, self())
}

/** How one property is taken. */
interface Reading {
  readonly input: { readonly [key: string]: unknown }
  readonly options: AST.ParseOptions
  readonly output: Record<string, unknown>
  readonly issues: Array<Issue>
}

/** A value that several schemas hold for, as one value. */
const take = ({ input, issues, options, output }: Reading, key: string, parsers: ReadonlyArray<Parse>): void => {
  for (const parse of parsers) {
    const result = parse(input[key], options)
    if (Either.isLeft(result)) {
      issues.push(at(key, input, result.left))
      return
    }
    put(output, key, owns(output, key) ? merge(output[key], result.right, "first") : result.right)
  }
}

type Take = (reading: Reading) => void

/** The default is read without its constraints: a document whose default breaks its own rule still has a default. */
const absentField = ({ ast, name, presence }: Declared, { decoding, side }: Family): Take => {
  if (presence === "optional" || (presence instanceof Filled && side === "wire")) return () => undefined
  if (presence instanceof Filled && side === "both" && decoding) {
    const parse = parserOf(lenient(ast), true)
    return (reading) => take({ ...reading, input: { [name]: presence.value } }, name, [parse])
  }
  return ({ input, issues }) => void issues.push(missing(name, input, ast))
}

const fieldReader = (declared: Declared, parse: Parse, family: Family): Take => {
  const absent = absentField(declared, family)
  const parsers = [parse]
  return (reading) => owns(reading.input, declared.name) ? take(reading, declared.name, parsers) : absent(reading)
}

const undeclared = (rest: Shape["rest"], parse: Parse | undefined) => (reading: Reading, key: string): void => {
  const { input, issues, options, output } = reading
  if (parse !== undefined) take(reading, key, [parse])
  else if (rest === false || options.onExcessProperty === "error") issues.push(unexpected(key, input))
  else if (options.onExcessProperty === "preserve") put(output, key, input[key])
}

const othersReader = ({ declared, patterns, rest }: Shape, { parsers }: Family): Take => {
  const names = new Set(declared.map(({ name }) => name))
  const matching = patterns.map(([source], i) => [source, parsers[declared.length + i]!] as const)
  const other = undeclared(rest, rest === false || rest === undefined ? undefined : parsers.at(-1))
  return (reading) => {
    for (const key of Object.keys(reading.input)) {
      const found = matching.filter(([source]) => regexp(source).test(key)).map(([, parse]) => parse)
      if (found.length > 0) take(reading, key, found)
      else if (!names.has(key)) other(reading, key)
    }
  }
}

/** Key order as in the input, where it is asked for. */
const ordered = ({ input, options, output }: Reading): Record<string, unknown> => {
  if (options.propertyOrder !== "original") return output
  const sorted: Record<string, unknown> = {}
  for (const key of Object.keys(input)) if (owns(output, key)) put(sorted, key, output[key])
  for (const key of Object.keys(output)) put(sorted, key, output[key])
  return sorted
}

const read = (readers: ReadonlyArray<Take>, self: AST.AST, input: Reading["input"], options: AST.ParseOptions): Result => {
  const reading: Reading = { input, options, output: {}, issues: [] }
  for (const reader of readers) {
    reader(reading)
    if (reading.issues.length > 0 && options.errors !== "all") break
  }
  return reading.issues.length === 0 ? Either.right(ordered(reading)) : failed(self, input, reading.issues, options)
}

const compile = (shape: Shape) => (family: Family): Run => {
  const fields = shape.declared.map((declared, i) => fieldReader(declared, family.parsers[i]!, family))
  const readers = [...fields, othersReader(shape, family)]
  return (input, options, self) =>
    isObject(input) ? read(readers, self, input, options) : Either.left(wrong(self, input, "Expected an object"))
}

const children = ({ declared, patterns, rest }: Shape): ReadonlyArray<AST.AST> => [
  ...declared.map(({ ast }) => ast),
  ...patterns.map(([, ast]) => ast),
  ...(rest === false || rest === undefined ? [] : [rest])
]

/** Its children replaced; what was forbidden is ignored. */
const relaxed = ({ declared, patterns, rest }: Shape, asts: ReadonlyArray<AST.AST>): Shape => ({
  declared: declared.map((one, i) => ({ ...one, ast: asts[i]! })),
  patterns: patterns.map(([source], i) => [source, asts[declared.length + i]!] as const),
  rest: rest === false || rest === undefined ? undefined : asts.at(-1)
})

export const shape = (definition: Shape): AST.AST => {
  const ast: AST.AST = declare({
    title: "object",
    children: children(definition),
    compile: compile(definition),
    arbitrary: shapeArbitrary(definition, () => ast),
    surrogate: surrogate(definition),
    lenient: (asts, changed) => changed || definition.rest === false ? shape(relaxed(definition, asts)) : undefined
  })
  return ast
}

const simple = (declared: ReadonlyArray<Declared>): boolean =>
  declared.length > 0 && declared.every(({ name, presence }) => !inherited(name) && !(presence instanceof Filled))

/**
 * Effect's node, except where it would not do: it takes any value for an object without properties, assigns `__proto__`,
 * takes an inherited property for one of the value, and has no defaults.
 */
export const struct = (declared: ReadonlyArray<Declared>): AST.AST =>
  simple(declared) ? literal(declared) : shape({ declared, patterns: [], rest: undefined })
