/** What an API sends: callbacks of operations, and webhooks. */
import { getString, sortedKeys } from "../json.js"
import { methods } from "../methods.js"
import { componentName, type Context, member, type Place, resolve } from "./context.js"
import { readExtension } from "./extension.js"
import { wordsOf } from "./keywords.js"
import { readBody } from "./media.js"
import type { Callback } from "./Model.js"
import type { Schemas } from "./schemas.js"

const readReceived = (context: Context, schemas: Schemas, from: Place, hint: string): ReadonlyArray<Callback> => {
  const item = resolve(context, from)
  return methods.flatMap((method): ReadonlyArray<Callback> => {
    const operation = member(context, item, method)
    if (operation === undefined) return []
    readExtension(context, operation, "callback")
    const own = getString(operation.value, "operationId") ?? componentName(item.pointer, "pathItems") ?? hint
    const body = readBody(context, schemas, operation, own)
    return [{ pointer: operation.pointer, hint: own, content: body?.content ?? [], words: wordsOf(operation.value) }]
  })
}

export const readCallbacks = (context: Context, schemas: Schemas, operation: Place, hint: string): ReadonlyArray<Callback> => {
  const callbacks = member(context, operation, "callbacks")
  if (callbacks === undefined) return []
  return sortedKeys(callbacks.value).flatMap((name) => {
    const from = member(context, callbacks, name)
    if (from === undefined) return []
    const place = resolve(context, from)
    // One that several operations share has a name of its own.
    const own = componentName(place.pointer, "callbacks") ?? `${hint} ${name}`
    return sortedKeys(place.value).filter((key) => !key.startsWith("x-")).flatMap((expression) => {
      const item = member(context, place, expression)
      return item === undefined ? [] : readReceived(context, schemas, item, own)
    })
  })
}

export const readWebhooks = (context: Context, schemas: Schemas): ReadonlyArray<Callback> => {
  const webhooks = member(context, { value: context.document, pointer: "#" }, "webhooks")
  return sortedKeys(webhooks?.value ?? {}).flatMap((name) => {
    const item = member(context, webhooks!, name)
    return item === undefined ? [] : readReceived(context, schemas, item, name)
  })
}
