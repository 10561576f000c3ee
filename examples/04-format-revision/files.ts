import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const read = (name: string): Uint8Array =>
  new Uint8Array(gunzipSync(readFileSync(new URL(`./files/${name}.dev.gz`, import.meta.url))));

/** What a machine saved that was started as QEMU 3.1 starts it. */
export const saved: Uint8Array = read('saved-by-3.1');

/** What the same machine saves when it is started as 4.0 does: what is expected after the upgrade. */
export const expected: Uint8Array = read('expected-by-4.0');

/** How the machines were started, and are again: without footers, as under Xen. */
export const ARGUMENTS: readonly string[] = [
  ...['-m', '16', '-accel', 'tcg', '-global', 'apic-common.vapic=off'],
  ...['-nodefaults', '-display', 'none', '-device', 'virtio-balloon'],
  ...['-global', 'migration.send-section-footer=off', '-global', 'migration.store-global-state=off'],
];
