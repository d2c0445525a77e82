/** JSON pointers (RFC 6901). */

export const write = (path: ReadonlyArray<string>): string =>
  path.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")

const tokens = (pointer: string): ReadonlyArray<string> =>
  pointer === "" ? [] : pointer.split("/").slice(1).map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))

export const read = (value: unknown, pointer: string): unknown =>
  tokens(pointer).reduce<unknown>(
    (at, token) => typeof at === "object" && at !== null && Object.hasOwn(at, token) ? (at as Record<string, unknown>)[token] : undefined,
    value
  )
