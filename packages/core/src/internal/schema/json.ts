/** Plain data, compared and combined as JSON has it (RFC 8259, JSON Schema 2020-12 core section 4.2.2). */
import * as Equal from "effect/Equal"

export interface Fields {
  readonly [key: string]: unknown
}

/** Any object that is not an array: what `S.Struct` takes for an object too. */
export const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** An object that is nothing but its properties. A `DateTime`, a `Redacted` and a `Uint8Array` are values, not objects. */
export const isPlain = (value: unknown): value is Fields => {
  if (!isObject(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export const owns = (value: object, key: string): boolean => Object.prototype.hasOwnProperty.call(value, key)

/** Assigning `__proto__` would set the prototype; as data it is a property like any other. */
export const put = (target: Record<string, unknown>, key: string, value: unknown): void => {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true })
  } else target[key] = value
}

const sameItems = (left: ReadonlyArray<unknown>, right: ReadonlyArray<unknown>): boolean =>
  left.length === right.length && left.every((item, i) => same(item, right[i]))

const sameFields = (left: Fields, right: Fields): boolean => {
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every((key) => owns(right, key) && same(left[key], right[key]))
}

/** Equal as JSON, key order aside; decoded values by their own equality. */
export const same = (left: unknown, right: unknown): boolean => {
  if (left === right) return true
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false
  if (Array.isArray(left)) return Array.isArray(right) && sameItems(left, right)
  if (left instanceof Uint8Array) return right instanceof Uint8Array && sameItems([...left], [...right])
  return isPlain(left) && isPlain(right) ? sameFields(left, right) : Equal.equals(left, right)
}

/** Whether no two items are equal (JSON Schema validation section 6.4.3). Primitives are told apart by a set. */
export const distinct = (items: ReadonlyArray<unknown>): boolean => {
  const primitives = new Set<unknown>()
  const others: Array<unknown> = []
  for (const item of items) {
    if (typeof item !== "object" || item === null) {
      if (primitives.has(item)) return false
      primitives.add(item)
    } else if (others.some((other) => same(other, item))) return false
    else others.push(item)
  }
  return true
}

/** Where two values disagree. */
export class Conflict {
  constructor(readonly path: ReadonlyArray<string | number>) {}
}

/**
 * What `merge` does with two values that are not one: the first wins, it is a conflict, or the one that is no longer what it
 * was in `origin` wins.
 */
export type Dispute = "first" | "conflict" | "informed"

const mergeFields = (left: Fields, right: Fields, dispute: Dispute, origin: unknown): Fields | Conflict => {
  const merged: Record<string, unknown> = {}
  const before = isPlain(origin) ? origin : undefined
  for (const key of Object.keys(left)) put(merged, key, left[key])
  for (const key of Object.keys(right)) {
    const both = owns(left, key) ? merge(left[key], right[key], dispute, before?.[key]) : right[key]
    if (both instanceof Conflict) return new Conflict([key, ...both.path])
    put(merged, key, both)
  }
  return merged
}

const mergeItems = (
  left: ReadonlyArray<unknown>,
  right: ReadonlyArray<unknown>,
  dispute: Dispute,
  origin: unknown
): ReadonlyArray<unknown> | Conflict => {
  const merged: Array<unknown> = []
  for (const [i, item] of left.entries()) {
    const both = merge(item, right[i], dispute, Array.isArray(origin) ? origin[i] : undefined)
    if (both instanceof Conflict) return new Conflict([i, ...both.path])
    merged.push(both)
  }
  return merged
}

/** Two views of one value as one: objects key by key, arrays item by item, all the way down. */
export const merge = (left: unknown, right: unknown, dispute: Dispute, origin?: unknown): unknown => {
  if (left === right) return left
  if (isPlain(left) && isPlain(right)) return mergeFields(left, right, dispute, origin)
  if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) return mergeItems(left, right, dispute, origin)
  if (dispute === "first" || same(left, right)) return left
  return dispute === "conflict" || (left !== origin && right !== origin) ? new Conflict([]) : left === origin ? right : left
}

/** How many properties of `input` are in `output`, all the way down. */
export const kept = (input: unknown, output: unknown): number => {
  if (Array.isArray(input)) {
    return Array.isArray(output) ? input.reduce((sum: number, item, i) => sum + kept(item, output[i]), 0) : 0
  }
  if (!isPlain(input) || !isPlain(output)) return 0
  return Object.keys(input).reduce((sum, key) => owns(output, key) ? sum + 1 + kept(input[key], output[key]) : sum, 0)
}

/** The properties of `input` that are not in `output`. Nothing here renames a property, so these were not declared. */
export const lost = (input: unknown, output: unknown): ReadonlyArray<ReadonlyArray<string | number>> => {
  if (input === output) return []
  if (Array.isArray(input)) {
    return Array.isArray(output) ? input.flatMap((item, i) => lost(item, output[i]).map((path) => [i, ...path])) : []
  }
  if (!isPlain(input) || !isPlain(output)) return []
  return Object.keys(input).flatMap((key) =>
    owns(output, key) ? lost(input[key], output[key]).map((path) => [key, ...path]) : [[key]])
}
