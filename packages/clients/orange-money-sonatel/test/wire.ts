/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money of Sonatel 1 (orange-money-sonatel.yaml)
 * sha256: 524f6dca2787f4bb1666fa1cb496c60b90330a03164aef23f8aff6b5c782a5dc
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/api/eWallet/v4/qrcode": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Makes a QR code and a link to be paid. */
        readonly post: operations["createQrCode"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/eWallet/v1/transactions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists transactions.
         * @description A bare list, empty for a code that nobody paid, as measured; an object that holds it, says one source. Both are
         *     read.
         */
        readonly get: operations["listTransactions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/eWallet/v1/transactions/{transactionId}/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Tells how a transaction stands. */
        readonly get: operations["getTransactionStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/notification/v1/merchantcallback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lists what is registered. */
        readonly get: operations["listCallbacks"];
        readonly put?: never;
        /**
         * Registers where a merchant's payments are told to.
         * @description The answer has no body, as measured, though one is documented.
         */
        readonly post: operations["registerCallback"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface webhooks {
    readonly transactionCallback: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A transaction has changed.
         * @description Authenticated by `Authorization: Basic` and the registered key, and by `X-Sonatel-Signature`: `t=` the second and one
         *     or more `v1=`, the HMAC-SHA256 in hexadecimal of `{t},{raw body}` by the endpoint's secret, within 300 s. At least
         *     once: `X-Sonatel-Idempotency-Key` is the same when it is repeated. A 4xx is final; a 5xx or no answer has it
         *     delivered again. Look the transaction up before you trust it.
         */
        readonly post: operations["transactionCallback"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description A problem (RFC 9457) whose status and code are texts, as measured. */
        readonly Problem: {
            readonly type?: string;
            readonly title?: string;
            readonly instance?: string;
            readonly status?: string;
            readonly code?: string;
            readonly detail?: string;
        };
        readonly Amount: {
            /** @constant */
            readonly unit: "XOF";
            readonly value: number;
        };
        readonly CollectedAmount: {
            readonly unit?: string;
            readonly value?: number;
        };
        readonly QrCodeRequest: {
            /** @description The merchant's code. */
            readonly code: string;
            readonly name: string;
            readonly amount: components["schemas"]["Amount"];
            readonly reference?: string;
            readonly metadata?: {
                readonly [key: string]: unknown;
            };
            /** @description In seconds. */
            readonly validity?: number;
            readonly callbackSuccessUrl?: string;
            readonly callbackCancelUrl?: string;
        };
        readonly QrCode: {
            readonly deepLink?: string;
            readonly deepLinks?: {
                readonly [key: string]: string;
            };
            /** @description A PNG in base64, as measured; a data URI in older notes. */
            readonly qrCode?: string;
            readonly validity?: number;
            readonly metadata?: {
                readonly [key: string]: unknown;
            } | null;
            readonly shortLink?: string;
            readonly qrId: string;
            readonly validFor?: {
                readonly startDateTime?: string;
                readonly endDateTime?: string;
            };
        };
        /** @description Only `SUCCESS` is money collected; `CANCELLED`, `FAILED` and `REJECTED` are the end too, the rest is under way. */
        readonly TransactionStatus: string;
        readonly Transactions: readonly components["schemas"]["Transaction"][];
        readonly TransactionPage: {
            readonly transactions: components["schemas"]["Transactions"];
        };
        readonly Transaction: {
            readonly transactionId?: string;
            readonly type?: string;
            readonly status: components["schemas"]["TransactionStatus"];
            readonly reference?: string | null;
            readonly amount?: components["schemas"]["CollectedAmount"];
            readonly code?: string;
            readonly metadata?: {
                readonly [key: string]: unknown;
            } | null;
        };
        readonly TransactionState: {
            readonly status: components["schemas"]["TransactionStatus"];
        };
        readonly CallbackRegistration: {
            readonly code: string;
            readonly name: string;
            /** @description Sonatel takes https only. */
            readonly callbackUrl: string;
            /**
             * Format: password
             * @description What the callback's Basic header will hold.
             */
            readonly apiKey: string;
        };
        readonly RegisteredCallback: {
            readonly code?: string;
            readonly msisdn?: string;
            readonly name?: string;
            readonly callbackUrl?: string;
            /** Format: password */
            readonly apiKey?: string;
            /** @description `08-09-2026 18:30:42`: day, month, year. */
            readonly createdAt?: string;
        };
        readonly TransactionCallback: {
            readonly status: components["schemas"]["TransactionStatus"];
            readonly transactionId: string;
            readonly reference?: string | null;
            readonly amount?: components["schemas"]["CollectedAmount"];
            readonly code?: string;
            readonly metadata?: {
                readonly [key: string]: unknown;
            } | null;
            readonly timestamp?: string;
        };
    };
    responses: {
        /** @description The request is not valid, or by third-party knowledge the code has expired (4004). */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing, unknown or expired. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The application may not do this. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such transaction. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The header Content-Type is missing or another. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
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
    readonly createQrCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Where this payment is told to, in place of the registered URL. */
                readonly "X-Callback-Url"?: string;
                /** @description By contract, says one source. */
                readonly "X-Api-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["QrCodeRequest"];
            };
        };
        readonly responses: {
            /** @description The code and its links. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QrCode"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
        };
    };
    readonly listTransactions: {
        readonly parameters: {
            readonly query?: {
                readonly reference?: string;
                readonly type?: string;
                readonly status?: components["schemas"]["TransactionStatus"];
                readonly size?: number;
                readonly fromDateTime?: string;
                readonly transactionId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The transactions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Transactions"] | components["schemas"]["TransactionPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
        };
    };
    readonly getTransactionStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly transactionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How it stands. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TransactionState"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
        };
    };
    readonly listCallbacks: {
        readonly parameters: {
            readonly query?: {
                /** @description The merchant's code. */
                readonly code?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What is registered. The key comes in clear, as measured, though it is documented as write-only. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["RegisteredCallback"][];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
        };
    };
    readonly registerCallback: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CallbackRegistration"];
            };
        };
        readonly responses: {
            /** @description Registered. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Registered. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
        };
    };
    readonly transactionCallback: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "X-Sonatel-Signature"?: string;
                readonly "X-Sonatel-Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TransactionCallback"];
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
