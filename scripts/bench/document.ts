/** Synthetic documents for the generator's benches, in a folder of their own. */
import * as Fs from "node:fs"
import * as Path from "node:path"
import { type Size, synthetic } from "../../packages/codegen/test/support/synthetic.js"
import { cacheFolder } from "../lib/workspace.js"

export const benchFolder = Path.join(cacheFolder, "bench")

/** Operations that each have schemas of their own, as most documents have: ten properties in, ten out. */
const apart = (operations: number) => {
  const schema = (n: number, kind: string) => ({
    type: "object",
    required: ["id"],
    properties: Object.fromEntries([["id", { type: "string" }], ...Array.from({ length: 9 }, (_, i) => [`${kind}${i}`, [{ type: "string" }, { type: "integer" }, { type: "string", format: "date-time" }][(n + i) % 3]])])
  })
  const content = (name: string) => ({ "application/json": { schema: { $ref: `#/components/schemas/${name}` } } })
  return {
    openapi: "3.1.0",
    info: { title: "Apart", version: "1" },
    servers: [{ url: "https://api.example.com/v1" }],
    paths: Object.fromEntries(Array.from({ length: operations }, (_, n) => [`/things${n}/{id}`, {
      post: {
        operationId: `operation${n}`,
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }, { name: "page", in: "query", schema: { type: "integer", minimum: 1 } }],
        requestBody: { required: true, content: content(`Request${n}`) },
        responses: { "200": { description: "ok", content: content(`Answer${n}`) }, "404": { description: "none", content: content("Problem") } },
        security: [{ oauth: [] }]
      }
    }])),
    components: {
      securitySchemes: { oauth: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://api.example.com/token", scopes: {} } } } },
      schemas: {
        Problem: schema(0, "p"),
        ...Object.fromEntries(Array.from({ length: operations }, (_, n) => [[`Request${n}`, schema(n, "r")], [`Answer${n}`, schema(n + 1, "a")]]).flat())
      }
    }
  }
}

/** A document's file, in the folder of the benches. */
const write = (name: string, document: unknown): string => {
  Fs.mkdirSync(benchFolder, { recursive: true })
  const file = Path.join(benchFolder, `${name}.json`)
  Fs.writeFileSync(file, JSON.stringify(document))
  return file
}

/** The document's file. */
export const writeApart = (name: string, operations: number): string => write(name, apart(operations))

/** The document's file. */
export const writeDocument = (name: string, size: Size, version: "3.0.3" | "3.1.0"): string => write(name, synthetic(size, version))

/** What gives a request another form than an answer, which openapi-gen does not tell apart. */
const partsForms = new Set(["readOnly", "writeOnly", "default"])

const written = new Set(["application/json", "multipart/form-data"])

/** What openapi-gen writes nothing for: bodies and answers of other media types, and headers of answers. */
const leavesOut = (key: string, name: string): boolean => key === "content" ? !written.has(name) : key === "headers"

const shared = (value: unknown, key = ""): unknown => {
  if (Array.isArray(value)) return value.map((item) => shared(item))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, part]) =>
    leavesOut(key, name) || (partsForms.has(name) && typeof part !== "object") ? [] : [[name, shared(part, key === "properties" ? "" : name)]]))
}

/** A document's file without what only our generator writes: what is left is compared like with like. */
export const writeShared = (document: string): string =>
  write(`${Path.parse(document).name}-shared`, shared(JSON.parse(Fs.readFileSync(document, "utf8"))))

/** Bytes of TypeScript without its comments. */
export const bytesWithoutComments = (text: string): number => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replace(/^\s*\n/gm, "").length
