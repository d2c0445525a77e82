/** Formats of strings (JSON Schema validation section 7.3, OpenAPI format registry), as predicates. */

export type Format =
  | "date-time"
  | "date"
  | "time"
  | "duration"
  | "uuid"
  | "email"
  | "uri"
  | "uri-reference"
  | "ipv4"
  | "ipv6"
  | "hostname"
  | "decimal"

type Is = (text: string) => boolean

const like = (pattern: RegExp): Is => (text) => pattern.test(text)

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate()

/** RFC 3339 section 5.6, full-date; days by month and year. */
const isDate: Is = (text) => {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (found === null) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month))
}

/** An RFC 3339 full-time: milliseconds since midnight UTC, which an offset can bring outside the day. */
const readTime = (text: string): number | undefined => {
  const found = /^(\d\d):(\d\d):(\d\d)(\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i.exec(text)
  if (found === null) return undefined
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const [offsetHour, offsetMinute] = [Number(found[6] ?? 0), Number(found[7] ?? 0)]
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return undefined
  const utcMinute = hour * 60 + minute - (found[5] === "-" ? -1 : 1) * (offsetHour * 60 + offsetMinute)
  // A leap second is the last of a UTC day (RFC 3339 section 5.7).
  if (second === 60 && (utcMinute + 1440) % 1440 !== 1439) return undefined
  return utcMinute * 60_000 + second * 1000 + Math.trunc(Number(`0${found[4] ?? ""}`) * 1000)
}

/** RFC 3339 section 5.6, date-time: milliseconds since the epoch. What follows a millisecond is cut; a leap second is the first of the next day. */
export const readDateTime = (text: string): number | undefined => {
  const time = text[10] === "T" || text[10] === "t" ? readTime(text.slice(11)) : undefined
  return time === undefined || !isDate(text.slice(0, 10)) ? undefined : Date.parse(text.slice(0, 10)) + time
}

/** ISO 8601: weeks alone, or any of the other units in order. RFC 3339 appendix A would have no `P1Y1D`. */
const isDuration: Is = like(/^P(?!$)(?:\d+W|(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/)

const isIpv4: Is = like(/^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/)

/** RFC 4291 section 2.2: eight groups, one run of zeros as `::`, the last two perhaps as an IPv4 address. No zone. */
const isIpv6: Is = (text) => {
  const halves = text.split("::")
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => half === "" ? [] : half.split(":"))
  const last = groups.at(-1)
  const embedded = last !== undefined && text.endsWith(last) && isIpv4(last)
  const plain = embedded ? groups.slice(0, -1) : groups
  const width = plain.length + (embedded ? 2 : 0)
  return plain.every(like(/^[0-9a-f]{1,4}$/i)) && (halves.length === 2 ? width <= 7 : width === 8)
}

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"

/** RFC 1123 section 2.1. */
const isHostname: Is = (text) => text.length <= 253 && new RegExp(`^${label}(?:\\.${label})*$`, "i").test(text)

/** RFC 5321 section 4.1.2: an unquoted local part at a domain. */
const isEmail: Is = (text) => {
  const at = text.lastIndexOf("@")
  return at > 0 && at <= 64 && /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(text.slice(0, at)) &&
    isHostname(text.slice(at + 1))
}

// RFC 3986 appendix A.
const pchar = "(?:[\\w.~!$&'()*+,;=:@-]|%[0-9a-f]{2})"
const userinfo = "(?:[\\w.~!$&'()*+,;=:-]|%[0-9a-f]{2})*"
const name = "(?:[\\w.~!$&'()*+,;=-]|%[0-9a-f]{2})*"
const authority = `(?:${userinfo}@)?(?:\\[([0-9a-f:.]+)\\]|\\[v[0-9a-f]+\\.[\\w.~!$&'()*+,;=:-]+\\]|${name})(?::\\d*)?`
const tail = `(?:\\?(?:${pchar}|[/?])*)?(?:#(?:${pchar}|[/?])*)?`
const hierarchy = `(?://${authority}(?:/${pchar}*)*|/(?:${pchar}+(?:/${pchar}*)*)?|${pchar}+(?:/${pchar}*)*|)`
const firstSegment = "(?:[\\w.~!$&'()*+,;=@-]|%[0-9a-f]{2})+"
const relative = `(?://${authority}(?:/${pchar}*)*|/(?:${pchar}+(?:/${pchar}*)*)?|${firstSegment}(?:/${pchar}*)*|)`

const matchesUri = (pattern: string): Is => {
  const compiled = new RegExp(`^${pattern}${tail}$`, "i")
  return (text) => {
    const found = compiled.exec(text)
    return found !== null && (found[1] === undefined || isIpv6(found[1]))
  }
}

const isUri: Is = matchesUri(`[a-z][a-z0-9+.-]*:${hierarchy}`)

const isRelative: Is = matchesUri(relative)

export const formats: Readonly<Record<Format, Is>> = {
  "date-time": (text) => readDateTime(text) !== undefined,
  date: isDate,
  time: (text) => readTime(text) !== undefined,
  duration: isDuration,
  uuid: like(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i),
  email: isEmail,
  uri: isUri,
  "uri-reference": (text) => isUri(text) || isRelative(text),
  ipv4: isIpv4,
  ipv6: isIpv6,
  hostname: isHostname,
  decimal: like(/^-?\d+(?:\.\d+)?$/)
}
