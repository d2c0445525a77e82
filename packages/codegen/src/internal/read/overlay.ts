/**
 * The overlay beside a document (`sms.overlay.yaml`): a patch (RFC 6902) that mends its faults before it is read any
 * further, each entry with its reason. All entries apply or none: a document is never changed in place.
 */
import { child, equal, get, isArray, isObject, type Json, type JsonObject, keysOf } from "../json.js"
import { Fault, show } from "./fault.js"
import { kindOf } from "./parse.js"

type Keys = ReadonlyArray<string>

const operations = ["add", "remove", "replace", "move", "copy", "test"] as const
type Op = typeof operations[number]

interface Entry {
  readonly op: Op
  readonly path: Keys
  readonly from: Keys | undefined
  readonly value: Json | undefined
}

const fields: ReadonlySet<string> = new Set(["op", "path", "from", "value", "reason"])

/** Told by the number of the entry, and found by its place in the overlay's file. */
const fault = (index: number, field: string, problem: string, expected?: string): Fault =>
  new Fault(`entry ${index + 1}: ${problem}`, { keys: [String(index), field] }, expected)

/** A pointer as RFC 6901 writes it, or as findings print it, with a # before. */
const keysOfPointer = (index: number, field: string, pointer: string): Keys => {
  if (pointer.startsWith("#")) return keysOf(pointer)
  if (pointer !== "" && !pointer.startsWith("/")) throw fault(index, field, `${show(pointer)} is no JSON pointer`, "Expected one such as /paths/~1sms/get")
  return pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
}

const textOf = (entry: JsonObject, index: number, field: string): string => {
  const value = get(entry, field)
  if (typeof value !== "string" || (field === "reason" && value.trim() === "")) {
    throw fault(index, field, value === undefined ? `has no ${field}` : `its ${field} is ${typeof value === "string" ? "empty" : kindOf(value)}`, field === "reason" ? "Expected why the document needs it" : "Expected a JSON pointer")
  }
  return value
}

const readEntry = (entry: Json, index: number): Entry => {
  if (!isObject(entry)) throw new Fault(`entry ${index + 1}: is ${kindOf(entry)}`, { keys: [String(index)] }, "Expected an object with op, path and reason")
  const op = operations.find((one) => one === get(entry, "op"))
  if (op === undefined) throw fault(index, "op", "has no op that RFC 6902 knows", `Expected one of ${operations.join(", ")}`)
  const unknown = Object.keys(entry).find((key) => !fields.has(key))
  if (unknown !== undefined) throw fault(index, unknown, `${show(unknown)} is no field of an entry`, `Expected ${[...fields].join(", ")}`)
  textOf(entry, index, "reason")
  const needsValue = op === "add" || op === "replace" || op === "test"
  if (needsValue && !Object.hasOwn(entry, "value")) throw fault(index, "op", "has no value", `Expected what to ${op}`)
  return {
    op,
    path: keysOfPointer(index, "path", textOf(entry, index, "path")),
    from: op === "move" || op === "copy" ? keysOfPointer(index, "from", textOf(entry, index, "from")) : undefined,
    value: get(entry, "value")
  }
}

const valueAt = (document: Json, keys: Keys): Json | undefined =>
  keys.reduce<Json | undefined>((value, key) => isArray(value) ? (/^(?:0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined) : get(value, key), document)

/** What is done to the object or list that holds a place. Undefined where it has no such place. */
type Edit = (holder: JsonObject | ReadonlyArray<Json>, key: string) => Json | undefined

/** A copy of a value in which one holder is edited; all that is not on the way is shared. */
const edited = (value: Json, keys: Keys, edit: Edit): Json | undefined => {
  const [key, ...rest] = keys as [string, ...Array<string>]
  if (!isArray(value) && !isObject(value)) return undefined
  if (rest.length === 0) return edit(value, key)
  const below = valueAt(value, [key])
  const changed = below === undefined ? undefined : edited(below, rest, edit)
  return changed === undefined ? undefined : put(value, key, changed)
}

const put = (holder: JsonObject | ReadonlyArray<Json>, key: string, value: Json): Json =>
  isArray(holder) ? holder.map((one, index) => index === Number(key) ? value : one) : Object.fromEntries([...Object.entries(holder), [key, value]])

const indexIn = (list: ReadonlyArray<Json>, key: string, max: number): number | undefined =>
  /^(?:0|[1-9]\d*)$/.test(key) && Number(key) <= max ? Number(key) : undefined

const adding = (value: Json): Edit => (holder, key) => {
  if (!isArray(holder)) return put(holder, key, value)
  const index = key === "-" ? holder.length : indexIn(holder, key, holder.length)
  return index === undefined ? undefined : [...holder.slice(0, index), value, ...holder.slice(index)]
}

const removing: Edit = (holder, key) => {
  if (!isArray(holder)) return Object.hasOwn(holder, key) ? Object.fromEntries(Object.entries(holder).filter(([one]) => one !== key)) : undefined
  const index = indexIn(holder, key, holder.length - 1)
  return index === undefined ? undefined : holder.filter((_, one) => one !== index)
}

const replacing = (value: Json): Edit => (holder, key) => valueAt(holder, [key]) === undefined ? undefined : put(holder, key, value)

const change = (document: Json, keys: Keys, edit: Edit, whole: Json | undefined): Json | undefined =>
  keys.length === 0 ? whole : edited(document, keys, edit)

const applyEntry = (document: Json, { from, op, path, value }: Entry, index: number): Json => {
  const nothing = (field: "path" | "from", keys: Keys): Fault =>
    fault(index, field, `the document has nothing at ${show(child("#", ...keys))}`, `Expected a pointer to what is there when entry ${index + 1} is applied`)
  const done = (changed: Json | undefined): Json => {
    if (changed === undefined) throw nothing("path", path)
    return changed
  }
  const source = from === undefined ? undefined : valueAt(document, from)
  if (from !== undefined && source === undefined) throw nothing("from", from)
  switch (op) {
    case "add":
      return done(change(document, path, adding(value!), value))
    case "replace":
      return done(change(document, path, replacing(value!), value))
    case "remove":
      return done(change(document, path, removing, undefined))
    case "copy":
      return done(change(document, path, adding(source!), source))
    case "move": {
      if (child("", ...path).startsWith(`${child("", ...from!)}/`)) throw fault(index, "path", "moves a value into itself")
      return done(change(change(document, from!, removing, null)!, path, adding(source!), source))
    }
    case "test":
      if (valueAt(document, path) === undefined) throw nothing("path", path)
      if (equal(valueAt(document, path), value)) return document
      throw fault(index, "value", `the document has something else at ${show(child("#", ...path))}`, "The document has changed since the overlay was written: look at it again")
  }
}

/** A document with its overlay. */
export const applyOverlay = (document: Json, overlay: Json): Json => {
  if (!isArray(overlay)) throw new Fault(`is ${kindOf(overlay)}`, { keys: [] }, "Expected a list of entries, each with op, path and reason")
  return overlay.map(readEntry).reduce(applyEntry, document)
}
