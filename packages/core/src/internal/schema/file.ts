/** Files of forms. They never are JSON. */
import type * as AST from "effect/SchemaAST"
import { fileOf } from "../wire/files.js"
import { leaf } from "./leaf.js"

export const file: AST.AST = leaf({
  title: "a file",
  is: (value) => fileOf(value) !== undefined,
  arbitrary: (fc) => fc.uint8Array({ maxLength: 32 }),
  jsonSchema: { type: "string", format: "binary" }
})
