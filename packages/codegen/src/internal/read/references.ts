/** References between the files of a document, and where they lead: by JSON pointer, `$anchor` or `$id`, over any number of others. */
import { child, get, getString, isArray, isObject, type Json, type JsonObject, keysOf, valueAt } from "../json.js"
import { splitReference } from "./locations.js"

/** A file of a document, by its location. */
export interface File {
  readonly location: string
  /** As a person would name it. */
  readonly name: string
  /** As seen from the main file: the same wherever the document lies. */
  readonly relative: string
  readonly value: Json
}

export interface Files {
  readonly main: File
  readonly get: (location: string) => File | undefined
  /** The location of a reference's file. A reference that may not be followed is a fault. */
  readonly locate: (from: string, reference: string) => string
}

/** Where a reference leads: to a file, and to what its fragment says in it. */
export interface Reference {
  readonly location: string
  readonly fragment: string
}

/** Whether a mapping's value is a reference: a name of a schema has no slash, and no file's ending. */
export const isReference = (text: string): boolean => /[#/]/.test(text) || /\.(?:ya?ml|json)$/i.test(text)

/** Anchors (`$anchor`) and identifiers (`$id`) of a file, found where they are first needed. */
const anchorsOf = (file: Json): { readonly anchors: ReadonlyMap<string, ReadonlyArray<string>>; readonly ids: ReadonlyMap<string, ReadonlyArray<string>> } => {
  const anchors = new Map<string, ReadonlyArray<string>>()
  const ids = new Map<string, ReadonlyArray<string>>()
  const visit = (value: Json, keys: ReadonlyArray<string>): void => {
    if (isArray(value)) value.forEach((one, index) => visit(one, [...keys, String(index)]))
    else if (isObject(value)) {
      const anchor = getString(value, "$anchor")
      const id = getString(value, "$id")
      if (anchor !== undefined && !anchors.has(anchor)) anchors.set(anchor, keys)
      if (id !== undefined && !ids.has(id)) ids.set(id.replace(/#$/, ""), keys)
      for (const key of Object.keys(value)) visit(value[key]!, [...keys, key])
    }
  }
  visit(file, [])
  return { anchors, ids }
}

const indexes = new WeakMap<File, ReturnType<typeof anchorsOf>>()

const indexOf = (file: File): ReturnType<typeof anchorsOf> => {
  const found = indexes.get(file) ?? anchorsOf(file.value)
  indexes.set(file, found)
  return found
}

/** Where a reference leads, seen from a file: to an `$id` of the same file, or to a location. */
export const resolveReference = (files: Files, from: File, reference: string): Reference => {
  const [place, fragment] = splitReference(reference)
  if (place === "") return { location: from.location, fragment }
  const byId = indexOf(from).ids.get(place)
  if (byId === undefined) return { location: files.locate(from.location, place), fragment }
  return { location: from.location, fragment: fragment === "" || fragment.startsWith("/") ? child("", ...byId) + fragment : fragment }
}

/** The keys that a fragment leads along: a JSON pointer, or an anchor. */
export const keysOfFragment = (file: File, fragment: string): ReadonlyArray<string> | undefined =>
  fragment === "" ? [] : fragment.startsWith("/") ? keysOf(`#${fragment}`) : indexOf(file).anchors.get(fragment)

type Alias = JsonObject & { readonly $ref: string }

/** A node that stands for what it refers to, and for nothing else. */
export const isAlias = (value: Json | undefined): value is Alias => isObject(value) && getString(value, "$ref") !== undefined && Object.keys(value).length === 1

/** Words beside a reference do not make it more than one. */
export const isDescribedAlias = (value: Json | undefined): value is Alias =>
  isObject(value) && getString(value, "$ref") !== undefined && Object.keys(value).every((key) => key === "$ref" || key === "summary" || key === "description")

/** A place in a file, and what stands there. */
export interface Place {
  readonly file: File
  readonly keys: ReadonlyArray<string>
  readonly value: Json
}

export const idOf = ({ file, keys }: Place): string => `${file.location}${child("#", ...keys)}`

/** Where a reference leads, which was found to be there. */
export const placeOf = (files: Files, { fragment, location }: Reference): Place => {
  const file = files.get(location)!
  const keys = keysOfFragment(file, fragment)!
  return { file, keys, value: valueAt(file.value, keys)! }
}

/** Where it leads behind all that only refers to it. Circles were refused before; `known` is what was found before. */
export const endOf = (files: Files, reference: Reference, known: Map<string, Place>): Place => {
  const passed: Array<string> = []
  let place = placeOf(files, reference)
  for (;;) {
    const id = idOf(place)
    const end = known.get(id) ?? (isAlias(place.value) ? undefined : place)
    passed.push(id)
    if (end !== undefined) {
      for (const one of passed) known.set(one, end)
      return end
    }
    place = placeOf(files, resolveReference(files, place.file, String(get(place.value, "$ref"))))
  }
}
