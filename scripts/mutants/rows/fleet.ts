/** What processes that share a store rely on. */
import type { Mutant } from "../mutant.js"
import { inPackage } from "./inPackage.js"

const { edit: inCore, test } = inPackage("packages/core")

export const fleet: ReadonlyArray<Mutant> = [
  {
    name: "a dead holder that is waited for",
    ...inCore("internal/sharedToken.ts", "takeover: \"AfterTtl\"", "takeover: \"Never\""),
    test: test("shared.test.ts", "of a holder that died is fetched by another when the claim's time is over")
  },
  {
    name: "a rejected token taken from the store",
    ...inCore("internal/sharedToken.ts", "!(replacing !== undefined && Equal.equals(replacing.value, value))", "true"),
    test: test("shared.test.ts", "that an API rejected is replaced once for all")
  },
  {
    name: "a file store whose old drafts stay good",
    ...inCore(
      "internal/stores/fileChain.ts",
      "    yield* Effect.forEach(names.filter(isDraft), (name) => remove(folder, name), { discard: true })\n",
      ""
    ),
    test: test("stores/fileOrders.test.ts", "it removes, and a third that was stopped before its link makes no generation again")
  },
  {
    name: "a file store that removes the newest first",
    ...inCore("internal/stores/fileChain.ts", ".sort((a, b) => a - b)", ".sort((a, b) => b - a)"),
    test: test("stores/fileOrders.test.ts", "it removes, and a third reads nothing that is older than what was there")
  },
  {
    name: "a file that is not on the disk when its name is",
    ...inCore("internal/stores/fileChain.ts", "    yield* draft.file.sync\n", ""),
    test: test("stores/file.test.ts", "the file before its name, and its name before the answer")
  },
  {
    name: "a fleet without its store that spends the whole budget",
    ...inCore("RequestBudget.ts", "own.take(request))", "Effect.void)"),
    test: test("shared.test.ts", "leaves each process its part of the budget")
  },
  {
    name: "a fleet's window that forgets half of itself",
    ...inCore("internal/stores/admissions.ts", "instant > now - length)", "instant > now - length / 2)"),
    test: test("budget.test.ts", "of a fleet slides as one: 45 in any 61 s, five of them for the application")
  },
  {
    name: "no place kept for the application",
    ...inCore("Limits.ts", "Math.floor(limit / 9)", "0"),
    test: test("budget.test.ts", "of one process slides: 45 in any 61 s, five of them for the application")
  },
  {
    name: "a process that forgets what it sent while the store was there",
    ...inCore("RequestBudget.ts", "      yield* own.count(request)\n", ""),
    test: test("budget.test.ts", "without its store is a part for each process, in which what it sent before counts")
  },
  {
    name: "a window of Redis with room for one more",
    ...inCore("internal/stores/redisScripts.ts", "if count < limit then", "if count <= limit then"),
    test: test("stores/redis.test.ts", "Redis: the contract of a token store of twenty racers as many pass as the limit")
  },
  {
    name: "a window of SQL with room for one more",
    ...inCore("internal/stores/sqlStatements.ts", "${counts}) < ${int(limit)}", "${counts}) <= ${int(limit)}"),
    test: test("stores/sqlite.test.ts", "of twenty racers as many pass as the limit")
  },
  {
    name: "a Volatile store that is taken as it is",
    ...inCore("internal/userGrant.ts", "durability !== \"Volatile\" ||", "durability !== undefined ||"),
    test: test("sessions.test.ts", "is refused at the layer's build, with the reason and the ways out")
  },
  {
    name: "sessions that end with the store's connection",
    ...inCore("internal/sessions.ts", "known === undefined ? find(key)", "true ? find(key)"),
    test: test("sessions.test.ts", "leaves the sessions that a process knows their access token's life, and refreshes nothing")
  },
  {
    name: "lost records taken for a log-out",
    ...inCore("internal/refresh.ts", "isLost ? \"StoreLost\" : \"NoGrant\"", "\"NoGrant\""),
    test: test("sessions.test.ts", "and has lost its records says so to who knew the session: StoreLost, and no refresh token is sent")
  },
  {
    name: "a claim whose answer was lost, kept",
    ...inCore("internal/refresh.ts", ".pipe(Effect.onError(() => giveUp(holder, Option.none())))", ""),
    test: test("sessions.test.ts", "is given up where its answer was lost: no doubt, and the session lives")
  },
  {
    name: "a claim that dies with its process before it sends",
    ...inCore("internal/refresh.ts", ".pipe(Effect.onError(() => abandon))", ".pipe(Effect.tapError(() => abandon))"),
    test: test("sessions.test.ts", "is given up when the process ends before it sends")
  },
  {
    name: "a refresh claim that is taken over",
    ...inCore("internal/refresh.ts", "takeover: mayReplay(record) ? \"AfterTtl\" : \"Never\"", "takeover: \"AfterTtl\""),
    test: test("interleavings.test.ts", "any interleaving of up to four processes: each refresh token is sent once, each version has one successor")
  },
  {
    name: "a rotation that does not wait for the requests in flight",
    ...inCore("internal/rotation.ts", "() => drain.pipe(", "() => Effect.void.pipe("),
    test: test("rotation.test.ts", "waits for the requests in flight, and holds the new ones until it is done")
  },
  {
    name: "a key that stays parked under a new secret",
    ...inCore("internal/tokenHolder.ts", "(!state.block.isParked || state.block.revision === revision())", "true"),
    test: test("rotation.test.ts", "a client that was refused is tried again at once: the old secret was worthless before anyone said so")
  },
  {
    name: "a rotation that takes another application's credentials",
    ...inCore("internal/rotation.ts", "next.clientId === current.clientId", "next.clientId !== undefined"),
    test: test("rotation.test.ts", "where the next secret cannot be had, or is another application's, everything goes on as it was")
  },
  {
    name: "a record sealed anew for nobody",
    ...inCore("TokenSeal.ts", "Option.some(yield* encrypt(plaintext, ctx))", "Option.some(yield* encrypt(plaintext, \"\"))"),
    test: test("keyRotation.test.ts", "a second run has nothing to do")
  },
  {
    name: "a record that is younger for being sealed anew",
    ...inCore("internal/stores/record.ts", "? [true, { ...record, sealed: options.sealed }]", "? [true, { ...record, sealed: options.sealed, writtenAt: Infinity }]"),
    test: test("keyRotation.test.ts", "an idle session is sealed anew as it is: not younger, and in the hands of who has claimed it")
  },
  {
    name: "a newer record taken for one of ours",
    ...inCore("internal/sessionRecord.ts", "s > upgrades.length + 1", "s > 1_000"),
    test: test("upgrade.test.ts", "reads a new version everywhere before anyone writes it: every session lives through it")
  },
  {
    name: "a time limit that counts while the process stands still",
    ...inCore("internal/transport.ts", "rang - start > Time.millis(timeout) + stoodStill", "rang < start"),
    test: test("ClientCredentials.test.ts", "a process that stood still reads the answer that came meanwhile")
  },
  {
    name: "a request on a connection that is gone",
    ...inCore("internal/transport.ts", "now - since > stoodStill ?", "now < since ?"),
    test: test("sessions.test.ts", "a process that stood still after its claim lets its connections be noticed before it sends")
  },
  {
    name: "a silent store that holds everybody up",
    ...inCore("internal/absence.ts", "        if (at === undefined) {", "        if (at !== Infinity) {"),
    test: test("sessions.test.ts", "a store that is away and silent holds up only who finds it so; then it is asked once a second, and nobody waits for that")
  },
  {
    name: "a store that is asked by all at once when it may be back",
    ...inCore("internal/absence.ts", "      lookAt = Infinity\n", ""),
    test: test("sessions.test.ts", "a store that is away and silent holds up only who finds it so; then it is asked once a second, and nobody waits for that")
  },
  {
    name: "SQLite that waits for nobody",
    ...inCore("TokenStore/Sql.ts", "busy_timeout = 1000", "busy_timeout = 0"),
    test: test("stores/sqlite.test.ts", "SQLite waits while another process writes")
  },
  {
    name: "a checker that takes a double for granted",
    file: "packages/core/test/chaos/checker.ts",
    find: "filter((times) => times > 1)",
    replace: "filter((times) => times > 2)",
    test: test("chaos/checker.test.ts", "finds a refresh token that was seen twice")
  }
]
