/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: Orange Money web payment 1 (orange-money.yaml)
 * sha256: c188550076fd11e9069bb023775bf006c6ffb44b7ec475a20e1e7b88167741f2
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
