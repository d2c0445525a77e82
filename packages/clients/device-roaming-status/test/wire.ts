/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Device roaming status 1 (device-roaming-status.yaml)
 * sha256: 0c30c84f74de08a2acd23b869b9c38e4eae19a65402990e1d3a1cae6bf2c9935
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/retrieve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Tells whether a device is roaming.
         * @description Changes nothing, and may be repeated. An answer may say `roaming` and no country, as measured.
         */
        readonly post: operations["getRoamingStatus"];
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
        /** @description A device, by at least one of its identifiers. Of these the number alone was seen in requests to Orange's APIs. */
        readonly Device: {
            readonly phoneNumber?: components["schemas"]["PhoneNumber"];
            /** @description A name of the form `user@realm`. */
            readonly networkAccessIdentifier?: string;
            readonly ipv4Address?: components["schemas"]["Ipv4Address"];
            /** @description An address of the device itself. */
            readonly ipv6Address?: string;
        };
        /** @description The public address with the private one, or with the port that stands for the device. */
        readonly Ipv4Address: components["schemas"]["Ipv4WithPrivateAddress"] | components["schemas"]["Ipv4WithPort"];
        readonly Ipv4WithPrivateAddress: {
            readonly publicAddress: string;
            readonly privateAddress: string;
            readonly publicPort?: components["schemas"]["Port"];
        };
        readonly Ipv4WithPort: {
            readonly publicAddress: string;
            readonly privateAddress?: string;
            readonly publicPort: components["schemas"]["Port"];
        };
        readonly Port: number;
        readonly DeviceQuery: {
            readonly device?: components["schemas"]["Device"];
        };
        readonly Roaming: {
            /**
             * Format: date-time
             * @description When this was so.
             */
            readonly lastStatusTime?: string;
            readonly roaming: boolean;
            /**
             * @description A mobile country code by CAMARA. Orange's were of two kinds, as measured in 2026: 208 of that kind, and 34, which
             *     is a prefix of telephone numbers.
             */
            readonly countryCode?: number;
            /** @description Two letters for each country by CAMARA. Orange's were names, such as `Spain`, as measured in 2026. */
            readonly countryName?: readonly string[];
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
    readonly getRoamingStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeviceQuery"];
            };
        };
        readonly responses: {
            /** @description Whether it is. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Roaming"];
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
