/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Geofencing subscriptions 0.3 (geofencing-subscriptions.yaml)
 * sha256: afb705d55bdbfed2ea4ba89070b98634f0f2efef5976c2ba0a986a9c04b4afc1
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/subscriptions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists the application's subscriptions.
         * @description With a subscriber's token, those of the subscriber's device.
         */
        readonly get: operations["listSubscriptions"];
        readonly put?: never;
        /**
         * Asks for notifications.
         * @description One type of event for each subscription. Not to be repeated after a failure in between: it may be there, and would
         *     notify twice.
         */
        readonly post: operations["createSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The `id` of the subscription. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        /** Reads a subscription. */
        readonly get: operations["getSubscription"];
        readonly put?: never;
        readonly post?: never;
        /** Ends a subscription. */
        readonly delete: operations["deleteSubscription"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface webhooks {
    readonly geofencing: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A device came into the area or left it, or the subscription changed.
         * @description A CloudEvent, posted to the subscription's `sink`, by CAMARA. No notification of Orange's was seen.
         */
        readonly post: operations["geofencing"];
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
        /** @enum {string} */
        readonly SubscriptionType: "org.camaraproject.geofencing-subscriptions.v0.area-entered" | "org.camaraproject.geofencing-subscriptions.v0.area-left";
        readonly SubscriptionDetail: {
            readonly device?: components["schemas"]["Device"];
            readonly area: components["schemas"]["Circle"];
        };
        readonly SubscriptionRequest: {
            readonly protocol: components["schemas"]["Protocol"];
            readonly protocolSettings?: components["schemas"]["HttpSettings"];
            /** @description Where notifications are posted to. */
            readonly sink: string;
            readonly sinkCredential?: components["schemas"]["SinkCredential"];
            readonly types: readonly components["schemas"]["SubscriptionType"][];
            readonly config: components["schemas"]["RequestedConfig"];
        };
        /**
         * @description CAMARA takes no other today.
         * @constant
         */
        readonly Protocol: "HTTP";
        /** @description How notifications are posted. Whether Orange heeds it is not known. */
        readonly HttpSettings: {
            /** @description Headers that notifications carry. */
            readonly headers?: {
                readonly [key: string]: string;
            };
            /** @constant */
            readonly method?: "POST";
        };
        readonly RequestedConfig: {
            readonly subscriptionDetail: components["schemas"]["SubscriptionDetail"];
            readonly subscriptionExpireTime?: components["schemas"]["Time"];
            /** @description The subscription ends after so many. */
            readonly subscriptionMaxEvents?: number;
            /** @description Whether a device that is there already is told of at once. */
            readonly initialEvent?: boolean;
        };
        readonly Subscription: {
            readonly id: string;
            readonly protocol: string;
            readonly protocolSettings?: components["schemas"]["HttpSettings"];
            readonly sink: string;
            readonly types: readonly string[];
            readonly config: components["schemas"]["Config"];
            /** Format: date-time */
            readonly startsAt: string;
            /** Format: date-time */
            readonly expiresAt?: string;
            readonly status?: string;
        };
        readonly Config: {
            readonly subscriptionDetail: components["schemas"]["SubscriptionDetail"];
            /** Format: date-time */
            readonly subscriptionExpireTime?: string;
            /** @description The subscription ends after so many. */
            readonly subscriptionMaxEvents?: number;
            /** @description Whether a device that is there already is told of at once. */
            readonly initialEvent?: boolean;
        };
        readonly AcceptedSubscription: {
            /** @description The subscription's. */
            readonly id: string;
        };
        readonly Event: components["schemas"]["AreaEntered"] | components["schemas"]["AreaLeft"] | components["schemas"]["SubscriptionStarted"] | components["schemas"]["SubscriptionUpdated"] | components["schemas"]["SubscriptionEnded"] | components["schemas"]["SubscriptionEnds"];
        readonly AreaEntered: {
            readonly id: string;
            readonly source: string;
            /** @constant */
            readonly type: "org.camaraproject.geofencing-subscriptions.v0.area-entered";
            readonly specversion: string;
            readonly datacontenttype?: string;
            /** Format: date-time */
            readonly time: string;
            readonly data: components["schemas"]["AreaEvent"];
        };
        readonly AreaLeft: {
            readonly id: string;
            readonly source: string;
            /** @constant */
            readonly type: "org.camaraproject.geofencing-subscriptions.v0.area-left";
            readonly specversion: string;
            readonly datacontenttype?: string;
            /** Format: date-time */
            readonly time: string;
            readonly data: components["schemas"]["AreaEvent"];
        };
        readonly SubscriptionStarted: {
            readonly id: string;
            readonly source: string;
            /** @constant */
            readonly type: "org.camaraproject.geofencing-subscriptions.v0.subscription-started";
            readonly specversion: string;
            readonly datacontenttype?: string;
            /** Format: date-time */
            readonly time: string;
            readonly data: components["schemas"]["StartOfSubscription"];
        };
        readonly SubscriptionUpdated: {
            readonly id: string;
            readonly source: string;
            /** @constant */
            readonly type: "org.camaraproject.geofencing-subscriptions.v0.subscription-updated";
            readonly specversion: string;
            readonly datacontenttype?: string;
            /** Format: date-time */
            readonly time: string;
            readonly data: components["schemas"]["UpdateOfSubscription"];
        };
        readonly SubscriptionEnded: {
            readonly id: string;
            readonly source: string;
            /** @constant */
            readonly type: "org.camaraproject.geofencing-subscriptions.v0.subscription-ended";
            readonly specversion: string;
            readonly datacontenttype?: string;
            /** Format: date-time */
            readonly time: string;
            readonly data: components["schemas"]["EndOfSubscription"];
        };
        /** @description An older name of the last one. By general knowledge of CAMARA. */
        readonly SubscriptionEnds: {
            readonly id: string;
            readonly source: string;
            /** @constant */
            readonly type: "org.camaraproject.geofencing-subscriptions.v0.subscription-ends";
            readonly specversion: string;
            readonly datacontenttype?: string;
            /** Format: date-time */
            readonly time: string;
            readonly data: components["schemas"]["EndOfSubscription"];
        };
        readonly AreaEvent: {
            readonly subscriptionId: string;
            readonly device?: components["schemas"]["Device"];
            readonly area: components["schemas"]["Circle"];
        };
        readonly StartOfSubscription: {
            readonly subscriptionId: string;
            readonly device?: components["schemas"]["Device"];
            readonly area: components["schemas"]["Circle"];
            readonly initiationReason: string;
            readonly initiationDescription?: string;
        };
        readonly UpdateOfSubscription: {
            readonly subscriptionId: string;
            readonly device?: components["schemas"]["Device"];
            readonly area: components["schemas"]["Circle"];
            readonly updateReason: string;
            readonly updateDescription?: string;
        };
        readonly EndOfSubscription: {
            readonly subscriptionId: string;
            readonly device?: components["schemas"]["Device"];
            readonly area: components["schemas"]["Circle"];
            readonly terminationReason: string;
            readonly terminationDescription?: string;
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
        /** @description There is no such subscription. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description Orange cannot do it for this device or area; or an identifier is missing, or one too many. */
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
        /** @description The `id` of the subscription. */
        readonly SubscriptionId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listSubscriptions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The subscriptions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Subscription"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
        };
    };
    readonly createSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SubscriptionRequest"];
            };
        };
        readonly responses: {
            /** @description It is there. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description It will be there. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AcceptedSubscription"];
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
    readonly getSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The `id` of the subscription. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The subscription. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Subscription"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
        };
    };
    readonly deleteSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The `id` of the subscription. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It will end. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AcceptedSubscription"];
                };
            };
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
    readonly geofencing: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/cloudevents+json": components["schemas"]["Event"];
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
