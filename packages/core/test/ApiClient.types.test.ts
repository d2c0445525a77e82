/** What must, and must not, compile of clients. Each line is checked by the compiler: an expected error that does not come is an error. */
import { assert, describe, it } from "@effect/vitest"
import type { HttpClient } from "@effect/platform"
import { FetchHttpClient } from "@effect/platform"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { ApiClient, ApiError, AppAuth, AuthorizationCode, ClientCredentials, Environment, type Operation, UserAuth } from "@effect-orange/core"
import { credentials } from "./support.js"

/** Never run: what is in it is read by the compiler alone. */
const typesOnly = (...bodies: ReadonlyArray<() => void>): number => bodies.length

// What a generator writes for a document of two operations.
interface Shop {
  readonly id: string
  readonly city?: string
}
interface GetShopRequest {
  readonly id: string
}
type GetShopError = ApiError.NotFound<{ readonly code: "GONE" }> | ApiError.Forbidden<{ readonly why: string }>
interface ListShopsRequest {
  readonly cursor?: string
}
interface Page {
  readonly shops: ReadonlyArray<Shop>
  readonly next?: string
}

const api: Operation.Api = { name: "shops", servers: [{ url: "/shops" }], security: { orange: { type: "oauth2", flows: ["App", "User"] } } }
const base = {
  api,
  id: "getShop",
  method: "GET",
  path: "/{id}",
  parameters: [{ name: "id", in: "path", schema: Schema.String }],
  responses: { "200": { json: Schema.Any } },
  security: [{ orange: [] }]
} as const
const getShop: Operation.Operation<GetShopRequest, Shop, GetShopError, { readonly etag: string }> = base
const listShops: Operation.Operation<ListShopsRequest, Page, never> = { ...base, id: "listShops", paging: { kind: "cursor", parameter: "cursor", items: "/shops", next: "/next" } }
const ping: Operation.Operation<void, void, never> = { ...base, id: "ping", parameters: [] }
const watch: Operation.Operation<void, ApiClient.ServerSentEvent<Shop>, never> = { ...base, id: "watch", stream: true }
const operations = { getShop, listShops, ping, watch }

interface Service<E = never, R = never> {
  readonly getShop: (request: GetShopRequest, options?: ApiClient.CallOptions) => Effect.Effect<Shop, E | ApiClient.Error | GetShopError, R>
  readonly listShops: (request?: ListShopsRequest, options?: ApiClient.CallOptions) => Effect.Effect<Page, E | ApiClient.Error, R>
  readonly ping: (options?: ApiClient.CallOptions) => Effect.Effect<void, E | ApiClient.Error, R>
  readonly watch: (options?: ApiClient.CallOptions) => Stream.Stream<ApiClient.ServerSentEvent<Shop>, E | ApiClient.Error, R>
}

const ShopsTag: Context.TagClass<Shops, "test/Shops", Service<AppAuth.Error>> = Context.Tag("test/Shops")<Shops, Service<AppAuth.Error>>()
class Shops extends ShopsTag {}
const layer: Layer.Layer<Shops, never, AppAuth.AppAuth | HttpClient.HttpClient> = Layer.effect(Shops, ApiClient.app<Service<AppAuth.Error>>(operations))

const UserShopsTag: Context.TagClass<UserShops, "test/UserShops", Service<UserAuth.Error, UserAuth.UserAuth>> = Context.Tag("test/UserShops")<UserShops, Service<UserAuth.Error, UserAuth.UserAuth>>()
class UserShops extends UserShopsTag {}
const layerUser: Layer.Layer<UserShops, never, HttpClient.HttpClient> = Layer.effect(UserShops, ApiClient.user<Service<UserAuth.Error, UserAuth.UserAuth>>(operations))

/** Takes a value of exactly this type. */
const exactly = <A>() => <B>(value: B, ...proof: [A] extends [B] ? [B] extends [A] ? [] : [never] : [never]): unknown => [value, proof]

describe("types of clients", () => {
  it.effect("Layer.mock of a client works", () =>
    Effect.gen(function*() {
      const shops = yield* Shops
      assert.deepStrictEqual(yield* shops.getShop({ id: "7" }), { id: "7" })
      const found = yield* Effect.flip(shops.getShop({ id: "gone" }))
      assert.strictEqual(found._tag === "ApiNotFound" && found.body.code, "GONE")
      assert.deepStrictEqual(yield* ApiClient.withResponse(shops.getShop({ id: "7" })), { value: { id: "7" }, status: 200, headers: {} })
      const all = yield* Stream.runCollect(ApiClient.paginateWith(listShops, shops.listShops, {}))
      assert.deepStrictEqual([...all], [{ id: "1" }])
    }).pipe(Effect.provide(Layer.mock(Shops, {
      getShop: ({ id }) => id === "gone" ? Effect.fail(new ApiError.NotFound<{ readonly code: "GONE" }>({ operation: "getShop", status: 404, body: { code: "GONE" } })) : Effect.succeed({ id }),
      listShops: () => Effect.succeed({ shops: [{ id: "1" }] })
    }))))

  it("a status is narrowed by its tag", () => void
    typesOnly(() => {
      const call = Effect.flatMap(Shops, (shops) => shops.getShop({ id: "1" }))
      Effect.catchTag(call, "ApiNotFound", (e) => Effect.succeed<"GONE">(e.body.code))
      Effect.catchTag(call, "ApiForbidden", (e) => Effect.succeed<string>(e.body.why))
      // @ts-expect-error a 404 has no `why`
      Effect.catchTag(call, "ApiNotFound", (e) => Effect.succeed(e.body.why))
      // @ts-expect-error this operation declares no 409
      Effect.catchTag(call, "ApiConflict", () => Effect.void)
    }))

  it("run takes what its operation takes", () => void
    typesOnly(() => {
      ApiClient.run(getShop, { id: "1" })
      ApiClient.run(getShop, { id: "1" }, { timeout: "1 second" })
      ApiClient.run(listShops)
      ApiClient.run(listShops, { cursor: "a" }, {})
      ApiClient.run(ping)
      ApiClient.run(ping, { correlator: "c" })
      // @ts-expect-error a request is needed
      ApiClient.run(getShop)
      // @ts-expect-error of the right type
      ApiClient.run(getShop, { id: 1 })
      // @ts-expect-error there is nothing to pass
      ApiClient.run(ping, {}, {})
    }))

  it("what run gives, fails with and needs", () => void
    typesOnly(() => {
      exactly<Effect.Effect<Shop, GetShopError | ApiClient.Error | AppAuth.Error, AppAuth.AppAuth | HttpClient.HttpClient>>()(ApiClient.run(getShop, { id: "1" }))
      exactly<Effect.Effect<Shop, GetShopError | ApiClient.Error | UserAuth.Error, UserAuth.UserAuth | HttpClient.HttpClient>>()(ApiClient.runUser(getShop, { id: "1" }))
      exactly<Effect.Effect<Shop, GetShopError | ApiClient.Error, HttpClient.HttpClient>>()(ApiClient.runOpen(getShop, { id: "1" }))
      exactly<Stream.Stream<ApiClient.ServerSentEvent<Shop>, ApiClient.Error, HttpClient.HttpClient>>()(ApiClient.runStreamOpen(watch))
      exactly<Stream.Stream<Uint8Array, GetShopError | ApiClient.Error, HttpClient.HttpClient>>()(ApiClient.bytesOpen(getShop, { id: "1" }))
      exactly<Stream.Stream<Shop, ApiClient.Error | AppAuth.Error, AppAuth.AppAuth | HttpClient.HttpClient>>()(ApiClient.paginate(listShops))
      exactly<Effect.Effect<ApiClient.DeclaredResponse<Shop, { readonly etag: string }>, GetShopError | ApiClient.Error | AppAuth.Error, AppAuth.AppAuth | HttpClient.HttpClient>>()(ApiClient.runWithResponse(getShop, { id: "1" }))
      exactly<Effect.Effect<{ readonly id: string }, ApiClient.MalformedCallbackError>>()(ApiClient.receive({ id: "c", content: [] } as Operation.Callback<{ readonly id: string }>, { body: "" }))
    }))

  it("the wrong kind of token does not compile", () => void
    typesOnly(() => {
      const session = Effect.flatMap(AuthorizationCode.AuthorizationCode, (grant) => grant.session("id"))
      const app = Effect.flatMap(Shops, (shops) => shops.ping()).pipe(Effect.provide(layer))
      const user = Effect.flatMap(UserShops, (shops) => shops.ping()).pipe(Effect.provide(layerUser))
      Effect.provideServiceEffect(user, UserAuth.UserAuth, session)
      Effect.provide(app, AppAuth.layerToken(Redacted.make("t"), Environment.production))
      // @ts-expect-error a session where the application's token belongs
      Effect.provideServiceEffect(app, AppAuth.AppAuth, session)
      // @ts-expect-error the application's token where a session belongs
      Effect.provideServiceEffect(user, UserAuth.UserAuth, AppAuth.AppAuth)
    }))

  it("a client without its auth layer does not run", () => void
    typesOnly(() => {
      const call = Effect.flatMap(Shops, (shops) => Effect.ignore(shops.ping()))
      const Client = layer.pipe(Layer.provide(FetchHttpClient.layer))
      // @ts-expect-error AppAuth is missing
      Effect.runPromise(Effect.provide(call, Client))
      Effect.runPromise(Effect.provide(call, Layer.provide(Client, Layer.provide(ClientCredentials.layer({ credentials }), FetchHttpClient.layer))))
      const userCall = Effect.flatMap(UserShops, (shops) => Effect.ignore(shops.ping())).pipe(Effect.provide(layerUser), Effect.provide(FetchHttpClient.layer))
      // @ts-expect-error the user of the call is missing
      Effect.runPromise(userCall)
    }))

  it("a body of bytes may be any of three", () => void
    typesOnly(() => {
      const bodies: ReadonlyArray<ApiClient.Bytes> = [new Uint8Array(), new Blob([]), Stream.make(new Uint8Array())]
      // @ts-expect-error not a text
      const text: ApiClient.Bytes = "x"
      return [bodies, text]
    }))

  it("items are found in the answer's type", () => void
    typesOnly(() => {
      exactly<Shop>()({} as ApiClient.Item<Page>)
      exactly<Shop>()({} as ApiClient.Item<ReadonlyArray<Shop>>)
      exactly<Shop>()({} as ApiClient.Item<{ readonly data?: { readonly items: ReadonlyArray<Shop> }; readonly next: string | null }>)
    }))
})
