/** A record as an operator sees it. */
import type * as TokenStore from "@effect-orange/core/TokenStore"
import type * as Duration from "effect/Duration"
import type * as Option from "effect/Option"

/** `other` is what neither grant of ours has written. */
export type Kind = "session" | "app" | "other"

export interface Row {
  readonly key: TokenStore.Key
  readonly kind: Kind
  /** The name of the key that sealed it; nothing for a record that is no seal. */
  readonly sealedBy: Option.Option<string>
  readonly version: number
  readonly age: Duration.Duration
}

export const kindOf = (key: TokenStore.Key): Kind => key.startsWith("session:") ? "session" : key.startsWith("app:") ? "app" : "other"

/** What comes after the kind: a hash, of which only the beginning is shown. */
export const hashOf = (key: TokenStore.Key): string => key.slice(key.indexOf(":") + 1)

export const shownCharacters = 8
