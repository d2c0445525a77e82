/**
 * YAML 1.2 (core schema) as JSON values, made from the events of the parser: aliases are counted before they are
 * followed, keys stay the texts that they are written as, timestamps stay strings, and no tag runs code.
 */
import * as Yaml from "js-yaml"
import type { Json } from "../json.js"
import { Fault, show } from "./fault.js"
import type { Limits } from "./limits.js"

type Event = Yaml.Event
type MutableObject = Record<string, Json>

const id = Yaml.EVENT_ID
const plain = Yaml.SCALAR_STYLE.PLAIN

/** The events of a text. One that is no YAML, or too deep, is a fault. */
export const eventsOf = (text: string, depth: number): ReadonlyArray<Event> => {
  try {
    return Yaml.parseEvents(text, { maxDepth: depth })
  } catch (error) {
    if (!(error instanceof Yaml.YAMLException)) throw error
    const offset = error.mark?.position
    throw new Fault(`is no YAML: ${error.reason}`, offset === undefined ? undefined : { offset }, "Look at this line and those before it")
  }
}

/** Where a node is written: its first character, the quote of a quoted text included. */
export const offsetOf = (event: Event): number | undefined => {
  switch (event.type) {
    case id.SCALAR:
      return event.valueStart < 0 ? undefined : event.valueStart - (event.style === Yaml.SCALAR_STYLE.DOUBLE_QUOTED || event.style === Yaml.SCALAR_STYLE.SINGLE_QUOTED ? 1 : 0)
    case id.ALIAS:
      return event.anchorStart - 1
    case id.MAPPING:
    case id.SEQUENCE:
      return event.start
    default:
      return undefined
  }
}

const spotOf = (event: Event): { readonly offset: number } | undefined => {
  const offset = offsetOf(event)
  return offset === undefined ? undefined : { offset }
}

/** A mark at the start of what can be anything but a text (YAML 1.2, section 10.3.2). */
const mayBeOther = /^[-+.\d~nNtTfF]/
const integer = /^[-+]?\d+$/
const octal = /^0o[0-7]+$/
const hexadecimal = /^0x[\da-fA-F]+$/
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/
const noNumber = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const constants: ReadonlyMap<string, null | boolean> = new Map([
  ...["~", "null", "Null", "NULL"].map((one) => [one, null] as const),
  ...["true", "True", "TRUE"].map((one) => [one, true] as const),
  ...["false", "False", "FALSE"].map((one) => [one, false] as const)
])

/** The value of a plain scalar, where it is a number that JSON has. */
const plainValue = (text: string, event: Event): Json => {
  if (text === "") return null
  if (!mayBeOther.test(text)) return text
  const constant = constants.get(text)
  if (constant !== undefined) return constant
  const isNumber = integer.test(text) || float.test(text) || octal.test(text) || hexadecimal.test(text)
  if (!isNumber && !noNumber.test(text)) return text
  const value = isNumber ? Number(text) : Number.NaN
  if (!Number.isFinite(value)) throw new Fault(`${show(text)} is no number of JSON`, spotOf(event), "Expected a number that a double can hold, or quotes around a text")
  return value
}

const textTags = new Set(["!", "!!str", "!<tag:yaml.org,2002:str>"])

/** What an anchor stands for: how many values it is made of, and how deep they are. */
interface Anchored {
  readonly value: Json
  readonly isText: boolean
  readonly values: number
  readonly height: number
}

interface Frame {
  readonly event: Event
  readonly anchor: string | undefined
  readonly list: Array<Json> | undefined
  readonly object: MutableObject | undefined
  /** The key that waits for its value. */
  key: string | undefined
  /** Objects whose keys this one has unless it says otherwise itself. */
  readonly merged: Array<Json>
  isMerge: boolean
  values: number
  height: number
}

const setOwn = (target: MutableObject, key: string, value: Json): void => {
  if (key === "__proto__") Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
  else target[key] = value
}

const isPlainObject = (value: Json): value is MutableObject => typeof value === "object" && value !== null && !Array.isArray(value)

const applyMerges = ({ event, merged, object }: Frame): void => {
  for (const source of merged.flatMap((one) => Array.isArray(one) ? one as ReadonlyArray<Json> : [one])) {
    if (!isPlainObject(source)) throw new Fault("merges what is no object", spotOf(event), "Expected an alias of an object after <<, or a list of them")
    for (const key of Object.keys(source)) if (!Object.hasOwn(object!, key)) setOwn(object!, key, source[key]!)
  }
}

export interface FromYaml {
  readonly value: Json
  /** Offsets of tags that have no meaning here; what they stand at is read as if they were not there. */
  readonly tags: ReadonlyArray<number>
}

/** The value of a text: undefined where it holds none. */
export const fromYaml = (text: string, limits: Limits): FromYaml | undefined => {
  const events = eventsOf(text, limits.depth)
  if (events.length === 0) return undefined
  const second = events.findIndex((event, index) => index > 0 && event.type === id.DOCUMENT)
  if (second > 0) throw new Fault("holds more than one document", spotOf(events[second + 1]!), "Expected one document: only the first could be read")
  const anchors = new Map<string, Anchored | undefined>()
  const tags: Array<number> = []
  const frames: Array<Frame> = []
  let aliased = 0
  let result: Json = null

  const addKey = (frame: Frame, key: string, event: Event, isMerge: boolean): void => {
    frame.isMerge = isMerge
    if (!isMerge && Object.hasOwn(frame.object!, key)) throw new Fault(`the key ${show(key)} is there twice`, spotOf(event), "Expected each key of an object once")
    frame.key = key
  }

  const add = (one: Anchored, event: Event, raw: string | undefined, isMergeKey: boolean): void => {
    const frame = frames.at(-1)
    if (frame === undefined) {
      result = one.value
      return
    }
    frame.values += one.values
    frame.height = Math.max(frame.height, one.height)
    if (frame.list !== undefined) frame.list.push(one.value)
    else if (frame.key === undefined) {
      if (raw === undefined) throw new Fault("a key is no text", spotOf(event), "Expected a key that JSON can have")
      addKey(frame, raw, event, isMergeKey)
    } else {
      if (frame.isMerge) frame.merged.push(one.value)
      else setOwn(frame.object!, frame.key, one.value)
      frame.key = undefined
    }
  }

  const anchorOf = (event: Yaml.ScalarEvent | Yaml.MappingEvent | Yaml.SequenceEvent): string | undefined =>
    event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd)

  const scalarOf = (event: Yaml.ScalarEvent, raw: string): Json => {
    const tag = event.tagStart < 0 ? undefined : text.slice(event.tagStart, event.tagEnd)
    if (tag !== undefined && textTags.has(tag)) return raw
    if (tag === undefined) return event.style === plain ? plainValue(raw, event) : raw
    if (/^!!(?:int|float|bool|null)$/.test(tag)) return plainValue(raw, event)
    tags.push(event.tagStart)
    return raw
  }

  const openFrame = (event: Yaml.MappingEvent | Yaml.SequenceEvent): void => {
    const isMap = event.type === id.MAPPING
    if (event.tagStart >= 0 && text.slice(event.tagStart, event.tagEnd) !== (isMap ? "!!map" : "!!seq")) tags.push(event.tagStart)
    const anchor = anchorOf(event)
    if (anchor !== undefined) anchors.set(anchor, undefined)
    frames.push({ event, anchor, list: isMap ? undefined : [], object: isMap ? {} : undefined, key: undefined, merged: [], isMerge: false, values: 1, height: 1 })
  }

  const closeFrame = (): void => {
    const frame = frames.pop()!
    if (frame.merged.length > 0) applyMerges(frame)
    const one = { value: frame.list ?? frame.object!, isText: false, values: frame.values, height: frame.height + 1 }
    if (frame.anchor !== undefined) anchors.set(frame.anchor, one)
    add(one, frame.event, undefined, false)
  }

  const follow = (event: Yaml.AliasEvent): void => {
    const name = text.slice(event.anchorStart, event.anchorEnd)
    if (!anchors.has(name)) throw new Fault(`the alias *${name} has no anchor`, spotOf(event), `Expected &${name} before it`)
    const one = anchors.get(name)
    if (one === undefined) throw new Fault(`the alias *${name} stands inside what it stands for`, spotOf(event), "Expected a value that ends")
    aliased += one.values
    if (aliased > limits.aliasedValues) throw new Fault("its aliases stand for too many values", spotOf(event), `At most ${limits.aliasedValues} are read`)
    if (frames.length + one.height > limits.depth) throw new Fault("is nested too deeply", spotOf(event), `At most ${limits.depth} levels are read`)
    add(one, event, one.isText ? String(one.value) : undefined, false)
  }

  for (const event of events) {
    switch (event.type) {
      case id.SCALAR: {
        const raw = event.valueStart < 0 ? "" : Yaml.getScalarValue(text, event)
        const one = { value: scalarOf(event, raw), isText: true, values: 1, height: 0 }
        const anchor = anchorOf(event)
        if (anchor !== undefined) anchors.set(anchor, one)
        add(one, event, raw, raw === "<<" && event.style === plain && event.tagStart < 0)
        break
      }
      case id.MAPPING:
      case id.SEQUENCE:
        openFrame(event)
        break
      case id.ALIAS:
        follow(event)
        break
      case id.POP:
        if (frames.length > 0) closeFrame()
        break
    }
  }
  return { value: result, tags }
}
