/** Notifications of CAMARA: CloudEvents at a sink, each handled once, in the order of their time. */
import * as Callback from "@effect-orange/callbacks/Callback"
import type { CallbackStore } from "@effect-orange/callbacks"
import type { ApiClient } from "@effect-orange/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Sink from "../Sink.js"

export interface Options<A, E, R> {
  readonly name: string
  readonly find: (key: string) => Effect.Effect<Option.Option<Sink.Sink>, E, R>
  readonly decode: (delivery: Callback.Delivery) => Effect.Effect<A, ApiClient.MalformedCallbackError>
  readonly event: (value: A) => Omit<CallbackStore.Event, "body">
  readonly handle: (value: A) => Effect.Effect<void, E, R>
}

export const callback = <A, E, R>({ find, ...options }: Options<A, E, R>): Callback.Callback<E, R> =>
  Callback.make({
    ...options,
    isUnsolicited: true,
    authenticate: (delivery): Effect.Effect<Callback.Verdict, E, R> =>
      Effect.flatMap(find(Callback.lastSegment(delivery.url)), Option.match({
        onNone: () => Effect.succeed<Callback.Verdict>("unknown"),
        onSome: (sink) => Effect.map(Sink.isFrom(sink, delivery), (isOurs) => isOurs ? "authentic" : "forged")
      }))
  })
