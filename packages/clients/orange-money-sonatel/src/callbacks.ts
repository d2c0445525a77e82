/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money of Sonatel 1 (orange-money-sonatel.yaml)
 * sha256: 524f6dca2787f4bb1666fa1cb496c60b90330a03164aef23f8aff6b5c782a5dc
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

/**
 * A transaction has changed.
 *
 * Authenticated by `Authorization: Basic` and the registered key, and by `X-Sonatel-Signature`: `t=` the second and one
 * or more `v1=`, the HMAC-SHA256 in hexadecimal of `{t},{raw body}` by the endpoint's secret, within 300 s. At least
 * once: `X-Sonatel-Idempotency-Key` is the same when it is repeated. A 4xx is final; a 5xx or no answer has it
 * delivered again. Look the transaction up before you trust it.
 */
export const transactionCallback: Operation.Callback<M.TransactionCallback> = { id: "transactionCallback", content: [{ json: M.TransactionCallback }] }
