import type { IntegerType } from '../ir/nodes/integer.js';
import type { Node, NumberNode } from './node.js';
import { makeNode } from './node.js';

const integer = <T, A>(type: IntegerType): NumberNode<T, A> => makeNode({ kind: 'integer', type });
/** Lists of these are plain arrays: no typed array has this width. */
const odd = <T>(type: IntegerType): Node<T> => makeNode({ kind: 'integer', type });

/** An unsigned byte: `7f` is 127. */
export const u8: NumberNode<number, Uint8Array> = integer('u8');
/** A signed byte, two's complement: `ff` is -1. */
export const i8: NumberNode<number, Int8Array> = integer('i8');
/** Unsigned, 16 bits, most significant byte first: `01 02` is 0x0102. */
export const u16be: NumberNode<number, Uint16Array> = integer('u16be');
/** Signed, 16 bits, most significant byte first: `ff fe` is -2. */
export const i16be: NumberNode<number, Int16Array> = integer('i16be');
/** Unsigned, 16 bits, least significant byte first: `02 01` is 0x0102. */
export const u16le: NumberNode<number, Uint16Array> = integer('u16le');
/** Signed, 16 bits, least significant byte first: `fe ff` is -2. */
export const i16le: NumberNode<number, Int16Array> = integer('i16le');
/** Unsigned, 16 bits, in the byte order of `endianness`. */
export const u16: NumberNode<number, Uint16Array> = integer('u16');
/** Signed, 16 bits, in the byte order of `endianness`. */
export const i16: NumberNode<number, Int16Array> = integer('i16');
/** Unsigned, 24 bits, most significant byte first: `00 01 02` is 0x0102. */
export const u24be: Node<number> = odd('u24be');
/** Signed, 24 bits, most significant byte first: `ff ff fe` is -2. */
export const i24be: Node<number> = odd('i24be');
/** Unsigned, 24 bits, least significant byte first: `02 01 00` is 0x0102. */
export const u24le: Node<number> = odd('u24le');
/** Signed, 24 bits, least significant byte first: `fe ff ff` is -2. */
export const i24le: Node<number> = odd('i24le');
/** Unsigned, 24 bits, in the byte order of `endianness`. */
export const u24: Node<number> = odd('u24');
/** Signed, 24 bits, in the byte order of `endianness`. */
export const i24: Node<number> = odd('i24');
/** Unsigned, 32 bits, most significant byte first: `00 00 01 02` is 0x0102. */
export const u32be: NumberNode<number, Uint32Array> = integer('u32be');
/** Signed, 32 bits, most significant byte first: `ff ff ff fe` is -2. */
export const i32be: NumberNode<number, Int32Array> = integer('i32be');
/** Unsigned, 32 bits, least significant byte first: `02 01 00 00` is 0x0102. */
export const u32le: NumberNode<number, Uint32Array> = integer('u32le');
/** Signed, 32 bits, least significant byte first: `fe ff ff ff` is -2. */
export const i32le: NumberNode<number, Int32Array> = integer('i32le');
/** Unsigned, 32 bits, in the byte order of `endianness`. */
export const u32: NumberNode<number, Uint32Array> = integer('u32');
/** Signed, 32 bits, in the byte order of `endianness`. */
export const i32: NumberNode<number, Int32Array> = integer('i32');
/** Unsigned, 40 bits, most significant byte first: `00 00 00 01 02` is 0x0102. */
export const u40be: Node<number> = odd('u40be');
/** Signed, 40 bits, most significant byte first: `ff ff ff ff fe` is -2. */
export const i40be: Node<number> = odd('i40be');
/** Unsigned, 40 bits, least significant byte first: `02 01 00 00 00` is 0x0102. */
export const u40le: Node<number> = odd('u40le');
/** Signed, 40 bits, least significant byte first: `fe ff ff ff ff` is -2. */
export const i40le: Node<number> = odd('i40le');
/** Unsigned, 40 bits, in the byte order of `endianness`. */
export const u40: Node<number> = odd('u40');
/** Signed, 40 bits, in the byte order of `endianness`. */
export const i40: Node<number> = odd('i40');
/** Unsigned, 48 bits, most significant byte first: `00 00 00 00 01 02` is 0x0102. */
export const u48be: Node<number> = odd('u48be');
/** Signed, 48 bits, most significant byte first: `ff ff ff ff ff fe` is -2. */
export const i48be: Node<number> = odd('i48be');
/** Unsigned, 48 bits, least significant byte first: `02 01 00 00 00 00` is 0x0102. */
export const u48le: Node<number> = odd('u48le');
/** Signed, 48 bits, least significant byte first: `fe ff ff ff ff ff` is -2. */
export const i48le: Node<number> = odd('i48le');
/** Unsigned, 48 bits, in the byte order of `endianness`. */
export const u48: Node<number> = odd('u48');
/** Signed, 48 bits, in the byte order of `endianness`. */
export const i48: Node<number> = odd('i48');
/** Unsigned, 56 bits, most significant byte first, a `bigint`: `00 00 00 00 00 01 02` is 0x0102n. */
export const u56be: Node<bigint> = odd('u56be');
/** Signed, 56 bits, most significant byte first, a `bigint`: `ff ff ff ff ff ff fe` is -2n. */
export const i56be: Node<bigint> = odd('i56be');
/** Unsigned, 56 bits, least significant byte first, a `bigint`: `02 01 00 00 00 00 00` is 0x0102n. */
export const u56le: Node<bigint> = odd('u56le');
/** Signed, 56 bits, least significant byte first, a `bigint`: `fe ff ff ff ff ff ff` is -2n. */
export const i56le: Node<bigint> = odd('i56le');
/** Unsigned, 56 bits, in the byte order of `endianness`, a `bigint`. */
export const u56: Node<bigint> = odd('u56');
/** Signed, 56 bits, in the byte order of `endianness`, a `bigint`. */
export const i56: Node<bigint> = odd('i56');
/** Unsigned, 64 bits, most significant byte first, a `bigint`: `00 00 00 00 00 00 01 02` is 0x0102n. */
export const u64be: NumberNode<bigint, BigUint64Array> = integer('u64be');
/** Signed, 64 bits, most significant byte first, a `bigint`: `ff ff ff ff ff ff ff fe` is -2n. */
export const i64be: NumberNode<bigint, BigInt64Array> = integer('i64be');
/** Unsigned, 64 bits, least significant byte first, a `bigint`: `02 01 00 00 00 00 00 00` is 0x0102n. */
export const u64le: NumberNode<bigint, BigUint64Array> = integer('u64le');
/** Signed, 64 bits, least significant byte first, a `bigint`: `fe ff ff ff ff ff ff ff` is -2n. */
export const i64le: NumberNode<bigint, BigInt64Array> = integer('i64le');
/** Unsigned, 64 bits, in the byte order of `endianness`, a `bigint`. */
export const u64: NumberNode<bigint, BigUint64Array> = integer('u64');
/** Signed, 64 bits, in the byte order of `endianness`, a `bigint`. */
export const i64: NumberNode<bigint, BigInt64Array> = integer('i64');
/** Unsigned, 128 bits, most significant byte first, a `bigint`: `00 00 00 00 00 00 00 00 00 00 00 00 00 00 01 02` is 0x0102n. */
export const u128be: Node<bigint> = odd('u128be');
/** Signed, 128 bits, most significant byte first, a `bigint`: `ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff fe` is -2n. */
export const i128be: Node<bigint> = odd('i128be');
/** Unsigned, 128 bits, least significant byte first, a `bigint`: `02 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00` is 0x0102n. */
export const u128le: Node<bigint> = odd('u128le');
/** Signed, 128 bits, least significant byte first, a `bigint`: `fe ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff` is -2n. */
export const i128le: Node<bigint> = odd('i128le');
/** Unsigned, 128 bits, in the byte order of `endianness`, a `bigint`. */
export const u128: Node<bigint> = odd('u128');
/** Signed, 128 bits, in the byte order of `endianness`, a `bigint`. */
export const i128: Node<bigint> = odd('i128');
