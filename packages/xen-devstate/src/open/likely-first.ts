import { headerBehind } from '../wire/landmark.js';
import type { Catalog } from './catalog.js';
import { isRegisteredOtherwise } from './mismatch-score.js';

/** A catalog, and its index among those to try. */
export interface Candidate {
  readonly codec: Catalog;
  readonly index: number;
}

/**
 * Puts catalogs first whose devices are registered in the order of a file, judging quickly by bytes that look like headers: one
 * of them most likely matches, and then the file need not be decoded with the others.
 */
export function likelyFirst(bytes: Uint8Array, catalogs: readonly Catalog[]): readonly Candidate[] {
  const candidates = catalogs.map((codec, index) => ({ codec, index }));
  if (candidates.length < 2 || catalogs.every(({ order }) => order.length === 0)) return candidates;
  const names = namesAtAGlance(bytes);
  const isUnlikely = ({ codec }: Candidate): number => Number(isRegisteredOtherwise(codec, names));
  return candidates.sort((a, b) => isUnlikely(a) - isUnlikely(b));
}

function namesAtAGlance(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  let header = headerBehind(bytes, 0);
  while (header !== undefined) {
    names.push(header.idstr);
    header = headerBehind(bytes, header.offset + 1);
  }
  return names;
}
