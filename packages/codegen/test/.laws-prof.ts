import { lawsOf } from '/work/wt/tests-core/packages/schema-dsl/src/testing/index.ts';
import { isNode } from '/work/wt/tests-core/packages/schema-dsl/src/index.ts';
import { irOf } from '/work/wt/tests-core/packages/schema-dsl/src/ir/index.ts';
const G='/work/wt/tests-core/packages/codegen/test/golden/';
for (const name of process.argv.slice(2)) {
  const m:any = await import(G+'generated/'+name+'.ts'); const s:any=await import(G+'schemas/'+name+'.ts');
  for (const schema of Object.values(s) as any[]) { if(!isNode(schema)||(schema as any).definition.kind!=='struct')continue;
   const {root}=irOf(schema as any,{allowParameters:true}) as any; const n=root.name; if(!m['decode'+n])continue;
   for(const law of lawsOf(schema as any,{decode:m['decode'+n],encode:m['encode'+n],sizeOf:m['sizeOf'+n]} as any,{runs:40,seed:20260101})){const t=process.cpuUsage();law.check();const d=process.cpuUsage(t);if(d.user>400000)console.log(name,n,law.number,(d.user/1e3).toFixed(0))}
  }}
