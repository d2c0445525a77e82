/** All APIs behind the gateway. */
import { specify, type Specified } from "../specified/api.js"
import { money } from "./money.js"
import { playgroundAdmin } from "./playground.js"
import { poi } from "./poi.js"
import { simSwap } from "./simSwap.js"
import { sms } from "./sms.js"
import { sonatel } from "./sonatel.js"
import { userinfo } from "./userinfo.js"

export const apis: ReadonlyArray<Specified> = [poi, sms, money, sonatel, userinfo, playgroundAdmin, simSwap].map(specify)
