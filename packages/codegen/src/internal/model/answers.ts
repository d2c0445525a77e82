/** Answers of an operation, by status. */
import { child, get, getObject, isObject, sortedKeys } from "../json.js"
import { componentName, type Context, type Place, resolve } from "./context.js"
import { defined, wordsOf } from "./keywords.js"
import { readContent } from "./media.js"
import type { Answer, Header } from "./Model.js"
import type { Schemas } from "./schemas.js"

const readHeaders = (context: Context, schemas: Schemas, answer: Place, hint: string): ReadonlyArray<Header> => {
  const headers = getObject(answer.value, "headers") ?? {}
  const seen = new Set<string>()
  return sortedKeys(headers).flatMap((name): ReadonlyArray<Header> => {
    const value = headers[name]
    if (!isObject(value) || name.toLowerCase() === "content-type") return []
    if (seen.has(name.toLowerCase())) {
      context.report({ kind: "ignored", pointer: child(answer.pointer, "headers", name), reason: "the same header is declared twice: names of headers have no case" })
      return []
    }
    seen.add(name.toLowerCase())
    const place = resolve(context, { value, pointer: child(answer.pointer, "headers", name) })
    const content = getObject(place.value, "content")
    const media = content === undefined ? undefined : Object.keys(content)[0]
    return [defined({
      name: name.toLowerCase(),
      required: get(place.value, "required") === true,
      explode: get(place.value, "explode") === true ? true : undefined,
      node: schemas.node(media === undefined ? get(place.value, "schema") ?? {} : {}, child(place.pointer, "schema"), `${hint} ${name}`),
      words: wordsOf(place.value)
    }) as Header]
  })
}

const statusForm = /^(?:[1-5]\d\d|[1-5]XX|default)$/

export const readAnswers = (context: Context, schemas: Schemas, operation: Place, hint: string): ReadonlyArray<Answer> => {
  const responses = getObject(operation.value, "responses") ?? {}
  const answers = sortedKeys(responses).flatMap((key): ReadonlyArray<Answer> => {
    const value = responses[key]
    const status = key.replace(/^(\d)xx$/i, "$1XX")
    const pointer = child(operation.pointer, "responses", key)
    if (key.startsWith("x-")) return []
    if (!isObject(value) || !statusForm.test(status)) {
      context.report({ kind: "ignored", pointer, reason: "no status, range or default" })
      return []
    }
    if (status.startsWith("1") || status.startsWith("3")) {
      context.report({ kind: "ignored", pointer, reason: status.startsWith("3") ? "redirects are not followed with a token: such an answer is a TransportError" : "an interim answer is not seen by clients" })
      return []
    }
    const place = resolve(context, { value, pointer })
    const shared = componentName(place.pointer, "responses")
    const own = shared ?? `${hint} ${status}`
    if (get(place.value, "links") !== undefined) context.report({ kind: "ignored", pointer: child(pointer, "links"), reason: "links have no method of their own" })
    return [defined({
      status,
      content: readContent(context, schemas, place, own),
      headers: readHeaders(context, schemas, place, own),
      words: wordsOf(place.value),
      shared
    }) as Answer]
  })
  if (answers.length > 0) return answers
  context.report({ kind: "weakened", pointer: child(operation.pointer, "responses"), reason: "no answer is declared; any 2xx without a body is taken for success" })
  return [{ status: "2XX", content: [], headers: [], words: {} }]
}
