import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { openDeviceState } from '@bytewright/xen-devstate';
import { setRtcYear } from './set-rtc-year.js';

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) {
  console.error('Usage: main.ts CAPTURE OUTPUT');
  process.exit(2);
}

const packed = readFileSync(input);
const before = new Uint8Array(packed[0] === 0x1f ? gunzipSync(packed) : packed);
for (const { sectionId, idstr, instanceId, versionId } of openDeviceState(before).value.sections) {
  console.log(`${String(sectionId).padStart(3)}  ${idstr} (instance ${instanceId}, version ${versionId})`);
}

const after = setRtcYear(before, 2042);
writeFileSync(output, after);

const written = new Uint8Array(readFileSync(output));
const changed = [...written.keys()].filter((at) => written[at] !== before[at]);
openDeviceState(written);
console.log(
  `wrote ${output}: ${written.length} bytes, of which ${changed.length} differs, at ${changed.join(', ')}`,
);
