/** One process of a fleet under chaos. It tells each step on stdout before it takes it, and keeps nothing back. */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient"
import * as Cause from "effect/Cause"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as FiberRef from "effect/FiberRef"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schedule from "effect/Schedule"
import { writeSync } from "node:fs"
import * as Readline from "node:readline"
import { AuthorizationCode, Environment, TokenStore } from "@effect-orange/core"
import { clockThatReads, realClock } from "../clocks.js"
import { outline } from "../sockets/support.js"
import type { Command, Point, Step, WorkerOptions } from "./journal.js"
import * as Settings from "./settings.js"
import { layerOf, Seal } from "../fleet/stores.js"

const [text = "", secret = "", maxDoubt = ""] = process.argv.slice(2)
const options = JSON.parse(text) as WorkerOptions
const environment = Environment.make(options.environment as Environment.Options)

/** Whole, or not at all: a kill after it cannot take it back. */
const tell = (step: Step): void => {
  const line = Buffer.from(`${JSON.stringify(step)}\n`)
  for (let sent = 0; sent < line.length;) {
    try {
      sent += writeSync(1, line, sent)
    } catch (error) {
      // The pipe is full: the supervisor will read.
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error
    }
  }
}
const telling = (step: Step) => Effect.sync(() => tell(step))

let stopAt: Point | undefined

/** Where the supervisor asked for it, the process stops itself; it wakes up when the supervisor says so, or is killed. */
const point = (name: Point, holder: string) =>
  Effect.sync(() => {
    if (stopAt !== name) return
    stopAt = undefined
    tell({ t: "stopping", point: name, holder })
    process.kill(process.pid, "SIGSTOP")
  })

/** Whose claim the running fiber works under. */
const currentHolder = FiberRef.unsafeMake("")

const isSession = (key: string) => key.startsWith("session:")

/** Schemes that must be found out: each lets a second process send what a first one may have sent. */
const weaken = (store: TokenStore.Service): TokenStore.Service => {
  if (options.scheme === "claim") return store
  const brief = Duration.seconds(1)
  return {
    ...store,
    claim: (key, asked) => store.claim(key, { ...asked, ttl: brief, takeover: "AfterTtl" }),
    ...(options.scheme === "lock"
      // The owner of a lock writes what it has, whoever holds the lock by now.
      ? { commit: (key, { retain, sealed }) => Effect.map(store.replace(key, sealed, retain), (version) => ({ _tag: "Committed" as const, version })) }
      : {})
  }
}

const journaled = (store: TokenStore.Service): TokenStore.Service => ({
  ...store,
  claim: (key, asked) =>
    !isSession(key) ? store.claim(key, asked) : Effect.gen(function*() {
      const { holder, version } = asked
      yield* telling({ t: "claim", key, version, holder })
      const claim = yield* store.claim(key, asked)
      yield* telling({ t: claim._tag === "Claimed" ? "claimed" : "refused", key, holder })
      if (claim._tag === "Claimed") {
        yield* FiberRef.set(currentHolder, holder)
        yield* point("claimed", holder)
      }
      return claim
    }),
  commit: (key, asked) =>
    Effect.gen(function*() {
      const { holder, version } = asked
      yield* telling({ t: "commit", key, holder })
      const commit = yield* store.commit(key, asked)
      yield* telling(commit._tag === "Committed" ? { t: "committed", key, holder, version, next: commit.version } : { t: "fenced", key, holder })
      return commit
    }),
  abort: (key, asked) => Effect.tap(store.abort(key, asked), () => telling({ t: "aborted", key, holder: asked.holder }))
})

/** A process may start while its database is away. */
const PatientStore = Layer.retry(layerOf(options.store, { timeout: Settings.storeTimeout, migrates: false }), Schedule.spaced("100 millis"))

const JournaledStore = Layer.effect(TokenStore.TokenStore, Effect.map(TokenStore.TokenStore, (store) => journaled(weaken(store)))).pipe(
  Layer.provide(PatientStore)
)

const JournaledClient = Layer.effect(
  HttpClient.HttpClient,
  Effect.map(HttpClient.HttpClient, HttpClient.transform((send, request) =>
    request.url !== environment.userTokenUrl ? send : Effect.gen(function*() {
      const holder = yield* FiberRef.get(currentHolder)
      yield* telling({ t: "send", holder })
      yield* point("sending", holder)
      const response = yield* send
      yield* telling({ t: "answer", holder, status: response.status })
      yield* point("answered", holder)
      return response
    })))
).pipe(Layer.provide(NodeHttpClient.layer)) // It keeps no connection: one that was stopped while it sends still sends.

const Grant = AuthorizationCode.layer(Settings.grantOptions(environment, secret, Number(maxDoubt))).pipe(
  Layer.provide([JournaledStore, JournaledClient, Seal, Settings.Budget])
)

/** The log-in that a user is in; absent while a new one is made. */
const epochs = new Map(options.users)

const subjectOf = (accessToken: Redacted.Redacted<string>) =>
  Effect.flatMap(HttpClient.HttpClient, (client) =>
    HttpClientRequest.get(environment.userinfoUrl!).pipe(HttpClientRequest.bearerToken(accessToken), client.execute)).pipe(
      Effect.flatMap((response) => response.status === 200 ? response.json : Effect.succeed(undefined)),
      Effect.map((claims) => (claims as { readonly sub?: string } | undefined)?.sub),
      Effect.scoped,
      Effect.orElseSucceed(() => undefined)
    )

/** A call as a service makes it: the caller waits for a second, and asks userinfo now and then who the token is of. */
const call = (user: string, asksWho: boolean) =>
  Effect.gen(function*() {
    const epoch = epochs.get(user)
    if (epoch === undefined) return
    const grant = yield* AuthorizationCode.AuthorizationCode
    yield* grant.session(user).pipe(
      Effect.flatMap((source) => source.token),
      Effect.timeoutOption("1 second"),
      Effect.flatMap(Option.match({
        onNone: () => Effect.void,
        onSome: ({ value }) =>
          asksWho
            ? Effect.flatMap(subjectOf(value), (sub) => sub === undefined ? Effect.void : telling({ t: "call", user, sub }))
            : Effect.void
      })),
      Effect.catchTags({
        ReauthorizationRequired: ({ reason }) =>
          Effect.sync(() => {
            // A newer log-in may have come while this call was on its way.
            if (epochs.get(user) !== epoch) return
            epochs.delete(user)
            tell({ t: "lost", user, epoch, reason })
          }),
        RefreshInDoubt: () => telling({ t: "doubt", user })
      }),
      Effect.catchAll((error) => telling({ t: "failed", user, error: outline(error) }))
    )
  })

const below = (limit: number) => Math.floor(Math.random() * limit)

const caller = Effect.forever(Effect.suspend(() => {
  const [user] = options.users[below(options.users.length)]!
  return Effect.delay(call(user, below(6) === 0), below(500))
}))

/** The wall clock of a machine that nobody has set. */
const offsetClock = clockThatReads({
  millis: () => realClock.unsafeCurrentTimeMillis() + options.clockOffset,
  nanos: () => realClock.unsafeCurrentTimeNanos()
})

const obey = (command: Command): void => {
  switch (command.c) {
    case "user":
      return void epochs.set(command.user, command.epoch)
    case "stopAt":
      stopAt = command.point
      return
    case "end":
      process.exit(0)
  }
}

Readline.createInterface({ input: process.stdin }).on("line", (line) => obey(JSON.parse(line) as Command)).on("close", () => process.exit(0))

const program = Effect.zipRight(
  telling({ t: "ready" }),
  Effect.all(Array.from({ length: 4 }, () => caller), { concurrency: "unbounded", discard: true })
).pipe(
  Effect.provide(Layer.merge(Grant, NodeHttpClient.layerUndici)),
  Effect.withClock(offsetClock),
  Effect.provide(Logger.remove(Logger.defaultLogger)),
  Effect.catchAllCause((cause) => telling({ t: "defect", message: Cause.pretty(cause) }))
)

await Effect.runPromise(program)
