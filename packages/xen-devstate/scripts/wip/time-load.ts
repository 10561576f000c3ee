import { irOf } from '@bytewright/schema-dsl/ir';
import { Session } from 'node:inspector/promises';
import { writeFileSync } from 'node:fs';
let t = Date.now();
const m = await import('../../src/catalogs/qemu-7.2-xen/device-state.js');
console.log('import+deviceStateOf', Date.now() - t); t = Date.now();
const s = new Session(); s.connect(); await s.post('Profiler.enable'); await s.post('Profiler.setSamplingInterval', { interval: 2000 } as any); await s.post('Profiler.start');
// stop after 40 s by making Map.get throw
const end = Date.now() + 40000; const old = Map.prototype.get; let n = 0;
Map.prototype.get = function (k) { if ((++n & 0xfff) === 0 && Date.now() > end) throw new Error('enough'); return old.call(this, k); };
try { irOf(m.DeviceState); } catch (e) { console.log(String(e).slice(0, 300)); }
Map.prototype.get = old;
console.log('irOf', Date.now() - t);
const { profile: p } = await s.post('Profiler.stop') as any;
const self = new Map<number, number>(); p.samples.forEach((x: number, i: number) => self.set(x, (self.get(x) ?? 0) + p.timeDeltas[i]));
const byId = new Map(p.nodes.map((x: any) => [x.id, x])); const total: Record<string, number> = {}; const own: Record<string, number> = {};
const parent = new Map<number, number>(); for (const x of p.nodes) for (const c of x.children ?? []) parent.set(c, x.id);
const key = (x: any) => x.callFrame.functionName + ' ' + x.callFrame.url.slice(-35) + ':' + x.callFrame.lineNumber;
for (const [id, v] of self) { own[key(byId.get(id))] = (own[key(byId.get(id))] ?? 0) + v; const seen = new Set(); for (let i: number | undefined = id; i !== undefined; i = parent.get(i)) { const k = key(byId.get(i)); if (!seen.has(k)) { seen.add(k); total[k] = (total[k] ?? 0) + v; } } }
for (const r of [own, total]) { console.log('---'); Object.entries(r).sort((a, b) => b[1] - a[1]).slice(0, 22).forEach(([k, v]) => console.log((v / 1e6).toFixed(2), k)); }
