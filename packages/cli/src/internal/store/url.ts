/** The URL that names a token store. */
import * as Either from "effect/Either"
import * as Redacted from "effect/Redacted"

interface Named {
  /** For messages: scheme, host and path, without user, password and query. */
  readonly shown: string
}

/** Which store, by the kind of its engine. */
export type StoreUrl =
  | Named & { readonly _tag: "Redis"; readonly url: Redacted.Redacted }
  | Named & { readonly _tag: "Postgres"; readonly url: Redacted.Redacted }
  | Named & { readonly _tag: "Sqlite"; readonly path: string }
  | Named & { readonly _tag: "File"; readonly directory: string }

export const forms = "redis://, rediss://, postgres://, sqlite:///path or file:///path"

const left = (problem: string): Either.Either<never, string> => Either.left(problem)

const shownOf = ({ host, pathname, protocol }: URL): string => `${protocol}//${host}${pathname}`

const pathOf = (url: URL): Either.Either<string, string> => {
  const hint = `must have three slashes and the whole path, as in ${url.protocol}///var/lib/shop/tokens`
  if (url.host !== "" || url.pathname.length < 2) return left(hint)
  if (url.search !== "" || url.hash !== "") return left("must be a path alone: write ? as %3F and # as %23")
  return Either.mapLeft(Either.try(() => decodeURIComponent(url.pathname)), () => "has a % that begins no character")
}

const noHost = (url: URL) => left(`must name a host, as in ${url.protocol}//store.example.com`)

const redis = (url: URL): Either.Either<StoreUrl, string> => {
  if (url.host === "") return noHost(url)
  if (!/^(\/\d{0,4})?$/.test(url.pathname)) return left("must have nothing but the number of a database after the host")
  return Either.right({ _tag: "Redis", url: Redacted.make(url.href), shown: shownOf(url) })
}

/** The folder of a local socket stands in the query. An @ in the path is what a / in a password makes of the URL. */
const postgres = (url: URL): Either.Either<StoreUrl, string> => {
  if (url.pathname.includes("@")) return left("has an @ in its path: signs in a password are written as %XX")
  return url.host === "" && !url.searchParams.has("host") ? noHost(url) : Either.right({ _tag: "Postgres", url: Redacted.make(url.href), shown: shownOf(url) })
}

const read = (url: URL): Either.Either<StoreUrl, string> => {
  switch (url.protocol) {
    case "redis:":
    case "rediss:":
      return redis(url)
    case "postgres:":
    case "postgresql:":
      return postgres(url)
    case "sqlite:":
      return Either.map(pathOf(url), (path) => ({ _tag: "Sqlite", path, shown: shownOf(url) }))
    case "file:":
      return Either.map(pathOf(url), (directory) => ({ _tag: "File", directory, shown: shownOf(url) }))
    default:
      return left(`must begin with ${forms}`)
  }
}

/** What is wrong is said without the text, which may hold a password. */
export const parse = (text: string): Either.Either<StoreUrl, string> =>
  URL.canParse(text.trim()) ? read(new URL(text.trim())) : left(`must be a URL (${forms}); signs in a password are written as %XX`)

/** Whether there is a password in it, as anywhere in an argument there should be none. */
export const holdsPassword = (text: string): boolean => /:\/\/[^/?#]*@|[?&]password=/i.test(text)
