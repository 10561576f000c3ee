import { readdirSync } from 'node:fs';
import { irOf } from '@bytewright/schema-dsl/ir';
const ROOT = new URL('../../src/catalogs/', import.meta.url).pathname;
let ok = 0; const holes = new Set<string>();
for (const c of readdirSync(ROOT)) for (const d of ['parts', 'devices']) for (const f of readdirSync(`${ROOT}${c}/${d}`)) {
  let m: any; try { m = await import(`${ROOT}${c}/${d}/${f}`); } catch (e) { console.log('IMPORT', c, f, String(e).slice(0, 160)); continue; }
  for (const [t, v] of Object.entries<any>(m)) try { const ir = irOf(v, { allowParameters: true }); ok++; for (const s of Object.values(ir.structs)) for (const p of s.parameters) if (p.name.startsWith('hole')) holes.add(p.name); } catch (e) { console.log('IR', c, f, t, String(e).slice(0, 200)); }
}
console.log(ok, 'ok'); console.log([...holes].sort().join('\n'));
