import { Ciba, ClientCredentials } from "@effect-orange/core"
import { Layer } from "effect"

// ORANGE_ENVIRONMENT=playground, ORANGE_CLIENT_ID, ORANGE_CLIENT_SECRET
export const Network = Ciba.layerTwoLegged.pipe(Layer.provide(ClientCredentials.layerConfig()))
