import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A capture of the fixtures, inflated, with what is known of it from elsewhere. */
export interface Capture {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly footers: boolean;
  readonly sections: number;
}

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

/** The capture with this name. */
export function capture(file: string): Capture {
  const found = captures.find((candidate) => candidate.file === file);
  if (found === undefined) throw new Error(`No capture ${file}`);
  return found;
}
