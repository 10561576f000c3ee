import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { explain } from '@bytewright/schema-dsl';
import { CATALOGS, openDeviceState } from '../../src/index.js';
import { candidatesOf, payloadOf } from '../../src/schema/index.js';
const b = new Uint8Array(gunzipSync(readFileSync(process.argv[2]!)));
let t = performance.now();
const o = openDeviceState(b);
console.log(o.catalog, performance.now() - t); t = performance.now();
const { devices } = await CATALOGS[o.catalog].schemas();
console.log('schemas', performance.now() - t); t = performance.now();
for (const [i, r] of o.report.sections.entries()) {
  const c = candidatesOf(devices, r.idstr.split('/').at(-1)!).find((x) => x.device === r.device);
  if (!c) { console.log(r.idstr, 'verbatim'); continue; }
  const e = explain(payloadOf(c, r.versionId), b.subarray(r.payloadOffset, r.payloadOffset + r.payloadLength));
  console.log(r.idstr, r.device, e.error?.message ?? e.root.parts.length);
  if (r.device === 'fdc') console.log(e.root.parts[0]);
}
console.log('explain', performance.now() - t);
