/** Operations of a document, and what each is made of. */
import { child, get, getString, sortedKeys, strings } from "../json.js"
import { methods } from "../methods.js"
import { readAnswers } from "./answers.js"
import { readCallbacks } from "./callbacks.js"
import { type Context, member, type OperationPlace, type Place, resolve } from "./context.js"
import { readExtension, readFlag, readPaging, readText } from "./extension.js"
import { defined, wordsOf } from "./keywords.js"
import { readBody } from "./media.js"
import type { Body, Callback, Operation, SecurityScheme } from "./Model.js"
import { readParameters } from "./parameters.js"
import type { Schemas } from "./schemas.js"
import { readSecurity } from "./security.js"
import { ownServers } from "./servers.js"

const hintOf = (id: string | undefined, method: string, path: string): string => id ?? methodAndPath(method, path)

/** A name from method and path: `GET /users/{id}/posts` is "get users by id posts". */
export const methodAndPath = (method: string, path: string): string =>
  `${method.toLowerCase()} ${path.replace(/\{([^{}]*)\}/g, " by $1 ").replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`.trim()

/** What `fetch` refuses to send (Fetch standard, sections 2.2.1 and 5.4), and the clients of `node:http` and undici send. */
const reportRefused = (context: Context, { pointer }: Place, method: string, body: Body | undefined): void => {
  const over = "over it such a call is a TransportError, over the other HttpClients of Node it is sent"
  if (method === "trace") context.report({ kind: "weakened", pointer, reason: `fetch refuses TRACE: ${over}` })
  if (body === undefined || (method !== "get" && method !== "head")) return
  context.report({ kind: "weakened", pointer: child(pointer, "requestBody"), reason: `fetch refuses a body with ${method.toUpperCase()}: ${over}` })
}

const readOperation = (
  context: Context,
  schemas: Schemas,
  found: OperationPlace,
  security: Readonly<Record<string, SecurityScheme>>
): Operation => {
  const { item, method, path, place, pointer } = found
  const { value } = place
  const id = getString(value, "operationId")
  const hint = hintOf(id, method, path)
  const extension = readExtension(context, place, "operation")
  const body = readBody(context, schemas, place, hint)
  reportRefused(context, place, method, body)
  return defined({
    pointer,
    id,
    method: method.toUpperCase(),
    path,
    tags: strings(get(value, "tags")),
    parameters: readParameters(context, schemas, found, hint),
    body,
    answers: readAnswers(context, schemas, place, hint),
    security: readSecurity(context, value, pointer, security),
    servers: ownServers(context, get(value, "servers") ?? get(item.value, "servers")),
    idempotent: readFlag(context, extension, pointer, "idempotent"),
    idempotencyKey: readText(context, extension, pointer, "idempotencyKey"),
    paging: readPaging(context, extension, pointer),
    words: wordsOf(value)
  }) as Operation
}

interface Reading {
  readonly operations: ReadonlyArray<Operation>
  readonly callbacks: ReadonlyArray<Callback>
}

export const readPaths = (context: Context, schemas: Schemas, security: Readonly<Record<string, SecurityScheme>>): Reading => {
  const operations: Array<Operation> = []
  const callbacks: Array<Callback> = []
  const paths = member(context, { value: context.document, pointer: "#" }, "paths")
  for (const path of sortedKeys(paths?.value ?? {})) {
    const from = path.startsWith("/") ? member(context, paths!, path) : undefined
    if (from === undefined) continue
    const item = resolve(context, from)
    for (const method of methods) {
      const place = member(context, item, method)
      if (place === undefined) continue
      const operation = readOperation(context, schemas, { path, method, item, place, pointer: child(from.pointer, method) }, security)
      operations.push(operation)
      callbacks.push(...readCallbacks(context, schemas, place, hintOf(operation.id, method, path)))
    }
  }
  return { operations, callbacks }
}
