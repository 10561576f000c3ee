import type { CustomCodec } from '@bytewright/runtime';
import { customAt, customBytes } from '@bytewright/runtime/codec';
import { isCharged } from '../../ir/analysis/alternatives.js';
import type { CustomNode } from '../../ir/nodes/custom.js';
import { customExpectation } from '../../ir/nodes/custom.js';
import { externalCodec } from '../../language/external.js';
import type { EncodeContext } from '../encode-context.js';
import { FAIL } from '../failure.js';
import type { NodeHandler } from './node-handler.js';

export const custom: NodeHandler<CustomNode> = {
  decode(node, context) {
    const { codec, min, max, type } = limitsOf(node);
    const { bytes, offset, end } = context;
    if (context.need(min, customExpectation(node, 'reads')) === FAIL) return FAIL;
    const reading = customAt(codec, bytes, offset, end, min, max, type);
    if (typeof reading === 'string') {
      if (isCharged(node, context.structs)) context.noteReach(end);
      return context.fail(
        'invalid-value',
        offset,
        () => customExpectation(node, 'reads'),
        () => reading,
      );
    }
    context.offset += reading.byteLength;
    return reading.value;
  },
  size: (node, value, context) => bytesOf(node, value, context).length,
  encode(node, value, context) {
    const made = bytesOf(node, value, context);
    context.bytes.set(made, context.take(made.length));
  },
};

function bytesOf(node: CustomNode, value: unknown, context: EncodeContext): Uint8Array {
  const { codec, min, max, type } = limitsOf(node);
  const made = customBytes(codec, value, min, max, type);
  if (typeof made === 'string') throw context.error('invalid-value', customExpectation(node, 'writes'), made);
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
