import { Ciba, Credentials, Environment } from "@effect-orange/core"
import { Config, Effect, Layer } from "effect"

// ORANGE_CLIENT_ID, ORANGE_PRIVATE_KEY
export const Network = Layer.unwrapEffect(Effect.gen(function*() {
  const clientId = yield* Config.string("ORANGE_CLIENT_ID")
  const privateKey = yield* Config.redacted("ORANGE_PRIVATE_KEY")
  const credentials = yield* Credentials.privateKeyJwt({ clientId, privateKey })
  const production = yield* Environment.config
  // No page of Orange confirms these paths: take them from your subscription.
  const environment = Environment.make({
    ...production,
    userTokenUrl: `${production.baseUrl}/openidconnect/ciba/fr/v1/token`,
    backchannelUrl: `${production.baseUrl}/openidconnect/ciba/fr/v1/bc-authorize`,
    serverVariables: { surface: "ofr" }
  })
  return Ciba.layer({ environment, credentials })
}))
