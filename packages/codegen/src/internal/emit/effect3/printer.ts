/** What printing needs to know, and what it finds out: which modules the text refers to. */
import type { Forms } from "../../model/forms.js"
import type { Model } from "../../model/Model.js"
import type { Names } from "../../name/names.js"

/** What is printed, all of it settled. */
export interface Subject {
  readonly model: Model
  readonly names: Names
  readonly forms: Forms
  /** Schemas whose binary strings are files: see `model/files.ts`. */
  readonly schemasWithFiles: ReadonlySet<string>
  /** The head of each file. */
  readonly banner: string
}

export interface Printer extends Subject {
  /** What stands before a schema's name: nothing in its own module. */
  readonly prefix: string
  /** Whether a binary string is a file, as in a form, and not a text. */
  readonly files: boolean
  /** Notes that the text uses a module, and gives the text. */
  readonly use: (module: string, text: string) => string
  readonly used: Set<string>
}

export const makePrinter = (subject: Subject, prefix: string): Printer => {
  const used = new Set<string>()
  return {
    ...subject,
    prefix,
    files: false,
    used,
    use: (module, text) => {
      used.add(module)
      return text
    }
  }
}

/** The same printer for schemas of forms, where binary strings are files. */
export const withFiles = (printer: Printer, files: boolean): Printer => printer.files === files ? printer : { ...printer, files }

const sources: Readonly<Record<string, string>> = {
  ApiClient: `import * as ApiClient from "@effect-orange/core/ApiClient"`,
  ApiClientType: `import type * as ApiClient from "@effect-orange/core/ApiClient"`,
  ApiError: `import type * as ApiError from "@effect-orange/core/ApiError"`,
  AppAuth: `import * as AppAuth from "@effect-orange/core/AppAuth"`,
  AppAuthType: `import type * as AppAuth from "@effect-orange/core/AppAuth"`,
  Context: `import * as Context from "effect/Context"`,
  DateTime: `import type * as DateTime from "effect/DateTime"`,
  Effect: `import type * as Effect from "effect/Effect"`,
  HttpClient: `import type * as HttpClient from "@effect/platform/HttpClient"`,
  Layer: `import * as Layer from "effect/Layer"`,
  M: `import * as M from "./schemas.js"`,
  MAbove: `import * as M from "../schemas.js"`,
  MType: `import type * as M from "./schemas.js"`,
  Operation: `import type * as Operation from "@effect-orange/core/Operation"`,
  Redacted: `import type * as Redacted from "effect/Redacted"`,
  S: `import * as S from "effect/Schema"`,
  Stream: `import type * as Stream from "effect/Stream"`,
  UserAuthType: `import type * as UserAuth from "@effect-orange/core/UserAuth"`,
  k: `import * as k from "@effect-orange/core/ApiSchema"`,
  kType: `import type * as k from "@effect-orange/core/ApiSchema"`,
  operations: `import * as operations from "./operations.js"`,
  operationsType: `import type * as operations from "./operations.js"`
}

/** The imports of a module, in the order of what they import from. */
const imports = (modules: Iterable<string>): string => {
  // Packages first, then the neighbours.
  const from = (line: string): string => line.slice(line.indexOf("\"")).replace(/^"\./, "~")
  return [...modules].map((one) => sources[one]!).sort((a, b) => from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : 0).join("\n")
}

/** A module: its head, what it imports, what it declares. */
export const moduleText = ({ banner }: Printer, modules: Iterable<string>, body: string): string => `${banner}\n${imports(modules)}\n\n${body}`

/** A module without a declaration: a module all the same. */
export const emptyModule = ({ banner }: Printer): string => `${banner}\nexport {}\n`

const mentionable = ["ApiClient", "ApiError", "M", "S", "k"]

/** What a document wrote, which is comments and strings, or a module's name outside of them. */
const token = /"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|(?<![\w$.])(ApiClient|ApiError|M|S|k)\./g

/** The modules that a text refers to. It is read until all are found that it may name at all. */
export const mentionsIn = (body: string): ReadonlySet<string> => {
  const candidates = mentionable.filter((name) => body.includes(`${name}.`)).length
  const found = new Set<string>()
  for (const match of body.matchAll(token)) {
    if (match[1] !== undefined) found.add(match[1])
    if (found.size === candidates) break
  }
  return found
}

export const importsOf = (body: string): ReadonlyArray<string> => [...mentionsIn(body)].map((name) => name === "ApiClient" ? "ApiClientType" : name)
