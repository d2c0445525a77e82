/**
 * A value in a folder of its own that processes change by compare-and-set, without a lock. Each generation of the value is
 * an immutable file, `1.json`, `2.json` and so on; the highest is the value. Decision 29 has the argument.
 */
import type { PlatformError } from "@effect/platform/Error"
import type * as FileSystem from "@effect/platform/FileSystem"
import type * as Path from "@effect/platform/Path"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import { randomBytes } from "../secureRandom.js"

export interface Folder {
  readonly fs: FileSystem.FileSystem
  readonly path: Path.Path
  readonly at: string
  /** The generation up to which this process knows the folder's names to be on the disk. */
  synced: number
}

/** The value as it was found: none at the first generation. */
interface Head {
  readonly generation: number
  readonly text: string | undefined
}

/** What becomes of a value: an answer, and the next value where it changes. */
export interface Next<A> {
  readonly answer: A
  readonly text: string | undefined
}

const generationOf = (name: string): number => /^[1-9]\d{0,14}\.json$/.test(name) ? Number.parseInt(name, 10) : 0

const isDraft = (name: string): boolean => name.endsWith(".draft")

const fileOf = ({ at, path }: Folder, generation: number): string => path.join(at, `${generation}.json`)

const isMissing = (error: PlatformError): boolean => error._tag === "SystemError" && error.reason === "NotFound"

const isTaken = (error: PlatformError): boolean => error._tag === "SystemError" && error.reason === "AlreadyExists"

/**
 * An open file has a number that the next one gets: what is under way on it must end before it is closed, so whoever
 * interrupts waits for that.
 */
const withFiles = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.uninterruptible(Effect.scoped(effect))

/** Writes a folder's names to the disk. */
export const sync = (fs: FileSystem.FileSystem, at: string): Effect.Effect<void, PlatformError> =>
  withFiles(Effect.flatMap(fs.open(at, { flag: "r" }), (folder) => folder.sync))

const syncTo = (folder: Folder, generation: number): Effect.Effect<void, PlatformError> =>
  Effect.suspend(() =>
    folder.synced >= generation
      ? Effect.void
      : Effect.tap(sync(folder.fs, folder.at), () => Effect.sync(() => void (folder.synced = Math.max(folder.synced, generation)))))

const remove = (folder: Folder, name: string): Effect.Effect<void, PlatformError> =>
  Effect.catchIf(folder.fs.remove(folder.path.join(folder.at, name)), isMissing, () => Effect.void)

const untilSome = <A, E>(effect: Effect.Effect<Option.Option<A>, E>): Effect.Effect<A, E> =>
  Effect.flatMap(effect, Option.match({ onNone: () => untilSome(effect), onSome: Effect.succeed }))

export const draftName: Effect.Effect<string> = Effect.map(randomBytes(16), (bytes) => `${Encoding.encodeHex(bytes)}.draft`)

/** An empty file under a name that nobody else has. It ends with the scope; what was published stays under its own name. */
const openDraft = (folder: Folder): Effect.Effect<{ readonly name: string; readonly file: FileSystem.File }, PlatformError, Scope.Scope> =>
  Effect.gen(function*() {
    const name = folder.path.join(folder.at, yield* draftName)
    yield* Effect.addFinalizer(() => Effect.ignore(folder.fs.remove(name)))
    return { name, file: yield* folder.fs.open(name, { flag: "wx", mode: 0o600 }) }
  })

/**
 * The compare-and-set: a link is made only where there is none. It fails too where the draft has been withdrawn, which
 * `collect` does before any generation goes, so that nobody makes a generation that has been and gone.
 */
const publish = (folder: Folder, draft: string, generation: number): Effect.Effect<boolean, PlatformError> =>
  folder.fs.link(draft, fileOf(folder, generation)).pipe(
    Effect.as(true),
    Effect.catchIf((error) => isTaken(error) || isMissing(error), () => Effect.succeed(false))
  )

const highestOf = (names: ReadonlyArray<string>): number => names.reduce((highest, name) => Math.max(highest, generationOf(name)), 0)

/**
 * The first generation, an empty file that stands for no value, so that an empty list is never taken for one: while files
 * come and go, a list may miss them all. It is worth no wait for the disk.
 */
const begin = (folder: Folder): Effect.Effect<void, PlatformError> =>
  withFiles(Effect.gen(function*() {
    const draft = yield* openDraft(folder)
    const names = yield* folder.fs.readDirectory(folder.at)
    if (highestOf(names) === 0) yield* publish(folder, draft.name, 1)
  }))

/**
 * The latest generation that existed when it was asked for, or a later one. One that is gone between the list and the look
 * has been followed by others, and the list may have missed them.
 */
export const latest = (folder: Folder): Effect.Effect<Head, PlatformError> =>
  untilSome(Effect.gen(function*() {
    const generation = highestOf(yield* folder.fs.readDirectory(folder.at))
    if (generation === 0) return yield* Effect.as(begin(folder), Option.none())
    const text = yield* folder.fs.readFileString(fileOf(folder, generation)).pipe(
      Effect.asSome,
      Effect.catchIf(isMissing, () => Effect.succeedNone)
    )
    return Option.map(text, (text): Head => ({ generation, text: generation === 1 ? undefined : text }))
  }))

/** Generations that may stand before the earlier ones are removed, so that removing is rare. */
const kept = 8

/**
 * Removes what came before a generation, which must be on the disk. First every draft is withdrawn: a writer that looked
 * before, and sleeps, must not find the number free that it is going to take. Then the generations, the lowest first, so
 * that whoever can still read an old one knows that no later one had gone when it looked.
 */
const collect = (folder: Folder, generation: number): Effect.Effect<void, PlatformError> =>
  Effect.gen(function*() {
    const names = yield* folder.fs.readDirectory(folder.at)
    yield* Effect.forEach(names.filter(isDraft), (name) => remove(folder, name), { discard: true })
    const earlier = names.map(generationOf).filter((one) => one > 0 && one < generation).sort((a, b) => a - b)
    yield* Effect.forEach(earlier, (one) => remove(folder, `${one}.json`), { discard: true })
  })

/** One try: none where another writer was faster. The draft is made before the look; `collect` counts on it. */
const attempt = <A, E>(folder: Folder, next: (text: string | undefined) => Effect.Effect<Next<A>, E>) =>
  withFiles(Effect.gen(function*() {
    const draft = yield* openDraft(folder)
    const head = yield* latest(folder)
    const { answer, text } = yield* next(head.text)
    if (text === undefined) return yield* Effect.as(syncTo(folder, head.generation), Option.some(answer))
    const generation = head.generation + 1
    yield* draft.file.writeAll(new TextEncoder().encode(text))
    yield* draft.file.sync
    if (!(yield* publish(folder, draft.name, generation))) return Option.none()
    yield* syncTo(folder, generation)
    if (generation % kept === 0) yield* Effect.ignore(collect(folder, generation))
    return Option.some(answer)
  }))

/**
 * Changes the value, again from the look if another was faster. What is answered is on the disk, also where nothing is to
 * be changed: the generation that says so may be of a writer that died before it got there.
 */
export const update = <A, E>(
  folder: Folder,
  next: (text: string | undefined) => Effect.Effect<Next<A>, E>
): Effect.Effect<A, E | PlatformError> =>
  Effect.gen(function*() {
    const head = yield* latest(folder)
    const { answer, text } = yield* next(head.text)
    if (text === undefined) return yield* Effect.as(syncTo(folder, head.generation), answer)
    return yield* untilSome(attempt(folder, next))
  })

/** Removes what killed processes have left, where there is any. */
export const sweep = (folder: Folder): Effect.Effect<void, PlatformError> =>
  Effect.gen(function*() {
    const names = yield* folder.fs.readDirectory(folder.at)
    if (names.length < 2 && !names.some(isDraft)) return
    yield* sync(folder.fs, folder.at)
    yield* collect(folder, highestOf(names))
  })
