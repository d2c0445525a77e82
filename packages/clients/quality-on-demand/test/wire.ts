/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Quality on demand 0.11 (quality-on-demand.yaml)
 * sha256: b9e4a7ff022208b79c802b1c444ad2c4bbff6db3dcf98d737f606b8037cda5e9
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Starts a session.
         * @description Not to be repeated after a failure in between: it may be there. A session that is not there yet says `REQUESTED`; how
         *     it went is told by a notification, or by `getSession`.
         */
        readonly post: operations["createSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sessions/{sessionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The `sessionId` of the session. */
                readonly sessionId: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        /** Reads a session. */
        readonly get: operations["getSession"];
        readonly put?: never;
        readonly post?: never;
        /** Ends a session. */
        readonly delete: operations["deleteSession"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/sessions/{sessionId}/extend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The `sessionId` of the session. */
                readonly sessionId: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Makes a session last longer.
         * @description Not to be repeated after a failure in between: the time would be added twice.
         */
        readonly post: operations["extendSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/retrieve-sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lists the sessions of a device.
         * @description Changes nothing, and may be repeated. Without sessions the list is empty.
         */
        readonly post: operations["retrieveSessions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface webhooks {
    readonly sessionStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A session came to be, or ended.
         * @description A CloudEvent, posted to the session's `sink`, by CAMARA. No notification of Orange's was seen.
         */
        readonly post: operations["sessionStatus"];
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
        /** @description The server, by an address or a range of them. */
        readonly ApplicationServer: {
            /** @description An address, or a range as `198.51.100.0/24`. */
            readonly ipv4Address?: string;
            /** @description An address, or a range. */
            readonly ipv6Address?: string;
        };
        /** @description Which ports it is about. Without it all. */
        readonly Ports: {
            readonly ranges?: readonly components["schemas"]["PortRange"][];
            readonly ports?: readonly components["schemas"]["Port"][];
        };
        readonly PortRange: {
            readonly from: components["schemas"]["Port"];
            readonly to: components["schemas"]["Port"];
        };
        /** @description The quality that is asked for. Which names Orange has is not known; CAMARA has none of its own. */
        readonly Profile: string;
        /** @description In seconds. */
        readonly Seconds: number;
        readonly SessionRequest: {
            readonly device?: components["schemas"]["Device"];
            readonly applicationServer: components["schemas"]["ApplicationServer"];
            readonly devicePorts?: components["schemas"]["Ports"];
            readonly applicationServerPorts?: components["schemas"]["Ports"];
            readonly qosProfile: components["schemas"]["Profile"];
            readonly duration: components["schemas"]["Seconds"];
            /** @description Where notifications are posted to. */
            readonly sink?: string;
            readonly sinkCredential?: components["schemas"]["SinkCredential"];
        };
        readonly Session: {
            readonly sessionId: string;
            readonly device?: components["schemas"]["Device"];
            readonly applicationServer: components["schemas"]["ApplicationServer"];
            readonly devicePorts?: components["schemas"]["Ports"];
            readonly applicationServerPorts?: components["schemas"]["Ports"];
            readonly qosProfile: components["schemas"]["Profile"];
            readonly duration: components["schemas"]["Seconds"];
            /** Format: date-time */
            readonly startedAt?: string;
            /** Format: date-time */
            readonly expiresAt?: string;
            readonly qosStatus: string;
            readonly statusInfo?: components["schemas"]["StatusInfo"];
            readonly sink?: string;
            readonly sinkCredential?: components["schemas"]["SinkCredential"];
        };
        /** @description Why a session is `UNAVAILABLE`. */
        readonly StatusInfo: string;
        readonly Extension: {
            readonly requestedAdditionalDuration: components["schemas"]["Seconds"];
        };
        readonly SessionsQuery: {
            readonly device?: components["schemas"]["Device"];
        };
        readonly SessionEvent: {
            readonly id: string;
            readonly source: string;
            /** @description The second is the one of version 1. The first, of the versions before, is by general knowledge of CAMARA. */
            readonly type: string;
            readonly specversion: string;
            readonly datacontenttype?: string;
            /** Format: date-time */
            readonly time: string;
            readonly data: components["schemas"]["SessionChange"];
        };
        readonly SessionChange: {
            readonly sessionId: string;
            readonly qosStatus: string;
            readonly statusInfo?: components["schemas"]["StatusInfo"];
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
        /** @description There is no such session, or Orange does not know the device. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The device has such a session already, or the session cannot be extended. */
        readonly Conflict: {
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
    parameters: {
        /** @description The `sessionId` of the session. */
        readonly SessionId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly createSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SessionRequest"];
            };
        };
        readonly responses: {
            /** @description It is there, or asked for. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
        };
    };
    readonly getSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The `sessionId` of the session. */
                readonly sessionId: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The session. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
        };
    };
    readonly deleteSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The `sessionId` of the session. */
                readonly sessionId: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Ended. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
        };
    };
    readonly extendSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The `sessionId` of the session. */
                readonly sessionId: components["parameters"]["SessionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Extension"];
            };
        };
        readonly responses: {
            /** @description The session. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
        };
    };
    readonly retrieveSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SessionsQuery"];
            };
        };
        readonly responses: {
            /** @description The sessions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Session"][];
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
    readonly sessionStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["SessionEvent"];
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
