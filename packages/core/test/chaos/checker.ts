/** What a run's history proves: pure, so that a forged history can prove the checker. */
import type { Deed, History, Told } from "./journal.js"

/** A claim that a process had open when it was killed: the one thing that may cost a session. */
export interface OpenClaim {
  readonly process: number
  readonly key: string
  readonly holder: string
  readonly claimedAt: number
  readonly killedAt: number
  /** Whether its refresh token was on its way. */
  readonly sent: boolean
}

export interface Loss {
  readonly user: string
  readonly epoch: number
  readonly reason: string
  readonly at: number
  readonly explanation: "killed before sending" | "killed after sending" | "records lost" | undefined
}

export interface Verdict {
  readonly refreshes: number
  readonly kills: number
  readonly killsInClaim: number
  readonly stops: number
  readonly calls: number
  readonly doubts: number
  readonly failures: Readonly<Record<string, number>>
  readonly losses: ReadonlyArray<Loss>
  /** Refresh tokens that the server saw more than once. */
  readonly doubles: number
  readonly revokedFamilies: number
  /** What must never be, in words. Empty where all is well. */
  readonly violations: ReadonlyArray<string>
}

const closing = new Set<Told["t"]>(["refused", "committed", "fenced", "aborted"])

const isKill = (deed: Deed): deed is Extract<Deed, { t: "kill" }> => deed.t === "kill"

const openClaimsOf = ({ deeds, told }: History): ReadonlyArray<OpenClaim> =>
  deeds.filter(isKill).flatMap(({ at: killedAt, process }) => {
    const own = told.filter((step) => step.process === process)
    const closed = new Set(own.flatMap((step) => closing.has(step.t) && "holder" in step ? [step.holder] : []))
    const sent = new Set(own.flatMap((step) => step.t === "send" ? [step.holder] : []))
    return own.flatMap((step) =>
      step.t === "claim" && !closed.has(step.holder)
        ? [{ process, key: step.key, holder: step.holder, claimedAt: step.at, killedAt, sent: sent.has(step.holder) }]
        : [])
  })

const firstOf = <A>(items: ReadonlyArray<A>, keyOf: (item: A) => string): ReadonlyArray<A> => {
  const seen = new Set<string>()
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)).size > 0)
}

const explain = (
  lost: Extract<Told, { t: "lost" }>,
  history: History,
  open: ReadonlyArray<OpenClaim>
): Loss["explanation"] => {
  const { deeds } = history
  const login = deeds.find((deed) => deed.t === "login" && deed.user === lost.user && deed.epoch === lost.epoch)
  if (login === undefined || login.t !== "login") return undefined
  const wasFlushed = deeds.some((deed) => deed.t === "store" && deed.what === "flush" && login.at <= deed.at && deed.at <= lost.at)
  if (wasFlushed && (lost.reason === "StoreLost" || lost.reason === "NoGrant")) return "records lost"
  if (lost.reason !== "RefreshInDoubt") return undefined
  const cause = open.find(({ claimedAt, key, killedAt }) => key === login.key && login.at <= claimedAt && killedAt <= lost.at)
  if (cause === undefined) return undefined
  return cause.sent ? "killed after sending" : "killed before sending"
}

const lossesOf = (history: History, open: ReadonlyArray<OpenClaim>): ReadonlyArray<Loss> =>
  firstOf(history.told.filter((step) => step.t === "lost"), ({ epoch, user }) => `${user} ${epoch}`)
    .map((lost) => ({ user: lost.user, epoch: lost.epoch, reason: lost.reason, at: lost.at, explanation: explain(lost, history, open) }))

/** Errors that callers may meet under chaos: typed, and about the store or the wire. */
const isExpected = (error: string): boolean => /^(TokenStoreError (Unavailable|Timeout)|TransportError |ThrottledError)/.test(error)

/** How many there are of each name. */
export const countBy = <A>(items: ReadonlyArray<A>, keyOf: (item: A) => string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}

/** Versions from which two holders committed. */
const forksOf = (told: ReadonlyArray<Told>): ReadonlyArray<string> => {
  const successors = new Map<string, Set<string>>()
  for (const step of told) {
    if (step.t !== "committed") continue
    const from = `${step.key} ${step.version}`
    successors.set(from, (successors.get(from) ?? new Set()).add(step.holder))
  }
  return [...successors].flatMap(([from, holders]) => holders.size > 1 ? [from] : [])
}

export const check = (history: History): Verdict => {
  const { deeds, seen, told } = history
  const open = openClaimsOf(history)
  const losses = lossesOf(history, open)
  const refreshed = seen.filter((one) => one.t === "refresh")
  const doubles = Object.values(countBy(refreshed, ({ token }) => token)).filter((times) => times > 1).length
  const revokedFamilies = firstOf(seen.filter((one) => one.t === "revoked"), ({ grant }) => grant).length
  const bleeds = told.filter((step) => step.t === "call" && step.user !== step.sub)
  const unexplained = losses.filter(({ explanation }) => explanation === undefined)
  const failures = countBy(told.filter((step) => step.t === "failed"), ({ error }) => error)
  const unexpected = Object.keys(failures).filter((error) => !isExpected(error))
  const forks = forksOf(told)
  const violation = (times: number, what: string) => times === 0 ? [] : [`${times} ${what}`]
  return {
    refreshes: seen.filter((one) => one.t === "answered" && one.status === 200).length,
    kills: deeds.filter(isKill).length,
    killsInClaim: new Set(open.map(({ process }) => process)).size,
    stops: deeds.filter(({ t }) => t === "stop").length,
    calls: told.filter(({ t }) => t === "call").length,
    doubts: told.filter(({ t }) => t === "doubt").length,
    failures,
    losses,
    doubles,
    revokedFamilies,
    violations: [
      ...violation(doubles, "refresh tokens that the server saw twice"),
      ...violation(revokedFamilies, "families that the server revoked"),
      ...violation(bleeds.length, "calls with another user's token"),
      ...violation(forks.length, "versions with two successors"),
      ...unexplained.map(({ epoch, reason, user }) => `an unexplained loss: ${user}'s session ${epoch}, ${reason}`),
      ...unexpected.map((error) => `an unexpected error: ${error}`),
      ...told.flatMap((step) => step.t === "defect" ? [`a defect: ${step.message}`] : [])
    ]
  }
}

/** What a run must have seen, or it proves nothing. */
export interface Floor {
  readonly refreshes: number
  readonly kills: number
  readonly killsInClaim: number
}

export const shortfalls = (verdict: Verdict, floor: Floor): ReadonlyArray<string> =>
  (["refreshes", "kills", "killsInClaim"] as const).flatMap((name) =>
    verdict[name] < floor[name] ? [`${verdict[name]} ${name}, which is below ${floor[name]}: the run proves nothing`] : [])

/** What was told of a session since its log-in, a line a step: where to look when a loss has no explanation. */
export const traceOf = ({ deeds, told }: History, { at, epoch, user }: Loss): ReadonlyArray<string> => {
  const login = deeds.find((deed) => deed.t === "login" && deed.user === user && deed.epoch === epoch)
  if (login === undefined || login.t !== "login") return [`${user} never logged in`]
  const refused = new Set(told.flatMap((step) => step.t === "refused" ? [step.holder] : []))
  const holders = new Set(told.flatMap((step) => step.t === "claim" && step.key === login.key && !refused.has(step.holder) ? [step.holder] : []))
  const processes = new Set(told.flatMap((step) => "holder" in step && holders.has(step.holder) ? [step.process] : []))
  const steps = told.flatMap((step) =>
    step.at >= login.at && step.at <= at && (("holder" in step && holders.has(step.holder)) || (step.t === "lost" && step.user === user && step.epoch === epoch))
      ? [{ at: step.at, line: `process ${step.process}: ${step.t}${"holder" in step ? ` ${step.holder.slice(0, 6)}` : ""}` }]
      : [])
  const done = deeds.flatMap((deed) =>
    deed.at >= login.at && deed.at <= at && (deed.t === "store" || ("process" in deed && processes.has(deed.process)))
      ? [{ at: deed.at, line: "process" in deed ? `${deed.t} process ${deed.process}` : `${deed.t} ${"what" in deed ? deed.what : ""}` }]
      : [])
  return [...steps, ...done].sort((a, b) => a.at - b.at).map(({ at, line }) => `${at - login.at} ms: ${line}`)
}
