/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SIM swap 1 (sim-swap.yaml)
 * sha256: cc62ffec765bbf45318ef9db2f5217789f72f202991dc247e3a83096d989bd78
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Tells whether a line's SIM card was changed of late.
         * @description Changes nothing, and may be repeated.
         */
        readonly post: operations["checkSimSwap"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/retrieve-date": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Tells when a line's SIM card was changed last.
         * @description Changes nothing, and may be repeated.
         */
        readonly post: operations["retrieveSimSwapDate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What Orange's gateway says of a request that it refuses (Orange's page on API errors). */
        readonly GatewayEnvelope: {
            /** @description Orange's code; it tells apart what the status does not. */
            readonly code: number;
            readonly message?: string;
            readonly description?: string;
            readonly infoURL?: string;
        };
        /**
         * @description What the API says of a request that it refuses. The playground has `FORBIDDEN` (403) for a number that it does not
         *     know, and `BAD_REQUEST` (400) for a path that it does not know, as measured in 2026; the other codes are those of CAMARA.
         */
        readonly CamaraError: {
            readonly status?: number;
            readonly code: string;
            readonly message?: string;
        };
        readonly Refusal: components["schemas"]["CamaraError"] | components["schemas"]["GatewayEnvelope"];
        /** @description A number in the form of E.164, with its `+`. */
        readonly PhoneNumber: string;
        readonly SwapCheck: {
            readonly phoneNumber?: components["schemas"]["PhoneNumber"];
            /** @description How many hours to look back. */
            readonly maxAge?: number;
        };
        readonly SwapVerdict: {
            readonly swapped: boolean;
        };
        readonly SwapQuery: {
            readonly phoneNumber?: components["schemas"]["PhoneNumber"];
        };
        readonly SwapDate: {
            /**
             * Format: date-time
             * @description Null where Orange does not know it, or may not tell. Where none was seen, when the line began.
             */
            readonly latestSimChange: string | null;
            /** @description How many days Orange looks back, where it tells no older change. */
            readonly monitoredPeriod?: number;
        };
    };
    responses: {
        /** @description A value is missing, unknown or not valid. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The token is missing, unknown or expired. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The token's scopes do not suffice, the application has no subscription, or the gateway's limits are passed (53). */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description Orange does not know the one that is asked about. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description Orange cannot do it for this one; or an identifier is missing, or one too many. */
        readonly Unprocessable: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description Too many requests. Orange's gateway says it by 403 and 53; CAMARA by this status. */
        readonly TooManyRequests: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly checkSimSwap: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SwapCheck"];
            };
        };
        readonly responses: {
            /** @description Whether it was. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SwapVerdict"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
        };
    };
    readonly retrieveSimSwapDate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SwapQuery"];
            };
        };
        readonly responses: {
            /** @description When it was. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SwapDate"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
        };
    };
}
