/** Promises of the generator: the fault that would break each, and the test that sees it. */
import type { Mutant } from "../mutant.js"
import { inPackage, type InPackage } from "./inPackage.js"

const { edit, test: testCodegen } = inPackage("packages/codegen")
const inCodegen: InPackage["edit"] = (file, find, replace) => edit(`internal/${file}`, find, replace)

export const codegen: ReadonlyArray<Mutant> = [
  {
    name: "two ways along one edge of a pattern",
    ...inCodegen("pattern/ambiguity.ts", "edges.get(to) === 2", "edges.get(to) === 3"),
    test: testCodegen("pattern/ambiguity.test.ts", "(a*)*!: a loop over itself")
  },
  {
    name: "two ways apart that meet again",
    ...inCodegen("pattern/ambiguity.ts", "if (one !== other) return true", "if (one !== other) return false"),
    test: testCodegen("pattern/ambiguity.test.ts", "the same is exponential, where the end of the text can fail")
  },
  {
    name: "line separators in a literal",
    ...inCodegen(
      "emit/text.ts",
      "JSON.stringify(text).replace(/[\\u2028\\u2029\\u0085",
      "JSON.stringify(text).replace(/[\\u0085"
    ),
    test: testCodegen("text.test.ts", "a string literal is one literal, and means the string")
  },
  {
    name: "a comment that ends where the document says",
    ...inCodegen(
      "emit/text.ts",
      ".replaceAll(\"*/\", \"*\\\\/\")",
      ""
    ),
    test: testCodegen("text.test.ts", "a comment ends where we end it")
  },
  {
    name: "__proto__ as a key like any other",
    ...inCodegen(
      "emit/text.ts",
      "name === \"__proto__\" ? `[\"__proto__\"]` : key(name)",
      "key(name)"
    ),
    test: testCodegen("text.test.ts", "a key is an own property of that name")
  },
  {
    name: "a tag that is any text",
    ...inCodegen(
      "model/settle.ts",
      "return values === undefined || (kind",
      "return values !== null || (kind"
    ),
    test: testCodegen("conformance/schemas.test.ts", "a child has its own value")
  },
  {
    name: "a base without its children",
    ...inCodegen(
      "model/discriminators.ts",
      "    choices.set(pointer, choice)\n",
      ""
    ),
    test: testCodegen("conformance/schemas.test.ts", "a base stands for its children")
  },
  {
    name: "a schema that only rules name, left out as unused",
    ...inCodegen("model/graph.ts", "...(node.kind === \"check\" ? nodesOfRules(node.rules) : [])", ""),
    test: testCodegen("used.test.ts", "by rules that it stands in")
  },
  {
    name: "a structure of another property, taken for a twin",
    ...inCodegen("model/twins.ts", ".exec(pointer)?.[1] ?? pointer", ".exec(pointer)?.[2] ?? \"\""),
    test: testCodegen("twins.test.ts", "what another property holds")
  },
  {
    name: "twins across properties",
    ...inCodegen("model/twins.ts", "`${propertyOf(pointer)} ${", "`${"),
    test: testCodegen("twins.test.ts", "are those of one property, where two properties hold the same twice")
  },
  {
    name: "a twin's own name is lost",
    ...inCodegen("emit/effect3/schemas.ts", ", ...further(one.pointer, forms)]", "]"),
    test: testCodegen("twins.test.ts", "are declared once, and are the same value by each of their names")
  },
  {
    name: "a parameter stands for another of its name",
    ...inCodegen("emit/effect3/repeated.ts", "?.get(one.text) ?? one.text", "?.values().next().value ?? one.text"),
    test: testCodegen("repeated.test.ts", "is not the one of another operation that is like it in name")
  },
  {
    name: "what is merged where it is used, left out",
    ...inCodegen("model/used.ts", ", ...sections.flatMap((section) => referencesIn(get(document, section)))]", "]"),
    test: testCodegen("used.test.ts", "by an operation that merges it")
  },
  {
    name: "findings about what was left out",
    ...inCodegen("model/used.ts", "return schema === undefined || kept.schemas.has(schema)", "return true"),
    test: testCodegen("used.test.ts", "is not in the report, and what is kept is")
  },
  {
    name: "readOnly beside a reference makes another schema of it",
    ...inCodegen("model/merge.ts", "!isAnnotation(key) && !accesses.has(key)", "!isAnnotation(key)"),
    test: testCodegen("conformance/schemas.test.ts", "of readOnly is that schema, and no copy of it")
  },
  {
    name: "a child that leads back to its base, and so to itself",
    ...inCodegen("model/allOf.ts", "reader.read(isChild ? extendedBy(reader, one, site.pointer) : one,", "reader.read(one,"),
    test: testCodegen("conformance/schemas.test.ts", "discriminator of a base whose children cannot be merged with it")
  },
  {
    name: "openapi-typescript asks the network for what only data names",
    ...inCodegen("emit/wireTypes.ts", "[\"example\", \"examples\", \"default\", \"links\"]", "[\"default\", \"links\"]"),
    test: testCodegen("package.test.ts", "nothing is fetched that only data refers to")
  },
  {
    name: "what one part of an allOf requires, forgotten",
    ...inCodegen(
      "model/merge.ts",
      "required: (a, b) => [...new Set([...strings(a), ...strings(b)])].sort()",
      "required: (a) => a"
    ),
    test: testCodegen("conformance/schemas.test.ts", "allOf merges")
  },
  {
    name: "null that no choice takes goes untold",
    ...inCodegen("model/choices.ts", "if (forgetsNull(schema, reader.context.document))", "if (false)"),
    test: testCodegen("conformance/schemas.test.ts", "are reported, each of them")
  },
  {
    name: "a format that nobody knows as a rule",
    ...inCodegen("model/assertions.ts", "Object.keys(rules).length === 0 ? undefined : rules", "rules"),
    test: testCodegen("conformance/schemas.test.ts", "are none, where a schema names no type")
  },
  {
    name: "optional as required",
    ...inCodegen(
      "emit/effect3/nodes.ts",
      ": `k.opt(${schema})`",
      ": schema"
    ),
    test: testCodegen("conformance/schemas.test.ts", "optional is not nullable")
  },
  {
    name: "a type for answers of what only requests hold",
    ...inCodegen(
      "model/forms.ts",
      "received.has(pointer) || !split.has(pointer)",
      "true"
    ),
    test: testCodegen("conformance/schemas.test.ts", "has one form if nothing but requests holds it, named so that an answer may hold it one day")
  },
  {
    name: "a schema that a oneOf lists twice",
    ...inCodegen("model/choices.ts", "if (mode === \"anyOf\") return members", "if (mode !== undefined) return members"),
    test: testCodegen("conformance/schemas.test.ts", "a oneOf that lists a schema twice")
  },
  {
    name: "an operation's own parameters as those of its path",
    ...inCodegen(
      "model/parameters.ts",
      "holder === path ? { ...parameter, inherited: true } : parameter",
      "({ ...parameter, inherited: true })"
    ),
    test: testCodegen("conformance/calls.test.ts", "is one type and one list")
  },
  {
    name: "parts of a property's allOf that are not heard",
    ...inCodegen(
      "model/objects.ts",
      "...(getArray(schema, \"allOf\") ?? [])]",
      "]"
    ),
    test: testCodegen("conformance/bodies.test.ts", "a property of which a part of an allOf is readOnly")
  },
  {
    name: "oneOf as anyOf",
    ...inCodegen(
      "emit/effect3/nodes.ts",
      "return `k.${node.mode}${",
      "return `k.anyOf${"
    ),
    test: testCodegen("conformance/schemas.test.ts", "oneOf is exclusive")
  },
  {
    name: "keys in the order of the file",
    ...inCodegen(
      "json.ts",
      "areSorted(keys) ? undefined : {}",
      "undefined"
    ),
    test: testCodegen("determinism.test.ts", "keys in any order give the same bytes")
  },
  {
    name: "a file of another's overwritten",
    ...inCodegen(
      "output.ts",
      "    if (written === undefined) {\n",
      "    if (written === \"\") {\n"
    ),
    test: testCodegen("output.test.ts", "never overwrites a file of another's, and then writes nothing")
  },
  {
    name: "names by place alone",
    ...inCodegen(
      "name/names.ts",
      "a.rank - b.rank || Number(b.exact) - Number(a.exact) || ",
      "a.rank - b.rank || "
    ),
    test: testCodegen("names.test.ts", "of the same name are told apart, the one that is spelt so keeping it")
  }
]
