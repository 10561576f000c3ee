import { byteCount, checkBigint, checkBoolean, checkInteger } from '@bytewright/runtime/codec';
import { bitFieldOf } from '../../ir/analysis/bit-runs.js';
import type { NodeIR } from '../../ir/node.js';
import type { BitsNode, BitWord } from '../../ir/nodes/bits.js';
import { bitsTraits, coveringBytes, isFirstOfRun, isLastOfRun } from '../../ir/nodes/bits.js';
import type { EncodeContext } from '../encode-context.js';
import type { NodeHandler } from './node-handler.js';

/** The label of a truncated run in errors, reported by its first field. */
export function runLabel({ size }: BitWord): string {
  return `bit fields (${byteCount(size)})`;
}

/** The number of bytes from the offset at which a node is decoded to its own first byte: 0, except for a bit field in a run. */
export function leadingBytes(node: NodeIR): number {
  const bits = bitFieldOf(node);
  return bits === undefined ? 0 : coveringBytes(bits).offset;
}

/** Checks a value against a bit field's type and range, and returns its bits. */
export function checkBits(
  node: BitsNode,
  value: unknown,
  offset: number | undefined,
  { here }: EncodeContext,
): bigint {
  const { bigint, min, max, label } = bitsTraits(node);
  if (node.type === 'boolean') return checkBoolean(value, offset, here) ? 1n : 0n;
  const checked = bigint
    ? checkBigint(value, min, max, offset, here, label)
    : checkInteger(value, Number(min), Number(max), offset, here, label);
  return BigInt.asUintN(node.width, BigInt(checked));
}

export const bits: NodeHandler<BitsNode> = {
  decode(node, context) {
    const { width, shift, word } = node;
    if (isFirstOfRun(node)) {
      const missing = context.need(word.size, runLabel(word));
      if (missing !== undefined) return missing;
    }
    const found = BigInt.asUintN(width, readWord(context.view, context.offset, word) >> BigInt(shift));
    if (isLastOfRun(node)) context.offset += word.size;
    return fieldValue(node, found);
  },

  size: (node) => (isLastOfRun(node) ? node.word.size : 0),

  encode(node, value, context) {
    const { shift, word } = node;
    const at = context.offset;
    const checked = checkBits(node, value, at + leadingBytes(node), context);
    if (isFirstOfRun(node)) {
      context.take(word.size);
      context.offset = at;
    }
    // earlier fields have written their bits, and the rest is still zero
    writeWord(context.view, at, word, readWord(context.view, at, word) | (checked << BigInt(shift)));
    if (isLastOfRun(node)) context.offset += word.size;
  },
};

function fieldValue({ type, width }: BitsNode, found: bigint): unknown {
  if (type === 'boolean') return found === 1n;
  const number = type === 'signed' ? BigInt.asIntN(width, found) : found;
  return bitsTraits({ type, width }).bigint ? number : Number(number);
}

function readWord(view: DataView, offset: number, { size, littleEndian }: BitWord): bigint {
  let value = 0n;
  for (let i = 0; i < size; i++) {
    const at = littleEndian ? size - 1 - i : i;
    value = (value << 8n) | BigInt(view.getUint8(offset + at));
  }
  return value;
}

function writeWord(view: DataView, offset: number, { size, littleEndian }: BitWord, value: bigint): void {
  let rest = value;
  for (let i = size - 1; i >= 0; i--) {
    view.setUint8(offset + (littleEndian ? size - 1 - i : i), Number(rest & 0xffn));
    rest >>= 8n;
  }
}
