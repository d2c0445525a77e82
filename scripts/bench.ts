/**
 * `pnpm bench`: what the library costs, as ratios and differences within one run, with 95 % intervals. `pnpm bench token
 * get` runs these only. Nothing passes or fails here: read the figure against the goal, on a quiet machine. What is
 * measured is the build, as it is published: tsx wraps every function of a source, which costs.
 */
import * as Effect from "effect/Effect"
import type { Benchmark, Row } from "./bench/benchmark.js"
import { bundle } from "./bench/bundle.js"
import { call } from "./bench/call.js"
import { cold } from "./bench/cold.js"
import { emulator } from "./bench/emulator.js"
import { generate } from "./bench/generate.js"
import { get } from "./bench/get.js"
import { memory } from "./bench/memory.js"
import { store } from "./bench/store.js"
import { token } from "./bench/token.js"
import { types } from "./bench/types.js"
import { choose } from "./lib/choose.js"

const benchmarks: ReadonlyArray<Benchmark> = [token, store, get, call, emulator, memory, cold, generate, types, bundle]

const print = ({ goal, measured, what }: Row): void => console.log(`${what.padEnd(64)} ${measured.padStart(30)}   ${goal}`)

print({ what: "", measured: "measured [95 % interval]", goal: "goal" })
for (const { run } of choose(benchmarks, process.argv.slice(2))) (await Effect.runPromise(run)).forEach(print)
