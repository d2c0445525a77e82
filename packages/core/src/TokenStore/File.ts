/**
 * Sessions in files of one machine, shared by its processes: for command lines and small services that run no database.
 * Needs nothing but a directory on a local disk.
 *
 * @since 0.1.0
 */
import type { PlatformError } from "@effect/platform/Error"
import type * as FileSystem from "@effect/platform/FileSystem"
import type * as Path from "@effect/platform/Path"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as PubSub from "effect/PubSub"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import type { ConfigurationError } from "../ConfigurationError.js"
import * as Chain from "../internal/stores/fileChain.js"
import * as Directory from "../internal/stores/fileDirectory.js"
import * as Shard from "../internal/stores/fileShard.js"
import { wholeMillis } from "../internal/stores/millis.js"
import * as Record from "../internal/stores/record.js"
import { TokenStoreError } from "../OAuthError.js"
import { type Key, type Service, TokenStore } from "../TokenStore.js"

/**
 * Where the files are.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Options } from "@effect-orange/core/TokenStore/File"
 *
 * const options: Options = { directory: "/var/lib/shop/orange-tokens", timeout: "10 seconds" }
 * ```
 */
export interface Options {
  /**
   * A directory of the store's own, on a local disk. It is made, for this user alone, where it is missing; the directory
   * above it must be there. Two applications need two.
   */
  readonly directory: string
  /** How long an operation may take before it fails with `Timeout`. Five seconds if left out. */
  readonly timeout?: Duration.DurationInput
}

interface Change {
  readonly key: Key
  readonly version: number
}

interface Context {
  readonly folders: ReadonlyMap<string, Chain.Folder>
  /** One writer of this process at a time for each folder: more would only overtake one another. */
  readonly turns: ReadonlyMap<string, Effect.Semaphore>
  readonly hub: PubSub.PubSub<Change>
  readonly timeout: Duration.Duration
}

/** Nothing of the platform's error is kept, as it tells paths. */
const attempt = <A>(
  { timeout }: Context,
  operation: string,
  effect: Effect.Effect<A, PlatformError | TokenStoreError>
): Effect.Effect<A, TokenStoreError> =>
  effect.pipe(
    Effect.mapError((error) => error._tag === "TokenStoreError" ? error : new TokenStoreError({ reason: "Unavailable", operation })),
    Effect.disconnect,
    Effect.timeoutFail({ duration: timeout, onTimeout: () => new TokenStoreError({ reason: "Timeout", operation }) })
  )

const look = (folder: Chain.Folder, operation: string): Effect.Effect<Shard.Shard, PlatformError | TokenStoreError> =>
  Effect.flatMap(Chain.latest(folder), ({ text }) => Shard.decode(operation, text))

const read = (context: Context): Service["read"] => (key) =>
  attempt(context, "read", Effect.gen(function*() {
    const folder = context.folders.get(yield* Shard.nameOf(key))!
    return yield* Shard.entryOf(yield* look(folder, "read"), key)
  }))

/** Changes a shard; the same one means no change. */
const change = <A>(
  context: Context,
  operation: string,
  name: string,
  f: (shard: Shard.Shard) => Effect.Effect<{ readonly answer: A; readonly shard: Shard.Shard }>
): Effect.Effect<A, PlatformError | TokenStoreError> =>
  context.turns.get(name)!.withPermits(1)(Chain.update(context.folders.get(name)!, (text) =>
    Effect.gen(function*() {
      const before = yield* Shard.decode(operation, text)
      const { answer, shard } = yield* f(before)
      return { answer, text: shard === before ? undefined : Shard.encode(shard) }
    })))

const perform = <A>(context: Context, operation: string, key: Key, step: Record.Step<A>): Effect.Effect<A, TokenStoreError> =>
  attempt(context, operation, Effect.gen(function*() {
    const name = yield* Shard.nameOf(key)
    const { answer, version } = yield* change(context, operation, name, (shard) =>
      Effect.map(Shard.apply(shard, key, step), ({ answer, shard, version }) => ({ answer: { answer, version }, shard })))
    if (version !== undefined) yield* PubSub.publish(context.hub, { key, version })
    return answer
  }))

const claim = (context: Context): Service["claim"] => (key, options) =>
  perform(context, "claim", key, Record.claim({ ...options, ttl: whole(options.ttl) }))

const commit = (context: Context): Service["commit"] => (key, options) =>
  perform(context, "commit", key, Record.commit({ ...options, retain: whole(options.retain) }))

const abort = (context: Context): Service["abort"] => (key, options) => perform(context, "abort", key, Record.abort(options))

const replace = (context: Context): Service["replace"] => (key, sealed, retain) =>
  perform(context, "replace", key, Record.replace(sealed, whole(retain)))

const reseal = (context: Context): Service["reseal"] => (key, options) => perform(context, "reseal", key, Record.reseal(options))

const admit = (context: Context): Service["admit"] => (key, { limit, window }) =>
  attempt(context, "admit", Effect.flatMap(Shard.nameOf(key), (name) =>
    change(context, "admit", name, (shard) => Shard.admit(shard, key, { limit, length: wholeMillis(window) }))))

/** JSON has no infinity. */
const whole = (duration: Duration.Duration): Duration.Duration => Duration.millis(wholeMillis(duration))

const keys = (context: Context): Service["keys"] => (prefix) =>
  Stream.fromIterable(context.folders.values()).pipe(
    Stream.mapEffect((folder) => attempt(context, "keys", Effect.flatMap(look(folder, "keys"), (shard) => Shard.keysOf(shard, prefix))), {
      concurrency: 4
    }),
    Stream.flatMap(Stream.fromIterable)
  )

const purge = (context: Context, name: string) =>
  change(context, "sweep", name, (shard) => Effect.map(Shard.purged(shard), (shard) => ({ answer: undefined, shard })))

const sweep = (context: Context, name: string): Effect.Effect<void, PlatformError | TokenStoreError> =>
  Effect.gen(function*() {
    const folder = context.folders.get(name)!
    const shard = yield* look(folder, "sweep")
    if ((yield* Shard.purged(shard)) !== shard) yield* purge(context, name)
    yield* context.turns.get(name)!.withPermits(1)(Chain.sweep(folder))
  })

const sweepAll = (context: Context) =>
  Effect.forEach(context.folders.keys(), (name) => Effect.ignore(attempt(context, "sweep", sweep(context, name))), { discard: true })

/** Each process that lives so long does it; a failure is left to the next time. */
const sweepForever = (context: Context) => Effect.repeat(Effect.delay(sweepAll(context), "1 minute"), Schedule.spaced("10 minutes"))

/**
 * Sessions in a directory, for the processes of one user on one machine. Each operation is one compare-and-set: the next
 * state is written to a file of its own and given the next number by a link, which the file system refuses where that
 * number is taken. There is no lock that a killed or a stopped process could hold, and none that is broken by age; what was
 * answered is on the disk before the answer. `durability` is `Machine`.
 *
 * Fails with `ConfigurationError` for a directory that other users can open, that is not there and cannot be made, or that
 * has no hard links. Operations fail with a `TokenStoreError`: `Unavailable` where the disk is full or gone, `Timeout` for
 * one longer than `timeout`, `Undecryptable` for a file that is damaged and `UnknownSchema` for one of a newer version; both
 * are left as they are. One that timed out may have been done: the same holder asks again and gets the same answer.
 *
 * A write waits twice for the disk (fsync: some 3 ms each where it was measured), a read does not. Good for some ten
 * thousand sessions: each write rewrites a 64th of them. Made for local file systems (tested on Linux with ext4), not for
 * NFS or other network shares, nor for Windows. Times are the machine's: set back, its clock prolongs claims and retention
 * by as much; set forward, it ends them early. Versions and fences grow in either case. `changes` tells of this process's
 * own writes. Records past their retention are removed when something near them is written, and every ten minutes while
 * the layer lives.
 *
 * @since 0.1.0
 * @category layers
 * @example
 * ```ts
 * import type { FileSystem, Path } from "@effect/platform"
 * import { AuthorizationCode, TokenSeal } from "@effect-orange/core"
 * import * as FileStore from "@effect-orange/core/TokenStore/File"
 * import { Layer } from "effect"
 *
 * declare const Platform: Layer.Layer<FileSystem.FileSystem | Path.Path> // NodeContext.layer of @effect/platform-node, say
 *
 * const Store = FileStore.layer({ directory: "/var/lib/shop/orange-tokens" }).pipe(Layer.provide(Platform))
 *
 * const Login = AuthorizationCode.layerConfig().pipe(Layer.provide([Store, TokenSeal.layerConfig()]))
 * ```
 */
export const layer = (options: Options): Layer.Layer<TokenStore, ConfigurationError, FileSystem.FileSystem | Path.Path> =>
  Layer.scoped(TokenStore, Effect.gen(function*() {
    const folders = yield* Directory.open(options.directory)
    const context: Context = {
      folders,
      turns: new Map([...folders.keys()].map((name) => [name, Effect.unsafeMakeSemaphore(1)])),
      hub: yield* PubSub.sliding<Change>(1_000),
      timeout: Duration.decode(options.timeout ?? "5 seconds")
    }
    yield* Effect.forkScoped(sweepForever(context))
    return {
      durability: "Machine",
      read: read(context),
      claim: claim(context),
      commit: commit(context),
      abort: abort(context),
      replace: replace(context),
      reseal: reseal(context),
      admit: admit(context),
      keys: keys(context),
      changes: Stream.fromPubSub(context.hub)
    }
  }))
