/**
 * A fleet of eight processes and forty users under chaos, for as long as you like and on servers of its own:
 * `pnpm chaos postgres 600`, `pnpm chaos redis 300`, `pnpm chaos file 300`, `pnpm chaos postgres 120 pauses`, `pnpm chaos postgres 20 pauses lock`.
 * Prints a report, and exits with 1 where something happened that must not, or too little happened.
 */
import { execFileSync } from "node:child_process"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"
import type { Scheme } from "./journal.js"
import { judge } from "./judge.js"
import { type Mix, mixes } from "./mixes.js"
import { reportOf } from "./report.js"

const [kind = "postgres", seconds = "60", mix = kind, scheme = "claim"] = process.argv.slice(2)
if ((kind !== "redis" && kind !== "postgres" && kind !== "file") || !(mix in mixes)) {
  console.error(`usage: chaos postgres|redis|file SECONDS ${Object.keys(mixes).join("|")} claim|lock|takeover`)
  process.exit(64)
}

const folder = Fs.mkdtempSync(Path.join(Os.tmpdir(), "chaos-"))
const script = fileURLToPath(new URL("../../../../scripts/servers.sh", import.meta.url))
const servers = (...args: ReadonlyArray<string>): string =>
  execFileSync("sh", [script, ...args], {
    env: { ...process.env, SERVERS_FOLDER: folder },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"]
  })

const variables = { redis: "REDIS_URL", postgres: "POSTGRES_URL" }
const url = kind === "file" ? Path.join(folder, "store") : new RegExp(`${variables[kind]}=(\\S+)`).exec(servers("start"))?.[1]
if (url === undefined) throw new Error(`there is no ${kind} here`)

// However it ends: servers and folder go with it.
process.once("exit", () => {
  if (kind !== "file") servers("stop")
  Fs.rmSync(folder, { recursive: true, force: true })
})
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1))

const { problems, traces, verdict } = await judge(mix as Mix, {
  store: { kind, url },
  seconds: Number(seconds),
  scheme: scheme as Scheme,
  settles: true,
  restart: async () => void servers("restart", kind)
})
console.log(reportOf(`${kind}, ${mix}, scheme ${scheme}, ${seconds} s`, verdict))
for (const line of [...problems, ...traces]) console.error(line)
process.exitCode = problems.length === 0 ? 0 : 1
