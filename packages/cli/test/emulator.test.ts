/** `orange emulator` as a process, run from source as the root script does. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Fs from "node:fs/promises"
import * as Os from "node:os"
import * as Path from "node:path"
import { decodeConfig, readConfig } from "../src/internal/configFile.js"
import { readDirectly } from "../src/internal/emulatorFlags.js"
import { type Running, start } from "./support.js"

/** The base URL, once the process says that it listens. */
const listening = async (running: Running): Promise<string> => {
  for (;;) {
    const found = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n/.exec(running.output().out)?.[1]
    if (found !== undefined) return found
    if (running.child.exitCode !== null) throw new Error(`it ended: ${running.output().err}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const live = (name: string, test: () => Promise<void>) => it.live(name, () => Effect.promise(test))

const using = async (args: ReadonlyArray<string>, use: (base: string, running: Running) => Promise<void>): Promise<void> => {
  const running = start(["emulator", ...args])
  try {
    await use(await listening(running), running)
  } finally {
    running.child.kill("SIGKILL")
    await running.ended
  }
}

const form = (body: Record<string, string>, basic = "emulator-client:emulator-secret") => ({
  method: "POST",
  headers: { Authorization: `Basic ${btoa(basic)}`, Accept: "application/json" },
  body: new URLSearchParams(body)
})

const authorize = (base: string, clientId = "emulator-client", redirectUri = "http://localhost:1/cb") =>
  fetch(
    `${base}/openidconnect/fr/v1/authorize?` +
      new URLSearchParams({
        response_type: "code",
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: "profile_sandbox",
        state: "s"
      }).toString(),
    { redirect: "manual" }
  )

const exchange = async (base: string) => {
  const location = new URL((await authorize(base)).headers.get("location")!)
  const code = location.searchParams.get("code")!
  const body = { grant_type: "authorization_code", code, redirect_uri: "http://localhost:1/cb" }
  return await (await fetch(`${base}/openidconnect/fr/v1/token`, form(body))).json() as Record<string, unknown>
}

const withFile = async (content: string, use: (file: string) => Promise<void>): Promise<void> => {
  const directory = await Fs.mkdtemp(Path.join(Os.tmpdir(), "orange-cli-"))
  try {
    const file = Path.join(directory, "emulator.json")
    await Fs.writeFile(file, content)
    await use(file)
  } finally {
    await Fs.rm(directory, { recursive: true })
  }
}

describe("orange emulator", () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    live(`says where it listens, answers, and ends with 0 on ${signal}`, () =>
      using(["--port", "0"], async (base, running) => {
        const response = await fetch(`${base}/oauth/v3/token`, form({ grant_type: "client_credentials" }))
        assert.strictEqual((await response.json() as { expires_in: number }).expires_in, 3600)
        assert.include(await (await authorize(base)).text(), "<form")
        // An open keep-alive connection, as fetch leaves one, must not hold it back.
        running.child.kill(signal)
        const before = performance.now()
        assert.strictEqual(await running.ended, 0)
        assert.isBelow(performance.now() - before, 2_000)
        assert.deepStrictEqual(running.output(), { out: `listening on ${base}\n`, err: "" })
      }))
  }

  // The second has an option of @effect/cli's own, so that its parser reads the rest as well.
  for (const extra of [[], ["--log-level", "info"]]) {
    live(`reads its options ${extra.length === 0 ? "directly" : "through @effect/cli"}`, () =>
      using([...extra, "--port=0", "--auto-approve", "--rotate-refresh-tokens", "--token-lifetime", "3s", "--code-lifetime", "5 minutes"], async (base) => {
        const first = await exchange(base)
        assert.strictEqual(first["expires_in"], 3)
        const body = { grant_type: "refresh_token", refresh_token: String(first["refresh_token"]) }
        const second = await (await fetch(`${base}/openidconnect/fr/v1/token`, form(body))).json() as Record<string, unknown>
        assert.isString(second["refresh_token"])
        assert.notStrictEqual(second["refresh_token"], first["refresh_token"])
      }))
  }

  live("--no-refresh-tokens", () =>
    using(["--auto-approve", "--no-refresh-tokens"], async (base) => {
      assert.deepStrictEqual(Object.keys(await exchange(base)), ["token_type", "access_token", "expires_in"])
    }))

  live("a busy port: one line, exit code 1", () =>
    using([], async (base) => {
      const second = start(["emulator", "--port", new URL(base).port])
      assert.strictEqual(await second.ended, 1)
      const { err, out } = second.output()
      assert.strictEqual(out, "")
      assert.match(err, /^orange: port \d+ on 127\.0\.0\.1 is already in use: [^\n]*\n$/)
    }))

  live("a wrong value is an error that names the option", async () => {
    const running = start(["emulator", "--port", "99999"])
    assert.strictEqual(await running.ended, 1)
    assert.include(running.output().err + running.output().out, "--port must be between 0 and 65535")
  })

  live("--help names every option", async () => {
    const running = start(["emulator", "--help"])
    assert.strictEqual(await running.ended, 0)
    for (const option of ["port", "auto-approve", "rotate-refresh-tokens", "no-refresh-tokens", "token-lifetime", "code-lifetime", "config"]) {
      assert.include(running.output().out, `--${option}`)
    }
  })
})

describe("its configuration file", () => {
  const file = {
    clients: [{ clientId: "shop", clientSecret: "s3cret-canary", redirectUris: ["https://shop.example/cb"], loopbackRedirectUris: false }],
    users: [{ username: "jane", password: "pw-canary" }],
    requestsPerMinute: 1,
    autoApprove: true
  }

  live("adds clients with their redirect URIs, users and limits", () =>
    withFile(JSON.stringify(file), (path) =>
      using(["--config", path], async (base, running) => {
        const ask = () => fetch(`${base}/oauth/v3/token`, form({ grant_type: "client_credentials" }, "shop:s3cret-canary"))
        assert.deepStrictEqual([(await ask()).status, (await ask()).status], [200, 429])
        assert.strictEqual((await authorize(base, "shop", "https://shop.example/cb")).status, 302)
        assert.strictEqual((await authorize(base, "shop", "http://localhost:1/cb")).status, 400)
        assert.strictEqual((await authorize(base)).status, 302)
        assert.isFalse(JSON.stringify(running.output()).includes("canary"))
      })))

  it.effect("takes every API, public keys, and how subscribers are asked", () =>
    Effect.map(
      decodeConfig(JSON.stringify({ clients: [{ clientId: "a", clientSecret: "s", apis: ["sms", "quality-on-demand"], jwks: { keys: [{ kty: "EC" }] } }], ciba: { requireAssertion: true, interval: "1 second" } })),
      ({ ciba, clients }) => {
        assert.deepStrictEqual([clients?.[0]?.apis, clients?.[0]?.jwks], [["sms", "quality-on-demand"], { keys: [{ kty: "EC" }] }])
        assert.strictEqual(ciba?.requireAssertion, true)
      }
    ))

  const broken: ReadonlyArray<readonly [string, string]> = [
    [`{"clients":[{"clientId":"a","clientSecret":"canary","apis":["canary"]}]}`, "clients.0.apis.0 must be one of poi-shops, sms"],
    [`{"ciba":{"interval":"canary"}}`, "ciba.interval must be a duration"],
    [`{"clients":[{"clientId":"a","clientSecret":12345678}]}`, "clients.0.clientSecret must be a text"],
    [`{"clients":[{"clientId":"a","clientSecret":"canary"},{"clientSecret":"canary"}]}`, "clients.1.clientId is missing"],
    [`{"clients":[{"clientId":"a","clientSecret":"canary","redirect_uris":["canary"]}]}`, "clients.0.redirect_uris is not known"],
    [`{"users":[{"username":"a","password":["canary"]}]}`, "users.0.password must be a text"],
    [`{"tokenLifetime":"canary"}`, "tokenLifetime must be a duration"],
    [`{"requestsPerMinute":-5}`, "requestsPerMinute must be a whole number"],
    [`{"clients": "canary`, "is not JSON"],
    [`["canary"]`, "the file is not of the right type"]
  ]
  for (const [content, problem] of broken) {
    it.effect(problem, () =>
      Effect.map(Effect.flip(decodeConfig(content)), (told) => {
        assert.include(told, problem)
        assert.isFalse(/canary|12345678|\n/.test(told))
      }))
  }

  live("an error in it is one line that names the file and the field, exit code 1", () =>
    withFile(`{"tokenLifetime":"canary"}`, async (path) => {
      const running = start(["emulator", "--config", path])
      assert.strictEqual(await running.ended, 1)
      assert.strictEqual(running.output().out, "")
      assert.match(running.output().err, /^orange: [^\n]*emulator\.json: tokenLifetime must be a duration such as [^\n]*\n$/)
    }))

  it.effect("a file that is not there", () =>
    Effect.map(Effect.flip(readConfig("/nowhere/emulator.json")), (error) => {
      assert.strictEqual(error.message, "/nowhere/emulator.json: does not exist")
    }))
})

describe("the direct reader leaves to @effect/cli what it does not know", () => {
  const known: ReadonlyArray<ReadonlyArray<string>> = [
    ["emulator"],
    ["emulator", "--port", "0", "--auto-approve"],
    ["emulator", "--port=0", "--config=a=b.json", "--token-lifetime", "3 seconds"]
  ]
  for (const args of known) it(args.join(" "), () => assert.isTrue(Option.isSome(readDirectly(args))))
  const unknown: ReadonlyArray<ReadonlyArray<string>> = [
    [],
    ["token"],
    ["emulator", "--help"],
    ["emulator", "--port"],
    ["emulator", "--port", "x"],
    ["emulator", "--port", "-1"],
    ["emulator", "--port", "1", "--port", "2"],
    ["emulator", "--token-lifetime", "0s"],
    ["emulator", "--toString"],
    ["emulator", "port"]
  ]
  for (const args of unknown) it(`not: ${args.join(" ")}`, () => assert.isTrue(Option.isNone(readDirectly(args))))
})
