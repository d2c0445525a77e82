import { Lru } from "./lru.js"

/** What to do about a token that an API has just rejected. */
export interface Verdict {
  /** Whether a renewal may help now. */
  readonly renew: boolean
  /** Whether nobody should be given the token any more. */
  readonly dead: boolean
}

interface ApiState {
  /** Generation of the token that this API accepted last. */
  accepted: number | undefined
  /** Milliseconds before a fresh token that this API has rejected is renewed again. */
  wait: number
  until: number
  /** Instants of the renewals in the past hour that this API asked for with tokens it had never accepted. */
  renewals: ReadonlyArray<number>
}

const firstWait = 30_000
const longestWait = 15 * 60_000
const hour = 3_600_000
/** With the token that was there at first: eight token requests an hour for a gateway that always says 401. */
const renewalsPerHour = 7
const throwAwayInterval = 60_000

/**
 * Which 401s are worth a renewal. A token that worked here and no longer does has died: renew. A fresh token that is
 * rejected will not be helped by a fresher one: once, then only after a back-off. A token that works elsewhere is thrown
 * away for one API's sake at most once a minute.
 */
export class Rejections {
  private readonly apis = new Lru<string, ApiState>(1_000)
  private acceptedAnywhere: number | undefined
  private thrownAwayAt = -Infinity

  private stateOf(api: string): ApiState {
    return this.apis.getOrMake(api, () => ({ accepted: undefined, wait: firstWait, until: -Infinity, renewals: [] }))
  }

  accepted(api: string, generation: number): void {
    const state = this.stateOf(api)
    if (state.accepted === generation) return
    state.accepted = generation
    this.acceptedAnywhere = generation
    this.reset(state)
  }

  private reset(state: ApiState): void {
    state.wait = firstWait
    state.until = -Infinity
    state.renewals = []
  }

  rejected(api: string, generation: number, now: number): Verdict {
    const state = this.stateOf(api)
    if (state.accepted === generation) {
      this.reset(state)
      return { renew: true, dead: true }
    }
    const recent = state.renewals.filter((at) => now - at < hour)
    if (now < state.until || recent.length >= renewalsPerHour) return { renew: false, dead: false }
    const worksElsewhere = this.acceptedAnywhere === generation
    if (worksElsewhere) {
      if (now - this.thrownAwayAt < throwAwayInterval) return { renew: false, dead: false }
      this.thrownAwayAt = now
    }
    state.until = now + state.wait
    state.wait = Math.min(2 * state.wait, longestWait)
    state.renewals = [...recent, now]
    return { renew: true, dead: !worksElsewhere }
  }
}
