/** The application's own URL that a delivery is posted to, and how it is shown. */
import * as Option from "effect/Option"

/** No user information: `fetch` takes none, and it would be one more secret in an argument. */
const isCallback = ({ password, protocol, username }: URL): boolean =>
  (protocol === "http:" || protocol === "https:") && username === "" && password === ""

export const readTarget = (text: string): Option.Option<URL> =>
  URL.canParse(text) ? Option.filter(Option.some(new URL(text)), isCallback) : Option.none()

/** Origin and path. The last segment often is the callback's secret, and a query may hold one: neither is shown. */
export const masked = ({ origin, pathname }: URL): string => {
  const segments = pathname.split("/")
  const last = segments.findLastIndex((segment) => segment !== "")
  return origin + segments.map((segment, index) => index === last ? "***" : segment).join("/")
}
