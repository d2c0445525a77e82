/** Every export of a public module is documented: `@since`, `@category`, `@example`; re-exported namespaces: `@since`. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import ts from "typescript"
import { groupBy } from "../lib/collections.js"
import { filesBelow, isPublic, type Package, packages, shown } from "../lib/workspace.js"
import type { Step } from "./step.js"

/** A name that a module shows, and the statement that should document it. */
interface Exported {
  readonly name: string
  readonly statement: ts.Statement
  readonly file: ts.SourceFile
}

const parse = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, Fs.readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true)

const declaredNames = (statement: ts.Statement): ReadonlyArray<string> => {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  const name = (statement as ts.Statement & { readonly name?: ts.Node }).name
  return name === undefined ? [] : [name.getText()]
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const sourceOf = (from: ts.SourceFile, specifier: ts.Expression): ts.SourceFile =>
  parse(Path.resolve(Path.dirname(from.fileName), (specifier as ts.StringLiteral).text.replace(/\.js$/, ".ts")))

/** What a statement shows. A name that is re-exported from a sibling module is documented where it is declared. */
const exportsOf = (file: ts.SourceFile, statement: ts.Statement): ReadonlyArray<Exported> => {
  if (isExported(statement)) return declaredNames(statement).map((name) => ({ name, statement, file }))
  if (!ts.isExportDeclaration(statement)) return []
  const { exportClause, moduleSpecifier } = statement
  if (exportClause !== undefined && ts.isNamedExports(exportClause)) {
    const origin = moduleSpecifier === undefined ? file : sourceOf(file, moduleSpecifier)
    return exportClause.elements.flatMap((element) => {
      const original = (element.propertyName ?? element.name).text
      return origin.statements
        .filter((candidate) => declaredNames(candidate).includes(original))
        .map((declared) => ({ name: element.name.text, statement: declared, file: origin }))
    })
  }
  return [{ name: exportClause?.name.getText() ?? "*", statement, file }]
}

const tagsOf = (statement: ts.Statement): ReadonlySet<string> =>
  new Set(ts.getJSDocCommentsAndTags(statement).flatMap((doc) =>
    ts.isJSDoc(doc) ? (doc.tags ?? []).map((tag) => tag.tagName.text) : []))

const required = (statement: ts.Statement): ReadonlyArray<string> =>
  ts.isExportDeclaration(statement) ? ["since"] : ["since", "category", "example"]

/** Overloads and a type beside its value of the same name share one docstring. */
const problemsOf = (exported: ReadonlyArray<Exported>): ReadonlyArray<string> =>
  [...groupBy(exported, ({ name }) => name)].flatMap(([name, declarations]) => {
    const { file, statement } = declarations[0]!
    const tags = new Set(declarations.flatMap((one) => [...tagsOf(one.statement)]))
    const missing = required(statement).filter((tag) => !tags.has(tag))
    const { line } = file.getLineAndCharacterOfPosition(statement.getStart(file))
    return missing.length === 0
      ? []
      : [`${shown(file.fileName)}:${line + 1}: ${name} has no ${missing.map((tag) => `@${tag}`).join(", no ")}`]
  })

/** Whether anything of the package can be imported: a package of commands shows no module. */
const showsModules = ({ manifest }: Package): boolean =>
  Object.keys(manifest.exports ?? {}).some((path) => path !== "./package.json")

export const documentation: Step = {
  name: "documentation",
  run: async () => {
    const modules = packages
      .filter((one) => showsModules(one) && one.role !== "clients")
      .flatMap((one) => filesBelow(Path.join(one.folder, "src"), ".ts"))
      .filter(isPublic)
      .map((path) => {
        const file = parse(path)
        return file.statements.flatMap((statement) => exportsOf(file, statement))
      })
    return { problems: modules.flatMap(problemsOf), summary: `${modules.flat().length} exports` }
  }
}
