/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Number verification 1 (number-verification.yaml)
 * sha256: d961fa239caf0246a6c623304b55e7f085d85124191518f6c1ea8aa759858305
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Tells whether the device has a number.
         * @description The number is sent as it is, or as its SHA-256. Changes nothing, and may be repeated.
         */
        readonly post: operations["verifyNumber"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/device-phone-number": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Tells the device's number. */
        readonly get: operations["getDevicePhoneNumber"];
        readonly put?: never;
        readonly post?: never;
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
        /** @description One of the two. */
        readonly Claim: components["schemas"]["PlainClaim"] | components["schemas"]["HashedClaim"];
        readonly PlainClaim: {
            readonly phoneNumber: components["schemas"]["PhoneNumber"];
        };
        readonly HashedClaim: {
            /** @description SHA-256 of the number with its `+`, in hexadecimal. */
            readonly hashedPhoneNumber: string;
        };
        readonly Verdict: {
            readonly devicePhoneNumberVerified: boolean;
        };
        readonly DevicePhoneNumber: {
            readonly devicePhoneNumber: components["schemas"]["PhoneNumber"];
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
        /** @description Orange cannot do it for this line. */
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
    readonly verifyNumber: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Claim"];
            };
        };
        readonly responses: {
            /** @description Whether it has. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Verdict"];
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
    readonly getDevicePhoneNumber: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The number. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DevicePhoneNumber"];
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
