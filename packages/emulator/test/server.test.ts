/** The emulator over real sockets, against clients that we did not write. */
import { Emulator, Fault } from "@effect-orange/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Scope from "effect/Scope"
import * as ChildProcess from "node:child_process"
import * as Http from "node:http"
import * as Net from "node:net"
import * as OpenId from "openid-client"
import { authorizeUrl, codeOf, goodBasic, redirectUri } from "./support.js"

const withServer = (options: Emulator.ServerOptions = {}) =>
<A, E>(effect: Effect.Effect<A, E, Emulator.Emulator>) => Effect.provide(effect, Emulator.layerServer(options))

const emulatorAnd = <A>(f: (emulator: Emulator.Service) => Promise<A>) =>
  Effect.flatMap(Emulator.Emulator, (emulator) => Effect.promise(() => f(emulator)))

const run = (command: string, args: ReadonlyArray<string>, input?: string) =>
  new Promise<{ readonly code: number | null; readonly out: string }>((resolve) => {
    const child = ChildProcess.spawn(command, [...args])
    let out = ""
    child.stdout.on("data", (data: Buffer) => (out += data.toString()))
    child.stderr.on("data", (data: Buffer) => (out += data.toString()))
    child.on("error", () => resolve({ code: -1, out }))
    child.on("close", (code) => resolve({ code, out }))
    child.stdin.on("error", () => {})
    child.stdin.end(input ?? "")
  })

const exists = (command: string, ...args: ReadonlyArray<string>): boolean =>
  ChildProcess.spawnSync(command, [...args], { stdio: "ignore" }).status === 0

/** Sends bytes as they are and gives what came back until the connection ended or was quiet. */
const raw = (emulator: Emulator.Service, bytes: string | Buffer, quiet = 300) =>
  new Promise<string>((resolve) => {
    const url = new URL(emulator.environment.baseUrl)
    const socket = Net.connect(Number(url.port), url.hostname)
    let text = ""
    socket.on("data", (data) => (text += data.toString()))
    socket.on("error", () => resolve(text))
    socket.on("close", () => resolve(text))
    socket.setTimeout(quiet, () => socket.destroy())
    socket.write(bytes)
  })

const hasCurl = exists("curl", "--version")

const tokenHeaders = { Authorization: goodBasic, Accept: "application/json" }

describe("openid-client", () => {
  const configure = (emulator: Emulator.Service, auth: OpenId.ClientAuth) =>
    OpenId.discovery(new URL(emulator.environment.issuer), "emulator-client", undefined, auth, {
      execute: [OpenId.allowInsecureRequests]
    })

  for (
    const [name, auth] of [
      ["client_secret_basic", OpenId.ClientSecretBasic("emulator-secret")],
      ["client_secret_post", OpenId.ClientSecretPost("emulator-secret")]
    ] as const
  ) {
    it.live(`U2M with ${name}: discovery, PKCE, nonce, id_token, userinfo, refresh`, () =>
      emulatorAnd(async (emulator) => {
        const config = await configure(emulator, auth)
        const pkceCodeVerifier = OpenId.randomPKCECodeVerifier()
        const [expectedState, expectedNonce] = [OpenId.randomState(), OpenId.randomNonce()]
        const url = OpenId.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: "openid profile_sandbox",
          state: expectedState,
          nonce: expectedNonce,
          code_challenge: await OpenId.calculatePKCECodeChallenge(pkceCodeVerifier),
          code_challenge_method: "S256"
        })
        const redirect = await fetch(url, { redirect: "manual" })
        const callback = new URL(redirect.headers.get("location")!)
        const tokens = await OpenId.authorizationCodeGrant(config, callback, {
          pkceCodeVerifier,
          expectedState,
          expectedNonce,
          idTokenExpected: true
        })
        const info = await OpenId.fetchUserInfo(config, tokens.access_token, tokens.claims()!.sub)
        assert.strictEqual(info.sub, tokens.claims()!.sub)
        const refreshed = await OpenId.refreshTokenGrant(config, tokens.refresh_token!)
        assert.isString(refreshed.id_token)
        assert.isString(refreshed.refresh_token)
      }).pipe(withServer({ autoApprove: true, rotateRefreshTokens: true })))
  }

  it.live("client_credentials", () =>
    emulatorAnd(async (emulator) => {
      const server = { issuer: emulator.environment.baseUrl, token_endpoint: emulator.environment.tokenUrl }
      const config = new OpenId.Configuration(server, "emulator-client", undefined, OpenId.ClientSecretBasic("emulator-secret"))
      OpenId.allowInsecureRequests(config)
      assert.strictEqual((await OpenId.clientCredentialsGrant(config)).expires_in, 3600)
    }).pipe(withServer()))
})

describe("the guides' samples", () => {
  const shell = (emulator: Emulator.Service, script: string) =>
    run("sh", ["-c", script.replaceAll("https://api.orange.com", emulator.environment.baseUrl)])

  it.live.skipIf(!hasCurl)("curl, 2-legged: the token, then the call", () =>
    emulatorAnd(async (emulator) => {
      const token = await shell(emulator, `curl -s -X POST \\
-H "Authorization: ${goodBasic}" \\
-H "Content-Type: application/x-www-form-urlencoded" \\
-H "Accept: application/json" \\
-d "grant_type=client_credentials" \\
https://api.orange.com/oauth/v3/token`)
      const { access_token } = JSON.parse(token.out) as { access_token: string }
      const shops = await shell(emulator, `curl -s -X GET \\
-H "Authorization: Bearer ${access_token}" \\
https://api.orange.com/poi/v1/shops?postalCode=35000`)
      assert.isArray(JSON.parse(shops.out))
    }).pipe(withServer()))

  it.live.skipIf(!hasCurl)("curl, U2M: the code, then the refresh", () =>
    emulatorAnd(async (emulator) => {
      const { environment } = emulator
      const code = codeOf(await Effect.runPromise(emulator.approve(authorizeUrl(environment.authorizeUrl, { scope: "profile_sandbox" }))))
      const first = await shell(emulator, `curl -s -X POST \\
-H "Authorization: ${goodBasic}" \\
-d "grant_type=authorization_code&code=${code}&redirect_uri=${redirectUri}" \\
https://api.orange.com/openidconnect/fr/v1/token`)
      const { refresh_token } = JSON.parse(first.out) as { refresh_token: string }
      const second = await shell(emulator, `curl -s -X POST \\
-H "Authorization: ${goodBasic}" \\
-d "grant_type=refresh_token&refresh_token=${refresh_token}" \\
https://api.orange.com/openidconnect/fr/v1/token`)
      const { access_token } = JSON.parse(second.out) as { access_token: string }
      const user = await shell(emulator, `curl -s -H "Authorization: Bearer ${access_token}" https://api.orange.com/3legged/sandbox/fr/v1/userinfo/`)
      assert.strictEqual((JSON.parse(user.out) as { name: string }).name, "John Doe")
    }).pipe(withServer()))

  it.live("fetch (also node-fetch): the body gives the content type", () =>
    emulatorAnd(async (emulator) => {
      const response = await fetch(emulator.environment.tokenUrl, {
        method: "POST",
        headers: {
          "Authorization": goodBasic,
          "Accept": "application/json"
        },
        body: new URLSearchParams({
          "grant_type": "client_credentials"
        })
      })
      assert.strictEqual(response.status, 200)
    }).pipe(withServer()))

  it.live("Node's http: a chunked body", () =>
    emulatorAnd(async (emulator) => {
      const code = codeOf(await Effect.runPromise(emulator.approve(authorizeUrl(emulator.environment.authorizeUrl))))
      const text = await new Promise<string>((resolve, reject) => {
        const url = new URL(emulator.environment.baseUrl)
        const options = {
          hostname: url.hostname,
          port: url.port,
          path: "/openidconnect/fr/v1/token",
          method: "POST",
          headers: {
            "Authorization": goodBasic,
            "Content-Type": "application/x-www-form-urlencoded"
          }
        }
        const req = Http.request(options, (res) => {
          const chunks: Array<Buffer> = []
          res.on("data", (chunk: Buffer) => chunks.push(chunk))
          res.on("end", () => resolve(Buffer.concat(chunks).toString()))
        })
        req.on("error", reject)
        req.write(new URLSearchParams({ "grant_type": "authorization_code", "code": code, "redirect_uri": redirectUri }).toString())
        req.end()
      })
      assert.isString((JSON.parse(text) as { id_token: string }).id_token)
    }).pipe(withServer()))

  it.live.skipIf(!exists("python3", "--version"))("Python's http.client", () =>
    emulatorAnd(async (emulator) => {
      const url = new URL(emulator.environment.baseUrl)
      const result = await run("python3", ["-"], `
import http.client

conn = http.client.HTTPConnection('${url.host}')
headers = {
  'Authorization': '${goodBasic}',
  'Content-Type': 'application/x-www-form-urlencoded',
  'Accept': 'application/json',
}
conn.request('POST', '/oauth/v3/token', 'grant_type=client_credentials', headers)
response = conn.getresponse()
print(response.status)
`)
      assert.strictEqual(result.out.trim(), "200")
    }).pipe(withServer()))

  // Skipped where Python or its `requests` is not installed.
  it.live.skipIf(!exists("python3", "-c", "import requests"))("Python's requests", () =>
    emulatorAnd(async (emulator) => {
      const code = codeOf(await Effect.runPromise(emulator.approve(authorizeUrl(emulator.environment.authorizeUrl))))
      const result = await run("python3", ["-"], `
import requests

headers = {
  'Authorization': '${goodBasic}',
  'Content-Type': 'application/x-www-form-urlencoded',
}

data = {
   'grant_type': 'authorization_code',
   'code': '${code}',
   'redirect_uri': '${redirectUri}',
}

response = requests.post('${emulator.environment.userTokenUrl}', headers=headers, data=data)
print(response.status_code)
`)
      assert.strictEqual(result.out.trim(), "200")
    }).pipe(withServer()))

  // Skipped where there is no Java.
  it.live.skipIf(!exists("java", "--version"))("Java's HttpClient (which offers h2c) and HttpURLConnection (whose Accept is its own)", () =>
    emulatorAnd(async (emulator) => {
      const fs = await import("node:fs/promises")
      const os = await import("node:os")
      const directory = await fs.mkdtemp(`${os.tmpdir()}/orange-emulator-`)
      await fs.writeFile(`${directory}/Main.java`, `
import java.io.OutputStreamWriter;
import java.net.*;
import java.net.http.*;

class Main {
  public static void main(String[] args) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder()
      .uri(URI.create("${emulator.environment.tokenUrl}"))
      .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
      .setHeader("Authorization", "${goodBasic}")
      .setHeader("Content-Type", "application/x-www-form-urlencoded")
      .setHeader("Accept", "application/json")
      .build();
    for (int i = 0; i < 2; i++) System.out.print(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() + " ");
    HttpURLConnection httpConn = (HttpURLConnection) new URL("${emulator.environment.tokenUrl}").openConnection();
    httpConn.setRequestMethod("POST");
    httpConn.setRequestProperty("Authorization", "${goodBasic}");
    httpConn.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    httpConn.setDoOutput(true);
    OutputStreamWriter writer = new OutputStreamWriter(httpConn.getOutputStream());
    writer.write("grant_type=client_credentials");
    writer.flush();
    writer.close();
    System.out.println(httpConn.getResponseCode());
  }
}`)
      const result = await run("java", ["-Xshare:auto", "-XX:TieredStopAtLevel=1", `${directory}/Main.java`])
      await fs.rm(directory, { recursive: true })
      assert.include(result.out, "200 200 200")
      const offered = (await Effect.runPromise(emulator.requests)).some((entry) => entry.headers["upgrade"] === "h2c")
      assert.isTrue(offered, "Java's client offered no upgrade: the test shows nothing")
    }).pipe(withServer()), 60_000)

  it.live("browsers: preflight, then the request with credentials, from loopback and from a file", () =>
    emulatorAnd(async (emulator) => {
      for (const origin of ["http://localhost:8080", "http://127.0.0.1:3000", "http://[::1]:80", "null"]) {
        const preflight = await fetch(emulator.environment.tokenUrl, {
          method: "OPTIONS",
          headers: {
            Origin: origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization,content-type"
          }
        })
        assert.strictEqual(preflight.status, 204)
        assert.strictEqual(preflight.headers.get("access-control-allow-origin"), origin)
        assert.strictEqual(preflight.headers.get("access-control-allow-credentials"), "true")
        assert.include(preflight.headers.get("access-control-allow-methods")!, "POST")
        assert.strictEqual(preflight.headers.get("access-control-allow-headers"), "authorization,content-type")
        const refused = await fetch(emulator.environment.tokenUrl, { method: "POST", headers: { Origin: origin } })
        assert.strictEqual(refused.headers.get("access-control-allow-origin"), origin, "errors must be readable too")
        assert.strictEqual(refused.headers.get("vary"), "Origin")
      }
      for (const origin of ["https://evil.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example"]) {
        const foreign = await fetch(emulator.environment.tokenUrl, { method: "POST", headers: { Origin: origin } })
        assert.isNull(foreign.headers.get("access-control-allow-origin"))
      }
      const page = await fetch(authorizeUrl(emulator.environment.authorizeUrl), { headers: { Origin: "http://localhost:8080" } })
      assert.isNull(page.headers.get("access-control-allow-origin"), "the pages are visited, never fetched")
    }).pipe(withServer()))
})

describe("robustness", () => {
  const big = "x".repeat(10 * 1024 * 1024)

  it.live("a body of 10 MB is refused with 413, and the connection goes on", () =>
    emulatorAnd(async (emulator) => {
      const agent = new Http.Agent({ keepAlive: true, maxSockets: 1 })
      const ports: Array<number | undefined> = []
      const post = (body: string) =>
        new Promise<number | undefined>((resolve, reject) => {
          const headers = { ...tokenHeaders, "Content-Type": "application/x-www-form-urlencoded" }
          const request = Http.request(emulator.environment.tokenUrl, { agent, method: "POST", headers }, (response) => {
            ports.push(response.socket.localPort)
            response.resume().on("end", () => resolve(response.statusCode))
          })
          request.on("error", reject)
          request.end(body)
        })
      assert.deepStrictEqual([await post(big), await post("grant_type=client_credentials")], [413, 200])
      assert.strictEqual(ports[0], ports[1])
      agent.destroy()
    }).pipe(withServer()))

  it.live.skipIf(!hasCurl)("curl's Expect: 100-continue", () =>
    emulatorAnd(async (emulator) => {
      const args = ["-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Expect: 100-continue", "-H", `Authorization: ${goodBasic}`, "-H", "Accept: */*"]
      const small = await run("curl", [...args, "-d", "grant_type=client_credentials", emulator.environment.tokenUrl])
      assert.strictEqual(small.out, "200")
      const large = await run("curl", [...args, "-d", "@-", emulator.environment.tokenUrl], big)
      assert.strictEqual(large.out, "413")
    }).pipe(withServer()))

  it.live.skipIf(!hasCurl)("curl --http2: the offer is as if absent", () =>
    emulatorAnd(async (emulator) => {
      const result = await run("curl", ["-s", "--http2", "-o", "/dev/null", "-w", "%{http_code} %{http_version}", "-H", `Authorization: ${goodBasic}`, "-d", "grant_type=client_credentials", emulator.environment.tokenUrl])
      assert.strictEqual(result.out, "200 1.1")
    }).pipe(withServer()))

  const post = (headers: string, body: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`POST /oauth/v3/token HTTP/1.1\r\nAuthorization: ${goodBasic}\r\nAccept: */*\r\n${headers}\r\n`),
      Buffer.from(body)
    ])
  const form = "Content-Type: application/x-www-form-urlencoded\r\n"
  const cases: ReadonlyArray<readonly [string, string | Buffer, RegExp]> = [
    ["any Host", post(`Host: api.orange.com\r\n${form}Content-Length: 29\r\n`, "grant_type=client_credentials"), /^HTTP\/1.1 200/],
    ["no Host", post(`${form}Content-Length: 29\r\n`, "grant_type=client_credentials"), /^HTTP\/1.1 400/],
    ["a body that is no UTF-8", post(`Host: a\r\n${form}Content-Length: 3\r\n`, Buffer.from([0x61, 0x3d, 0xff])), /^HTTP\/1.1 400 [\s\S]*invalid_request/],
    ["a NUL in the body", post(`Host: a\r\n${form}Content-Length: 3\r\n`, "a=\0"), /^HTTP\/1.1 400 [\s\S]*invalid_request/],
    ["chunks", post(`Host: a\r\n${form}Transfer-Encoding: chunked\r\n`, "6\r\ngrant_\r\n17\r\ntype=client_credentials\r\n0\r\n\r\n"), /^HTTP\/1.1 200/],
    ["two Authorization headers", post(`Host: a\r\nAuthorization: Basic Zm9vOmJhcg==\r\n${form}Content-Length: 29\r\n`, "grant_type=client_credentials"), /^HTTP\/1.1 401/],
    ["bad percent-encoding in the path", "GET /openidconnect/fr/v1/%zz HTTP/1.1\r\nHost: a\r\n\r\n", /^HTTP\/1.1 400/],
    ["bad percent-encoding in the query", "GET /openidconnect/fr/v1/authorize?client_id=%zz HTTP/1.1\r\nHost: a\r\n\r\n", /^HTTP\/1.1 400/],
    ["an absolute target", "GET http://api.orange.com/poi/v1/shops HTTP/1.1\r\nHost: a\r\n\r\n", /^HTTP\/1.1 401 [\s\S]*"code":40/],
    ["a target of slashes", "GET //evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n", /^HTTP\/1.1 404/],
    ["half a body, then silence", post(`Host: a\r\n${form}Content-Length: 99\r\n`, "grant_type="), /^$/],
    ["OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", /^HTTP\/1.1 204/],
    ["a flood of headers", `GET / HTTP/1.1\r\nHost: a\r\n${"X-A: b\r\n".repeat(5000)}\r\n`, /^HTTP\/1.1 431/],
    ["HTTP/2 by prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", /^HTTP\/1.1 400/],
    ["garbage", "\0\0\0\r\n\r\n", /^HTTP\/1.1 400/],
    ["a correlator with a line break", "GET /nowhere HTTP/1.1\r\nHost: a\r\nx-correlator: a\tb\r\n\r\n", /^HTTP\/1.1 404/]
  ]
  for (const [name, bytes, expected] of cases) {
    it.live(name, () =>
      emulatorAnd(async (emulator) => {
        assert.match(await raw(emulator, bytes), expected)
        assert.strictEqual((await fetch(emulator.environment.jwksUrl)).status, 200, "it goes on")
      }).pipe(withServer()))
  }

  it.live("HEAD", () =>
    emulatorAnd(async (emulator) => {
      const response = await fetch(emulator.environment.discoveryUrl, { method: "HEAD" })
      assert.deepStrictEqual([response.status, await response.text()], [200, ""])
    }).pipe(withServer()))
})

describe("faults on a socket", () => {
  const failure = (emulator: Emulator.Service) =>
    fetch(emulator.environment.jwksUrl).then(
      (response) => response.text(),
      (error: { readonly cause?: { readonly code?: string } }) => error.cause?.code
    ).catch((error: { readonly cause?: { readonly code?: string } }) => error.cause?.code ?? "cut")

  it.live("reset, a cut body, a hang that ends with its client", () =>
    emulatorAnd(async (emulator) => {
      await Effect.runPromise(emulator.faults.next("jwks", Fault.reset, Fault.truncated, Fault.hang))
      assert.strictEqual(await failure(emulator), "ECONNRESET")
      assert.strictEqual(await failure(emulator), "UND_ERR_SOCKET")
      const hanging = await fetch(emulator.environment.jwksUrl, { signal: AbortSignal.timeout(100) }).catch((error: Error) => error.name)
      assert.strictEqual(hanging, "TimeoutError")
      assert.include(await failure(emulator), "keys")
    }).pipe(withServer()))
})

describe("the listener", () => {
  it.live("a busy port is a ListenError that says so", () =>
    Effect.flatMap(Emulator.Emulator, ({ environment }) => {
      const port = Number(new URL(environment.baseUrl).port)
      return Effect.map(Effect.either(Effect.scoped(Layer.build(Emulator.layerServer({ port })))), (second) => {
        assert.isTrue(Either.isLeft(second) && second.left.code === "EADDRINUSE")
        assert.isTrue(Either.isLeft(second) && second.left.message.includes(`port ${port} on 127.0.0.1 is already in use`))
      })
    }).pipe(withServer()))

  it.live("closing ends connections that are open and requests that hang, at once", () =>
    Effect.gen(function*() {
      const scope = yield* Scope.make()
      const context = yield* Layer.buildWithScope(Emulator.layerServer(), scope)
      const emulator = yield* Effect.provide(Emulator.Emulator, context)
      yield* emulator.faults.next("jwks", Fault.hang)
      const hanging = fetch(emulator.environment.jwksUrl).catch(() => "ended")
      yield* Effect.sleep("50 millis")
      const before = performance.now()
      yield* Scope.close(scope, Exit.void)
      assert.strictEqual(yield* Effect.promise(() => hanging), "ended")
      assert.isBelow(performance.now() - before, 500)
    }))
})
