import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Seed } from '../seed.js';
import { jsonSeed } from './json-seed.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const ENDING = '.vmdesc.json.gz';

const read = (name: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(new URL(name, FIXTURES))));

/** Descriptions of machines, one for each capture that has one. */
export function layoutSeeds(): readonly Seed[] {
  const names = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((name) => jsonSeed(name.replace(/\.gz$/, ''), read(name)));
}

/** The description of the machine that wrote a capture, or a piece of one. */
export function layoutFor(capture: string): Uint8Array | undefined {
  const name = `${capture.replace(/(?:\.dev|\.mig|#\d+)$/, '')}${ENDING}`;
  try {
    return read(name);
  } catch {
    return undefined;
  }
}

/** The device state that belongs to a description. */
export function captureFor(layout: string): Uint8Array {
  return read(layout.replace(/\.vmdesc\.json$/, '.dev.gz'));
}
