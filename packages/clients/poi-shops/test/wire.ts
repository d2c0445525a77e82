/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange shops 1 (poi-shops.yaml)
 * sha256: e7811266bd095887a4e112c841eb469ba705e7515c5d0ae45cbf36157ae11b48
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/shops": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists shops near a postal code.
         * @description Other query parameters and paging are not known.
         */
        readonly get: operations["listShops"];
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
        /** @description A shop. All fields are from third-party knowledge, so none is required. */
        readonly Shop: {
            readonly id?: string;
            readonly name?: string;
            readonly description?: string;
            readonly address1?: string;
            readonly address2?: string;
            readonly department?: string;
            readonly postalCode?: string;
            readonly city?: string;
            readonly country?: string;
            readonly phoneNumber?: string;
            readonly localPersonalEP?: string;
            readonly localBusinessEP?: string;
            readonly distance?: string;
            readonly livebox_assistance?: boolean;
            readonly photo_espace?: boolean;
            readonly pickup_service?: boolean;
            readonly decoder_assistance?: boolean;
            readonly fiber?: boolean;
            readonly tvhd?: boolean;
            readonly hplus?: boolean;
            readonly type4g?: boolean;
            readonly type3DTV?: boolean;
            readonly type4x_payment?: boolean;
        };
    };
    responses: {
        /** @description A parameter is missing (27) or has a value that is not valid (28). */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["GatewayEnvelope"];
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
        /** @description The application has no subscription to this API (50). */
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
    readonly listShops: {
        readonly parameters: {
            readonly query: {
                /** @description A French postal code. */
                readonly postalCode: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The shops. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Shop"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
}
