/** What a token endpoint counts of a fleet that asks for tokens without end, where each way takes up to two seconds. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { IncomingMessage } from "node:http"
import { setTimeout as delay } from "node:timers/promises"
import { Limits } from "@effect-orange/core"
import { sendJson, serve } from "../sockets/support.js"
import { startAll, untilSaid } from "./programs.js"
import type { MemberOptions } from "./rateMember.js"
import { placeOf, type StoreAt } from "./stores.js"

/** The most instants that lie in any window of that length. */
export const mostWithin = (length: number, instants: ReadonlyArray<number>): number =>
  Math.max(0, ...instants.map((from) => instants.filter((instant) => instant >= from && instant < from + length).length))

export interface RateOptions {
  readonly store: StoreAt
  /** How many seconds, each of which takes so many milliseconds: 1000, or fewer to see a minute go by faster. */
  readonly seconds: number
  readonly second: number
}

/** What a client keeps to: ours, and one that takes Orange's 50 in a minute at its word. */
type ClientId = "ours" | "toTheBrim"

const limitsAt = (second: number): Readonly<Record<ClientId, Limits.Limit>> => ({
  ours: { limit: Limits.tokenRequests.limit, window: Duration.toSeconds(Limits.tokenRequests.window) * second },
  toTheBrim: { limit: 50, window: 60 * second }
})

export interface Counted {
  readonly requests: number
  /** In any sliding minute. */
  readonly most: number
}

const replicas = 8

/** By HTTP basic. */
const clientOf = ({ headers }: IncomingMessage): ClientId =>
  Buffer.from(headers.authorization!.split(" ")[1]!, "base64").toString().split(":")[0] as ClientId

/** Notes when each request reaches it. */
const endpoint = (arrivals: Readonly<Record<ClientId, Array<number>>>, second: number) => {
  const onItsWay = () => delay(Math.random() * 2 * second)
  return serve((request, response) => {
    void onItsWay().then(() => {
      arrivals[clientOf(request)].push(performance.now())
      return onItsWay()
    }).then(() => sendJson(response, 200, { access_token: crypto.randomUUID(), token_type: "Bearer", expires_in: 3600 }))
  })
}

export const rate = ({ second, seconds, store }: RateOptions): Effect.Effect<Readonly<Record<ClientId, Counted>>> =>
  Effect.gen(function*() {
    const arrivals = { ours: new Array<number>(), toTheBrim: new Array<number>() }
    const origin = yield* endpoint(arrivals, second)
    const options: MemberOptions = {
      environment: { name: "rate", baseUrl: origin, tokenUrl: `${origin}/token` },
      place: placeOf(store),
      limits: limitsAt(second),
      inTheAir: 8,
      replicas
    }
    const members = yield* startAll(replicas, new URL("rateMember.ts", import.meta.url), JSON.stringify(options))
    yield* untilSaid(members, "ready")
    for (const { child } of members) child.stdin!.write("go\n")
    yield* Effect.sleep(seconds * second)
    const counted = (instants: ReadonlyArray<number>): Counted => ({ requests: instants.length, most: mostWithin(60 * second, instants) })
    return { ours: counted(arrivals.ours), toTheBrim: counted(arrivals.toTheBrim) }
  }).pipe(Effect.scoped)

/** What must not be, and what would make a run prove nothing. */
export const problemsOf = ({ ours, toTheBrim }: Readonly<Record<ClientId, Counted>>): ReadonlyArray<string> => [
  ...(ours.most > 50 ? [`${ours.most} token requests reached the server in a minute`] : []),
  ...(ours.most <= 40 ? [`${ours.most} in a minute: the budget was not used`] : []),
  ...(toTheBrim.most <= 50 ? [`${toTheBrim.most} in a minute where our side allows 50: the server is not told apart from us`] : [])
]
