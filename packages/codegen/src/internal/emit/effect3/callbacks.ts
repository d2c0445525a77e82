/** The module of what the API sends to us: callbacks and webhooks, each a descriptor that `ApiClient.receive` decodes. */
import { quote } from "../text.js"
import { describe } from "./schemas.js"
import { typeOf } from "./nodes.js"
import { mediaText } from "./descriptors.js"
import { importsOf, moduleText, type Printer } from "./printer.js"

export const emitCallbacks = (printer: Printer): string => {
  const declarations = printer.model.callbacks.map((one) => {
    const name = printer.names.callback(one.pointer)
    const types = one.content.map((media) => media.node === undefined ? "unknown" : typeOf(printer, media.node, { form: "output", encoded: false }))
    const type = [...new Set(types)].join(" | ")
    const content = one.content.map((media) => mediaText(printer, media, "output")).join(", ")
    return {
      name,
      text: `${describe(one.words, "")}export const ${name}: Operation.Callback<${type === "" ? "void" : type}> = { id: ${quote(name)}, content: [${content}] }\n`
    }
  }).sort((a, b) => a.name < b.name ? -1 : 1).map((one) => one.text)
  const body = declarations.join("\n")
  return moduleText(printer, ["Operation", ...importsOf(body), ...printer.used], body)
}
