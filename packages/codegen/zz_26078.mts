import * as Effect from "effect/Effect"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { Generator } from "@effect-orange/codegen"
import * as Fs from "node:fs"
const [list,from,to,out,max]=process.argv.slice(2)
const docs=Fs.readFileSync(list,"utf8").split("\n").slice(+from,+to).filter(f=>f&&Fs.statSync(f).size<+(max??150000))
let n=0
for(const f of docs){
  const name=f.replace(/.*\/api\//,'').replace(/\W/g,'_')
  try{ await Effect.runPromise(Generator.write({document:f,name:"Api",package:true,packageName:"@acme/a",allSchemas:n%3===0},out+'/'+name).pipe(Effect.provide(NodeContext.layer),Effect.provide(FetchHttpClient.layer)));n++ }catch(e){console.log(f,String(e).slice(0,200))}
}
console.log(n)
