/** What the Network APIs know of a number: the playground's fifteen that everybody has, and what an application wrote. */
import type { JsonObject } from "../specified/document.js"
import type { State } from "../state.js"
import { iso } from "../timestamp.js"

/** What is known of a number, by the names of the admin API's `data`. Only `simSwap` is Orange's; the rest is ours. */
export type Profile = JsonObject

const builtIn = /^\+9901000000(0\d|1[0-4])$/

export const isBuiltIn = (phoneNumber: string): boolean => builtIn.test(phoneNumber)

const hour = 3_600_000

/** The person of the documents' examples. */
const person = {
  idDocument: "66666666q",
  name: "Awa Diallo",
  givenName: "Awa",
  familyName: "Diallo",
  address: "1 rue du Test 75001 Paris",
  streetName: "rue du Test",
  streetNumber: "1",
  postalCode: "75001",
  region: "Île-de-France",
  locality: "Paris",
  country: "FR",
  birthdate: "1990-05-17",
  email: "awa.diallo@shop.example",
  gender: "FEMALE",
  contractStart: "2020-01-01",
  contractType: "PAYM"
}

const paris = { latitude: 48.8566, longitude: 2.3522, radius: 800 }

/** The one that no network finds. */
const nowhere = "+990100000014"

const reachabilities = ["CONNECTED_DATA", "CONNECTED_SMS", "NOT_CONNECTED"] as const

/**
 * By a number's last two digits: odd ones changed their SIM and device a day ago, even ones long ago; each third has data,
 * SMS alone, nothing; each fifth is in Spain. All are the same person's, in Paris.
 */
const defaultProfile = (phoneNumber: string, now: number): Profile => {
  const index = Number(phoneNumber.slice(-2))
  const changed = iso(now - (index % 2 === 1 ? 24 : 24 * 365) * hour)
  return {
    simSwap: { latestSimChange: changed },
    deviceSwap: { latestDeviceChange: changed },
    kyc: person,
    ...(phoneNumber === nowhere ? {} : { location: paris }),
    reachability: { reachabilityStatus: reachabilities[index % 3]! },
    roaming: index % 5 === 4 ? { roaming: true, countryCode: 34, countryName: ["Spain"] } : { roaming: false }
  }
}

/** A number as an application sees it on the playground. What is written to a built-in one is not kept, as measured. */
export const profileOf = (state: State, clientId: string, phoneNumber: string, now: number): Profile | undefined =>
  isBuiltIn(phoneNumber) ? defaultProfile(phoneNumber, now) : state.playground.get(clientId)?.get(phoneNumber)

/** On the other surfaces there is every number; what an application wrote of one is so there too. */
export const anyProfileOf = (state: State, clientId: string, phoneNumber: string, now: number): Profile =>
  profileOf(state, clientId, phoneNumber, now) ?? defaultProfile(phoneNumber, now)
