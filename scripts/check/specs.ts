/** redocly's linter over every document of specs/, by its recommended rules: an eye on the documents that is not ours. */
import { BaseResolver, type Config, createConfig, getLineColLocation, isAbsoluteUrl, lint, type NormalizedProblem, type Source, YamlParseError } from "@redocly/openapi-core"
import * as Path from "node:path"
import { clients } from "../lib/clients.js"
import { repositoryRoot, shown } from "../lib/workspace.js"
import type { Step } from "./step.js"

/** Beyond the recommended: a tag that is used has its description, as in all other documents of ours. */
const more = { "operation-tag-defined": "error" } as const

/** A problem of a document that is Orange's own doing, and so is not ours to mend. */
interface Exception {
  readonly document: string
  readonly rule: string
  readonly pointer: string
}

const exceptions: ReadonlyArray<Exception> = [
  // `/outbound/subscriptions/requests` would be both, but a sender is `tel:+` and digits: no request can be meant for both.
  { document: "specs/sms.yaml", rule: "no-ambiguous-paths", pointer: "#/paths/~1outbound~1subscriptions~1{subscriptionId}" },
  // Orange's page has the slash, and its gateway is asked for what that page says.
  { document: "specs/userinfo.yaml", rule: "no-path-trailing-slash", pointer: "#/paths/~13legged~1sandbox~1fr~1v1~1userinfo~1" }
]

/** A check needs no network: a reference to another host is a problem, not a download. */
class LocalResolver extends BaseResolver {
  override loadExternalRef(absoluteRef: string): Promise<Source> {
    return isAbsoluteUrl(absoluteRef) ? Promise.reject(new Error("it is on the network")) : super.loadExternalRef(absoluteRef)
  }
}

interface Found extends Exception {
  readonly text: string
}

const foundOf = ({ location, message, ruleId }: NormalizedProblem): Found => {
  const { source, ...place } = location[0]!
  const { start } = getLineColLocation(location[0]!)
  const document = shown(source.absoluteRef)
  // A text that is no YAML has lines and no pointers.
  const pointer = place.pointer ?? "#/"
  return { document, rule: ruleId, pointer, text: `${document}:${start.line}:${start.col} ${pointer}: ${message} (${ruleId})` }
}

/** What is no YAML at all is thrown, and not reported. */
const unread = (document: string, error: unknown): Found => {
  if (!(error instanceof YamlParseError)) throw error
  return { document, rule: "yaml", pointer: "#/", text: `${document}:${error.line}:${error.col} #/: ${error.message.split("\n")[0]} (yaml)` }
}

/** Warnings are problems too: a document that is written by hand has no need of any. */
const lintOne = async (document: string, config: Config): Promise<ReadonlyArray<Found>> => {
  try {
    const problems = await lint({ ref: Path.join(repositoryRoot, document), config, externalRefResolver: new LocalResolver() })
    return problems.map(foundOf)
  } catch (error) {
    return [unread(document, error)]
  }
}

const isOf = (found: Found) => ({ document, pointer, rule }: Exception): boolean =>
  found.document === document && found.rule === rule && found.pointer === pointer

/** An exception that excepts nothing would hide the next problem at its place. */
const stale = (found: ReadonlyArray<Found>): ReadonlyArray<string> =>
  exceptions
    .filter((exception) => !found.some((one) => isOf(one)(exception)))
    .map(({ document, pointer, rule }) => `${document} ${pointer}: is excepted from ${rule}, and does not need to be`)

export const specs: Step = {
  name: "specs",
  run: async () => {
    const config = await createConfig({ extends: ["recommended"], rules: more })
    const found = (await Promise.all(clients.map(({ document }) => lintOne(document, config)))).flat()
    const problems = found.filter((one) => !exceptions.some(isOf(one))).map(({ text }) => text)
    return { problems: [...problems, ...stale(found)], summary: `redocly, ${clients.length} documents` }
  }
}
