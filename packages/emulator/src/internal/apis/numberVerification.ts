/** Number Verification: whether the user's line has a number, by the token alone. */
import type { PlainResponse } from "../../Message.js"
import { sha256, toHex } from "../bytes.js"
import { numberVerification as document } from "../documents/index.js"
import { camaraError, json } from "../respond.js"
import type { Call } from "../specified/api.js"
import { network, ofUsers, withOwnLine } from "./network.js"

/** Of such a token the network does not know the line. */
const notByNetwork = camaraError(403, "NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK", "The token was not got over the mobile network.")

interface Claim {
  readonly phoneNumber?: string
  readonly hashedPhoneNumber?: string
}

const verify = (call: Call): PlainResponse =>
  withOwnLine(call, notByNetwork, ({ phoneNumber }) => {
    const claim = call.body as Claim
    const isSame = claim.hashedPhoneNumber === undefined ? claim.phoneNumber === phoneNumber : claim.hashedPhoneNumber.toLowerCase() === toHex(sha256(phoneNumber))
    return json(200, { devicePhoneNumberVerified: isSame })
  })

const read = (call: Call): PlainResponse => withOwnLine(call, notByNetwork, ({ phoneNumber }) => json(200, { devicePhoneNumber: phoneNumber }))

export const numberVerification = network("number-verification", document, { verifyNumber: verify, getDevicePhoneNumber: read }, ofUsers)
