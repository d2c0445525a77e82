/** The pages as a person meets them, in Chromium: by keyboard, without JavaScript, on a narrow screen, and what they give away. */
import { Emulator } from "@effect-orange/emulator"
import { afterAll, afterEach, assert, beforeAll, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Fs from "node:fs"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { type Data, inbox } from "./specified.js"
import { authorizeUrl, basic, codeOf, goodBasic } from "./support.js"

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium"
const hasChromium = Fs.existsSync(executablePath)

let browser: Browser

interface Seen {
  readonly page: Page
  /** Errors and warnings of the console, and of scripts. */
  readonly problems: ReadonlyArray<string>
  readonly requested: ReadonlyArray<string>
}

const open = async (options: BrowserContextOptions = {}): Promise<Seen> => {
  const page = await (await browser.newContext(options)).newPage()
  const problems: Array<string> = []
  const requested: Array<string> = []
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text())
  })
  page.on("pageerror", (error) => problems.push(String(error)))
  page.on("request", (request) => requested.push(request.url()))
  return { page, problems, requested }
}

/** No error, and no request to anybody else. */
const isQuiet = ({ problems, requested }: Seen, emulator: Emulator.Service): void => {
  assert.deepStrictEqual(problems, [])
  assert.deepStrictEqual(requested.filter((url) => new URL(url).origin !== emulator.environment.baseUrl), [])
}

const person = "+2250700112233"
const sender = "+2250799887766"
const email = "jane.doe@shop.example"

const post = async (url: string, body: object | URLSearchParams, authorization: string): Promise<Data> => {
  const isForm = body instanceof URLSearchParams
  const headers = { authorization, accept: "application/json", "content-type": isForm ? "application/x-www-form-urlencoded" : "application/json" }
  return (await fetch(url, { method: "POST", headers, body: isForm ? body : JSON.stringify(body) })).json()
}

const appTokenOf = async ({ environment }: Emulator.Service): Promise<string> =>
  (await post(environment.tokenUrl, new URLSearchParams({ grant_type: "client_credentials" }), goodBasic)).access_token

const sonatelTokenOf = async ({ orangeSonatel }: Emulator.Service): Promise<string> =>
  (await post(orangeSonatel.tokenUrl, new URLSearchParams({ grant_type: "client_credentials" }), basic("emulator-client", "emulator-secret"))).access_token

const initiate = async (emulator: Emulator.Service, changes: object = {}): Promise<Data> => {
  const { baseUrl } = emulator.environment
  return post(`${baseUrl}/orange-money-webpay/dev/v1/webpayment`, {
    merchant_key: "merchant-key-of-this-shop",
    currency: "OUV",
    order_id: "order-1",
    amount: 1200,
    return_url: `${baseUrl}/?paid`,
    cancel_url: `${baseUrl}/?cancelled`,
    notif_url: `${baseUrl}/notifications?secret=of-the-shop`,
    reference: "The <b>shop</b>",
    ...changes
  }, `Bearer ${await appTokenOf(emulator)}`)
}

const createCode = async (emulator: Emulator.Service): Promise<Data> =>
  post(`${emulator.environment.baseUrl}/api/eWallet/v4/qrcode`, { code: "123456", name: "The shop", amount: { unit: "XOF", value: 1000 }, reference: person }, `Bearer ${await sonatelTokenOf(emulator)}`)

const payUrl = (payment: Data): string => payment.payment_url

/** Tab until the element that has the text is in focus. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press("Tab")
    if (await page.evaluate("document.activeElement.textContent.trim()") === name) return
  }
  assert.fail(`the keyboard does not reach ${name}`)
}

/** In the browser: what WCAG 2.2 asks for and a program can see. Gives what is wrong. */
const audit = `(() => {
  const wrong = []
  const channels = (color) => color.match(/[\\d.]+/g).map(Number)
  const luminance = (color) => channels(color).slice(0, 3).map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
  const backgroundOf = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor
      if ((channels(color)[3] ?? 1) > 0) return color
    }
    return "rgb(255, 255, 255)"
  }
  const name = (element) => element.tagName + " " + element.textContent.trim().slice(0, 20)
  for (const element of document.querySelectorAll("main *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "")) continue
    const [a, b] = [luminance(getComputedStyle(element).color), luminance(backgroundOf(element))].sort((x, y) => y - x)
    const contrast = (a + 0.05) / (b + 0.05)
    if (contrast < 4.5) wrong.push("contrast " + contrast.toFixed(2) + " of " + name(element))
  }
  for (const input of document.querySelectorAll("input:not([type=hidden])")) if (input.labels.length === 0) wrong.push("no label: " + input.name)
  for (const button of document.querySelectorAll("button")) {
    const { height, width } = button.getBoundingClientRect()
    if (button.textContent.trim() === "" || height < 24 || width < 24) wrong.push("button " + name(button))
  }
  for (const table of document.querySelectorAll("table")) if (table.querySelector("th[scope]") === null) wrong.push("a table without headings")
  for (const region of document.querySelectorAll("[role=region], section")) {
    const label = document.getElementById(region.getAttribute("aria-labelledby"))
    if (label === null || label.textContent.trim() === "") wrong.push("a region without a name")
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id)
  if (new Set(ids).size !== ids.length) wrong.push("an id twice")
  if (document.querySelectorAll("h1").length !== 1 || document.querySelectorAll("main").length !== 1) wrong.push("not one h1 and main")
  if (document.documentElement.lang === "" || document.title === "") wrong.push("no language or title")
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("wider than the screen: " + document.documentElement.scrollWidth)
  return wrong
})()`

/** At 320 pixels a page has to fit without scrolling sideways (WCAG 1.4.10); tables may scroll by themselves. */
const isGood = async (page: Page): Promise<void> => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 700 })
    assert.deepStrictEqual(await page.evaluate(audit), [], `${page.url()} at ${width}`)
  }
}

/** Logs in and consents, by keyboard alone. Gives the code. */
const logIn = async ({ page }: Seen, { environment }: Emulator.Service): Promise<string> => {
  await page.goto(authorizeUrl(environment.authorizeUrl, { redirect_uri: `${environment.baseUrl}/`, login_hint: person, state: "short-state" }))
  await isGood(page)
  await page.getByLabel("Username").fill("")
  await page.keyboard.type(email)
  await page.keyboard.press("Enter")
  await page.getByRole("heading", { name: "Allow access?" }).waitFor()
  await isGood(page)
  await tabTo(page, "Allow")
  await page.keyboard.press("Enter")
  await page.getByRole("heading", { name: "Orange, emulated" }).waitFor()
  return codeOf(page.url())
}

interface Filled {
  /** What may stand on no page, whole or its beginning. */
  readonly secrets: ReadonlyArray<string>
}

/** One of each thing that the emulator knows. */
const fill = async (seen: Seen, emulator: Emulator.Service): Promise<Filled> => {
  const { baseUrl, userTokenUrl } = emulator.environment
  const code = await logIn(seen, emulator)
  const user = await post(userTokenUrl, new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: `${baseUrl}/` }), goodBasic)
  await fetch(`${baseUrl}/3legged/sandbox/fr/v1/userinfo/`, { headers: { authorization: `Bearer ${user.access_token}` } })
  const app = await appTokenOf(emulator)
  const outbound = `${baseUrl}/smsmessaging/v1/outbound/${encodeURIComponent(`tel:${sender}`)}`
  const address = `tel:${person}`
  const request = { address, senderAddress: `tel:${sender}`, outboundSMSTextMessage: { message: "words of the message" } }
  await post(`${outbound}/requests`, { outboundSMSMessageRequest: request }, `Bearer ${app}`)
  await fetch(`${baseUrl}/poi/v1/shops?postalCode=35000&access_token=in-the-query&${person}`)
  const payment = await initiate(emulator)
  await Effect.runPromise(emulator.money.pay(payment.pay_token))
  const other = await initiate(emulator, { order_id: `order ${person}` })
  await fetch(payUrl(other))
  const sonatel = await sonatelTokenOf(emulator)
  await createCode(emulator)
  return {
    secrets: [
      code,
      app,
      ...app.split("."),
      sonatel,
      user.access_token,
      user.refresh_token,
      user.id_token,
      payment.pay_token,
      payment.notif_token,
      other.pay_token,
      Redacted.value(emulator.credentials.clientSecret),
      "merchant-key-of-this-shop",
      "of-the-shop",
      "in-the-query",
      "short-state",
      "words of the message",
      "emulator-endpoint-secret",
      email,
      ...[person, sender].flatMap((number) => [number, number.slice(1), number.slice(4), number.slice(-7)])
    ]
  }
}

const withServer = (test: (emulator: Emulator.Service) => Promise<void>) => () =>
  Effect.flatMap(Emulator.Emulator, (emulator) => Effect.promise(() => test(emulator))).pipe(
    Effect.provide(Emulator.layerServer({ deliver: inbox().deliver, idTokenAlgorithm: "ES256" }))
  )

const statusOf = async (emulator: Emulator.Service, { pay_token }: Data): Promise<string> =>
  (await post(`${emulator.environment.baseUrl}/orange-money-webpay/dev/v1/transactionstatus`, { order_id: "order-1", amount: 1200, pay_token }, `Bearer ${await appTokenOf(emulator)}`)).status

const outcomes = [["Pay", "SUCCESS", "?paid"], ["Refuse", "FAILED", "?cancelled"]] as const

const where = hasChromium ? "the pages in Chromium" : `the pages in Chromium (skipped: there is none at ${executablePath}; scripts/chromium.sh installs one)`

describe.skipIf(!hasChromium)(where, () => {
  // As root, where containers run tests, Chromium has no sandbox; all that it shows here is the emulator's.
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] })
  })
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
  afterAll(() => browser.close())

  it.live("the overview shows what there is, and no secret, number or address", withServer(async (emulator) => {
    const seen = await open()
    const { page } = seen
    await page.goto(emulator.environment.baseUrl)
    assert.strictEqual(await page.getByText("None yet.").count(), 7)
    await isGood(page)
    const { secrets } = await fill(seen, emulator)
    await page.goto(emulator.environment.baseUrl)
    await isGood(page)
    const rows = (name: string) => page.getByRole("region", { name: new RegExp(`^${name} \\(`) }).getByRole("table").locator("tbody tr").allInnerTexts()
    const cells = async (name: string) => (await rows(name)).map((row) => row.split("\t").map((cell) => cell.trim()))
    assert.deepStrictEqual((await cells("Tokens")).map(([kind, , surface]) => [kind, surface])[0], ["user", "france"])
    assert.include((await cells("Tokens")).map(([, , surface]) => surface), "sonatel")
    assert.deepStrictEqual((await cells("Sessions")).map(([user]) => user), ["j••••"])
    assert.deepStrictEqual((await cells("Messages")).map(([, from, to, units, status]) => [from, to, units, status]), [["tel:+225••••66", "tel:+225••••33", "1", "sent"]])
    assert.deepStrictEqual((await cells("Payments")).map(([api, , amount, status]) => [api, amount, status]), [["web", "1200 OUV", "INITIATED"], ["web", "1200 OUV", "SUCCESS"], ["Sonatel", "1000 XOF", "not scanned"]])
    assert.deepStrictEqual((await cells("Deliveries")).map(([, to, status]) => [to, status]), [[emulator.environment.baseUrl, "200"]])
    const paths = (await cells("Requests")).map(([, method, , path]) => `${method} ${path}`)
    assert.include(paths, "POST /smsmessaging/v1/outbound/tel:+225••••66/requests")
    assert.include(paths, "GET /poi/v1/shops?postalCode=…&access_token=…&…")
    const html = await page.content()
    for (const secret of secrets) assert.notInclude(html, secret.length > 30 ? secret.slice(0, 9) : secret)
    isQuiet(seen, emulator)
  }))

  it.live("the overview renews itself where it is asked to, by keyboard", withServer(async (emulator) => {
    const seen = await open()
    const { page } = seen
    await page.goto(emulator.environment.baseUrl)
    await tabTo(page, "Renew every 2 seconds")
    await page.keyboard.press("Enter")
    await page.waitForURL("**/?live=1")
    await page.waitForEvent("framenavigated", { timeout: 5_000 })
    await page.getByRole("link", { name: "Stop renewing" }).waitFor()
    await tabTo(page, "Stop renewing")
    await page.keyboard.press("Enter")
    await page.waitForURL((url) => url.search === "")
    assert.isUndefined((await page.reload())!.headers()["refresh"])
    isQuiet(seen, emulator)
  }))

  for (const [button, status, search] of outcomes) {
    it.live(`${button} by keyboard and without JavaScript`, withServer(async (emulator) => {
      const seen = await open({ javaScriptEnabled: false })
      const { page } = seen
      const payment = await initiate(emulator)
      await page.goto(payUrl(payment))
      assert.strictEqual(await page.getByRole("main").locator("p").first().innerText(), "The <b>shop</b> asks for 1200 OUV")
      // Pay is the first thing that the keyboard meets, Refuse the second.
      await page.keyboard.press("Tab")
      if (button === "Refuse") await page.keyboard.press("Tab")
      await page.keyboard.press("Enter")
      await page.waitForURL(`**/${search}`)
      assert.strictEqual(await statusOf(emulator, payment), status)
      await page.goto(payUrl(payment))
      assert.strictEqual(await page.getByRole("heading").innerText(), `This payment is over: ${status}`)
      await page.keyboard.press("Tab")
      await page.keyboard.press("Enter")
      await page.waitForURL(`**/${search}`)
      isQuiet(seen, emulator)
    }))
  }

  it.live("the pages of payments are legible, labelled and narrow enough", withServer(async (emulator) => {
    const seen = await open()
    const { page } = seen
    const payment = await initiate(emulator, { lang: "fr", reference: "X".repeat(30) })
    await page.goto(payUrl(payment))
    await isGood(page)
    await page.getByRole("button", { name: "Payer" }).click()
    await page.waitForURL("**/?paid")
    await page.goto(payUrl(payment))
    await isGood(page)
    const code = await createCode(emulator)
    await page.goto(code.shortLink)
    await isGood(page)
    await tabTo(page, "Pay")
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { name: "Paid" }).waitFor()
    await isGood(page)
    isQuiet(seen, emulator)
  }))

  it.live("no script of an application's text runs, and no frame shows a page", withServer(async (emulator) => {
    const seen = await open()
    const { page } = seen
    const payment = await initiate(emulator, { reference: "<img src=x onerror=alert(1)>" })
    let dialogs = 0
    page.on("dialog", (dialog) => {
      dialogs++
      void dialog.dismiss()
    })
    await page.goto(payUrl(payment))
    assert.strictEqual(await page.locator("main img").count(), 0)
    isQuiet(seen, emulator)
    await page.setContent(`<iframe src="${payUrl(payment)}"></iframe>`)
    await page.waitForTimeout(100)
    assert.strictEqual(await page.frames()[1]!.getByRole("button").count(), 0)
    assert.strictEqual(dialogs, 0)
  }))
})
