/** Our documents of the network APIs, and the ones of CAMARA's that they stand beside. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import { fileURLToPath } from "node:url"

const ours = fileURLToPath(new URL("../../../../specs/", import.meta.url))

const theirs = fileURLToPath(new URL("../../../../../shared/specs-real/", import.meta.url))

/** CAMARA's documents are no part of this repository. */
export const hasTheirs: boolean = Fs.existsSync(theirs)

const counterparts = {
  "device-reachability-status": "device-reachability-status.yaml",
  "device-roaming-status": "device-roaming-status.yaml",
  "device-swap": "device-swap.yaml",
  "geofencing-subscriptions": "geofencing-subscriptions.yaml",
  "kyc-match": "kyc-match.yaml",
  "kyc-tenure": "multi-file/API_definitions/kyc-tenure.yaml",
  "location-retrieval": "location-retrieval.yaml",
  "location-verification": "location-verification.yaml",
  "number-verification": "number-verification.yaml",
  "population-density-data": "population-density-data.yaml",
  "quality-on-demand": "quality-on-demand.yaml",
  "sim-swap": "sim-swap.yaml"
} as const

export type Name = keyof typeof counterparts

export const all = Object.keys(counterparts) as ReadonlyArray<Name>

export const oursOf = (name: Name): string => Path.join(ours, `${name}.yaml`)

export const theirsOf = (name: Name): string => Path.join(theirs, counterparts[name])

/** The folder that the references of a document of CAMARA's stay in. */
export const rootOfTheirs = (name: Name): string => counterparts[name].startsWith("multi-file/") ? Path.join(theirs, "multi-file") : theirs
