/** `x-effect-orange`: what a document says where OpenAPI has no word. docs/extension.md tells what each key does. */
import { child, get, getNumber, getObject, getString, isObject, type Json, type JsonObject, sortedKeys } from "../json.js"
import type { Context, Place } from "./context.js"
import { defined } from "./keywords.js"
import type { Budget, Paging } from "./Model.js"

const keyword = "x-effect-orange"

/** What may be said where. The last ones are for readers of the document: they change nothing of what is generated. */
const keys = {
  document: ["contentType", "budget"],
  operation: ["idempotent", "idempotencyKey", "paging", "money", "personalData"],
  callback: ["callbackAuthentication", "money", "personalData"]
} as const

export type Holder = keyof typeof keys

/** The extension of a place, its unknown keys reported: a misspelt one would have no effect and nobody would know. */
export const readExtension = (context: Context, { pointer, value }: Place, holder: Holder): JsonObject | undefined => {
  const extension = get(value, keyword)
  if (extension === undefined) return undefined
  const at = child(pointer, keyword)
  if (!isObject(extension)) return void context.report({ kind: "ignored", pointer: at, reason: "must be an object" })
  for (const key of sortedKeys(extension)) {
    if ((keys[holder] as ReadonlyArray<string>).includes(key)) continue
    context.report({ kind: "ignored", pointer: child(at, key), reason: `${holder === "operation" ? "an" : "a"} ${holder} takes ${keys[holder].join(", ")}` })
  }
  return extension
}

const ignored = (context: Context, pointer: string, key: string, reason: string): undefined =>
  void context.report({ kind: "ignored", pointer: child(pointer, keyword, key), reason })

/** A value of one type; another is reported. */
const typed = <A extends Json>(is: (value: Json) => value is A, what: string) =>
(context: Context, extension: JsonObject | undefined, pointer: string, key: string): A | undefined => {
  const value = get(extension, key)
  if (value === undefined) return undefined
  return is(value) ? value : ignored(context, pointer, key, `must be ${what}`)
}

export const readFlag = typed((value) => typeof value === "boolean", "true or false")
export const readText = typed((value) => typeof value === "string", "a text")

export const readPaging = (context: Context, extension: JsonObject | undefined, pointer: string): Paging | undefined => {
  const paging = getObject(extension, "paging")
  if (get(extension, "paging") === undefined) return undefined
  const kind = getString(paging, "kind")
  const parameter = getString(paging, "parameter")
  const items = getString(paging, "items")
  const next = getString(paging, "next")
  if ((kind !== "cursor" && kind !== "page" && kind !== "offset") || parameter === undefined || items === undefined || (kind === "cursor" && next === undefined)) {
    return ignored(context, pointer, "paging", "needs kind (cursor, page, offset), parameter, items, and next for a cursor")
  }
  return defined({ kind, parameter, items, next, start: kind === "page" ? getNumber(paging, "start") ?? 1 : undefined }) as Paging
}

export const readBudget = (context: Context, extension: JsonObject | undefined, pointer: string): Budget | undefined => {
  if (get(extension, "budget") === undefined) return undefined
  const budget = getObject(extension, "budget")
  const [requests, seconds] = [getNumber(budget, "requests"), getNumber(budget, "seconds")]
  if (requests === undefined || seconds === undefined || requests <= 0 || seconds <= 0) {
    return ignored(context, pointer, "budget", "needs requests and seconds, both above 0")
  }
  return defined({ requests, seconds, source: getString(budget, "source") }) as Budget
}
