import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decode, encode } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { deviceStateOf } from '../../src/schema/device-state-of.js';

// check-captures.ts CATALOG[,CATALOG] FILE…: which sections of captures a catalog does not understand
const [names = '', ...files] = process.argv.slice(2);
const all: Record<string, any> = {};
const also: Record<string, any[]> = {};
for (const name of names.split(',')) {
  const { devices } = await import(new URL(`../../src/catalogs/${name}/devices.ts`, import.meta.url).href);
  for (const [key, value] of Object.entries<any>(devices)) all[key] ??= value;
}
// schemas that are none are named, and left out
const ok: Record<string, any> = {};
for (const [key, value] of Object.entries<any>(all)) {
  ok[key] = value.filter((schema: any) => {
    try {
      irOf(schema, { allowParameters: true });
      irOf(deviceStateOf({ [key]: [schema] }).DeviceState);
      return true;
    } catch (e) {
      console.log('BAD', key, String(e).slice(0, 300));
      return false;
    }
  });
  if (ok[key].length === 0) delete ok[key];
}
void also;
const { DeviceState } = deviceStateOf(ok);
const raws = new Map<string, string[]>();
let total = 0;
for (const file of files) {
  const bytes = new Uint8Array(gunzipSync(readFileSync(file)));
  const short = file.split('/').slice(-2).join('/').replace('.dev.gz', '');
  let t = Date.now();
  try {
    const value = decode(DeviceState, bytes);
    const took = Date.now() - t;
    const raw = value.sections.filter((section) => section.device === undefined);
    total += value.sections.length;
    for (const { idstr, payload, versionId } of raw) {
      const key = `${idstr.split('/').pop()} v${versionId} (${payload?.length})`;
      raws.set(key, [...(raws.get(key) ?? []), `${short}:${idstr}`]);
    }
    t = Date.now();
    const same = Buffer.compare(encode(DeviceState, value), bytes) === 0;
    console.log(short, value.sections.length, 'raw', raw.length, same ? 'same' : 'DIFFERS', took, Date.now() - t);
  } catch (e) {
    console.log(short, String(e).slice(0, 400));
  }
}
console.log(total, 'sections');
for (const [key, where] of [...raws].sort()) console.log(key, where.length, where.slice(0, 3).join(' '));
