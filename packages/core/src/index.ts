/**
 * @since 0.1.0
 */

/**
 * An access token and what is known of its life.
 *
 * @since 0.1.0
 */
export * as AccessToken from "./AccessToken.js"

/**
 * The one runtime that executes operations: generated clients call it, and any descriptor can be run by hand. It writes
 * each request as its document says, asks for a token, sends, waits for throttles, retries what may be retried, and reads
 * the answer into a value or a typed error.
 *
 * @since 0.1.0
 */
export * as ApiClient from "./ApiClient.js"

/**
 * What can go wrong between an application and an Orange API, once the application is authorised. Each error is a value;
 * none holds a request or a response. `body` of a declared error is reachable and typed, and is not printed: it may be
 * about a person.
 *
 * @since 0.1.0
 */
export * as ApiError from "./ApiError.js"

/**
 * The builders that generated schemas are made of: JSON Schema's constructs as ordinary Effect schemas, typed so that the
 * compiler checks every property of a generated schema against its interface.
 *
 * A schema is strict: decoding and encoding enforce every constraint. Its `lenient` form keeps the structure and drops the
 * constraints; answers are read with it.
 *
 * @since 0.1.0
 */
export * as ApiSchema from "./ApiSchema.js"

/**
 * The application's own authorization: what API clients of the 2-legged grant require.
 *
 * @since 0.1.0
 */
export * as AppAuth from "./AppAuth.js"

/**
 * The U2M grant: "log in with Orange" ("OAuth U2M in a nutshell"; RFC 6749 section 4.1, OpenID Connect Core section 3.1).
 *
 * @since 0.1.0
 */
export * as AuthorizationCode from "./AuthorizationCode.js"

/**
 * Client-initiated backchannel authentication: a subscriber's token without a browser (CIBA Core).
 *
 * @since 0.1.0
 */
export * as Ciba from "./Ciba.js"

/**
 * The 2-legged grant: an application's own token ("2-Legged OAuth in a nutshell"; RFC 6749 section 4.4).
 *
 * @since 0.1.0
 */
export * as ClientCredentials from "./ClientCredentials.js"

/**
 * A configuration that cannot work.
 *
 * @since 0.1.0
 */
export * as ConfigurationError from "./ConfigurationError.js"

/**
 * How an application proves itself to a token endpoint. Orange takes a Basic header or body parameters, never both (400
 * "Duplicate credentials", "2-Legged OAuth in a nutshell").
 *
 * @since 0.1.0
 */
export * as Credentials from "./Credentials.js"

/**
 * Where Orange's servers are: plain data, no service. An environment is an option of each grant's layer and travels with
 * the token, so that a client always calls the host and surface that its token was made for (Orange's FQDN rule: "a token
 * must be negotiated on the same FQDN as the API you will call").
 *
 * @since 0.1.0
 */
export * as Environment from "./Environment.js"

/**
 * Verification of an id_token (OpenID Connect Core section 3.1.3.7), by `jose`, on Effect's clock, with keys from the
 * environment only.
 *
 * @since 0.1.0
 */
export * as IdToken from "./IdToken.js"

/**
 * The last step of a rotation of sealing keys.
 *
 * @since 0.1.0
 */
export * as KeyRotation from "./KeyRotation.js"

/**
 * The numbers that Orange publishes, in one dated place. Every option that defaults to one of them can be overridden.
 *
 * @since 0.1.0
 */
export * as Limits from "./Limits.js"

/**
 * What can go wrong between an application and Orange's authorization servers. Each error is a value in the error
 * channel; none holds a request, a response, a secret or a ParseError.
 *
 * @since 0.1.0
 */
export * as OAuthError from "./OAuthError.js"

/**
 * What a generated client holds of an API: one plain descriptor per operation, which `ApiClient` executes. A descriptor
 * has no behaviour; its types travel in a field that does not exist at run time.
 *
 * @since 0.1.0
 */
export * as Operation from "./Operation.js"

/**
 * An authorised `HttpClient`, for calls that no generated client covers. It takes paths below the environment's base URL,
 * adds the bearer, renews it once after a 401 that is about the token, waits for throttles, retries what may be retried,
 * and turns every refusal into a typed error.
 *
 * @since 0.1.0
 */
export * as OrangeHttpClient from "./OrangeHttpClient.js"

/**
 * A budget of requests, kept before Orange has to refuse: token requests refuse, API calls queue.
 *
 * @since 0.1.0
 */
export * as RequestBudget from "./RequestBudget.js"

/**
 * When a failed request is sent again. Which failures may be sent again at all is not a policy: see each grant, and
 * `OrangeHttpClient`.
 *
 * @since 0.1.0
 */
export * as RetryPolicy from "./RetryPolicy.js"

/**
 * The names of the library's metrics and spans, in one place. No attribute ever holds a secret, a number of a person, a
 * URL's query or its path values.
 *
 * @since 0.1.0
 */
export * as Telemetry from "./Telemetry.js"

/**
 * The token endpoint's language (RFC 6749 sections 4.1.3, 4.4.2, 5 and 6, as Orange's two guides have it): for each grant
 * one pure, total function that builds the request and one that reads the answer. No I/O, no clock.
 *
 * @since 0.1.0
 */
export * as TokenEndpoint from "./TokenEndpoint.js"

/**
 * The sealing of what leaves the process: session records for the store, the transaction in the user's browser. A seal is
 * a JWE in compact form (RFC 7516; `dir`, A256GCM, by `jose`), bound to a context: a record that is moved to another
 * user's key does not open.
 *
 * @since 0.1.0
 */
export * as TokenSeal from "./TokenSeal.js"

/**
 * Where an access token comes from: the one thing that an API client needs to know of a grant.
 *
 * @since 0.1.0
 */
export * as TokenSource from "./TokenSource.js"

/**
 * Where users' sessions are kept. A store sees opaque, sealed strings and counts their versions; what it guarantees is
 * that each version is claimed by one holder, so that a refresh token is sent at most once.
 *
 * @since 0.1.0
 */
export * as TokenStore from "./TokenStore.js"

/**
 * One user's authorization: what API clients of the U2M grant require, per call.
 *
 * @since 0.1.0
 */
export * as UserAuth from "./UserAuth.js"
