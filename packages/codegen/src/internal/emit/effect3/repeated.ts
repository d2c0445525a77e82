/**
 * Parts of descriptors that several operations have alike: a parameter, an answer, a list of what secures. Each is written
 * once, as a constant, where that is shorter.
 */
import { pascal } from "../../name/identifiers.js"

/** A part that may stand as a constant. */
export interface Part {
  readonly kind: keyof typeof types
  /** What the constant's name is made of. */
  readonly name: string
  readonly text: string
  /** The document has it among its components: its name is the better one. */
  readonly component: boolean
}

/** A text in which parts can still be told from the rest. */
export type Pieces = ReadonlyArray<string | Part>

/** Names of constants by what they stand for. */
export type Constants = ReadonlyMap<string, string>

const types = { answer: "Operation.Answer", parameter: "Operation.Parameter", security: "ReadonlyArray<Operation.Requirement>" } as const

/** No method has a name like it. */
const nameOf = ({ kind, name }: Part): string => `${kind}_${pascal(name)}`

const declaration = (name: string, { kind, text }: Part): string => `const ${name}: ${types[kind]} = ${text}\n`

interface Use {
  readonly part: Part
  readonly name: string
  count: number
}

const keyOf = (part: Part): string => `${nameOf(part)} ${part.text}`

const usesOf = (texts: Iterable<Pieces>): ReadonlyMap<string, Use> => {
  const uses = new Map<string, Use>()
  for (const part of [...texts].flat()) {
    if (typeof part === "string") continue
    const key = keyOf(part)
    const known = uses.get(key)
    if (known === undefined) uses.set(key, { part, name: nameOf(part), count: 1 })
    else known.count++
  }
  return uses
}

const saves = ({ count, name, part }: Use): boolean => count * (part.text.length - name.length) > declaration(name, part).length

const before = (a: Use, b: Use): number => Number(b.part.component) - Number(a.part.component) || b.count - a.count || (a.part.text < b.part.text ? -1 : 1)

/** Of parts that would have one name, a component has it, or the one that is used most. The others stand where they are used. */
export const repeatedIn = (texts: Iterable<Pieces>): { readonly constants: Constants; readonly declarations: ReadonlyArray<string> } => {
  const byName = new Map<string, Use>()
  for (const use of [...usesOf(texts).values()].filter(saves).sort(before)) if (!byName.has(use.name)) byName.set(use.name, use)
  const uses = [...byName.values()].sort((a, b) => a.name < b.name ? -1 : 1)
  return { constants: new Map(uses.map(({ name, part }) => [keyOf(part), name])), declarations: uses.map(({ name, part }) => declaration(name, part)) }
}

export const printed = (pieces: Pieces, constants: Constants): string =>
  pieces.map((one) => typeof one === "string" ? one : constants.get(keyOf(one)) ?? one.text).join("")

/** Lists of pieces as one, with a text between. */
export const joined = (list: ReadonlyArray<Pieces>, separator: string): Pieces => list.flatMap((one, index) => index === 0 ? one : [separator, ...one])
