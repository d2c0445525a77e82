/**
 * Several files as one document: what a reference to another file leads to becomes a component of the same name. Names
 * are given in the order of the files' names, so they depend neither on the order of keys nor on who refers first.
 */
import { collect, groupBy } from "../collections.js"
import { child, get, getString, isArray, isObject, type Json, type JsonObject } from "../json.js"
import { Fault } from "./fault.js"
import { grammar, type Kind, sections, sections2, type Shape, type Step } from "./grammar.js"
import { endOf, type File, type Files, idOf, isAlias, isReference, keysOfFragment, type Place, placeOf, resolveReference } from "./references.js"
import { type Survey, type Target, targetKey } from "./survey.js"

/** What a reference becomes: another reference, or what it leads to. */
type Placement = { readonly ref: string } | { readonly inline: Place }

interface Component {
  readonly kind: Kind
  readonly section: string
  readonly end: Place
  /** Names of places that stand for nothing but it. */
  readonly aliases: Set<string>
  name: string | undefined
}

const slots: ReadonlySet<string> = new Set([...Object.values(sections), ...Object.values(sections2), "$defs"])

/** The name of a component, where keys lead to one. */
const slotName = (keys: ReadonlyArray<string>): string | undefined => keys.length >= 2 && slots.has(keys.at(-2)!) ? keys.at(-1) : undefined

const sanitize = (text: string): string => text.replace(/[^\p{L}\p{N}._-]+/gu, "_").replace(/^_+|_+$/g, "")

const withoutExtension = (path: string): string => path.replace(/\.(?:ya?ml|json)$/i, "")

const baseName = (file: File): string => sanitize(withoutExtension(file.relative.split(/[/\\]/).at(-1)!)) || "file"

const preferredName = ({ aliases, end }: Component): string => {
  const own = slotName(end.keys) ?? [...aliases].sort()[0]
  if (own !== undefined) return own
  const last = end.keys.filter((key) => !/^\d+$/.test(key) && key !== "schema").at(-1)
  return last === undefined ? baseName(end.file) : sanitize(last) || baseName(end.file)
}

/** Names to try, from what a person would choose to what is surely free. */
const candidates = function*(component: Component): Generator<string> {
  const name = preferredName(component)
  const { file, keys } = component.end
  yield name
  yield `${name}_${baseName(file)}`
  yield `${name}_${sanitize(withoutExtension(file.relative))}`
  yield `${name}_${sanitize(withoutExtension(file.relative))}_${sanitize(keys.join("_"))}`
  for (let n = 2;; n++) yield `${name}_${n}`
}

const sectionOf = (document: Json, section: string, isSwagger: boolean): JsonObject => {
  const found = get(isSwagger ? document : get(document, "components"), section)
  return isObject(found) ? found : {}
}

/** Where each target's reference will lead, and what has to be added for it. */
const place = (files: Files, { targets }: Survey, isSwagger: boolean): { readonly placements: ReadonlyMap<string, Placement>; readonly components: ReadonlyArray<Component> } => {
  const table = isSwagger ? sections2 : sections
  const components = new Map<string, Component>()
  const waiting = new Map<string, Component>()
  const placements = new Map<string, Placement>()
  const ends = new Map<string, Place>()

  const placeTarget = (key: string, target: Target): void => {
    const section = target.shape === "one" ? table[target.kind] : undefined
    if (section !== undefined && target.location === files.main.location) {
      placements.set(key, { ref: child("#", ...keysOfFragment(files.main, target.fragment)!) })
      return
    }
    const end = endOf(files, target, ends)
    if (section === undefined) placements.set(key, { inline: end })
    else if (end.file === files.main) placements.set(key, { ref: child("#", ...end.keys) })
    else {
      const id = `${section} ${idOf(end)}`
      const component = components.get(id) ?? { kind: target.kind, section, end, aliases: new Set(), name: undefined }
      components.set(id, component)
      const { keys, value } = placeOf(files, target)
      const alias = isAlias(value) ? slotName(keys) : undefined
      if (alias !== undefined) component.aliases.add(alias)
      waiting.set(key, component)
    }
  }

  /** Components of the main file that stand for one of another file: it takes their place. */
  const settleInMain = (section: string, all: ReadonlyArray<Component>): ReadonlySet<string> => {
    const own = sectionOf(files.main.value, section, isSwagger)
    const byPlace = new Map(all.map((one) => [idOf(one.end), one]))
    const standsFor = (value: Json): Component | undefined => {
      if (!isAlias(value)) return undefined
      const target = resolveReference(files, files.main, value.$ref)
      return target.location === files.main.location ? undefined : byPlace.get(idOf(endOf(files, target, ends)))
    }
    const homes = collect(Object.entries(own).flatMap(([name, value]) => {
      const component = standsFor(value)
      return component === undefined ? [] : [[component, name] as const]
    }))
    for (const [component, names] of homes) {
      const preferred = preferredName(component)
      component.name = names.includes(preferred) ? preferred : names.sort()[0]!
    }
    return new Set(Object.keys(own))
  }

  for (const [key, target] of targets) placeTarget(key, target)
  for (const [section, all] of groupBy([...components.values()], (one) => one.section)) {
    const taken = new Set(settleInMain(section, all))
    const order = (one: Component): string => `${one.end.file.relative}\n${one.end.keys.join("/")}`
    for (const one of [...all].sort((a, b) => order(a) < order(b) ? -1 : 1)) {
      if (one.name !== undefined) continue
      for (const name of candidates(one)) {
        if (taken.has(name)) continue
        one.name = name
        taken.add(name)
        break
      }
    }
  }
  const prefix = isSwagger ? "#" : "#/components"
  for (const [key, component] of waiting) placements.set(key, { ref: child(prefix, component.section, component.name!) })
  return { placements, components: [...components.values()] }
}

export const bundle = (files: Files, surveyed: Survey): JsonObject => {
  const isSwagger = get(files.main.value, "swagger") !== undefined
  const { components, placements } = place(files, surveyed, isSwagger)
  /** What is being put in place of references, from the outermost to the innermost. */
  const inlining: Array<string> = []

  const placementOf = (file: File, reference: string, kind: Kind, shape: Shape): Placement | undefined => {
    const { fragment, location } = resolveReference(files, file, reference)
    return placements.get(targetKey(kind, shape, location, fragment))
  }

  const copyMapping = (discriminator: Json, file: File): Json => {
    const mapping = get(discriminator, "mapping")
    if (!isObject(discriminator) || !isObject(mapping)) return discriminator
    const entries = Object.entries(mapping).map(([name, value]): [string, Json] => {
      if (typeof value !== "string") return [name, value]
      const placed = placementOf(file, isReference(value) ? value : child("#/components/schemas", value), "schema", "one")
      return [name, placed !== undefined && "ref" in placed ? placed.ref : value]
    })
    return { ...discriminator, mapping: Object.fromEntries(entries) }
  }

  const copyFields = (value: JsonObject, kind: Kind, file: File): Array<[string, Json]> => {
    const { others, steps } = grammar[kind]
    return Object.entries(value).flatMap(([key, one]): Array<[string, Json]> => {
      if (key === "$ref") return []
      if (kind === "schema" && key === "discriminator") return [[key, copyMapping(one, file)]]
      const step = steps.get(key) ?? (others === undefined || key.startsWith("x-") ? undefined : others)
      if (step === undefined) return [[key, one]]
      return one === null ? [] : [[key, copyStep(one, step, file)]]
    })
  }

  const copyInlined = (end: Place, kind: Kind, shape: Shape): JsonObject => {
    const id = `${kind} ${shape} ${idOf(end)}`
    if (inlining.includes(id)) throw new Fault("refers to itself", { keys: end.keys }, "Expected a path that ends", end.file.location)
    inlining.push(id)
    const copied = shape === "map" ? copyMap(end.value, kind, end.file) : copyNode(end.value, kind, end.file)
    inlining.pop()
    return isObject(copied) ? copied : {}
  }

  const copyNode = (value: Json, kind: Kind, file: File): Json => {
    if (!isObject(value)) return value
    const reference = getString(value, "$ref")
    const fields = copyFields(value, kind, file)
    const placed = reference === undefined ? undefined : placementOf(file, reference, kind, "one")
    if (placed === undefined) return Object.fromEntries(reference === undefined ? fields : [["$ref", reference], ...fields])
    return Object.fromEntries("ref" in placed ? [["$ref", placed.ref], ...fields] : [...Object.entries(copyInlined(placed.inline, kind, "one")), ...fields])
  }

  const copyMap = (value: Json, kind: Kind, file: File): Json => {
    if (!isObject(value)) return value
    const reference = getString(value, "$ref")
    const placed = reference === undefined ? undefined : placementOf(file, reference, kind, "map")
    const inlined = placed !== undefined && "inline" in placed ? Object.entries(copyInlined(placed.inline, kind, "map")) : []
    const own = Object.entries(value).flatMap(([key, one]): Array<[string, Json]> => {
      if (key === "$ref" && typeof one === "string") return []
      return [[key, one === null ? {} : (kind === "pathItem" || kind === "response") && key.startsWith("x-") ? one : copyNode(one, kind, file)]]
    })
    return Object.fromEntries([...inlined, ...own])
  }

  const copyStep = (value: Json, { kind, shape }: Step, file: File): Json => {
    if (shape === "map") return copyMap(value, kind, file)
    return isArray(value) ? value.map((one) => copyNode(one, kind, file)) : copyNode(value, kind, file)
  }

  const addTo = (document: JsonObject, section: string): JsonObject => {
    const added = components.filter((one) => one.section === section).map((one): [string, Json] => [one.name!, copyNode(one.end.value, one.kind, one.end.file)])
    const all = Object.fromEntries([...Object.entries(sectionOf(document, section, isSwagger)), ...added])
    if (isSwagger) return { ...document, [section]: all }
    return { ...document, components: { ...get(document, "components") as JsonObject | undefined, [section]: all } }
  }

  const main = copyNode(files.main.value, "document", files.main) as JsonObject
  return [...new Set(components.map((one) => one.section))].reduce(addTo, main)
}
