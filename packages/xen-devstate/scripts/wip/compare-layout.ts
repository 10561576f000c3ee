import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Explanation } from '@bytewright/schema-dsl';
import { explain } from '@bytewright/schema-dsl';

// compare-layout.ts CATALOG FILE…: leaves of VMDESCRIPTION that no part of an explanation lies on with the same width
const [name, ...files] = process.argv.slice(2);
const { DeviceState } = await import(
  new URL(`../../src/catalogs/${name}/device-state.ts`, import.meta.url).href
);

interface Leaf { path: string; offset: number; size: number; type: string }
function leavesOf(v: any, at: number, path: string, out: Leaf[]): number {
  for (const f of v.fields ?? []) {
    const times = f.array_len ?? 1;
    const p = `${path}.${f.name}`;
    for (let i = 0; i < times; i++) {
      const inner = f.struct ?? (f.vmsd_name !== undefined ? f : undefined);
      if (inner !== undefined && f.type !== 'qtailq' && f.type !== 'gtree') {
        const end = leavesOf(inner, at, p, out);
        if (end !== at + f.size) console.log('SIZE', p, end - at, f.size);
      } else if (f.size > 0) out.push({ path: p, offset: at, size: f.size, type: f.type });
      at += f.size;
    }
  }
  for (const s of v.subsections ?? []) {
    at += 1 + 1 + s.vmsd_name.length + 4;
    at = leavesOf(s, at, `${path}/${s.vmsd_name}`, out);
  }
  return at;
}

let checked = 0;
const bad = new Map<string, number>();
for (const file of files) {
  const bytes = new Uint8Array(gunzipSync(readFileSync(file)));
  const layout = JSON.parse(gunzipSync(readFileSync(file.replace('.dev.gz', '.vmdesc.json.gz'))).toString());
  const { root, error } = explain(DeviceState, bytes);
  if (error) console.log(file, String(error));
  const sections = root.parts.find((p) => p.segment === 'sections')?.parts ?? [];
  const devices = [...layout.devices];
  for (const section of sections) {
    const value = section.value as any;
    const i = devices.findIndex((d: any) => d.name === value.idstr && d.instance_id === value.instanceId);
    const device = devices.splice(i, 1)[0];
    if (i < 0 || value.device === undefined) { console.log('NO', file.split('/').pop(), value.idstr); continue; }
    if (value.idstr === 'globalstate') continue;
    const header = 1 + 4 + 1 + value.idstr.length + 8;
    const spans = new Set<string>();
    const lists: [number, number, number][] = [];
    const visit = (part: Explanation): void => {
      spans.add(`${part.offset}+${part.length}`);
      if (part.bitOffset === undefined && ArrayBuffer.isView(part.value)) {
        const view = part.value as unknown as { BYTES_PER_ELEMENT: number };
        lists.push([part.offset, part.offset + part.length, view.BYTES_PER_ELEMENT]);
      }
      part.parts.forEach(visit);
    };
    visit(section);
    const leaves: Leaf[] = [];
    leavesOf(device, section.offset + header, device.vmsd_name ?? device.name, leaves);
    for (const leaf of leaves) {
      checked++;
      const ok = spans.has(`${leaf.offset}+${leaf.size}`) ||
        lists.some(([from, to, size]) => from <= leaf.offset && leaf.offset + leaf.size <= to && leaf.size === size && (leaf.offset - from) % size === 0);
      if (!ok) { const key = `${leaf.path} ${leaf.type} ${leaf.size}`; bad.set(key, (bad.get(key) ?? 0) + 1); }
    }
  }
}
console.log(checked, 'leaves');
for (const [key, times] of bad) console.log(key, times);
