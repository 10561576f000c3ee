import type { IntegerNode, IntegerType } from '@bytewright/schema-dsl/ir';
import type { Parser } from 'binary-parser/dist/binary_parser.js';
import type { AddNode } from '../site.js';

const PRIMITIVES = {
  u8: 'uint8',
  i8: 'int8',
  u16be: 'uint16be',
  u16le: 'uint16le',
  i16be: 'int16be',
  i16le: 'int16le',
  u32be: 'uint32be',
  u32le: 'uint32le',
  i32be: 'int32be',
  i32le: 'int32le',
  u64be: 'uint64be',
  u64le: 'uint64le',
  i64be: 'int64be',
  i64le: 'int64le',
} as const satisfies { readonly [T in IntegerType]: keyof Parser };

/** binary-parser's name of an integer type: a method of `Parser`, and an element type of `array`. */
export function primitiveOf(type: IntegerType): string {
  return PRIMITIVES[type];
}

/** Reads an integer into a slot. */
export function addInteger(type: IntegerType, parser: Parser, slot: string): void {
  parser[PRIMITIVES[type]](slot);
}

export const integer: AddNode<IntegerNode> = (node, { parser, slot }) => addInteger(node.type, parser, slot);
