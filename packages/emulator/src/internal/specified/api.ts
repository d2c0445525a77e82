/** An API that the emulator serves from its document, and what a request meets there. */
import type { Api } from "../../Options.js"
import type { PlainResponse } from "../../Message.js"
import type { Exchange } from "../exchange.js"
import { json } from "../respond.js"
import type { AccessToken, Surface } from "../state.js"
import { type JsonObject, objectAt, textAt } from "./document.js"
import { type Operation, readOperations } from "./operation.js"
import type { Refuse } from "./refuse.js"
import { makeValidator, type Validator } from "./validate.js"

/** A valid and authorised request. */
export interface Call {
  readonly exchange: Exchange
  /** Path variables, query and header parameters by name. */
  readonly parameters: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** None where the operation is open. */
  readonly token: AccessToken | undefined
}

/** What an operation does. Where an API has no state, its document's example answers. */
export type Handler = (call: Call) => PlainResponse

export interface Definition {
  readonly api: Api
  readonly document: JsonObject
  /** The surface whose tokens open it. */
  readonly surface: Surface
  /** The same by the value of the URL's variable `surface`, where there is one. */
  readonly surfaces?: Readonly<Record<string, ReadonlyArray<Surface>>>
  readonly refuse: Refuse
  /** Whether it is CAMARA's: its envelope, its correlator, and no property in a body that it does not know. */
  readonly camara?: true
  /** By operationId. */
  readonly handlers: Readonly<Record<string, Handler>>
}

export interface Specified extends Definition {
  readonly operations: ReadonlyArray<Operation>
  readonly validator: () => Validator
  /** The media type that the document demands of every call (`x-effect-orange.contentType`). */
  readonly contentType: string | undefined
}

/** Schemas are compiled when they are first needed. */
export const specify = (definition: Definition): Specified => {
  let validator: Validator | undefined
  const operations = readOperations(definition.document)
  const unknown = Object.keys(definition.handlers).filter((id) => !operations.some((one) => one.id === id))
  if (unknown.length > 0) throw new Error(`${definition.api} has no operation ${unknown.join(", ")}`)
  const contentType = textAt(objectAt(definition.document, "x-effect-orange"), "contentType")
  return { ...definition, operations, contentType, validator: () => validator ??= makeValidator(definition.document, definition.camara === true) }
}

/** The example of the first success, as the document has it. */
export const exampleOf = (operation: Operation): PlainResponse => {
  const success = operation.answers.find(({ status }) => status >= 200 && status < 300)
  if (success === undefined) return json(200, {})
  if (success.content === undefined) return { status: success.status, headers: {}, body: "" }
  return { ...json(success.status, success.content.example ?? {}), headers: { "Content-Type": success.content.media } }
}
