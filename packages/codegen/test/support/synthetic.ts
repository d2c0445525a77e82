/**
 * A document of any size that holds every construct we know: a stand-in for the large documents of others. The same
 * numbers give the same document.
 */
type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }

/** mulberry32: small, and the same everywhere. */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

export interface Size {
  readonly operations: number
  readonly schemas: number
}

export const synthetic = ({ operations, schemas }: Size, version: "3.0.3" | "3.1.0" = "3.1.0"): Json => {
  const next = random(operations * 7919 + schemas)
  const upTo = (n: number): number => Math.floor(next() * n)
  const is31 = version === "3.1.0"
  const nullable = (schema: Record<string, Json>): Json => is31 ? { ...schema, type: [schema["type"] as string, "null"] } : { ...schema, nullable: true }
  const ref = (n: number): Json => ({ $ref: `#/components/schemas/${nameOf(n)}` })
  const nameOf = (n: number): string => n % 50 === 17 ? `v1.Model-${n}` : n % 50 === 23 ? `model_${n}` : `Model${n}`

  const scalars: ReadonlyArray<() => Json> = [
    () => ({ type: "string" }),
    () => ({ type: "string", minLength: 1, maxLength: 64, pattern: "^[a-zA-Z0-9._/-]+$" }),
    () => ({ type: "string", format: "date-time", description: "An instant */ of \"time\" `${x}`" }),
    () => ({ type: "string", format: "uuid" }),
    () => ({ type: "string", format: "byte" }),
    () => ({ type: "string", format: "password", writeOnly: true }),
    () => ({ type: "string", enum: ["A", "B_C", "d-e", "with space", "\"quoted\""] }),
    () => ({ type: "integer", format: "int64", minimum: 0 }),
    () => ({ type: "integer", format: "int32", default: 10 }),
    () => ({ type: "number", exclusiveMaximum: is31 ? 100 : true, ...(is31 ? {} : { maximum: 100 }), multipleOf: 0.01 }),
    () => ({ type: "boolean", default: false, deprecated: true }),
    () => nullable({ type: "string" }),
    () => ({}),
    () => ({ type: "object", additionalProperties: { type: "integer" } }),
    () => ({ type: "object", additionalProperties: true }),
    () => ({ type: "array", items: { type: "string" }, uniqueItems: true, maxItems: 10 }),
    () => ({ type: "string", readOnly: true }),
    () => is31 ? { const: "fixed" } : { type: "string", enum: ["fixed"] }
  ]
  const property = (depth: number): Json => {
    const kind = upTo(10)
    if (kind < 6) return scalars[upTo(scalars.length)]!()
    if (kind === 6) return ref(upTo(schemas))
    if (kind === 7) return { type: "array", items: ref(upTo(schemas)) }
    if (kind === 8 && depth < 2) return object(depth + 1, 3)
    return upTo(2) === 0 ? { anyOf: [ref(upTo(schemas)), { type: "string" }, nullable({ type: "integer" })] } : { oneOf: [{ type: "array", items: ref(upTo(schemas)) }, { type: "string" }, nullable({ type: "integer" })] }
  }
  const object = (depth: number, count: number, prefix = "field"): Json => {
    const names = Array.from({ length: count }, (_, i) => i === 2 && upTo(20) === 0 ? `odd-${prefix}` : `${prefix}${i}`)
    return { type: "object", required: names.filter(() => next() < 0.5), properties: Object.fromEntries(names.map((name) => [name, property(depth)])) }
  }
  const schema = (n: number): Json => {
    switch (n % 25) {
      case 3:
        return { allOf: [ref((n + 1) % schemas), object(0, 4, `more${n}`)] }
      case 5:
        return { anyOf: [ref((n + 1) % schemas), ref((n + 2) % schemas), { type: "string" }] }
      case 7:
        return { type: "object", properties: { kind: { type: "string" }, id: { type: "string" } }, required: ["kind"], discriminator: { propertyName: "kind", mapping: { one: `#/components/schemas/${nameOf(n + 1)}`, two: `#/components/schemas/${nameOf(n + 2)}` } } }
      case 8:
      case 9:
        return { allOf: [ref(n - (n % 25) + 7), object(0, 3, `own${n}`)] }
      case 11:
        return { anyOf: [object(0, 3, `a${n}`), object(0, 5, `b${n}`)] }
      case 13:
        return { type: "string", enum: Array.from({ length: 8 }, (_, i) => `VALUE_${n}_${i}`) }
      case 15:
        return { type: "object", properties: { name: { type: "string" }, parent: ref(n), children: { type: "array", items: ref(n) } }, required: ["name"] }
      case 16:
        return is31 ? { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], minItems: 2 } : { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 }
      case 18:
        return { type: "object", properties: { a: { type: "string" }, b: { type: "string" } }, anyOf: [{ required: ["a"] }, { required: ["b"] }], minProperties: 1 }
      case 19:
        return is31 ? { type: "object", properties: { id: { type: "string" } }, patternProperties: { "^x-": { type: "string" } }, additionalProperties: false } : { type: "object", properties: { id: { type: "string" } }, additionalProperties: false }
      case 21:
        return nullable(object(0, 4) as Record<string, Json>)
      default:
        return object(0, 5 + upTo(6))
    }
  }
  const json = (n: number): Json => ({ "application/json": { schema: ref(n % schemas) } })
  const operation = (n: number): Json => {
    const bodies: ReadonlyArray<Json | undefined> = [
      undefined,
      { required: true, content: json(n) },
      { content: { "application/x-www-form-urlencoded": { schema: object(0, 3) } } },
      { required: true, content: { "multipart/form-data": { schema: { type: "object", properties: { file: { type: "string", format: "binary" }, note: { type: "string" } }, required: ["file"] }, encoding: { file: { contentType: "image/png" } } } } },
      { content: { "application/json": { schema: ref((n + 3) % schemas) }, "text/plain": { schema: { type: "string" } } } },
      { content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } }
    ]
    const answers: ReadonlyArray<Json> = [
      { "200": { description: "ok", content: json(n + 5), headers: { "X-Rate": { schema: { type: "integer" } } } } },
      { "201": { description: "made", content: json(n + 7) }, "204": { description: "nothing" } },
      { "200": { description: "text", content: { "text/plain": { schema: { type: "string" } } } } },
      { "200": { description: "bytes", content: { "application/octet-stream": {} } } },
      { "200": { description: "events", content: { "text/event-stream": { schema: ref(n % schemas) }, "application/json": { schema: ref(n % schemas) } } } },
      { "2XX": { description: "list", content: { "application/json": { schema: { type: "array", items: ref(n % schemas) } } } } },
      { "200": { description: "lines", content: { "application/x-ndjson": { schema: ref(n % schemas) } } } }
    ]
    const method = ["get", "post", "put", "patch", "delete"][n % 5]!
    const body = method === "get" || method === "delete" ? undefined : bodies[n % bodies.length]
    return {
      ...(n % 9 === 4 ? {} : { operationId: n % 31 === 3 ? `list_things-${n}` : `operation${n}` }),
      summary: `Operation ${n} */ \u2028 \`\${1}\``,
      parameters: [
        { name: "id", in: "path", required: true, schema: { type: "string" } },
        { name: "filter", in: "query", style: "deepObject", explode: true, schema: { type: "object", properties: { a: { type: "string" } } } },
        { name: "ids", in: "query", explode: false, schema: { type: "array", items: { type: "integer" } } },
        { name: "X-Trace", in: "header", schema: { type: "string" } },
        ...(n % 7 === 0 ? [{ name: "session", in: "cookie", schema: { type: "string" } }] : []),
        ...(n % 8 === 0 ? [{ name: "id", in: "query", schema: { type: "string" } }] : []),
        { $ref: "#/components/parameters/Page" }
      ],
      ...(body === undefined ? {} : { requestBody: body }),
      responses: {
        ...(answers[n % answers.length] as Record<string, Json>),
        "400": { $ref: "#/components/responses/Bad" },
        "404": { description: "none", content: { "application/problem+json": { schema: ref(0) } } },
        ...(n % 3 === 0 ? { "4XX": { description: "other", content: json(1) } } : {}),
        default: { $ref: "#/components/responses/Bad" }
      },
      security: n % 4 === 0 ? [] : [{ oauth: ["read"] }]
    }
  }
  const paths: Record<string, Json> = {}
  for (let n = 0; n < operations; n++) {
    const path = n % 11 === 5 ? `/things/${Math.floor(n / 5)}/{id}:run` : `/things/${Math.floor(n / 5)}/{id}`
    const method = ["get", "post", "put", "patch", "delete"][n % 5]!
    paths[path] = { ...(paths[path] as Record<string, Json> | undefined), [method]: operation(n) }
  }
  return {
    openapi: version,
    info: { title: "Synthetic */ API", version: "1.0.0" },
    servers: [{ url: "https://{region}.example.com/v1", variables: { region: { default: "eu", enum: ["eu", "us"] } } }],
    paths,
    ...(is31 ? { webhooks: { thingHappened: { post: { requestBody: { content: json(2) }, responses: { "200": { description: "ok" } } } } } } : {}),
    components: {
      securitySchemes: { oauth: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://example.com/token", scopes: { read: "read" } } } } },
      parameters: { Page: { name: "page", in: "query", schema: { type: "integer", minimum: 1, default: 1 } } },
      responses: { Bad: { description: "bad", content: { "application/json": { schema: { type: "object", properties: { code: { type: "string" } }, required: ["code"] } } } } },
      schemas: Object.fromEntries(Array.from({ length: schemas }, (_, n) => [nameOf(n), schema(n)]))
    }
  }
}
