/**
 * Up to four processes refresh one session in any order of their steps: each store operation and each request waits at a
 * gate until a command lets it pass, loses its answer, or kills the process that waits. A failure prints the seed and the
 * path that replay it.
 */
import { type AuthorizationCode, OAuthError, type RetryPolicy, TokenSeal, TokenStore } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientError from "@effect/platform/HttpClientError"
import { assert, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FastCheck from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Runtime from "effect/Runtime"
import * as Schedule from "effect/Schedule"
import * as Scope from "effect/Scope"
import * as TestClock from "effect/TestClock"
import * as TestServices from "effect/TestServices"
import { loginAt, replica, tokenAt } from "./replicas.js"
import { refreshes } from "./u2m.js"

/** What a command decides of the step that waits. */
type Fate = "pass" | "lose"

interface Gate {
  readonly what: string
  readonly fate: Deferred.Deferred<Fate>
}

interface Actor {
  readonly gates: Array<Gate>
  readonly grant: AuthorizationCode.Service
  caller: Fiber.RuntimeFiber<string, unknown> | undefined
}

/** What the store was seen to do, in real-time order. */
interface Seen {
  readonly claims: Map<number, Set<string>>
  readonly commits: Map<number, Set<string>>
  readonly versions: Array<number>
}

const lost = new OAuthError.TokenStoreError({ reason: "Timeout", operation: "lost" })

const waitAt = (gates: Array<Gate>, what: string): Effect.Effect<Fate> =>
  Effect.flatMap(Deferred.make<Fate>(), (fate) => {
    gates.push({ what, fate })
    return Deferred.await(fate)
  })

/** The operation waits for its turn, is done, and its answer arrives or does not. */
const gated = <A>(gates: Array<Gate>, what: string, operation: Effect.Effect<A, OAuthError.TokenStoreError>) =>
  Effect.flatMap(waitAt(gates, what), (fate) => Effect.flatMap(operation, (answer) => fate === "pass" ? Effect.succeed(answer) : lost))

const add = (map: Map<number, Set<string>>, version: number, holder: string): void =>
  void map.set(version, (map.get(version) ?? new Set()).add(holder))

const gatedStore = (store: TokenStore.Service, gates: Array<Gate>, seen: Seen): TokenStore.Service => ({
  ...store,
  durability: "Durable",
  read: (key) => gated(gates, "read", store.read(key)),
  claim: (key, options) =>
    gated(gates, "claim", Effect.tap(store.claim(key, options), (claim) =>
      Effect.sync(() => claim._tag === "Claimed" ? add(seen.claims, options.version, options.holder) : undefined))),
  commit: (key, options) =>
    gated(gates, "commit", Effect.tap(store.commit(key, options), (commit) =>
      Effect.sync(() => {
        if (commit._tag === "Fenced") return
        if (!seen.commits.get(options.version)?.has(options.holder)) seen.versions.push(commit.version)
        add(seen.commits, options.version, options.holder)
      }))),
  abort: (key, options) =>
    gated(gates, "abort", Effect.tap(store.abort(key, options), () =>
      Effect.sync(() => {
        for (const holders of seen.claims.values()) holders.delete(options.holder)
      })))
})

const gatedClient = (client: HttpClient.HttpClient, gates: Array<Gate>): HttpClient.HttpClient =>
  HttpClient.transform(client, (send, request) =>
    Effect.flatMap(waitAt(gates, "send"), (fate) =>
      Effect.flatMap(send, (response) =>
        fate === "pass"
          ? Effect.succeed(response)
          : new HttpClientError.RequestError({ request, reason: "Transport", cause: Object.assign(new Error("lost"), { code: "ECONNRESET" }) }))))

const once: RetryPolicy.RetryPolicy = { schedule: Schedule.recurs(0), maxWait: "1 second", totalLimit: "1 second" }

const makeActor = (store: TokenStore.Service, seen: Seen) =>
  Effect.gen(function*() {
    const gates: Array<Gate> = []
    const client = yield* HttpClient.HttpClient
    const grant = yield* replica({ store: gatedStore(store, gates, seen) }, { retry: once, replay: "Never" }).pipe(
      Effect.provideService(HttpClient.HttpClient, gatedClient(client, gates))
    )
    const actor: Actor = { gates, grant, caller: undefined }
    return actor
  })

/** Ends may be these; anything else is a fault. */
const isAllowed = (error: unknown): boolean => {
  const { _tag } = error as { readonly _tag: string }
  return ["RefreshInDoubt", "ReauthorizationRequired", "TokenStoreError", "TransportError"].includes(_tag)
}

interface World {
  readonly id: string
  readonly seen: Seen
  readonly actors: Array<Actor>
  readonly replace: Effect.Effect<Actor>
  readonly run: <A>(effect: Effect.Effect<A, unknown, Emulator.Emulator>) => Promise<A>
}

/** Real time for what is not Effect's (hashes, seals), until nobody gets any further by themselves. */
const settle = ({ actors }: World): Effect.Effect<void> => {
  const look = () => actors.map(({ caller, gates }) => `${gates.length}${caller?.unsafePoll() == null}`).join()
  const quiet = (before: string, left: number): Effect.Effect<void> =>
    left === 0 ? Effect.void : Effect.flatMap(TestServices.provideLive(Effect.sleep(1)), () => {
      const now = look()
      return quiet(now, now === before ? left - 1 : 3)
    })
  return quiet(look(), 3)
}

const verify = ({ actors, seen }: World) =>
  Effect.gen(function*() {
    const sent = (yield* refreshes).map(({ body }) => new URLSearchParams(body).get("refresh_token"))
    assert.strictEqual(new Set(sent).size, sent.length, "a refresh token is sent once")
    for (const [version, holders] of seen.claims) assert.isAtMost(holders.size, 1, `version ${version} has one claim that was not aborted`)
    for (const [version, holders] of seen.commits) assert.isAtMost(holders.size, 1, `version ${version} has one successor`)
    assert.deepStrictEqual(seen.versions, [...seen.versions].sort((a, b) => a - b), "versions are committed in their order")
    for (const actor of actors) {
      const exit = actor.caller?.unsafePoll()
      if (exit == null) continue
      if (Exit.isFailure(exit)) assert.isTrue(exit.cause._tag === "Fail" && isAllowed(exit.cause.error), String(exit.cause))
      actor.caller = undefined
    }
  })

/** Nothing is modelled but who there is: what must hold is held against what was seen. */
type Model = Record<string, never>
type Command = FastCheck.AsyncCommand<Model, World>

const command = (name: string, act: (world: World) => Effect.Effect<unknown, unknown, Emulator.Emulator>): Command => ({
  check: () => true,
  run: (_model, world) => world.run(Effect.zipRight(act(world), Effect.zipRight(settle(world), verify(world)))),
  toString: () => name
})

const ask = (index: number) =>
  command(`ask(${index})`, ({ actors, id }) => {
    const actor = actors[index]!
    return actor.caller !== undefined ? Effect.void : Effect.map(Effect.forkDaemon(tokenAt(actor.grant, id)), (caller) => {
      actor.caller = caller
    })
  })

const release = ({ gates }: Actor, fate: Fate): Effect.Effect<unknown> => {
  const gate = gates.shift()
  return gate === undefined ? Effect.void : Deferred.succeed(gate.fate, fate)
}

/** So many steps of one process, before another has its turn. */
const steps = (index: number, count: number) =>
  command(`pass(${index}, ${count})`, (world) =>
    Effect.forEach(Array.from({ length: count }), () => Effect.zipRight(release(world.actors[index]!, "pass"), settle(world))))

const loseAnswer = (index: number) => command(`lose(${index})`, ({ actors }) => release(actors[index]!, "lose"))

/** As kill -9: what it was about to do is never done, and another process takes its place. */
const kill = (index: number) =>
  command(`kill(${index})`, ({ actors, replace }) => Effect.map(replace, (actor) => {
    actors[index] = actor
  }))

const pass = (millis: number) => command(`wait(${millis})`, () => TestClock.adjust(millis))

const actorIndex = FastCheck.integer({ min: 0, max: 3 })

const commands = FastCheck.commands<Model, World, false>([
  actorIndex.map(ask),
  FastCheck.tuple(actorIndex, FastCheck.integer({ min: 1, max: 6 })).map(([index, count]) => steps(index, count)),
  FastCheck.tuple(actorIndex, FastCheck.integer({ min: 1, max: 6 })).map(([index, count]) => steps(index, count)),
  FastCheck.oneof({ arbitrary: actorIndex.map(loseAnswer), weight: 2 }, { arbitrary: actorIndex.map(kill), weight: 1 }),
  FastCheck.constantFrom(100, 10_000, 45_000, 3_660_000).map(pass)
] as ReadonlyArray<FastCheck.Arbitrary<Command>> as never, { maxCommands: 60, size: "max" })

const world = Effect.gen(function*() {
  const runtime = yield* Effect.runtime<Emulator.Emulator>()
  const scope = yield* Scope.make()
  const store = yield* Effect.provide(TokenStore.TokenStore, Layer.fresh(TokenStore.layerMemory))
  const seen: Seen = { claims: new Map(), commits: new Map(), versions: [] }
  const context = yield* Effect.context<Emulator.Emulator | HttpClient.HttpClient | TokenSeal.TokenSeal>()
  const replace = makeActor(store, seen).pipe(Effect.provide(context), Scope.extend(scope), Effect.orDie)
  const direct = yield* Scope.extend(replica({ store }), scope)
  const { id } = yield* loginAt(direct)
  yield* TestClock.adjust("61 minutes")
  const actors = yield* Effect.all([replace, replace, replace, replace])
  const made: World = { id, seen, actors: [...actors], replace, run: (effect) => Runtime.runPromise(runtime)(effect) }
  return made
})

it.effect("any interleaving of up to four processes: each refresh token is sent once, each version has one successor", () =>
  Effect.gen(function*() {
    const layer = Layer.mergeAll(
      Emulator.layer({ requestsPerMinute: 0, rotateRefreshTokens: true }),
      TokenSeal.layerEphemeral,
      Logger.remove(Logger.defaultLogger)
    )
    const runtime = yield* Effect.runtime<never>()
    let refreshed = 0
    const property = FastCheck.asyncProperty(commands, (sequence) =>
      Runtime.runPromise(runtime)(
        Effect.gen(function*() {
          const real = yield* world
          yield* Effect.promise(() => FastCheck.asyncModelRun(() => ({ model: {}, real }), sequence))
          refreshed += real.seen.versions.length
        }).pipe(Effect.provide(layer))
      ))
    const details = yield* Effect.promise(async () => FastCheck.check(property, { numRuns: 60 }))
    assert.isFalse(details.failed, FastCheck.defaultReportMessage(details))
    assert.isAbove(refreshed, 10, "the interleavings bring refreshes about")
  }), 120_000)
