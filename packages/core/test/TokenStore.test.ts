import * as TestClock from "effect/TestClock"
import { TokenStore } from "@effect-orange/core"
import { tokenStoreContract } from "./TokenStoreContract.js"

tokenStoreContract("memory", { layer: TokenStore.layerMemory, pass: (duration) => TestClock.adjust(duration) })
