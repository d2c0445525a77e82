/** Promises of core: the fault that would break each, and the test that sees it. */
import type { Mutant } from "../mutant.js"
import { inPackage } from "./inPackage.js"

const { edit: inCore, test } = inPackage("packages/core")

export const core: ReadonlyArray<Mutant> = [
  {
    name: "the wall clock's hand only",
    ...inCore(
      "internal/tokenHolder.ts",
      "!held.dead && now.wall < held.ends.wall && now.mono < held.ends.mono",
      "!held.dead && now.wall < held.ends.wall"
    ),
    test: test("ClientCredentials.test.ts", "a monotonic hand alone ends a token, as after a suspend that the wall clock missed")
  },
  {
    name: "the monotonic hand only",
    ...inCore(
      "internal/tokenHolder.ts",
      "!held.dead && now.wall < held.ends.wall && now.mono < held.ends.mono",
      "!held.dead && now.mono < held.ends.mono"
    ),
    test: test("ClientCredentials.test.ts", "a wall clock set forward costs one renewal")
  },
  {
    name: "a flight in the caller's scope",
    ...inCore(
      "internal/tokenHolder.ts",
      "Effect.forkIn(scope)",
      "Effect.fork"
    ),
    test: test("ClientCredentials.test.ts", "interrupting any subset of the callers, the first one too, changes nothing for the rest")
  },
  {
    name: "a flight that cannot be interrupted",
    ...inCore(
      "internal/tokenHolder.ts",
      "Effect.interruptible(options.fetch({ urgency, replacing }))",
      "options.fetch({ urgency, replacing })"
    ),
    test: test("ClientCredentials.test.ts", "closing the layer's scope ends the flight and frees those who wait")
  },
  {
    name: "a flight by Cache",
    ...inCore(
      "ClientCredentials.ts",
      "    return { kind: \"App\", environment, token: holder.token, renew",
      "    const cache = yield* Cache.make({ capacity: 1, timeToLive: \"59 minutes\", lookup: (_: string) => persistent })\n    return { kind: \"App\", environment, token: Effect.zipRight(cache.get(\"\"), holder.token), renew"
    ),
    also: [inCore("ClientCredentials.ts", "import * as Duration from \"effect/Duration\"", "import * as Cache from \"effect/Cache\"\nimport * as Duration from \"effect/Duration\"")],
    test: test("ClientCredentials.test.ts", "interrupting any subset of the callers, the first one too, changes nothing for the rest")
  },
  {
    name: "the sign of the renewal instant",
    ...inCore(
      "internal/tokenHolder.ts",
      "shift(ends, -(earliest - draw * (earliest - latest)))",
      "shift(ends, earliest - draw * (earliest - latest))"
    ),
    test: test("ClientCredentials.test.ts", "renewal begins in [end - W, end - W/2], by the first use, while callers get the old token")
  },
  {
    name: "the sign of the expiry",
    ...inCore(
      "internal/tokenHolder.ts",
      "const ends = shift(issued.requestedAt, lifetime)",
      "const ends = shift(issued.requestedAt, -lifetime)"
    ),
    test: test("ClientCredentials.test.ts", "renewAhead: 0 keeps the token to its end")
  },
  {
    name: "a renewal window that is not in proportion",
    ...inCore(
      "internal/tokenHolder.ts",
      "const window = Math.min(ahead, lifetime / 10)",
      "const window = ahead"
    ),
    test: test("ClientCredentials.test.ts", "in any span T at most ceil(T / (lifetime - W)) + 1 requests, and the token is always valid")
  },
  {
    name: "a life counted from the answer",
    ...inCore(
      "internal/tokenClient.ts",
      "Effect.map(exchange(proven, read, since), (tokens) => ({ tokens, requestedAt }))",
      "Effect.flatMap(exchange(proven, read, since), (tokens) => Effect.map(Time.now, (requestedAt) => ({ tokens, requestedAt })))"
    ),
    test: test("ClientCredentials.test.ts", "a life is counted from before the request, not from its answer")
  },
  {
    name: "renewal not by value",
    ...inCore(
      "internal/tokenHolder.ts",
      "if (held === undefined || !Equal.equals(held.token.value, rejected.value)) {",
      "if (held === undefined) {"
    ),
    test: test("ClientCredentials.test.ts", "a late rejection of a token that was already replaced renews nothing")
  },
  {
    name: "every rejection renews",
    ...inCore(
      "internal/rejections.ts",
      "if (now < state.until || recent.length >= renewalsPerHour)",
      "if (recent.length > 1e9)"
    ),
    test: test("ClientCredentials.test.ts", "a gateway that always says 401 costs at most eight token requests an hour")
  },
  {
    name: "no parking",
    ...inCore(
      "internal/failures.ts",
      "isPermanent(error) ? \"park\" : retryAfterOf(error)",
      "retryAfterOf(error)"
    ),
    test: test("ClientCredentials.test.ts", "a thousand calls in 30 s with 401 make one request")
  },
  {
    name: "a budget of fixed windows",
    ...inCore(
      "internal/slidingWindow.ts",
      "    const wait = this.wait(now, kept)\n",
      "    const start = Math.floor(now / this.length) * this.length\n    const wait = this.instants.filter((at) => at >= start).length < this.limit.limit ? 0 : start + this.length - now\n"
    ),
    test: test("ClientCredentials.test.ts", "no more than 45 token requests in any 61 s, whatever the callers do")
  },
  {
    name: "Retry-After ignored",
    ...inCore(
      "internal/retry.ts",
      "const delay = Math.max(Intervals.start(decision.intervals) - wall, asked === undefined ? 0 : Time.millis(asked))",
      "const delay = Intervals.start(decision.intervals) - wall"
    ),
    test: test("ClientCredentials.test.ts", "the layer waits once for Retry-After, however many wait with it")
  },
  {
    name: "old ?? new",
    ...inCore(
      "internal/sessionRecord.ts",
      "refreshToken: brought ?? previous?.refreshToken",
      "refreshToken: previous?.refreshToken ?? brought"
    ),
    test: test("refresh.test.ts", "a server that rotates and refuses any old one: fifty refreshes, none sent twice")
  },
  {
    name: "a refresh token that is forgotten when the answer has none",
    ...inCore(
      "internal/sessionRecord.ts",
      "refreshToken: brought ?? previous?.refreshToken",
      "refreshToken: brought"
    ),
    test: test("refresh.test.ts", "a server that omits the refresh token, as Orange's guide shows: the old one stays in use")
  },
  {
    name: "published before it is stored",
    ...inCore(
      "internal/refresh.ts",
      "const done = yield* commit({ version, fence, holder, sealed: Option.some(sealed), retain: options.retain })",
      "yield* Effect.forkDaemon(commit({ version, fence, holder, sealed: Option.some(sealed), retain: options.retain }))\n      const done = { _tag: \"Committed\", version } as TokenStore.Commit"
    ),
    test: test("refresh.test.ts", "the pair is in the store before the caller has it")
  },
  {
    name: "a refresh sent again after 5xx",
    ...inCore(
      "internal/refresh.ts",
      "isProvablyUnused(error) || (isDoubt(error) && mayReplay(record))",
      "isProvablyUnused(error) || isDoubt(error)"
    ),
    test: test("refresh.test.ts", "rotation on: with replay Never no refresh token is ever sent twice, save where it was answered 429")
  },
  {
    name: "invalid_grant that ends a session whatever it is about",
    ...inCore(
      "internal/refresh.ts",
      "!(error.errorDescription ?? \"\").includes(\"grant_type\")",
      "true"
    ),
    test: test("refresh.test.ts", "but not when it is about the grant_type parameter: a fault of the request")
  },
  {
    name: "state unchecked",
    ...inCore(
      "internal/transaction.ts",
      "if (state !== transaction.state)",
      "if (state.length === 0)"
    ),
    test: test("AuthorizationCode.test.ts", "a redirect with another state ends before anything is sent")
  },
  {
    name: "iss unchecked",
    ...inCore(
      "internal/transaction.ts",
      "if (issuer !== null && !sameIssuer(issuer, transaction.issuer))",
      "if (issuer === \"\")"
    ),
    test: test("AuthorizationCode.test.ts", "a redirect with another issuer ends before anything is sent")
  },
  {
    name: "nonce unchecked",
    ...inCore(
      "IdToken.ts",
      "if (expected.nonce !== undefined && nonce !== Redacted.value(expected.nonce)) {",
      "if (expected.nonce === null) {"
    ),
    test: test("AuthorizationCode.test.ts", "a lie about nonce is caught")
  },
  {
    name: "no PKCE verifier",
    ...inCore(
      "internal/login.ts",
      "codeVerifier: transaction.codeVerifier === undefined ? undefined : Redacted.make(transaction.codeVerifier)",
      "codeVerifier: undefined"
    ),
    test: test("AuthorizationCode.test.ts", "exchanges the code with the identical redirect_uri and stores the session")
  },
  {
    name: "a state good for many callbacks",
    ...inCore(
      "internal/login.ts",
      "if (claim._tag !== \"Claimed\") {",
      "if (claim._tag === \"Moved\") {"
    ),
    test: test("AuthorizationCode.test.ts", "is good for one callback: a double click makes one exchange and one deterministic answer")
  },
  {
    name: "a seal not bound to its owner",
    ...inCore(
      "TokenSeal.ts",
      "if (ctx !== (yield* sha256(context))) return yield* undecryptable",
      ""
    ),
    test: test("TokenSeal.test.ts", "opens what it has sealed, for the same context only")
  },
  {
    name: "a claim that holds nobody off",
    ...inCore(
      "internal/stores/record.ts",
      "if (claim !== undefined && now.mono < claim.until) {",
      "if (claim === null) {"
    ),
    test: test("TokenStore.test.ts", "of eight racers one wins")
  },
  {
    name: "a bearer to another origin",
    ...inCore(
      "internal/requestUrl.ts",
      "!base.allowed.has(url.origin) || ",
      ""
    ),
    test: test("OrangeHttpClient.test.ts", "\"https://evil.test/a\" is refused before a byte or a token request is sent")
  },
  {
    name: "a replay with the old token",
    ...inCore(
      "internal/apiCall.ts",
      ": sendAccepted(call, renewed))",
      ": sendAccepted(call, token))"
    ),
    test: test("OrangeHttpClient.test.ts", "code 42: the token is renewed once and the call sent once more, with the new one")
  },
  {
    name: "a POST sent again after a reset",
    ...inCore(
      "internal/apiCall.ts",
      "(idempotent || !cause.mayHaveBeenProcessed)",
      "true"
    ),
    test: test("OrangeHttpClient.test.ts", "a POST without an answer is OutcomeUnknown, and never sent twice")
  },
  {
    name: "a request kept in the response",
    ...inCore(
      "internal/safeResponse.ts",
      "return HttpClientRequest.modify(HttpClientRequest.get(this.#outline.url), { method: this.#outline.method })",
      "return this.#original.request"
    ),
    test: test("taint.test.ts", "values, errors, causes, logs, spans and metrics of every path are clean")
  },
  {
    name: "a server's words unscrubbed",
    ...inCore(
      "TokenEndpoint.ts",
      "description === undefined ? undefined : Redaction.scrub(description, secrets)",
      "description"
    ),
    test: test("TokenEndpoint.test.ts", "is total: no status and no body makes it throw, and no secret comes out")
  },
  {
    name: "the platform's error inside a stream",
    ...inCore(
      "internal/transport.ts",
      "error.reason === \"EmptyBody\" ? Stream.empty : Stream.fail(classify(error, target)))",
      "Stream.fail(error as never))"
    ),
    test: test("taint.test.ts", "values, errors, causes, logs, spans and metrics of every path are clean")
  },
  {
    name: "a Redacted removed",
    ...inCore(
      "AuthorizationCode.ts",
      "  toString(): string {\n    return \"AuthorizationRequest(<redacted>)\"",
      "  toString(): string {\n    return `AuthorizationRequest(${this.url})`"
    ),
    test: test("AuthorizationCode.test.ts", "is unlike any other, and printing it shows neither state nor transaction")
  },
  {
    name: "sub-delimiters unencoded in a path",
    ...inCore(
      "internal/wire/percent.ts",
      "encodeURIComponent(text).replace(/[!'()*]/g, toHex)",
      "encodeURIComponent(text)"
    ),
    test: test("wire/parameters.test.ts", "simple (3.2.2)")
  },
  {
    name: "a parameter taken for the body's media type",
    ...inCore(
      "internal/wire/body.ts",
      " || !compiled.isChoice",
      ""
    ),
    test: test("wire/bodies.test.ts", "without a choice it is not the request's contentType, which may be a parameter")
  },
  {
    name: "a token to the document's server",
    ...inCore(
      "internal/wire/base.ts",
      "base !== undefined && allowed.has(base.origin)",
      "base !== undefined"
    ),
    test: test("ApiClient.test.ts", "with a token: the environment's origin and the server's path")
  },
  {
    name: "declared errors undeclared",
    ...inCore(
      "internal/operationCall.ts",
      "declaredError(plan, refusal, origin) ?? undeclared(refusal, origin)",
      "undeclared(refusal, origin)"
    ),
    test: test("ApiClient.test.ts", "a declared status whose body decodes is its class, an envelope's too")
  },
  {
    name: "pages for ever",
    ...inCore(
      "internal/paging.ts",
      "isEnd(cursor) || cursor === at || cursor === mark",
      "isEnd(cursor)"
    ),
    test: test("ApiClient.test.ts", "an unchanged cursor, or a ring of them, ends it")
  },
  {
    name: "scopes unseen",
    ...inCore(
      "internal/wire/security.ts",
      "choice.filter((scope) => !granted.includes(scope))",
      "choice.filter(() => false)"
    ),
    test: test("ApiClient.test.ts", "scopes that the token is known to lack fail before the request; unknown ones do not")
  },
  {
    name: "a stream sent again",
    ...inCore(
      "internal/wire/body.ts",
      "const once = (body: HttpBody.HttpBody): Written => ({ body, replayable: false })",
      "const once = (body: HttpBody.HttpBody): Written => ({ body, replayable: true })"
    ),
    test: test("ApiClient.test.ts", "what is sent again never a stream")
  },
  {
    name: "a lenient union that decides anew",
    ...inCore(
      "internal/schema/union.ts",
      "changed ? [...asts, ...lenient] : asts",
      "changed ? lenient : asts"
    ),
    test: test("ApiSchema.test.ts", "its lenient form decides as the strict form where that accepts")
  },
  {
    name: "rules of the decoded value",
    ...inCore(
      "internal/schema/check.ts",
      "decoding ? input : result.right",
      "decoding ? result.right : input"
    ),
    test: test("ApiSchema.test.ts", "sees the wire value both ways, unknown properties too")
  },
  {
    name: "a subscriber who is asked twice",
    ...inCore("Ciba.ts", "{ while: Refresh.isProvablyUnused,", "{ while: () => true,"),
    test: test("Ciba.test.ts", "is not begun twice where the first may have arrived; it is where it cannot have")
  },
  {
    name: "slow_down for once",
    ...inCore("internal/poll.ts", "return { pause: interval + slower, interval: interval + slower }", "return { pause: interval + slower, interval }"),
    test: test("Ciba.test.ts", "slow_down adds five seconds for good")
  },
  {
    name: "one purpose's token for another",
    ...inCore("Ciba.ts", "yield* sha256(`${asked.loginHint} ${scopes.join(\" \")}`)", "yield* sha256(asked.loginHint)"),
    test: test("Ciba.test.ts", "is one for all who ask, for a subscriber and a purpose, however it is written")
  },
  {
    name: "an assertion that is sent again",
    ...inCore("internal/clientAssertion.ts", "const jti = yield* randomToken", "const jti = \"once\""),
    test: test("Ciba.test.ts", "by RS256 stands in each request, each time another, and no secret beside it (key as pem)")
  }
]
