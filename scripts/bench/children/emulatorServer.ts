/**
 * The emulator in a process of its own. It answers `heap` with the bytes in use after a full collection, and `cpu` with
 * the microseconds of processor time so far. With the argument `leak` every request leaves 1 kB behind.
 */
import { Emulator } from "@effect-orange/emulator"
import * as Effect from "effect/Effect"
import * as Diagnostics from "node:diagnostics_channel"

const leaked: Array<ReadonlyArray<number>> = []

/** 125 doubles: 1 kB on the heap. */
const leak = () => leaked.push(Array.from({ length: 125 }, () => 0.5))

const answers: Readonly<Record<string, () => number>> = {
  heap: () => {
    globalThis.gc?.()
    globalThis.gc?.()
    return process.memoryUsage().heapUsed
  },
  cpu: () => {
    const { system, user } = process.cpuUsage()
    return system + user
  }
}

const main = Effect.gen(function*() {
  const { environment } = yield* Emulator.Emulator
  if (process.argv.includes("leak")) Diagnostics.subscribe("http.server.request.start", leak)
  process.on("message", (message) => process.send?.(answers[String(message)]?.()))
  process.send?.(environment.baseUrl)
  return yield* Effect.never
})

process.on("disconnect", () => process.exit())
await Effect.runPromise(Effect.provide(main, Emulator.layerServer()))
