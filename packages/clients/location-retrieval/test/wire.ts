/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Location retrieval 0.3 (location-retrieval.yaml)
 * sha256: 1bfbd3d3b436a5c9df693fbd251236e9bb92a49b35e99716ff02fc6985175b4e
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
         * Tells an area that a device is in.
         * @description Changes nothing, and may be repeated.
         */
        readonly post: operations["retrieveLocation"];
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
        readonly Point: {
            /** @description In degrees, the north positive. */
            readonly latitude: number;
            /** @description In degrees, the east positive. */
            readonly longitude: number;
        };
        readonly Circle: {
            /** @constant */
            readonly areaType: "CIRCLE";
            readonly center: components["schemas"]["Point"];
            /** @description In metres. */
            readonly radius: number;
        };
        readonly Polygon: {
            /** @constant */
            readonly areaType: "POLYGON";
            /** @description The corners, in turn. */
            readonly boundary: readonly components["schemas"]["Point"][];
        };
        readonly Area: components["schemas"]["Circle"] | components["schemas"]["Polygon"];
        readonly LocationQuery: {
            readonly device?: components["schemas"]["Device"];
            /** @description How old the location may be, in seconds. Without it any age will do; 0 asks for a new one. */
            readonly maxAge?: number;
            /** @description How large the area may be, in square metres. */
            readonly maxSurface?: number;
        };
        readonly Location: {
            /**
             * Format: date-time
             * @description When the device was there.
             */
            readonly lastLocationTime: string;
            readonly area: components["schemas"]["Area"];
            readonly device?: components["schemas"]["Device"];
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
    readonly retrieveLocation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LocationQuery"];
            };
        };
        readonly responses: {
            /** @description Where it is. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Location"];
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
