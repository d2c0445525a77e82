/** Examples in Markdown and docstrings: fences of TypeScript. */
import * as Fs from "node:fs"

/** An example's lines, and where the first of them stands in its source. */
export interface Example {
  readonly source: string
  readonly line: number
  readonly text: string
}

/** Fences that open with exactly ```ts; "```ts no-check" and other languages are prose. */
export const fences = (source: string, lines: ReadonlyArray<string>, firstLine: number): ReadonlyArray<Example> => {
  const examples: Array<Example> = []
  let start: number | undefined
  lines.forEach((line, i) => {
    if (start === undefined && line.trim() === "```ts") start = i + 1
    else if (start !== undefined && line.trim() === "```") {
      examples.push({ source, line: firstLine + start, text: lines.slice(start, i).join("\n") })
      start = undefined
    }
  })
  return examples
}

export const inMarkdown = (path: string): ReadonlyArray<Example> => fences(path, Fs.readFileSync(path, "utf8").split("\n"), 1)
