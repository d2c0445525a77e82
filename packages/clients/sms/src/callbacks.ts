/**
 * Generated: do not edit. Change the document, its overlay or the generator, and generate again.
 *
 * Source: SMS Africa and Middle East 1 (sms.yaml)
 * sha256: 4cd860359035624d64fe9266667c5a5a3eaaadb5cfe21151c8e7fcb0546d309f
 * Generator: @effect-orange/codegen 0.0.0
 */
import type * as Operation from "@effect-orange/core/Operation"
import * as M from "./schemas.js"

/**
 * How far a message came.
 *
 * Third-party knowledge. `callbackData` is the id of the message, by the samples that were seen. Orange signs nothing:
 * put a secret into the URL.
 */
export const deliveryReceipt: Operation.Callback<M.DeliveryReceipt> = { id: "deliveryReceipt", content: [{ json: M.DeliveryReceipt }] }

/**
 * A message that a person sent.
 *
 * Third-party knowledge. In older samples `senderAddress` has `tel:` and `destinationAddress` has not.
 */
export const incomingMessage: Operation.Callback<M.IncomingMessage> = { id: "incomingMessage", content: [{ json: M.IncomingMessage }] }
