/** A program of its own: what takes long or leaves something behind does so outside of the tests' process. */
import { fork } from "node:child_process"
import { fileURLToPath } from "node:url"

/** What the program says of a folder, in its one message. */
export const ask = <A>(program: URL, folder: string): Promise<A> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(program), [folder], { execArgv: ["--import", "tsx", "--conditions=@effect-orange/source"] })
    child.once("message", (answer) => resolve(answer as A))
    child.once("error", reject)
    child.once("exit", (code) => reject(new Error(`${program.pathname} ended with ${code}`)))
  })
