/**
 * One walk over a document along the table of its grammar: finds every reference, and whatever is not the object that it
 * should be. What it finds decides whether the document has to be rewritten at all.
 */
import type { Finding } from "../../Report.js"
import { at, child, get, isArray, isObject, type Json, valueAt } from "../json.js"
import { Fault, show } from "./fault.js"
import { grammar, hasOneOf, type Kind, kindAt, sections, type Shape, type Step } from "./grammar.js"
import { kindOf } from "./parse.js"
import { type File, type Files, idOf, isDescribedAlias, isReference, keysOfFragment, placeOf, type Reference, resolveReference } from "./references.js"

/** What a reference leads to, and where the first one that does stands. */
export interface Target extends Reference {
  readonly kind: Kind
  readonly shape: Shape
  readonly from: { readonly file: File; readonly keys: ReadonlyArray<string | number> }
}

export interface Survey {
  readonly targets: ReadonlyMap<string, Target>
  readonly findings: ReadonlyArray<Finding>
  /** References have to change, or something has to be left out. */
  readonly rewrite: boolean
}

const words: Readonly<Record<Kind, string>> = {
  document: "an OpenAPI document, which is an object",
  components: "an object with schemas, responses, parameters and so on",
  pathItem: "a path item, which is an object of operations by method",
  operation: "an operation, which is an object",
  parameter: "a parameter, which is an object with name and in",
  header: "a header, which is an object",
  requestBody: "a request body, which is an object with content",
  response: "a response, which is an object",
  media: "a media type, which is an object with a schema",
  encoding: "an encoding, which is an object",
  schema: "a schema, which is an object or a boolean",
  example: "an example, which is an object",
  link: "a link, which is an object",
  callback: "a callback, which is an object of path items",
  securityScheme: "a security scheme, which is an object with a type",
  info: "an object with title and version",
  server: "a server, which is an object with a url"
}

/** What has no effect on a client may be of any form. */
const ofNoEffect: ReadonlySet<Kind> = new Set(["example", "link"])

export const targetKey = (kind: Kind, shape: Shape, location: string, fragment: string): string => `${kind} ${shape} ${location}#${fragment}`

export interface Surveying {
  /** Walks as far as it can, and tells what waits for a file that has to be read first. */
  readonly advance: () => ReadonlyArray<Target>
  readonly finish: () => Survey
}

export const survey = (files: Files): Surveying => {
  const findings: Array<Finding> = []
  const targets = new Map<string, Target>()
  /** Those that lead to another reference. */
  const onward: Array<Target> = []
  let waiting: Array<Target> = []
  let started = false
  let rewrite = false

  /** The walk's place: the file, and the keys so far. */
  let file = files.main
  let path: Array<string | number> = []

  const fault = (problem: string, expected?: string, ...more: ReadonlyArray<string>): Fault =>
    new Fault(problem, { keys: [...path, ...more] }, expected, file.location)

  const report = (kind: Finding["kind"], reason: string): void => {
    findings.push({ kind, pointer: `${file === files.main ? "" : file.name}${child("#", ...path)}`, reason })
  }

  /** References that were met already: in the main file most are met often. */
  const seen = new Map<string, Set<string>>()

  const isNew = (reference: string, kind: Kind, shape: Shape): boolean => {
    const key = file === files.main ? (shape === "one" ? kind : `${kind} ${shape}`) : `${kind} ${shape} ${file.location}`
    const known = seen.get(key) ?? new Set()
    if (known.has(reference)) return false
    seen.set(key, known.add(reference))
    return true
  }

  const refer = (reference: string, kind: Kind, shape: Shape): void => {
    if (!isNew(reference, kind, shape)) return
    const { fragment, location } = located(reference)
    if (location !== files.main.location || !reference.startsWith("#/") || shape === "map" || sections[kind] === undefined) rewrite = true
    const key = targetKey(kind, shape, location, fragment)
    if (targets.has(key)) return
    const target = { location, fragment, kind, shape, from: { file, keys: [...path] } }
    targets.set(key, target)
    waiting.push(target)
  }

  const located = (reference: string): Reference => {
    try {
      return resolveReference(files, file, reference)
    } catch (error) {
      if (error instanceof Fault) throw new Fault(error.problem, { keys: [...path, "$ref"] }, error.expected, file.location)
      throw error
    }
  }

  const walkMapping = (discriminator: Json): void => {
    const mapping = get(discriminator, "mapping")
    if (!isObject(mapping)) return
    for (const value of Object.values(mapping)) {
      if (typeof value !== "string") continue
      const reference = isReference(value) ? value : child("#/components/schemas", value)
      // What is missing in the same file is told by the stage that reads discriminators.
      if (reference.startsWith("#") && at(file.value, reference) === undefined) continue
      if (reference.startsWith("#") && file === files.main) continue
      refer(reference, "schema", "one")
    }
  }

  const walkNode = (value: Json, kind: Kind): void => {
    if (!isObject(value)) {
      if (ofNoEffect.has(kind) || (kind === "schema" && typeof value === "boolean")) return
      throw fault(`is ${kindOf(value)}`, `Expected ${words[kind]}`)
    }
    const { others, required, steps } = grammar[kind]
    let isRef = false
    // Not Object.keys: a large document has a million objects, and this makes no list of each.
    for (const key in value) {
      const step = steps.get(key)
      if (step !== undefined) walkStep(value[key]!, step, key)
      else if (key === "$ref") {
        isRef = true
        walkReference(value[key]!, kind)
      } else if (others !== undefined && !key.startsWith("x-")) walkStep(value[key]!, others, key)
      else walkValue(value[key]!, kind, key)
    }
    if (!isRef) for (const key of required) if (!Object.hasOwn(value, key)) throw fault(`has no ${key}`, `Expected ${words[kind]}`)
  }

  const walkReference = (reference: Json, kind: Kind): void => {
    if (typeof reference === "string") refer(reference, kind, "one")
    else if (kind !== "example") throw fault(`is ${kindOf(reference)}`, "Expected the text of a reference", "$ref")
  }

  /** A field that holds nothing of the table: what is not as it should be has no effect, and that is told. */
  const walkValue = (value: Json, kind: Kind, key: string): void => {
    const { known, values } = grammar[kind]
    const types = values.get(key)
    const reason = types !== undefined && !hasOneOf(value, types)
      ? `${key} is ${kindOf(value)}; expected a ${types.join(" or ")}`
      : known !== undefined && !known.has(key) && !key.startsWith("x-") ? "no method or field of a path" : undefined
    if (reason !== undefined) {
      path.push(key)
      report("ignored", reason)
      path.pop()
    }
    if (kind === "schema" && key === "discriminator") walkMapping(value)
  }

  const walkStep = (value: Json, { kind, shape }: Step, key: string): void => {
    path.push(key)
    if (value === null && !ofNoEffect.has(kind)) {
      rewrite = true
      report("ignored", `${key} holds nothing`)
    } else if (shape === "one" || (shape === "some" && !Array.isArray(value))) walkNode(value, kind)
    else if (shape === "map") walkMap(value, kind)
    else walkList(value, kind)
    path.pop()
  }

  const walkList = (value: Json, kind: Kind): void => {
    if (!isArray(value)) throw fault(`is ${kindOf(value)}`, `Expected a list; each of it ${words[kind]}`)
    value.forEach((one, index) => {
      path.push(index)
      walkNode(one, kind)
      path.pop()
    })
  }

  const walkMap = (value: Json, kind: Kind): void => {
    if (!isObject(value)) {
      if (ofNoEffect.has(kind)) return
      throw fault(`is ${kindOf(value)}`, `Expected an object; each of its values ${words[kind]}`)
    }
    const isPaths = kind === "pathItem" && path.length === 1 && path[0] === "paths"
    const mayBeExtended = kind === "pathItem" || kind === "response"
    for (const key in value) {
      const one = value[key]!
      if (key === "$ref" && typeof one === "string") {
        refer(one, kind, "map")
        continue
      }
      if (mayBeExtended && key.startsWith("x-")) continue
      path.push(key)
      if (isPaths && !key.startsWith("/")) throw fault("is no path", "Expected a path, which begins with a slash")
      if (one === null && !ofNoEffect.has(kind)) {
        rewrite = true
        report(kind === "schema" ? "weakened" : "ignored", "holds nothing; it is taken as an empty object")
      } else walkNode(one, kind)
      path.pop()
    }
  }

  /** A target of the main file that the walk from the top has come by already. */
  const isCovered = (target: Target, keys: ReadonlyArray<string>): boolean =>
    target.location === files.main.location && target.shape === "one" && kindAt(keys) === target.kind && !keys.some((key) => key.startsWith("x-"))

  const walkTarget = (target: Target, targetFile: File): void => {
    const keys = keysOfFragment(targetFile, target.fragment)
    const value = keys === undefined ? undefined : valueAt(targetFile.value, keys)
    if (value === undefined) {
      const where = targetFile === target.from.file ? "this document" : targetFile.name
      throw new Fault(
        `the reference leads to nothing: ${where} has no ${show(`#${target.fragment}`)}`,
        { keys: [...target.from.keys, "$ref"] },
        "Expected a JSON pointer to what is there, such as #/components/schemas/Name",
        target.from.file.location
      )
    }
    if (isDescribedAlias(value)) onward.push(target)
    if (isCovered(target, keys!)) return
    file = targetFile
    path = [...keys!]
    if (target.shape === "map") walkMap(value, target.kind)
    else walkNode(value, target.kind)
  }

  return {
    advance: () => {
      if (!started) {
        started = true
        walkNode(files.main.value, "document")
      }
      const unread: Array<Target> = []
      for (;;) {
        const now = waiting
        if (now.length === 0) break
        waiting = []
        for (const target of now) {
          const targetFile = files.get(target.location)
          if (targetFile === undefined) unread.push(target)
          else walkTarget(target, targetFile)
        }
      }
      waiting = unread
      return unread
    },
    finish: () => {
      const ending = new Set<string>()
      for (const target of onward) checkCircle(files, target, ending)
      return { targets, findings, rewrite }
    }
  }
}

/** References that lead only to each other are a fault. `ending` is what is known to lead to something else. */
const checkCircle = (files: Files, target: Target, ending: Set<string>): void => {
  const passed = new Set<string>()
  let place = placeOf(files, target)
  for (;;) {
    const id = idOf(place)
    if (passed.has(id)) {
      throw new Fault("the reference leads only back to itself", { keys: [...target.from.keys, "$ref"] }, "Expected a reference to something else", target.from.file.location)
    }
    passed.add(id)
    if (ending.has(id) || !isDescribedAlias(place.value)) break
    place = placeOf(files, resolveReference(files, place.file, place.value.$ref))
  }
  for (const id of passed) ending.add(id)
}
