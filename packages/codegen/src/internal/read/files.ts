/** Reading the files of a document: from below one folder of the disk, or from one place of the network. */
import * as FileSystem from "@effect/platform/FileSystem"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as PlatformError from "@effect/platform/Error"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { Fault, show } from "./fault.js"
import { type Limits, megabytes } from "./limits.js"
import { isInside, isUrl, type Policy } from "./locations.js"

const whyNot = (error: PlatformError.PlatformError): Fault =>
  new Fault(
    error._tag === "SystemError" && error.reason === "NotFound" ? "does not exist" : error._tag === "SystemError" && error.reason === "PermissionDenied" ? "may not be read" : "cannot be read",
    undefined,
    "Check the path and its permissions"
  )

const tooLarge = (limits: Limits): Fault =>
  new Fault(`is larger than ${megabytes(limits.fileBytes)}`, undefined, "Split the document, or take out what the client does not need")

/** The bytes of a file that the document's own person named. */
export const readFile = (path: string, limits: Limits): Effect.Effect<Uint8Array, Fault, FileSystem.FileSystem> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const info = yield* Effect.mapError(fs.stat(path), whyNot)
    // A device or a pipe might never end.
    if (info.type !== "File") return yield* Effect.fail(new Fault("is no file", undefined, "Expected the path of an OpenAPI document"))
    if (Number(info.size) > limits.fileBytes) return yield* Effect.fail(tooLarge(limits))
    const bytes = yield* Effect.mapError(fs.readFile(path), whyNot)
    return bytes.length > limits.fileBytes ? yield* Effect.fail(tooLarge(limits)) : bytes
  })

/** The bytes of a file that a document refers to: no symbolic link leads out of the root. */
const readReferred = (path: string, policy: Policy, limits: Limits): Effect.Effect<Uint8Array, Fault, FileSystem.FileSystem> =>
  Effect.gen(function*() {
    const fs = yield* FileSystem.FileSystem
    const real = yield* Effect.mapError(fs.realPath(path), whyNot)
    const root = yield* Effect.mapError(fs.realPath(policy.root), whyNot)
    if (!isInside(policy.paths, root, real)) {
      return yield* Effect.fail(new Fault("is a link that leads out of the document's folder", undefined, "Put a copy there, or name a folder that holds both as the root (root, --root)"))
    }
    return yield* readFile(real, limits)
  })

const timeout = "30 seconds"

const concat = (chunks: ReadonlyArray<Uint8Array>, size: number): Uint8Array => {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** The body of an answer, as far as it is allowed to go. */
const readBody = <E>(stream: Stream.Stream<Uint8Array, E>, limits: Limits): Effect.Effect<Uint8Array, E | Fault> => {
  const chunks: Array<Uint8Array> = []
  let size = 0
  const each = Stream.runForEach(stream, (chunk) => {
    size += chunk.length
    if (size > limits.fileBytes) return Effect.fail(tooLarge(limits))
    chunks.push(chunk)
    return Effect.void
  })
  return Effect.map(each, () => concat(chunks, size))
}

/** A document of the network, asked for with no credential; an answer that points elsewhere is not followed. */
export const readUrl = (url: string, limits: Limits): Effect.Effect<Uint8Array, Fault, HttpClient.HttpClient> =>
  Effect.gen(function*() {
    const client = HttpClient.withTracerPropagation(yield* HttpClient.HttpClient, false)
    const request = HttpClientRequest.setHeaders(HttpClientRequest.get(url), { accept: "application/json, application/yaml, */*" })
    const response = yield* client.execute(request)
    if (response.status >= 300 && response.status < 400) {
      return yield* Effect.fail(new Fault(`is answered by a redirect to ${show(response.headers["location"] ?? "nowhere")}`, undefined, "Redirects are not followed: name the address that the document is at"))
    }
    if (response.status !== 200) return yield* Effect.fail(new Fault(`is answered with status ${response.status}`, undefined, "Expected 200 and the document"))
    return yield* readBody(response.stream, limits)
  }).pipe(
    // Node's and Undici's clients follow no redirect by themselves; fetch does, and knows cookies in a browser.
    Effect.provideService(FetchHttpClient.RequestInit, { redirect: "manual", credentials: "omit" }),
    Effect.timeoutFail({ duration: timeout, onTimeout: () => new Fault(`did not answer within ${timeout}`, undefined) }),
    Effect.mapError((error) => error instanceof Fault ? error : new Fault("cannot be read from the network", undefined, "Check the address"))
  )

export const read = (location: string, policy: Policy, limits: Limits): Effect.Effect<Uint8Array, Fault, FileSystem.FileSystem | HttpClient.HttpClient> =>
  isUrl(location) ? readUrl(location, limits) : readReferred(location, policy, limits)
