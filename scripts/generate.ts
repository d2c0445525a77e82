/**
 * `pnpm generate`: every client of packages/clients from its document in specs/, and the documents that the emulator embeds.
 * `pnpm generate sms` makes that client only.
 */
import { Generator, Report } from "@effect-orange/codegen"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Path from "node:path"
import { type Client, clients, generateClient } from "./lib/clients.js"
import { writeEmbedded } from "./lib/documents.js"
import { shown } from "./lib/workspace.js"

const wanted = process.argv.slice(2)

const generate = (client: Client) =>
  Effect.gen(function*() {
    const generated = yield* generateClient(client)
    // The repository's history keeps what a version bump had written.
    yield* Generator.put(generated, client.folder, { overwriteChanged: true })
    yield* Console.log(`${shown(client.folder)}: ${generated.operations} operations, ${generated.schemas} schemas`)
    if (generated.findings.length > 0) yield* Console.log(Report.print(generated.findings))
  })

NodeRuntime.runMain(
  Effect.forEach(clients.filter((one) => wanted.length === 0 || wanted.includes(Path.basename(one.folder))), generate).pipe(
    Effect.zipRight(Effect.sync(writeEmbedded)),
    Effect.provide(NodeContext.layer)
  )
)
