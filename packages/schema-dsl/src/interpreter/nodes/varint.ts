import {
  checkedVarintSize,
  checkPaddedVarint,
  checkVarint,
  invalidVarint,
  paddedVarintSize,
} from '@bytewright/runtime/codec';
import type { VarintNode } from '../../ir/nodes/varint.js';
import { varintTraits } from '../../ir/nodes/varint.js';
import type { DecodeContext } from '../decode-context.js';
import type { EncodeContext } from '../encode-context.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import type { NodeHandler } from './node-handler.js';

export const varint: NodeHandler<VarintNode> = {
  decode(node, context) {
    const { offset } = context;
    const { bigint } = varintTraits(node);
    const found = readVarint(node, context);
    if (found === FAIL) return FAIL;
    const value = bigint ? found : Number(found);
    const byteLength = context.offset - offset;
    return byteLength === leastSize(found, node) ? value : { value, byteLength };
  },
  size(node, value, { errorOffset, here }) {
    const { encoding, bits, preserve } = node;
    if (varintTraits(node).maxSize === 1) return 1;
    return (preserve ? paddedVarintSize : checkedVarintSize)(value, encoding, bits, errorOffset, here);
  },
  encode(node, value, context) {
    if (node.preserve) {
      const padded = checkPaddedVarint(value, node.encoding, node.bits, context.offset, context.here);
      writeVarint(padded.value, padded.byteLength, node, context);
      return;
    }
    const plain = checkVarint(value, node.encoding, node.bits, context.offset, context.here);
    writeVarint(plain, leastSize(plain, node), node, context);
  },
};

/** The number of bytes in the shortest encoding of an integer that is in range. */
export function leastSize(value: number | bigint, { encoding }: VarintNode): number {
  const wire = wireValue(BigInt(value), encoding);
  for (let size = 1; ; size++) {
    const bits = BigInt(7 * size);
    const fits = encoding === 'sleb128' ? BigInt.asIntN(Number(bits), wire) === wire : wire < 1n << bits;
    if (fits) return size;
  }
}

/** Writes an integer that is in range in a sufficient number of bytes. */
export function writeVarint(
  value: number | bigint,
  size: number,
  node: VarintNode,
  context: EncodeContext,
): void {
  const groups = BigInt.asUintN(7 * size, wireValue(BigInt(value), node.encoding));
  const start = context.take(size);
  for (let i = 0; i < size; i++) {
    const group = Number((groups >> BigInt(7 * i)) & 0x7fn);
    context.view.setUint8(start + i, i < size - 1 ? group + 0x80 : group);
  }
}

/** The number that is encoded for a value: zigzag maps 0, -1, 1, -2 … to 0, 1, 2, 3 … */
function wireValue(value: bigint, encoding: VarintNode['encoding']): bigint {
  if (encoding !== 'zigzag') return value;
  return value < 0n ? -2n * value - 1n : 2n * value;
}

function readVarint(node: VarintNode, context: DecodeContext): Outcome<bigint> {
  const { encoding, preserve } = node;
  const { maxSize, min, max } = varintTraits(node);
  const { offset, end } = context;
  let groups = 0n;
  let size = 0;
  for (let isContinued = true; isContinued; size++) {
    if (size === maxSize) return invalid(node, context, 'invalid-value');
    if (offset + size >= end) return invalid(node, context, 'unexpected-end');
    const byte = context.view.getUint8(offset + size);
    groups |= BigInt(byte & 0x7f) << BigInt(7 * size);
    isContinued = byte >= 0x80;
  }
  const wire = encoding === 'sleb128' ? BigInt.asIntN(7 * size, groups) : groups;
  const value = encoding === 'zigzag' ? (wire % 2n === 0n ? wire / 2n : -(wire + 1n) / 2n) : wire;
  const isShortest = size === leastSize(value, node);
  if (value < min || value > max || !(isShortest || preserve)) return invalid(node, context, 'invalid-value');
  context.offset += size;
  return value;
}

function invalid(
  { encoding, bits }: VarintNode,
  context: DecodeContext,
  code: 'invalid-value' | 'unexpected-end',
): typeof FAIL {
  const { bytes, offset, end } = context;
  const error = (): ReturnType<typeof invalidVarint> => invalidVarint(bytes, offset, end, encoding, bits, '');
  return context.fail(
    code,
    offset,
    () => error().expected,
    () => error().found,
  );
}
