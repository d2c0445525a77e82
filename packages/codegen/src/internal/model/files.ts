/** Where a binary string is a file, and not a text: in bodies that are forms. */
import { refsOf } from "./forms.js"
import { reach } from "./graph.js"
import type { Media, Model, Node } from "./Model.js"

/** Schemas from whose values a form's files come, and no JSON. */
export const schemasWithFiles = (model: Model): ReadonlySet<string> => {
  const medias = (wanted: (media: Media) => boolean): ReadonlyArray<Node> =>
    [...model.operations.flatMap((one) => [...(one.body?.content ?? []), ...one.answers.flatMap((answer) => answer.content)]), ...model.callbacks.flatMap((one) => one.content)]
      .filter(wanted).flatMap((media) => media.node === undefined ? [] : [media.node])
  const held = (roots: ReadonlyArray<Node>): ReadonlySet<string> =>
    reach(roots.flatMap(refsOf), (pointer) => {
      const found = model.schemas.get(pointer)
      return found === undefined ? [] : refsOf(found.node)
    })
  const forms = held(medias(({ kind }) => kind === "multipart"))
  if (forms.size === 0) return forms
  const json = held(medias(({ kind }) => kind !== "multipart"))
  return new Set([...forms].filter((one) => !json.has(one)))
}
