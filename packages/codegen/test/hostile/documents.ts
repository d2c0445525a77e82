/** Documents that mean harm, or that go wrong: each either generates harmless text, or is refused in words. */
import { names, texts } from "./texts.js"

export interface Hostile {
  readonly name: string
  /** The document's file. */
  readonly file?: string
  readonly content: string | Uint8Array | object
  /** Files beside it. */
  readonly beside?: Readonly<Record<string, string | object>>
  /** What the error says; without it the document generates. */
  readonly refused?: RegExp
  /** Part of what the report has to say. */
  readonly reported?: RegExp
}

const info = { title: "t", version: "1" }

const ok = { 200: { description: "ok" } }

const document = (more: object, openapi = "3.1.0"): object => ({ openapi, info, paths: {}, ...more })

/** An object with own keys of any name. */
const record = <A>(keys: ReadonlyArray<string>, value: (key: string, index: number) => A): Readonly<Record<string, A>> =>
  Object.fromEntries(keys.map((key, index) => [key, value(key, index)]))

const schemas = (all: object): object => document({ components: { schemas: all }, paths: { "/use": { post: uses(all) } } })

/** `encodeURIComponent` throws for half of a character. */
const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text))

/** An operation that sends and answers with every schema, so that each is emitted in each of its forms. */
const uses = (all: object): object => {
  const refs = Object.keys(all).map((name) => ({ $ref: `#/components/schemas/${encodeURIComponent(wellFormed(name)).replaceAll("~", "~0").replaceAll("%2F", "~1")}` }))
  const content = { "application/json": { schema: refs.length === 1 ? refs[0] : { type: "array", items: { anyOf: refs } } } }
  return { operationId: "use", requestBody: { content }, responses: { 200: { description: "ok", content } } }
}

const answering = (schema: unknown, openapi?: string): object =>
  document({ paths: { "/a": { get: { operationId: "a", responses: { 200: { description: "ok", content: { "application/json": { schema } } } } } } } }, openapi)

/** One text in every place that a document has for one. */
const everywhere = (text: string): object => {
  const words = { title: text, summary: text, description: text, externalDocs: { url: text, description: text } }
  const object = {
    ...words,
    type: "object",
    required: [text],
    properties: {
      [text]: { type: "string", ...words, default: text, example: text, examples: [text], enum: [text, "other"] },
      constant: { const: text },
      constants: { const: { [text]: [text] } },
      pattern: { type: "string", pattern: text },
      open: { "type": "string", "enum": [text], "x-extensible-enum": true },
      many: { enum: [text, { [text]: text }, [text], 1, null, ...Array.from({ length: 6 }, (_, n) => `${text}${n}`)] },
      format: { type: "string", format: text },
      read: { type: "string", readOnly: true, default: text },
      map: { type: "object", additionalProperties: { type: "string", description: text } },
      patterns: { type: "object", patternProperties: { [text]: { type: "integer" } }, propertyNames: { pattern: text }, dependentRequired: { [text]: [text] } }
    }
  }
  const tagged = { oneOf: [{ $ref: "#/components/schemas/One" }, { $ref: "#/components/schemas/Two" }], discriminator: { propertyName: text, mapping: { [text]: "#/components/schemas/One", other: "#/components/schemas/Two" } } }
  const media = text.replace(/[^\x20-\x7e]/g, "")
  const parameter = (where: string) => ({ name: text, in: where, required: where === "path", ...words, schema: { type: "string", description: text, default: text }, example: text })
  const content = { "application/json": { schema: object, examples: { [text]: { summary: text, value: text } } }, [`x/${media}`]: { schema: { type: "string" } } }
  const operation = {
    ...words,
    operationId: text,
    tags: [text],
    deprecated: true,
    servers: [{ url: `https://api.test/${text}`, description: text }],
    parameters: ["path", "query", "header", "cookie"].map(parameter),
    requestBody: { description: text, content },
    responses: {
      200: { description: text, headers: { [text]: { description: text, schema: { type: "string", default: text } } }, content },
      400: { description: text, content: { "application/json": { schema: tagged } } },
      default: { $ref: `#/components/responses/${escaped(text)}` }
    },
    callbacks: { [text]: { [text]: { post: { operationId: `${text}Callback`, ...words, requestBody: { content }, responses: ok } } } },
    security: [{ [text]: [text] }, { key: [] }],
    "x-effect-orange": { idempotencyKey: text, paging: { kind: "cursor", parameter: text, items: text, next: text } }
  }
  return {
    openapi: "3.1.0",
    info: { ...words, version: text, termsOfService: text, contact: { name: text }, license: { name: text } },
    servers: [{ url: `https://{${text}}.test/${text}`, description: text, variables: { [text]: { default: text, enum: [text], description: text } } }],
    tags: [{ name: text, description: text }],
    paths: { [`/a/{${text}}/${text}`]: { ...words, get: operation, post: { ...operation, operationId: undefined } } },
    webhooks: { [text]: { post: { ...words, requestBody: { content }, responses: ok } } },
    components: {
      schemas: {
        [text]: object,
        Tagged: tagged,
        One: { type: "object", properties: { [text]: { type: "string" }, one: { type: "string" } }, required: [text] },
        Two: { type: "object", properties: { [text]: { type: "string" }, two: { type: "string" } }, required: [text] }
      },
      responses: { [text]: { description: text, content: { "application/problem+json": { schema: { $ref: `#/components/schemas/${escaped(text)}` } } } } },
      parameters: { [text]: parameter("query") },
      securitySchemes: {
        [text]: { type: "oauth2", description: text, flows: { clientCredentials: { tokenUrl: text, scopes: { [text]: text } } } },
        key: { type: "apiKey", in: "header", name: text, description: text },
        [`${text}2`]: { type: "http", scheme: text, description: text }
      }
    }
  }
}

/** A key as a step of a pointer in a reference. */
const escaped = (text: string): string => text.replaceAll("%", "%25").replaceAll("~", "~0").replaceAll("/", "~1")

const named: ReadonlyArray<Hostile> = [
  { name: "names of properties", content: schemas({ A: { type: "object", properties: record(names, () => ({ type: "string" })), required: names.filter((_, n) => n % 2 === 0) } }) },
  { name: "names of properties with defaults and both forms", content: schemas({ A: { type: "object", properties: record(names, (_, n) => ({ type: "string", readOnly: n % 3 === 0, writeOnly: n % 3 === 1, ...(n % 3 === 2 ? { default: "x" } : {}) })) } }) },
  { name: "names of schemas", content: schemas(record(names, () => ({ type: "object", properties: { at: { type: "string", format: "date-time" }, fill: { type: "string", default: "x" } } }))) },
  { name: "names of parameters", content: document({ paths: { "/a": { get: { operationId: "a", parameters: names.flatMap((name) => ["query", "header", "cookie"].map((where) => ({ name, in: where, schema: { type: "string" } }))), responses: ok } } } }) },
  { name: "names of path variables", content: document({ paths: record(names.map((name) => `/{${name}}/${name}`), (path) => ({ get: { parameters: [{ name: path.slice(2, path.indexOf("}")), in: "path", required: true, schema: { type: "string" } }], responses: ok } })) }) },
  { name: "names of operations", content: document({ paths: record(names.map((_, n) => `/p${n}`), (_, n) => ({ get: { operationId: names[n], responses: ok } })) }) },
  { name: "names of operations that stream", content: document({ paths: record(names.map((_, n) => `/p${n}`), (_, n) => ({ get: { operationId: names[n], responses: { 200: { description: "ok", content: { "text/event-stream": { schema: { type: "string" } }, "application/json": { schema: { type: "string" } } } } } } })) }) },
  { name: "names of security schemes", content: document({ paths: record(names.map((_, n) => `/p${n}`), (_, n) => ({ get: { security: [{ [names[n]!]: [] }], responses: ok } })), components: { securitySchemes: record(names, () => ({ type: "http", scheme: "bearer" })) } }) },
  { name: "names of headers and callbacks", content: document({ webhooks: record(names, () => ({ post: { requestBody: { content: { "application/json": { schema: { type: "string" } } } }, responses: ok } })), paths: { "/a": { get: { responses: { 200: { description: "ok", headers: record(names, () => ({ schema: { type: "integer" } })) } } } } } }) },
  { name: "names of tags in a discriminator", content: schemas({ Base: { type: "object", properties: { kind: { type: "string" } }, required: ["kind"], discriminator: { propertyName: "kind", mapping: record(names, (_, n) => `#/components/schemas/C${n}`) } }, ...record(names.map((_, n) => `C${n}`), () => ({ allOf: [{ $ref: "#/components/schemas/Base" }, { type: "object", properties: { x: { type: "string" } } }] })) }) },
  { name: "names of values", content: schemas({ A: { type: "object", properties: { a: { enum: names }, b: { const: record(names, (one) => one) }, c: { type: "object", default: record(names, (one) => one) } } } }) },
  { name: "names of dependencies", content: schemas({ A: { type: "object", dependentRequired: record(names, (one) => [one]), dependentSchemas: record(names, (one) => ({ required: [one] })), properties: { a: { type: "string" } } } }) },
  { name: "operationIds that are the same", content: document({ paths: record(["/a", "/b", "/c/{x}"], () => ({ get: { operationId: "same", responses: ok }, post: { operationId: "same", responses: ok } })) }) },
  { name: "a path twice but for its variable's name", content: document({ paths: { "/a/{x}": { get: { responses: ok } }, "/a/{y}": { get: { responses: ok } } } }) }
]

const deep = (n: number): string => `{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},"components":{"schemas":{"A":${"{\"items\":".repeat(n)}{}${"}".repeat(n)}}}}`

/** A schema of levels inside each other, in one of several ways, with an operation that answers with it. */
const nested = (levels: number, wrap: (inner: object) => object): object => {
  let schema: object = { type: "string" }
  for (let n = 0; n < levels; n++) schema = wrap(schema)
  return answering(schema)
}

/** Schemas that each lead to the next. */
const chain = (length: number, of: (next: { readonly $ref: string }) => object): object => ({
  ...answering({ $ref: "#/components/schemas/A0" }),
  components: { schemas: Object.fromEntries(Array.from({ length: length + 1 }, (_, n) => [`A${n}`, n === length ? { type: "string" } : of({ $ref: `#/components/schemas/A${n + 1}` })])) }
})

const bomb = (levels: number): string =>
  `openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\nx-0: &x0 [a, a, a, a, a, a, a, a, a, a]\n${Array.from({ length: levels }, (_, n) => `x-${n + 1}: &x${n + 1} [${Array(10).fill(`*x${n}`).join(", ")}]`).join("\n")}\n`

const mergeBomb = `openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\nx-0: &x {${Array.from({ length: 2_000 }, (_, n) => `k${n}: 1`).join(", ")}}\n${Array.from({ length: 2_000 }, (_, n) => `x-${n + 1}: {<<: *x}`).join("\n")}\n`

const structure: ReadonlyArray<Hostile> = [
  { name: "YAML aliases that explode", file: "a.yaml", content: bomb(9), refused: /aliases stand for too many values/ },
  { name: "YAML merges that explode", file: "a.yaml", content: mergeBomb, refused: /aliases stand for too many values/ },
  { name: "a YAML alias of itself", file: "a.yaml", content: "openapi: 3.0.3\ninfo: &i {title: t, version: '1', x-i: *i}\npaths: {}", refused: /stands inside what it stands for/ },
  { name: "YAML tags", file: "a.yaml", content: "openapi: 3.0.3\ninfo: {title: !!js/function 'globalThis.PWNED = 1', version: !!python/object/apply:os.system ['x']}\npaths: {}", reported: /tag/ },
  { name: "10,000 levels of JSON", content: deep(10_000), refused: /nested too deeply/ },
  { name: "10,000 levels of YAML", file: "a.yaml", content: `a: ${"[".repeat(10_000)}`, refused: /a\.yaml:1:\d+/ },
  { name: "a million open brackets", content: "[".repeat(1_000_000), refused: /nested too deeply/ },
  { name: "a million open braces in YAML", file: "a.yaml", content: "{a: ".repeat(1_000_000), refused: /a\.yaml:1:\d+/ },
  { name: "items inside items", content: nested(480, (items) => ({ type: "array", items })) },
  { name: "objects inside objects", content: nested(240, (a) => ({ type: "object", properties: { a } })) },
  { name: "choices inside choices", content: nested(160, (inner) => ({ oneOf: [inner, { type: "integer" }] })) },
  { name: "merges inside merges", content: nested(160, (inner) => ({ allOf: [inner, { description: "x" }] })) },
  { name: "denials inside denials", content: nested(400, (not) => ({ not })) },
  { name: "maps inside maps", content: nested(480, (additionalProperties) => ({ type: "object", additionalProperties })) },
  { name: "10,000 schemas in a chain", content: chain(10_000, (next) => ({ type: "object", properties: { next } })) },
  { name: "10,000 lists in a chain", content: chain(10_000, (items) => ({ type: "array", items })) },
  { name: "2,000 merges in a chain", content: chain(2_000, (next) => ({ allOf: [next, { type: "object", properties: { a: { type: "string" } } }] })), refused: /nested too deeply/ },
  { name: "3,000 references in a chain", content: chain(3_000, (next) => next) },
  { name: "3,000 references in a chain of another file", content: answering({ $ref: "beside.json#/components/schemas/A0" }), beside: { "beside.json": chain(3_000, (next) => next) } },
  { name: "a choice of 1,000", content: schemas(Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`A${n}`, { type: "object", properties: { [`a${n}`]: { type: "string" } } }]))) },
  { name: "a reference to itself", content: document({ components: { schemas: { A: { $ref: "#/components/schemas/A" } } } }), refused: /leads only back to itself/ },
  { name: "references in a circle", content: document({ components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } } } }), refused: /leads only back to itself/ },
  { name: "a reference to itself beside a rule", content: schemas({ A: { $ref: "#/components/schemas/A", minLength: 1 } }) },
  { name: "a reference to nothing", content: answering({ $ref: "#/components/schemas/Gone" }), refused: /leads to nothing/ },
  { name: "a reference to what is no schema", content: { ...answering({ $ref: "#/info/title" }) }, refused: /is a string/ },
  { name: "allOf of itself", content: schemas({ A: { allOf: [{ $ref: "#/components/schemas/A" }, { type: "object", properties: { a: { type: "string" } } }] } }) },
  { name: "allOf in a circle", content: schemas({ A: { allOf: [{ $ref: "#/components/schemas/B" }] }, B: { allOf: [{ $ref: "#/components/schemas/A" }], properties: { b: { type: "string" } } } }) },
  { name: "oneOf of itself", content: schemas({ A: { oneOf: [{ $ref: "#/components/schemas/A" }, { type: "string" }] } }) },
  { name: "a discriminator of itself", content: schemas({ A: { oneOf: [{ $ref: "#/components/schemas/A" }], discriminator: { propertyName: "k" } } }) },
  { name: "a choice that doubles", content: schemas(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`A${n}`, { allOf: [{ anyOf: [{ $ref: `#/components/schemas/A${(n + 1) % 40}` }, { required: [`a${n}`] }] }, { anyOf: [{ required: [`b${n}`] }, { required: [`c${n}`] }] }] }]))) },
  { name: "anyOf and oneOf and allOf at once", content: schemas({ A: { anyOf: Array.from({ length: 12 }, (_, n) => ({ properties: { [`a${n}`]: { type: "string" } } })), oneOf: Array.from({ length: 12 }, (_, n) => ({ required: [`a${n}`] })), allOf: [{ anyOf: Array.from({ length: 12 }, (_, n) => ({ required: [`b${n}`] })) }] } }) },
  { name: "a key twice in JSON", content: "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{},\"paths\":{\"/evil\":{}}}", refused: /there twice/ },
  { name: "a key twice in YAML", file: "a.yaml", content: "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\npaths: {}", refused: /there twice/ },
  { name: "a key twice by its escapes", content: "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{},\"\\u0070aths\":{}}", refused: /there twice/ },
  { name: "a file above the limit", content: new Uint8Array(33 * 1024 * 1024).fill(0x20), refused: /larger than 32 MB/ },
  { name: "a file of nothing but spaces", content: " ".repeat(1024), refused: /is empty/ },
  { name: "a file that is no UTF-8", content: Uint8Array.of(0x7b, 0xff, 0x7d), refused: /UTF-8/ },
  { name: "a large list of nothing", content: `{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},"x-list":[${"0,".repeat(5_000_000)}0]}` },
  { name: "a large text", content: answering({ type: "string", description: "*/".repeat(1_000_000), default: "`".repeat(1_000_000), enum: ["`".repeat(1_000_000)] }) },
  { name: "a long line of quotes", file: "a.yaml", content: `openapi: 3.0.3\ninfo: {title: "${"\\\"".repeat(1_000_000)}", version: '1'}\npaths: {}` }
]

const numbers = "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{\"operationId\":\"a\",\"responses\":{\"200\":{\"description\":\"ok\",\"content\":{\"application/json\":{\"schema\":NUMBERS}}}}}}}}"

const values: ReadonlyArray<Hostile> = [
  { name: "1e400", content: numbers.replace("NUMBERS", "{\"type\":\"number\",\"maximum\":1e400}"), refused: /too large a number/ },
  { name: "1e400 in YAML", file: "a.yaml", content: "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\nx-n: 1e400", refused: /no number of JSON/ },
  { name: "numbers at the edge", content: numbers.replace("NUMBERS", "{\"enum\":[9223372036854775807,-9223372036854775808,1e308,5e-324,-0,1e21,0.1e-6,123456789012345678901234567890],\"maximum\":9223372036854775807,\"minimum\":-1e308,\"multipleOf\":1e-300,\"default\":9223372036854775807}") },
  { name: "rules that are no rules", content: schemas({ A: { type: "string", minLength: -1, maxLength: 1e300, pattern: "" }, B: { type: "array", minItems: 1.5, maxItems: -2 }, C: { type: "number", multipleOf: 0 }, D: { type: "object", minProperties: 9e15, maxProperties: -1 }, E: { type: "integer", minimum: 5, maximum: 1 } }) },
  { name: "types that are no types", content: schemas({ A: { type: [] }, B: { type: "any" }, C: { type: ["string", "strange"] }, D: { type: "__proto__" }, E: { type: ["null"] }, F: { type: ["string", "string"] }, G: {}, H: true, I: false }) },
  { name: "enums that are no enums", content: schemas({ A: { enum: [] }, B: { type: "string", enum: [] }, C: { type: "string", enum: [1, 2] }, D: { enum: [null] }, E: { enum: ["a", "a", 1, "1", true, "true", null, "null"] }, F: { enum: [{}, [], { a: [] }] }, G: { const: null }, H: { const: [] } }) },
  { name: "choices of nothing", content: schemas({ A: { oneOf: [] }, B: { anyOf: [] }, C: { allOf: [] }, D: { prefixItems: [] }, E: { oneOf: [{}] }, F: { anyOf: [false] }, G: { allOf: [false, true] }, H: { not: {} }, I: { not: true }, J: { items: false } }) },
  { name: "nothing everywhere", content: document({ servers: null, security: null, tags: null, paths: { "/a": { get: { operationId: "a", parameters: null, requestBody: null, responses: { 200: { description: null, headers: null, content: { "application/json": { schema: null, examples: null, example: null } } } }, security: null, tags: null, callbacks: null, description: null } } }, components: { schemas: { A: null, B: { type: "object", properties: { a: null, b: { enum: null, type: null, default: null, example: null, format: null, pattern: null, description: null } }, required: null, additionalProperties: null, allOf: null, discriminator: null } }, parameters: null, responses: { R: null } } }) },
  { name: "nothing in a list", content: document({ components: { schemas: { A: { allOf: [null] } } } }), refused: /is nothing/ },
  { name: "objects where texts are meant", content: document({ info: { title: {}, version: [], description: 1 }, servers: [{ url: 1 }, { url: "https://{a}.test", variables: { a: { default: 1, enum: 2 } } }], paths: { "/a": { get: { operationId: {}, summary: [], description: 1, tags: [1], deprecated: "yes", parameters: [{ name: 1, in: [] }, { name: "a", in: "query", style: {}, explode: "x", schema: { type: 1, format: [], pattern: {}, enum: "x", default: {} } }], responses: { 200: { description: {} }, ok: { description: "x" }, 99: { description: "x" } }, security: [1, { none: [] }, { __proto__x: "y" }] } } }, components: { securitySchemes: { A: { type: 1 }, B: { type: "oauth2", flows: 1 }, C: { type: "http" }, D: {} } } }) },
  { name: "paths of every form", content: document({ paths: record(["/", "//", "/a//b", "/{a}{b}", "/{a}-{b}.{c}", "/{a", "/a}", "/{}", "/?x={y}", "/#f", "/a%2Fb", "/../../x", "/{+a}", "/{a*}", "/\\", "/a b", "/http://x.test"], () => ({ get: { responses: ok } })) }) },
  { name: "servers of every form", content: document({ servers: [{ url: "javascript:alert(1)" }, { url: "//x.test" }, { url: "" }, { url: "https://{a}.{b}/{c}", variables: { a: { default: "}" } } }, { url: "../../x" }], paths: { "/a": { get: { responses: ok } } } }) },
  { name: "media types of every form", content: document({ paths: { "/a": { post: { operationId: "a", requestBody: { content: record(["", "*/*", "json", "application/json; charset=utf-8", "application/*", "APPLICATION/JSON", "text/html\r\nx: y", "multipart/form-data", "application/x-www-form-urlencoded", "a/b\"c", "application/xml"], () => ({ schema: { type: "object", properties: { a: { type: "string" } } } })) }, responses: { 200: { description: "ok", content: record(["", "*/*", "json", "text/*", "application/json; charset=utf-8", "a/b\"c", "application/xml", "image/png"], () => ({ schema: { type: "string" } })) } } } } } }) },
  {
    name: "patterns that JavaScript cannot run",
    content: schemas({ A: { type: "object", properties: Object.fromEntries(["(?i)abc", "[", "a++b", "\\A\\z", "(?<n>a)\\k<n>", "(?P<n>a)", "\\p{L}+", "\\x{41}", "[[:alpha:]]", "^/*/$", "\n", "a{2,1}", "(?#x)", "\\Q*\\E", "(?>a)", "*", "(", "\\", "[z-a]", "\\u{110000}", "^(?:`${globalThis.PWNED}`)$", "/; globalThis.PWNED = 1; /"].map((pattern, n) => [`p${n}`, { type: "string", pattern }])) } }),
    reported: /JavaScript cannot run this pattern/
  },
  {
    name: "patterns that backtrack for ever",
    content: schemas({ A: { type: "object", properties: Object.fromEntries(["^(a+)+$", "(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*x", "^(\\w+\\s?)*$", "(x+x+)+y", `^(${"a?".repeat(30)})*b$`].map((pattern, n) => [`p${n}`, { type: "string", pattern }])), patternProperties: { "^(b+)+$": { type: "string" } } } }),
    reported: /backtrack for ever/
  }
]

const outside = (refs: ReadonlyArray<readonly [name: string, ref: string, refused: RegExp]>): ReadonlyArray<Hostile> =>
  refs.map(([name, $ref, refused]) => ({ name: `a reference to ${name}`, content: answering({ $ref }), refused }))

const swagger = (text: string): object => ({
  swagger: "2.0",
  info: { title: text, version: text, description: text },
  host: text,
  basePath: `/${text}`,
  schemes: ["https"],
  consumes: [text, "application/json"],
  produces: ["application/json"],
  paths: { [`/${text}/{${text}}`]: { post: { operationId: text, summary: text, parameters: [{ name: text, in: "path", required: true, type: "string", pattern: text, default: text }, { name: text, in: "query", type: "array", items: { type: "string", enum: [text] }, collectionFormat: text }, { name: "b", in: "body", schema: { $ref: `#/definitions/${escaped(text)}` } }], responses: { 200: { description: text, schema: { $ref: `#/definitions/${escaped(text)}` }, headers: { [text]: { type: "string", description: text } } } }, security: [{ [text]: [text] }] } } },
  definitions: { [text]: { type: "object", discriminator: text, properties: { [text]: { type: "string", description: text, default: text, enum: [text] } } } },
  securityDefinitions: { [text]: { type: "oauth2", flow: "application", tokenUrl: text, scopes: { [text]: text } } }
})

export const hostile = (server: string): ReadonlyArray<Hostile> => [
  ...Object.entries(texts).map(([name, text]) => ({ name: `text: ${name}`, content: everywhere(text) })),
  ...Object.entries(texts).map(([name, text]) => ({ name: `text in Swagger 2.0: ${name}`, content: swagger(text) })),
  ...named,
  ...structure,
  ...values,
  ...outside([
    ["the folder above", "../secret.json", /leads out of the document's folder/],
    ["the folder above, encoded", "%2e%2e%2fsecret.json", /leads out of the document's folder/],
    ["an absolute path", "/etc/passwd", /absolute path/],
    ["a file URL", "file:///etc/passwd", /not to a file beside/],
    ["the network", `${server}/a.json`, /leads to the network/],
    ["the network without a scheme", `${server.replace("http:", "")}/a.json`, /absolute path/],
    ["the network in capitals", `${server.replace("http", "HTTP")}/a.json#/x`, /leads to the network/],
    ["a link that leads out", "link.json", /is a link that leads out/]
  ]),
  { name: "addresses that are no references", content: { ...answering({ type: "string", example: { $ref: `${server}/a.json` }, externalDocs: { url: `${server}/b` }, $schema: `${server}/c` }), jsonSchemaDialect: `${server}/d`, components: { examples: { E: { externalValue: `${server}/e` } }, securitySchemes: { S: { type: "openIdConnect", openIdConnectUrl: `${server}/f` } } }, servers: [{ url: `${server}/g` }] } }
]
