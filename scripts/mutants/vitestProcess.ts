/**
 * A vitest that stays: it transforms a module again only when a mutant has changed it. Started by `runTests.ts`, which
 * sends it one `Request` at a time and gets a `Reply` for each.
 */
import { fileURLToPath } from "node:url"
import { createVitest, type TestCase, type TestModule } from "vitest/node"
import type { Reply, Request } from "./runTests.js"

const root = process.argv[2]!

const vitest = await createVitest("test", {
  root,
  config: fileURLToPath(new URL("vitest.config.ts", import.meta.url)),
  watch: false,
  // What a test prints is nobody's here.
  reporters: [{}]
})

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** Titles from the outermost describe to the test's own, joined as `testNamePattern` sees them. */
const fullNameOf = (test: TestCase): string => {
  const titles = [test.name]
  for (let parent = test.parent; parent.type === "suite"; parent = parent.parent) titles.unshift(parent.name)
  return titles.join(" ")
}

const replyOf = (modules: ReadonlyArray<TestModule>): Reply => ({
  tests: modules.flatMap((module) => [...module.children.allTests()].map((test) => ({
    file: module.moduleId,
    name: fullNameOf(test),
    state: test.result().state
  }))),
  errors: modules.flatMap((module) => [
    ...module.errors(),
    ...[...module.children.allTests()].flatMap((test) => test.result().errors ?? [])
  ]).map(({ message, stack }) => stack ?? message)
})

/** Code that a test of the generator writes and loads: another generator, another text. */
const forgetGenerated = (): void => {
  const files = vitest.projects.flatMap(({ vite }) => [...vite.moduleGraph.fileToModulesMap.keys()])
  for (const file of files) if (file.includes("/.generated/")) vitest.invalidateFile(file)
}

const answer = async ({ changed, files, names }: Request): Promise<Reply> => {
  for (const file of changed) vitest.invalidateFile(file)
  forgetGenerated()
  vitest.setGlobalTestNamePattern(new RegExp(`(${names.map(escaped).join("|")})$`))
  const wanted = new Set(files)
  const specifications = (await vitest.globTestSpecifications([...files])).filter(({ moduleId }) => wanted.has(moduleId))
  return replyOf((await vitest.runTestSpecifications(specifications)).testModules)
}

process.on("message", (request: Request) => void answer(request).then((reply) => process.send!(reply)))
process.on("disconnect", () => process.exit(0))
