import { NodeContext, NodeHttpClient } from "@effect/platform-node"
import * as Effect from "effect/Effect"
import * as fs from "node:fs"
import { load } from "/work/main/packages/codegen/src/internal/read/load.ts"
const root = process.env.ROOT
const t=(s: NodeJS.CpuUsage)=>{const d=process.cpuUsage(s);return ((d.user+d.system)/1000)|0}
for (const f of process.argv.slice(2)) {
  const c=process.cpuUsage()
  const r = await Effect.runPromise(load({document:f,allowRemote:false,root}).pipe(Effect.either,Effect.provide(NodeContext.layer),Effect.provide(NodeHttpClient.layer)))
  const cpu=t(c)
  if (r._tag==="Left") console.log("ERR", r.left.message)
  else { console.log(f, cpu,"ms", JSON.stringify(r.right.document).length, r.right.findings.length, process.memoryUsage().rss>>20); for (const x of r.right.findings.slice(0,8)) console.log("   ",x.kind,x.pointer,x.reason)
   if (process.env.OUT) fs.writeFileSync(process.env.OUT, JSON.stringify(r.right.document,null,1)) }
}
