/**
 * Our documents of the network APIs beside CAMARA's own, which are the oracle: whatever differs in operations, scopes,
 * statuses, codes, properties, types, values and limits is listed here with its reason. They are looked for in
 * ../shared/specs-real; where that is not there, these tests are skipped.
 */
import { describe, expect, it } from "vitest"
import { all, hasTheirs, type Name, oursOf, theirsOf } from "./counterparts.js"
import { differencesOf, factsOf } from "./facts.js"

interface Expected {
  readonly reason: string
  readonly in: ReadonlyArray<Name>
  /** As `differencesOf` writes them; `*` is any text. Each is met in each document, or it is stale. */
  readonly differences: ReadonlyArray<string>
}

const status: ReadonlyArray<Name> = ["device-reachability-status", "device-roaming-status"]
const answeredDevice: ReadonlyArray<Name> = ["geofencing-subscriptions", "location-retrieval", "location-verification", "quality-on-demand"]
const device: ReadonlyArray<Name> = [...status, ...answeredDevice]
const sink: ReadonlyArray<Name> = ["geofencing-subscriptions", "population-density-data", "quality-on-demand"]

const date = "pattern ^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
const time = "pattern ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$"

const table: ReadonlyArray<Expected> = [
  // ---------------------------------------------------------------------------------------------- what Orange does
  {
    reason: "Orange's playground answers with these, as measured in 2026",
    in: all,
    differences: ["ours codes: value FORBIDDEN", "ours codes: value BAD_REQUEST"]
  },
  {
    reason: "Orange answers the older form, as measured in 2026; both are read",
    in: ["device-reachability-status"],
    differences: ["ours #/paths/~1retrieve/post 200 /reachabilityStatus", "theirs #/paths/~1retrieve/post 200 /reachable: required"]
  },
  {
    reason: "Orange's page for trial devices is of a version that knows UNKNOWN; there is no time of a location that is not known",
    in: ["location-verification"],
    differences: ["ours #/paths/~1verify/post 200 /verificationResult: value UNKNOWN", "theirs #/paths/~1verify/post 200 /lastLocationTime: required"]
  },
  {
    reason: "Orange's playground refuses properties that it does not know, as measured in 2026; and one that is unknown does not make an object less empty",
    in: device,
    differences: ["ours *device: no other properties"]
  },
  {
    reason: "as of a device: an unknown property does not make an object less empty",
    in: ["quality-on-demand"],
    differences: ["ours */applicationServer: no other properties", "ours */devicePorts: no other properties", "ours */applicationServerPorts: no other properties"]
  },
  {
    reason: "Orange's playground is of version 0.11, whose events have the older name",
    in: ["quality-on-demand"],
    differences: ["ours notification /type: value org.camaraproject.quality-on-demand.v0.qos-status-changed"]
  },
  {
    reason: "Orange's playground is of version 0.3, whose last event has the older name",
    in: ["geofencing-subscriptions"],
    differences: ["ours notification /type: value org.camaraproject.geofencing-subscriptions.v0.subscription-ends"]
  },

  // ------------------------------------------------------------------------------------------- statuses and codes
  {
    reason: "too many requests are refused by every API, by the rules that CAMARA has for all",
    in: ["device-swap", "kyc-match", "kyc-tenure", "location-retrieval", "location-verification", "number-verification"],
    differences: ["ours #/paths/*: status 429", "ours codes: value QUOTA_EXCEEDED", "ours codes: value TOO_MANY_REQUESTS"]
  },
  {
    reason: "CAMARA has the status for the first operation, and it is no matter of one operation",
    in: ["geofencing-subscriptions"],
    differences: ["ours #/paths/~1subscriptions/get: status 429", "ours #/paths/~1subscriptions~1{subscriptionId}/get: status 429", "ours #/paths/~1subscriptions~1{subscriptionId}/delete: status 429"]
  },
  {
    reason: "a device or a number may be unknown, as in the other APIs",
    in: ["geofencing-subscriptions", "number-verification"],
    differences: ["ours #/paths/*: status 404"]
  },
  {
    reason: "the codes of the statuses that CAMARA does not have here",
    in: ["number-verification"],
    differences: ["ours #/paths/*: status 422", "ours codes: value IDENTIFIER_NOT_FOUND", "ours codes: value SERVICE_NOT_APPLICABLE"]
  },
  {
    reason: "with a subscriber's token the number must not be sent, here as in the other APIs",
    in: ["kyc-match"],
    differences: ["ours codes: value UNNECESSARY_IDENTIFIER"]
  },
  {
    reason: "CAMARA's test plan has the code for a device that nobody has, and its document does not",
    in: ["geofencing-subscriptions"],
    differences: ["ours codes: value IDENTIFIER_NOT_FOUND"]
  },
  {
    reason: "CAMARA has the code in a response that none of its operations uses",
    in: ["geofencing-subscriptions"],
    differences: ["ours codes: value SUBSCRIPTION_MISMATCH"]
  },
  {
    reason: "any status of 500 and more is an error of the library's own, whatever its body",
    in: status,
    differences: ["theirs #/paths/~1retrieve/post: status 503", "theirs codes: value UNAVAILABLE"]
  },

  // ------------------------------------------------------------------------------------------------ the library's way
  {
    reason: "the library sends it by an option of every call",
    in: all,
    differences: ["theirs #/paths/*: parameter header x-correlator"]
  },
  {
    reason: "a choice of two forms says it: exactly one of the two",
    in: ["number-verification"],
    differences: ["theirs #/paths/~1verify/post request : minProperties 1", "theirs #/paths/~1verify/post request : maxProperties 1"]
  },
  {
    reason: "a date of a request is a text of a pattern, sent as the caller writes it",
    in: ["kyc-match"],
    differences: [`ours #/paths/~1match/post request /birthdate: ${date}`, "theirs #/paths/~1match/post request /birthdate: format \"date\""]
  },
  {
    reason: "a date of a request is a text of a pattern, sent as the caller writes it",
    in: ["kyc-tenure"],
    differences: [`ours #/paths/~1check-tenure/post request /tenureDate: ${date}`, "theirs #/paths/~1check-tenure/post request /tenureDate: format \"date\""]
  },
  {
    reason: "a time of a request is a text of a pattern, sent as the caller writes it",
    in: ["population-density-data"],
    differences: ["startTime", "endTime"].flatMap((name) => [`ours #/paths/~1retrieve/post request /${name}: ${time}`, `theirs #/paths/~1retrieve/post request /${name}: format "date-time"`])
  },
  {
    reason: "a time of a request is a text of a pattern, sent as the caller writes it",
    in: ["geofencing-subscriptions"],
    differences: [`ours #/paths/~1subscriptions/post request /config/subscriptionExpireTime: ${time}`, "theirs #/paths/~1subscriptions/post request /config/subscriptionExpireTime: format \"date-time\""]
  },
  {
    reason: "a time of a request is a text of a pattern, sent as the caller writes it",
    in: sink,
    differences: [`ours */sinkCredential/accessTokenExpiresUtc: ${time}`, "theirs */sinkCredential/accessTokenExpiresUtc: format \"date-time\""]
  },
  {
    reason: "addresses are Orange's to judge",
    in: device,
    differences: ["theirs */ipv4Address/publicAddress: format \"ipv4\"", "theirs */ipv4Address/privateAddress: format \"ipv4\"", "theirs */ipv6Address: format \"ipv6\""]
  },
  {
    reason: "addresses are Orange's to judge",
    in: ["kyc-match"],
    differences: ["theirs #/paths/~1match/post request /email: format \"email\""]
  },
  {
    reason: "the pattern says as much",
    in: sink,
    differences: ["theirs * request /sink: format \"uri\""]
  },
  {
    reason: "the pattern says as much",
    in: ["kyc-tenure"],
    differences: ["theirs #/paths/~1check-tenure/post request /phoneNumber: maxLength 16"]
  },
  {
    reason: "the limits say as much",
    in: ["device-swap", "sim-swap"],
    differences: ["theirs #/paths/~1check/post request /maxAge: format \"int32\""]
  },
  {
    reason: "the limits say as much",
    in: ["quality-on-demand"],
    differences: ["ours *uration: maximum 2147483647", "theirs *uration: format \"int32\""]
  },
  {
    reason: "the numbers of JSON are of that kind",
    in: ["geofencing-subscriptions", "location-retrieval", "location-verification", "population-density-data"],
    differences: ["theirs */latitude: format \"double\"", "theirs */longitude: format \"double\""]
  },
  {
    reason: "there is no such format",
    in: ["quality-on-demand"],
    differences: ["theirs */qosProfile: format \"string\""]
  },
  {
    reason: "a secret, which is printed nowhere",
    in: sink,
    differences: ["ours */sinkCredential/accessToken: format \"password\""]
  },

  // -------------------------------------------------------------------------------- answers are read, and not judged
  {
    reason: "an answer is read, and not judged",
    in: answeredDevice,
    differences: ["theirs *device: maxProperties 1"]
  },
  {
    reason: "an answer is read, and not judged",
    in: ["geofencing-subscriptions", "quality-on-demand"],
    differences: ["theirs #/paths/* 20* */sink: format \"uri\"", "theirs #/paths/* 20* */sink: pattern ^https://.+$", "theirs notification /source: format \"uri-reference\""]
  },
  {
    reason: "an answer is read, and not judged",
    in: ["geofencing-subscriptions"],
    differences: ["theirs #/paths/* 20* */types: minItems 1", "theirs #/paths/* 20* */types: maxItems 1", "theirs notification /source: minLength 1"]
  },
  {
    reason: "an id is a name, of whatever form",
    in: ["quality-on-demand"],
    differences: ["theirs */sessionId: format \"uuid\""]
  },

  // ------------------------------------------------------------------------------- what CAMARA itself does not take yet
  {
    reason: "CAMARA takes no credential but an access token today",
    in: sink,
    differences: [
      ...["identifier", "secret", "refreshToken", "refreshTokenEndpoint"].map((name) => `theirs */sinkCredential/${name}`),
      ...["PLAIN", "REFRESHTOKEN"].map((kind) => `theirs */sinkCredential/credentialType: value ${kind}`),
      ...["accessToken", "accessTokenExpiresUtc", "accessTokenType"].map((name) => `ours */sinkCredential/${name}: required`)
    ]
  },
  {
    reason: "CAMARA takes no protocol but HTTP today",
    in: ["geofencing-subscriptions"],
    differences: [
      ...["MQTT3", "MQTT5", "AMQP", "NATS", "KAFKA"].map((protocol) => `theirs */protocol: value ${protocol}`),
      ...["topicName", "qos", "retain", "expiry", "userProperties", "address", "linkName", "senderSettlementMode", "linkProperties", "subject", "partitionKeyExtractor", "clientId", "ackMode"].map((name) => `theirs */protocolSettings/${name}`)
    ]
  }
]

// ------------------------------------------------------------------------------------------------------ both

const patternOf = (text: string): RegExp => new RegExp(`^${text.split("*").map((part) => part.replace(/[$()+.?[\\\]^{|}]/g, "\\$&")).join(".*")}$`)

const patterns = table.flatMap(({ differences, in: names, reason }) => differences.map((text) => ({ names, reason, text, pattern: patternOf(text) })))

const found = (name: Name): ReadonlyArray<string> => differencesOf(factsOf(oursOf(name)), factsOf(theirsOf(name)))

describe.skipIf(!hasTheirs)("network APIs beside CAMARA's documents (skipped where ../shared/specs-real is not there)", () => {
  it.each(all)("%s: every difference has its reason, and every reason its difference", (name) => {
    const differences = found(name)
    const expected = patterns.filter(({ names }) => names.includes(name))
    const without = differences.filter((one) => !expected.some(({ pattern }) => pattern.test(one)))
    const stale = expected.filter(({ pattern }) => !differences.some((one) => pattern.test(one)))
    expect(without.map((one) => `${name}.yaml: ${one}: has no reason`)).toEqual([])
    expect(stale.map(({ reason, text }) => `${name}.yaml: ${text}: does not differ, and has a reason (${reason})`)).toEqual([])
  })
})
