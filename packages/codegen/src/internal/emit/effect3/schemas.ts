/** The module of schemas: for each an interface or alias, and a constant that makes it when it is first used. */
import { groupBy } from "../../collections.js"
import type { Form, Forms } from "../../model/forms.js"
import type { Named, Node, ObjectNode, Property, Words } from "../../model/Model.js"
import type { Twins } from "../../model/twins.js"
import { inForm, type Names } from "../../name/names.js"
import { comment, quote } from "../text.js"
import { furtherNames } from "./furtherNames.js"
import { checkSchema, objectSchema, objectType, schemaOf, type Side, type TypedProperty, typedProperties, typeOf } from "./nodes.js"
import { emptyModule, importsOf, makePrinter, moduleText, type Printer, type Subject, withFiles } from "./printer.js"

const exampleText = (words: Words): string | undefined => {
  if (words.example === undefined) return undefined
  const text = JSON.stringify(words.example)
  return text.length > 200 ? undefined : `Example: \`${text}\``
}

const isEmpty = (words: Words): boolean => {
  for (const _ in words) return false
  return true
}

export const describe = (words: Words, indent: string, more: ReadonlyArray<string | undefined> = []): string =>
  isEmpty(words) && more.length === 0 ? "" : comment([
    words.summary,
    words.description === words.summary ? undefined : words.description,
    words.default === undefined ? undefined : `Default: \`${JSON.stringify(words.default)}\``,
    exampleText(words),
    ...more,
    words.url === undefined ? undefined : `@see ${words.url}`,
    words.deprecated === true ? "@deprecated" : undefined
  ], indent)

const describeProperty = (property: Property): string => describe(property.words, "  ")

/** The object that a schema is, behind rules about it. */
const objectOf = (node: Node): ObjectNode | undefined =>
  node.kind === "object" && (node.properties.length > 0 || node.patterns.length > 0 || node.rest === false) ? node : node.kind === "check" ? objectOf(node.base) : undefined

/** One of a schema's types. */
interface Declared {
  readonly name: string
  readonly side: Side
  /** Its properties, where it is an object. */
  readonly properties: ReadonlyArray<TypedProperty>
}

const declared = (printer: Printer, name: string, node: Node, side: Side): Declared => {
  const object = objectOf(node)
  return { name, side, properties: object === undefined ? [] : typedProperties(printer, object, side) }
}

const interfaceBody = (printer: Printer, object: ObjectNode, { side }: Declared, properties: ReadonlyArray<TypedProperty>): string =>
  objectType(printer, object, side, properties, side.encoded ? () => "" : describeProperty)

const declareType = (printer: Printer, node: Node, type: Declared, docs: string): string => {
  const object = objectOf(node)
  return object === undefined
    ? `${docs}export type ${type.name} = ${typeOf(printer, node, type.side)}\n`
    : `${docs}export interface ${type.name} ${interfaceBody(printer, object, type, type.properties)}\n`
}

/** A second type of the same object: what is not the same in it, over the rest of the first, where that is shorter. */
const declareOver = (printer: Printer, node: Node, type: Declared, base: Declared, docs: string): string => {
  const object = objectOf(node)
  if (object === undefined || object.rest !== undefined || object.patterns.length > 0) return declareType(printer, node, type, docs)
  const inBase = new Map(base.properties.map((one) => [one.property, one.text]))
  const own = type.properties.filter((one) => inBase.get(one.property) !== one.text)
  const same = type.properties.length - own.length
  const other = base.properties.length - same
  if (other === 0 || 2 * other > base.properties.length) return declareType(printer, node, type, docs)
  const inThis = new Map(type.properties.map((one) => [one.property, one.text]))
  const omitted = base.properties.filter((one) => inThis.get(one.property) !== one.text).map((one) => quote(one.property.name))
  return `${docs}export interface ${type.name} extends Omit<${base.name}, ${omitted.join(" | ")}> ${interfaceBody(printer, object, type, own)}\n`
}

const bodyOf = (printer: Printer, node: Node, form: Form, types: string): string => {
  if (objectOf(node) === undefined) return schemaOf(printer, node, form, types)
  return node.kind === "check"
    ? checkSchema(printer, bodyOf(printer, node.base, form, types), node.rules, form)
    : objectSchema(printer, node as ObjectNode, form, types)
}

const declareForm = (printer: Printer, one: Named, form: Form): string => {
  const names = printer.names.schema(one.pointer)
  const { encoded, type } = inForm(names, form)
  const differs = type !== encoded
  const types = differs ? `<${type}, ${encoded}>` : `<${type}>`
  const decoded = declared(printer, type, one.node, { form, encoded: false })
  const docs = describe(one.words, "", form === "input" ? [`As it is sent in requests: without what only answers have, nothing filled in.`] : [])
  return [
    form === "output" || !printer.forms.hasOutput(one.pointer) ? declareType(printer, one.node, decoded, docs) : declareOver(printer, one.node, decoded, declared(printer, names.type, one.node, { form: "output", encoded: false }), docs),
    ...(differs ? [declareOver(printer, one.node, declared(printer, encoded, one.node, { form, encoded: true }), decoded, `/** {@link ${type}} on the wire. */\n`)] : []),
    `export const ${type}: S.Schema${types} = /*#__PURE__*/ k.schema(${quote(type)}, () => ${bodyOf(printer, one.node, form, types)})\n`
  ].join("")
}

/**
 * The compiler walks back over every constant before a name to see whether it was narrowed: a module of thousands takes it
 * minutes. Beyond this many, schemas are parted by the beginning of their names.
 */
const mostInModule = 200

interface Declaration {
  readonly name: string
  /** The name in what file names are made of. */
  readonly inFiles: string
  readonly text: (printer: Printer) => string
}

/** Declarations by the shortest beginnings of names that keep each group small. A new schema stays with its neighbours. */
const parted = (declarations: ReadonlyArray<Declaration>, length = 1): ReadonlyArray<readonly [string, ReadonlyArray<Declaration>]> => {
  const groups = groupBy(declarations, ({ inFiles }) => inFiles.slice(0, length))
  return [...groups].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([start, group]) =>
    group.length > mostInModule && length < 40 && group.some((one) => one.name.length > length) ? parted(group, length + 1) : [[start, group] as const])
}

const partText = (printer: Printer, declarations: ReadonlyArray<Declaration>): string => {
  const body = declarations.map((one) => one.text(printer)).join("\n")
  return body === "" ? emptyModule(printer) : moduleText(printer, [...importsOf(body).map((one) => one === "M" ? "MAbove" : one), ...printer.used], body)
}

const formsIn = ({ hasOutput, isSplit }: Forms, pointer: string): ReadonlyArray<Form> => [
  ...(hasOutput(pointer) ? ["output"] as const : []),
  ...(isSplit(pointer) ? ["input"] as const : [])
]

/** The module `schemas.ts`, and its parts if they are many. By their own names none is called as its twin. */
export const emitSchemas = (subject: Subject, ownNames: Names, twins: Twins): ReadonlyMap<string, string> => {
  const further = furtherNames(twins, ownNames)
  const declarations = [...subject.model.schemas.values()].filter(({ pointer }) => !twins.has(pointer)).map((one): Declaration => {
    const name = ownNames.schema(one.pointer).type
    return {
      name,
      inFiles: name.toLowerCase().replace(/[^a-z0-9_]/g, "-"),
      text: (printer) => {
        const own = withFiles(printer, subject.schemasWithFiles.has(one.pointer))
        const forms = formsIn(printer.forms, one.pointer)
        return [...forms.map((form) => declareForm(own, one, form)), ...further(one.pointer, forms)].join("\n")
      }
    }
  }).sort((a, b) => a.name < b.name ? -1 : 1)
  if (declarations.length <= mostInModule) return new Map([["schemas.ts", partText(makePrinter(subject, ""), declarations)]])
  const parts = parted(declarations)
  return new Map([
    ["schemas.ts", `${subject.banner}\n${parts.map(([start]) => `export * from "./schemas/${start}.js"\n`).join("")}`],
    ...parts.map(([start, group]) => [`schemas/${start}.ts`, partText(makePrinter(subject, "M."), group)] as const)
  ])
}
