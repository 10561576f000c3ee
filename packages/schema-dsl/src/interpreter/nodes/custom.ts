import type { CustomCodec } from '@bytewright/runtime';
import { customAt, customBytes } from '@bytewright/runtime/codec';
import { isPaidFor } from '../../ir/analysis/attempts.js';
import type { CustomNode } from '../../ir/nodes/custom.js';
import { customExpectation } from '../../ir/nodes/custom.js';
import { externalCodec } from '../../language/external.js';
import type { Encoding } from '../encoding.js';
import { FAIL } from '../failure.js';
import type { Reading } from './reading.js';

export const custom: Reading<CustomNode> = {
  decode(node, decoding) {
    const { codec, min, max, type } = limitsOf(node);
    const { bytes, offset, end } = decoding;
    if (decoding.need(min, customExpectation(node, 'reads')) === FAIL) return FAIL;
    const reading = customAt(codec, bytes, offset, end, min, max, type);
    if (typeof reading === 'string') {
      if (isPaidFor(node, decoding.structs)) decoding.noteReach(end);
      return decoding.fail(
        'invalid-value',
        offset,
        () => customExpectation(node, 'reads'),
        () => reading,
      );
    }
    decoding.offset += reading.byteLength;
    return reading.value;
  },
  size: (node, value, encoding) => bytesOf(node, value, encoding).length,
  encode(node, value, encoding) {
    const made = bytesOf(node, value, encoding);
    encoding.bytes.set(made, encoding.take(made.length));
  },
};

function bytesOf(node: CustomNode, value: unknown, encoding: Encoding): Uint8Array {
  const { codec, min, max, type } = limitsOf(node);
  const made = customBytes(codec, value, min, max, type);
  if (typeof made === 'string')
    throw encoding.error('invalid-value', customExpectation(node, 'writes'), made);
  return made;
}

function limitsOf({ codec, min, max = Number.POSITIVE_INFINITY, type }: CustomNode): {
  readonly codec: CustomCodec<unknown>;
  readonly min: number;
  readonly max: number;
  readonly type: CustomNode['type'];
} {
  return { codec: externalCodec(codec), min, max, type };
}
