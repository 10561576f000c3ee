/** The number of characters to gather before writing: one write per small piece would be slow. */
const GATHERED = 2 ** 16;

/**
 * Joins small pieces of text into larger ones; pieces of bytes are passed on unchanged.
 *
 * @example `[...gather(['a', 'b'])]` is `['ab']`
 */
export function* gather<T extends string | Uint8Array>(pieces: Iterable<T>): Generator<string | T> {
  let gathered = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (gathered !== '') yield gathered;
      gathered = '';
      yield piece;
      continue;
    }
    gathered += piece;
    if (gathered.length < GATHERED) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}
