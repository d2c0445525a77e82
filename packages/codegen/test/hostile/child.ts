/** Generates in a process of its own, which can be ended: one document for each message. */
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Effect from "effect/Effect"
import * as Generator from "../../src/Generator.js"
import * as Report from "../../src/Report.js"

/** What a document came to. */
export type Outcome =
  | { readonly files: ReadonlyArray<readonly [name: string, text: string]>; readonly report: string; readonly seconds: number; readonly megabytes: number }
  | { readonly error: string; readonly seconds: number; readonly megabytes: number }

const costs = (started: NodeJS.CpuUsage): { readonly seconds: number; readonly megabytes: number } => {
  const { system, user } = process.cpuUsage(started)
  return { seconds: (system + user) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }
}

const generate = async (document: string): Promise<Outcome> => {
  const started = process.cpuUsage()
  const result = await Effect.runPromise(Generator.generate({ document, name: "Api", allSchemas: true }).pipe(Effect.either, Effect.provide(NodeContext.layer), Effect.provide(NodeHttpClient.layer)))
  return result._tag === "Left"
    ? { error: result.left.message, ...costs(started) }
    : { files: [...result.right.files], report: Report.print(result.right.findings), ...costs(started) }
}

process.on("message", (document: string) => {
  generate(document).then(
    (outcome) => process.send!(outcome),
    (defect: unknown) => process.send!({ error: `DEFECT ${defect instanceof Error ? defect.stack : String(defect)}`, seconds: 0, megabytes: 0 })
  )
})

process.send!("ready")
