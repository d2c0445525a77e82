/** What `orange store` prints, and what a purge chooses: pure. */
import type { KeyRotation } from "@effect-orange/core"
import { assert, describe, it } from "@effect/vitest"
import * as Duration from "effect/Duration"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Findings from "../src/internal/store/findings.js"
import { kindOf, type Row } from "../src/internal/store/row.js"
import * as Render from "../src/internal/store/render.js"
import { linesOf, problemsOf } from "../src/internal/store/runRotate.js"
import { isSelected, type Selection, select, type SelectionFlags, selectionOf } from "../src/internal/store/selection.js"
import { ageInWords, printable, table } from "../src/internal/store/words.js"

const row = (key: string, age: Duration.DurationInput = "3 minutes", sealedBy: string | null = "a"): Row => ({
  key,
  kind: kindOf(key),
  sealedBy: Option.fromNullable(sealedBy),
  version: 1_763_000_000_000,
  age: Duration.decode(age)
})

describe("words", () => {
  const ages = [
    [0, "less than a second"],
    [999, "less than a second"],
    [1_000, "1 second"],
    [59_999, "59 seconds"],
    [60_000, "1 minute"],
    [7_200_000, "2 hours"],
    [86_399_999, "23 hours"],
    [172_800_000, "2 days"]
  ] as const
  for (const [millis, words] of ages) it(words, () => assert.strictEqual(ageInWords(Duration.millis(millis)), words))

  it("nothing that steers a terminal is printed", () => {
    assert.strictEqual(printable("a\u001b[2Jb\n\u202ec\u0007"), "a?[2Jb??c?")
  })

  it("columns are aligned, without trailing spaces", () => {
    assert.deepStrictEqual(table([["A", "BB"], ["aaa", "b"]]), ["A    BB", "aaa  b"])
  })
})

describe("a list", () => {
  const rows = [row("session:abcdefghSECRET", "2 days"), row("session:ijklmnop", 500, "b"), row("app:qrstuvwx"), row("other:yz\u001b", "1 hour", null)]

  it("as a table: keys are cut, ends with counts", () => {
    assert.deepStrictEqual(Render.tableOf(rows), [
      "KIND     KEY        SEALED BY  VERSION        AGE",
      "session  abcdefgh…  a          1763000000000  2 days",
      "session  ijklmnop…  b          1763000000000  less than a second",
      "app      qrstuvwx…  a          1763000000000  3 minutes",
      "other    yz?…       (no seal)  1763000000000  1 hour"
    ])
    assert.deepStrictEqual(Render.summaryOf(rows), [
      "2 sessions, 1 application token, 1 other record",
      "sealed by a: 2",
      "sealed by b: 1",
      "sealed by no key: 1"
    ])
    assert.deepStrictEqual([Render.tableOf([]), Render.summaryOf([])], [[], ["no records"]])
  })

  it("as JSON", () => {
    const text = Render.jsonOf(rows)
    assert.notInclude(text, "SECRET")
    assert.deepStrictEqual(JSON.parse(text), {
      records: [
        { kind: "session", key: "abcdefgh", sealedBy: "a", version: 1_763_000_000_000, ageSeconds: 172_800 },
        { kind: "session", key: "ijklmnop", sealedBy: "b", version: 1_763_000_000_000, ageSeconds: 0 },
        { kind: "app", key: "qrstuvwx", sealedBy: "a", version: 1_763_000_000_000, ageSeconds: 180 },
        { kind: "other", key: "yz\u001b", sealedBy: null, version: 1_763_000_000_000, ageSeconds: 3_600 }
      ],
      kinds: { session: 2, app: 1, other: 1 },
      sealedBy: { a: 2, b: 1, "": 1 }
    })
  })
})

describe("a purge's selection", () => {
  const none: SelectionFlags = { key: Option.none(), kind: Option.none(), olderThan: Option.none(), all: false }
  const of = (flags: Partial<SelectionFlags>) => selectionOf({ ...none, ...flags })
  const chosen = (flags: Partial<SelectionFlags>): Selection => Either.getOrThrow(of(flags))
  const day = Option.some(Duration.days(1))

  it("is one way of choosing, and no more", () => {
    const key = Option.some("abcdefgh")
    const kind = Option.some("app" as const)
    for (const flags of [{}, { key, kind }, { key, all: true }, { kind, all: true }, { olderThan: day, all: true }, { key, olderThan: day }]) {
      assert.include(Either.getOrThrow(Either.flip(of(flags))), "choose what to delete")
    }
  })

  it("a key's beginning has at least eight characters, with or without its ellipsis", () => {
    for (const short of ["", "abcdefg", "abcdefg…", "abcdefg..."]) {
      assert.include(Either.getOrThrow(Either.flip(of({ key: Option.some(short) }))), "at least 8")
    }
    for (const text of ["abcdefgh", "abcdefgh…", " abcdefgh... "]) {
      assert.deepStrictEqual(chosen({ key: Option.some(text) }), { _tag: "One", beginning: "abcdefgh" })
    }
  })

  it("must match exactly one key", () => {
    const rows = [row("session:abcdefgh1"), row("app:abcdefgh2"), row("session:zabcdefgh")]
    const find = (text: string) => select(chosen({ key: Option.some(text) }), rows)
    assert.include(Either.getOrThrow(Either.flip(find("abcdefgh"))), "2 records' keys")
    assert.include(Either.getOrThrow(Either.flip(find("nothinglikeit"))), "no record's key")
    assert.deepStrictEqual(Either.getOrThrow(find("abcdefgh1")), [rows[0]!])
  })

  it("kind and age are both asked for", () => {
    const rows = [row("session:1", "2 days"), row("session:2", "1 day"), row("app:3", "2 days"), row("other:4", "2 days")]
    const keys = (flags: Partial<SelectionFlags>) => rows.filter((one) => isSelected(chosen(flags), one)).map(({ key }) => key)
    assert.deepStrictEqual(keys({ kind: Option.some("session") }), ["session:1", "session:2"])
    assert.deepStrictEqual(keys({ olderThan: day }), ["session:1", "app:3", "other:4"])
    assert.deepStrictEqual(keys({ kind: Option.some("session"), olderThan: day }), ["session:1"])
    assert.strictEqual(keys({ all: true }).length, 4)
  })
})

describe("a rotation's report", () => {
  const report = (some: Partial<KeyRotation.Report>): KeyRotation.Report => ({ records: 3, resealed: 2, unopened: 0, byKey: { b: 3 }, unused: ["a"], ...some })

  it("says when the old key can be dropped", () => {
    assert.deepStrictEqual(linesOf(report({}), ["b", "a"]), [
      "3 records, 2 sealed anew under b",
      "the key b has sealed 3 records",
      "the key a is not used any more: you can drop it, once log-ins begun before the promotion are over (10 minutes by default)"
    ])
    assert.deepStrictEqual(problemsOf(report({}), ["b", "a"]), [])
  })

  it("and how many still carry it", () => {
    const left = report({ byKey: { b: 2, a: 1 }, unused: [] })
    assert.include(linesOf(left, ["b", "a"]), "the key a is still carried by 1 record: keep it, and run this again")
  })

  it("names keys that are missing from the ring", () => {
    const stranger = report({ unopened: 2, byKey: { b: 1, gone: 1, "": 1 } })
    assert.deepStrictEqual(problemsOf(stranger, ["b", "a"]), [
      "2 records could not be opened, and stay as they are",
      "the key gone is not in ORANGE_STORE_KEYS: add it at the end, and run this again"
    ])
    assert.include(linesOf(stranger, ["b", "a"]), "no key's name is on 1 record")
  })
})

describe("findings", () => {
  const verdict = (finding: Findings.Finding) => finding.verdict

  it("only noeviction keeps sessions", () => {
    assert.deepStrictEqual(Findings.ofEvictions([{ policy: "noeviction" }, { policy: "noeviction" }]).map(verdict), ["ok"])
    const mixed = Findings.ofEvictions([{ policy: "noeviction" }, { policy: "volatile-lru" }, { policy: undefined }])
    assert.deepStrictEqual(mixed.map(verdict), ["ok", "warning", "warning"])
    assert.include(mixed[1]!.text, "volatile-lru")
  })

  it("a volatile store is warned of, with what to do", () => {
    assert.strictEqual(Findings.ofDurability("Volatile").verdict, "warning")
    assert.include(Findings.ofDurability("Volatile").text, "allowVolatile")
    assert.deepStrictEqual([Findings.ofDurability("Machine"), Findings.ofDurability("Durable")].map(verdict), ["ok", "ok"])
  })

  it("a clock five seconds off is warned of, in both directions", () => {
    const clock = (ahead: number) => Findings.ofClock({ before: 1_000_000, store: 1_000_010 + ahead, after: 1_000_020 })
    assert.deepStrictEqual([0, 5_000, -5_000].map(clock).map(verdict), ["ok", "ok", "ok"])
    assert.include(clock(300_000).text, "5 minutes ahead of")
    assert.include(clock(-300_000).text, "5 minutes behind")
    assert.include(clock(300_000).text, "to within 11 ms")
    assert.deepStrictEqual([5_001, -5_001].map(clock).map(verdict), ["warning", "warning"])
  })

  it("a text of several lines is indented", () => {
    assert.strictEqual(Findings.lineOf(Findings.failed("a\nb\n")), "failed   a\n         b")
  })
})
