#!/usr/bin/env node
/** The `orange` command's entry: exit code 0 when done or interrupted, 1 with one line on stderr when something failed. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { main } from "./main.js"

NodeRuntime.runMain(main(process.argv.slice(2)), { disableErrorReporting: true })
