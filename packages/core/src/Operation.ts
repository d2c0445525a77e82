/**
 * What a generated client holds of an API: one plain descriptor per operation, which `ApiClient` executes. A descriptor
 * has no behaviour; its types travel in a field that does not exist at run time.
 *
 * @since 0.1.0
 */
import type * as Schema from "effect/Schema"

/**
 * Any schema: what a descriptor holds of a value's shape.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 * import { Schema } from "effect"
 *
 * const pin: Operation.AnySchema = Schema.String
 * ```
 */
export type AnySchema = Schema.Schema<any, any> | Schema.Schema<never>

/**
 * An HTTP method of OpenAPI.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 *
 * const method: Operation.Method = "POST"
 * ```
 */
export type Method = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE"

/**
 * A server of a document (OpenAPI 3.1 section 4.8.5). A call that carries an Orange token takes only its path: the
 * origin is that of the token's environment.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 *
 * const server: Operation.Server = { url: "{apiRoot}/sim-swap/v2", variables: { apiRoot: { default: "https://api.orange.com" } } }
 * ```
 */
export interface Server {
  readonly url: string
  readonly variables?: { readonly [name: string]: { readonly default: string; readonly enum?: ReadonlyArray<string> } }
}

/**
 * How a credential that is not an Orange token is sent (OpenAPI 3.1 section 4.8.27).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 *
 * const key: Operation.SecurityScheme = { type: "apiKey", in: "header", name: "x-api-key" }
 * ```
 */
export type SecurityScheme =
  | { readonly type: "apiKey"; readonly in: "query" | "header" | "cookie"; readonly name: string }
  | { readonly type: "http"; readonly scheme: "basic" | "bearer" }
  | { readonly type: "oauth2"; readonly flows: ReadonlyArray<"App" | "User"> }

/**
 * What all operations of a document share.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 *
 * const api: Operation.Api = { name: "sms", servers: [{ url: "https://api.orange.com/smsmessaging/v1" }], security: {} }
 * ```
 */
export interface Api {
  /** Its name in metrics, budgets and renewals. */
  readonly name: string
  readonly servers: ReadonlyArray<Server>
  /** The document's security schemes by name. */
  readonly security: { readonly [scheme: string]: SecurityScheme }
  /** What a request without a body says of its content: there are gateways that refuse one that says nothing (Sonatel's). */
  readonly contentType?: string
}

/**
 * A parameter (OpenAPI 3.1 section 4.8.12): where it goes and how it is written.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 * import { Schema } from "effect"
 *
 * const ids: Operation.Parameter = { name: "ids", in: "query", explode: false, schema: Schema.Array(Schema.String) }
 * ```
 */
export interface Parameter {
  /** The name on the wire. */
  readonly name: string
  readonly in: "path" | "query" | "header" | "cookie"
  /** The request's property where it is not `name`: the same name in two places becomes `path_id`, `query_id`. */
  readonly key?: string
  /** One in the path is required whatever this says. */
  readonly required?: boolean
  /** By default `simple` in path and header, `form` in query and cookie. */
  readonly style?: "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject"
  /** By default true with style `form`, false otherwise. */
  readonly explode?: boolean
  /** Reserved characters of RFC 3986 are sent as they are (query only). */
  readonly allowReserved?: boolean
  /** A content-typed parameter: its value is written in this media type. */
  readonly media?: string
  /** Absent for text. */
  readonly schema?: AnySchema
}

/**
 * How one property of a form is sent (OpenAPI 3.1 section 4.8.15).
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 *
 * const encoding: Operation.Encoding = { contentType: "image/png" }
 * ```
 */
export interface Encoding {
  readonly contentType?: string
  readonly style?: Parameter["style"]
  readonly explode?: boolean
  readonly allowReserved?: boolean
  /** Headers of a multipart part, read from the request's own property `<property>_headers`, beside `body`. */
  readonly headers?: { readonly [name: string]: AnySchema }
}

/**
 * A body in one media type. `{ json: S }` is short for `{ media: "application/json", schema: S }`. How a body is read and
 * written follows from its media type: JSON, forms, text, server-sent events, lines of JSON, else bytes.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 * import { Schema } from "effect"
 *
 * const answer: Operation.Media = { json: Schema.Struct({ swapped: Schema.Boolean }) }
 * ```
 */
export type Media =
  | { readonly json: AnySchema }
  | {
    readonly media: string
    /** Of each item where the media type is a stream of items. Absent for text and bytes taken as they are. */
    readonly schema?: AnySchema
    /** Forms only: how each property is sent. */
    readonly encoding?: { readonly [property: string]: Encoding }
    /** Server-sent events only: the data is text, not JSON. */
    readonly text?: boolean
  }

/**
 * One media type, or several.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 * import { Schema } from "effect"
 *
 * const either: Operation.Content = { content: [{ json: Schema.Struct({ text: Schema.String }) }, { media: "text/plain" }] }
 * ```
 */
export type Content = Media | { readonly content: ReadonlyArray<Media> }

/**
 * A request body. With several media types the request's `contentType` chooses, the first by default.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 * import { Schema } from "effect"
 *
 * const body: Operation.Body = { required: true, json: Schema.Struct({ message: Schema.String }) }
 * ```
 */
export type Body = Content & { readonly required?: boolean }

/**
 * An answer: none (`null`), one media type, or several and declared headers.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 * import { Schema } from "effect"
 *
 * const created: Operation.Answer = { content: [], headers: { location: { required: true, schema: Schema.String } } }
 * ```
 */
export type Answer = null | Media | {
  readonly content: ReadonlyArray<Media>
  /** By lower-case name. */
  readonly headers?: { readonly [name: string]: Header }
}

/**
 * A declared header of an answer. It is written in style `simple`.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 * import { Schema } from "effect"
 *
 * const count: Operation.Header = { required: true, schema: Schema.NumberFromString }
 * ```
 */
export interface Header {
  readonly required?: boolean
  readonly explode?: boolean
  /** Absent for text. */
  readonly schema?: AnySchema
}

/**
 * Schemes that an operation needs together, each with the scopes that it needs. A list of requirements is a choice.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 *
 * const either: ReadonlyArray<Operation.Requirement> = [{ orange: ["sms:send"] }, { apiKey: [] }]
 * ```
 */
export interface Requirement {
  readonly [scheme: string]: ReadonlyArray<string>
}

/**
 * How a listing continues, where the document says so by extension.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 *
 * const paging: Operation.Paging = { kind: "page", parameter: "page", items: "/items", start: 1 }
 * ```
 */
export type Paging =
  /** The answer names the next page's value of a parameter; there are no more pages where it is absent, null or "". */
  | { readonly kind: "cursor"; readonly parameter: string; readonly items: string; readonly next: string }
  /** Pages are counted; the first empty page is the last. */
  | { readonly kind: "page"; readonly parameter: string; readonly items: string; readonly start: number }
  /** Items are counted; the first empty page is the last. */
  | { readonly kind: "offset"; readonly parameter: string; readonly items: string }

/**
 * One operation of an API. `Req` is the flat request (parameters by name, `body` for the body), `A` the decoded answer,
 * `E` the declared errors, `H` the declared headers of the answer.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 * import { Schema } from "effect"
 *
 * const api: Operation.Api = { name: "poi", servers: [{ url: "https://api.orange.com/poi/v1" }], security: {} }
 *
 * const getShop: Operation.Operation<{ readonly id: string }, { readonly name: string }> = {
 *   api,
 *   id: "getShop",
 *   method: "GET",
 *   path: "/shops/{id}",
 *   parameters: [{ name: "id", in: "path" }],
 *   responses: { "200": { json: Schema.Struct({ name: Schema.String }) } }
 * }
 * ```
 */
export interface Operation<in Req, out A, out E = never, out H = {}> {
  readonly api: Api
  readonly id: string
  readonly method: Method
  /** The path template, below the server's path. */
  readonly path: string
  /** Where they are not the document's. */
  readonly servers?: ReadonlyArray<Server>
  readonly parameters?: ReadonlyArray<Parameter>
  /** Parameters that it has in common with others, beside its own. */
  readonly common?: ReadonlyArray<Parameter>
  readonly body?: Body
  /**
   * By exact status, `2XX` and the like, or `default`, which is a success only where no 2xx is declared. Redirects are not
   * followed and are no answers.
   */
  readonly responses: { readonly [status: string]: Answer }
  /** A choice of requirements; none at all means open. */
  readonly security?: ReadonlyArray<Requirement>
  /** Set where the method does not say it (RFC 9110 section 9.2.2). */
  readonly idempotent?: boolean
  /** The request header that carries an idempotency key, where the document declares one. */
  readonly idempotencyKey?: string
  /** Responses are held to every constraint, such as length and pattern, and not to their structure alone. */
  readonly strictResponses?: boolean
  readonly paging?: Paging
  /** The 2xx answer that is asked for is a stream of items, server-sent events or lines of JSON; `A` is an item's type. */
  readonly stream?: boolean
  /** The types. Never there at run time. */
  readonly "~types"?: { readonly request: (_: Req) => void; readonly success: A; readonly error: E; readonly headers: H }
}

/**
 * Any operation.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 *
 * const name = (operation: Operation.Any): string => `${operation.method} ${operation.path}`
 * ```
 */
export type Any = Operation<any, any, any, any>

/**
 * A request that an API sends to us: a callback of an operation, or a webhook. `ApiClient.receive` decodes it.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Operation } from "@effect-orange/core"
 * import { Schema } from "effect"
 *
 * const delivered: Operation.Callback<{ readonly id: string }> = {
 *   id: "delivered",
 *   content: [{ json: Schema.Struct({ id: Schema.String }) }]
 * }
 * ```
 */
export interface Callback<out A> {
  readonly id: string
  readonly content: ReadonlyArray<Media>
  /** The type. Never there at run time. */
  readonly "~type"?: A
}
