/** Load for the emulator: Node's own HTTP client with connections that stay open, and a token from the emulator. */
import * as Effect from "effect/Effect"
import * as Http from "node:http"

interface Answer {
  readonly status: number
  readonly body: string
}

const connections = 32

const agent = new Http.Agent({ keepAlive: true, maxSockets: connections })

const send = (url: string, options: Http.RequestOptions, body?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = Http.request(url, { agent, ...options }, (response) => {
      let text = ""
      response.setEncoding("utf8")
      response.on("data", (chunk: string) => (text += chunk))
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    request.on("error", reject)
    request.end(body)
  })

const tokenOf = async (baseUrl: string): Promise<string> => {
  const { body } = await send(`${baseUrl}/oauth/v3/token`, {
    method: "POST",
    auth: "emulator-client:emulator-secret",
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" }
  }, "grant_type=client_credentials")
  return (JSON.parse(body) as { readonly access_token: string }).access_token
}

/** A source of load with one token: sends so many token-checked requests, all connections busy. */
export const makeLoad = (baseUrl: string) =>
  Effect.map(Effect.promise(() => tokenOf(baseUrl)), (token) => {
    const options = { headers: { authorization: `Bearer ${token}`, accept: "application/json" } }
    return (requests: number): Effect.Effect<void> =>
      Effect.promise(async () => {
        let left = requests
        const work = async (): Promise<void> => {
          while (left-- > 0) {
            const { status } = await send(`${baseUrl}/poi/v1/shops?postalCode=35000`, options)
            if (status !== 200) throw new Error(`the emulator answered ${status}`)
          }
        }
        await Promise.all(Array.from({ length: connections }, work))
      })
  })
