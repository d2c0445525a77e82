/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money web payment 1 (orange-money.yaml)
 * sha256: 2844d86b23efea7b3a5cc9185ac4b27fd203157b9a91b3744f2451f0dde43b41
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

/**
 * A payment has ended.
 *
 * Posted to the payment's `notif_url` after SUCCESS or FAILED. Compare `notif_token` with the one that was kept, and
 * ask for the status all the same.
 */
export const paymentNotification: Operation.Callback<M.PaymentNotification> = { id: "paymentNotification", content: [{ json: M.PaymentNotification }] }
