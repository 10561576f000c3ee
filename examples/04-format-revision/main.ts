import { expected, saved } from './files.js';
import { hasQemu, loadInQemu } from './load-in-qemu.js';
import { repair } from './repair.js';

console.log(`saved by the machine of 3.1: ${saved.length} bytes; that of 4.0 expects ${expected.length}`);

const { findings, bytes, done } = await repair(saved, expected);
for (const { section, offset, expected: there, found, because, remedy, qemuSays } of findings) {
  console.log(`\n${section?.idstr ?? 'the file'}, at byte ${offset}`);
  console.log(`  expected  ${there}\n  found     ${found}\n  because   ${because}`);
  console.log(`  do        ${remedy ?? 'nothing helps'}\n  QEMU says ${qemuSays ?? 'nothing that is known'}`);
}
for (const step of done) console.log(`\nfixed: ${step}`);

if (hasQemu()) {
  console.log(`\nQEMU, given the file as it was: ${await loadInQemu('pc-i440fx-4.0', saved)}`);
  console.log(`QEMU, given the fixed one: ${(await loadInQemu('pc-i440fx-4.0', bytes)) || 'takes it'}`);
} else console.log('\nno qemu-system-x86_64 here to load it');
