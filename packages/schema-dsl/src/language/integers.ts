import type { IntegerType } from '../ir/nodes/integer.js';
import type { NumberNode } from './node.js';
import { makeNode } from './node.js';

const integer = <T, A>(type: IntegerType): NumberNode<T, A> => makeNode({ kind: 'integer', type });

/** An unsigned byte: `7f` is 127. */
export const u8: NumberNode<number, Uint8Array> = integer('u8');
/** A signed byte, two's complement: `ff` is -1. */
export const i8: NumberNode<number, Int8Array> = integer('i8');
/** Unsigned, 16 bits, most significant byte first: `01 02` is 0x0102. */
export const u16be: NumberNode<number, Uint16Array> = integer('u16be');
/** Unsigned, 16 bits, least significant byte first: `01 02` is 0x0201. */
export const u16le: NumberNode<number, Uint16Array> = integer('u16le');
/** Signed, 16 bits, most significant byte first: `ff fe` is -2. */
export const i16be: NumberNode<number, Int16Array> = integer('i16be');
/** Signed, 16 bits, least significant byte first: `fe ff` is -2. */
export const i16le: NumberNode<number, Int16Array> = integer('i16le');
/** Unsigned, 32 bits, most significant byte first: `00 00 00 07` is 7. */
export const u32be: NumberNode<number, Uint32Array> = integer('u32be');
/** Unsigned, 32 bits, least significant byte first: `07 00 00 00` is 7. */
export const u32le: NumberNode<number, Uint32Array> = integer('u32le');
/** Signed, 32 bits, most significant byte first: `ff ff ff fe` is -2. */
export const i32be: NumberNode<number, Int32Array> = integer('i32be');
/** Signed, 32 bits, least significant byte first: `fe ff ff ff` is -2. */
export const i32le: NumberNode<number, Int32Array> = integer('i32le');
/** Unsigned, 64 bits, most significant byte first, always a `bigint`: `00 00 00 00 00 00 00 07` is 7n. */
export const u64be: NumberNode<bigint, BigUint64Array> = integer('u64be');
/** Unsigned, 64 bits, least significant byte first, always a `bigint`: `07 00 00 00 00 00 00 00` is 7n. */
export const u64le: NumberNode<bigint, BigUint64Array> = integer('u64le');
/** Signed, 64 bits, most significant byte first, always a `bigint`: eight bytes `ff` are -1n. */
export const i64be: NumberNode<bigint, BigInt64Array> = integer('i64be');
/** Signed, 64 bits, least significant byte first, always a `bigint`: eight bytes `ff` are -1n. */
export const i64le: NumberNode<bigint, BigInt64Array> = integer('i64le');
