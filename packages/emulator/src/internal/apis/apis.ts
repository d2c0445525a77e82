/** All APIs behind the gateway. */
import { specify, type Specified } from "../specified/api.js"
import { deviceReachabilityStatus, deviceRoamingStatus } from "./deviceStatus.js"
import { geofencingSubscriptions } from "./geofencing.js"
import { kycMatch, kycTenure } from "./kyc.js"
import { locationRetrieval, locationVerification } from "./location.js"
import { money } from "./money.js"
import { numberVerification } from "./numberVerification.js"
import { playgroundAdmin } from "./playground.js"
import { poi } from "./poi.js"
import { populationDensityData } from "./populationDensity.js"
import { qualityOnDemand } from "./qualityOnDemand.js"
import { sms } from "./sms.js"
import { sonatel } from "./sonatel.js"
import { deviceSwap, simSwap } from "./swaps.js"
import { userinfo } from "./userinfo.js"

export const apis: ReadonlyArray<Specified> = [
  poi,
  sms,
  money,
  sonatel,
  userinfo,
  playgroundAdmin,
  simSwap,
  deviceSwap,
  numberVerification,
  kycMatch,
  kycTenure,
  locationRetrieval,
  locationVerification,
  deviceReachabilityStatus,
  deviceRoamingStatus,
  qualityOnDemand,
  geofencingSubscriptions,
  populationDensityData
].map(specify)
