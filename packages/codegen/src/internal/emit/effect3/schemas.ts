/** The module of schemas: for each an interface or alias, and a constant that makes it when it is first used. */
import type { Form } from "../../model/forms.js"
import { refsOf } from "../../model/forms.js"
import type { Media, Model, Named, Node, ObjectNode, Property, Words } from "../../model/Model.js"
import { comment, quote } from "../text.js"
import { checkSchema, objectSchema, objectType, schemaOf, type Side, typeOf } from "./nodes.js"
import { imports, importsOf, type Printer } from "./printer.js"

const exampleText = (words: Words): string | undefined => {
  if (words.example === undefined) return undefined
  const text = JSON.stringify(words.example)
  return text.length > 200 ? undefined : `Example: \`${text}\``
}

export const describe = (words: Words, indent: string, more: ReadonlyArray<string | undefined> = []): string =>
  comment([
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
  node.kind === "object" && (node.properties.length > 0 || node.rest === false) ? node : node.kind === "check" ? objectOf(node.base) : undefined

const declareType = (printer: Printer, name: string, node: Node, side: Side, docs: string): string => {
  const object = objectOf(node)
  return object === undefined
    ? `${docs}export type ${name} = ${typeOf(printer, node, side)}\n`
    : `${docs}export interface ${name} ${objectType(printer, object, side, side.encoded ? () => "" : describeProperty, "  ")}\n`
}

const bodyOf = (printer: Printer, node: Node, form: Form, types: string): string => {
  if (objectOf(node) === undefined) return schemaOf(printer, node, form, types)
  return node.kind === "check"
    ? checkSchema(printer, bodyOf(printer, node.base, form, types), node.rules, form)
    : objectSchema(printer, node as ObjectNode, form, types)
}

const declareForm = (printer: Printer, one: Named, form: Form): string => {
  const names = printer.names.schema(one.pointer)
  const [type, encoded] = form === "output" ? [names.type, names.encoded] : [names.input, names.inputEncoded]
  const differs = type !== encoded
  const types = differs ? `<${type}, ${encoded}>` : `<${type}>`
  const docs = describe(one.words, "", form === "input" ? [`As it is sent in requests: without what only answers have, nothing filled in.`] : [])
  return [
    declareType(printer, type, one.node, { form, encoded: false }, docs),
    ...(differs ? [declareType(printer, encoded, one.node, { form, encoded: true }, `/** {@link ${type}} on the wire. */\n`)] : []),
    `export const ${type}: S.Schema${types} = /*#__PURE__*/ k.schema(${quote(type)}, () => ${bodyOf(printer, one.node, form, types)})\n`
  ].join("")
}

/** Schemas from whose values a form's files come, and no JSON. */
export const formSchemas = (model: Model): ReadonlySet<string> => {
  const medias = (wanted: (media: Media) => boolean): ReadonlyArray<Node> =>
    [...model.operations.flatMap((one) => [...(one.body?.content ?? []), ...one.answers.flatMap((answer) => answer.content)]), ...model.callbacks.flatMap((one) => one.content)]
      .filter(wanted).flatMap((media) => media.node === undefined ? [] : [media.node])
  const reach = (roots: ReadonlyArray<Node>): Set<string> => {
    const found = new Set<string>()
    const queue = roots.flatMap(refsOf)
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (found.has(next)) continue
      found.add(next)
      const node = model.schemas.get(next)?.node
      if (node !== undefined) queue.push(...refsOf(node))
    }
    return found
  }
  const json = reach(medias(({ kind }) => kind !== "multipart"))
  return new Set([...reach(medias(({ kind }) => kind === "multipart"))].filter((one) => !json.has(one)))
}

export const emitSchemas = (model: Model, printer: Printer, banner: string): string => {
  const inForms = formSchemas(model)
  const declarations = [...model.schemas.values()]
    .map((one) => ({ one, name: printer.names.schema(one.pointer).type }))
    .sort((a, b) => a.name < b.name ? -1 : 1)
    .map(({ one }) => {
      const own = { ...printer, files: inForms.has(one.pointer) }
      return declareForm(own, one, "output") + (printer.forms.isSplit(one.pointer) ? `\n${declareForm(own, one, "input")}` : "")
    })
  const body = declarations.join("\n")
  return declarations.length === 0 ? `${banner}\nexport {}\n` : `${banner}\n${imports([...importsOf(body), ...printer.used])}\n\n${body}`
}
