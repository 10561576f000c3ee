import type { IntegerNode, IntegerType } from '@bytewright/schema-dsl/ir';
import { integerTraits } from '@bytewright/schema-dsl/ir';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode, Site } from '../site.js';
import { addStep } from '../site.js';
import { addNumberBytes } from './number-bytes.js';

/** The types that binary-parser has, by its names for them. */
const PRIMITIVES = {
  u8: 'uint8',
  i8: 'int8',
  u16be: 'uint16be',
  u16le: 'uint16le',
  i16be: 'int16be',
  i16le: 'int16le',
  u24be: 'bit24',
  u32be: 'uint32be',
  u32le: 'uint32le',
  i32be: 'int32be',
  i32le: 'int32le',
  u64be: 'uint64be',
  u64le: 'uint64le',
  i64be: 'int64be',
  i64le: 'int64le',
} as const satisfies { readonly [T in IntegerType]?: string };

/** binary-parser's name of an element type, or `undefined` where it has none. */
export function elementTypeOf({ type, asNumber }: IntegerNode): string | undefined {
  return type === 'u24be' || asNumber || !isPrimitive(type) ? undefined : PRIMITIVES[type];
}

function isPrimitive(type: IntegerType): type is keyof typeof PRIMITIVES {
  return Object.hasOwn(PRIMITIVES, type);
}

/** Reads an integer into a slot. */
export const integer: AddNode<IntegerNode> = (node, site) => {
  const { parser, slot, path } = site;
  const { type } = node;
  if (isPrimitive(type)) parser[PRIMITIVES[type]](slot);
  else addBytes(node, site);
  if (!node.asNumber) return;
  const { min, max } = integerTraits(node);
  addStep(parser, (slots) => {
    const value = BigInt(slots[slot] as bigint); // what was just read
    if (value < min || value > max) throw new RejectedInputError(path, `${value} is not a safe integer`);
    slots[slot] = Number(value);
  });
};

function addBytes(node: IntegerNode, site: Site): void {
  const { size, signed, isWide, byteOrder } = integerTraits(node);
  addNumberBytes(size, byteOrder, site, (bytes) => {
    const bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    const value = signed ? BigInt.asIntN(8 * size, bits) : bits;
    return isWide ? value : Number(value);
  });
}
