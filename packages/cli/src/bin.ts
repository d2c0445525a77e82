#!/usr/bin/env node
/** The `orange` command's entry: exit code 0 when done or interrupted, 1 with one line on stderr when something failed. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { optimiseLate } from "./internal/shortRun.js"
import { main } from "./main.js"

const args = process.argv.slice(2)

// Of the commands, the one that computes. Others wait, and the emulator goes on for hours.
if (args[0] === "generate") optimiseLate()

NodeRuntime.runMain(main(args), { disableErrorReporting: true })
