/** Stores of a run's own, for programs that are started by hand: a server, or a folder, that goes away with the process. */
import { execFileSync } from "node:child_process"
import * as Fs from "node:fs"
import * as Os from "node:os"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"
import { isOnDisk, type StoreAt } from "./stores.js"

const script = fileURLToPath(new URL("../../../../scripts/servers.sh", import.meta.url))
const variables = { redis: "REDIS_URL", postgres: "POSTGRES_URL" }

export interface Own {
  readonly store: StoreAt
  /** Stops and starts the server. */
  readonly restart: () => void
}

export const isKind = (kind: string): kind is StoreAt["kind"] => isOnDisk(kind) || kind in variables

export const startOwn = (kind: StoreAt["kind"]): Own => {
  const folder = Fs.mkdtempSync(Path.join(Os.tmpdir(), "fleet-"))
  const servers = (...args: ReadonlyArray<string>): string =>
    execFileSync("sh", [script, ...args], {
      env: { ...process.env, SERVERS_FOLDER: folder },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"]
    })
  // However it ends: server and folder go with it.
  process.once("exit", () => {
    if (!isOnDisk(kind)) servers("stop")
    Fs.rmSync(folder, { recursive: true, force: true })
  })
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1))
  const url = isOnDisk(kind) ? Path.join(folder, "store") : new RegExp(`${variables[kind]}=(\\S+)`).exec(servers("start"))?.[1]
  if (url === undefined) throw new Error(`there is no ${kind} here`)
  return { store: { kind, url }, restart: () => void servers("restart", kind) }
}
