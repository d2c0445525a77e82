/** The names by which a declared schema goes elsewhere in the document: see `model/twins.ts`. */
import { collect } from "../../collections.js"
import type { Form } from "../../model/forms.js"
import type { Twins } from "../../model/twins.js"
import { inForm, type Names, type SchemaNames } from "../../name/names.js"
import { braces } from "../text.js"

const exportsOf = (declared: SchemaNames, twin: SchemaNames, form: Form): ReadonlyArray<string> => {
  const ours = inForm(declared, form)
  const theirs = inForm(twin, form)
  // A type without a constant is marked, for tools that see no more than the file.
  return [`${ours.type} as ${theirs.type}`, ...(ours.encoded === ours.type ? [] : [`type ${ours.encoded} as ${theirs.encoded}`])]
}

/** Given each schema's own names: what follows a schema's declaration in the forms that it has, if it has twins. */
export const furtherNames = (twins: Twins, names: Names): (pointer: string, forms: ReadonlyArray<Form>) => ReadonlyArray<string> => {
  const twinsOf = collect([...twins].map(([twin, declared]) => [declared, twin] as const))
  return (pointer, forms) => {
    const others = twinsOf.get(pointer)
    if (others === undefined) return []
    const exported = others.flatMap((twin) => forms.flatMap((form) => exportsOf(names.schema(pointer), names.schema(twin), form)))
    return [`// The same stands elsewhere in the document.\nexport ${braces(exported.sort())}\n`]
  }
}
