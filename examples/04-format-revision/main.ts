import { writeFileSync } from 'node:fs';
import { firstFault } from '@bytewright/xen-devstate/doctor';
import { loadWithQemu } from './load-with-qemu.js';
import { NEW } from './machines.js';
import { revise } from './revision.js';

const [output] = process.argv.slice(2);
if (output === undefined) {
  console.error('Usage: main.ts OUTPUT');
  process.exit(2);
}

const { old, diagnosis, fixed } = await revise();
const fault = firstFault(diagnosis);
const { forecast } = diagnosis;
console.log(`the doctor expects QEMU to say: ${forecast?.says.join('; ')}`);
console.log(`because of ${fault?.section?.idstr} at byte ${fault?.offset}: ${fault?.why}`);
console.log(`there it has ${fault?.found}, where the new machine expects ${fault?.expected}`);
const refused = await loadWithQemu(NEW, old.bytes);
if (refused === undefined) console.log('QEMU is not installed (qemu-system-x86_64), so loading is skipped');
else console.log(refused.said);

writeFileSync(output, fixed.bytes);
console.log(
  `wrote ${output}, ${fixed.bytes.length - old.bytes.length} bytes longer: ${fixed.changes.join('; ')}`,
);
const taken = await loadWithQemu(NEW, fixed.bytes);
if (taken !== undefined) console.log(taken.loaded ? 'QEMU loads it' : `QEMU refuses it: ${taken.said}`);
