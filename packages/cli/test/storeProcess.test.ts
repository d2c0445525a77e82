/** `orange store` as a process: exit codes, one line for an error, and nothing secret in what it prints. */
import { TokenSeal } from "@effect-orange/core"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"
import * as Opened from "../src/internal/store/opened.js"
import { captured, engines, fill, folder, key, placed, ring, secret } from "./storeSupport.js"
import { runMigrate } from "../src/internal/store/runMigrate.js"
import { asProcess } from "./support.js"

const canary = "c4nary"

const run = (args: ReadonlyArray<string>, options: Parameters<typeof asProcess>[1] = {}) =>
  Effect.promise(() => asProcess(["store", ...args], { ...options, env: { ORANGE_STORE_URL: "", ORANGE_STORE_KEYS: "", ...options.env } }))

const sqlite = engines.find(({ name }) => name === "SQLite")!

/** Three records by one key; no table is named, as by default. */
const filledFile = Effect.gen(function*() {
  const url = `sqlite://${yield* folder}/tokens.db`
  const place = { ...placed(sqlite, url), table: "effect_orange_tokens" } as Parameters<typeof Opened.open>[0]
  yield* captured(runMigrate(place))
  const { store } = yield* Opened.open(place)
  yield* fill(store, yield* Effect.provide(TokenSeal.TokenSeal, ring("old")), ["session:aaaaaaaa-1-of-them", "session:-bbbbbbb-2-of-them", "app:cccccccc-of-them"])
  return url
})

const keys = (...kids: ReadonlyArray<string>) => kids.map((kid) => `${kid}:${Encoding.encodeBase64Url(Redacted.value(key(kid).secret))}`).join(",")

describe("orange store as a process", () => {
  it.live("list, rotate and purge, by the environment's URL", () =>
    Effect.gen(function*() {
      const env = { ORANGE_STORE_URL: yield* filledFile }
      const seen: Array<string> = []
      const orange = (args: ReadonlyArray<string>, more: Record<string, string> = {}) =>
        Effect.tap(run(args, { env: { ...env, ...more } }), ({ err, out }) => Effect.sync(() => void seen.push(out, err)))

      const list = yield* orange(["list"])
      assert.deepStrictEqual([list.code, list.err], [0, ""])
      assert.isTrue(list.out.endsWith("2 sessions, 1 application token\nsealed by old: 3\n"), list.out)

      const noKeys = yield* orange(["rotate"])
      assert.strictEqual(noKeys.code, 1)
      assert.include(noKeys.err, "ORANGE_STORE_KEYS")

      const unopened = yield* orange(["rotate"], { ORANGE_STORE_KEYS: keys("new") })
      assert.strictEqual(unopened.code, 1)
      assert.include(unopened.err, "orange: the key old is not in ORANGE_STORE_KEYS")

      const rotate = yield* orange(["rotate"], { ORANGE_STORE_KEYS: keys("new", "old") })
      assert.deepStrictEqual([rotate.code, rotate.err], [0, ""])
      assert.include(rotate.out, "3 records, 3 sealed anew under new\n")

      const refused = yield* orange(["purge", "--kind", "session"])
      assert.strictEqual(refused.code, 1)
      assert.strictEqual(refused.err, "orange: nothing was deleted: there is no terminal to ask at; --yes deletes without asking\n")
      assert.include(refused.out, "2 sessions\n")

      const purge = yield* orange(["purge", "--key", "-bbbbbbb", "--yes"])
      assert.strictEqual(purge.code, 0)
      assert.isTrue(purge.out.endsWith("1 record deleted\n"), purge.out)

      const left = yield* orange(["list", "--json"])
      assert.deepStrictEqual((JSON.parse(left.out) as { kinds: unknown }).kinds, { session: 1, app: 1 })

      const all = seen.join("")
      for (const hidden of [secret, "of-them", "eyJ", ...[..."on"].map((letter) => Encoding.encodeBase64Url(new Uint8Array(32).fill(letter.charCodeAt(0))))]) {
        assert.notInclude(all, hidden)
      }
    }).pipe(Effect.scoped), 120_000)

  const wrong: ReadonlyArray<readonly [string, ReadonlyArray<string>, string, string]> = [
    ["no URL", ["list"], "", "no store is named: set ORANGE_STORE_URL"],
    ["an unknown scheme", ["list"], `mysql://u:${canary}@127.0.0.1/x`, "ORANGE_STORE_URL must begin with redis://"],
    ["Redis away", ["check"], `redis://u:${canary}@127.0.0.1:1`, "the store redis://127.0.0.1:1 cannot be reached: nothing listens there"],
    ["PostgreSQL away, to migrate", ["migrate"], `postgres://u:${canary}@127.0.0.1:1/x`, "nothing listens there"],
    ["an unknown command", ["ls"], "", "store takes a command first, one of list, purge, rotate, migrate, check"],
    ["a URL without its option", ["list", `redis://u:${canary}@127.0.0.1:1`], "", "a URL with a password stands where none is expected"]
  ]
  for (const [name, args, url, problem] of wrong) {
    it.live(`${name}: one line, exit code 1, no password`, () =>
      Effect.gen(function*() {
        const { code, err, out } = yield* run(args, { env: { ORANGE_STORE_URL: url } })
        assert.deepStrictEqual([code, out], [1, ""])
        assert.isTrue(err.startsWith("orange: ") && err.indexOf("\n") === err.length - 1, err)
        assert.include(err, problem)
        assert.notInclude(err, canary)
      }), 60_000)
  }

  it.live("a password in --url is warned of, and not shown", () =>
    Effect.gen(function*() {
      const { code, err } = yield* run(["list", "--url", `redis://u:${canary}@127.0.0.1:1`])
      assert.strictEqual(code, 1)
      assert.include(err, "orange: --url holds a password, which other users of this machine can see: set ORANGE_STORE_URL instead\n")
      assert.notInclude(err, canary)
    }), 60_000)

  const { REDIS_URL } = process.env
  it.live.skipIf(REDIS_URL === undefined)("a wrong password is said to be refused (skipped where REDIS_URL is not set)", () =>
    Effect.gen(function*() {
      const { code, err } = yield* run(["list"], { env: { ORANGE_STORE_URL: REDIS_URL!.replace("://", `://nobody:${canary}@`) } })
      assert.strictEqual(code, 1)
      assert.match(err, /^orange: the store redis:\/\/127\.0\.0\.1:\d+ cannot be reached: user or password is refused\n$/)
    }), 60_000)
})

const asModule = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

/** Tells of each client of a store that a process loads: as a package, or in a file of the bundle, which says where its parts are from. */
const hooks = asModule(`
  import * as Fs from "node:fs"
  export const load = async (url, context, next) => {
    const text = url.startsWith("file:") ? url + Fs.readFileSync(new URL(url), "utf8") : url
    for (const name of ["ioredis", "pg", "libsql"]) if (text.includes("/node_modules/" + name + "/")) Fs.writeSync(2, "loaded:" + name + "\\n")
    return next(url, context)
  }
`)
const tellsLoaded = asModule(`import { register } from "node:module"; register(${JSON.stringify(hooks)})`)

describe("the clients of stores", () => {
  const loaded = (args: ReadonlyArray<string>, env: Record<string, string> = {}) =>
    Effect.promise(async () => {
      const { err } = await asProcess(args, { env: { NODE_OPTIONS: `--import=${tellsLoaded}`, ...env } })
      return [...new Set([...err.matchAll(/^loaded:(.*)$/gm)].map(([, name]) => name))].join(",")
    })

  it.live("are loaded by their own scheme alone", () =>
    Effect.gen(function*() {
      assert.strictEqual(yield* loaded(["token"], { ORANGE_CLIENT_ID: "" }), "")
      assert.strictEqual(yield* loaded(["store", "list", "--help"]), "")
      assert.strictEqual(yield* loaded(["store", "list"], { ORANGE_STORE_URL: "redis://127.0.0.1:1" }), "ioredis")
      assert.strictEqual(yield* loaded(["store", "list"], { ORANGE_STORE_URL: yield* filledFile }), "libsql")
    }).pipe(Effect.scoped), 120_000)
})
