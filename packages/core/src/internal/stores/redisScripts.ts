/** The atomic steps of a token store in Redis: one Lua script each, on one key, by Redis' own clock. */

/**
 * A hash per key: `v` version, `s` sealed (absent: nothing to read), `w` written at, `cf` `ch` `cu` the claim's fence,
 * holder and end, `f` the last fence, `lf` `lh` `lv` the last commit's fence, holder and version, `a` aborted holders.
 * Times are milliseconds. Lua's numbers are doubles, and `%.0f` keeps them from being printed as 1.7e+12.
 */
const prelude = `
local key = KEYS[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function text(n) return string.format('%.0f', n) end
local r = {}
local flat = redis.call('HGETALL', key)
for i = 1, #flat, 2 do r[flat[i]] = flat[i + 1] end
local version = tonumber(r.v or '0')
local aborted = r.a and cjson.decode(r.a) or {}
`

/** A claim or abort on an absent record keeps its place for a while, so that its holder's late word finds it. */
const keepUnwritten = `
local function keepUnwritten(to)
  if version == 0 then redis.call('PEXPIRE', key, text(math.max(to - now, 0) + 600000)) end
end
`

/** The channel is no key: a cluster tells all its nodes. Who may not publish still writes, as `changes` is a hint. */
const write = `
local next = math.max(version + 1, now)
local function write(hasSealed, sealed, retain, channel, name)
  redis.call('HDEL', key, 's', 'cf', 'ch', 'cu', 'a')
  redis.call('HSET', key, 'v', text(next), 'w', text(now))
  if hasSealed == '1' then redis.call('HSET', key, 's', sealed) end
  redis.call('PEXPIRE', key, retain)
  redis.pcall('PUBLISH', channel, text(next) .. ':' .. name)
end
`

/** Answers nothing, or version, sealed and age. */
export const read = `
${prelude}
if not r.s then return {} end
return { text(version), r.s, text(math.max(now - tonumber(r.w), 0)) }
`

/** ARGV: version, holder, ttl, takeover. */
export const claim = `
${prelude}
${keepUnwritten}
local holder, ttl = ARGV[2], tonumber(ARGV[3])
if version ~= tonumber(ARGV[1]) then return { 'Moved', text(version) } end
for _, one in ipairs(aborted) do
  if one == holder then return { 'Moved', text(version) } end
end
if r.ch == holder then return { 'Claimed', r.cf } end
if r.ch and now < tonumber(r.cu) then return { 'Held', text(tonumber(r.cu) - now) } end
if r.ch and ARGV[4] == 'Never' then return { 'Orphaned', r.cf, text(now - tonumber(r.cu)) } end
local fence = math.max(tonumber(r.f or '0') + 1, now)
redis.call('HSET', key, 'v', text(version), 'f', text(fence), 'cf', text(fence), 'ch', holder, 'cu', text(now + ttl))
keepUnwritten(now + ttl)
return { 'Claimed', text(fence) }
`

/** ARGV: version, fence, holder, whether anything is sealed, sealed, retain, channel, name of the key. */
export const commit = `
${prelude}
${write}
local fence, holder = ARGV[2], ARGV[3]
if r.lf == fence and r.lh == holder then return { 'Committed', r.lv } end
if version ~= tonumber(ARGV[1]) or r.cf ~= fence or r.ch ~= holder then return { 'Fenced' } end
redis.call('HSET', key, 'lf', fence, 'lh', holder, 'lv', text(next))
write(ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8])
return { 'Committed', text(next) }
`

/** ARGV: fence or nothing, holder, how many aborted holders are remembered. */
export const abort = `
${prelude}
${keepUnwritten}
local fence, holder = ARGV[1], ARGV[2]
local until_ = tonumber(r.cu or '0')
if r.ch == holder and (fence == '' or r.cf == fence) then
  redis.call('HDEL', key, 'cf', 'ch', 'cu')
  until_ = 0
end
table.insert(aborted, holder)
while #aborted > tonumber(ARGV[3]) do table.remove(aborted, 1) end
redis.call('HSET', key, 'v', text(version), 'a', cjson.encode(aborted))
keepUnwritten(until_)
return {}
`

/** ARGV: whether anything is sealed, sealed, retain, channel, name of the key. */
export const replace = `
${prelude}
${write}
write(ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5])
return { text(next) }
`

/** ARGV: version, sealed. */
export const reseal = `
${prelude}
if version ~= tonumber(ARGV[1]) or not r.s then return { '0' } end
redis.call('HSET', key, 's', ARGV[2])
return { '1' }
`

/** A sorted set of instants, in microseconds. ARGV: limit, length of the window in milliseconds. Answers nothing, or the milliseconds to wait. */
export const admit = `
local key, limit, length = KEYS[1], tonumber(ARGV[1]), ARGV[2] * 1000
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function text(n) return string.format('%.0f', n) end
redis.call('ZREMRANGEBYSCORE', key, '-inf', text(now - length))
local count = redis.call('ZCARD', key)
if count < limit then
  redis.call('ZADD', key, text(now), text(now) .. ':' .. count)
  redis.call('PEXPIRE', key, ARGV[2])
  return {}
end
local first = redis.call('ZRANGE', key, count - limit, count - limit, 'WITHSCORES')
return { text(math.max(1, math.ceil((tonumber(first[2] or now) + length - now) / 1000))) }
`
