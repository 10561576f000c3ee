import type { ByteSource } from './byte-source.js';

const LEAST = 512;
const MOST = 65_536;

/**
 * A source that reads ahead from another one while reading is sequential: consecutive small parts then take few requests,
 * and requests for distant parts stay small.
 */
export function readAhead(source: ByteSource): ByteSource {
  let start = 0;
  let held: Uint8Array = new Uint8Array(0);
  let amount = LEAST;
  return {
    size: source.size,
    read(offset, length) {
      if (offset < start || offset + length > start + held.length) {
        const goesOn = offset >= start && offset <= start + held.length;
        amount = goesOn ? Math.min(2 * amount, MOST) : LEAST;
        held = source.read(offset, Math.min(Math.max(amount, length), source.size - offset));
        start = offset;
      }
      return held.subarray(offset - start, offset - start + length);
    },
  };
}
