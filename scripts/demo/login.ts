/** The U2M grant: "log in with Orange", from the authorize URL to a user's data, and a refresh. */
import { AuthorizationCode, Credentials, OrangeHttpClient, TokenSeal, TokenStore } from "@effect-orange/core"
import { Emulator } from "@effect-orange/emulator"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { makeBrowser } from "./browser.js"
import type { Narrator } from "./narrator.js"
import { type Act, atOnce, count, recorded } from "./stage.js"

const scopes = ["openid", "profile_sandbox"]

/** Of access tokens, in milliseconds: long enough for one call, short enough to watch its end. */
export const lifetime = 1_000

const grant = Layer.unwrapEffect(Effect.map(Emulator.Emulator, ({ credentials, environment }) =>
  AuthorizationCode.layer({
    environment,
    credentials: Credentials.basic(credentials),
    redirectUri: "http://127.0.0.1:3000/callback"
  }).pipe(Layer.provide([TokenStore.layerMemory, TokenSeal.layerEphemeral]))))

/** The user's part: reads the page, types a name, ticks the boxes, is sent back. */
const throughPages = async (narrator: Narrator, authorizeUrl: string): Promise<string> => {
  const browser = makeBrowser()
  const login = await browser.open(authorizeUrl)
  narrator.tell("browser: the log-in page; the user types a name and presses Sign in")
  const consent = await browser.submit(login, { username: "user" })
  narrator.tell("browser: the consent page; the user leaves profile_sandbox ticked and presses Allow")
  const back = await browser.submit(consent, { decision: "allow" })
  if (back.location === undefined) throw new Error(`the consent form was answered with ${back.status} and no redirect`)
  const { host, pathname, searchParams } = new URL(back.location)
  narrator.tell(`browser: sent back to ${host}${pathname} with ${[...searchParams.keys()].join(", ")}`)
  return back.location
}

const meaning = (grantType: string | undefined): string =>
  grantType === "refresh_token" ? "one refresh for all of them" : "the code, its redirect_uri and its PKCE verifier"

const round = (narrator: Narrator) =>
  Effect.gen(function*() {
    const login = yield* AuthorizationCode.AuthorizationCode
    const { transaction, url } = yield* login.authorize({ scopes })
    narrator.tell(`authorize URL made: ${[...new URL(url).searchParams.keys()].join(", ")}`)
    const redirect = yield* Effect.promise(() => throughPages(narrator, url))
    const session = yield* login.callback(redirect, { transaction })
    narrator.tell(`callback: state, issuer, nonce and id_token hold; the session has ${session.scopes.join(", ")}`)
    const replay = yield* Effect.flip(login.callback(redirect, { transaction }))

    const orange = yield* OrangeHttpClient.make(yield* login.session(session.id))
    const userinfo = Effect.flatMap(orange.get("/3legged/sandbox/fr/v1/userinfo/"), (response) => response.json)
    const user = yield* userinfo
    narrator.tell(`the user's data: ${Object.keys(user as object).join(", ")} (values not shown)`)

    narrator.tell(`waiting until the access token is over (${lifetime / 1_000} s), then 50 calls at once`)
    yield* Effect.sleep(lifetime)
    return { session, replay, answered: yield* atOnce(50, userinfo) }
  }).pipe(Effect.provide(Layer.provideMerge(grant, FetchHttpClient.layer)))

export const logIn: Act = (narrator) =>
  Effect.gen(function*() {
    narrator.act("Log in with Orange (U2M)", "Authorize URL, log-in, consent, callback, exchange, a user's data, refresh.")
    const { entries, result } = yield* recorded(round(narrator))
    narrator.wire(entries, ({ endpoint, grantType, method }) =>
      endpoint === "userToken"
        ? meaning(grantType)
        : endpoint === "authorize"
        ? method === "GET" ? "the log-in page" : "a form, and what follows it"
        : endpoint === "jwks"
        ? "the keys of the id_token"
        : "the user's data", "runs")
    const tokenRequests = entries.filter(({ endpoint }) => endpoint === "userToken")
    const made = tokenRequests.map(({ grantType }) => grantType).join(", ")
    narrator.claim("one exchange and one refresh", made === "authorization_code, refresh_token", made)
    narrator.claim("the id_token was verified", result.session.claims._tag === "Some")
    narrator.claim("the same callback again is refused before anything is sent", result.replay._tag === "AuthorizationError" && result.replay.reason === "Replayed")
    narrator.claim("51 calls for the user's data answered", result.answered === 50 && count(entries, "gateway", 200) === 51, `${count(entries, "gateway", 200)}`)
    return { entries, naive: { userToken: 1 + 50, gateway: 51, authorize: count(entries, "authorize"), jwks: count(entries, "jwks") } }
  })
