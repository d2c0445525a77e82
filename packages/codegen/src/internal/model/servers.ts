/** Where a document is served, and an operation where it is not there. */
import { get, getArray, getObject, getString, isArray, isObject, type Json, sortedKeys, strings } from "../json.js"
import type { Context } from "./context.js"
import { defined } from "./keywords.js"
import type { Server } from "./Model.js"

export const readServers = (value: Json | undefined): ReadonlyArray<Server> =>
  (isArray(value) ? value : []).filter(isObject).flatMap((server): ReadonlyArray<Server> => {
    const url = getString(server, "url")
    if (url === undefined) return []
    const variables = getObject(server, "variables") ?? {}
    return [{
      url,
      variables: Object.fromEntries(sortedKeys(variables).map((name) => [
        name,
        defined({ default: getString(variables[name], "default") ?? "", enum: getArray(variables[name], "enum") === undefined ? undefined : strings(get(variables[name], "enum")) })
      ]))
    }]
  })

/** Those of an operation or its path, where they are not the document's over again. */
export const ownServers = (context: Context, value: Json | undefined): ReadonlyArray<Server> | undefined => {
  const servers = readServers(value)
  if (servers.length === 0) return undefined
  return JSON.stringify(servers) === JSON.stringify(readServers(get(context.document, "servers"))) ? undefined : servers
}
