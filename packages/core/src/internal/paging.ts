/** Listings, page after page. */
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { Any, Paging } from "../Operation.js"
import * as Plan from "./wire/plan.js"
import * as Pointer from "./wire/pointer.js"

type Request = Readonly<Record<string, unknown>>

/** The value of the paging parameter for a page, and what must not come again. */
interface State {
  readonly at: unknown
  /** A cursor seen before, set anew at each power of two: a ring of any length is found (Brent's algorithm). */
  readonly mark: unknown
  readonly steps: number
}

const keyOf = (operation: Any, { parameter }: Paging): string =>
  Plan.parametersOf(operation).find(({ name }) => name === parameter)?.key ?? parameter

const isEnd = (cursor: unknown): boolean => cursor === undefined || cursor === null || cursor === ""

const isPowerOfTwo = (n: number): boolean => (n & (n - 1)) === 0

/** No cursor, the one just used, or one from before: a server that repeats itself would be asked for ever. */
const afterCursor = ({ at, mark, steps }: State, cursor: unknown): Option.Option<State> =>
  isEnd(cursor) || cursor === at || cursor === mark
    ? Option.none()
    : Option.some({ at: cursor, mark: isPowerOfTwo(steps) ? cursor : mark, steps: steps + 1 })

const numberOf = (at: unknown): number => typeof at === "number" ? at : Number(at)

const next = (paging: Paging, state: State, value: unknown, count: number): Option.Option<State> => {
  if (paging.kind === "cursor") return afterCursor(state, Pointer.read(value, paging.next))
  if (count === 0) return Option.none()
  return Option.some({ ...state, at: numberOf(state.at) + (paging.kind === "page" ? 1 : count) })
}

/** Where the caller begins, else where the document says that listings begin. */
const first = (paging: Paging, given: unknown): State => ({
  at: given ?? (paging.kind === "page" ? paging.start : paging.kind === "offset" ? 0 : undefined),
  mark: undefined,
  steps: 1
})

const itemsIn = (value: unknown, pointer: string): ReadonlyArray<unknown> => {
  const items = Pointer.read(value, pointer)
  return Array.isArray(items) ? items : []
}

/** All items of all pages. A page is asked for when its first item is. */
export const items = <E, R>(
  operation: Any,
  paging: Paging,
  call: (request: Request) => Effect.Effect<unknown, E, R>,
  request: Request
): Stream.Stream<unknown, E, R> => {
  const key = keyOf(operation, paging)
  return Stream.paginateChunkEffect(first(paging, request[key]), (state) =>
    Effect.map(call(state.at === undefined ? request : { ...request, [key]: state.at }), (value) => {
      const found = itemsIn(value, paging.items)
      return [Chunk.unsafeFromArray(found), next(paging, state, value, found.length)]
    }))
}
