/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 4cd860359035624d64fe9266667c5a5a3eaaadb5cfe21151c8e7fcb0546d309f
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/outbound/{senderAddress}/requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
                 *     has given. The same as in the body.
                 */
                readonly senderAddress: components["parameters"]["SenderAddress"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sends a message to one recipient.
         * @description The answer's `resourceURL` ends in the message's id, by which receipts name it. Orange states 160 characters for one
         *     SMS; a longer text costs several units. A message to a sender that makes no sense was accepted too, as measured in
         *     2026. At most 5 messages a second, by third-party knowledge.
         */
        readonly post: operations["sendSms"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/outbound/{senderAddress}/subscriptions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
                 *     has given. The same as in the body.
                 */
                readonly senderAddress: components["parameters"]["SenderAddress"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Asks for delivery receipts of a sender's messages.
         * @description Third-party knowledge. Orange's page of today declares receipts by a contact form ("Real time SMS DR"); these
         *     operations may be closed to new applications.
         */
        readonly post: operations["createReceiptSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/outbound/subscriptions/{subscriptionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The last segment of the subscription's `resourceURL`. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        /**
         * Reads a subscription.
         * @description Third-party knowledge; the path has no sender.
         */
        readonly get: operations["getReceiptSubscription"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/outbound/{senderAddress}/subscriptions/{subscriptionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
                 *     has given. The same as in the body.
                 */
                readonly senderAddress: components["parameters"]["SenderAddress"];
                /** @description The last segment of the subscription's `resourceURL`. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Ends a subscription.
         * @description Third-party knowledge; the status is not certain.
         */
        readonly delete: operations["deleteReceiptSubscription"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/contracts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists contracts, with the messages that are left.
         * @description Orange's example is a list. An answer of 2022 was an object (`partnerContracts`); both are read. All are given at
         *     once.
         */
        readonly get: operations["listContracts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/purchaseorders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Lists the bundles that were bought.
         * @description Orange's example is a list; an older answer was an object that holds it (`purchaseOrders`). Both are read.
         */
        readonly get: operations["listPurchaseOrders"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/statistics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Tells how many messages were used.
         * @description What one item holds today is not known: it is given as it comes. An older answer was an object
         *     (`partnerStatistics`).
         */
        readonly get: operations["getStatistics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export interface webhooks {
    readonly deliveryReceipt: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * How far a message came.
         * @description Third-party knowledge. `callbackData` is the id of the message, by the samples that were seen. Orange signs nothing:
         *     put a secret into the URL.
         */
        readonly post: operations["deliveryReceipt"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly incomingMessage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A message that a person sent.
         * @description Third-party knowledge. In older samples `senderAddress` has `tel:` and `destinationAddress` has not.
         */
        readonly post: operations["incomingMessage"];
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
        /** @description A fault in the form of OneAPI. No answer of Orange's with one was seen. */
        readonly OneApiFault: {
            /** @description `SVC` or `POL` and digits, such as `SVC0002`. */
            readonly messageId?: string;
            readonly text?: string;
            readonly variables?: readonly string[];
        };
        /** @description OneAPI's envelope of errors, from which the API comes. No answer of Orange's with it was seen. */
        readonly RequestError: {
            readonly requestError: {
                readonly serviceException?: components["schemas"]["OneApiFault"];
                readonly policyException?: components["schemas"]["OneApiFault"];
            };
        };
        readonly Refusal: components["schemas"]["GatewayEnvelope"] | components["schemas"]["RequestError"];
        /** @description `tel:+` and digits. */
        readonly TelAddress: string;
        readonly TextMessage: {
            /** @description The text, in UTF-8. */
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
        readonly ReceiptSubscriptionRequestBody: {
            readonly deliveryReceiptSubscription: {
                readonly callbackReference: {
                    /** @description Where receipts are posted to. Orange takes https only, by third-party knowledge. */
                    readonly notifyURL: string;
                };
            };
        };
        readonly ReceiptSubscriptionAnswer: {
            readonly deliveryReceiptSubscription: {
                readonly callbackReference?: {
                    readonly notifyURL?: string;
                };
                /** @description Its last segment is the subscription's id. */
                readonly resourceURL?: string;
            };
        };
        readonly Contracts: readonly components["schemas"]["Contract"][];
        /** @description A contract, by Orange's example. */
        readonly Contract: {
            readonly id?: string;
            readonly type?: string;
            readonly developerId?: string;
            readonly applicationId?: string;
            /** @description ISO 3166-1 alpha-3. */
            readonly country: string;
            readonly offerName?: string;
            /** @description Messages that are left. */
            readonly availableUnits: number;
            /** @description Units that are reserved: they are taken in blocks, as measured. */
            readonly requestedUnits?: number;
            readonly status?: string;
            /** @description ISO 8601 with a zone. */
            readonly expirationDate?: string;
            readonly creationDate?: string;
            readonly lastUpdateDate?: string;
        };
        /** @description What the same URL answered in 2022, as logged. */
        readonly LegacyContracts: {
            readonly partnerContracts: {
                readonly partnerId?: string;
                readonly contracts: readonly components["schemas"]["LegacyContract"][];
            };
        };
        readonly LegacyContract: {
            readonly service?: string;
            readonly contractDescription?: string;
            readonly serviceContracts: readonly components["schemas"]["LegacyServiceContract"][];
        };
        readonly LegacyServiceContract: {
            readonly country: string;
            readonly service?: string;
            readonly contractId?: string;
            readonly availableUnits: number;
            /** @description ISO 8601 without a zone. */
            readonly expires?: string;
            readonly scDescription?: string;
        };
        readonly PurchaseOrders: readonly components["schemas"]["PurchaseOrder"][];
        readonly LegacyPurchaseOrders: {
            readonly purchaseOrders: components["schemas"]["PurchaseOrders"];
        };
        /** @description A bundle that was bought, by Orange's example. */
        readonly PurchaseOrder: {
            readonly id?: string;
            readonly developerId?: string;
            readonly contractId?: string;
            /** @description ISO 3166-1 alpha-3. */
            readonly country?: string;
            readonly offerName?: string;
            readonly bundleId?: string;
            readonly bundleDescription?: string;
            readonly price?: number;
            /** @description ISO 4217. */
            readonly currency?: string;
            readonly purchaseDate?: string;
            readonly paymentMode?: string;
            readonly paymentProviderOrderId?: string | null;
            /** @description The payer's number, its end hidden. */
            readonly payerId?: string;
            readonly type?: string;
            readonly oldAvailableUnits?: number;
            readonly newAvailableUnits?: number;
            readonly oldExpirationDate?: string | null;
            readonly newExpirationDate?: string | null;
        };
        readonly Statistics: readonly components["schemas"]["Statistic"][];
        readonly Statistic: {
            readonly [key: string]: unknown;
        };
        readonly LegacyStatistics: {
            readonly partnerStatistics: {
                readonly [key: string]: unknown;
            };
        };
        readonly DeliveryReceipt: {
            readonly deliveryInfoNotification: {
                /** @description The message's id. */
                readonly callbackData: string;
                readonly deliveryInfo: components["schemas"]["DeliveryInfo"];
            };
        };
        readonly DeliveryInfo: {
            /** @description The recipient. */
            readonly address?: string;
            /** @description The words are OneAPI's; others may come. */
            readonly deliveryStatus: string;
        };
        readonly IncomingMessage: {
            readonly inboundSMSMessageNotification: {
                readonly callbackData?: string;
                readonly inboundSMSMessage: {
                    readonly dateTime?: string;
                    readonly destinationAddress?: string;
                    readonly messageId?: string;
                    readonly message: string;
                    readonly senderAddress: string;
                };
            };
        };
    };
    responses: {
        /** @description A field is missing or its value is not valid (20 to 28). */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The token is unknown (41), expired (42) or missing (40). */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description No subscription (50), or, by third-party knowledge, no credit, an expired contract or a sender that is not allowed. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description There is no such subscription (60). */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["Refusal"];
            };
        };
    };
    parameters: {
        /**
         * @description The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
         *     has given. The same as in the body.
         */
        readonly SenderAddress: components["schemas"]["TelAddress"];
        /** @description The last segment of the subscription's `resourceURL`. */
        readonly SubscriptionId: string;
        /** @description One country, as ISO 3166-1 alpha-3 (`CIV`). Default all. */
        readonly Country: string;
    };
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
                 */
                readonly senderAddress: components["parameters"]["SenderAddress"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
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
                    readonly "application/json": components["schemas"]["SendSmsAnswer"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly createReceiptSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
                 *     has given. The same as in the body.
                 */
                readonly senderAddress: components["parameters"]["SenderAddress"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReceiptSubscriptionRequestBody"];
            };
        };
        readonly responses: {
            /** @description Receipts will be posted. Its body is not certain. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceiptSubscriptionAnswer"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly getReceiptSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The last segment of the subscription's `resourceURL`. */
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
                    readonly "application/json": components["schemas"]["ReceiptSubscriptionAnswer"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly deleteReceiptSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description The sender, `tel:+` and digits: a country's default such as `tel:+2250000` (Ivory Coast), or a number that Orange
                 *     has given. The same as in the body.
                 */
                readonly senderAddress: components["parameters"]["SenderAddress"];
                /** @description The last segment of the subscription's `resourceURL`. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
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
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
        };
    };
    readonly listContracts: {
        readonly parameters: {
            readonly query?: {
                /** @description One country, as ISO 3166-1 alpha-3 (`CIV`). Default all. */
                readonly country?: components["parameters"]["Country"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The contracts. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Contracts"] | components["schemas"]["LegacyContracts"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly listPurchaseOrders: {
        readonly parameters: {
            readonly query?: {
                /** @description One country, as ISO 3166-1 alpha-3 (`CIV`). Default all. */
                readonly country?: components["parameters"]["Country"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The orders. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PurchaseOrders"] | components["schemas"]["LegacyPurchaseOrders"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly getStatistics: {
        readonly parameters: {
            readonly query?: {
                /** @description One country, as ISO 3166-1 alpha-3 (`CIV`). Default all. */
                readonly country?: components["parameters"]["Country"];
                /** @description One application of the account. Third-party knowledge. */
                readonly appid?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The statistics. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Statistics"] | components["schemas"]["LegacyStatistics"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
        };
    };
    readonly deliveryReceipt: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DeliveryReceipt"];
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
    readonly incomingMessage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["IncomingMessage"];
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
