import type { ByteSource } from './byte-source.js';

const LEAST = 512;
const MOST = 65_536;

/**
 * A source that asks another one for more than is wanted, as long as reading goes on where it ended: small parts one after
 * the other are then few requests, and parts far from one another stay small ones.
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
