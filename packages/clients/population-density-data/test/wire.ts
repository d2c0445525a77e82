/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Population density data 0.2 (population-density-data.yaml)
 * sha256: 64ab5e443244b83a7339675f7e56ad1b9fb65a9bcdae2a9587fbe092fc9554b3
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
         * Estimates how many people are in an area.
         * @description Changes nothing, and may be repeated; with `sink`, each request is answered by its own notification.
         */
        readonly post: operations["retrievePopulationDensity"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface webhooks {
    readonly density: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The estimates that were asked for.
         * @description Posted to the request's `sink`, by CAMARA. No notification of Orange's was seen.
         */
        readonly post: operations["density"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
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
        readonly Point: {
            /** @description In degrees, the north positive. */
            readonly latitude: number;
            /** @description In degrees, the east positive. */
            readonly longitude: number;
        };
        readonly Polygon: {
            /** @constant */
            readonly areaType: "POLYGON";
            /** @description The corners, in turn. */
            readonly boundary: readonly components["schemas"]["Point"][];
        };
        /** @description A moment with a zone (RFC 3339). */
        readonly Time: string;
        /**
         * @description What notifications carry, so that the application knows them: a token of its own making. CAMARA takes no other kind
         *     today.
         */
        readonly SinkCredential: {
            /** @constant */
            readonly credentialType: "ACCESSTOKEN";
            /**
             * Format: password
             * @description Sent back as `Authorization: Bearer`.
             */
            readonly accessToken: string;
            readonly accessTokenExpiresUtc: components["schemas"]["Time"];
            /** @constant */
            readonly accessTokenType: "bearer";
        };
        readonly DensityQuery: {
            readonly area: components["schemas"]["Polygon"];
            readonly startTime: components["schemas"]["Time"];
            readonly endTime: components["schemas"]["Time"];
            /** @description How many characters the geohash of a cell has. More are finer cells. */
            readonly precision?: number;
            /** @description Where notifications are posted to. */
            readonly sink?: string;
            readonly sinkCredential?: components["schemas"]["SinkCredential"];
        };
        readonly AcceptedDensity: {
            /** @description The notification names it. */
            readonly operationId: string;
        };
        readonly Density: {
            readonly timedPopulationDensityData: readonly components["schemas"]["DensityOfTime"][];
            readonly status: components["schemas"]["DensityStatus"];
            readonly statusInfo?: string;
        };
        readonly NotifiedDensity: {
            /** @description As the request was answered. */
            readonly operationId: string;
            readonly timedPopulationDensityData: readonly components["schemas"]["DensityOfTime"][];
            readonly status: components["schemas"]["DensityStatus"];
            readonly statusInfo?: string;
        };
        /** @description Whether Orange has the area. */
        readonly DensityStatus: string;
        readonly DensityOfTime: {
            /** Format: date-time */
            readonly startTime: string;
            /** Format: date-time */
            readonly endTime: string;
            readonly cellPopulationDensityData: readonly components["schemas"]["DensityOfCell"][];
        };
        /** @description The densities are there with `DENSITY_ESTIMATION`. */
        readonly DensityOfCell: {
            /** @description The cell. */
            readonly geohash: string;
            /** @description `LOW_DENSITY` where so few people are that no number is told. */
            readonly dataType: string;
            /** @description People per square kilometre, at most. */
            readonly maxPplDensity?: number;
            /** @description People per square kilometre, at least. */
            readonly minPplDensity?: number;
            /** @description People per square kilometre, most likely. */
            readonly pplDensity?: number;
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
        /** @description There is no such thing. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description Orange cannot do it for this area, at this precision or at once. */
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
    readonly retrievePopulationDensity: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DensityQuery"];
            };
        };
        readonly responses: {
            /** @description The estimates. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Density"];
                };
            };
            /** @description They will be told to `sink`. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AcceptedDensity"];
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
    readonly density: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NotifiedDensity"];
            };
        };
        readonly responses: {
            /** @description Received. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
