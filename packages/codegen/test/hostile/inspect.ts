/** What a module may hold that is made of a stranger's document: declarations, data, and calls of what we import. */
import ts from "typescript"

const { SyntaxKind } = ts

const allowedStatements: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.ImportDeclaration, SyntaxKind.ExportDeclaration, SyntaxKind.InterfaceDeclaration, SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.VariableStatement, SyntaxKind.ClassDeclaration
])

/** Expressions that only say what is. Templates, regular expressions, `new` and assignments are none. */
const allowedExpressions: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.StringLiteral, SyntaxKind.NumericLiteral, SyntaxKind.TrueKeyword, SyntaxKind.FalseKeyword, SyntaxKind.NullKeyword,
  SyntaxKind.ObjectLiteralExpression, SyntaxKind.ArrayLiteralExpression, SyntaxKind.ArrowFunction, SyntaxKind.CallExpression,
  SyntaxKind.PropertyAccessExpression, SyntaxKind.Identifier, SyntaxKind.PrefixUnaryExpression, SyntaxKind.ParenthesizedExpression,
  SyntaxKind.AsExpression, SyntaxKind.ExpressionWithTypeArguments
])

const rootOf = (expression: ts.Expression): string | undefined => {
  let current = expression
  while (ts.isPropertyAccessExpression(current) || ts.isCallExpression(current) || ts.isParenthesizedExpression(current)) current = current.expression
  return ts.isIdentifier(current) ? current.text : undefined
}

const declaredNames = (file: ts.SourceFile): ReadonlySet<string> => {
  const found = new Set<string>(["undefined"])
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) for (const one of statement.declarationList.declarations) if (ts.isIdentifier(one.name)) found.add(one.name.text)
    if (ts.isClassDeclaration(statement) && statement.name !== undefined) found.add(statement.name.text)
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings
      if (bindings !== undefined && ts.isNamespaceImport(bindings)) found.add(bindings.name.text)
    }
  }
  return found
}

const allowedImports = /^(?:@effect-orange\/core\/\w+|@effect\/platform\/\w+|effect\/\w+|\.{1,2}(?:\/\w+)*\/\w+\.js)$/

/** Everything in a module's text that has no business there. */
export const problemsOf = (name: string, text: string): ReadonlyArray<string> => {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
  const problems: Array<string> = []
  const say = (node: ts.Node, problem: string): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
    problems.push(`${name}:${line + 1}: ${problem}: ${node.getText(file).slice(0, 80)}`)
  }
  const parseProblems = (file as unknown as { readonly parseDiagnostics: ReadonlyArray<ts.Diagnostic> }).parseDiagnostics
  for (const one of parseProblems) problems.push(`${name}:${file.getLineAndCharacterOfPosition(one.start ?? 0).line + 1}: ${ts.flattenDiagnosticMessageText(one.messageText, " ")}`)
  const declared = declaredNames(file)
  const parameters = new Set<string>()

  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === "PWNED") say(node, "the document's code")
    if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTaggedTemplateExpression(node)) say(node, "a template")
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) {
      ts.forEachChild(node, visit)
      return
    }
    if (ts.isArrowFunction(node)) for (const one of node.parameters) parameters.add(one.name.getText(file))
    if (isExpression(node)) {
      if (!allowedExpressions.has(node.kind)) say(node, `no expression for a client (${SyntaxKind[node.kind]})`)
      if (ts.isCallExpression(node) && !declared.has(rootOf(node.expression) ?? "")) say(node, "a call of what is not ours")
      if (ts.isIdentifier(node) && !declared.has(node.text) && !parameters.has(node.text)) say(node, "a name that nothing declares")
    }
    ts.forEachChild(node, visit)
  }

  for (const statement of file.statements) {
    if (!allowedStatements.has(statement.kind)) say(statement, `no statement for a client (${SyntaxKind[statement.kind]})`)
    if ((ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) && statement.moduleSpecifier !== undefined) {
      if (!allowedImports.test((statement.moduleSpecifier as ts.StringLiteral).text)) say(statement, "an import of what is not ours")
    }
    visit(statement)
  }
  return problems
}

/** Nodes that stand where a value is made, and not names of properties or declarations. */
const isExpression = (node: ts.Node): node is ts.Expression => {
  const { parent } = node
  if (parent === undefined || !ts.isExpression(node)) return false
  if (ts.isIdentifier(node)) {
    const named = parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node }
    if (named.name === node || named.propertyName === node) return ts.isShorthandPropertyAssignment(parent)
    return !ts.isTypeNode(parent) && !ts.isQualifiedName(parent) && !ts.isTypeParameterDeclaration(parent) && !ts.isTypePredicateNode(parent)
  }
  return !ts.isLiteralTypeNode(parent) && !ts.isPropertySignature(parent) && !ts.isPropertyAssignment(parent) ? true : (parent as { readonly initializer?: ts.Node }).initializer === node
}
