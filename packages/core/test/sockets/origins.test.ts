/** A bearer, and a client secret, go to the origins of the environment and nowhere else; over real sockets. */
import { assert, describe, it } from "@effect/vitest"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Http from "node:http"
import { AppAuth, AuthorizationCode, ClientCredentials, Credentials, Environment, OrangeHttpClient, RetryPolicy, TokenSeal, TokenStore } from "@effect-orange/core"
import { Emulator, Fault } from "@effect-orange/emulator"
import { clients, failure, readText, redirectUri, sendJson, serve } from "./support.js"

const bearer = "canary-bearer-5e1f"
const clientSecret = "canary-secret-77aa"

interface Visit {
  readonly path: string
  readonly authorization: string | undefined
  readonly text: string
}

interface Place {
  readonly origin: string
  readonly visits: Array<Visit>
}

/** A server that remembers all it is told. */
const place = (answer: (request: Http.IncomingMessage, response: Http.ServerResponse) => void) =>
  Effect.gen(function*() {
    const visits: Array<Visit> = []
    const origin = yield* serve((request, response) => {
      void readText(request).then((body) => {
        visits.push({
          path: request.url ?? "",
          authorization: request.headers.authorization,
          text: `${request.url} ${request.rawHeaders.join(" ")} ${body}`
        })
        answer(request, response)
      })
    })
    return { origin, visits } satisfies Place
  })

const tokenAnswer = { token_type: "Bearer", access_token: bearer, expires_in: 3600 }

/** Fails the test if it ever sees credentials, in a header or anywhere else. It would be glad of any caller. */
const stranger = Effect.acquireRelease(
  place((_, response) => sendJson(response, 200, { ...tokenAnswer, keys: [], welcome: true })),
  ({ visits }) =>
    Effect.sync(() => {
      for (const { authorization, text } of visits) {
        assert.isUndefined(authorization)
        assert.notInclude(text, bearer)
        assert.notInclude(text, clientSecret)
      }
    })
)

/** An API server with its token endpoint; `steer` may answer in its place. */
const world = (steer: (request: Http.IncomingMessage, response: Http.ServerResponse) => boolean = () => false) =>
  Effect.gen(function*() {
    const other = yield* stranger
    const api = yield* place((request, response) => {
      if (steer(request, response)) return
      if (request.url === "/base/oauth/v3/token") return sendJson(response, 200, tokenAnswer)
      sendJson(response, 200, { path: request.url })
    })
    const environment = Environment.make({
      name: "origins",
      baseUrl: `${api.origin}/base`,
      tokenUrl: `${api.origin}/base/oauth/v3/token`
    })
    return { api, environment, stranger: other }
  })

const orangeIn = (environment: Environment.Environment, client: (typeof clients)[number][1]) =>
  OrangeHttpClient.layer({ retry: RetryPolicy.none }).pipe(
    Layer.provideMerge(ClientCredentials.layer({
      environment,
      credentials: Credentials.basic({ clientId: "app", clientSecret: Redacted.make(clientSecret) }),
      retry: RetryPolicy.none
    })),
    Layer.provide(client)
  )

const get = (url: string) => Effect.flatMap(OrangeHttpClient.OrangeHttpClient, (orange) => orange.get(url))

const redirects = [301, 302, 303, 307, 308]

for (const [name, client] of clients) {
  describe(name, () => {
    it.scopedLive("the control: a path below the base URL, and the origin itself, do get the bearer", () =>
      Effect.gen(function*() {
        const { api, environment } = yield* world()
        yield* Effect.provide(
          Effect.zipRight(get("/poi/v1/shops"), get(`${api.origin}/base/poi/v1/shops`)),
          orangeIn(environment, client)
        )
        assert.deepStrictEqual(api.visits.slice(1).map(({ authorization, path }) => [path, authorization]), [
          ["/base/poi/v1/shops", `Bearer ${bearer}`],
          ["/base/poi/v1/shops", `Bearer ${bearer}`]
        ])
      }))

    it.scopedLive("URLs that lead elsewhere: a typed error before anything is sent, not even a token request", () =>
      Effect.gen(function*() {
        const { api, environment, stranger } = yield* world()
        const host = stranger.origin.slice("http://".length)
        const apiHost = api.origin.slice("http://".length)
        const urls = [
          `${stranger.origin}/x`,
          `HTTP://${host}/x`,
          `//${host}/x`,
          `///${host}/x`,
          `/\\${host}/x`,
          `\\\\${host}/x`,
          `http:\\\\${host}\\x`,
          ` ${stranger.origin}/x`,
          `ht\ntp://${host}/x`,
          `\t//${host}/x`,
          `http://${apiHost}@${host}/x`,
          `http://user:password@${apiHost}/x`,
          `https://${apiHost}/x`,
          `http://localhost:${apiHost.split(":")[1]}/x`,
          "/poi/../../x",
          "/poi/%2e%2e/%2E%2e/x",
          "/./x",
          `/..//${host}/x`,
          `../../${host}/x`
        ]
        for (const url of urls) {
          assert.strictEqual(yield* Effect.provide(failure(get(url)), orangeIn(environment, client)), "InvalidRequestError", url)
        }
        assert.deepStrictEqual([api.visits.length, stranger.visits.length], [0, 0])
      }))

    it.scopedLive("URLs that only look as if: they stay on the API's origin, below its base", () =>
      Effect.gen(function*() {
        const { api, environment, stranger } = yield* world()
        const host = stranger.origin.slice("http://".length)
        const urls = [`@${host}/x`, `/@${host}/x`, `:80@${host}/x`, `.${host}/x`, `?to=//${host}`, `http:${host}`, `javascript:x`]
        yield* Effect.provide(Effect.forEach(urls, (url) => Effect.ignore(get(url))), orangeIn(environment, client))
        assert.strictEqual(stranger.visits.length, 0)
        for (const { path } of api.visits) assert.isTrue(path.startsWith("/base/"), path)
        assert.strictEqual(api.visits.length, urls.length + 1)
      }))

    it.scopedLive("parameters and fragment of a request cannot move it", () =>
      Effect.gen(function*() {
        const { api, environment, stranger } = yield* world()
        const request = HttpClientRequest.get("/poi", { urlParams: { "//": stranger.origin }, hash: `@${stranger.origin}` })
        yield* Effect.provide(Effect.flatMap(OrangeHttpClient.OrangeHttpClient, (orange) => orange.execute(request)), orangeIn(environment, client))
        assert.strictEqual(stranger.visits.length, 0)
        assert.isTrue(api.visits.at(-1)?.path.startsWith("/base/poi?"))
      }))

    it.scopedLive("an origin that is trusted gets the bearer; its neighbour does not", () =>
      Effect.gen(function*() {
        const { environment, stranger } = yield* world()
        const friend = yield* place((_, response) => sendJson(response, 200, {}))
        const trusting = { ...environment, trustedOrigins: [friend.origin] }
        yield* Effect.provide(get(`${friend.origin}/x`), orangeIn(trusting, client))
        assert.strictEqual(friend.visits[0]?.authorization, `Bearer ${bearer}`)
        assert.strictEqual(yield* Effect.provide(failure(get(`${stranger.origin}/x`)), orangeIn(trusting, client)), "InvalidRequestError")
      }))

    for (const status of redirects) {
      it.scopedLive(`${status} from the API and from the token endpoint: an error, and nobody is visited`, () =>
        Effect.gen(function*() {
          let redirecting = "/base/poi"
          const goal = { location: "" }
          const { api, environment, stranger } = yield* world((request, response) => {
            if (request.url !== redirecting) return false
            response.writeHead(status, goal).end("moved")
            return true
          })
          for (const location of [`${stranger.origin}/x`, stranger.origin.slice("http:".length), `/base/poi/elsewhere`]) {
            goal.location = location
            redirecting = "/base/poi"
            assert.strictEqual(yield* Effect.provide(failure(get("/poi")), orangeIn(environment, client)), "TransportError redirect")
            const body = Effect.flatMap(OrangeHttpClient.OrangeHttpClient, (orange) => orange.post("/poi"))
            assert.strictEqual(yield* Effect.provide(failure(body), orangeIn(environment, client)), "TransportError redirect")
            redirecting = "/base/oauth/v3/token"
            assert.strictEqual(yield* Effect.provide(failure(get("/poi")), orangeIn(environment, client)), "TransportError redirect")
          }
          assert.strictEqual(stranger.visits.length, 0)
          assert.isFalse(api.visits.some(({ path }) => path.includes("elsewhere")))
        }))
    }

    it.scopedLive("a Location of a success is news for the caller, not an order", () =>
      Effect.gen(function*() {
        const goal = { location: "" }
        const { environment, stranger } = yield* world((request, response) => {
          if (request.url !== "/base/poi") return false
          sendJson(response, 201, {}, { ...goal, "content-location": goal.location, refresh: `0; url=${goal.location}` })
          return true
        })
        goal.location = `${stranger.origin}/x`
        yield* Effect.gen(function*() {
          const orange = yield* OrangeHttpClient.OrangeHttpClient
          const { headers, status } = yield* orange.post("/poi")
          assert.deepStrictEqual([status, headers["location"]], [201, goal.location])
          assert.strictEqual(yield* failure(orange.get(goal.location)), "InvalidRequestError")
        }).pipe(Effect.provide(orangeIn(environment, client)))
        assert.strictEqual(stranger.visits.length, 0)
      }))

    it.scopedLive("a request that brings a bearer of its own: it is replaced, and still goes nowhere else", () =>
      Effect.gen(function*() {
        const { api, environment } = yield* world()
        const request = HttpClientRequest.get("/poi", { headers: { authorization: "Bearer another" } })
        yield* Effect.provide(Effect.flatMap(OrangeHttpClient.OrangeHttpClient, (orange) => orange.execute(request)), orangeIn(environment, client))
        assert.strictEqual(api.visits.at(-1)?.authorization, `Bearer ${bearer}`)
      }))

    it.scopedLive("redirects of the user's token endpoint, of the JWKS and of userinfo", () =>
      Effect.gen(function*() {
        const elsewhere = yield* stranger
        const program = Effect.gen(function*() {
          const emulator = yield* Emulator.Emulator
          const grant = yield* AuthorizationCode.make({
            environment: { ...emulator.environment, idToken: "required" },
            credentials: Credentials.basic(emulator.credentials),
            redirectUri,
            retry: RetryPolicy.none
          })
          const login = Effect.gen(function*() {
            const { transaction, url } = yield* grant.authorize({ scopes: ["openid"] })
            return yield* grant.callback(yield* emulator.approve(url), { transaction })
          })
          for (const status of redirects) {
            yield* emulator.faults.next("userToken", Fault.redirect(`${elsewhere.origin}/token`, status))
            assert.strictEqual(yield* failure(login), "TransportError redirect")
          }
          // One status: keys are asked for again after a pause.
          yield* emulator.faults.always("jwks", Fault.redirect(`${elsewhere.origin}/jwks`, 307))
          assert.strictEqual(yield* failure(login), "AuthorizationError IdToken")
          yield* emulator.faults.clear
          const { id } = yield* login
          const orange = yield* OrangeHttpClient.make(yield* grant.session(id))
          for (const status of redirects) {
            yield* emulator.faults.next("userinfo", Fault.redirect(`${elsewhere.origin}/userinfo`, status))
            assert.strictEqual(yield* failure(orange.get("/openidconnect/fr/v1/userinfo")), "TransportError redirect")
          }
        })
        yield* Effect.provide(program, [client, Emulator.layerServer(), TokenStore.layerMemory, TokenSeal.layerEphemeral])
        assert.strictEqual(elsewhere.visits.length, 0)
      }))
  })
}

describe("the stranger", () => {
  it.live("notices a bearer", () =>
    Effect.gen(function*() {
      const caught = yield* Effect.exit(Effect.scoped(Effect.gen(function*() {
        const { origin } = yield* stranger
        yield* Effect.promise(() => fetch(origin, { headers: { authorization: "Bearer x" } }))
      })))
      assert.strictEqual(caught._tag, "Failure")
    }))

  it.scopedLive("a borrowed token is bound to its environment as well", () =>
    Effect.gen(function*() {
      const { environment, stranger } = yield* world()
      const Borrowed = OrangeHttpClient.layer().pipe(
        Layer.provide(AppAuth.layerToken(Redacted.make(bearer), environment)),
        Layer.provide(clients[0]![1])
      )
      assert.strictEqual(yield* Effect.provide(failure(get(`${stranger.origin}/x`)), Borrowed), "InvalidRequestError")
      yield* Effect.provide(get("/poi"), Borrowed)
    }))
})
