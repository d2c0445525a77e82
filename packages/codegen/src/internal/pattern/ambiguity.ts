/**
 * Whether a pattern can take exponential time: whether from some state the same text leads back to it in two ways (Weber and
 * Seidl 1991, "On the degree of ambiguity of finite automata", criterion EDA). The answer follows from the pattern alone, so
 * that a document gives the same client on every machine.
 */
import { type CharSet, CharSet as CharSets, JS } from "refa"
import { type Positions, positionsOf, TooLarge } from "./positions.js"

/** More pairs of positions than this are not looked at. */
const mostPairs = 200_000

/** For each position the number of its strongly connected component (Tarjan 1972), by a stack of our own. */
const componentsOf = (follow: Positions["follow"]): ReadonlyArray<number> => {
  const [index, low, component] = Array.from({ length: 3 }, () => Array.from(follow, () => -1)) as [Array<number>, Array<number>, Array<number>]
  const open: Array<number> = []
  let [visited, components] = [0, 0]
  const enter = (state: number) => {
    index[state] = low[state] = visited++
    open.push(state)
    return { state, next: follow[state]!.keys() }
  }
  for (let root = 0; root < follow.length; root++) {
    const path = index[root] === -1 ? [enter(root)] : []
    while (path.length > 0) {
      const { next, state } = path[path.length - 1]!
      const to = next.next()
      if (!to.done) {
        if (index[to.value] === -1) path.push(enter(to.value))
        else if (component[to.value] === -1) low[state] = Math.min(low[state]!, index[to.value]!)
        continue
      }
      path.pop()
      const parent = path[path.length - 1]
      if (parent !== undefined) low[parent.state] = Math.min(low[parent.state]!, low[state]!)
      if (low[state] !== index[state]) continue
      for (let member = -1; member !== state;) component[member = open.pop()!] = components
      components++
    }
  }
  return component
}

/** Whether two sets of characters share one; each pair is asked about once. */
const overlaps = (characters: ReadonlyArray<CharSet>): (one: number, other: number) => boolean => {
  const numbers = new Map<string, number>()
  const kind = characters.map((set) => {
    const key = set.ranges.map(({ max, min }) => `${min}-${max}`).join()
    return numbers.get(key) ?? (numbers.set(key, numbers.size), numbers.size - 1)
  })
  const known = new Map<number, boolean>()
  return (one, other) => {
    const key = kind[one]! * numbers.size + kind[other]!
    const answer = known.get(key) ?? !characters[one]!.isDisjointWith(characters[other]!)
    known.set(key, answer)
    return answer
  }
}

const isAmbiguous = ({ characters, follow }: Positions): boolean => {
  const component = componentsOf(follow)
  const within = follow.map((edges, from) => [...edges.keys()].filter((to) => component[to] === component[from]))
  if (follow.some((edges, from) => within[from]!.some((to) => edges.get(to) === 2))) return true
  const share = overlaps(characters)
  const seen = new Set<number>()
  const todo: Array<readonly [number, number]> = characters.map((_, position) => [position, position])
  for (let pair = todo.pop(); pair !== undefined; pair = todo.pop()) {
    const [one, other] = pair
    for (const next of within[one]!) {
      for (const otherNext of within[other]!) {
        if (!share(next, otherNext)) continue
        if (next === otherNext) {
          // Two ways apart have met again, in a place from which the text may begin anew.
          if (one !== other) return true
          continue
        }
        const key = Math.min(next, otherNext) * characters.length + Math.max(next, otherNext)
        if (seen.has(key)) continue
        if (seen.size === mostPairs) throw new TooLarge()
        seen.add(key)
        todo.push([next, otherNext])
      }
    }
  }
  return false
}

/** Also of a pattern that is too large to be looked at. `pattern` is one of JavaScript's, for the flag `u`. */
export const isExponential = (pattern: string): boolean => {
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source: pattern, flags: "u" })
    .parse({ assertions: "parse", backreferences: "unknown", maxBackreferenceWords: 0, maxNodes: Infinity })
  try {
    return isAmbiguous(positionsOf(expression.alternatives, CharSets.all(maxCharacter)))
  } catch (error) {
    if (error instanceof TooLarge) return true
    throw error
  }
}
