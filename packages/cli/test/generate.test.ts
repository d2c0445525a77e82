/** `orange generate`, in a folder of its own for each test. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs/promises"
import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import * as Os from "node:os"
import * as Path from "node:path"
import { asProcess, here, type Ran } from "./support.js"

const document = `openapi: 3.1.0
info: { title: Things, version: "1" }
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  schemas:
    Thing: { type: object, required: [kind], properties: { kind: { type: string, enum: [one, two] } } }
`

/** The same, with a link, which no client follows. */
const withLink = document.replace("          description: ok\n", "          description: ok\n          links: { next: { operationId: getThing } }\n")

interface Folder {
  readonly path: string
  readonly write: (name: string, text: string) => Promise<string>
  readonly read: (name: string) => Promise<string>
  /** Every file below, sorted. */
  readonly files: () => Promise<ReadonlyArray<string>>
  readonly generate: (...args: ReadonlyArray<string>) => Promise<Ran>
  readonly asProcess: (...args: ReadonlyArray<string>) => Promise<Ran>
}

const folderAt = (path: string): Folder => ({
  path,
  write: async (name, text) => {
    const file = Path.join(path, name)
    await Fs.mkdir(Path.dirname(file), { recursive: true })
    await Fs.writeFile(file, text)
    return file
  },
  read: (name) => Fs.readFile(Path.join(path, name), "utf8"),
  files: async () => {
    const entries = await Fs.readdir(path, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => Path.relative(path, Path.join(entry.parentPath, entry.name))).sort()
  },
  generate: (...args) => Effect.runPromise(here(["generate", ...args])),
  asProcess: (...args) => asProcess(["generate", ...args])
})

const inFolder = (name: string, test: (folder: Folder) => Promise<void>) =>
  it.live(name, () =>
    Effect.promise(async () => {
      const path = await Fs.mkdtemp(Path.join(Os.tmpdir(), "orange-generate-"))
      try {
        await test(folderAt(path))
      } finally {
        await Fs.rm(path, { recursive: true })
      }
    }))

const modules = [".generated.json", "client.ts", "index.ts", "operations.ts", "schemas.ts"]

const inOut = (names: ReadonlyArray<string>): ReadonlyArray<string> => names.map((name) => Path.join("out", name))

/** One line on stderr, nothing else, and exit code 1. */
const assertRefused = ({ code, err, out }: Ran, line: RegExp): void => {
  assert.deepStrictEqual([code, out], [1, ""])
  assert.match(err, /^orange: [^\n]+\n$/)
  assert.match(err, line)
}

describe("orange generate", () => {
  inFolder("--out has the modules, and says how many there are of what", async (folder) => {
    const file = await folder.write("things.yaml", document)
    const out = Path.join(folder.path, "out")
    // Nothing of it is weakened, and so --strict changes nothing.
    assert.deepStrictEqual(await folder.asProcess(file, "--out", out, "--strict"), { code: 0, out: `${out}: 1 operations, 1 schemas in 4 files\n`, err: "" })
    assert.deepStrictEqual(await folder.files(), [...inOut(modules), "things.yaml"])
    assert.include(await folder.read("out/operations.ts"), "export const getThing")
    // By the document's name, where no other is given.
    assert.include(await folder.read("out/client.ts"), "class Things extends")
  })

  inFolder("--package has a whole package of that name round them; --name is the client's", async (folder) => {
    const file = await folder.write("things.yaml", document)
    const { code } = await folder.generate(file, "--out", Path.join(folder.path, "out"), "--package", "@acme/things", "--name", "Stuff")
    assert.strictEqual(code, 0)
    const manifest = JSON.parse(await folder.read("out/package.json")) as { readonly name: string }
    assert.strictEqual(manifest.name, "@acme/things")
    assert.includeMembers([...await folder.files()], [...inOut(["README.md", "tsconfig.json", "src/client.ts", "src/index.ts", "test/operations.test.ts"])])
    assert.include(await folder.read("out/src/client.ts"), "class Stuff extends")
  })

  inFolder("as a process writes what it writes here, versions, proofs and all", async (folder) => {
    const file = await folder.write("things.yaml", document)
    const written = async (generate: Folder["generate"]) => {
      const out = Path.join(folder.path, "out")
      assert.strictEqual((await generate(file, "--out", out, "--package", "@acme/things")).code, 0)
      const files = (await folder.files()).filter((name) => name.startsWith("out"))
      const texts = await Promise.all(files.map(async (name) => [name, await folder.read(name)] as const))
      await Fs.rm(out, { recursive: true })
      return texts
    }
    const here = await written(folder.generate)
    assert.isAbove(here.length, 8)
    assert.deepStrictEqual(await written(folder.asProcess), here)
  })

  it.live("--version is the package's", () =>
    Effect.promise(async () => {
      const { version } = JSON.parse(await Fs.readFile(new URL("../package.json", import.meta.url), "utf8")) as { readonly version: string }
      const { code, err, out } = await asProcess(["--version"])
      assert.deepStrictEqual([code, out.trim(), err], [0, version, ""])
    }))

  inFolder("--report prints what is ignored, before how much that is", async (folder) => {
    const file = await folder.write("things.yaml", withLink)
    const { code, out } = await folder.generate(file, "--out", Path.join(folder.path, "out"), "--report")
    assert.strictEqual(code, 0)
    assert.match(out, /#\/paths\/~1things~1\{id\}\/get\/responses\/200\/links\b[^]*; 1 weakened or ignored \(--report\)\n$/)
  })

  inFolder("--strict writes nothing where something is ignored, and exits with 1", async (folder) => {
    const file = await folder.write("things.yaml", withLink)
    assertRefused(await folder.asProcess(file, "--out", Path.join(folder.path, "out"), "--strict"), /nothing was written: 1 construct is weakened or ignored/)
    assert.deepStrictEqual(await Fs.readdir(folder.path), ["things.yaml"])
  })

  inFolder("--strict-responses holds answers to their constraints", async (folder) => {
    const file = await folder.write("things.yaml", document)
    const operations = async (...flags: ReadonlyArray<string>): Promise<string> => {
      assert.strictEqual((await folder.generate(file, "--out", Path.join(folder.path, "out"), ...flags)).code, 0)
      return folder.read("out/operations.ts")
    }
    assert.notStrictEqual(await operations("--strict-responses"), await operations())
  })

  inFolder("leaves out schemas to which nothing refers, says so, and keeps them with --all-schemas", async (folder) => {
    const file = await folder.write("things.yaml", `${document}    Unused: { type: object, properties: { id: { type: string } } }\n`)
    const generate = (...flags: ReadonlyArray<string>) => folder.generate(file, "--out", Path.join(folder.path, "out"), ...flags)
    const brief = await generate("--report")
    assert.strictEqual(brief.code, 0)
    assert.match(brief.out, /1 left out, to which nothing refers \(--all-schemas\)/)
    assert.match(brief.out, /^unused {3}#\/components\/schemas\/Unused$/m)
    assert.notInclude(await folder.read("out/schemas.ts"), "Unused")
    const whole = await generate("--all-schemas")
    assert.notInclude(whole.out, "left out")
    assert.include(await folder.read("out/schemas.ts"), "export interface Unused ")
  })

  inFolder("takes names and open enums from the file beside the document, or from --names", async (folder) => {
    const file = await folder.write("things.yaml", document)
    await folder.write("things.names.yaml", "operations: { getThing: find }\nopenEnums: [\"#/components/schemas/Thing/properties/kind\"]\n")
    const other = await folder.write("other.yaml", "schemas: { Thing: Item }\n")
    const out = Path.join(folder.path, "out")
    assert.strictEqual((await folder.generate(file, "--out", out)).code, 0)
    assert.include(await folder.read("out/operations.ts"), "export const find")
    assert.include(await folder.read("out/schemas.ts"), "k.openEnum(\"one\", \"two\")")
    assert.strictEqual((await folder.generate(file, "--out", out, "--names", other)).code, 0)
    assert.include(await folder.read("out/operations.ts"), "export const getThing")
    assert.include(await folder.read("out/schemas.ts"), "export interface Item ")
  })
})

describe("what is no document is refused in one line, and nothing is written", () => {
  const broken: ReadonlyArray<readonly [string, string, RegExp]> = [
    ["YAML that is none", document.replace("operationId: getThing", "operationId: [getThing"), /things\.yaml:\d+:\d+: /],
    ["a list that is a number", document.replace(/parameters: .*/, "parameters: 5"), /things\.yaml:7:7 at #\/paths\/~1things~1\{id\}\/get\/parameters: .*Expected/]
  ]
  for (const [what, text, line] of broken) {
    inFolder(what, async (folder) => {
      const file = await folder.write("things.yaml", text)
      assertRefused(await folder.generate(file, "--out", Path.join(folder.path, "out")), line)
      assert.deepStrictEqual(await Fs.readdir(folder.path), ["things.yaml"])
    })
  }

  inFolder("a file that is not there", async (folder) => {
    assertRefused(await folder.generate(Path.join(folder.path, "none.yaml"), "--out", Path.join(folder.path, "out")), /none\.yaml: does not exist/)
    assert.deepStrictEqual(await Fs.readdir(folder.path), [])
  })

  inFolder("a names file with a name that is none", async (folder) => {
    const file = await folder.write("things.yaml", document)
    const names = await folder.write("names.yaml", "operations:\n  getThing: get-thing\n")
    assertRefused(await folder.generate(file, "--out", Path.join(folder.path, "out"), "--names", names), /names\.yaml:2:\d+ at #\/operations\/getThing: /)
    assert.notInclude(await Fs.readdir(folder.path), "out")
  })

  inFolder("and an older client stays as it was", async (folder) => {
    const file = await folder.write("things.yaml", document)
    const out = Path.join(folder.path, "out")
    assert.strictEqual((await folder.generate(file, "--out", out)).code, 0)
    const before = await folder.read("out/operations.ts")
    await folder.write("things.yaml", document.replace(/parameters: .*/, "parameters: 5"))
    assert.strictEqual((await folder.generate(file, "--out", out)).code, 1)
    assert.deepStrictEqual(await folder.files(), [...inOut(modules), "things.yaml"])
    assert.strictEqual(await folder.read("out/operations.ts"), before)
  })
})

describe("the folder", () => {
  inFolder("with a file of another's in the way is refused, and nothing of it changes", async (folder) => {
    const file = await folder.write("things.yaml", document)
    await folder.write("out/client.ts", "mine")
    assertRefused(await folder.generate(file, "--out", Path.join(folder.path, "out")), /client\.ts: exists and was not written by the generator/)
    assert.deepStrictEqual(await folder.files(), ["out/client.ts", "things.yaml"])
    assert.strictEqual(await folder.read("out/client.ts"), "mine")
  })
})

/** A server that has the document, and counts who asks. */
const serving = async (use: (base: string, asked: () => number) => Promise<void>): Promise<void> => {
  let count = 0
  const server = Http.createServer((request, response) => {
    count++
    response.writeHead(request.url === "/things.yaml" ? 200 : 404).end(document)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => count)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

describe("the network", () => {
  inFolder("is not asked for a document without --allow-remote", (folder) =>
    serving(async (base, asked) => {
      const out = Path.join(folder.path, "out")
      assertRefused(await folder.generate(`${base}/things.yaml`, "--out", out), /--allow-remote/)
      assert.deepStrictEqual([asked(), await Fs.readdir(folder.path)], [0, []])
      assert.strictEqual((await folder.generate(`${base}/things.yaml`, "--out", out, "--allow-remote")).code, 0)
      assert.strictEqual(asked(), 1)
      assert.deepStrictEqual(await folder.files(), inOut(modules))
    }))

  inFolder("is not asked for what a document refers to without --allow-remote", (folder) =>
    serving(async (base, asked) => {
      const file = await folder.write("local.yaml", document.replace("#/components/schemas/Thing", `${base}/things.yaml#/components/schemas/Thing`))
      const out = Path.join(folder.path, "out")
      assertRefused(await folder.generate(file, "--out", out), /local\.yaml:11:\d+ at #\/paths.*--allow-remote/)
      assert.deepStrictEqual([asked(), await Fs.readdir(folder.path)], [0, ["local.yaml"]])
      assert.strictEqual((await folder.generate(file, "--out", out, "--allow-remote")).code, 0)
      assert.strictEqual(asked(), 1)
    }))
})
