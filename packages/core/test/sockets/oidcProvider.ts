/**
 * oidc-provider on a socket, below the paths of Orange's servers: an authorization server that we did not write. Its
 * pages are filled in over HTTP, as a browser would, by `browse`.
 */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto"
import * as Http from "node:http"
import type { ClientMetadata, Configuration, JWK, KoaContextWithOIDC, Provider } from "oidc-provider"
import { Environment } from "@effect-orange/core"
import { listen, readText, redirectUri } from "./support.js"

/** What form-encoding (RFC 6749 section 2.3.1) changes. Printable ASCII only (its appendix A.2): the provider insists. */
export const secret = "web/s3c+ret: %41&=~"

const secrets = { m2m: secret, "m2m-body": secret, web: secret, "web-es256": secret, "web-ps256": secret }
export type ClientId = keyof typeof secrets

const user = (id: ClientId, more: Partial<ClientMetadata> = {}): ClientMetadata => ({
  client_id: id,
  client_secret: secrets[id],
  grant_types: ["authorization_code", "refresh_token"],
  redirect_uris: [redirectUri],
  response_types: ["code"],
  token_endpoint_auth_method: "client_secret_basic",
  scope: "openid offline_access profile",
  ...more
})

const application = (id: ClientId, method: "client_secret_basic" | "client_secret_post"): ClientMetadata => ({
  client_id: id,
  client_secret: secrets[id],
  grant_types: ["client_credentials"],
  redirect_uris: [],
  response_types: [],
  token_endpoint_auth_method: method
})

const paths = {
  appToken: "/oauth/v3/token",
  token: "/openidconnect/fr/v1/token",
  authorization: "/openidconnect/fr/v1/authorize",
  userinfo: "/openidconnect/fr/v1/userinfo",
  jwks: "/openidconnect/fr/v1/jwks"
}

/** Seconds. The id_token outlives the turns of the client's clock, which is not the provider's. */
export const accessTokenLife = 60

const signingKey = (kid: string, key: KeyObject): JWK => ({ ...key.export({ format: "jwk" }), kid, use: "sig" }) as JWK

/** Made once: an RSA key takes its time. */
const signingKeys = [
  signingKey("rsa", generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey),
  signingKey("ec", generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey)
]

const configuration = (options: Options): Configuration => ({
  jwks: { keys: signingKeys },
  clients: [
    application("m2m", "client_secret_basic"),
    application("m2m-body", "client_secret_post"),
    user("web"),
    user("web-es256", { id_token_signed_response_alg: "ES256" }),
    user("web-ps256", { id_token_signed_response_alg: "PS256" })
  ],
  scopes: ["openid", "offline_access", "profile"],
  features: { clientCredentials: { enabled: true }, devInteractions: { enabled: true } },
  pkce: { required: () => options.pkce ?? true },
  routes: { authorization: paths.authorization, token: paths.token, userinfo: paths.userinfo, jwks: paths.jwks },
  rotateRefreshToken: options.rotate ?? true,
  issueRefreshToken: (_ctx, client) => client.grantTypeAllowed("refresh_token"),
  ttl: {
    AccessToken: options.accessTokenLife ?? accessTokenLife,
    ClientCredentials: 3_600,
    RefreshToken: 86_400,
    AuthorizationCode: 60,
    IdToken: 86_400,
    Session: 86_400,
    Interaction: 600,
    Grant: 86_400
  },
  findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  cookies: { keys: ["not a secret"] },
  ...(options.adapter === undefined ? {} : { adapter: options.adapter })
})

export interface Options {
  /** Whether each refresh brings a new refresh token and ends the old one. True by default. */
  readonly rotate?: boolean
  /** Whether a log-in without PKCE is refused. True by default. */
  readonly pkce?: boolean
  /** Seconds. */
  readonly accessTokenLife?: number
  /** Where the provider keeps what it issues. Its own memory, of a thousand records, by default. */
  readonly adapter?: Configuration["adapter"]
  /** Told of a token request when it arrives, and waited for; what it gives is waited for before the answer leaves. */
  readonly onTokenRequest?: (request: TokenRequest) => Promise<() => Promise<void>>
}

/** A token request as it reached the server. */
export interface TokenRequest {
  readonly path: string
  readonly grantType: string | null
  /** Of its refresh token: enough to see whether one came twice. */
  readonly refreshTokenHash: string | undefined
  /** Undefined until it is answered. */
  status: number | undefined
}

export interface OidcProvider {
  readonly environment: Environment.Environment
  readonly provider: Provider
  /** All requests by method and path. */
  readonly requests: ReadonlyArray<string>
  readonly tokenRequests: ReadonlyArray<TokenRequest>
  readonly refreshes: () => ReadonlyArray<TokenRequest>
  /** The next refresh is answered 503: `before` the provider sees it, or `after` it has done its work. */
  readonly failNextRefresh: (when: "before" | "after") => void
  /** Ends every grant that was made: what a user does who withdraws the consent. */
  readonly revokeGrants: Effect.Effect<void>
}

/** oidc-provider says on the console that this is no production; nothing else is kept from it. */
const quiet: Effect.Effect<void, never, Scope.Scope> = Effect.asVoid(Effect.acquireRelease(
  Effect.sync(() => {
    const { info, warn } = console
    const without = (print: typeof console.warn): typeof console.warn => (...args) => {
      // In bold on a terminal.
      if (!/^(\u001b\[[\d;]+m)?oidc-provider (WARNING|NOTICE): /.test(String(args[0]))) print(...args)
    }
    console.info = without(info)
    console.warn = without(warn)
    return { info, warn }
  }),
  (original) => Effect.sync(() => Object.assign(console, original))
))

const hash = (value: string): string => createHash("sha256").update(value).digest("base64url")

/** Starts a provider of its own, which ends with the scope. */
export const start = (options: Options = {}): Effect.Effect<OidcProvider, never, Scope.Scope> =>
  Effect.gen(function*() {
    yield* quiet
    const { Provider } = yield* Effect.promise(() => import("oidc-provider"))
    const server = Http.createServer()
    const issuer = `http://127.0.0.1:${yield* listen(server)}`
    const provider = new Provider(issuer, configuration(options))

    const requests: Array<string> = []
    const tokenRequests: Array<TokenRequest> = []
    const grants = new Set<string>()
    let fault: "before" | "after" | undefined

    const unavailable = (ctx: KoaContextWithOIDC) => {
      ctx.status = 503
      ctx.body = "<html>busy</html>"
    }

    const answerToken = async (ctx: KoaContextWithOIDC, next: () => Promise<void>, isRefresh: boolean) => {
      if (ctx.path === paths.appToken) {
        // The 2-legged guide: without `Accept: application/json` the answer is 406.
        if (!ctx.get("accept").includes("application/json")) {
          ctx.status = 406
          ctx.body = { error: "not_acceptable" }
          return
        }
        ctx.path = paths.token
      }
      const active = isRefresh ? fault : undefined
      if (isRefresh) fault = undefined
      if (active === "before") return unavailable(ctx)
      await next()
      const grant = ctx.oidc.entities.Grant?.jti
      if (grant !== undefined) grants.add(grant)
      if (active === "after") unavailable(ctx)
    }

    provider.use(async (ctx, next) => {
      requests.push(`${ctx.method} ${ctx.path}`)
      if (ctx.method !== "POST" || (ctx.path !== paths.token && ctx.path !== paths.appToken)) return next()
      const body = await readText(ctx.req)
      // Where oidc-provider looks for the body of a request that was read before.
      Object.assign(ctx.req, { body })
      const form = new URLSearchParams(body)
      const refreshToken = form.get("refresh_token")
      const request: TokenRequest = {
        path: ctx.path,
        grantType: form.get("grant_type"),
        refreshTokenHash: refreshToken === null ? undefined : hash(refreshToken),
        status: undefined
      }
      tokenRequests.push(request)
      const beforeAnswer = await options.onTokenRequest?.(request)
      await answerToken(ctx as KoaContextWithOIDC, next, refreshToken !== null)
      request.status = ctx.status
      await beforeAnswer?.()
    })
    server.on("request", provider.callback())

    return {
      environment: Environment.make({
        name: "oidc-provider",
        baseUrl: issuer,
        issuer,
        tokenUrl: issuer + paths.appToken,
        userTokenUrl: issuer + paths.token,
        authorizeUrl: issuer + paths.authorization,
        userinfoUrl: issuer + paths.userinfo,
        jwksUrl: issuer + paths.jwks,
        idToken: "required"
      }),
      provider,
      requests,
      tokenRequests,
      refreshes: () => tokenRequests.filter(({ grantType }) => grantType === "refresh_token"),
      failNextRefresh: (when) => {
        fault = when
      },
      revokeGrants: Effect.promise(async () => {
        for (const id of grants) await (await provider.Grant.find(id))?.destroy()
      })
    }
  })

interface Cookie {
  readonly value: string
  readonly path: string
}

/** A browser's cookies, of one origin. */
class CookieJar {
  private readonly cookies = new Map<string, Cookie>()

  read(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(/; ?/)
      const [name = "", value = ""] = pair.split(/=(.*)/s)
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice("path=".length) ?? "/"
      if (value === "") this.cookies.delete(`${name} ${path}`)
      else this.cookies.set(`${name} ${path}`, { value: `${name}=${value}`, path })
    }
  }

  header(url: URL): string {
    return [...this.cookies.values()].filter(({ path }) => url.pathname.startsWith(path)).map(({ value }) => value).join("; ")
  }
}

export interface Visit {
  /** Who logs in. */
  readonly user?: string
  /** The user goes back instead of agreeing. */
  readonly deny?: boolean
}

const attribute = (html: string, pattern: RegExp): string => {
  const found = pattern.exec(html)?.[1]
  if (found === undefined) throw new Error(`the page has no ${pattern.source}`)
  return found.replaceAll("&amp;", "&")
}

/** Goes to an authorize URL, logs in, consents (or not), and gives the URL of the application to which this leads. */
export const browse = (authorizeUrl: string, visit: Visit = {}): Effect.Effect<string> =>
  Effect.promise(async () => {
    const jar = new CookieJar()
    const go = async (url: URL, form?: Record<string, string>): Promise<{ readonly next: URL } | { readonly page: string }> => {
      const response = await fetch(url, {
        redirect: "manual",
        headers: { cookie: jar.header(url) },
        ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) })
      })
      jar.read(response.headers)
      const page = await response.text()
      const location = response.headers.get("location")
      if (location !== null) return { next: new URL(location, url) }
      if (response.status !== 200) throw new Error(`${response.status} of ${url.pathname}: ${page}`)
      return { page }
    }

    let url = new URL(authorizeUrl)
    const { origin } = url
    let form: Record<string, string> | undefined
    for (let steps = 0; steps < 20; steps++) {
      const step = await go(url, form)
      form = undefined
      if ("next" in step) {
        url = step.next
        if (url.origin !== origin) return url.href
        continue
      }
      const prompt = attribute(step.page, /name="prompt" value="(\w+)"/)
      if (visit.deny === true && prompt === "consent") {
        url = new URL(attribute(step.page, /href="([^"]+\/abort)"/), url)
        continue
      }
      form = prompt === "login" ? { prompt, login: visit.user ?? "jane", password: "any" } : { prompt }
      url = new URL(attribute(step.page, /<form[^>]* action="([^"]+)"/), url)
    }
    throw new Error("the pages lead round in circles")
  })
