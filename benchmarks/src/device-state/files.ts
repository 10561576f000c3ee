import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../workspace.js';
import type { Parameters } from './from-our-ir/file-ir.js';

/** A file that is measured. */
export interface MeasuredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the file does not say of its machine: binary-parser cannot search for it. */
  readonly searched: Parameters;
}

/** Device states of QEMU 7.2, each with the description of it that QEMU saved beside. */
export const FIXTURES = new URL('packages/xen-devstate/test/fixtures/qemu-7.2/', ROOT);

/** Device states of QEMU 7.2, as it wrote them: a machine type without footers, and the newest with a booted guest. */
export function measuredFiles(): readonly MeasuredFile[] {
  const searched = { pciConfigSize: 256, fifoSize: 16, bridgeHotplug: true };
  return [
    read('pc-i440fx-2.3-default', { ...searched, smbus: false, acpiIndex: false }),
    read('pc-default-b3', { ...searched, smbus: true, acpiIndex: true }),
  ];
}

function read(name: string, searched: Parameters): MeasuredFile {
  const bytes = gunzipSync(readFileSync(new URL(`${name}.dev.gz`, FIXTURES)));
  return { name, bytes: new Uint8Array(bytes), searched };
}
