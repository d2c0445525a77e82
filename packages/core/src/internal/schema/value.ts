/**
 * Schema values. `S.make` makes a class for each, which takes longer than all else that importing a generated module does;
 * these are instances of one class, which inherits everything of a schema but its node.
 */
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"

class Value {
  constructor(readonly ast: AST.AST) {}
  /** The one that would be inherited knows its own node only. */
  toString(): string {
    return String(this.ast)
  }
}

Object.setPrototypeOf(Value.prototype, Schema.make(AST.neverKeyword))

export const make = <A, I>(ast: AST.AST): Schema.Schema<A, I> => new Value(ast) as unknown as Schema.Schema<A, I>
