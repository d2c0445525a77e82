/** Every example compiles: the ```ts fences in docstrings, READMEs and docs, as one project under the repository's options. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import ts from "typescript"
import { type Example, fences, inMarkdown } from "../lib/fences.js"
import { cacheFolder, filesBelow, packages, repositoryRoot, shown } from "../lib/workspace.js"
import type { Step } from "./step.js"

const docstringsOf = (file: ts.SourceFile): ReadonlyArray<ts.JSDoc> => {
  const found = new Set<ts.JSDoc>()
  const visit = (node: ts.Node): void => {
    for (const doc of (node as ts.Node & { readonly jsDoc?: ReadonlyArray<ts.JSDoc> }).jsDoc ?? []) found.add(doc)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return [...found]
}

const inDocstrings = (path: string): ReadonlyArray<Example> => {
  const file = ts.createSourceFile(path, Fs.readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true)
  return docstringsOf(file).flatMap((doc) => {
    const lines = doc.getText(file).split("\n").map((line) => line.replace(/^\s*\* ?/, ""))
    return fences(path, lines, file.getLineAndCharacterOfPosition(doc.getStart(file)).line + 1)
  })
}

const collect = (): ReadonlyArray<Example> => [
  ...packages.flatMap(({ folder }) => filesBelow(Path.join(folder, "src"), ".ts")).flatMap(inDocstrings),
  ...[
    Path.join(repositoryRoot, "README.md"),
    ...filesBelow(Path.join(repositoryRoot, "docs"), ".md"),
    ...packages.map(({ folder }) => Path.join(folder, "README.md"))
  ].filter((path) => Fs.existsSync(path)).flatMap(inMarkdown)
]

/** The repository's own options; an example may declare what it does not use. Our packages resolve to their source. */
const compilerOptions = (): ts.CompilerOptions => {
  const path = Path.join(repositoryRoot, "tsconfig.base.json")
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(path, ts.sys.readFile).config, ts.sys, repositoryRoot)
  return { ...options, noUnusedLocals: false, composite: false, declaration: false, declarationMap: false, noEmit: true }
}

/** An example may import any package of the repository, whatever the root depends on. */
const linkPackages = (folder: string): void => {
  for (const { folder: target, manifest } of packages) {
    const link = Path.join(folder, manifest.name)
    Fs.mkdirSync(Path.dirname(link), { recursive: true })
    Fs.symlinkSync(target, link, "dir")
  }
}

/** Files below the root, so that imports are found as in any module of the repository; the folder is made anew each time. */
const write = (examples: ReadonlyArray<Example>): ReadonlyMap<string, Example> => {
  const folder = Path.join(cacheFolder, "examples")
  Fs.rmSync(folder, { recursive: true, force: true })
  Fs.mkdirSync(folder, { recursive: true })
  Fs.writeFileSync(Path.join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
  linkPackages(Path.join(folder, "node_modules"))
  return new Map(examples.map((example, i) => {
    const path = Path.join(folder, `${i}-${Path.parse(example.source).name}.ts`)
    Fs.writeFileSync(path, example.text)
    return [path, example]
  }))
}

const toProblem = (example: Example, file: ts.SourceFile, diagnostic: ts.Diagnostic): string => {
  const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0)
  return `${shown(example.source)}:${example.line + line}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n  ")}`
}

export const examples: Step = {
  name: "examples",
  run: async () => {
    const files = write(collect())
    const program = ts.createProgram([...files.keys()], compilerOptions())
    const problems = [...files].flatMap(([path, example]) => {
      const file = program.getSourceFile(path)!
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
        .map((diagnostic) => toProblem(example, file, diagnostic))
    })
    return { problems, summary: `${files.size} examples` }
  }
}
