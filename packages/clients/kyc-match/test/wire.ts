/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: KYC match 0.2 (kyc-match.yaml)
 * sha256: d2f316d70c592940d2b903bd88024aebf90001a664ec5981766f7ee6e501a7af
 * Generator: @effect-orange/codegen 0.0.0
 */
export interface paths {
    readonly "/match": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Compares a person's details with Orange's.
         * @description Send only what is to be compared. Changes nothing, and may be repeated.
         */
        readonly post: operations["matchIdentity"];
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
        readonly Details: {
            readonly phoneNumber?: components["schemas"]["PhoneNumber"];
            /** @description The number of an identity document. */
            readonly idDocument?: string;
            /** @description The whole name. */
            readonly name?: string;
            readonly givenName?: string;
            readonly familyName?: string;
            /** @description In half-width katakana, for Japan. */
            readonly nameKanaHankaku?: string;
            /** @description In full-width katakana, for Japan. */
            readonly nameKanaZenkaku?: string;
            readonly middleNames?: string;
            readonly familyNameAtBirth?: string;
            /** @description The whole address. */
            readonly address?: string;
            readonly streetName?: string;
            readonly streetNumber?: string;
            readonly postalCode?: string;
            readonly region?: string;
            /** @description The town. */
            readonly locality?: string;
            /** @description Two letters (ISO 3166-1). */
            readonly country?: string;
            /** @description What follows the number of the house, as `bis`. */
            readonly houseNumberExtension?: string;
            /** @description Year, month and day. */
            readonly birthdate?: string;
            readonly email?: string;
            /** @enum {string} */
            readonly gender?: "MALE" | "FEMALE" | "OTHER";
        };
        /** @description A text, and no boolean. `not_available` where Orange has nothing to compare with. */
        readonly Match: string;
        /** @description How like a value that does not match is, in per cent. */
        readonly Score: number;
        /** @description One for each detail that was sent. */
        readonly Matches: {
            readonly idDocumentMatch?: components["schemas"]["Match"];
            readonly nameMatch?: components["schemas"]["Match"];
            readonly nameMatchScore?: components["schemas"]["Score"];
            readonly givenNameMatch?: components["schemas"]["Match"];
            readonly givenNameMatchScore?: components["schemas"]["Score"];
            readonly familyNameMatch?: components["schemas"]["Match"];
            readonly familyNameMatchScore?: components["schemas"]["Score"];
            readonly nameKanaHankakuMatch?: components["schemas"]["Match"];
            readonly nameKanaHankakuMatchScore?: components["schemas"]["Score"];
            readonly nameKanaZenkakuMatch?: components["schemas"]["Match"];
            readonly nameKanaZenkakuMatchScore?: components["schemas"]["Score"];
            readonly middleNamesMatch?: components["schemas"]["Match"];
            readonly middleNamesMatchScore?: components["schemas"]["Score"];
            readonly familyNameAtBirthMatch?: components["schemas"]["Match"];
            readonly familyNameAtBirthMatchScore?: components["schemas"]["Score"];
            readonly addressMatch?: components["schemas"]["Match"];
            readonly addressMatchScore?: components["schemas"]["Score"];
            readonly streetNameMatch?: components["schemas"]["Match"];
            readonly streetNameMatchScore?: components["schemas"]["Score"];
            readonly streetNumberMatch?: components["schemas"]["Match"];
            readonly streetNumberMatchScore?: components["schemas"]["Score"];
            readonly postalCodeMatch?: components["schemas"]["Match"];
            readonly regionMatch?: components["schemas"]["Match"];
            readonly regionMatchScore?: components["schemas"]["Score"];
            readonly localityMatch?: components["schemas"]["Match"];
            readonly localityMatchScore?: components["schemas"]["Score"];
            readonly countryMatch?: components["schemas"]["Match"];
            readonly houseNumberExtensionMatch?: components["schemas"]["Match"];
            readonly birthdateMatch?: components["schemas"]["Match"];
            readonly emailMatch?: components["schemas"]["Match"];
            readonly emailMatchScore?: components["schemas"]["Score"];
            readonly genderMatch?: components["schemas"]["Match"];
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
        /** @description Orange does not know the one that is asked about. */
        readonly NotFound: {
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
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly matchIdentity: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Details"];
            };
        };
        readonly responses: {
            /** @description What matches. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Matches"];
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
}
