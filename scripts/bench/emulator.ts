/** How many token-checked requests the emulator answers in a second, on one core. */
import * as Effect from "effect/Effect"
import type { Benchmark } from "./benchmark.js"
import { startChild } from "./child.js"
import { makeLoad } from "./load.js"
import { meanOf, shown } from "./statistics.js"

const requests = 5_000
const rounds = 10

export const emulator: Benchmark = {
  name: "emulator",
  run: Effect.gen(function*() {
    const child = yield* startChild("emulatorServer", { core: 0 })
    const load = yield* makeLoad(child.baseUrl)
    yield* load(requests)
    const rates: Array<number> = []
    const costs: Array<number> = []
    for (let i = 0; i < rounds; i++) {
      const cpu = yield* child.ask("cpu")
      const started = performance.now()
      yield* load(requests)
      rates.push(requests / ((performance.now() - started) / 1_000))
      costs.push(requests / (((yield* child.ask("cpu")) - cpu) / 1_000_000))
    }
    const where = child.isPinned ? "pinned to one core" : "not pinned: no taskset here"
    return [
      { what: `emulator, token-checked requests/s (${where})`, measured: shown(meanOf(rates), 0), goal: "at least 2,000" },
      { what: "the same for a second of its processor time", measured: shown(meanOf(costs), 0), goal: "" }
    ]
  }).pipe(Effect.scoped)
}
