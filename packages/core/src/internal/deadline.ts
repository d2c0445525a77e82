/**
 * A time limit round an effect. As `Effect.timeoutFail`, at a fraction of its cost: the work runs in one fiber, and the
 * limit is a bare timer where the clock has them (Effect's own does). Any other clock, such as a test's, sleeps in a fiber.
 */
import type * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"

type Cancel = () => void

/** Effect's clock has a scheduler that its interface does not show. */
interface Scheduling {
  readonly scheduler: () => Effect.Effect<Clock.ClockScheduler>
}

const schedulers = new WeakMap<Clock.Clock, Clock.ClockScheduler>()

const schedulerOf = (clock: Clock.Clock): Clock.ClockScheduler | undefined => {
  const known = schedulers.get(clock)
  if (known !== undefined || typeof (clock as Partial<Scheduling>).scheduler !== "function") return known
  const scheduler = Effect.runSync((clock as unknown as Scheduling).scheduler())
  schedulers.set(clock, scheduler)
  return scheduler
}

const noTimer = Effect.succeed(() => undefined)

const startTimer = (clock: Clock.Clock, duration: Duration.Duration, ring: () => void): Effect.Effect<Cancel> => {
  if (!Duration.isFinite(duration)) return noTimer
  const scheduler = schedulerOf(clock)
  if (scheduler !== undefined) return Effect.sync(() => scheduler.unsafeSchedule(ring, duration))
  return Effect.map(Effect.forkDaemon(Effect.interruptible(Effect.zipRight(clock.sleep(duration), Effect.sync(ring)))), (sleeper) => () =>
    sleeper.unsafeInterruptAsFork(sleeper.id()))
}

/**
 * The work's end, whatever it is, unless the limit came first and the work had to be interrupted for it. The work's fiber
 * itself never fails: Effect would log its failure. Its end, however it comes about, stops the timer.
 */
const watch = <A, E, E1>(
  work: Fiber.RuntimeFiber<Exit.Exit<A, E>>,
  clock: Clock.Clock,
  limit: { readonly duration: Duration.Duration; readonly onTimeout: () => E1 },
  restore: <X, EX, RX>(effect: Effect.Effect<X, EX, RX>) => Effect.Effect<X, EX, RX>
): Effect.Effect<A, E | E1> => {
  let isOver = false
  const ring = () => {
    isOver = true
    work.unsafeInterruptAsFork(work.id())
  }
  const conclude = (end: Exit.Exit<Exit.Exit<A, E>>): Effect.Effect<A, E | E1> => {
    const exit = Exit.flatten(end)
    return isOver && Exit.isInterrupted(exit) ? Effect.fail(limit.onTimeout()) : exit
  }
  return Effect.flatMap(startTimer(clock, limit.duration, ring), (cancel) => {
    work.addObserver(cancel)
    return restore(Effect.async<A, E | E1>((resume) => {
      work.addObserver((end) => resume(conclude(end)))
      return Effect.asVoid(Fiber.interrupt(work))
    }))
  })
}

/** Fails with `onTimeout` if the work takes longer than `duration`. The work has a fiber of its own, also where there is no limit. */
export const within = <A, E, R, E1>(
  self: Effect.Effect<A, E, R>,
  limit: { readonly duration: Duration.Duration; readonly onTimeout: () => E1 }
): Effect.Effect<A, E | E1, R> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.clockWith((clock) => Effect.flatMap(Effect.fork(Effect.exit(restore(self))), (work) => watch(work, clock, limit, restore))))
