/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Network APIs playground administration 1.0 (playground-admin.yaml)
 * sha256: 995ac0dd851b21f2b7f49d1c7252708889ec467fb1ad376e88c1c02a36fe7e48
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/action": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Lists, makes, reads, changes or removes numbers. */
        readonly post: operations["act"];
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
        readonly CamaraError: {
            readonly status?: number;
            readonly code: string;
            readonly message?: string;
        };
        readonly PhoneNumber: string;
        readonly Action: components["schemas"]["List"] | components["schemas"]["Create"] | components["schemas"]["Read"] | components["schemas"]["Update"] | components["schemas"]["Delete"];
        readonly List: {
            /** @constant */
            readonly action: "LIST";
        };
        readonly Create: {
            /** @constant */
            readonly action: "CREATE";
            readonly phoneNumber: components["schemas"]["PhoneNumber"];
            readonly data: components["schemas"]["Profile"];
        };
        readonly Read: {
            /** @constant */
            readonly action: "READ";
            readonly phoneNumber: components["schemas"]["PhoneNumber"];
        };
        /** @description Each part of `data` replaces the one that is there. */
        readonly Update: {
            /** @constant */
            readonly action: "UPDATE";
            readonly phoneNumber: components["schemas"]["PhoneNumber"];
            readonly data: components["schemas"]["Profile"];
        };
        readonly Delete: {
            /** @constant */
            readonly action: "DELETE";
            readonly phoneNumber: components["schemas"]["PhoneNumber"];
        };
        /** @description What the playground's APIs will say of the number. Of the parts only the SIM swap's is known. */
        readonly Profile: {
            readonly simSwap?: {
                readonly latestSimChange?: string;
            } & {
                readonly [key: string]: unknown;
            };
            readonly deviceSwap?: {
                readonly [key: string]: unknown;
            };
            readonly kyc?: {
                readonly [key: string]: unknown;
            };
            readonly location?: {
                readonly [key: string]: unknown;
            };
            readonly reachability?: {
                readonly [key: string]: unknown;
            };
            readonly roaming?: {
                readonly [key: string]: unknown;
            };
        } & {
            readonly [key: string]: unknown;
        };
        readonly Numbers: {
            readonly phoneNumbers: readonly string[];
        };
        /** @description Its form is not certain. */
        readonly PlaygroundNumber: {
            readonly phoneNumber?: string;
            readonly data?: components["schemas"]["Profile"];
        } & {
            readonly [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly act: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Action"];
            };
        };
        readonly responses: {
            /** @description The numbers (LIST), or a number (READ, UPDATE). */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Numbers"] | components["schemas"]["PlaygroundNumber"];
                };
            };
            /** @description The number was made (CREATE). */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlaygroundNumber"];
                };
            };
            /** @description The number was removed (DELETE). It says `text/html`, and has no body. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid, or the number is not the application's. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CamaraError"];
                };
            };
            /** @description The token is unknown (41), expired (42) or missing (40). */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GatewayEnvelope"] | components["schemas"]["CamaraError"];
                };
            };
            /** @description No subscription, or no more numbers. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GatewayEnvelope"] | components["schemas"]["CamaraError"];
                };
            };
        };
    };
}
