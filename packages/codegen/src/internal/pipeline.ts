/** The stages after reading, in order: model, name, emit. Pure: plain data in, the text of modules and a report out. */
import * as Crypto from "node:crypto"
import type { Finding } from "../Report.js"
import { emitCallbacks } from "./emit/effect3/callbacks.js"
import { emitClient } from "./emit/effect3/client.js"
import { emitOperations } from "./emit/effect3/operations.js"
import { makePrinter, type Printer, type Subject } from "./emit/effect3/printer.js"
import { emitSchemas } from "./emit/effect3/schemas.js"
import { canonical, getString, type JsonObject } from "./json.js"
import { readModel } from "./model/document.js"
import { schemasWithFiles } from "./model/files.js"
import { formsOf } from "./model/forms.js"
import type { Named } from "./model/Model.js"
import { twinsOf } from "./model/twins.js"
import { aboutKept, leftOut, withoutUnused } from "./model/used.js"
import { kebab } from "./name/identifiers.js"
import { isChosen, nameAll, type Overrides, withTwins } from "./name/names.js"
import { is30 } from "./read/dialect.js"

export interface RenderOptions {
  /** The client's name, such as `Sms`. */
  readonly name: string
  readonly packageName: string
  /** Where the document came from, for the banner: never a path of the machine. */
  readonly source: string
  readonly version: string
  readonly strictResponses: boolean
  /** Schemas that nothing refers to are kept. */
  readonly allSchemas: boolean
  readonly overrides: Overrides
  readonly openEnums: ReadonlySet<string>
  readonly catastrophic: ReadonlySet<string>
}

export interface Rendered extends Subject {
  /** Text by file name. */
  readonly files: ReadonlyMap<string, string>
  readonly findings: ReadonlyArray<Finding>
  /** Pointers of components that were left out. */
  readonly unused: ReadonlyArray<string>
  readonly digest: string
}

const bannerOf = (document: JsonObject, digest: string, { source, version }: RenderOptions): string => {
  const info = document["info"]
  const about = [getString(info, "title"), getString(info, "version")].filter((one) => one !== undefined).join(" ")
  const safe = `${about} (${source})`.replace(/[^\x20-\x7e]|\*\//g, "?")
  return `/**\n * Generated: do not edit. Change the document, its overlay or the generator, and generate again.\n *\n * Source: ${safe}\n * sha256: ${digest}\n * Generator: @effect-orange/codegen ${version}\n */`
}

const indexText = (banner: string, hasCallbacks: boolean): string =>
  `${banner}\nexport * from "./client.js"\nexport * as operations from "./operations.js"\nexport * as Schemas from "./schemas.js"\n${hasCallbacks ? `export * as callbacks from "./callbacks.js"\n` : ""}`

export const render = (given: JsonObject, options: RenderOptions): Rendered => {
  const document = canonical(given) as JsonObject
  const digest = Crypto.createHash("sha256").update(JSON.stringify(document)).digest("hex")
  const findings: Array<Finding> = []
  const whole = readModel({
    document,
    is30: is30(document),
    catastrophic: options.catastrophic,
    openEnums: options.openEnums,
    report: (finding) => findings.push(finding)
  })
  const forms = formsOf(whole)
  // Of all schemas: what uses them changes no name.
  const own = nameAll(whole, forms, options.overrides)
  const hasChosenName = (one: Named): boolean => isChosen(options.overrides, one)
  const model = options.allSchemas ? whole : withoutUnused(whole, document, hasChosenName)
  const withFiles = schemasWithFiles(model)
  const twins = twinsOf(model, forms, withFiles, hasChosenName)
  const names = withTwins(own, twins)
  const banner = bannerOf(document, digest, options)
  const subject: Subject = { model, names, forms, schemasWithFiles: withFiles, banner }
  const printer = (): Printer => makePrinter(subject, "M.")
  const files = new Map<string, string>([
    ["client.ts", emitClient(printer(), options)],
    ["index.ts", indexText(banner, model.callbacks.length > 0)],
    ["operations.ts", emitOperations(printer(), { apiName: kebab(options.name), strictResponses: options.strictResponses })],
    ...emitSchemas(subject, own, twins)
  ])
  if (model.callbacks.length > 0) files.set("callbacks.ts", emitCallbacks(printer()))
  return { files, findings: dedupe(aboutKept(findings, whole, model)), unused: leftOut(whole, model), digest, ...subject }
}

const dedupe = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> => {
  const byText = new Map(findings.map((one) => [`${one.pointer}\n${one.reason}`, one]))
  return [...byText.values()].sort((a, b) => a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0)
}
