import { byteCount, describe } from '@bytewright/runtime/codec';
import type { AtEndNode } from '../../ir/node.js';
import type { Encoding } from '../encoding.js';
import { NOTHING } from '../nothing.js';
import type { Reading } from './reading.js';

/** What is in nobody's value is `undefined` where it is an element or an alternative. */
export function requireNothing(value: unknown, encoding: Encoding): void {
  if (value !== undefined && value !== NOTHING)
    throw encoding.error('wrong-type', 'undefined', describe(value));
}

export const atEnd: Reading<AtEndNode> = {
  decode(_, decoding) {
    const left = decoding.end - decoding.offset;
    if (left === 0) return undefined;
    return decoding.fail(
      'trailing-bytes',
      decoding.offset,
      () => 'the end',
      () => (left === 1 ? '1 more byte' : `${left} more bytes`),
    );
  },
  size: () => 0,
  encode(_, value, encoding) {
    requireNothing(value, encoding);
    const left = encoding.end - encoding.offset;
    if (left !== 0)
      throw encoding.error('mismatch', 'the end of the region', `${byteCount(left)} more to write`);
  },
};
