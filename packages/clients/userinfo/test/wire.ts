/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange user information 1 (userinfo.yaml)
 * sha256: f794d6bd199aec10ccdd3448fd2100fed504e86c10970acfbc41e6544b3a01e0
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/openidconnect/fr/v1/userinfo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Tells who the person is.
         * @description The claim `sub` alone.
         */
        readonly get: operations["getIdentity"];
        readonly put?: never;
        /**
         * Tells who the person is, by POST.
         * @description The same (OpenID Connect Core section 5.3.1).
         */
        readonly post: operations["postIdentity"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/formfilling/fr/v1/userinfo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Gives what fills in a form.
         * @description Third-party knowledge.
         */
        readonly get: operations["getFormFilling"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/userdetails/fr/v2/userinfo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Gives the person's details, as far as the scopes go.
         * @description Third-party knowledge. The claims are those of OpenID Connect (Core section 5.4).
         */
        readonly get: operations["getUserDetails"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/3legged/sandbox/fr/v1/userinfo/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Gives the sandbox's made-up person.
         * @description The path ends in a slash, as Orange has it.
         */
        readonly get: operations["getSandboxUser"];
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
        readonly Identity: {
            /** @description The person, the same for each application at all times (OpenID Connect). */
            readonly sub: string;
        };
        readonly FormFilling: {
            readonly sub: string;
            readonly name?: string;
            readonly given_name?: string;
            readonly family_name?: string;
            readonly gender?: string;
            readonly birthdate?: string;
            readonly email?: string;
            /** @description As `+33(0)…` in the sample: no E.164. */
            readonly phone_number?: string;
            readonly locale?: string;
            /** @description In seconds since 1970. */
            readonly updated_at?: number;
        };
        readonly UserDetails: {
            readonly sub: string;
            readonly name?: string;
            readonly given_name?: string;
            readonly family_name?: string;
            readonly gender?: string;
            readonly birthdate?: string;
            readonly email?: string;
            readonly phone_number?: string;
            readonly address?: components["schemas"]["Address"];
            readonly locale?: string;
            /** @description The form is not certain. */
            readonly updated_at?: number | string;
        };
        readonly Address: {
            readonly formatted?: string;
            readonly street_address?: string;
            readonly locality?: string;
            readonly postal_code?: string;
            readonly country?: string;
        };
        readonly SandboxUser: {
            readonly sub: string;
            readonly name?: string;
            readonly family_name?: string;
            readonly given_name?: string;
            readonly email?: string;
            readonly phone_number?: string;
            readonly formatted?: string;
            readonly locality?: string;
            readonly street_address?: string;
            readonly postal_code?: string;
            readonly country?: string;
            /**
             * Format: date-time
             * @description Here a date; in form filling, a number.
             */
            readonly updated_at?: string;
            /** @description Without a plus. */
            readonly subscriber_msisdn?: string;
            readonly locale?: string;
            readonly gender?: string;
            readonly birthdate?: string;
        };
    };
    responses: {
        /** @description The person's identifier. */
        readonly Identity: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Identity"];
            };
        };
        /** @description The token is unknown (41), expired (42) or missing (40). */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["GatewayEnvelope"];
            };
        };
        /** @description No subscription (50), or a token without the scope (51). */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["GatewayEnvelope"];
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
    readonly getIdentity: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Identity"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly postIdentity: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["Identity"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly getFormFilling: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The person. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FormFilling"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly getUserDetails: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The person. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserDetails"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly getSandboxUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The person. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SandboxUser"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
}
