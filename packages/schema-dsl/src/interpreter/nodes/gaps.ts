import type { Gap } from '@bytewright/runtime';
import { claim, takeGaps, writeGaps } from '@bytewright/runtime/codec';
import type { GapsNode } from '../../ir/node.js';
import { FAIL } from '../failure.js';
import { originOf, regionOf } from '../region.js';
import type { Reading } from './reading.js';

export const gaps: Reading<GapsNode> = {
  decode(_, decoding, scope) {
    const { claims, depth } = regionOf(scope);
    const input = { bytes: decoding.bytes, viewBytes: !decoding.copies };
    const found = decoding.attempt(() => {
      claim(claims, claims.start, decoding.offset, '');
      return takeGaps(claims, input);
    }, depth);
    if (found === FAIL) return FAIL;
    for (const [index, { offset, bytes }] of found.entries()) {
      decoding.enter(index, () => ({ type: 'bytes' }));
      decoding.moveTo(claims.start + offset);
      decoding.offset += bytes.length;
      decoding.leave(bytes);
    }
    const [first] = found;
    const { offset } = decoding; // as a part, they reach from the first to the last
    decoding.moveTo(first === undefined ? claims.end : claims.start + first.offset);
    decoding.offset = first === undefined ? claims.end : offset;
    return found;
  },
  size: () => 0, // where they lie is noted
  encode(_, value, encoding, scope) {
    const list = value as readonly Gap[]; // sized before
    const field = String(encoding.path.pop()); // the error names it
    encoding.attempt(() => writeGaps(encoding, originOf(scope), list, field));
    encoding.path.push(field);
  },
};
