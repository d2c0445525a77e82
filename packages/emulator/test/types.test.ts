/** The environment is given to core's layers as it is: its shape must stay core's. */
import type * as Environment from "@effect-orange/core/Environment"
import type { Emulator } from "@effect-orange/emulator"
import { describe, expectTypeOf, it } from "vitest"

type Shape = {
  readonly name: string
  readonly baseUrl: string
  readonly issuer: string
  readonly tokenUrl: string
  readonly userTokenUrl: string
  readonly authorizeUrl: string
  readonly userinfoUrl: string
  readonly jwksUrl: string
  readonly discoveryUrl: string
  readonly backchannelUrl: string | undefined
  readonly trustedOrigins: ReadonlyArray<string>
  readonly pkce: boolean
  readonly idToken: "optional" | "required"
  readonly idTokenAlgorithms: ReadonlyArray<string>
}

describe("types", () => {
  it("the environment has core's shape", () => {
    expectTypeOf<Emulator.Service["environment"]>().toEqualTypeOf<Shape>()
    expectTypeOf<Emulator.Service["playground"]>().toEqualTypeOf<Shape>()
    expectTypeOf<Emulator.Service["environment"]>().toExtend<Environment.Environment>()
  })
})
