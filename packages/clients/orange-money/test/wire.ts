/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money web payment 1 (orange-money.yaml)
 * sha256: 2844d86b23efea7b3a5cc9185ac4b27fd203157b9a91b3744f2451f0dde43b41
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/webpayment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Initiates a payment.
         * @description Send the person to `payment_url` as it is given: its host differs by environment. Keep order, amount, `pay_token`
         *     and `notif_token` before that: the status is asked for with three of them, and a notification is known by the
         *     fourth. The `pay_token` is good for ten minutes.
         *
         *     Not to be repeated after a failure in between: the payment may be there.
         */
        readonly post: operations["createPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/transactionstatus": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Tells how a payment stands.
         * @description Changes nothing, and may be repeated. Orange answers 201, not 200.
         */
        readonly post: operations["getTransactionStatus"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface webhooks {
    readonly paymentNotification: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A payment has ended.
         * @description Posted to the payment's `notif_url` after SUCCESS or FAILED. Compare `notif_token` with the one that was kept, and
         *     ask for the status all the same.
         */
        readonly post: operations["paymentNotification"];
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
        /** @description A public URL, at most 120 characters; not of a local host. */
        readonly Url: string;
        readonly Payment: {
            /**
             * Format: password
             * @description The merchant's key of the offer.
             */
            readonly merchant_key: string;
            /** @description `OUV` in the sandbox; a country's own currency elsewhere, such as XOF, XAF, GNF. */
            readonly currency: string;
            /** @description Used once. A UUID is too long. */
            readonly order_id: string;
            readonly amount: number;
            readonly return_url: components["schemas"]["Url"];
            readonly cancel_url: components["schemas"]["Url"];
            readonly notif_url: components["schemas"]["Url"];
            /**
             * @description The page's language.
             * @enum {string}
             */
            readonly lang?: "fr" | "en";
            /** @description The merchant's name on the page. */
            readonly reference: string;
        };
        readonly InitiatedPayment: {
            /** @description The HTTP status once more. */
            readonly status?: number;
            readonly message?: string;
            /**
             * Format: password
             * @description Names the payment. 64 hexadecimal digits in the samples.
             */
            readonly pay_token: string;
            /**
             * Format: password
             * @description Where the person pays. It holds the `pay_token`.
             */
            readonly payment_url: string;
            /**
             * Format: password
             * @description What the notification will hold. 32 hexadecimal digits in the samples.
             */
            readonly notif_token: string;
        };
        readonly TransactionQuery: {
            readonly order_id: string;
            readonly amount: number;
            /** Format: password */
            readonly pay_token: string;
        };
        readonly Transaction: {
            readonly status: string;
            readonly order_id?: string;
            /** @description Orange's number of the transaction. Probably absent before its end. */
            readonly txnid?: string;
        };
        readonly PaymentNotification: {
            readonly status: string;
            /** Format: password */
            readonly notif_token: string;
            readonly txnid?: string;
        };
    };
    responses: {
        /** @description A field is missing or its value is not valid (20 to 28). */
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
        /** @description No subscription (50), or a token that does not open this API (51). */
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
    readonly createPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Payment"];
            };
        };
        readonly responses: {
            /** @description Initiated. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InitiatedPayment"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly getTransactionStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TransactionQuery"];
            };
        };
        readonly responses: {
            /** @description How it stands. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transaction"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            /** @description There is no such payment. The status is not documented. */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GatewayEnvelope"];
                };
            };
        };
    };
    readonly paymentNotification: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PaymentNotification"];
            };
        };
        readonly responses: {
            /** @description Received. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
