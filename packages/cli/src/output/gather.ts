/** Characters that are gathered before they are written: a write for every small piece would take long. */
const GATHERED = 2 ** 16;

/**
 * Small pieces of text as larger ones; pieces of bytes as they are.
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
