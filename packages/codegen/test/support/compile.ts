import { ask } from "./ask.js"

/** Type errors in a folder of generated code: vitest would give a test up whose process answers nothing for a minute. */
export const compileFolder = (folder: string): Promise<ReadonlyArray<string>> => ask(new URL("compiler.ts", import.meta.url), folder)
