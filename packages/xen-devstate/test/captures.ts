import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isDeep } from '../../../test/budget.js';

/** A capture of the fixtures, inflated, with what is known of it from elsewhere. */
export interface Capture {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly footers: boolean;
  readonly sections: number;
}

/**
 * Those that stand for all every day: each way to end a section, QEMU 7.2, 10.0, 11.1 and a genuine Xen guest's, another
 * architecture, a machine with hardly any device and one with many; none with the memory of a video card, which takes most of
 * the time and adds bytes of one list.
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

/** Whether a capture was written by a genuine Xen guest's QEMU. */
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
 * For what takes long and repeats on every file what it shows on one: a choice every day, all captures in a deep run. What is
 * the point of a capture, that it comes back byte for byte, is asked of all of them every day.
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
