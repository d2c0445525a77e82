/** `orange emulator`: Orange's servers on loopback, as a process. */
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import type * as Option from "effect/Option"
import { type Switch, switches, type Value, values } from "../internal/emulatorFlags.js"
import { runEmulator } from "../internal/runEmulator.js"

const flag = (name: Switch) => Options.boolean(name).pipe(Options.withDescription(switches[name].description))

const value = <A>(name: Value, read: (text: string) => Option.Option<A>) =>
  Options.text(name).pipe(
    Options.filterMap(read, `--${name} ${values[name].problem}`),
    Options.withDescription(values[name].description),
    Options.optional
  )

const options = {
  port: value("port", values.port.read),
  "auto-approve": flag("auto-approve"),
  "rotate-refresh-tokens": flag("rotate-refresh-tokens"),
  "no-refresh-tokens": flag("no-refresh-tokens"),
  "token-lifetime": value("token-lifetime", values["token-lifetime"].read),
  "code-lifetime": value("code-lifetime", values["code-lifetime"].read),
  config: value("config", values.config.read)
}

export const emulatorCommand = Command.make("emulator", options, runEmulator).pipe(
  Command.withDescription("Runs an emulator of Orange's authorization servers and API gateway until it is interrupted")
)
