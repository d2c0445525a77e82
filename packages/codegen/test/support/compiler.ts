/** The compiler, under the strictest flags that a user may have: a process that says what it found in a folder. */
import * as Path from "node:path"
import ts from "typescript"
import { filesUnder } from "./files.js"

const flags: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  customConditions: ["@effect-orange/source"],
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  declaration: true,
  skipLibCheck: true,
  noEmit: true
}

const shown = (diagnostic: ts.Diagnostic): string => {
  const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")
  if (diagnostic.file === undefined) return text
  const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0)
  return `${Path.basename(Path.dirname(diagnostic.file.fileName))}/${Path.basename(diagnostic.file.fileName)}:${line + 1}: ${text}`
}

const errorsIn = (files: ReadonlyArray<string>): ReadonlyArray<string> => {
  const program = ts.createProgram({ rootNames: files, options: flags })
  const own = new Set(files.map((one) => Path.normalize(one)))
  const diagnostics = program.getSourceFiles().filter((one) => own.has(Path.normalize(one.fileName))).flatMap((one) => [
    ...program.getSyntacticDiagnostics(one),
    ...program.getSemanticDiagnostics(one),
    ...program.getDeclarationDiagnostics(one)
  ])
  return diagnostics.map(shown)
}

process.send!(errorsIn(filesUnder(process.argv[2]!, ".ts")))
