import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { OpenedFile } from '@bytewright/xen-devstate';
import { openFile } from '@bytewright/xen-devstate';
import type { Diagnosis, FixedFile, Target } from '@bytewright/xen-devstate/doctor';
import { captureTarget, diagnose, fixFile } from '@bytewright/xen-devstate/doctor';

/** The old machine's file, its diagnosis for the new machine, and a file that the new machine accepts. */
export interface Revision {
  readonly old: OpenedFile;
  readonly target: Target;
  readonly diagnosis: Diagnosis;
  readonly fixed: FixedFile;
}

/** Diagnoses the old machine's file for the new machine, and fixes it. */
export async function revise(): Promise<Revision> {
  const old = await openFile(readCapture('files/old.dev.gz'));
  const target = captureTarget(await openFile(readCapture('files/new.dev.gz')), 'files/new.dev.gz');
  const diagnosis = await diagnose(old.bytes, { target });
  return { old, target, diagnosis, fixed: await fixFile(old, target) };
}

/** Reads a gzip'd file from `files`. */
export function readCapture(path: string): Uint8Array {
  return new Uint8Array(gunzipSync(readFileSync(new URL(path, import.meta.url))));
}
