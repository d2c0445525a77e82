/**
 * The READMEs as a user meets them: in a project outside the repository whose node_modules hold the unpacked tarballs, their
 * examples compile, and those of the clients run, against the packed emulator in a process of its own.
 */
import * as ChildProcess from "node:child_process"
import * as Fs from "node:fs"
import * as Path from "node:path"
import ts from "typescript"
import { type Example, inMarkdown } from "../lib/fences.js"
import { run } from "../lib/process.js"
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
  const ours = ts.getPreEmitDiagnostics(program).filter(({ file }) => file === undefined || file.fileName.startsWith(project))
  return ours.map((diagnostic) => {
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

const call = async ({ example, path, source }: Written, url: string): Promise<ReadonlyArray<string>> => {
  const { code, output } = await run(process.execPath, [`${path}.js`], {
    env: {
      PATH: process.env["PATH"],
      ORANGE_CLIENT_ID: "emulator-client",
      ORANGE_CLIENT_SECRET: "emulator-secret",
      ORANGE_ENVIRONMENT: environmentOf(source),
      ORANGE_BASE_URL: url
    }
  })
  return code === 0 ? [] : [`${shown(example.source)}:${example.line}: does not run against the emulator:\n${output}`]
}

/** What is wrong with the READMEs of the packages whose tarballs are unpacked in the project, and how many calls ran. */
export const checkInstalled = async (project: string, sources: ReadonlyArray<Package>): Promise<{ readonly problems: ReadonlyArray<string>; readonly calls: number }> => {
  const all = write(project, sources)
  const problems = compile(project, all)
  if (problems.length > 0) return { problems, calls: 0 }
  const emulator = await startEmulator(project, sources.find(({ role }) => role === "cli")!)
  try {
    const calls = all.filter(runs)
    const failures = await Promise.all(calls.map((one) => call(one, emulator.url)))
    return { problems: failures.flat(), calls: calls.length }
  } finally {
    emulator.end()
  }
}
