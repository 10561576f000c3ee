import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isDeep } from '../../../test/budget.js';

/** A capture from the fixtures, inflated, with independent knowledge about it. */
export interface Capture {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly footers: boolean;
  readonly sections: number;
}

/**
 * The captures for everyday runs: each way to end a section, QEMU 7.2, 10.0, 11.1 and that of a real Xen guest, another
 * architecture, a machine with hardly any devices and one with many; none with the memory of a video card, which takes most of
 * the time and only adds bytes to one list.
 */
const CHOSEN: ReadonlySet<string> = new Set([
  'qemu-7.2/none.dev.gz',
  'qemu-7.2/microvm.dev.gz',
  'qemu-7.2/isapc-b2.dev.gz',
  'qemu-7.2/q35-iommu-nics.dev.gz',
  'qemu-7.2/pc-i440fx-2.3-default.dev.gz',
  'qemu-7.2/s390x-ccw.dev.gz',
  'qemu-10.0/pc-scsi-hbas.dev.gz',
  'qemu-11.1/q35-nvme.dev.gz',
  'xen-4.17/minimal-neverrun.dev.gz',
  'xen-4.17/stdvga-traced.dev.gz',
]);

/** Whether a capture was written by a real Xen guest's QEMU. */
export const isXen = ({ file }: Capture): boolean => file.startsWith('xen-');

const folder = new URL('./fixtures/', import.meta.url);

interface ManifestEntry {
  readonly file: string;
  readonly footers: boolean;
  readonly sections: number;
}

const manifest = JSON.parse(
  readFileSync(new URL('manifest.json', folder), 'utf8'),
) as readonly ManifestEntry[];

/** All captures of the manifest. */
export const captures: readonly Capture[] = manifest.map(({ file, footers, sections }) => ({
  file,
  footers,
  sections,
  bytes: new Uint8Array(gunzipSync(readFileSync(new URL(file, folder)))),
}));

/**
 * For tests that take long and show the same on every file: a selection in everyday runs, all captures in a deep run. The round
 * trip, which is the purpose of a capture, is tested on all of them in every run.
 */
export const someCaptures: readonly Capture[] = isDeep
  ? captures
  : captures.filter(({ file }) => CHOSEN.has(file));

/** The capture with this name. */
export function capture(file: string): Capture {
  const found = captures.find((candidate) => candidate.file === file);
  if (found === undefined) throw new Error(`No capture ${file}`);
  return found;
}
