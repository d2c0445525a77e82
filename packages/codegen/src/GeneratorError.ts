/**
 * Why nothing was generated. Each error is a value and says where in which file, what was found, and what to do.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"

/**
 * The document, or a file beside it, cannot be read as what it should be.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { GeneratorError } from "@effect-orange/codegen"
 *
 * const where = (error: GeneratorError.DocumentError): string => `${error.file}:${error.line ?? 1}:${error.column ?? 1}`
 * ```
 */
export class DocumentError extends Schema.TaggedError<DocumentError>("@effect-orange/codegen/DocumentError")("DocumentError", {
  /** The file as it was named. */
  file: Schema.String,
  /** What is wrong. */
  problem: Schema.String,
  /** What stands there by the standard, or what to do. */
  expected: Schema.optional(Schema.String),
  /** A JSON pointer (RFC 6901). */
  pointer: Schema.optional(Schema.String),
  /** Counted from 1. */
  line: Schema.optional(Schema.Number),
  /** Counted from 1. */
  column: Schema.optional(Schema.Number)
}) {
  override get message(): string {
    const place = this.line === undefined ? this.file : `${this.file}:${this.line}:${this.column ?? 1}`
    const pointer = this.pointer === undefined ? "" : ` at ${this.pointer}`
    return `${place}${pointer}: ${this.problem}.${this.expected === undefined ? "" : ` ${this.expected}.`}`
  }
}

/**
 * The output cannot be put in its place; what was there is unchanged.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { GeneratorError } from "@effect-orange/codegen"
 *
 * const show = (error: GeneratorError.OutputError): string => `${error.path}: ${error.problem}`
 * ```
 */
export class OutputError extends Schema.TaggedError<OutputError>("@effect-orange/codegen/OutputError")("OutputError", {
  /** The file or folder. */
  path: Schema.String,
  /** What is wrong, and what to do. */
  problem: Schema.String
}) {
  override get message(): string {
    return `${this.path}: ${this.problem}.`
  }
}

/**
 * All that can keep a client from being generated.
 *
 * @since 0.1.0
 * @category errors
 * @example
 * ```ts
 * import type { GeneratorError } from "@effect-orange/codegen"
 *
 * const text = (error: GeneratorError.GeneratorError): string => error.message
 * ```
 */
export type GeneratorError = DocumentError | OutputError
