import { decodeRoot } from '../roots/decode-root.js';
import { encodeRoot } from '../roots/encode-root.js';
import { sizeOfRoot } from '../roots/size-of-root.js';

// What code of output format 1 imports and newer code does not. An import of a name that is gone is a SyntaxError of Node's,
// which says nothing of what to do: so all of them stay.

/** What `decodeX` of output format 1 calls; newer code calls {@link decodeRoot}. */
export const decodeInput: typeof decodeRoot = decodeRoot;

/** What `encodeX` of output format 1 calls; newer code calls {@link encodeRoot}. */
export const encodeValue: typeof encodeRoot = encodeRoot;

/** What `sizeOfX` of output format 1 calls; newer code calls {@link sizeOfRoot}. */
export const sizeOfValue: typeof sizeOfRoot = sizeOfRoot;
