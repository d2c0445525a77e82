/** A relay between a store and its server that loses answers, or is gone. */
import * as Effect from "effect/Effect"
import * as Net from "node:net"

export interface Proxy {
  /** The server's URL with the relay's port. */
  readonly url: string
  /** From now on requests reach the server, and its answers are lost. */
  readonly loseAnswers: Effect.Effect<void>
  /** Breaks the connections, as those whose answers were lost are out of step, and relays new ones faithfully. */
  readonly heal: Effect.Effect<void>
  /** Breaks the connections and refuses new ones. */
  readonly close: Effect.Effect<void>
  /** The same for a while: new connections are broken at once, until `accept`. */
  readonly refuse: Effect.Effect<void>
  readonly accept: Effect.Effect<void>
  /** Nothing passes either way, and nothing is lost: `thaw` lets it all go on. */
  readonly freeze: Effect.Effect<void>
  readonly thaw: Effect.Effect<void>
}

const listen = (server: Net.Server) =>
  Effect.async<number>((resume) => {
    server.listen(0, "127.0.0.1", () => resume(Effect.succeed((server.address() as Net.AddressInfo).port)))
  })

export const proxyTo = (target: string) =>
  Effect.gen(function*() {
    const { hostname, port } = new URL(target)
    const sockets = new Set<Net.Socket>()
    let losing = false
    let isRefusing = false
    let isFrozen = false
    const server = Net.createServer((client) => {
      if (isRefusing) return void client.destroy()
      const upstream = Net.connect(Number(port), hostname)
      for (const [socket, other] of [[client, upstream], [upstream, client]] as const) {
        sockets.add(socket)
        if (isFrozen) socket.pause()
        socket.on("error", () => other.destroy())
        socket.on("close", () => {
          sockets.delete(socket)
          other.destroy()
        })
      }
      client.on("data", (data) => upstream.write(data))
      upstream.on("data", (data) => {
        if (!losing) client.write(data)
      })
    })
    const breakAll = Effect.sync(() => {
      for (const socket of sockets) socket.destroy()
    })
    const close = Effect.zipRight(Effect.sync(() => server.close()), breakAll)
    const own = yield* listen(server)
    yield* Effect.addFinalizer(() => close)
    const url = new URL(target)
    url.port = String(own)
    const proxy: Proxy = {
      url: url.href,
      loseAnswers: Effect.sync(() => void (losing = true)),
      heal: Effect.zipRight(Effect.sync(() => void (losing = false)), breakAll),
      close,
      refuse: Effect.zipRight(Effect.sync(() => void (isRefusing = true)), breakAll),
      accept: Effect.sync(() => void (isRefusing = false)),
      freeze: Effect.sync(() => {
        isFrozen = true
        for (const socket of sockets) socket.pause()
      }),
      thaw: Effect.sync(() => {
        isFrozen = false
        for (const socket of sockets) socket.resume()
      })
    }
    return proxy
  })
