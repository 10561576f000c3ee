// Reads every payload of a folder of captures by its VMDESCRIPTION: `FOLDER/**/NAME.dev.gz` beside `NAME.vmdesc.json.gz`.
// Each must decode and encode to its own bytes, and the fields that are no structs must cover it, one after the other, in the
// widths that the description gives.
//
//     node --conditions=@bytewright/source --import tsx scripts/check-layouts.ts FOLDER
//
// Sections that a description does not lead through (`s390_css` of QEMU 7.2), or that differ in length from the stream that
// it was written for, are named.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { checkLayout } from '../test/vmdescription/check-layout.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say which folder: check-layouts.ts FOLDER');
  process.exit(2);
}
let wrong = 0;
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!file.endsWith('.vmdesc.json.gz')) continue;
  const read = (name: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(join(folder, name))));
  const started = Date.now();
  const { sections, leaves, other, faults } = checkLayout(
    read(file.replace('.vmdesc.json.gz', '.dev.gz')),
    read(file),
  );
  wrong += faults.length;
  const left = other.length === 0 ? '' : `; by other means: ${other.join(', ')}`;
  console.log(`${file}: ${sections} sections, ${leaves} leaves${left} (${Date.now() - started} ms)`);
  for (const fault of faults) console.log(`  ${fault}`);
}
process.exitCode = wrong === 0 ? 0 : 1;
