import type { writeUint8Array } from '../numbers/write-number-arrays.js';
import type { decodeRoot } from '../roots/decode-root.js';
import type { encodeRoot } from '../roots/encode-root.js';
import type { sizeOfRoot } from '../roots/size-of-root.js';

// What code of output format 1 imports and newer code does not. An import of a name that is gone is a SyntaxError of Node's,
// which says nothing of what to do: so all of them stay, and those that begin a decoding or an encoding say it.

function refuse(): never {
  throw new Error(
    'This code was generated in output format 1, which @bytewright/runtime no longer runs: run "bytewright generate"',
  );
}

/**
 * What `decodeX` of output format 1 calls; newer code calls {@link decodeRoot}.
 *
 * @throws Error always, naming the command that generates the code anew.
 */
export const decodeInput: typeof decodeRoot = refuse;

/**
 * What `encodeX` of output format 1 calls; newer code calls {@link encodeRoot}.
 *
 * @throws Error always, naming the command that generates the code anew.
 */
export const encodeValue: typeof encodeRoot = refuse;

/**
 * What `sizeOfX` of output format 1 calls; newer code calls {@link sizeOfRoot}.
 *
 * @throws Error always, naming the command that generates the code anew.
 */
export const sizeOfValue: typeof sizeOfRoot = refuse;

/** What writes numbers in output format 1; newer code calls {@link writeUint8Array} and its like. @throws Error always */
export const writeNumberArray: typeof writeUint8Array = refuse;
