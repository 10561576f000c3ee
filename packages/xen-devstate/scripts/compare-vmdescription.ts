// Holds device-state files against QEMU's own descriptions of the same machines.
//
// node --conditions=@bytewright/source --import tsx packages/xen-devstate/scripts/compare-vmdescription.ts FOLDER…
//
// A folder holds NAME.dev.gz files and, for each, NAME.vmdesc.json.gz: the JSON that a migration stream of that machine
// ends with.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openFile } from '../src/open/opened-file.js';
import type { DescribedDevice } from '../test/vmdescription.js';
import { compareWithDescription } from '../test/vmdescription.js';

let hasFailed = false;
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.dev.gz'))) {
    const description = join(folder, name.replace('.dev.gz', '.vmdesc.json.gz'));
    if (!existsSync(description)) continue;
    const { devices } = JSON.parse(gunzipSync(readFileSync(description)).toString()) as {
      devices: DescribedDevice[];
    };
    const file = await openFile(new Uint8Array(gunzipSync(readFileSync(join(folder, name)))));
    const { leaves, misplaced, renamed, resized } = compareWithDescription(file, devices);
    const verbatim = file.sections.filter(({ schema }) => schema === undefined).length;
    console.log(
      `${join(folder, name)}: ${leaves} leaves, ${misplaced.length} elsewhere, ${renamed.length} under other names, ${resized.length} sections of other sizes, ${verbatim} of ${file.sections.length} sections not compared`,
    );
    for (const one of [...resized, ...misplaced, ...renamed]) console.log(`  ${one}`);
    hasFailed ||= misplaced.length > 0 || resized.length > 0;
  }
}
process.exitCode = hasFailed ? 1 : 0;
