/**
 * What a generator could not say in full: each construct with its place in the document and a reason. Nothing is dropped
 * in silence.
 *
 * @since 0.1.0
 */

/**
 * One construct that the output says less of than the document.
 *
 * - `weakened`: a rule is not enforced, or a type is wider than the document's.
 * - `ignored`: it has no effect on the client.
 *
 * @since 0.1.0
 * @category models
 * @example
 * ```ts
 * import type { Report } from "@effect-orange/codegen"
 *
 * const finding: Report.Finding = {
 *   kind: "weakened",
 *   pointer: "#/components/schemas/Name/pattern",
 *   reason: "JavaScript cannot run this pattern; values are not held to it"
 * }
 * ```
 */
export interface Finding {
  readonly kind: "weakened" | "ignored"
  /** Where: a JSON pointer (RFC 6901). */
  readonly pointer: string
  readonly reason: string
}

/**
 * A report as text, one line per finding.
 *
 * @since 0.1.0
 * @category printing
 * @example
 * ```ts
 * import { Report } from "@effect-orange/codegen"
 *
 * console.log(Report.print([{ kind: "ignored", pointer: "#/paths/~1a/get/responses/200/links", reason: "links have no method" }]))
 * ```
 */
export const print = (findings: ReadonlyArray<Finding>): string =>
  findings.map(({ kind, pointer, reason }) => `${kind.padEnd(8)} ${pointer}\n         ${reason}`).join("\n")
