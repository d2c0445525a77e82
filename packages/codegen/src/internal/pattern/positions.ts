/**
 * A pattern as an automaton of its positions (Glushkov 1961): one state for each character that the pattern names, an edge
 * where one may follow the other. It counts the ways in which the pattern's own text goes along an edge, since a
 * backtracking matcher tries each of them: `(a*)*` has one position, and two ways from it to itself.
 */
import type { CharSet, Concatenation, Element, Quantifier } from "refa"

/** One way, or more than one. */
type Ways = 1 | 2
type Edges = Map<number, Ways>

export interface Positions {
  /** What stands at each position. */
  readonly characters: ReadonlyArray<CharSet>
  readonly follow: ReadonlyArray<Edges>
}

/** A part of the pattern: where it begins and ends, and in how many ways it matches nothing. */
interface Part {
  readonly first: Edges
  readonly last: Edges
  readonly empty: 0 | Ways
}

/** More positions than this are not looked at. */
const mostPositions = 2_000
/** A repetition is written out as often as it must happen, and these times more; above that it is a loop. */
const mostOptional = 4
/** So often a part is written out that must happen more often: no reader waits for what tells these apart. */
const mostMandatory = 50

export class TooLarge extends Error {}

const capped = (ways: number): Ways => ways > 1 ? 2 : 1

const addAll = (edges: Edges, more: Edges, times: Ways): void => {
  for (const [to, ways] of more) edges.set(to, capped((edges.get(to) ?? 0) + ways * times))
}

const merged = (edges: Edges, more: Edges, times: 0 | Ways): Edges => {
  if (times === 0) return edges
  const all = new Map(edges)
  addAll(all, more, times)
  return all
}

const nothing: Part = { first: new Map(), last: new Map(), empty: 1 }

export const positionsOf = (alternatives: ReadonlyArray<Concatenation>, anyCharacter: CharSet): Positions => {
  const characters: Array<CharSet> = []
  const follow: Array<Edges> = []

  const connect = (from: Part, to: Part): void => {
    for (const [position, ways] of from.last) addAll(follow[position]!, to.first, ways)
  }

  const position = (set: CharSet): Part => {
    if (characters.length === mostPositions) throw new TooLarge()
    const number = characters.push(set) - 1
    follow.push(new Map())
    return { first: new Map([[number, 1]]), last: new Map([[number, 1]]), empty: 0 }
  }

  const then = (one: Part, next: Part): Part => {
    connect(one, next)
    return {
      first: merged(one.first, next.first, one.empty),
      last: merged(next.last, one.last, next.empty),
      empty: one.empty === 0 || next.empty === 0 ? 0 : capped(one.empty * next.empty)
    }
  }

  const either = (one: Part, other: Part): Part => ({
    first: merged(one.first, other.first, 1),
    last: merged(one.last, other.last, 1),
    empty: one.empty === 0 ? other.empty : other.empty === 0 ? one.empty : 2
  })

  /** ECMA-262 gives up a round of a repetition that need not be and matches nothing: there is one way to match nothing. */
  const optional = (part: Part): Part => ({ ...part, empty: 1 })
  const round = (part: Part): Part => ({ ...part, empty: 0 })

  const loop = (part: Part): Part => {
    connect(part, part)
    return part
  }

  const repeated = ({ alternatives, max, min }: Quantifier): Part => {
    const again = () => choice(alternatives)
    const mandatory = Math.min(min, mostMandatory)
    if (max - min > mostOptional) {
      return mandatory === 0 ? optional(loop(again())) : sequence(mandatory - 1, again, loop(again()))
    }
    let tail = nothing
    for (let i = min; i < max; i++) tail = optional(then(round(again()), tail))
    return sequence(mandatory, again, tail)
  }

  const sequence = (times: number, make: () => Part, tail: Part): Part => {
    let part = tail
    for (let i = 0; i < times; i++) part = then(make(), part)
    return part
  }

  const element = (node: Element): Part => {
    switch (node.type) {
      case "CharacterClass":
        return position(node.characters)
      case "Alternation":
        return choice(node.alternatives)
      case "Quantifier":
        return repeated(node)
      case "Assertion":
        // It is matched by itself, and takes no text.
        choice(node.alternatives)
        return nothing
      case "Unknown":
        // A back-reference: any text at all.
        return optional(loop(position(anyCharacter)))
    }
  }

  const concatenation = ({ elements }: Concatenation): Part =>
    elements.reduce<Part>((part, node) => then(part, element(node)), nothing)

  const choice = (all: ReadonlyArray<Concatenation>): Part =>
    all.map(concatenation).reduce(either, { first: new Map(), last: new Map(), empty: 0 })

  choice(alternatives)
  return { characters, follow }
}
