/** The first stages: a document's files are read, mended by its overlay, made one, and lifted to OpenAPI 3. */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as FileSystem from "@effect/platform/FileSystem"
import * as Path from "@effect/platform/Path"
import * as Effect from "effect/Effect"
import { DocumentError } from "../../GeneratorError.js"
import type { Finding } from "../../Report.js"
import { child, get, getString, type Json, type JsonObject, valueAt } from "../json.js"
import { bundle } from "./bundle.js"
import { checkVersion, normalizeVersion } from "./dialect.js"
import { Fault } from "./fault.js"
import { read, readFile, readUrl } from "./files.js"
import { limits as defaultLimits, type Limits, megabytes } from "./limits.js"
import { checkUrl, folderOfUrl, isInside, isUrl, join, type Policy } from "./locations.js"
import { applyOverlay } from "./overlay.js"
import { positionOf } from "./position.js"
import type { File } from "./references.js"
import { survey, type Target } from "./survey.js"
import { attempt, parseFile, toError } from "./tell.js"

export interface LoadOptions {
  /** A path, or a URL where remote documents are allowed. */
  readonly document: string
  readonly allowRemote: boolean
  /** The folder that all files of the document are in: by default the document's own. */
  readonly root?: string | undefined
  readonly limits?: Limits | undefined
}

export interface Loaded {
  /** OpenAPI 3.0 or 3.1 whose references are all local. */
  readonly document: JsonObject
  /** The file's name, for the banner. */
  readonly source: string
  readonly findings: ReadonlyArray<Finding>
}

type Requirements = FileSystem.FileSystem | Path.Path | HttpClient.HttpClient

interface TextFile extends File {
  readonly text: string
}

const tagFindings = (text: string, tags: ReadonlyArray<number>, prefix: string): ReadonlyArray<Finding> =>
  tags.map((offset) => ({ kind: "ignored", pointer: `${prefix}#`, reason: `the YAML tag on line ${positionOf(text, offset).line} has no meaning in JSON` }))

/** The overlay's file, if there is one. */
const findOverlay = (document: string): Effect.Effect<string | undefined, DocumentError, FileSystem.FileSystem> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const stem = document.replace(/\.(?:ya?ml|json)$/i, "")
    const candidates = ["yaml", "yml", "json"].map((extension) => `${stem}.overlay.${extension}`)
    const found = yield* Effect.filter(candidates, (path) => Effect.orElseSucceed(fs.exists(path), () => false))
    if (found.length > 1) return yield* new DocumentError({ file: found[1]!, problem: `is a second overlay, beside ${found[0]!}`, expected: "Put the entries of both into one" })
    return found[0]
  })

const overlaid = (value: Json, document: string, limits: Limits): Effect.Effect<Json, DocumentError, FileSystem.FileSystem> =>
  Effect.gen(function*() {
    const name = yield* findOverlay(document)
    if (name === undefined) return value
    const bytes = yield* Effect.mapError(readFile(name, limits), (fault) => toError(fault, name, undefined, limits))
    const overlay = yield* parseFile(bytes, name, limits)
    return yield* Effect.mapError(attempt(() => applyOverlay(value, overlay.value)), (fault) => toError(fault, name, overlay.text, limits))
  })

const policyOf = (options: LoadOptions, location: string): Effect.Effect<Policy, Fault, Path.Path> =>
  Effect.gen(function*() {
    const paths = yield* Path.Path
    if (isUrl(location)) return { paths, root: folderOfUrl(location), allowRemote: options.allowRemote }
    const root = options.root === undefined ? paths.dirname(location) : paths.resolve(options.root)
    if (!isInside(paths, root, location)) return yield* Effect.fail(new Fault(`is not in the root ${root}`, undefined, "Expected a root (root, --root) that holds the document and its files"))
    return { paths, root, allowRemote: options.allowRemote }
  })

/** The location of the main file: whatever has a scheme is no path. */
const locationOf = (options: LoadOptions): Effect.Effect<string, Fault, Path.Path> =>
  Effect.flatMap(Path.Path, (paths) =>
    attempt(() => {
      if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(options.document)) return paths.resolve(options.document)
      const url = checkUrl(options.document)
      if (!options.allowRemote) throw new Fault("is on the network", undefined, "Documents on the network are read only if that is allowed (allowRemote, --allow-remote)")
      return url
    }))

/** The document's own person named it: a link may lead to it from anywhere. */
const readMain = (location: string, limits: Limits): Effect.Effect<Uint8Array, Fault, FileSystem.FileSystem | HttpClient.HttpClient> =>
  isUrl(location) ? readUrl(location, limits) : readFile(location, limits)

export const load = (options: LoadOptions): Effect.Effect<Loaded, DocumentError, Requirements> =>
  Effect.gen(function*() {
    const limits = options.limits ?? defaultLimits
    const paths = yield* Path.Path
    const named = (fault: Fault): DocumentError => toError(fault, options.document, undefined, limits)
    const location = yield* Effect.mapError(locationOf(options), named)
    const policy = yield* Effect.mapError(policyOf(options, location), named)

    const bytes = yield* Effect.mapError(readMain(location, limits), named)
    const parsed = yield* parseFile(bytes, options.document, limits)
    const value = isUrl(location) ? parsed.value : yield* overlaid(parsed.value, options.document, limits)

    const files = new Map<string, TextFile>()
    const findings: Array<Finding> = [...tagFindings(parsed.text, parsed.tags, "")]
    /** A fault of any file, told with its name and line. */
    const told = (fault: Fault): DocumentError => {
      const file = fault.file === undefined ? main : files.get(fault.file) ?? main
      return toError(fault, file.name, file.text, limits)
    }
    const main: TextFile = { location, name: options.document, relative: paths.basename(location), value: normalizeVersion(value), text: parsed.text }
    files.set(location, main)
    const dialect = yield* Effect.mapError(attempt(() => checkVersion(main.value)), told)
    findings.push(...dialect.findings)

    let size = bytes.length
    const readMore = (target: string): Effect.Effect<void, DocumentError, Requirements> =>
      Effect.gen(function*() {
        const name = isUrl(target) ? target : paths.join(paths.dirname(options.document), paths.relative(paths.dirname(location), target))
        if (files.size >= limits.files) return yield* new DocumentError({ file: options.document, problem: `refers to more than ${limits.files} files`, expected: "Put its parts into fewer files" })
        const more = yield* Effect.mapError(read(target, policy, limits), (fault) => toError(fault, name, undefined, limits))
        size += more.length
        if (size > limits.totalBytes) return yield* new DocumentError({ file: options.document, problem: `has files of more than ${megabytes(limits.totalBytes)} together`, expected: "Split the document, or take out what the client does not need" })
        const { tags, text, value } = yield* parseFile(more, name, limits)
        findings.push(...tagFindings(text, tags, name))
        files.set(target, { location: target, name, relative: isUrl(target) ? target : paths.relative(paths.dirname(location), target), value, text })
      })

    const access = { main, get: (one: string) => files.get(one), locate: (from: string, reference: string) => join(policy, from, reference) }
    const surveying = survey(access)
    for (;;) {
      const unread = yield* Effect.mapError(attempt(() => surveying.advance()), told)
      if (unread.length === 0) break
      for (const target of [...new Set(unread.map((one) => one.location))].sort()) {
        yield* Effect.mapError(readMore(target), (error) => referredBy(error, unread.find((one) => one.location === target)!))
      }
    }
    const surveyed = yield* Effect.mapError(attempt(() => surveying.finish()), told)
    const document = yield* Effect.mapError(attempt(() => surveyed.rewrite ? bundle(access, surveyed) : main.value as JsonObject), told)
    findings.push(...surveyed.findings)
    if (!dialect.isSwagger) return { document, source: sourceOf(paths, location), findings }
    const { upgrade } = yield* Effect.promise(() => import("../upgrade/upgrade.js"))
    const upgraded = upgrade(document)
    return { document: upgraded.document, source: sourceOf(paths, location), findings: [...findings, ...upgraded.findings] }
  })

const sourceOf = (paths: Path.Path, location: string): string => isUrl(location) ? paths.basename(new URL(location).pathname) || "document" : paths.basename(location)

/** A file that cannot be read is told with the place that asks for it. A name alone is a file's, and may have been meant for a schema's. */
const referredBy = (error: DocumentError, { from: { file, keys } }: Pick<Target, "from">): DocumentError => {
  if (error.line !== undefined || error.pointer !== undefined) return error
  const reference = getString(valueAt(file.value, keys.map(String)), "$ref")
  const isName = reference !== undefined && /^[\w-]+$/.test(reference)
  const section = get(file.value, "swagger") === undefined ? "#/components/schemas" : "#/definitions"
  return new DocumentError({
    ...error,
    problem: `${error.problem}, and ${file.name} refers to it at ${child("#", ...keys)}`,
    expected: isName ? `Expected ${child(section, reference)}, if a schema of this document is meant, or the path of a file` : error.expected
  })
}
