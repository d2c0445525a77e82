/** A Redis of a test's own: that of REDIS_URL may be of another machine, and is in use by others. */
import * as Effect from "effect/Effect"
import { spawn, spawnSync } from "node:child_process"

const program = "redis-server"

/** CI skips nothing: there a server that is missing is a failure. */
export const hasProgram = process.env["CI"] === "true" || spawnSync(program, ["--version"]).status === 0

/** As long as the scope; the lines are its configuration. */
export const ownServer = (...configuration: ReadonlyArray<string>) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const server = spawn(program, ["-"], { stdio: ["pipe", "ignore", "ignore"] })
      server.stdin.end(["save \"\"", ...configuration].join("\n"))
      return server
    }),
    (server) => Effect.sync(() => server.kill("SIGKILL"))
  )
