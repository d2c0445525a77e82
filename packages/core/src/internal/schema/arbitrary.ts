/** Generators of values, bounded in depth and in patience: a recursive schema ends, an impossible one is told. */
import * as Arbitrary from "effect/Arbitrary"
import * as Either from "effect/Either"
import type * as FastCheck from "effect/FastCheck"
import * as ParseResult from "effect/ParseResult"
import * as AST from "effect/SchemaAST"
import { put } from "./json.js"

export type Lazy = Arbitrary.LazyArbitrary<any>

type Fc = Parameters<Lazy>[0]

/** Optional parts are left out below this depth. One identifier, so that depth is counted through every builder. */
export const depth = { maxDepth: 2, depthIdentifier: "effect-orange/ApiSchema" } as const

const patience = 10_000

/** `arbitrary.filter` would search for ever. */
export const search = (arbitrary: FastCheck.Arbitrary<any>, accepts: (value: any) => boolean): FastCheck.Arbitrary<any> => {
  let misses = 0
  return arbitrary.filter((value) => {
    if (accepts(value)) {
      misses = 0
      return true
    }
    if (++misses > patience) throw new Error("No value was found that keeps every constraint of the schema")
    return false
  })
}

/** Those that the schema itself encodes. */
export const encodable = (arbitrary: FastCheck.Arbitrary<any>, ast: AST.AST): FastCheck.Arbitrary<any> => {
  const encode = ParseResult.encodeUnknownEither({ ast } as never)
  return search(arbitrary, (value) => Either.isRight(encode(value)))
}

const absent: unique symbol = Symbol("absent")

export interface Property {
  readonly name: string
  readonly optional: boolean
  readonly value: Lazy
}

const build = (entries: ReadonlyArray<readonly [string, unknown]>): Record<string, unknown> => {
  const out: Record<string, unknown> = {}
  for (const [name, value] of entries) if (value !== absent) put(out, name, value)
  return out
}

/** An object: optional properties may be absent, and are where it is deep. */
export const properties = (fc: Fc, declared: ReadonlyArray<Property>): FastCheck.Arbitrary<Record<string, unknown>> =>
  fc.tuple(...declared.map(({ optional, value }) => optional ? fc.option(value(fc), { nil: absent, freq: 2, ...depth }) : value(fc)))
    .map((values) => build(values.map((value, i) => [declared[i]!.name, value] as const)))

/** More properties, by keys that are not declared. */
export const entries = (fc: Fc, key: FastCheck.Arbitrary<string>, value: Lazy): FastCheck.Arbitrary<Record<string, unknown>> =>
  fc.oneof(depth, fc.constant([]), fc.array(fc.tuple(key, value(fc)), { maxLength: 3 })).map(build)

/** A list, short where it may be, empty where it is deep and may be. */
export const list = (
  fc: Fc,
  item: Lazy,
  min: number,
  max: number,
  unique?: (a: unknown, b: unknown) => boolean
): FastCheck.Arbitrary<Array<unknown>> => {
  const length = { minLength: min, maxLength: Math.min(max, min + 3) }
  const filled = unique === undefined ? fc.array(item(fc), length) : fc.uniqueArray(item(fc), { ...length, comparator: unique })
  return min > 0 ? filled : fc.oneof(depth, fc.constant([]), filled)
}

/**
 * A generator for a node that is not a declaration: it is told nothing of its children's generators. Behind a suspended
 * declaration they are made once, within one recursion.
 */
export const ofChildren = (
  children: () => ReadonlyArray<AST.AST>,
  make: (children: ReadonlyArray<Lazy>) => Lazy
): (() => Lazy) => {
  const declaration = () =>
    new AST.Declaration(children(), () => Either.right, () => Either.right, {
      [AST.ArbitraryAnnotationId]: (...parameters: ReadonlyArray<unknown>) => make(parameters.slice(0, -1) as ReadonlyArray<Lazy>)
    })
  let made: Lazy | undefined
  return () => made ??= Arbitrary.makeLazy({ ast: new AST.Suspend(declaration) } as never)
}
