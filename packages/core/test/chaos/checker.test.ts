/** The checker's own control: it finds what was put into a forged history, and nothing in a clean one. */
import { assert, describe, it } from "@effect/vitest"
import { check, shortfalls, type Verdict } from "./checker.js"
import type { Deed, History, Seen, Step, Told } from "./journal.js"

let now = 0
const tell = (process: number, step: Step): Told => ({ ...step, process, at: ++now })
const login = (user: string, key: string, epoch = 1): Deed => ({ t: "login", user, key, epoch, at: ++now })
const kill = (process: number): Deed => ({ t: "kill", process, at: ++now })
const refresh = (token: string): ReadonlyArray<Seen> => [
  { t: "refresh", token, at: ++now },
  { t: "answered", token, status: 200, at: ++now }
]

/** A refresh from claim to commit. */
const renewal = (process: number, key: string, holder: string, version = 1): ReadonlyArray<Told> => [
  tell(process, { t: "claim", key, version, holder }),
  tell(process, { t: "claimed", key, holder }),
  tell(process, { t: "send", holder }),
  tell(process, { t: "answer", holder, status: 200 }),
  tell(process, { t: "commit", key, holder }),
  tell(process, { t: "committed", key, holder, version, next: version + 1 })
]

const forged = (...parts: ReadonlyArray<Partial<History>>): Verdict =>
  check({
    told: parts.flatMap(({ told = [] }) => told),
    seen: parts.flatMap(({ seen = [] }) => seen),
    deeds: parts.flatMap(({ deeds = [] }) => deeds)
  })

/** A process killed with a claim open, and the user who is told so. */
const lossByKill = (user: string, key: string, process: number, wasSent: boolean): ReadonlyArray<Partial<History>> => [
  { deeds: [login(user, key)] },
  { told: renewal(process, key, `${user} first`).slice(0, wasSent ? 3 : 2) },
  { deeds: [kill(process)] },
  { told: [tell(9, { t: "lost", user, epoch: 1, reason: "RefreshInDoubt" })] }
]

const clean: Partial<History> = {
  deeds: [login("u", "k")],
  told: [...renewal(0, "k", "h"), tell(0, { t: "call", user: "u", sub: "u" }), tell(1, { t: "failed", user: "u", error: "TokenStoreError Timeout" })],
  seen: refresh("r1")
}

describe("the checker", () => {
  it("finds nothing in a clean history", () => {
    const verdict = forged(clean)
    assert.deepStrictEqual(verdict.violations, [])
    assert.strictEqual(verdict.refreshes, 1)
  })

  it("finds a refresh token that was seen twice", () => {
    const verdict = forged(clean, { seen: refresh("r1") })
    assert.strictEqual(verdict.doubles, 1)
    assert.lengthOf(verdict.violations, 1)
  })

  it("finds a family that was revoked", () => {
    assert.lengthOf(forged(clean, { seen: [{ t: "revoked", grant: "g", at: 1 }, { t: "revoked", grant: "g", at: 2 }] }).violations, 1)
  })

  it("finds a call with another user's token", () => {
    assert.lengthOf(forged(clean, { told: [tell(0, { t: "call", user: "u", sub: "somebody else" })] }).violations, 1)
  })

  it("finds two successors of one version, and not a commit told twice by one holder", () => {
    assert.lengthOf(forged({ told: [...renewal(0, "k", "a"), ...renewal(1, "k", "b")] }).violations, 1)
    assert.lengthOf(forged({ told: [...renewal(0, "k", "a"), ...renewal(0, "k", "a")] }).violations, 0)
    assert.lengthOf(forged({ told: [...renewal(0, "k", "a", 1), ...renewal(1, "k", "b", 2)] }).violations, 0)
  })

  it("finds defects and errors that nobody expects", () => {
    assert.lengthOf(forged({ told: [tell(0, { t: "defect", message: "a bug" })] }).violations, 1)
    assert.lengthOf(forged({ told: [tell(0, { t: "failed", user: "u", error: "TokenStoreError Undecryptable" })] }).violations, 1)
  })

  it("explains a loss by a kill inside a claim on that session", () => {
    for (const wasSent of [true, false]) {
      const verdict = forged(...lossByKill("u", "k", 3, wasSent))
      assert.deepStrictEqual(verdict.violations, [])
      assert.deepStrictEqual(verdict.losses.map(({ explanation }) => explanation), [wasSent ? "killed after sending" : "killed before sending"])
      assert.strictEqual(verdict.killsInClaim, 1)
    }
  })

  const unexplained: ReadonlyArray<readonly [string, ReadonlyArray<Partial<History>>]> = [
    ["without any kill", [{ deeds: [login("u", "k")] }, { told: [tell(0, { t: "lost", user: "u", epoch: 1, reason: "RefreshInDoubt" })] }]],
    ["with a stop before the answer", [
      { deeds: [login("u", "k")] },
      { told: renewal(0, "k", "h").slice(0, 3) },
      { deeds: [{ t: "stop", process: 0, at: ++now }] },
      { told: [tell(1, { t: "lost", user: "u", epoch: 1, reason: "RefreshInDoubt" })] }
    ]],
    ["with a kill of a process that had committed", [
      { deeds: [login("u", "k")], told: renewal(0, "k", "h") },
      { deeds: [kill(0)] },
      { told: [tell(1, { t: "lost", user: "u", epoch: 1, reason: "RefreshInDoubt" })] }
    ]],
    ["with a kill inside a claim on another session", [
      { deeds: [login("u", "k"), login("v", "other")] },
      { told: renewal(0, "other", "h").slice(0, 2) },
      { deeds: [kill(0)] },
      { told: [tell(1, { t: "lost", user: "u", epoch: 1, reason: "RefreshInDoubt" })] }
    ]],
    ["with a kill that came after it", [
      { deeds: [login("u", "k")], told: renewal(0, "k", "h").slice(0, 2) },
      { told: [tell(1, { t: "lost", user: "u", epoch: 1, reason: "RefreshInDoubt" })] },
      { deeds: [kill(0)] }
    ]],
    ["with a kill before the log-in that was lost", [
      { deeds: [login("u", "k", 1)], told: renewal(0, "k", "h").slice(0, 2) },
      { deeds: [kill(0), login("u", "k", 2)] },
      { told: [tell(1, { t: "lost", user: "u", epoch: 2, reason: "RefreshInDoubt" })] }
    ]],
    ["of another kind than a doubt", lossByKill("u", "k", 3, true).map((part, i) => i < 3 ? part : { told: [tell(9, { t: "lost", user: "u", epoch: 1, reason: "Refused" })] })]
  ]
  for (const [name, parts] of unexplained) {
    it(`does not explain a loss ${name}`, () => {
      assert.lengthOf(forged(...parts).violations, 1)
    })
  }

  it("explains what was lost with the store's records, and only that", () => {
    const flush: Deed = { t: "store", what: "flush", at: ++now }
    const lost = (reason: string) => ({ told: [tell(0, { t: "lost", user: "u", epoch: 1, reason })] })
    assert.lengthOf(forged({ deeds: [{ ...login("u", "k"), at: 0 }, flush] }, lost("StoreLost")).violations, 0)
    assert.lengthOf(forged({ deeds: [{ ...login("u", "k"), at: 0 }, flush] }, lost("Refused")).violations, 1)
    assert.lengthOf(forged({ deeds: [flush, login("u", "k")] }, lost("StoreLost")).violations, 1)
  })

  it("finds one double, one bleed and one unexplained loss among much else", () => {
    const noise = Array.from({ length: 50 }, (_, i): Partial<History> => ({
      deeds: [login(`n${i}`, `nk${i}`)],
      told: renewal(i % 8, `nk${i}`, `nh${i}`),
      seen: refresh(`n${i}`)
    }))
    const verdict = forged(...noise, ...lossByKill("x", "xk", 12, true), { seen: refresh("n7") }, {
      told: [tell(2, { t: "call", user: "n3", sub: "n4" }), tell(2, { t: "lost", user: "n9", epoch: 1, reason: "RefreshInDoubt" })]
    })
    assert.lengthOf(verdict.violations, 3)
  })

  it("says which run proves nothing", () => {
    const floor = { refreshes: 300, kills: 10, killsInClaim: 3 }
    assert.lengthOf(shortfalls(forged(clean), floor), 3)
    assert.lengthOf(shortfalls({ ...forged(clean), refreshes: 300, kills: 10, killsInClaim: 3 }, floor), 0)
  })
})
