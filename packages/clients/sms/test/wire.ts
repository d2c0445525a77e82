/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 3ddb31a25a38f364df51c1b47082697868209e7b9f0f109a8b77653be3923cc5
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/outbound/{senderAddress}/requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sends a message to one recipient.
         * @description The answer's `resourceURL` ends in the message's id, by which receipts name it. Orange states 160 characters for one
         *     SMS; a longer text costs several units. At most 5 messages a second, by third-party knowledge.
         */
        readonly post: operations["sendSms"];
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
         * @description `tel:+` and digits.
         * @example tel:+2250700000000
         */
        readonly TelAddress: string;
        readonly TextMessage: {
            /**
             * @description The text, in UTF-8.
             * @example Hello
             */
            readonly message: string;
        };
        readonly SendSmsRequestBody: {
            readonly outboundSMSMessageRequest: components["schemas"]["OutboundSmsMessageRequest"];
        };
        /** @description A message to send. */
        readonly OutboundSmsMessageRequest: {
            readonly address: components["schemas"]["TelAddress"];
            readonly senderAddress: components["schemas"]["TelAddress"];
            /** @description A sender's name that Orange's local team has registered. At most 11 letters and digits, by third-party knowledge. */
            readonly senderName?: string;
            readonly outboundSMSTextMessage: components["schemas"]["TextMessage"];
            /** @description A name of the caller's own for the request. Third-party knowledge. */
            readonly clientCorrelator?: string;
        };
        readonly SendSmsAnswer: {
            readonly outboundSMSMessageRequest: components["schemas"]["OutboundSmsMessage"];
        };
        /** @description A message that was accepted. Its recipients come back as a list. */
        readonly OutboundSmsMessage: {
            readonly address: readonly string[];
            readonly senderAddress: string;
            readonly senderName?: string;
            readonly outboundSMSTextMessage: components["schemas"]["TextMessage"];
            /** @description Not percent-encoded. Its last segment is the message's id. */
            readonly resourceURL: string;
            readonly clientCorrelator?: string;
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
    readonly sendSms: {
        readonly parameters: {
            readonly query?: {
                /** @description `SMS_OCB2` sends to Orange's own subscribers only (on-net). The value is third-party knowledge. */
                readonly resource_type_parameter_management?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
                 *     has given. The same as in the body.
                 * @example tel:+2250000
                 */
                readonly senderAddress: components["schemas"]["TelAddress"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "outboundSMSMessageRequest": {
                 *         "address": "tel:+2250700000000",
                 *         "senderAddress": "tel:+2250000",
                 *         "outboundSMSTextMessage": {
                 *           "message": "Hello"
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["SendSmsRequestBody"];
            };
        };
        readonly responses: {
            /** @description Accepted for delivery. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outboundSMSMessageRequest": {
                     *         "address": [
                     *           "tel:+2250700000000"
                     *         ],
                     *         "senderAddress": "tel:+2250000",
                     *         "outboundSMSTextMessage": {
                     *           "message": "Hello"
                     *         },
                     *         "resourceURL": "https://api.orange.com/smsmessaging/v1/outbound/tel:+2250000/requests/81e4296d-ed39-473a-ab3f-d290bfe5d3ef"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SendSmsAnswer"];
                };
            };
            /** @description A field is missing or its value is not valid (20 to 28). */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": 24,
                     *       "message": "Invalid body field",
                     *       "description": "The field address is not valid."
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GatewayEnvelope"];
                };
            };
            /** @description The token is unknown (41), expired (42) or missing (40). */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": 42,
                     *       "message": "Expired credentials",
                     *       "description": "The requested service needs credentials."
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GatewayEnvelope"];
                };
            };
            /** @description No subscription (50), or, by third-party knowledge, no credit, an expired contract or a sender that is not allowed. */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": 50,
                     *       "message": "Access denied",
                     *       "description": "The application is not subscribed."
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GatewayEnvelope"];
                };
            };
        };
    };
}
