/** The form of a schema without its constraints: the structure of its values and what they decode to stay. */
import * as Option from "effect/Option"
import * as AST from "effect/SchemaAST"
import { toLenient } from "./declaration.js"

const known = new WeakMap<AST.AST, AST.AST>()

const mapped = <A>(items: ReadonlyArray<A>, f: (item: A) => A): ReadonlyArray<A> => {
  const out = items.map(f)
  return out.every((item, i) => item === items[i]) ? items : out
}

const element = (one: AST.OptionalType): AST.OptionalType => {
  const type = lenient(one.type)
  return type === one.type ? one : new AST.OptionalType(type, one.isOptional, one.annotations)
}

const tuple = (ast: AST.TupleType): AST.AST => {
  const elements = mapped(ast.elements, element)
  const rest = mapped(ast.rest, (one) => {
    const type = lenient(one.type)
    return type === one.type ? one : new AST.Type(type, one.annotations)
  })
  return elements === ast.elements && rest === ast.rest ? ast : new AST.TupleType(elements, rest, ast.isReadonly, ast.annotations)
}

const property = (one: AST.PropertySignature): AST.PropertySignature => {
  const type = lenient(one.type)
  return type === one.type ? one : new AST.PropertySignature(one.name, type, one.isOptional, one.isReadonly, one.annotations)
}

const object = (ast: AST.TypeLiteral): AST.AST => {
  const properties = mapped(ast.propertySignatures, property)
  const index = mapped(ast.indexSignatures, (one) => {
    const type = lenient(one.type)
    return type === one.type ? one : new AST.IndexSignature(one.parameter, type, one.isReadonly)
  })
  return properties === ast.propertySignatures && index === ast.indexSignatures
    ? ast
    : new AST.TypeLiteral(properties, index, ast.annotations)
}

const union = (ast: AST.Union): AST.AST => {
  const types = mapped(ast.types, lenient)
  return types === ast.types ? ast : AST.Union.make(types, ast.annotations)
}

const refinement = (ast: AST.Refinement): AST.AST => {
  const from = lenient(ast.from)
  return from === ast.from ? ast : new AST.Refinement(from, ast.filter, ast.annotations)
}

const transformation = (ast: AST.Transformation): AST.AST => {
  const from = lenient(ast.from)
  const to = lenient(ast.to)
  return from === ast.from && to === ast.to ? ast : new AST.Transformation(from, to, ast.transformation, ast.annotations)
}

const declaration = (ast: AST.Declaration): AST.AST => {
  const parameters = mapped(ast.typeParameters, lenient)
  return parameters === ast.typeParameters
    ? ast
    : new AST.Declaration(parameters, ast.decodeUnknown, ast.encodeUnknown, ast.annotations)
}

const structure = (ast: AST.AST): AST.AST => {
  switch (ast._tag) {
    case "Suspend":
      return new AST.Suspend(() => lenient(ast.f()), ast.annotations)
    case "Declaration":
      return declaration(ast)
    case "Refinement":
      return refinement(ast)
    case "Transformation":
      return transformation(ast)
    case "TypeLiteral":
      return object(ast)
    case "TupleType":
      return tuple(ast)
    case "Union":
      return union(ast)
    default:
      return ast
  }
}

/** A constraint that is dropped leaves its name behind. */
const named = (ast: AST.AST, original: AST.AST): AST.AST =>
  ast === original || AST.isSuspend(ast)
    ? ast
    : Option.match(AST.getIdentifierAnnotation(original), {
      onNone: () => ast,
      onSome: (identifier) => AST.annotations(ast, { [AST.IdentifierAnnotationId]: identifier })
    })

const compute = (ast: AST.AST): AST.AST => {
  const own = toLenient(ast)
  return own === undefined ? structure(ast) : named(own(ast as never, lenient), ast)
}

export const lenient = (ast: AST.AST): AST.AST => {
  const found = known.get(ast)
  if (found !== undefined) return found
  const form = compute(ast)
  known.set(ast, form)
  known.set(form, form)
  return form
}
