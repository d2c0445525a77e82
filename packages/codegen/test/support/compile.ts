/** Type errors in a folder of generated code. */
import { fork } from "node:child_process"
import { fileURLToPath } from "node:url"

const compiler = fileURLToPath(new URL("compiler.ts", import.meta.url))

/** By a process of its own: a large folder takes a minute, and vitest gives a test up that answers nothing for so long. */
export const compileFolder = (folder: string): Promise<ReadonlyArray<string>> =>
  new Promise((resolve, reject) => {
    const child = fork(compiler, [folder], { execArgv: ["--import", "tsx"] })
    child.once("message", (errors) => resolve(errors as ReadonlyArray<string>))
    child.once("error", reject)
    child.once("exit", (code) => reject(new Error(`the compiler ended with ${code}`)))
  })
