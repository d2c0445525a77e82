/** The model of a whole document. */
import { get, getObject, getString } from "../json.js"
import { readWebhooks } from "./callbacks.js"
import type { Context, Place } from "./context.js"
import { readBudget, readExtension, readText } from "./extension.js"
import { defined, wordsOf } from "./keywords.js"
import type { Model } from "./Model.js"
import { readPaths } from "./operations.js"
import { makeSchemas, readComponents } from "./schemas.js"
import { readSecuritySchemes } from "./security.js"
import { readServers } from "./servers.js"

export const readModel = (context: Context): Model => {
  const schemas = makeSchemas(context)
  readComponents(context, schemas)
  const security = readSecuritySchemes(context)
  const { callbacks, operations } = readPaths(context, schemas, security)
  const webhooks = readWebhooks(context, schemas)
  const info = getObject(context.document, "info") ?? {}
  const root: Place = { value: context.document, pointer: "#" }
  const extension = readExtension(context, root, "document")
  return {
    title: getString(info, "title") ?? "",
    version: getString(info, "version") ?? "",
    words: wordsOf(info),
    servers: readServers(get(context.document, "servers")),
    security,
    ...defined({ contentType: readText(context, extension, root.pointer, "contentType"), budget: readBudget(context, extension, root.pointer) }),
    operations,
    callbacks: [...new Map([...callbacks, ...webhooks].map((one) => [one.pointer, one])).values()],
    schemas: schemas.finish()
  }
}
