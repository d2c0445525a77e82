/** oidc-provider in a process of its own: it rotates refresh tokens, and ends a family of which one comes twice. */
import * as Effect from "effect/Effect"
import type { AdapterPayload } from "oidc-provider"
import { setTimeout as delay } from "node:timers/promises"
import * as Oidc from "../sockets/oidcProvider.js"
import type { Seen } from "./journal.js"
import { accessTokenLife } from "./settings.js"

const latency = Number(process.argv[2] ?? "50")

/** All that was issued, for as long as it is good: the provider's own memory forgets after a thousand records. */
class Records {
  private static readonly all = new Map<string, { readonly payload: AdapterPayload; readonly ends: number }>()
  constructor(private readonly model: string) {}

  private key(id: string): string {
    return `${this.model}:${id}`
  }
  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    Records.all.set(this.key(id), { payload, ends: Date.now() + expiresIn * 1_000 })
  }
  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = Records.all.get(this.key(id))
    return found === undefined || found.ends < Date.now() ? undefined : found.payload
  }
  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...Records.all.values()].find(({ payload }) => payload.uid === uid)?.payload
  }
  async findByUserCode(): Promise<undefined> {}
  async consume(id: string): Promise<void> {
    const found = Records.all.get(this.key(id))
    if (found !== undefined) found.payload.consumed = Math.floor(Date.now() / 1_000)
  }
  async destroy(id: string): Promise<void> {
    Records.all.delete(this.key(id))
  }
  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of Records.all) if (payload.grantId === grantId) Records.all.delete(key)
  }
}

const tell = (seen: Seen): void => void process.stdout.write(`${JSON.stringify(seen)}\n`)

const some = () => delay(Math.random() * latency)

await Effect.gen(function*() {
  const oidc = yield* Oidc.start({
    accessTokenLife,
    adapter: Records,
    onTokenRequest: async (request) => {
      const token = request.refreshTokenHash
      if (token !== undefined) tell({ t: "refresh", token, at: Date.now() })
      await some()
      return async () => {
        if (token !== undefined) tell({ t: "answered", token, status: request.status ?? 0, at: Date.now() })
        await some()
      }
    }
  })
  oidc.provider.on("grant.revoked", (_ctx, grant) => tell({ t: "revoked", grant, at: Date.now() }))
  process.stdout.write(`${JSON.stringify({ environment: oidc.environment, secret: Oidc.secret })}\n`)
  process.stdin.on("close", () => process.exit(0)).resume()
  yield* Effect.never
}).pipe(Effect.scoped, Effect.runPromise)
