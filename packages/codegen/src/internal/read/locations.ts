/**
 * Where a reference may lead: the closed part of reading. A location is the absolute path of a file or an http(s) URL;
 * nothing is read or asked for here.
 */
import type * as Path from "@effect/platform/Path"
import { Fault, show } from "./fault.js"

export interface Policy {
  readonly paths: Path.Path
  /** The folder, or URL of a folder, that a document's files are in. */
  readonly root: string
  readonly allowRemote: boolean
}

export const isUrl = (location: string): boolean => /^https?:\/\//i.test(location)

/** The URL of what a URL's file is beside of. */
export const folderOfUrl = (url: string): string => new URL(".", url).href

/** A URL that a document may be asked for at: no credential goes out with it. */
export const checkUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new Fault(`${show(text)} is no http or https URL`, undefined)
  if (url.username !== "" || url.password !== "") throw new Fault("its URL holds a credential", undefined, "Nothing is sent with a request for a document: fetch it yourself and give its path")
  url.hash = ""
  return url.href
}

export const isInside = (paths: Path.Path, root: string, path: string): boolean => {
  const relative = paths.relative(root, path)
  return relative !== ".." && !relative.startsWith(`..${paths.sep}`) && !paths.isAbsolute(relative)
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Fault(`the reference ${show(text)} is not percent-encoded correctly`, undefined)
  }
}

const remoteOnlyIfAsked = "Documents on the network are read only if remote references are allowed (allowRemote, --allow-remote)"

const joinUrl = (policy: Policy, base: string, reference: string): string => {
  const target = new URL(reference, base)
  const bound = isUrl(policy.root) ? policy.root : folderOfUrl(base)
  if (!target.href.startsWith(bound)) {
    throw new Fault(`the reference ${show(reference)} leads outside ${bound}`, undefined, "A document on the network may refer only to files beside it and below")
  }
  return checkUrl(target.href)
}

/** The location of a reference's file, as seen from the file that holds it. */
export const join = (policy: Policy, base: string, reference: string): string => {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(reference)?.[1]?.toLowerCase()
  const isRemote = scheme === "http" || scheme === "https"
  if (scheme !== undefined && !isRemote) {
    throw new Fault(`the reference ${show(reference)} is not to a file beside the document`, undefined, "Expected a relative path, such as ./common.yaml#/components/schemas/Name")
  }
  if (isUrl(base)) return joinUrl(policy, base, reference)
  if (isRemote) {
    if (!policy.allowRemote) throw new Fault(`the reference ${show(reference)} leads to the network`, undefined, remoteOnlyIfAsked)
    return checkUrl(reference)
  }
  const path = decoded(reference)
  if (/^[/\\]/.test(path) || policy.paths.isAbsolute(path)) {
    throw new Fault(`the reference ${show(reference)} is an absolute path`, undefined, "Expected a path relative to the file that holds it")
  }
  const target = policy.paths.resolve(policy.paths.dirname(base), path)
  if (!isInside(policy.paths, policy.root, target)) {
    throw new Fault(
      `the reference ${show(reference)} leads out of the document's folder`,
      undefined,
      "To read files around it, name a folder that holds them all as the root (root, --root)"
    )
  }
  return target
}

/** The two parts of a reference: where its file is, empty for the same file, and what in it. */
export const splitReference = (reference: string): readonly [location: string, fragment: string] => {
  const hash = reference.indexOf("#")
  return hash < 0 ? [reference, ""] : [reference.slice(0, hash), reference.slice(hash + 1)]
}
