/** `orange trigger`, against a small server that stands for the application. */
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Crypto from "node:crypto"
import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { hintOf } from "../src/internal/runTrigger.js"
import { masked, readTarget } from "../src/internal/target.js"
import { asProcess as orangeAsProcess, here as orange, type Ran } from "./support.js"

interface Posted {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: Http.IncomingHttpHeaders
  readonly body: string
}

interface Application {
  readonly origin: string
  readonly posted: ReadonlyArray<Posted>
}

/** Answers with these statuses in turn, and with the last of them from then on. */
const withApplication = async (statuses: ReadonlyArray<number>, use: (application: Application) => Promise<void>): Promise<void> => {
  const posted: Array<Posted> = []
  const server = Http.createServer((request, response) => {
    void text(request).then((body) => {
      posted.push({ method: request.method, url: request.url, headers: request.headers, body })
      response.writeHead(statuses[posted.length - 1] ?? statuses.at(-1)!, { location: "/elsewhere" }).end("an answer")
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve))
  try {
    await use({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, posted })
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** The variables of whoever runs the tests are not the tests'. */
const none = { ORANGE_NOTIF_TOKEN: "", ORANGE_SONATEL_API_KEY: "", ORANGE_SONATEL_SECRET: "", ORANGE_SINK_TOKEN: "" }

interface Given {
  readonly env?: Record<string, string>
  readonly input?: string
}

const asProcess = (args: ReadonlyArray<string>, { env, input = "" }: Given = {}): Promise<Ran> =>
  orangeAsProcess(["trigger", ...args], { env: { ...none, ...env }, input })

const here = (args: ReadonlyArray<string>, env: Record<string, string> = {}) => orange(["trigger", ...args], env)

/** Only a process has a standard input of its own. */
const trigger = (args: ReadonlyArray<string>, given: Given = {}): Promise<Ran> =>
  given.input === undefined ? Effect.runPromise(here(args, given.env)) : asProcess(args, given)

const live = (name: string, test: () => Promise<void>) => it.live(name, () => Effect.promise(test), 60_000)

const json = ({ body }: Posted): unknown => JSON.parse(body)

const canary = "s3cret-canary"
const path = `/orange/${canary}`
const receipt = ["sms.receipt", "--message-id", "81e4296d"]

describe("orange trigger", () => {
  live("sms.receipt: the short call", () =>
    withApplication([200], async ({ origin, posted }) => {
      const ran = await asProcess([...receipt, "--to", origin + path])
      assert.deepStrictEqual(ran, { code: 0, out: `sms.receipt ${origin}/orange/***: 200\n`, err: "" })
      assert.deepStrictEqual(posted.map(({ method, url }) => [method, url]), [["POST", path]])
      assert.strictEqual(posted[0]!.headers["content-type"], "application/json")
      assert.deepStrictEqual(json(posted[0]!), {
        deliveryInfoNotification: { callbackData: "81e4296d", deliveryInfo: { address: "tel:+2250700000000", deliveryStatus: "DeliveredToTerminal" } }
      })
    }))

  live("sms.receipt: its options, and the URL's query as it was given", () =>
    withApplication([204], async ({ origin, posted }) => {
      const ran = await trigger([...receipt, "--to", `${origin}${path}?key=${canary}`, "--address", "tel:+221700000000", "--status", "DeliveryImpossible"])
      assert.deepStrictEqual(ran, { code: 0, out: `sms.receipt ${origin}/orange/***: 204\n`, err: "" })
      assert.strictEqual(posted[0]!.url, `${path}?key=${canary}`)
      assert.deepStrictEqual(json(posted[0]!), {
        deliveryInfoNotification: { callbackData: "81e4296d", deliveryInfo: { address: "tel:+221700000000", deliveryStatus: "DeliveryImpossible" } }
      })
    }))

  const message = (one: Posted) => (json(one) as { readonly inboundSMSMessageNotification: { readonly inboundSMSMessage: Record<string, string> } })
    .inboundSMSMessageNotification.inboundSMSMessage

  live("sms.message: by default, and with its options; the same message each time", () =>
    withApplication([200], async ({ origin, posted }) => {
      const before = Date.now()
      assert.strictEqual((await trigger(["sms.message", "--to", origin + path])).code, 0)
      const { dateTime, messageId, ...rest } = message(posted[0]!)
      assert.deepStrictEqual(rest, { destinationAddress: "2250000", message: "Hello", senderAddress: "tel:+2250700000000" })
      assert.isAtLeast(Date.parse(dateTime!), before)
      assert.match(messageId!, /^[\da-f-]{36}$/)
      const options = ["--from", "tel:+221700000000", "--recipient", "2210000", "--text", "STOP été", "--times", "2"]
      assert.strictEqual((await trigger(["sms.message", "--to", origin + path, ...options])).code, 0)
      const { dateTime: _, messageId: second, ...chosen } = message(posted[1]!)
      assert.deepStrictEqual(chosen, { destinationAddress: "2210000", message: "STOP été", senderAddress: "tel:+221700000000" })
      assert.notStrictEqual(second, messageId)
      assert.deepStrictEqual(posted[2]!.body, posted[1]!.body)
    }))

  for (const [event, status] of [["money.success", "SUCCESS"], ["money.failed", "FAILED"]] as const) {
    live(`${event}: the notif_token from the environment or from standard input`, () =>
      withApplication([200], async ({ origin, posted }) => {
        const url = origin + path
        const env = { ORANGE_NOTIF_TOKEN: "of-the-environment" }
        const first = await trigger([event, "--to", url, "--transaction-id", "MP150709.1341.A00073"], { env })
        assert.deepStrictEqual(first, { code: 0, out: `${event} ${origin}/orange/***: 200\n`, err: "" })
        const second = await trigger([event, "--to", url, "--secret-stdin", "--times", "2"], { env, input: "of-stdin\n" })
        assert.strictEqual(second.code, 0)
        assert.deepStrictEqual(json(posted[0]!), { status, notif_token: "of-the-environment", txnid: "MP150709.1341.A00073" })
        const { txnid, ...rest } = json(posted[1]!) as Record<string, string>
        assert.deepStrictEqual(rest, { status, notif_token: "of-stdin" })
        assert.match(txnid!, /^MP\d{6}\.\d{4}\.A[\dA-F]{5}$/)
        assert.strictEqual(posted[2]!.body, posted[1]!.body)
      }))
  }

  const signed = ({ body, headers }: Posted, secrets: ReadonlyArray<string>): void => {
    const header = String(headers["x-sonatel-signature"])
    const seconds = /^t=(\d+),/.exec(header)![1]!
    assert.isBelow(Math.abs(Date.now() / 1_000 - Number(seconds)), 60)
    const hmacs = secrets.map((secret) => `v1=${Crypto.createHmac("sha256", secret).update(`${seconds},${body}`).digest("hex")}`)
    assert.strictEqual(header, [`t=${seconds}`, ...hmacs].join(","))
  }

  for (const [event, status] of [["sonatel.success", "SUCCESS"], ["sonatel.failed", "FAILED"]] as const) {
    live(`${event}: with the api key, signed with each secret; a repetition keeps its key`, () =>
      withApplication([500, 200], async ({ origin, posted }) => {
        const env = { ORANGE_SONATEL_API_KEY: `${canary}-key`, ORANGE_SONATEL_SECRET: `${canary}-new, ${canary}-old` }
        const { code, err, out } = await trigger([event, "--to", origin + path, "--times", "2"], { env })
        assert.deepStrictEqual([code, out], [1, `${event} ${origin}/orange/***: 200\n`])
        assert.match(err, /^orange: [^\n]*\/orange\/\*\*\*: 500, the handler failed[^\n]*\n$/)
        assert.notInclude(err + out, canary)
        const { timestamp, transactionId, ...rest } = json(posted[0]!) as Record<string, unknown>
        assert.deepStrictEqual(rest, { status, reference: "order-1", code: "123456", metadata: {}, amount: { unit: "XOF", value: 1000 } })
        assert.match(String(transactionId), /^MP\d{6}\.\d{4}\.A[\dA-F]{5}$/)
        assert.isBelow(Math.abs(Date.now() - Date.parse(String(timestamp))), 60_000)
        for (const one of posted) {
          assert.strictEqual(one.headers.authorization, `Basic ${canary}-key`)
          assert.strictEqual(one.headers["content-type"], "application/json")
          signed(one, [`${canary}-new`, `${canary}-old`])
        }
        const [first, second] = posted.map(({ headers }) => headers["x-sonatel-idempotency-key"])
        assert.match(String(first), /^[\da-f-]{36}$/)
        assert.strictEqual(second, first)
        assert.strictEqual(posted[1]!.body, posted[0]!.body)
      }))
  }

  live("sonatel: its options; with one secret, and with none", () =>
    withApplication([200], async ({ origin, posted }) => {
      const options = ["--reference", "2026-1", "--amount", "2500", "--code", "654321", "--transaction-id", "MP1"]
      const env = { ORANGE_SONATEL_API_KEY: "key" }
      const call = ["sonatel.success", "--to", origin + path, ...options]
      assert.strictEqual((await trigger(call, { env: { ...env, ORANGE_SONATEL_SECRET: "one" } })).code, 0)
      assert.strictEqual((await trigger(call, { env })).code, 0)
      const { timestamp: _, ...rest } = json(posted[0]!) as Record<string, unknown>
      assert.deepStrictEqual(rest, {
        status: "SUCCESS",
        reference: "2026-1",
        code: "654321",
        transactionId: "MP1",
        metadata: {},
        amount: { unit: "XOF", value: 2500 }
      })
      signed(posted[0]!, ["one"])
      assert.isUndefined(posted[1]!.headers["x-sonatel-signature"])
      // Two calls are two events.
      const [first, second] = posted.map(({ headers }) => headers["x-sonatel-idempotency-key"])
      assert.notStrictEqual(second, first)
    }))

  const area = { areaType: "CIRCLE", center: { latitude: 48.8566, longitude: 2.3522 }, radius: 2_000 }
  const notifications: ReadonlyArray<readonly [ReadonlyArray<string>, string, object]> = [
    [["quality.available", "--session-id", "s1"], "quality-on-demand.v0.qos-status-changed", { sessionId: "s1", qosStatus: "AVAILABLE" }],
    [["quality.ended", "--session-id", "s1"], "quality-on-demand.v0.qos-status-changed", { sessionId: "s1", qosStatus: "UNAVAILABLE", statusInfo: "NETWORK_TERMINATED" }],
    [["quality.ended", "--session-id", "s1", "--reason", "DURATION_EXPIRED"], "quality-on-demand.v0.qos-status-changed", { sessionId: "s1", qosStatus: "UNAVAILABLE", statusInfo: "DURATION_EXPIRED" }],
    [["geofencing.entered", "--subscription-id", "g1"], "geofencing-subscriptions.v0.area-entered", { subscriptionId: "g1", area }],
    [["geofencing.left", "--subscription-id", "g1"], "geofencing-subscriptions.v0.area-left", { subscriptionId: "g1", area }],
    [["geofencing.ended", "--subscription-id", "g1", "--reason", "MAX_EVENTS_REACHED"], "geofencing-subscriptions.v0.subscription-ends", { subscriptionId: "g1", area, terminationReason: "MAX_EVENTS_REACHED" }]
  ]
  for (const [args, type, data] of notifications) {
    live(`${args.join(" ")}: a CloudEvent with the sink's token; the same each time`, () =>
      withApplication([204], async ({ origin, posted }) => {
        const ran = await trigger([...args, "--to", origin + path, "--times", "2"], { env: { ORANGE_SINK_TOKEN: `${canary}-token` } })
        assert.deepStrictEqual(ran, { code: 0, out: `${args[0]} ${origin}/orange/***: 204\n`.repeat(2), err: "" })
        const { id, source, time, ...rest } = json(posted[0]!) as Record<string, unknown>
        assert.deepStrictEqual(rest, { specversion: "1.0", datacontenttype: "application/json", type: `org.camaraproject.${type}`, data })
        assert.match(String(id), /^[\da-f-]{36}$/)
        assert.match(String(source), /^https:\/\/api\.orange\.com\/camara\/playground\/api\/(quality-on-demand|geofencing)\/v0\.\d+$/)
        assert.isBelow(Math.abs(Date.now() - Date.parse(String(time))), 60_000)
        assert.deepStrictEqual([posted[0]!.headers.authorization, posted[0]!.headers["content-type"]], [`Bearer ${canary}-token`, "application/cloudevents+json"])
        assert.strictEqual(posted[1]!.body, posted[0]!.body)
      }))
  }

  live("--times: one after the other, a line for each", () =>
    withApplication([200], async ({ origin, posted }) => {
      const { code, err, out } = await trigger([...receipt, "--to", origin + path, "--times", "100"])
      assert.deepStrictEqual([code, err], [0, ""])
      assert.strictEqual(out, `sms.receipt ${origin}/orange/***: 200\n`.repeat(100))
      assert.strictEqual(new Set(posted.map(({ body }) => body)).size, 1)
      assert.lengthOf(posted, 100)
    }))

  live("what is not taken: one line on stderr with a hint, exit code 1", async () => {
    for (const [status, hint] of [[404, "not authenticated, or the path is wrong"], [302, "a redirect, which is not followed"]] as const) {
      await withApplication([status], async ({ origin, posted }) => {
        const ran = await trigger([...receipt, "--to", origin + path])
        assert.deepStrictEqual(ran, { code: 1, out: "", err: `orange: sms.receipt ${origin}/orange/***: ${status}, ${hint}\n` })
        assert.lengthOf(posted, 1)
      })
    }
  })

  live("where nothing listens: 0, exit code 1", async () => {
    let gone = ""
    await withApplication([200], ({ origin }) => Promise.resolve(void (gone = origin)))
    const ran = await trigger([...receipt, "--to", gone + path])
    assert.deepStrictEqual([ran.code, ran.out], [1, ""])
    assert.strictEqual(ran.err, `orange: sms.receipt ${gone}/orange/***: 0, no answer: nothing listens there, or it took more than 10 seconds\n`)
  })
})

const options = {
  "sms.receipt": ["to", "times", "message-id", "address", "status"],
  "sms.message": ["to", "times", "from", "text", "recipient"],
  "money.success": ["to", "times", "transaction-id", "secret-stdin"],
  "money.failed": ["to", "times", "transaction-id", "secret-stdin"],
  "sonatel.success": ["to", "times", "transaction-id", "reference", "amount", "code"],
  "sonatel.failed": ["to", "times", "transaction-id", "reference", "amount", "code"],
  "quality.available": ["to", "times", "session-id", "secret-stdin"],
  "quality.ended": ["to", "times", "session-id", "reason", "secret-stdin"],
  "geofencing.entered": ["to", "times", "subscription-id", "secret-stdin"],
  "geofencing.left": ["to", "times", "subscription-id", "secret-stdin"],
  "geofencing.ended": ["to", "times", "subscription-id", "reason", "secret-stdin"]
}

describe("its arguments", () => {
  const to = ["--to", `http://127.0.0.1:9/orange/${canary}`]
  const wrong: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
    [receipt, "--to"],
    [["sms.receipt", ...to], "--message-id"],
    [["sms.receipt", "--message-id", "", ...to], "--message-id must not be empty"],
    [[...receipt, "--to", `ftp://127.0.0.1/${canary}`], "--to must be an http or https URL"],
    [[...receipt, "--to", `127.0.0.1/${canary}`], "--to must be an http or https URL"],
    [[...receipt, "--to", `http://user:${canary}@127.0.0.1/`], "--to must be an http or https URL without a user name"],
    [[...receipt, ...to, "--times", "0"], "--times must be a whole number between 1 and 100"],
    [[...receipt, ...to, "--times", "101"], "--times must be a whole number between 1 and 100"],
    [["sonatel.failed", ...to, "--amount", "1.5"], "--amount must be a whole number between 1 and"],
    [["sms.message", ...to, "--message-id", "1"], "--message-id"],
    [["sms.delivered", ...to], "trigger takes an event first, one of sms.receipt, sms.message, money.success"],
    [[...to, "sms.receipt"], "trigger takes an event first"],
    [["money.success", ...to], "ORANGE_NOTIF_TOKEN is not set, or empty"],
    [["sonatel.success", ...to], "ORANGE_SONATEL_API_KEY is not set, or empty"],
    [["quality.ended", "--session-id", "s1", ...to], "ORANGE_SINK_TOKEN is not set, or empty"],
    [["quality.ended", ...to], "--session-id"],
    [["geofencing.left", ...to], "--subscription-id"],
    // Secrets are no arguments.
    [["money.success", ...to, "--notif-token", canary], "'--notif-token'"],
    [["sonatel.success", ...to, "--api-key", canary], "'--api-key'"],
    [["sonatel.success", ...to, "--secret", canary], "'--secret'"],
    [["geofencing.ended", "--subscription-id", "g1", ...to, "--token", canary], "'--token'"]
  ]
  for (const [args, problem] of wrong) {
    it.live(`wrong: ${args.map((arg) => arg.replace(canary, "…")).join(" ")}`, () =>
      Effect.map(here(args), ({ code, err, out }) => {
        assert.deepStrictEqual([code, out], [1, ""])
        assert.include(err, problem)
        assert.strictEqual(err.trim().split("\n").length, 1)
        assert.notInclude(err, canary)
      }))
  }

  live("the process tells of them in one line, and exits with 1", async () => {
    const cases = [
      [["sms.delivered", ...to], /^orange: trigger takes an event first, one of [^\n]*\n$/],
      [["sonatel.success", ...to], /^orange: ORANGE_SONATEL_API_KEY is not set, or empty\n$/],
      [["money.success", ...to, "--notif-token", canary], /^Received unknown argument: '--notif-token'\n\n$/]
    ] as const
    for (const [args, line] of cases) {
      const { code, err, out } = await asProcess(args)
      assert.deepStrictEqual([code, out], [1, ""])
      assert.match(err, line)
    }
  })

  live("an empty standard input does not stand for the environment", async () => {
    const { code, err, out } = await asProcess(["money.success", ...to, "--secret-stdin"], { env: { ORANGE_NOTIF_TOKEN: canary } })
    assert.deepStrictEqual([code, out], [1, ""])
    assert.strictEqual(err, "orange: standard input is empty: ORANGE_NOTIF_TOKEN was to come from it\n")
  })

  it.live("--help names every event, and of each event every option", () =>
    Effect.gen(function*() {
      const all = yield* here(["--help"])
      assert.strictEqual(all.code, 0)
      for (const [event, names] of Object.entries(options)) {
        assert.include(all.out, event)
        const { code, out } = yield* here([event, "--help"])
        assert.strictEqual(code, 0)
        for (const name of names) assert.include(out, `--${name}`)
      }
    }))
})

describe("what is shown", () => {
  const urls = [
    ["http://127.0.0.1:3000/receipts/secret", "http://127.0.0.1:3000/receipts/***"],
    ["http://127.0.0.1:3000/receipts/secret/", "http://127.0.0.1:3000/receipts/***/"],
    ["http://127.0.0.1:3000/receipts/secret//", "http://127.0.0.1:3000/receipts/***//"],
    ["http://127.0.0.1:3000/secret?a=secret#secret", "http://127.0.0.1:3000/***"],
    ["https://shop.example", "https://shop.example/"]
  ] as const
  for (const [url, shown] of urls) {
    it(url, () => assert.strictEqual(masked(Option.getOrThrow(readTarget(url))), shown))
  }

  const hints = [
    [0, "nothing listens"],
    [302, "redirect"],
    [400, "malformed"],
    [404, "not authenticated"],
    [405, "POST"],
    [413, "larger"],
    [429, "refused"],
    [500, "failed"],
    [503, "failed"]
  ] as const
  for (const [status, hint] of hints) it(`${status}: ${hint}`, () => assert.include(hintOf(status), hint))
})
