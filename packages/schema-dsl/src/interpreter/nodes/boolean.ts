import { checkBoolean, describe } from '@bytewright/runtime';
import type { BooleanNode } from '../../ir/node.js';
import type { Reading } from './reading.js';

export const boolean: Reading<BooleanNode> = {
  decode(_, decoding) {
    const { offset } = decoding;
    const missing = decoding.need(1, 'bool (1 byte)');
    if (missing !== undefined) return missing;
    const byte = decoding.view.getUint8(offset);
    if (byte > 1)
      return decoding.fail(
        'invalid-value',
        offset,
        () => 'a bool, 0 or 1',
        () => describe(byte),
      );
    decoding.offset += 1;
    return byte === 1;
  },
  size: () => 1,
  encode(_, value, encoding) {
    const byte = checkBoolean(value, encoding.offset, encoding.here) ? 1 : 0;
    encoding.view.setUint8(encoding.take(1), byte);
  },
};
