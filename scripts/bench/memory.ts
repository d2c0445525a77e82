/** Whether the emulator's memory grows with its requests, and whether this bench would see it if it did. */
import * as Effect from "effect/Effect"
import type { Benchmark, Row } from "./benchmark.js"
import { startChild } from "./child.js"
import { makeLoad } from "./load.js"
import { type Point, shown, slopeOf } from "./statistics.js"

const requests = 100_000
const samples = 20

/** Until the journal is full and the code is compiled. */
const warmUp = 20_000

const slope = (what: string, goal: string, args: ReadonlyArray<string>): Effect.Effect<Row> =>
  Effect.gen(function*() {
    const child = yield* startChild("emulatorServer", { args })
    const load = yield* makeLoad(child.baseUrl)
    yield* load(warmUp)
    const points: Array<Point> = [{ x: 0, y: yield* child.ask("heap") }]
    for (let i = 1; i <= samples; i++) {
      yield* load(requests / samples)
      points.push({ x: i * (requests / samples), y: yield* child.ask("heap") })
    }
    return { what, goal, measured: shown(slopeOf(points), 1, " B/request") }
  }).pipe(Effect.scoped)

export const memory: Benchmark = {
  name: "memory",
  run: Effect.all([
    slope(`emulator's heap over ${requests.toLocaleString("en")} requests`, "no growth: 0 or less within the interval", []),
    slope("the same with a planted leak of 1 kB a request", "seen: about 1,000", ["leak"])
  ])
}
