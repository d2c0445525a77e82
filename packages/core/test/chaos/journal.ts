/** What the processes of a chaos run tell its supervisor, a line of JSON each, and what the supervisor tells them. */
import type { Place } from "../fleet/stores.js"

/** Where a process can be stopped: inside its claim, before it sends; while it sends; with the answer, before the commit. */
export type Point = "claimed" | "sending" | "answered"

/** A worker's step. Those named in the present tense are told before they are done. */
export type Step =
  | { readonly t: "ready" }
  | { readonly t: "claim"; readonly key: string; readonly version: number; readonly holder: string }
  | { readonly t: "claimed" | "refused"; readonly key: string; readonly holder: string }
  | { readonly t: "send"; readonly holder: string }
  | { readonly t: "answer"; readonly holder: string; readonly status: number }
  | { readonly t: "commit"; readonly key: string; readonly holder: string }
  | { readonly t: "committed"; readonly key: string; readonly holder: string; readonly version: number; readonly next: number }
  | { readonly t: "fenced" | "aborted"; readonly key: string; readonly holder: string }
  | { readonly t: "call"; readonly user: string; readonly sub: string }
  | { readonly t: "lost"; readonly user: string; readonly epoch: number; readonly reason: string }
  | { readonly t: "doubt"; readonly user: string }
  | { readonly t: "failed"; readonly user: string; readonly error: string }
  | { readonly t: "defect"; readonly message: string }
  | { readonly t: "stopping"; readonly point: Point; readonly holder: string }

/** A step, by whom and when. `process` numbers processes, not workers: one that was killed is another afterwards. */
export type Told = Step & { readonly at: number; readonly process: number }

/** What the authorization server saw. Refresh tokens by their hashes. */
export type Seen =
  | { readonly t: "refresh"; readonly token: string; readonly at: number }
  | { readonly t: "answered"; readonly token: string; readonly status: number; readonly at: number }
  | { readonly t: "revoked"; readonly grant: string; readonly at: number }

/** What the supervisor did. */
export type Deed =
  | { readonly t: "login"; readonly user: string; readonly key: string; readonly epoch: number; readonly at: number }
  | { readonly t: "kill" | "stop" | "continue"; readonly process: number; readonly at: number }
  | { readonly t: "store"; readonly what: string; readonly at: number }

export interface History {
  readonly told: ReadonlyArray<Told>
  readonly seen: ReadonlyArray<Seen>
  readonly deeds: ReadonlyArray<Deed>
}

export type Command =
  | { readonly c: "user"; readonly user: string; readonly epoch: number }
  | { readonly c: "stopAt"; readonly point: Point }
  | { readonly c: "end" }

/** What a worker is started with. */
export interface WorkerOptions {
  readonly environment: unknown
  readonly store: Place
  readonly users: ReadonlyArray<readonly [user: string, epoch: number]>
  /** How far this process' clock is from the others', in milliseconds. */
  readonly clockOffset: number
  readonly scheme: Scheme
}

/** `claim` is the library's. The others must be found out by the checker: a lock that ends by time, and a claim taken over. */
export type Scheme = "claim" | "lock" | "takeover"
