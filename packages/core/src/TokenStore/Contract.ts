/**
 * What every token store must do, as plain checks for any test runner. A backend of your own passes them all, or its
 * sessions may be lost or a refresh token sent twice.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"
import type { TokenStoreError } from "../OAuthError.js"
import type * as TokenStore from "../TokenStore.js"

/**
 * A store did what the contract forbids.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import { ContractViolation } from "@effect-orange/core/TokenStore/Contract"
 *
 * const violation = new ContractViolation({ rule: "of eight racers one wins", found: "two were Claimed" })
 * console.error(violation.message)
 * ```
 */
export class ContractViolation extends Data.TaggedError("ContractViolation")<{
  /** What must hold. */
  readonly rule: string
  /** What was found instead. */
  readonly found: string
}> {
  override get message(): string {
    return `The store broke its contract: ${this.rule}; found ${this.found}.`
  }
}

/**
 * What a check needs beside the store.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Tools } from "@effect-orange/core/TokenStore/Contract"
 * import { Effect } from "effect"
 *
 * const tools: Tools = { key: `session:${crypto.randomUUID()}`, pass: (duration) => Effect.sleep(duration), histories: 10 }
 * ```
 */
export interface Tools {
  /** A key that nobody has used; a check also uses keys that begin with it. */
  readonly key: string
  /** Lets the store's time pass: a store with a clock of its own waits, another one's test clock is moved. */
  readonly pass: (duration: Duration.Duration) => Effect.Effect<void>
  /** How many random histories to try. 30 if left out. */
  readonly histories?: number
}

/**
 * One check. `name` reads as the title of a test; `check` fails with what is wrong.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import { type Check, checks } from "@effect-orange/core/TokenStore/Contract"
 *
 * const titles = checks.map((one: Check) => one.name)
 * ```
 */
export interface Check {
  readonly name: string
  readonly check: (store: TokenStore.Service, tools: Tools) => Effect.Effect<void, ContractViolation | TokenStoreError>
}

const hour = Duration.hours(1)

const sealed = (text: string) => Option.some(Redacted.make(text))

const claimOf = (
  holder: string,
  version = 0,
  takeover: "AfterTtl" | "Never" = "Never",
  ttl: Duration.Duration = Duration.seconds(10)
) => ({ version, holder, ttl, takeover })

const commitOf = (holder: string, version: number, fence: number, text: string) => ({
  version,
  fence,
  holder,
  sealed: sealed(text),
  retain: hour
})

/** Shown in a violation: the answers of a store hold no secret, and a check's own texts are not secrets. */
const shown = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => Option.isOption(part) ? Option.getOrNull(part) : part)

const must = (holds: boolean, rule: string, found: unknown): Effect.Effect<void, ContractViolation> =>
  holds ? Effect.void : Effect.fail(new ContractViolation({ rule, found: shown(found) }))

const fenceOf = (claim: TokenStore.Claim, rule = "the version is free to claim"): Effect.Effect<number, ContractViolation> =>
  claim._tag === "Claimed"
    ? Effect.succeed(claim.fence)
    : Effect.fail(new ContractViolation({ rule, found: shown(claim) }))

const versionOf = (commit: TokenStore.Commit, rule = "a holder may commit"): Effect.Effect<number, ContractViolation> =>
  commit._tag === "Committed"
    ? Effect.succeed(commit.version)
    : Effect.fail(new ContractViolation({ rule, found: shown(commit) }))

const reads = (store: TokenStore.Service, key: string, text: string | undefined, rule: string) =>
  Effect.flatMap(store.read(key), (entry) => {
    const found = Option.getOrUndefined(Option.map(entry, (one) => Redacted.value(one.sealed)))
    return must(found === text, rule, found ?? "nothing")
  })

type Body = (store: TokenStore.Service, tools: Tools) => Effect.Effect<void, ContractViolation | TokenStoreError>

const check = (name: string, body: Body): Check => ({ name, check: body })

/** A record written once, and claimed by `a`. */
const claimedBy = (store: TokenStore.Service, key: string, ttl?: Duration.Duration) =>
  Effect.gen(function*() {
    const version = yield* store.replace(key, sealed("one"), hour)
    const fence = yield* fenceOf(yield* store.claim(key, claimOf("a", version, "Never", ttl)))
    return { version, fence }
  })

const beginnings: ReadonlyArray<Check> = [
  check("an absent key reads as none and is version 0", (store, { key }) =>
    Effect.gen(function*() {
      yield* reads(store, key, undefined, "an absent key reads as none")
      const fence = yield* fenceOf(yield* store.claim(key, claimOf("a")))
      yield* reads(store, key, undefined, "a claim alone writes nothing to read")
      const other = yield* store.claim(key, claimOf("b"))
      yield* must(other._tag === "Held", "an absent key is claimed once", other)
      yield* versionOf(yield* store.commit(key, commitOf("a", 0, fence, "one")))
      yield* reads(store, key, "one", "the first commit is read back")
    })),

  check("replace writes, counts and ends claims: a commit after it is fenced", (store, { key }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key)
      const second = yield* store.replace(key, sealed("two"), hour)
      yield* must(second > version, "replace counts on", [version, second])
      const late = yield* store.commit(key, commitOf("a", version, fence, "late"))
      yield* must(late._tag === "Fenced", "a newer log-in wins over a late commit", late)
      yield* reads(store, key, "two", "a fenced commit writes nothing")
      yield* fenceOf(yield* store.claim(key, claimOf("b", second)), "replace ends claims")
    }))
]

const claims: ReadonlyArray<Check> = [
  check("of eight racers one wins", (store, { key }) =>
    Effect.gen(function*() {
      const version = yield* store.replace(key, sealed("one"), hour)
      const answers = yield* Effect.forEach("abcdefgh", (holder) => store.claim(key, claimOf(holder, version)), {
        concurrency: "unbounded"
      })
      const tags = answers.map(({ _tag }) => _tag).sort()
      yield* must(shown(tags) === shown(["Claimed", ...Array.from({ length: 7 }, () => "Held")]), "of eight racers one wins", tags)
    })),

  check("of eight racers for an absent key one wins", (store, { key }) =>
    Effect.gen(function*() {
      const answers = yield* Effect.forEach("abcdefgh", (holder) => store.claim(key, claimOf(holder)), { concurrency: "unbounded" })
      const tags = answers.map(({ _tag }) => _tag)
      yield* must(tags.filter((tag) => tag === "Claimed").length === 1, "of eight racers for an absent key one wins", tags)
    })),

  check("the same holder is claimed again, with the same fence", (store, { key }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key, Duration.seconds(1))
      const again = yield* store.claim(key, claimOf("a", version))
      yield* must(shown(again) === shown({ _tag: "Claimed", fence }), "a repeated claim has the same fence", again)
    })),

  check("a claim on another version has moved", (store, { key }) =>
    Effect.gen(function*() {
      const version = yield* store.replace(key, sealed("one"), hour)
      for (const other of [version - 1, version + 1, 0]) {
        const answer = yield* store.claim(key, claimOf("a", other))
        yield* must(shown(answer) === shown({ _tag: "Moved", version }), "a claim on another version has moved", answer)
      }
    })),

  check("a claim that is over is orphaned, or taken over where asked", (store, { key, pass }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key, Duration.seconds(1))
      yield* pass(Duration.seconds(2))
      const orphan = yield* store.claim(key, claimOf("b", version))
      const isOrphan = orphan._tag === "Orphaned" && orphan.fence === fence && Duration.toMillis(orphan.overdue) >= 900
      yield* must(isOrphan, "a claim that nobody may take over is orphaned", orphan)
      const second = yield* fenceOf(yield* store.claim(key, claimOf("b", version, "AfterTtl")), "an overdue claim is taken over")
      yield* must(second > fence, "fences grow", [fence, second])
    })),

  check("a claim that is not over is held, whatever is asked", (store, { key }) =>
    Effect.gen(function*() {
      const { version } = yield* claimedBy(store, key)
      const held = yield* store.claim(key, claimOf("b", version, "AfterTtl"))
      const remaining = held._tag === "Held" ? Duration.toMillis(held.remaining) : 0
      yield* must(remaining > 0 && remaining <= 10_000, "a running claim is held for what is left of it", held)
    }))
]

const commits: ReadonlyArray<Check> = [
  check("a late commit wins while the version is unchanged", (store, { key, pass }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key, Duration.seconds(1))
      yield* pass(Duration.seconds(2))
      const next = yield* versionOf(yield* store.commit(key, commitOf("a", version, fence, "two")), "a late commit is accepted")
      yield* must(next > version, "a commit counts on", [version, next])
      yield* reads(store, key, "two", "a late commit is read back")
    })),

  check("a commit repeated by its holder gets the same answer, and writes once", (store, { key }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key)
      const commit = store.commit(key, commitOf("a", version, fence, "two"))
      const first = yield* commit
      const second = yield* commit
      yield* must(shown(first) === shown(second) && first._tag === "Committed", "a repeated commit gets the same answer", [first, second])
      yield* store.replace(key, sealed("three"), hour)
      const third = yield* commit
      yield* must(shown(first) === shown(third), "a repeated commit gets the same answer after a log-in", [first, third])
      yield* reads(store, key, "three", "a repeated commit writes once")
    })),

  check("a holder taken over is fenced off", (store, { key, pass }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key, Duration.seconds(1))
      yield* pass(Duration.seconds(2))
      yield* fenceOf(yield* store.claim(key, claimOf("b", version, "AfterTtl")))
      const late = yield* store.commit(key, commitOf("a", version, fence, "late"))
      yield* must(late._tag === "Fenced", "a holder taken over is fenced off", late)
      yield* reads(store, key, "one", "a fenced commit writes nothing")
    })),

  check("a commit needs the claim's own fence, holder and version", (store, { key }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key)
      for (const wrong of [commitOf("a", version, fence + 1, "x"), commitOf("b", version, fence, "x"), commitOf("a", version - 1, fence, "x")]) {
        const answer = yield* store.commit(key, wrong)
        yield* must(answer._tag === "Fenced", "a commit needs the claim's own fence, holder and version", answer)
      }
      yield* reads(store, key, "one", "a fenced commit writes nothing")
    })),

  check("a commit without any claim is fenced", (store, { key }) =>
    Effect.gen(function*() {
      const absent = yield* store.commit(key, commitOf("a", 0, 1, "x"))
      yield* must(absent._tag === "Fenced", "a commit without any claim is fenced", absent)
      yield* reads(store, key, undefined, "a fenced commit writes nothing")
    }))
]

const aborts: ReadonlyArray<Check> = [
  check("an aborted claim is free again, and its holder's late claim is refused", (store, { key }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key)
      yield* store.abort(key, { fence: Option.some(fence), holder: "a" })
      const late = yield* store.claim(key, claimOf("a", version))
      yield* must(late._tag === "Moved", "an aborted holder's late claim is refused", late)
      const next = yield* fenceOf(yield* store.claim(key, claimOf("b", version)), "an aborted claim is free again")
      yield* must(next > fence, "fences grow over an abort", [fence, next])
      const commit = yield* store.commit(key, commitOf("a", version, fence, "x"))
      yield* must(commit._tag === "Fenced", "an aborted holder's commit is fenced", commit)
    })),

  check("an abort that overtakes its own claim refuses it", (store, { key }) =>
    Effect.gen(function*() {
      const { version } = yield* claimedBy(store, key)
      yield* store.abort(key, { fence: Option.none(), holder: "c" })
      yield* fenceOf(yield* store.claim(key, claimOf("a", version)), "another holder's abort changes nothing")
      yield* store.abort(key, { fence: Option.none(), holder: "a" })
      const late = yield* store.claim(key, claimOf("c", version))
      yield* must(late._tag === "Moved", "an abort refuses a claim that comes after it", late)
      yield* fenceOf(yield* store.claim(key, claimOf("d", version)), "other holders are not refused")
    })),

  check("an abort on an absent key refuses its holder's late claim too", (store, { key }) =>
    Effect.gen(function*() {
      yield* store.abort(key, { fence: Option.none(), holder: "a" })
      const late = yield* store.claim(key, claimOf("a"))
      yield* must(late._tag === "Moved", "an abort on an absent key refuses a late claim", late)
      yield* fenceOf(yield* store.claim(key, claimOf("b")), "other holders are not refused")
    })),

  check("an abort with another fence leaves the claim", (store, { key }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key)
      yield* store.abort(key, { fence: Option.some(fence + 1), holder: "a" })
      const other = yield* store.claim(key, claimOf("b", version))
      yield* must(other._tag === "Held", "an abort with another fence leaves the claim", other)
    }))
]

const seals: ReadonlyArray<Check> = [
  check("another seal leaves version, age and claim as they are", (store, { key, pass }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key)
      yield* pass(Duration.seconds(2))
      const done = yield* store.reseal(key, { version, sealed: Redacted.make("one, sealed anew") })
      yield* must(done, "a record of that version is sealed anew", done)
      yield* reads(store, key, "one, sealed anew", "the new seal is read back")
      const entry = yield* store.read(key)
      yield* must(Option.exists(entry, (one) => one.version === version), "another seal is not another version", Option.map(entry, (one) => one.version))
      yield* must(Option.exists(entry, (one) => Duration.toMillis(one.age) >= 1_900), "another seal does not make a record younger", Option.map(entry, (one) => one.age))
      const other = yield* store.claim(key, claimOf("b", version))
      yield* must(other._tag === "Held", "another seal leaves the claim", other)
      yield* versionOf(yield* store.commit(key, commitOf("a", version, fence, "two")), "a claim from before another seal commits")
      yield* reads(store, key, "two", "a commit stands over another seal")
    })),

  check("another seal for another version, or for nothing, is refused", (store, { key }) =>
    Effect.gen(function*() {
      const seal = (version: number) => store.reseal(key, { version, sealed: Redacted.make("x") })
      yield* must(!(yield* seal(0)), "an absent record is not sealed anew", true)
      yield* reads(store, key, undefined, "a refused seal writes nothing")
      const version = yield* store.replace(key, sealed("one"), hour)
      for (const wrong of [version - 1, version + 1]) yield* must(!(yield* seal(wrong)), "another version is not sealed anew", wrong)
      yield* reads(store, key, "one", "a refused seal writes nothing")
      const gone = yield* store.replace(key, Option.none(), hour)
      yield* must(!(yield* seal(gone)), "a deleted record is not sealed anew", true)
      yield* reads(store, key, undefined, "a refused seal writes nothing")
    })),

  check("another seal keeps the retention", (store, { key, pass }) =>
    Effect.gen(function*() {
      const version = yield* store.replace(key, sealed("one"), Duration.seconds(2))
      yield* store.reseal(key, { version, sealed: Redacted.make("two") })
      yield* pass(Duration.seconds(3))
      yield* reads(store, key, undefined, "another seal does not lengthen the retention")
    }))
]

const tagsOf = (admissions: ReadonlyArray<TokenStore.Admission>): ReadonlyArray<string> => admissions.map(({ _tag }) => _tag).sort()

const admissions: ReadonlyArray<Check> = [
  check("so many events pass in a window that slides", (store, { key, pass }) =>
    Effect.gen(function*() {
      const ask = store.admit(key, { limit: 3, window: Duration.seconds(6) })
      const first = [yield* ask]
      yield* pass(Duration.seconds(3))
      const rest = [yield* ask, yield* ask]
      yield* must(shown(tagsOf([...first, ...rest])) === shown(["Admitted", "Admitted", "Admitted"]), "as many as the limit pass", [...first, ...rest])
      const full = yield* ask
      const remaining = full._tag === "Full" ? Duration.toMillis(full.remaining) : Infinity
      yield* must(remaining > 0 && remaining <= 3_000, "a full window says when its first event leaves it", full)
      yield* pass(Duration.sum(Duration.millis(remaining), Duration.millis(10)))
      const later = [yield* ask, yield* ask]
      yield* must(shown(tagsOf(later)) === shown(["Admitted", "Full"]), "as many pass again as have left the window, not all at once", later)
    })),

  check("of twenty racers as many pass as the limit", (store, { key }) =>
    Effect.gen(function*() {
      const answers = yield* Effect.forEach(Array.from({ length: 20 }), () => store.admit(key, { limit: 7, window: hour }), { concurrency: "unbounded" })
      const passed = answers.filter(({ _tag }) => _tag === "Admitted").length
      yield* must(passed === 7, "of twenty racers as many pass as the limit", passed)
    })),

  check("a lower limit leaves places to the higher one", (store, { key }) =>
    Effect.gen(function*() {
      const ask = (limit: number) => store.admit(key, { limit, window: hour })
      const answers = yield* Effect.forEach([2, 2, 2, 3, 3], ask)
      yield* must(
        shown(answers.map(({ _tag }) => _tag)) === shown(["Admitted", "Admitted", "Full", "Admitted", "Full"]),
        "events of one key count for all limits",
        answers
      )
    })),

  check("admissions are apart from records and from each other", (store, { key }) =>
    Effect.gen(function*() {
      yield* store.admit(key, { limit: 1, window: hour })
      yield* reads(store, key, undefined, "an admission is no record")
      const listed = yield* Stream.runCollect(store.keys(key))
      yield* must(listed.length === 0, "keys lists no admissions", [...listed])
      yield* fenceOf(yield* store.claim(key, claimOf("a")), "an admission does not keep a record from being claimed")
      const other = yield* store.admit(`${key}:2`, { limit: 1, window: hour })
      yield* must(other._tag === "Admitted", "keys are apart", other)
    }))
]

const lives: ReadonlyArray<Check> = [
  check("deleting by commit and by replace leaves nothing to read, and the count goes on", (store, { key }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key)
      const gone = yield* versionOf(yield* store.commit(key, { ...commitOf("a", version, fence, ""), sealed: Option.none() }))
      yield* reads(store, key, undefined, "a commit of nothing deletes")
      const again = yield* store.replace(key, sealed("two"), hour)
      const end = yield* store.replace(key, Option.none(), hour)
      yield* must(version < gone && gone < again && again < end, "versions never go back over deletions", [version, gone, again, end])
      yield* reads(store, key, undefined, "a replacement by nothing deletes")
    })),

  check("a deletion needs the claim as any commit does", (store, { key }) =>
    Effect.gen(function*() {
      const { fence, version } = yield* claimedBy(store, key)
      yield* store.replace(key, sealed("two"), hour)
      const late = yield* store.commit(key, { ...commitOf("a", version, fence, ""), sealed: Option.none() })
      yield* must(late._tag === "Fenced", "a late deletion does not end a newer log-in", late)
      yield* reads(store, key, "two", "a late deletion does not end a newer log-in")
    })),

  check("a record is purged after its retention, and a fresh one counts on", (store, { key, pass }) =>
    Effect.gen(function*() {
      const version = yield* store.replace(key, sealed("one"), Duration.seconds(1))
      const fence = yield* fenceOf(yield* store.claim(key, claimOf("a", version)))
      yield* pass(Duration.seconds(2))
      yield* reads(store, key, undefined, "a record is not read after its retention")
      const late = yield* store.commit(key, commitOf("a", version, fence, "late"))
      yield* must(late._tag === "Fenced", "a record past its retention is not written by a commit", late)
      const next = yield* fenceOf(yield* store.claim(key, claimOf("b")), "a record past its retention is version 0")
      yield* must(next > fence, "fences never go back over a purge", [fence, next])
      const fresh = yield* versionOf(yield* store.commit(key, commitOf("b", 0, next, "two")))
      yield* must(fresh > version, "versions never go back over a purge", [version, fresh])
    })),

  check("a commit gives a new retention", (store, { key, pass }) =>
    Effect.gen(function*() {
      const version = yield* store.replace(key, sealed("one"), Duration.seconds(2))
      const fence = yield* fenceOf(yield* store.claim(key, claimOf("a", version)))
      yield* versionOf(yield* store.commit(key, commitOf("a", version, fence, "two")))
      yield* pass(Duration.seconds(3))
      yield* reads(store, key, "two", "a commit's retention stands over the one before")
    })),

  check("an aborted claim does not keep an absent record from its retention", (store, { key, pass }) =>
    Effect.gen(function*() {
      yield* store.abort(key, { fence: Option.none(), holder: "a" })
      yield* store.replace(key, sealed("one"), Duration.seconds(1))
      yield* pass(Duration.seconds(2))
      yield* reads(store, key, undefined, "a record is not read after its retention")
    })),

  check("age is told by the store's clock", (store, { key, pass }) =>
    Effect.gen(function*() {
      yield* store.replace(key, sealed("one"), hour)
      yield* pass(Duration.seconds(2))
      const age = Option.map(yield* store.read(key), (entry) => Duration.toMillis(entry.age))
      yield* must(Option.exists(age, (millis) => millis >= 1_900 && millis < 60_000), "age is told by the store's clock", age)
    })),

  check("keys lists what is there, by prefix", (store, { key }) =>
    Effect.gen(function*() {
      const names = ["a", "b", "*", "%", "_", "deleted"].map((name) => `${key}:${name}`)
      for (const name of names) yield* store.replace(name, sealed("one"), hour)
      yield* store.replace(`${key}:deleted`, Option.none(), hour)
      yield* fenceOf(yield* store.claim(`${key}:claimed`, claimOf("a")))
      const all = [...(yield* Stream.runCollect(store.keys(`${key}:`)))].sort()
      yield* must(shown(all) === shown(names.slice(0, -1).sort()), "keys lists what is there, each once", all)
      for (const name of names.slice(0, -1)) {
        const one = [...(yield* Stream.runCollect(store.keys(name)))]
        yield* must(shown(one) === shown([name]), "a prefix is text, not a pattern", one)
      }
    })),

  check("keys are apart: nothing done to one changes another", (store, { key }) =>
    Effect.gen(function*() {
      const { version } = yield* claimedBy(store, `${key}:1`)
      yield* store.replace(`${key}:2`, sealed("two"), hour)
      yield* store.abort(`${key}:2`, { fence: Option.none(), holder: "a" })
      yield* reads(store, `${key}:1`, "one", "keys are apart")
      const other = yield* store.claim(`${key}:1`, claimOf("b", version))
      yield* must(other._tag === "Held", "keys are apart", other)
    }))
]

const holder = FastCheck.constantFrom("a", "b", "c")

const step = FastCheck.oneof(
  FastCheck.record({ _tag: FastCheck.constant("claim" as const), holder, takeover: FastCheck.constantFrom("AfterTtl" as const, "Never" as const) }),
  FastCheck.record({ _tag: FastCheck.constant("commit" as const), holder }),
  FastCheck.record({ _tag: FastCheck.constant("abort" as const), holder }),
  FastCheck.record({ _tag: FastCheck.constant("replace" as const) }),
  FastCheck.record({ _tag: FastCheck.constant("pass" as const) })
)

type Step = typeof step extends FastCheck.Arbitrary<infer A> ? A : never

/** What the laws know of a history: they follow the store's answers and never foretell its clock. */
interface Known {
  version: number
  highestFence: number
  readonly fences: Map<string, { readonly fence: number; readonly version: number; readonly holder: string }>
  readonly committedFrom: Set<number>
}

/** Short, as a store with a clock of its own waits for each. */
const historyTtl = Duration.millis(20)

const claimStep = (store: TokenStore.Service, key: string, known: Known, index: number, one: Extract<Step, { _tag: "claim" }>) =>
  Effect.gen(function*() {
    const attempt = `${one.holder}${index}`
    const claim = yield* store.claim(key, claimOf(attempt, known.version, one.takeover, historyTtl))
    if (claim._tag !== "Claimed") return
    yield* must(claim.fence > known.highestFence, "fences grow", [known.highestFence, claim.fence])
    known.highestFence = claim.fence
    known.fences.set(one.holder, { fence: claim.fence, version: known.version, holder: attempt })
  })

const commitStep = (store: TokenStore.Service, key: string, known: Known, index: number, name: string) =>
  Effect.gen(function*() {
    const mine = known.fences.get(name)
    if (mine === undefined) return
    const done = yield* store.commit(key, commitOf(mine.holder, mine.version, mine.fence, String(index)))
    if (done._tag !== "Committed" || done.version <= known.version) return
    yield* must(!known.committedFrom.has(mine.version), "a version has one successor", mine.version)
    yield* must(mine.version === known.version, "only the version that stands is committed from", [mine.version, known.version])
    known.committedFrom.add(mine.version)
    known.version = done.version
  })

const replaceStep = (store: TokenStore.Service, key: string, known: Known, index: number) =>
  Effect.gen(function*() {
    const next = yield* store.replace(key, sealed(String(index)), hour)
    yield* must(next > known.version, "versions grow", [known.version, next])
    known.version = next
  })

const perform = (store: TokenStore.Service, tools: Tools, known: Known, index: number, one: Step) => {
  switch (one._tag) {
    case "claim":
      return claimStep(store, tools.key, known, index, one)
    case "commit":
      return commitStep(store, tools.key, known, index, one.holder)
    case "abort": {
      const mine = known.fences.get(one.holder)
      return store.abort(tools.key, { fence: Option.fromNullable(mine?.fence), holder: mine?.holder ?? one.holder })
    }
    case "replace":
      return replaceStep(store, tools.key, known, index)
    case "pass":
      return tools.pass(Duration.millis(25))
  }
}

const history = (store: TokenStore.Service, tools: Tools, steps: ReadonlyArray<Step>) =>
  Effect.gen(function*() {
    const version = yield* store.replace(tools.key, sealed("0"), hour)
    const known: Known = { version, highestFence: 0, fences: new Map(), committedFrom: new Set() }
    for (const [index, one] of steps.entries()) {
      yield* perform(store, tools, known, index, one)
      const entry = yield* store.read(tools.key)
      yield* must(Option.exists(entry, (read) => read.version === known.version), "the last answer's version is read", [known.version, entry])
    }
  })

const histories: Check = check(
  "laws of random histories: versions and fences grow, one holder at a time, a version is committed once",
  (store, tools) =>
    Effect.flatMap(Effect.runtime<never>(), (runtime) => {
      let tried = 0
      const property = FastCheck.asyncProperty(FastCheck.array(step, { maxLength: 40 }), (steps) =>
        Runtime.runPromise(runtime)(history(store, { ...tools, key: `${tools.key}:${tried++}` }, steps)))
      return Effect.flatMap(
        Effect.promise(async () => FastCheck.check(property, { numRuns: tools.histories ?? 30 })),
        (details) => must(!details.failed, "laws of random histories", FastCheck.defaultReportMessage(details))
      )
    })
)

/**
 * The checks, each on a key of its own. They may run at the same time. Those that let time pass need up to six seconds
 * of it; the laws of random histories need a few hundred operations.
 *
 * @since 0.1.0
 * @category checks
 * @example
 * ```ts
 * import { TokenStore } from "@effect-orange/core"
 * import { checks } from "@effect-orange/core/TokenStore/Contract"
 * import { Effect } from "effect"
 *
 * const verify = Effect.flatMap(TokenStore.TokenStore, (store) =>
 *   Effect.forEach(checks, ({ check }) =>
 *     check(store, { key: `session:${crypto.randomUUID()}`, pass: (duration) => Effect.sleep(duration) })))
 * ```
 */
export const checks: ReadonlyArray<Check> = [...beginnings, ...claims, ...commits, ...aborts, ...lives, ...seals, ...admissions, histories]
