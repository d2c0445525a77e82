/**
 * `pnpm demo`: both of Orange's grants over real sockets, told line by line. The emulator plays Orange. Every number that
 * is told is checked: exit code 1 if one is not so.
 *
 * `pnpm demo --base-url https://api.orange.com` runs the 2-legged part against the real Orange, with ORANGE_CLIENT_ID and
 * ORANGE_CLIENT_SECRET, or ORANGE_AUTHORIZATION_HEADER, from the environment.
 */
import { Emulator } from "@effect-orange/emulator"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { parseArgs } from "node:util"
import * as Application from "./demo/application.js"
import { ledger } from "./demo/ledger.js"
import * as Login from "./demo/login.js"
import { makeNarrator, terminal } from "./demo/narrator.js"
import { real } from "./demo/real.js"
import type { Account, Act } from "./demo/stage.js"

const { values } = parseArgs({ options: { "base-url": { type: "string" } } })
const narrator = makeNarrator(terminal, Date.now())

/** Enough for every request of an act. */
const journalSize = 10_000

const acts = (play: ReadonlyArray<Act>, options: Emulator.ServerOptions) =>
  Effect.forEach(play, (act) => act(narrator)).pipe(Effect.provide(Emulator.layerServer({ journalSize, ...options })))

const emulated = Effect.gen(function*() {
  narrator.title("effect-orange over real sockets; the emulator plays Orange")
  const accounts: ReadonlyArray<Account> = [
    ...yield* acts([Application.storm], {}),
    ...yield* acts([Application.expiry], { tokenLifetime: Application.lifetime }),
    ...yield* acts([Application.revocation, Application.throttle, Application.sms], {}),
    ...yield* acts([Login.logIn], { tokenLifetime: Login.lifetime }),
    ...yield* acts([Application.wrongSecret], {})
  ]
  narrator.act("What was sent", "A naive client asks for a token before each call, and again after each refusal.")
  narrator.table(ledger(accounts))
})

const messageOf = (error: unknown): string => error instanceof Error ? error.message : String(error)

const baseUrl = values["base-url"]
const exit = await Effect.runPromiseExit(baseUrl === undefined ? emulated : real(narrator, baseUrl))
const broken = narrator.brokenClaims()
if (Exit.isFailure(exit)) console.error(messageOf(Cause.squash(exit.cause)))
else if (broken > 0) console.error(`${broken} of the claims above did not hold.`)
process.exitCode = Exit.isFailure(exit) || broken > 0 ? 1 : 0
