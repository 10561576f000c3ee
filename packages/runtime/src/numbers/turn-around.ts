/**
 * Turns the bytes of all numbers around that a buffer holds, each of `size` bytes (2, 4 or 8): word by word, as a buffer
 * of its own is aligned.
 *
 * @example `01 02 03 04` becomes `02 01 04 03` for size 2, and `04 03 02 01` for size 4
 */
export function turnAround(buffer: ArrayBuffer, size: number): void {
  if (size === 2) turnHalves(new Uint16Array(buffer));
  else if (size === 4) turnWords(new Uint32Array(buffer));
  else if (size === 8) turnPairs(new Uint32Array(buffer));
}

function turnHalves(halves: Uint16Array): void {
  for (let i = 0; i < halves.length; i++) {
    const half = halves[i] ?? 0;
    halves[i] = (half << 8) | (half >>> 8);
  }
}

function turnWords(words: Uint32Array): void {
  for (let i = 0; i < words.length; i++) words[i] = turned(words[i] ?? 0);
}

function turnPairs(words: Uint32Array): void {
  for (let i = 0; i + 1 < words.length; i += 2) {
    const first = words[i] ?? 0;
    words[i] = turned(words[i + 1] ?? 0);
    words[i + 1] = turned(first);
  }
}

function turned(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}
