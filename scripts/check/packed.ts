/** What would be published: each package packed, its manifest read, its types resolved, and its modules loaded by plain Node. */
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import { lines, run, runPnpm, runTool } from "../lib/process.js"
import { type Package, packages, readManifest, scope } from "../lib/workspace.js"
import { checkInstalled } from "./installed.js"
import type { Step } from "./step.js"

/** A package as its users get it: its tarball, and the folder of a project into whose node_modules it is unpacked. */
interface Packed {
  readonly source: Package
  readonly tarball: string
  readonly project: string
}

const unpackedFolder = ({ project, source }: Packed): string => Path.join(project, "node_modules", source.manifest.name)

/** `@scope/name` at 1.2.3 is packed as `scope-name-1.2.3.tgz`. */
const tarballName = ({ manifest: { name, version } }: Package): string => `${name.replace("@", "").replace("/", "-")}-${version}.tgz`

const unpack = async (source: Package, project: string): Promise<Packed> => {
  const packed = { source, project, tarball: Path.join(project, tarballName(source)) }
  if (!Fs.existsSync(packed.tarball)) throw new Error(`${source.path}: pnpm pack made no ${tarballName(source)}`)
  const folder = unpackedFolder(packed)
  Fs.mkdirSync(folder, { recursive: true })
  await run("tar", ["-xzf", packed.tarball, "-C", folder, "--strip-components=1"])
  return packed
}

const packAll = async (sources: ReadonlyArray<Package>, project: string): Promise<ReadonlyArray<Packed>> => {
  const filters = sources.flatMap(({ manifest }) => ["--filter", manifest.name])
  const { code, output } = await runPnpm(["-r", ...filters, "pack", "--pack-destination", project])
  if (code !== 0) throw new Error(`pnpm pack failed:\n${output}`)
  return Promise.all(sources.map((source) => unpack(source, project)))
}

/** Other people's packages, as installed for the source: the project needs no installation of its own. READMEs use Node's platform. */
const linkDependencies = ({ project, source }: Packed): void => {
  const { dependencies, devDependencies, peerDependencies } = source.manifest
  const ofReadmes = Object.keys(devDependencies ?? {}).filter((name) => name.startsWith("@effect/platform"))
  for (const name of [...Object.keys({ ...dependencies, ...peerDependencies }), ...ofReadmes].filter((name) => !name.startsWith(scope))) {
    const link = Path.join(project, "node_modules", name)
    Fs.mkdirSync(Path.dirname(link), { recursive: true })
    if (!Fs.existsSync(link)) Fs.symlinkSync(Fs.realpathSync(Path.join(source.folder, "node_modules", name)), link)
  }
}

/** Words that mean something in this workspace and nothing to anyone else. */
const workspaceWords = ["workspace:", "catalog:", `"${scope}source"`]

const manifestProblems = (packed: Packed): ReadonlyArray<string> => {
  const text = Fs.readFileSync(Path.join(unpackedFolder(packed), "package.json"), "utf8")
  return workspaceWords.filter((word) => text.includes(word)).map((word) => `its packed package.json still has ${word}`)
}

const manifestIsRight = async ({ tarball }: Packed): Promise<ReadonlyArray<string>> => {
  const { buffer, byteLength, byteOffset } = Fs.readFileSync(tarball)
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
  const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true })
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`)
}

/** Clients have one form, which the generator gives them: what holds of one holds of all. */
const isLikeAnother = (source: Package): boolean => source.role === "clients" && source !== packages.find(({ role }) => role === "clients")

/** Nothing to resolve in a package of commands, which arethetypeswrong takes for an error. */
const showsModules = ({ manifest }: Package): boolean =>
  Object.keys(manifest.exports ?? {}).some((path) => path !== "./package.json")

const typesResolve = async ({ source, tarball }: Packed): Promise<ReadonlyArray<string>> => {
  if (!showsModules(source) || isLikeAnother(source)) return []
  const { code, output } = await runTool("attw", [tarball, "--profile", "esm-only", "--format", "ascii", "--no-emoji", "--no-color"])
  return code === 0 ? [] : lines(output).map((line) => `arethetypeswrong: ${line}`)
}

/** `.` and every module below it. */
const specifiersOf = (packed: Packed): ReadonlyArray<string> => {
  const { name } = packed.source.manifest
  const { exports } = readManifest(unpackedFolder(packed))
  const dist = Path.join(unpackedFolder(packed), "dist")
  const modules = exports?.["./*"] === undefined
    ? []
    : Fs.readdirSync(dist).filter((file) => file.endsWith(".js") && file !== "index.js").map((file) => `${name}/${Path.parse(file).name}`)
  return exports?.["."] === undefined ? modules : [name, ...modules]
}

/** All modules load, in one process; each command answers `--help`. */
const load = async (project: string, all: ReadonlyArray<Packed>): Promise<ReadonlyArray<string>> => {
  const imports = all.flatMap(specifiersOf).map((specifier) => `await import(${JSON.stringify(specifier)})`)
  const commands = all.flatMap((one) => Object.values(readManifest(unpackedFolder(one)).bin ?? {}).map((path) => [Path.join(unpackedFolder(one), path), "--help"]))
  const results = await Promise.all([["--input-type=module", "--eval", imports.join("\n")], ...commands].map((args) => run(process.execPath, args, { cwd: project })))
  return results.flatMap(({ code, output }) => code === 0 ? [] : [`does not load in plain Node:\n${output}`])
}

const problemsOf = async (packed: Packed): Promise<ReadonlyArray<string>> => {
  const found = [manifestProblems(packed), await manifestIsRight(packed), await typesResolve(packed)]
  return found.flat().map((problem) => `${packed.source.path}: ${problem}`)
}

export const packed: Step = {
  name: "packed",
  run: async () => {
    const publishable = packages.filter(({ manifest }) => manifest.private !== true)
    const project = Fs.mkdtempSync(Path.join(Os.tmpdir(), "effect-orange-packed-"))
    try {
      const tarballs = await packAll(publishable, project)
      tarballs.forEach(linkDependencies)
      const problems = [...(await Promise.all(tarballs.map(problemsOf))).flat(), ...await load(project, tarballs)]
      const installed = await checkInstalled(project, publishable)
      return {
        problems: [...problems, ...installed.problems],
        summary: `${tarballs.length} tarballs: publint, arethetypeswrong, plain Node, READMEs compiled, ${installed.calls} calls run`
      }
    } finally {
      Fs.rmSync(project, { recursive: true, force: true })
    }
  }
}
