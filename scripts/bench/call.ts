/** What a generated call costs on top of the platform's client: request, decode, errors, token, over a transport that is none. */
import * as PoiShops from "@effect-orange/client-poi-shops"
import { AppAuth, Environment } from "@effect-orange/core"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type { Benchmark, Row } from "./benchmark.js"
import { compare } from "./pairs.js"
import { shown } from "./statistics.js"

const shop = (n: number) => ({ id: `35000-${n}`, name: `Orange shop ${n}`, address1: `${n} rue du Test`, postalCode: "35000", city: "Rennes", country: "France", phoneNumber: "+33100000000", distance: String(n), livebox_assistance: true, fiber: true, tvhd: false })

/** About 1 kB. */
const answer = JSON.stringify([1, 2, 3, 4].map(shop))

const transport = HttpClient.make((request) =>
  Effect.sync(() => HttpClientResponse.fromWeb(request, new Response(answer, { headers: { "content-type": "application/json" } }))))

const client = Effect.provide(
  PoiShops.make,
  Layer.merge(AppAuth.layerToken(Redacted.make("of-the-bench"), Environment.production), Layer.succeed(HttpClient.HttpClient, transport))
)

const many = (call: Effect.Effect<unknown, unknown>) => (times: number): Effect.Effect<void, unknown> =>
  Effect.gen(function*() {
    for (let i = 0; i < times; i++) yield* call
  })

interface Case {
  readonly what: string
  readonly timeout: Duration.DurationInput | undefined
  readonly spans: boolean
  readonly goal: string
}

const rowOf = ({ goal, spans, timeout, what }: Case): Effect.Effect<Row, unknown> =>
  Effect.gen(function*() {
    const shops = yield* client
    const request = HttpClientRequest.get("https://api.orange.com/poi/v1/shops").pipe(
      HttpClientRequest.setUrlParams({ postalCode: "35000" }),
      HttpClientRequest.acceptJson,
      HttpClientRequest.bearerToken("of-the-bench")
    )
    const parsed = Effect.map(Effect.flatMap(transport.execute(request), (response) => response.text), (text) => JSON.parse(text) as unknown)
    const byHand = timeout === undefined ? parsed : Effect.timeout(parsed, timeout)
    const byClient = shops.listShops({ postalCode: "35000" }, { timeout: timeout ?? Infinity })
    const { ratio } = yield* Effect.withTracerEnabled(compare({ baseline: many(byHand), candidate: many(byClient), times: 200, pairs: 60 }), spans)
    return { what: `generated call, ${answer.length} bytes decoded, ${what}: ratio to a bare call`, measured: shown(ratio, 2), goal }
  })

export const call: Benchmark = {
  name: "call",
  run: Effect.forEach([
    { what: "both with a timeout", timeout: "30 seconds", spans: true, goal: "at most 1.2" },
    { what: "with a timeout, no spans", timeout: "30 seconds", spans: false, goal: "" },
    { what: "without timeout", timeout: undefined, spans: true, goal: "" },
    { what: "without timeout, no spans", timeout: undefined, spans: false, goal: "" }
  ] satisfies ReadonlyArray<Case>, rowOf)
}
