import { hostIsLittleEndian } from './host-is-little-endian.js';

// Where a number of 64 bits is put to have its halves, or the other way round. Engines do both without calling anything, while
// `setBigUint64` and the comparison of bigints are calls of builtins.

const EIGHT_BYTES: ArrayBuffer = /*@__PURE__*/ new ArrayBuffer(8);

/** The eight bytes as an unsigned number. What is stored is cut to 64 bits. */
export const UNSIGNED: BigUint64Array = /*@__PURE__*/ new BigUint64Array(EIGHT_BYTES);
/** The same as a signed one. */
export const SIGNED: BigInt64Array = /*@__PURE__*/ new BigInt64Array(EIGHT_BYTES);
/** Both halves of it. */
export const HALVES: Uint32Array = /*@__PURE__*/ new Uint32Array(EIGHT_BYTES);
/** Which of the halves has the lower bits. */
export const LOW: number = hostIsLittleEndian ? 0 : 1;
/** Which has the upper ones. */
export const HIGH: number = 1 - LOW;
