/** Runs a fleet, and does to it what may happen to one: it is killed, stopped, cut off from its store. */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FiberRef from "effect/FiberRef"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Schedule from "effect/Schedule"
import * as Scope from "effect/Scope"
import { Redis } from "ioredis"
import { type ChildProcess, spawn } from "node:child_process"
import { setTimeout as delay } from "node:timers/promises"
import { AuthorizationCode, Environment, TokenStore } from "@effect-orange/core"
import { browse } from "../sockets/oidcProvider.js"
import { type Proxy, proxyTo } from "../stores/proxy.js"
import type { Command, Deed, History, Point, Scheme, Seen, Step, Told, WorkerOptions } from "./journal.js"
import * as Settings from "./settings.js"
import { bundle } from "../bundle.js"
import { onLine } from "../fleet/programs.js"
import { isOnDisk, layerOf, type Place, placeOf, Seal, type StoreAt } from "../fleet/stores.js"

/**
 * What happens, one by one. `kill`: kill -9 of any process. `stop`: SIGSTOP for longer than a claim lasts.
 * `killInClaim` and `stopInClaim`: the same at a point inside a claim: before it sends, right before the request leaves,
 * or with the answer and before the commit. `drop`: the store's answers are lost for a second; `freeze`: it answers nothing
 * for 1.5 s; `cut`: its connections break, and it is away for a second; `restart`: it is stopped and started; `flush`: it
 * loses its records.
 */
export type Event = "kill" | "stop" | "killInClaim" | "stopInClaim" | "drop" | "freeze" | "cut" | "restart" | "flush"

export interface RunOptions {
  readonly store: StoreAt
  /** How long it goes on, in seconds. */
  readonly seconds: number
  /** How long at most, in seconds, where it has not seen enough: three times as long, if not given. */
  readonly limit?: number
  readonly hasSeenEnough?: (history: History) => boolean
  /** Whether the fleet runs on without events until every doubt has come to an end. */
  readonly settles?: boolean
  /** How often each event is drawn, against the others. */
  readonly events: Readonly<Partial<Record<Event, number>>>
  readonly scheme?: Scheme
  readonly workers?: number
  readonly users?: number
  /** How long a doubt may last, in milliseconds. */
  readonly maxDoubt?: number
  /** Stops and starts the store's server. */
  readonly restart?: () => void
}

const points: ReadonlyArray<Point> = ["claimed", "sending", "answered"]
/** Between two events. More than half of them kill: one every two seconds. */
const pause = 1_200

const below = (limit: number): number => Math.floor(Math.random() * limit)
const anyOf = <A>(items: ReadonlyArray<A>): A => items[below(items.length)]!

const drawn = (events: RunOptions["events"]): Event => {
  const tickets = Object.entries(events).flatMap(([event, weight]) => Array.from({ length: weight }, () => event as Event))
  return anyOf(tickets)
}

interface Worker {
  readonly number: number
  readonly child: ChildProcess
  /** Until when it is left alone; for ever while it is stopped. One that was stopped again at once was stopped twice as long. */
  restUntil: number
}

const rest = 6_000

/** The authorization server's process, and what it sees. */
const startServer = async (program: string, seen: Array<Seen>) => {
  const child = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] })
  const started = await new Promise<{ readonly environment: Environment.Options; readonly secret: string }>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the authorization server ended with ${code}`)))
    onLine(child, (line) => {
      const said = JSON.parse(line) as Seen | { readonly environment: Environment.Options; readonly secret: string }
      if ("environment" in said) resolve(said)
      else seen.push(said)
    })
  })
  return { child, environment: Environment.make(started.environment), secret: started.secret }
}

/** The store as the supervisor uses it: past the relay, and told which key a log-in wrote. */
const directStore = (place: Place, wrote: FiberRef.FiberRef<string>) =>
  Layer.effect(TokenStore.TokenStore, Effect.map(TokenStore.TokenStore, (service): TokenStore.Service => ({
    ...service,
    replace: (key, sealed, retain) => Effect.zipRight(FiberRef.set(wrote, key), service.replace(key, sealed, retain))
  }))).pipe(Layer.provide(layerOf(place, { timeout: Settings.storeTimeout, migrates: true })))

/** Redis comes back empty. */
const flush = async ({ name, url }: Place): Promise<void> => {
  const client = new Redis(url)
  const keys = await client.keys(`${name}*`)
  if (keys.length > 0) await client.del(...keys)
  client.disconnect()
}

const relayTo = ({ kind, url }: StoreAt): Effect.Effect<Proxy | undefined, never, Scope.Scope> =>
  isOnDisk(kind) ? Effect.succeed(undefined) : proxyTo(url)

export const run = async (options: RunOptions): Promise<History> => {
  const [workerProgram, serverProgram] = await Promise.all([bundle(new URL("worker.ts", import.meta.url)), bundle(new URL("server.ts", import.meta.url))])
  const [told, seen, deeds]: [Array<Told>, Array<Seen>, Array<Deed>] = [[], [], []]
  const maxDoubt = options.maxDoubt ?? Settings.maxDoubt
  const place = placeOf(options.store)
  const scope = await Effect.runPromise(Scope.make())
  const proxy = await Effect.runPromise(Scope.extend(relayTo(options.store), scope))
  const server = await startServer(serverProgram, seen)
  const wrote = FiberRef.unsafeMake("")
  const runtime = ManagedRuntime.make(
    AuthorizationCode.layer(Settings.grantOptions(server.environment, server.secret, maxDoubt)).pipe(
      Layer.provide([directStore(place, wrote), Seal, Settings.Budget, FetchHttpClient.layer])
    )
  )

  const users = Array.from({ length: options.users ?? 40 }, (_, i) => `user-${i}`)
  const epochs = new Map<string, number>()
  const busy = new Set<string>()
  const workers = new Map<number, Worker>()
  let processes = 0
  let isOver = false

  const did = (deed: Deed): void => void deeds.push(deed)

  const login = async (user: string): Promise<void> => {
    const epoch = (epochs.get(user) ?? 0) + 1
    const at = Date.now()
    const key = await runtime.runPromise(Effect.gen(function*() {
      const grant = yield* AuthorizationCode.AuthorizationCode
      const { transaction, url } = yield* grant.authorize({ scopes: ["openid", "offline_access"], prompt: "consent" })
      yield* grant.callback(yield* browse(url, { user }), { transaction, id: user })
      return yield* FiberRef.get(wrote)
      // A store that was just restarted may need a moment.
    }).pipe(Effect.retry(Schedule.intersect(Schedule.spaced("1 second"), Schedule.recurs(20)))))
    did({ t: "login", user, key, epoch, at })
    epochs.set(user, epoch)
  }

  const command = (worker: Worker, what: Command): void => {
    if (worker.child.exitCode === null && worker.child.signalCode === null) worker.child.stdin!.write(`${JSON.stringify(what)}\n`)
  }

  let failure: unknown
  /** Of what nobody waits for. A log-in that the end of the run cuts off is none. */
  const failed = (error: unknown): void => {
    if (!isOver) failure ??= error
  }

  /** A user who was lost logs in again at once. */
  const relogin = async (user: string, epoch: number): Promise<void> => {
    if (isOver || busy.has(user)) return
    if (epochs.get(user) === epoch) {
      busy.add(user)
      await login(user)
      busy.delete(user)
    }
    for (const worker of workers.values()) command(worker, { c: "user", user, epoch: epochs.get(user)! })
  }

  const kill = (worker: Worker): void => {
    if (!workers.delete(worker.number)) return
    did({ t: "kill", process: worker.number, at: Date.now() })
    worker.child.kill("SIGKILL")
    if (!isOver) start()
  }

  const wake = async (worker: Worker): Promise<void> => {
    await delay(Settings.longStop)
    did({ t: "continue", process: worker.number, at: Date.now() })
    worker.child.kill("SIGCONT")
    worker.restUntil = Date.now() + rest
  }

  /** One that stopped itself gets no second signal: it might come first, and leave its own for after it wakes. */
  const stopped = (worker: Worker): void => {
    worker.restUntil = Infinity
    did({ t: "stop", process: worker.number, at: Date.now() })
    void wake(worker)
  }

  const stop = (worker: Worker): void => {
    worker.child.kill("SIGSTOP")
    stopped(worker)
  }

  /** By the number of a process: what is to happen to it where it stops itself. */
  const planned = new Map<number, (worker: Worker) => void>()

  const heed = (worker: Worker, step: Step): void => {
    told.push({ ...step, at: Date.now(), process: worker.number })
    if (step.t === "lost") relogin(step.user, step.epoch).catch(failed)
    if (step.t === "stopping") (planned.get(worker.number) ?? stopped)(worker)
  }

  function start(): void {
    const number = processes++
    const given: WorkerOptions = {
      environment: server.environment,
      store: { ...place, ...(proxy === undefined ? {} : { url: proxy.url }) },
      users: [...epochs],
      // The processes of one machine have one clock, and a store in files goes by it.
      clockOffset: options.store.kind === "file" ? 0 : below(600_000) - 300_000,
      scheme: options.scheme ?? "claim"
    }
    const child = spawn(process.execPath, [workerProgram, JSON.stringify(given), server.secret, String(maxDoubt)], { stdio: ["pipe", "pipe", "inherit"] })
    // A process that is gone reads no more commands.
    child.stdin!.on("error", () => undefined)
    const worker: Worker = { number, child, restUntil: 0 }
    workers.set(number, worker)
    onLine(child, (line) => heed(worker, JSON.parse(line) as Step))
  }

  const running = (): ReadonlyArray<Worker> =>
    [...workers.values()].filter(({ restUntil }) => restUntil < Date.now())

  const inClaim = (then: (worker: Worker) => void): void => {
    const worker = anyOf(running())
    planned.set(worker.number, then)
    // Not before that: it would be stopped twice over.
    worker.restUntil = Infinity
    command(worker, { c: "stopAt", point: anyOf(points) })
  }

  const cutOff = async (what: string, begin: "loseAnswers" | "freeze" | "refuse", millis: number, end: "heal" | "thaw" | "accept"): Promise<void> => {
    if (proxy === undefined) return
    did({ t: "store", what, at: Date.now() })
    await Effect.runPromise(proxy[begin])
    await delay(millis)
    await Effect.runPromise(proxy[end])
  }

  const happen: Record<Event, () => unknown> = {
    kill: () => kill(anyOf([...workers.values()])),
    stop: () => stop(anyOf(running())),
    killInClaim: () => inClaim(kill),
    stopInClaim: () => inClaim(stopped),
    drop: () => cutOff("drop", "loseAnswers", 1_000, "heal"),
    freeze: () => cutOff("freeze", "freeze", 1_500, "thaw"),
    cut: () => cutOff("cut", "refuse", 1_000, "accept"),
    restart: () => {
      did({ t: "store", what: "restart", at: Date.now() })
      options.restart?.()
    },
    flush: async () => {
      did({ t: "store", what: "flush", at: Date.now() })
      await flush(place)
    }
  }

  // A stopped process does not notice that its supervisor is gone.
  const endAll = (): void => {
    for (const { child } of workers.values()) child.kill("SIGKILL")
    server.child.kill("SIGKILL")
  }
  process.once("exit", endAll)

  const finish = async (): Promise<void> => {
    isOver = true
    for (const worker of workers.values()) {
      worker.child.kill("SIGCONT")
      command(worker, { c: "end" })
    }
    await Promise.race([Promise.all([...workers.values()].map(({ child }) => new Promise((resolve) => child.once("close", resolve)))), delay(5_000)])
    endAll()
    process.off("exit", endAll)
    await runtime.dispose()
    await Effect.runPromise(Scope.close(scope, Exit.void))
  }

  try {
    for (let i = 0; i < users.length; i += 4) await Promise.all(users.slice(i, i + 4).map(login))
    for (let i = 0; i < (options.workers ?? 8); i++) start()
    while (told.filter(({ t }) => t === "ready").length < workers.size) await delay(50)
    const history: History = { told, seen, deeds }
    const begun = Date.now()
    const isEnough = (after: number): boolean =>
      after >= (options.limit ?? 3 * options.seconds) || (after >= options.seconds && (options.hasSeenEnough?.(history) ?? true))
    while (!isEnough((Date.now() - begun) / 1_000)) {
      await delay(pause)
      if (failure !== undefined) throw failure
      if (running().length > 1) await happen[drawn(options.events)]()
    }
    if (options.settles === true) await delay(Settings.settling)
    return history
  } finally {
    await finish()
  }
}
