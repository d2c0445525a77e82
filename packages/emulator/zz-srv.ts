import * as Emulator from "@effect-orange/emulator/Emulator"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
process.on("SIGUSR2", () => { (globalThis as any).gc(); console.log("heap", (process.memoryUsage().heapUsed / 1e6).toFixed(2), "rss", (process.memoryUsage().rss / 1e6).toFixed(0), "cpu", process.cpuUsage().user/1e6) })
Effect.runFork(Layer.launch(Emulator.layerServer({ port: 4055, requestsPerMinute: 0 })))
