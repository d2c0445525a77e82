/** Which store a URL and the options name, and what is said of one that names none. */
import { assert, describe, it } from "@effect/vitest"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { reasonOf } from "../src/internal/store/failure.js"
import { placeOf } from "../src/internal/store/place.js"
import { holdsPassword, parse } from "../src/internal/store/url.js"

const none = { url: Option.none(), cluster: false, prefix: Option.none(), table: Option.none() }
const canary = "c4nary"

describe("the URL of a store", () => {
  const good = [
    ["redis://localhost", "Redis", "redis://localhost"],
    [`rediss://sessions:${canary}@redis.example.com:6380/2`, "Redis", "rediss://redis.example.com:6380/2"],
    [`redis://:${canary}@[::1]:6379?family=6`, "Redis", "redis://[::1]:6379"],
    [`postgres://shop:${canary}@db.example.com/shop?sslmode=verify-full`, "Postgres", "postgres://db.example.com/shop"],
    [`postgresql:///shop?host=/run/postgresql&password=${canary}`, "Postgres", "postgresql:///shop"],
    ["sqlite:///var/lib/shop/tokens.db", "Sqlite", "sqlite:///var/lib/shop/tokens.db"],
    [" file:///var/lib/shop/tokens ", "File", "file:///var/lib/shop/tokens"]
  ] as const
  for (const [text, tag, shown] of good) {
    it(`${text.replace(canary, "…")} is shown as ${shown}`, () => {
      const url = Either.getOrThrow(parse(text))
      assert.deepStrictEqual([url._tag, url.shown], [tag, shown])
      assert.notInclude(JSON.stringify(url), canary)
    })
  }

  it("a server's client gets the whole, and a path is decoded", () => {
    const redis = Either.getOrThrow(parse(`redis://u:${canary}@h/1`))
    assert.strictEqual(redis._tag === "Redis" ? Redacted.value(redis.url) : "", `redis://u:${canary}@h/1`)
    const sqlite = Either.getOrThrow(parse("sqlite:///a%20b/c%3Fd.db"))
    assert.strictEqual(sqlite._tag === "Sqlite" ? sqlite.path : "", "/a b/c?d.db")
  })

  const bad = [
    ["", "must be a URL"],
    [`redis://u:${canary}/x@h`, "signs in a password are written as %XX"],
    [`redis://u:1/${canary}@h`, "nothing but the number of a database"],
    [`postgres://u:1/${canary}@h/db`, "signs in a password are written as %XX"],
    [`mysql://u:${canary}@h/db`, "must begin with redis://"],
    [`https://u:${canary}@h`, "must begin with redis://"],
    ["redis:///1", "must name a host"],
    ["postgres:///db", "must name a host"],
    ["sqlite://tokens.db", "three slashes"],
    ["sqlite:///", "three slashes"],
    ["file://tokens", "three slashes"],
    ["sqlite:///a.db?mode=ro", "must be a path alone"],
    ["file:///a#b", "must be a path alone"],
    ["sqlite:///a%FF", "has a % that begins no character"]
  ] as const
  for (const [text, problem] of bad) {
    it(`${JSON.stringify(text.replace(canary, "…"))}: ${problem}`, () => {
      const message = Either.getOrThrow(Either.flip(parse(text)))
      assert.include(message, problem)
      assert.notInclude(message, canary)
      assert.notInclude(message, "\n")
    })
  }

  it("an argument with a password is known", () => {
    for (const text of ["redis://u:p@h", "redis://:p@h", "postgres:///d?host=/x&password=p"]) assert.isTrue(holdsPassword(text), text)
    for (const text of ["redis://h", "sqlite:///a@b", "a@b", "postgres://h/d?user=a@b"]) assert.isFalse(holdsPassword(text), text)
  })
})

describe("a place", () => {
  const placed = (text: string, flags = {}) => placeOf(text, { ...none, ...flags }, "--url")

  it("has the stores' defaults", () => {
    const redis = Either.getOrThrow(placed("redis://h"))
    assert.deepInclude(redis, { cluster: false, prefix: "effect-orange:" })
    assert.deepInclude(Either.getOrThrow(placed("sqlite:///a")), { table: "effect_orange_tokens" })
  })

  it("has what the options say", () => {
    assert.deepInclude(Either.getOrThrow(placed("redis://h", { cluster: true, prefix: Option.some("shop:") })), { cluster: true, prefix: "shop:" })
    assert.deepInclude(Either.getOrThrow(placed("postgres://h", { table: Option.some("shop") })), { table: "shop" })
  })

  it("refuses an option that is for another engine, and names the source", () => {
    const problem = (text: string, flags = {}) => Either.getOrThrow(Either.flip(placed(text, flags)))
    assert.include(problem("file:///a", { cluster: true }), "--cluster is for Redis")
    assert.include(problem("sqlite:///a", { prefix: Option.some("a") }), "--prefix is for Redis")
    assert.include(problem(`redis://:${canary}@h`, { table: Option.some("a") }), "--table is for PostgreSQL and SQLite; the store is redis://h")
    assert.match(problem("sqlite:a"), /^--url must /)
  })
})

describe("the reason of a failure", () => {
  const coded = (code: string, message = canary) => Object.assign(new Error(message), { code })
  const cases = [
    [coded("ECONNREFUSED"), "nothing listens there"],
    [new AggregateError([coded("ECONNREFUSED")], canary), "nothing listens there"],
    [new Error(canary, { cause: coded("28P01") }), "user or password is refused"],
    [new Error("WRONGPASS invalid username-password pair or user is disabled."), "user or password is refused"],
    [new Error("Connection timed out"), "no answer in time"],
    [coded("EWHATEVER"), "EWHATEVER"],
    [coded(`${canary} 1`), "no further reason is known"],
    [new Error(canary), "no further reason is known"],
    [canary, "no further reason is known"]
  ] as const
  for (const [cause, reason] of cases) {
    it(reason, () => assert.strictEqual(reasonOf(cause), reason))
  }
})
