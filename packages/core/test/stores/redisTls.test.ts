/** Redis behind TLS, by a user of whom the server's ACL knows: what is in the URL is all that it takes. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { execFile } from "node:child_process"
import * as Fs from "node:fs"
import * as Net from "node:net"
import * as Path from "node:path"
import { promisify } from "node:util"
import { bundle } from "../bundle.js"
import { selfSigned } from "../sockets/certificate.js"
import { closedPort } from "../sockets/support.js"
import { temporaryDirectory } from "../temporaryDirectory.js"
import { hasProgram, ownServer } from "./redisServer.js"

const answers = (port: number) =>
  Effect.async<void, Error>((resume) => {
    const socket = Net.connect(port, "127.0.0.1")
    socket.once("connect", () => {
      socket.destroy()
      resume(Effect.void)
    }).once("error", (error) => resume(Effect.fail(error)))
  })

/** A server that speaks TLS alone, and lets one user touch the keys of one prefix. */
const server = Effect.gen(function*() {
  const folder = yield* temporaryDirectory
  const { cert, key } = selfSigned("localhost")
  const [certFile, keyFile] = [Path.join(folder, "cert.pem"), Path.join(folder, "key.pem")]
  Fs.writeFileSync(certFile, cert)
  Fs.writeFileSync(keyFile, key)
  const port = yield* closedPort
  yield* ownServer(
    "bind 127.0.0.1 -::1",
    "port 0",
    `tls-port ${port}`,
    `tls-cert-file ${certFile}`,
    `tls-key-file ${keyFile}`,
    `tls-ca-cert-file ${certFile}`,
    "tls-auth-clients no",
    "user default off",
    "user sessions on >p@ss:word ~orange:* &orange:* +@all -@admin"
  )
  yield* Effect.retry(Effect.delay(answers(port), "50 millis"), { times: 100 })
  return { certFile, url: (user: string) => `rediss://${user}@localhost:${port}` }
})

/** What a process says that trusts the certificates of that file besides those that all trust. */
const says = (url: string, prefix: string, trusted: string) =>
  Effect.promise(async () => {
    const client = await bundle(new URL("fixtures/redisClient.ts", import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [client, url, prefix], { env: { ...process.env, NODE_EXTRA_CA_CERTS: trusted } })
    return stdout.trim()
  })

describe.skipIf(!hasProgram)("Redis over TLS (skipped where redis-server is not installed)", () => {
  it.live("serves the user of the URL, who may touch the keys of the store's prefix", () =>
    Effect.gen(function*() {
      const { certFile, url } = yield* server
      const sessions = url("sessions:p%40ss%3Aword")
      assert.strictEqual(yield* says(sessions, "orange:", certFile), "kept")
      assert.strictEqual(yield* says(sessions, "other:", certFile), "TokenStoreError Unavailable", "the ACL holds")
      assert.strictEqual(yield* says(url("sessions:wrong"), "orange:", certFile), "TokenStoreError Unavailable")
      assert.strictEqual(yield* says(sessions, "orange:", ""), "TokenStoreError Unavailable", "nobody has signed the certificate")
    }).pipe(Effect.scoped), 60_000)
})
