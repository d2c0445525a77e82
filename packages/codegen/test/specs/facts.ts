/** What a document of one file or several says, as short facts at places: two documents are compared by them. */
import * as Yaml from "js-yaml"
import * as Fs from "node:fs"
import * as Path from "node:path"
import { below, isList, isObject, type Json, type JsonObject } from "./documents.js"

/** A node and the file that its references are relative to. */
interface Node {
  readonly file: string
  readonly json: Json | undefined
}

const files = new Map<string, Json>()

const fileAt = (path: string): Json => {
  const json = files.get(path) ?? Yaml.load(Fs.readFileSync(path, "utf8")) as Json
  files.set(path, json)
  return json
}

const childOf = (json: Json | undefined, key: string): Json | undefined => {
  if (isList(json)) return json[Number(key)]
  return isObject(json) && Object.hasOwn(json, key) ? json[key] : undefined
}

const referred = (file: string, reference: string): Node => {
  const [path = "", pointer = ""] = reference.split("#")
  const target = path === "" ? file : Path.resolve(Path.dirname(file), path)
  const keys = pointer.split("/").slice(1).map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"))
  return { file: target, json: keys.reduce(childOf, fileAt(target) as Json | undefined) }
}

/** The node itself, where references have led. */
const follow = (node: Node): Node => {
  const reference = childOf(node.json, "$ref")
  return typeof reference === "string" ? follow(referred(node.file, reference)) : node
}

const at = (node: Node, ...keys: ReadonlyArray<string>): Node =>
  keys.reduce((one, key) => {
    const { file, json } = follow(one)
    return { file, json: childOf(json, key) }
  }, node)

const entries = (node: Node): ReadonlyArray<readonly [key: string, node: Node]> => {
  const { file, json } = follow(node)
  return isObject(json) ? Object.entries(json).map(([key, one]) => [key, { file, json: one }] as const) : []
}

const items = (node: Node): ReadonlyArray<Node> => {
  const { file, json } = follow(node)
  return isList(json) ? json.map((one) => ({ file, json: one })) : []
}

const texts = (node: Node): ReadonlyArray<string> => items(node).map(({ json }) => String(json))

// ------------------------------------------------------------------------------------------------------ schemas

/** One of the forms that a schema leaves: its own keywords and those of all that it is made of. */
interface Form {
  readonly facts: ReadonlySet<string>
  readonly required: ReadonlySet<string>
  /** Each property with all schemas that it is held to. */
  readonly properties: ReadonlyMap<string, ReadonlyArray<Node>>
}

const together = (a: Form, b: Form): Form => {
  const names = new Set([...a.properties.keys(), ...b.properties.keys()])
  return {
    facts: new Set([...a.facts, ...b.facts]),
    required: new Set([...a.required, ...b.required]),
    properties: new Map([...names].map((name) => [name, [...(a.properties.get(name) ?? []), ...(b.properties.get(name) ?? [])]]))
  }
}

const product = (some: ReadonlyArray<Form>, others: ReadonlyArray<Form>): ReadonlyArray<Form> =>
  some.flatMap((one) => others.map((other) => together(one, other)))

const plain = ["format", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "default"]

const typesOf = (schema: JsonObject): ReadonlyArray<string> => {
  const { nullable, properties, type } = schema
  const own = isList(type) ? type.map(String) : typeof type === "string" ? [type] : properties === undefined ? [] : ["object"]
  return nullable === true ? [...own, "null"] : own
}

/** An open list says as much of what is known as a closed one. */
const valuesOf = (schema: JsonObject): ReadonlyArray<Json> => {
  const listed = schema["enum"] ?? schema["x-extensible-enum"]
  return isList(listed) ? listed : schema["const"] === undefined ? [] : [schema["const"]]
}

const ownFacts = (schema: JsonObject): ReadonlyArray<string> => [
  ...typesOf(schema).map((type) => `type ${type}`),
  ...valuesOf(schema).map((value) => `value ${String(value)}`),
  // To list nothing less than nothing is to say nothing.
  ...plain.filter((key) => schema[key] !== undefined && !(key === "minItems" && schema[key] === 0)).map((key) => `${key} ${JSON.stringify(schema[key])}`),
  ...(typeof schema["pattern"] === "string" ? [`pattern ${schema["pattern"].replaceAll("\\/", "/")}`] : []),
  ...(schema["additionalProperties"] === false ? ["no other properties"] : [])
]

const ownForm = (node: Node): Form => {
  const schema = isObject(node.json) ? node.json : {}
  const others = isObject(schema["additionalProperties"]) ? [["{}", [at(node, "additionalProperties")]] as const] : []
  const list = schema["items"] === undefined ? [] : [["[]", [at(node, "items")]] as const]
  return {
    facts: new Set(ownFacts(schema)),
    required: new Set(texts(at(node, "required"))),
    properties: new Map([...entries(at(node, "properties")).map(([name, one]) => [name, [one]] as const), ...others, ...list])
  }
}

/** A base whose discriminator leads to schemas that extend it stands for these. */
const children = (node: Node): ReadonlyArray<Node> => {
  const mapped = entries(at(node, "discriminator", "mapping")).map(([, { json }]) => String(json))
  return [...new Set(mapped)].map((reference) => referred(node.file, reference))
}

const formsOf = (given: Node, bases: ReadonlySet<Json> = new Set()): ReadonlyArray<Form> => {
  const node = follow(given)
  const schema = isObject(node.json) ? node.json : {}
  const choice = items(at(node, schema["oneOf"] === undefined ? "anyOf" : "oneOf"))
  if (choice.length === 0 && schema["discriminator"] !== undefined && !bases.has(schema)) {
    const all = children(node).flatMap((child) => formsOf(child, new Set([...bases, schema])))
    if (all.length > 0) return all
  }
  const whole = items(at(node, "allOf")).reduce((forms: ReadonlyArray<Form>, one) => product(forms, formsOf(one, bases)), [ownForm(node)])
  return choice.length === 0 ? whole : product(whole, choice.flatMap((one) => formsOf(one, bases)))
}

// ------------------------------------------------------------------------------------------------------ facts

/** By place, such as `#/paths/~1check/post request /maxAge`, what is said of it. */
export type Facts = Map<string, Set<string>>

const tell = (facts: Facts, place: string, ...said: ReadonlyArray<string>): void => {
  facts.set(place, new Set([...(facts.get(place) ?? []), ...said]))
}

const deepest = 15

/** A property is required if each form requires it. */
const tellSchema = (facts: Facts, place: string, schemas: ReadonlyArray<Node>, depth = 0): void => {
  if (depth > deepest) throw new Error(`${place}: is deeper than this test looks`)
  const forms = schemas.map((one) => formsOf(one)).reduce(product)
  tell(facts, place, ...forms.flatMap((form) => [...form.facts]))
  for (const name of new Set(forms.flatMap(({ properties }) => [...properties.keys()]))) {
    const below = `${place}/${name}`
    tell(facts, below, ...(forms.every(({ required }) => required.has(name)) ? ["required"] : []))
    for (const form of forms) {
      const of = form.properties.get(name)
      if (of !== undefined) tellSchema(facts, below, of, depth + 1)
    }
  }
}

const tellContent = (facts: Facts, place: string, holder: Node): void => {
  for (const [media, one] of entries(at(holder, "content"))) {
    tell(facts, place, `media ${media}`)
    tellSchema(facts, `${place} `, [at(one, "schema")])
  }
}

const methods = ["get", "put", "post", "delete", "patch"]

const operationsOf = (holder: Node): ReadonlyArray<readonly [path: string, method: string, item: Node, operation: Node]> =>
  entries(holder).flatMap(([path, item]) => entries(item).filter(([method]) => methods.includes(method)).map(([method, operation]) => [path, method, item, operation] as const))

const scopesOf = (operation: Node): ReadonlyArray<string> =>
  items(at(operation, "security")).flatMap((requirement) => entries(requirement).flatMap(([, scopes]) => texts(scopes)))

const tellOperation = (facts: Facts, place: string, item: Node, operation: Node): void => {
  const parameters = [...items(at(item, "parameters")), ...items(at(operation, "parameters"))].map((one) => `parameter ${String(at(one, "in").json)} ${String(at(one, "name").json)}`)
  tell(facts, place, ...parameters, ...scopesOf(operation).map((scope) => `scope ${scope}`))
  tellContent(facts, `${place} request`, at(operation, "requestBody"))
  for (const [status, response] of entries(at(operation, "responses"))) {
    tell(facts, place, `status ${status}`)
    if (status.startsWith("2")) tellContent(facts, `${place} ${status}`, response)
    else tell(facts, "codes", ...codesOf(response))
  }
}

const codesOf = (response: Node): ReadonlyArray<string> =>
  entries(at(response, "content")).flatMap(([, media]) => formsOf(at(media, "schema")).flatMap(({ properties }) =>
    (properties.get("code") ?? []).flatMap((code) => formsOf(code).flatMap(({ facts }) => [...facts].filter((one) => one.startsWith("value "))))))

/** What is posted to the application: a webhook of ours is a callback of theirs. The answers are the application's. */
const notificationsOf = (document: Node): ReadonlyArray<Node> => {
  const callbacks = operationsOf(at(document, "paths")).flatMap(([, , , operation]) => entries(at(operation, "callbacks")).flatMap(([, one]) => operationsOf(one)))
  return [...operationsOf(at(document, "webhooks")), ...callbacks].map(([, , , operation]) => operation)
}

/** All that a document says of its operations, their bodies, scopes, statuses and codes, and of notifications. */
export const factsOf = (path: string): Facts => {
  const document: Node = { file: path, json: fileAt(path) }
  const facts: Facts = new Map()
  for (const [url, method, item, operation] of operationsOf(at(document, "paths"))) tellOperation(facts, below("#", "paths", url, method), item, operation)
  for (const one of notificationsOf(document)) tellContent(facts, "notification", at(one, "requestBody"))
  return facts
}

/** Of a place that only one of the two has, nothing that is below it is told. */
const isBelow = (place: string, above: string): boolean => place.startsWith(`${above}/`) || place.startsWith(`${above} `)

const onlyIn = (one: Facts, other: Facts, whose: string): ReadonlyArray<string> => {
  const missing = [...one.keys()].filter((place) => !other.has(place))
  const topmost = missing.filter((place) => !missing.some((above) => isBelow(place, above)))
  const said = [...one].flatMap(([place, facts]) => [...facts].filter((fact) => other.has(place) && !other.get(place)!.has(fact)).map((fact) => `${place}: ${fact}`))
  return [...topmost, ...said].map((what) => `${whose} ${what}`)
}

/** Each difference as a line: `ours …` is what the first alone says, `theirs …` what the second alone says. */
export const differencesOf = (ours: Facts, theirs: Facts): ReadonlyArray<string> => [...onlyIn(ours, theirs, "ours"), ...onlyIn(theirs, ours, "theirs")]
