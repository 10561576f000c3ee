/** Characters that are gathered before they are written: a write for every small piece would take long. */
const GATHERED = 2 ** 16;

/** Small pieces of text as larger ones. */
export function* gather(pieces: Iterable<string>): Generator<string> {
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < GATHERED) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}
