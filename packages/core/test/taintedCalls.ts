/** Calls of operations as generated code has them, with canaries in all that is sent and in all that comes back. */
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as S from "effect/Schema"
import * as Stream from "effect/Stream"
import { AccessToken, ApiClient, ApiSchema as k, AppAuth, type Operation, RetryPolicy, TokenSource } from "@effect-orange/core"
import { keys, persons, secrets } from "./canaries.js"
import { environment, makeServer, type Outcome, type Seen, type Server } from "./support.js"

const api: Operation.Api = {
  name: "sms",
  servers: [{ url: "https://{region}.orange.com/sms/v1", variables: { region: { default: "api", enum: ["api"] } } }],
  security: {
    orange: { type: "oauth2", flows: ["App"] },
    header: { type: "apiKey", in: "header", name: "X-Key" },
    query: { type: "apiKey", in: "query", name: "key" },
    cookie: { type: "apiKey", in: "cookie", name: "key" }
  }
}

const Tel = k.schema<string>("Tel", () => k.text({ pattern: "^tel:\\+[0-9]{3,15}$" }))
const Problem = k.schema<object>("Problem", () => k.struct<object>({ code: k.int(), message: k.opt(S.String) }))
const Message = k.schema<object>("Message", () => k.struct<object>({
  address: Tel,
  message: k.text({ maxLength: 30 }),
  language: k.opt(S.Literal("fr", "en")),
  secret: k.opt(k.secret),
  choice: k.opt(k.oneOf<unknown>(k.int(), S.Boolean)),
  kind: k.opt(k.tagged<unknown>("type", { sms: k.struct<object>({ type: S.Literal("sms") }) })),
  labels: k.opt(k.record(k.int())),
  closed: k.opt(k.closed<object>({ id: k.opt(S.String) }))
}))

const base = { api, security: [{ orange: ["send"], header: [], query: [], cookie: [] }], responses: { "200": { json: Message }, "400": { json: Problem } } }

const send: Operation.Any = {
  ...base,
  id: "send",
  method: "POST",
  path: "/outbound/{sender}/requests",
  parameters: [
    { name: "sender", in: "path", required: true, schema: Tel },
    { name: "to", in: "query", schema: S.String },
    { name: "X-Person", in: "header", schema: S.String },
    { name: "session", in: "cookie", schema: S.String }
  ],
  body: { required: true, content: [{ json: Message }] },
  responses: { ...base.responses, "200": { content: [{ json: Message }], headers: { "x-left": { schema: k.int() } } } }
}

const upload: Operation.Any = {
  ...base,
  id: "upload",
  method: "POST",
  path: "/files",
  body: { content: [{ media: "multipart/form-data", schema: k.struct<object>({ note: S.String }), encoding: { note: { headers: { "X-Limit": k.int() } } } }, { media: "text/plain" }] }
}

const watch: Operation.Any = { ...base, id: "watch", method: "GET", path: "/events", responses: { ...base.responses, "200": { media: "text/event-stream", schema: Message } }, stream: true }

const list: Operation.Any = {
  ...base,
  id: "list",
  method: "GET",
  path: "/messages",
  parameters: [{ name: "from", in: "query", schema: S.String }],
  responses: { ...base.responses, "200": { json: k.array(Message) } },
  paging: { kind: "cursor", parameter: "from", items: "", next: "/0/message" }
}

const message = { address: `tel:${persons.number}`, message: persons.text }

const good = { sender: `tel:${persons.number}`, to: persons.number, "X-Person": persons.name, session: persons.sub, body: message }

type Method = (...args: ReadonlyArray<unknown>) => Effect.Effect<unknown, unknown>

const key = Redacted.make(keys.apiKey)

const clientOptions: ApiClient.Options = { security: { header: key, query: key, cookie: key }, retry: RetryPolicy.none }

/** Answers that are none of those that are declared, or hold what they should not: each value a canary. */
const badValues: ReadonlyArray<object> = [
  { ...message, message: { [persons.text]: persons.number } },
  { ...message, address: 2250779914028 },
  { ...message, language: persons.name },
  { ...message, choice: persons.text },
  { ...message, kind: { type: persons.text } },
  { ...message, labels: { [persons.number]: persons.text } },
  { ...message, closed: { [persons.number]: 1 } },
  { ...message, secret: { [secrets.payToken]: 1 } },
  [persons.text]
]

/** A gateway that repeats what it can. Its words are shown, scrubbed: of free text nobody can tell whose it is. */
const gatewayWords = ({ headers, url }: Seen): string =>
  `${headers["authorization"]} ${headers["x-key"]} ${headers["cookie"]} ${persons.number} ${persons.email} ${url}`

/** A server that gives away all that it was sent. */
const echoed = (seen: Seen): string => `${gatewayWords(seen)} ${seen.body} ${persons.text} ${persons.name}`

const json = { "content-type": "application/json" }

const outcomes: ReadonlyArray<(seen: Seen) => Outcome> = [
  () => ({ body: message }),
  (seen) => ({ status: 400, body: { code: 1, message: echoed(seen) } }),
  (seen) => ({ status: 400, body: { code: echoed(seen) } }),
  (seen) => ({ status: 401, body: { code: 42, message: gatewayWords(seen), description: gatewayWords(seen) } }),
  (seen) => ({ status: 403, body: { code: 50, message: gatewayWords(seen), description: gatewayWords(seen) } }),
  (seen) => ({ status: 418, body: echoed(seen) }),
  (seen) => ({ status: 429, body: { code: 53, message: echoed(seen) }, headers: { "retry-after": "1" } }),
  (seen) => ({ status: 503, body: echoed(seen) }),
  () => ({ status: 302, headers: { location: `https://evil.test/${persons.number}?key=${keys.apiKey}` } }),
  () => ({ fails: "ECONNRESET" }),
  (seen) => ({ body: echoed(seen), headers: json }),
  (seen) => ({ body: echoed(seen), headers: { "content-type": `text/${persons.numberBare}` } }),
  () => ({ body: message, headers: { "x-left": persons.number } }),
  ...badValues.map((body) => () => ({ body }))
]

const badRequests: ReadonlyArray<object> = [
  { ...good, sender: persons.number },
  { ...good, sender: 2250779914028 },
  { ...good, to: { [persons.number]: persons.text } },
  { ...good, "X-Person": `${persons.name}\r\nx: y` },
  { ...good, [persons.number]: 1 },
  { ...good, [secrets.accessToken]: 1 },
  { ...good, body: { ...message, message: `${persons.text} ${persons.text}` } },
  { ...good, body: { ...message, [persons.number]: persons.text } },
  { ...good, body: { ...message, [persons.email]: persons.text } },
  ...badValues.map((body) => ({ ...good, body }))
]

const badOptions: ReadonlyArray<ApiClient.CallOptions> = [
  { server: `https://evil.test/${persons.number}` },
  { server: `https://user:${secrets.accessToken}@api.test/` },
  { serverVariables: { region: persons.numberBare } },
  { correlator: `${persons.number}\r\n` },
  { idempotencyKey: persons.number },
  { headers: { "x-a": `${persons.text}\n` } },
  { headers: { authorization: `Bearer ${secrets.accessToken}` } }
]

const badSecurity: ReadonlyArray<ApiClient.Options["security"]> = [
  {},
  { header: key, query: key, cookie: { username: persons.name, password: key } },
  { header: Redacted.make(`${keys.apiKey}\r\n`), query: key, cookie: key }
]

const badUploads: ReadonlyArray<object> = [
  { body: { note: persons.text, [persons.number]: 1 } },
  { body: { note: persons.text }, note_headers: { "X-Limit": persons.number } },
  { body: { note: persons.text }, note_headers: persons.text },
  { body: { note: persons.text }, contentType: `text/${persons.numberBare}` },
  { body: { [persons.text]: 1 }, contentType: "text/plain" }
]

const tokenOf = (scopes: ReadonlyArray<string>): AppAuth.AppAuth["Type"] => {
  const source = TokenSource.fromToken("App", Redacted.make(secrets.accessToken), environment)
  return { ...source, token: Effect.map(source.token, (token) => new AccessToken.AccessToken({ ...token, scopes })) }
}

interface Tainted {
  readonly server: Server
  /** Each call runs alone. What it succeeds with is the program's own data, and is dropped. */
  readonly calls: ReadonlyArray<Effect.Effect<unknown, unknown>>
}

const callback: Operation.Callback<object> = { id: "delivered", content: [{ json: Message }] }

/** A method's effect, or its stream to the end. */
const drained = (running: unknown): Effect.Effect<unknown, unknown> =>
  Effect.isEffect(running) ? running as Effect.Effect<unknown, unknown> : Stream.runDrain(running as Stream.Stream<unknown, unknown>)

export const callsOf = (): Tainted => {
  let outcome = outcomes[0]!
  const server = makeServer((seen) => outcome(seen))
  const withToken = (effect: Effect.Effect<unknown, unknown, any>, given: typeof outcome, scopes: ReadonlyArray<string> = []): Effect.Effect<unknown, unknown> =>
    Effect.zipRight(Effect.sync(() => (outcome = given)), Effect.asVoid(effect)).pipe(
      Effect.provide(server.layer),
      Effect.provideService(AppAuth.AppAuth, tokenOf(scopes))
    ) as Effect.Effect<unknown, unknown>
  const call = (one: Operation.Any, args: ReadonlyArray<unknown>, given = outcomes[0]!, options = clientOptions, scopes: ReadonlyArray<string> = []) =>
    withToken(Effect.flatMap(ApiClient.app<{ readonly method: Method }>({ method: one }, options), ({ method }) => drained(method(...args))), given, scopes)
  const pages = (given: typeof outcome) =>
    withToken(
      Effect.flatMap(ApiClient.app<{ readonly method: Method }>({ method: list }, clientOptions), ({ method }) =>
        drained(ApiClient.paginateWith(list as Operation.Operation<object, ReadonlyArray<object>, never>, method, {}))),
      given
    )
  const withHeaders = (given: typeof outcome) =>
    withToken(
      Effect.flatMap(ApiClient.app<{ readonly method: Method }>({ method: send }, clientOptions), ({ method }) =>
        ApiClient.withDeclaredHeaders(send as Operation.Operation<never, unknown, unknown, unknown>)(method(good))),
      given
    )
  const receiving = badValues.map((body) => Effect.asVoid(ApiClient.receive(callback, { body: JSON.stringify(body), contentType: "application/json" })))
  return {
    server,
    calls: [
      ...outcomes.map((given) => call(send, [good], given)),
      ...outcomes.map((given) => call(send, [good, { idempotent: true, retry: RetryPolicy.api }], given, { ...clientOptions, propagateTraces: true })),
      ...outcomes.map((given) => call(watch, [], given)),
      ...badValues.map((body) => call(watch, [], () => ({ body: `data: ${JSON.stringify(body)}\n\n`, headers: { "content-type": "text/event-stream" } }))),
      ...outcomes.map(pages),
      ...outcomes.map(withHeaders),
      ...badRequests.map((request) => call(send, [request])),
      ...badOptions.map((options) => call(send, [good, options])),
      ...badSecurity.map((security) => call(send, [good], undefined, { ...clientOptions, security })),
      ...badUploads.map((request) => call(upload, [request])),
      call(send, [good], undefined, clientOptions, ["read"]),
      ...receiving
    ]
  }
}
