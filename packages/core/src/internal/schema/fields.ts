/** The fields that an object's builder is given. */
import type * as Schema from "effect/Schema"
import type * as AST from "effect/SchemaAST"

/** Optional on both sides. */
export class Optional {
  constructor(readonly ast: AST.AST) {}
}

/** Optional on the wire; what is missing there is read as `value`. */
export class Filled {
  constructor(
    readonly ast: AST.AST,
    readonly value: unknown
  ) {}
}

export type Field = Optional | Filled | Schema.Schema<any, any>

export interface Declared {
  readonly name: string
  readonly ast: AST.AST
  readonly presence: "required" | "optional" | Filled
}

const declaredOf = (name: string, field: Field): Declared => {
  if (field instanceof Optional) return { name, ast: field.ast, presence: "optional" }
  if (field instanceof Filled) return { name, ast: field.ast, presence: field }
  return { name, ast: field.ast, presence: "required" }
}

export const declaredFields = (fields: object): ReadonlyArray<Declared> =>
  Object.keys(fields).map((name) => declaredOf(name, (fields as Record<string, Field>)[name]!))
