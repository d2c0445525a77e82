/** What the overview says of secrets, numbers and addresses, and the headers of every page; with no browser. */
import { Emulator } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { asApplication, call, type Data, userToken, withApis } from "./specified.js"
import { appToken, authorizeUrl } from "./support.js"

const overview = Effect.map(call("/"), ({ text }) => text)

const initiate = (order_id: string) =>
  Effect.map(
    asApplication("/orange-money-webpay/dev/v1/webpayment", {
      json: { merchant_key: "k", currency: "OUV", order_id, amount: 1, return_url: "https://shop.example/", cancel_url: "https://shop.example/", notif_url: "https://shop.example/", reference: "The shop" }
    }),
    ({ body }): Data => body
  )

describe("the overview", () => {
  const shown: ReadonlyArray<readonly [string, string]> = [
    ["+2250700112233", "+225••••33"],
    ["07 00 11 22 33", "070••••33"],
    ["0700-112233", "070••••33"],
    ["770000000", "••••00"],
    ["1234567", "••••67"],
    ["order-12345", "order-12345"],
    ["jane.doe@shop.example", "••••"],
    ["abcdefghijklmnopqrstuvwx", "abcd••••"],
    ["<script>alert(1)</script>", "&#60;script&#62;alert(1)&#60;/script&#62;"],
    ["\"'`&", "&#34;&#39;&#96;&#38;"]
  ]
  for (const [text, as] of shown) {
    it.effect(`shows ${text} as ${as}`, () =>
      Effect.gen(function*() {
        yield* initiate(text)
        assert.include(yield* overview, `<td>${as}</td>`)
        if (as !== text) assert.notInclude(yield* overview, text)
      }).pipe(withApis()))
  }

  it.effect("shows of a path the names of its query alone, and no segment that may be a secret", () =>
    Effect.gen(function*() {
      yield* call("/poi/v1/shops?postalCode=35000&key=secret&another")
      yield* call(`/payment/pay_token/${"0123456789abcdef".repeat(4)}`)
      yield* call("/a/%2B2250700112233/%zz")
      yield* call("/a/tel%3A%2B2250700112233?to=%2B2250700112233")
      const text = yield* overview
      assert.include(text, "<td>/poi/v1/shops?postalCode=…&#38;key=…&#38;…</td>")
      assert.include(text, "<td>/payment/pay_token/0123••••</td>")
      assert.include(text, "<td>/a/tel:+225••••33?to=…</td>")
      assert.notInclude(text, "0700112233")
    }).pipe(withApis()))

  it.effect("shows of a token its beginning alone", () =>
    Effect.gen(function*() {
      const app = yield* appToken
      const user = yield* userToken("openid", "profile_sandbox")
      const text = yield* overview
      assert.include(text, `<td>${app.split(".").map((part) => `${part.slice(0, 4)}••••`).join(".")}</td>`)
      assert.include(text, "<td>OFR-••••</td>")
      for (const part of [...app.split("."), user]) assert.notInclude(text, part.slice(0, 6))
    }).pipe(withApis()))

  it.effect("is no news of itself", () =>
    Effect.gen(function*() {
      yield* overview
      yield* call("/?live=1")
      assert.include(yield* overview, "Requests (0)")
    }).pipe(withApis()))

  it.effect("renews itself where it is asked to alone", () =>
    Effect.gen(function*() {
      assert.isUndefined((yield* call("/")).headers["refresh"])
      assert.strictEqual((yield* call("/?live=1")).headers["refresh"], "2")
      assert.strictEqual((yield* call("/", { method: "PUT" })).status, 405)
    }).pipe(withApis()))
})

describe("every page", () => {
  it.effect("lets nothing run, be framed, be kept, or be read by another origin", () =>
    Effect.gen(function*() {
      const { environment } = yield* Emulator.Emulator
      const { pay_token } = yield* initiate("order-1")
      const paths = ["/", `/payment/pay_token/${pay_token}`, "/payment/pay_token/none", "/sonatel/pay/none", authorizeUrl(environment.authorizeUrl).slice(environment.baseUrl.length)]
      for (const path of paths) {
        const { headers, text } = yield* call(path, { headers: { origin: "http://127.0.0.1:3000" } })
        assert.include(headers["content-security-policy"], "default-src 'none'")
        assert.include(headers["content-security-policy"], "frame-ancestors 'none'")
        assert.notInclude(headers["content-security-policy"], "script-src")
        assert.deepInclude({ ...headers }, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "no-referrer" })
        assert.isUndefined(headers["access-control-allow-origin"])
        assert.notMatch(text, /<script|\son[a-z]+=|https?:\/\/(?!emulator\.orange\.invalid)/)
      }
    }).pipe(withApis()))
})
