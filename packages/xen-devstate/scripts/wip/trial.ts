import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
const cats = ['qemu-7.2', 'qemu-7.2-xen', 'qemu-10.0', 'qemu-10.0-xen'];
const codecs = await Promise.all(cats.map(async (c) => [c, await import(`../../src/generated/${c}/device-state.js`)] as const));
const rawAll: Record<string, number> = {};
for (const f of process.argv.slice(2)) {
  const b = new Uint8Array(gunzipSync(readFileSync(f)));
  const res = codecs.map(([c, m]) => { try { const t = performance.now(); const v = m.decodeDeviceState(b); const t1 = performance.now(); const again = m.encodeDeviceState(v); const t2 = performance.now(); const raw = v.sections.filter((s: any) => s.device === undefined); return { c, n: v.sections.length, raw, same: Buffer.compare(again, b) === 0, d: t1 - t, e: t2 - t1 }; } catch (e) { return { c, err: String(e).slice(0, 200), raw: Array(999), n: 0 } as any; } });
  const best = res.reduce((a, b) => (b.raw.length < a.raw.length ? b : a));
  for (const s of best.raw) rawAll[s?.idstr?.split('/').at(-1)] = (rawAll[s?.idstr?.split('/').at(-1)] ?? 0) + 1;
  console.log(f.split('/').slice(-2).join('/'), best.c, best.n, best.err ?? '', best.same ? 'same' : 'DIFFERS', `${best.d?.toFixed(1)} ${best.e?.toFixed(1)} ms`, 'raw:', best.raw.map((s: any) => `${s?.idstr}(${s?.payload.length})`).join(' '), res.map((r) => r.raw.length).join('/'));
}
console.log(rawAll);
