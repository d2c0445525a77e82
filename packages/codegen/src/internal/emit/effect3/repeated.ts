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

/** What parts stand for, by the name that they would have and their text. */
type ByPart<A> = Map<string, Map<string, A>>

/** The names of constants. */
export type Constants = ByPart<string>

const types = { answer: "Operation.Answer", parameter: "Operation.Parameter", security: "ReadonlyArray<Operation.Requirement>" } as const

const keyOf = ({ kind, name }: Part): string => `${kind} ${name}`

/** No method has a name like it. */
const nameOf = ({ kind, name }: Part): string => `${kind}_${pascal(name)}`

const declaration = (name: string, { kind, text }: Part): string => `const ${name}: ${types[kind]} = ${text}\n`

interface Use {
  readonly part: Part
  count: number
}

const countIn = (texts: ReadonlyArray<Pieces>): ReadonlyArray<Use> => {
  const uses: ByPart<Use> = new Map()
  for (const pieces of texts) {
    for (const part of pieces) {
      if (typeof part === "string") continue
      const key = keyOf(part)
      let byText = uses.get(key)
      if (byText === undefined) uses.set(key, byText = new Map())
      const known = byText.get(part.text)
      if (known === undefined) byText.set(part.text, { part, count: 1 })
      else known.count++
    }
  }
  return [...uses.values()].flatMap((byText) => [...byText.values()])
}

const saves = ({ count, part }: Use): boolean => {
  const name = nameOf(part)
  return count * (part.text.length - name.length) > declaration(name, part).length
}

const before = (a: Use, b: Use): number => Number(b.part.component) - Number(a.part.component) || b.count - a.count || (a.part.text < b.part.text ? -1 : 1)

/** Of parts that would have one name, a component has it, or the one that is used most. The others stand where they are used. */
export const repeatedIn = (texts: ReadonlyArray<Pieces>): { readonly constants: Constants; readonly declarations: ReadonlyArray<string> } => {
  const chosen = new Map<string, Part>()
  for (const { part } of countIn(texts).filter((one) => one.count > 1 && saves(one)).sort(before)) {
    const name = nameOf(part)
    if (!chosen.has(name)) chosen.set(name, part)
  }
  const constants: Constants = new Map()
  for (const [name, part] of chosen) constants.set(keyOf(part), new Map([[part.text, name]]))
  return { constants, declarations: [...chosen].sort(([a], [b]) => a < b ? -1 : 1).map(([name, part]) => declaration(name, part)) }
}

export const printed = (pieces: Pieces, constants: Constants): string => {
  let text = ""
  for (const one of pieces) text += typeof one === "string" ? one : constants.get(keyOf(one))?.get(one.text) ?? one.text
  return text
}

/** Lists of pieces as one, with a text between. */
export const joined = (list: ReadonlyArray<Pieces>, separator: string): Pieces => {
  const all: Array<string | Part> = []
  for (const pieces of list) {
    if (all.length > 0) all.push(separator)
    for (const one of pieces) all.push(one)
  }
  return all
}
