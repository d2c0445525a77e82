/**
 * The options of `orange emulator`, once: the command for @effect/cli is made of this table, and so is a reader that needs
 * nothing of it. A process must answer within three seconds of its start, and @effect/cli with Schema behind it takes more
 * than one of them to load from source: arguments that this reader understands whole are not kept waiting. All others
 * (help, completions, wrong values) are @effect/cli's.
 */
import * as Option from "effect/Option"
import { durationHelp, parseDuration } from "./durations.js"

interface Flag {
  readonly description: string
}

interface ValueFlag extends Flag {
  /** None: not a value for this option. */
  readonly read: (text: string) => Option.Option<unknown>
  readonly problem: string
}

const anyText = (text: string): Option.Option<string> => text === "" ? Option.none() : Option.some(text)

const readPort = (text: string): Option.Option<number> =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Option.some(Number(text)) : Option.none()

export const switches = {
  "auto-approve": { description: "The authorize page redirects at once, without log-in and consent" },
  "rotate-refresh-tokens": {
    description: "Every refresh brings a new refresh token; use of an old one ends the session"
  },
  "no-refresh-tokens": { description: "No refresh token is issued at all" }
} as const satisfies Record<string, Flag>

export const values = {
  port: {
    description: "Where to listen on 127.0.0.1; 0 (the default) is any free port",
    read: readPort,
    problem: "must be between 0 and 65535"
  },
  "token-lifetime": {
    description: `Lifetime of access tokens, ${durationHelp}; 60 minutes by default`,
    read: parseDuration,
    problem: `must be a duration, ${durationHelp}`
  },
  "code-lifetime": {
    description: `Lifetime of authorization codes, ${durationHelp}; 10 minutes by default`,
    read: parseDuration,
    problem: `must be a duration, ${durationHelp}`
  },
  config: {
    description: "A JSON file with further clients and their redirect URIs, users and limits",
    read: anyText,
    problem: "must be a path"
  }
} as const satisfies Record<string, ValueFlag>

export type Switch = keyof typeof switches
export type Value = keyof typeof values

type Read<K extends Value> = ReturnType<(typeof values)[K]["read"]>

/** What the command line says. */
export type Settings = { readonly [K in Switch]: boolean } & { readonly [K in Value]: Read<K> }

const nothing: Settings = {
  "auto-approve": false,
  "rotate-refresh-tokens": false,
  "no-refresh-tokens": false,
  port: Option.none(),
  "token-lifetime": Option.none(),
  "code-lifetime": Option.none(),
  config: Option.none()
}

const isSwitch = (name: string): name is Switch => Object.hasOwn(switches, name)
const isValue = (name: string): name is Value => Object.hasOwn(values, name)

/** `--port=0` is `--port 0`. */
const splitAssignment = (arg: string): ReadonlyArray<string> => {
  const found = /^(--[a-z-]+)=(.*)$/s.exec(arg)
  return found === null ? [arg] : [found[1]!, found[2]!]
}

/** The settings, if every argument is one of the table's, in its long form, once, and with a good value. */
export const readDirectly = (args: ReadonlyArray<string>): Option.Option<Settings> => {
  if (args[0] !== "emulator") return Option.none()
  const settings: Record<string, unknown> = {}
  const rest = args.slice(1).flatMap(splitAssignment)
  for (let i = 0; i < rest.length; i++) {
    const name = rest[i]!.replace(/^--/, "")
    if (!rest[i]!.startsWith("--") || Object.hasOwn(settings, name)) return Option.none()
    if (isSwitch(name)) settings[name] = true
    else if (isValue(name)) {
      const flag: ValueFlag = values[name]
      const value = flag.read(rest[++i] ?? "")
      if (Option.isNone(value)) return Option.none()
      settings[name] = value
    } else return Option.none()
  }
  return Option.some({ ...nothing, ...settings })
}
