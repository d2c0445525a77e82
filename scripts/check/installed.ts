/**
 * The READMEs as a user meets them: in a project outside the repository whose node_modules hold the unpacked tarballs, their
 * examples compile, and those of the clients run, against the packed emulator in a process of its own.
 */
import * as ChildProcess from "node:child_process"
import * as Fs from "node:fs"
import * as Path from "node:path"
import ts from "typescript"
import { type Example, inMarkdown } from "../lib/fences.js"
import { lines, run } from "../lib/process.js"
import { type Package, shown } from "../lib/workspace.js"

/** A careful user's options. */
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  types: []
}

interface Written {
  readonly source: Package
  readonly example: Example
  /** Without its ending. */
  readonly path: string
}

/** A client's first example has a `program` where no user is needed. */
const runs = ({ example, source }: Written): boolean =>
  source.role === "clients" && /^const program = Effect/m.test(example.text)

/** What an example asks about need not be there: a typed 404 is an answer of the API's. */
const toRun = `
const result = await Effect.runPromise(Effect.either(program))
if (result._tag === "Left" && result.left._tag as string !== "ApiNotFound") throw result.left
`

const write = (project: string, sources: ReadonlyArray<Package>): ReadonlyArray<Written> => {
  Fs.writeFileSync(Path.join(project, "package.json"), JSON.stringify({ private: true, type: "module" }))
  const folder = Path.join(project, "readme")
  Fs.mkdirSync(folder)
  return sources.flatMap((source) =>
    inMarkdown(Path.join(source.folder, "README.md")).map((example, n): Written => {
      const one = { source, example, path: Path.join(folder, `${source.path.replaceAll("/", "-")}-${n}`) }
      const last = runs(one) ? toRun : "\nexport {}\n"
      Fs.writeFileSync(`${one.path}.ts`, example.text + last)
      return one
    }))
}

/** Faults of the examples and of our own declarations; those of other people's packages are theirs. */
const compile = (project: string, all: ReadonlyArray<Written>): ReadonlyArray<string> => {
  const program = ts.createProgram(all.map(({ path }) => `${path}.ts`), compilerOptions)
  program.emit()
  // Not the whole program's: other people's declarations would take most of the time.
  const ours = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(project))
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...ours.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
  ]
  return diagnostics.map((diagnostic) => {
    const one = all.find(({ path }) => `${path}.ts` === diagnostic.file?.fileName)
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0
    const place = one === undefined ? diagnostic.file?.fileName ?? "the options" : `${shown(one.example.source)}:${one.example.line + line}`
    return `${place}: as installed: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n  ")}`
  })
}

interface Emulator {
  readonly url: string
  readonly end: () => void
}

/** The emulator by its command, as a user starts it. */
const startEmulator = (project: string, cli: Package): Promise<Emulator> =>
  new Promise((resolve, reject) => {
    const bin = Path.join(project, "node_modules", cli.manifest.name, Object.values(cli.manifest.bin!)[0]!)
    const child = ChildProcess.spawn(process.execPath, [bin, "emulator", "--port", "0"], { cwd: project, stdio: ["ignore", "pipe", "inherit"] })
    const end = () => void child.kill("SIGTERM")
    const limit = setTimeout(() => {
      end()
      reject(new Error("the packed emulator does not say where it listens"))
    }, 30_000)
    let said = ""
    child.once("error", reject)
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url === undefined) return
      clearTimeout(limit)
      resolve({ url, end })
    })
  })

/** The surface that opens a client's API, by where its document says that it is. */
const environmentOf = ({ folder }: Package): string => {
  const text = Fs.readFileSync(Path.join(folder, "src/operations.ts"), "utf8")
  return text.includes("api.orange-sonatel.com") ? "orange-sonatel" : text.includes("/camara/{surface}/") ? "playground" : "production"
}

/** A call, as the process of them all is told of it. */
interface Call {
  readonly path: string
  readonly environment: string
}

/** Loading Effect anew for each would take longer than what they do. Ends by itself, or an example leaves something running. */
const callerProgram = `
const failures = {}
for (const { path, environment } of JSON.parse(process.argv[1])) {
  process.env.ORANGE_ENVIRONMENT = environment
  await import(path).catch((error) => { failures[path] = String(error?.stack ?? error) })
}
console.log("\\n" + JSON.stringify(failures))
`

const callAll = async (all: ReadonlyArray<Written>, url: string): Promise<ReadonlyArray<string>> => {
  const calls = all.map(({ path, source }): Call => ({ path: `${path}.js`, environment: environmentOf(source) }))
  const { code, output } = await run(process.execPath, ["--input-type=module", "--eval", callerProgram, JSON.stringify(calls)], {
    env: {
      PATH: process.env["PATH"],
      ORANGE_CLIENT_ID: "emulator-client",
      ORANGE_CLIENT_SECRET: "emulator-secret",
      ORANGE_BASE_URL: url
    }
  })
  if (code !== 0) return [`the examples' process ended with ${code}:\n${output}`]
  const failures = JSON.parse(lines(output).at(-1)!) as Readonly<Record<string, string>>
  return all.flatMap(({ example, path }) => {
    const failure = failures[`${path}.js`]
    return failure === undefined ? [] : [`${shown(example.source)}:${example.line}: does not run against the emulator:\n${failure}`]
  })
}

/** What is wrong with the READMEs of the packages whose tarballs are unpacked in the project, and how many calls ran. */
export const checkInstalled = async (project: string, sources: ReadonlyArray<Package>): Promise<{ readonly problems: ReadonlyArray<string>; readonly calls: number }> => {
  const all = write(project, sources)
  const problems = compile(project, all)
  if (problems.length > 0) return { problems, calls: 0 }
  const emulator = await startEmulator(project, sources.find(({ role }) => role === "cli")!)
  try {
    const calls = all.filter(runs)
    return { problems: await callAll(calls, emulator.url), calls: calls.length }
  } finally {
    emulator.end()
  }
}
