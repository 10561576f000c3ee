import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { Definition } from '../data-set.js';
import { isRecord } from '../data-set.js';
import type { Converted } from './converted.js';
import type { ScalarType } from './frame.js';
import { Unconverted } from './unconverted.js';
import type { Whole } from './whole.js';

/** A converted scalar, and what it is in expressions. */
export interface Scalar extends Converted {
  readonly scalar: ScalarType | undefined;
}

const NUMBERS = dsl as unknown as Readonly<Record<string, Node<number>>>; // those that `numberNode` asks for

/** Bits of an integer or float type, or nothing where it is none. */
export function widthOf(type: unknown): number | undefined {
  const [, width] = /^(?:uint|int|float)(8|16|32|64)$/.exec(typeof type === 'string' ? type : '') ?? [];
  return width === undefined ? undefined : Number(width);
}

/** The node of a number by the name of its type. */
export function numberNode(whole: Whole, type: string, endianness?: string): Node<number> {
  const width = widthOf(type);
  const order = endianness === undefined ? whole.isBigEndian : endianness === 'big_endian';
  const kind = type.startsWith('uint') ? 'u' : type.startsWith('int') ? 'i' : 'f';
  const node = NUMBERS[width === 8 ? `${kind}8` : `${kind}${width}${order ? 'be' : 'le'}`];
  if (width === undefined || node === undefined) throw new Unconverted('types', type);
  return node;
}

/** A number of any kind. */
export function convertNumber(whole: Whole, definition: Definition): Scalar {
  const { type, endianness, name = '' } = definition;
  const width = widthOf(type) ?? 0;
  const kind = String(type);
  if (kind.startsWith('uint') && whole.masked.has(name)) return convertMask(whole, definition, width);
  const isBigint = width === 64 && !kind.startsWith('float');
  return {
    node: numberNode(whole, kind, endianness),
    size: width / 8,
    scalar: isBigint ? 'bigint' : 'number',
    toOurs: (value, notes) => {
      if (kind === 'float32' && typeof value === 'number' && !Object.is(Math.fround(value), value))
        notes.rounded = true;
      return isBigint && typeof value === 'number' ? BigInt(value) : value;
    },
    toTheirs: listed,
  };
}

/** Typed arrays as arrays. */
export function listed(value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Uint8Array, (item: number | bigint) => item) : value;
}

/** An integer of which conditions take single bits, as flags. */
function convertMask(whole: Whole, { type, endianness }: Definition, width: number): Scalar {
  const bits = Array.from({ length: width }, (_, bit) => [bitName(bit), bit] as const);
  return {
    node: dsl.flags(numberNode(whole, String(type), endianness), Object.fromEntries(bits), { strict: true }),
    size: width / 8,
    scalar: 'flags',
    toOurs: (value) => {
      if (typeof value !== 'number' && typeof value !== 'bigint') return value;
      return Object.fromEntries(
        bits.map(([name, bit]) => [name, ((BigInt(value) >> BigInt(bit)) & 1n) === 1n]),
      );
    },
    toTheirs: (value) => {
      if (!isRecord(value)) return value;
      const sum = bits.reduce(
        (sum, [name, bit]) => (value[name] === true ? sum + (1n << BigInt(bit)) : sum),
        0n,
      );
      return width === 64 ? sum : Number(sum);
    },
  };
}

/** The name of a bit of a masked integer, from the least significant one. */
export const bitName = (bit: number): string => `bit${bit}`;

/** A field of some bits: beyond 48 they are a bigint with us. */
export function convertBits(whole: Whole, size: number): Scalar {
  const node: Node<unknown> = whole.isLsbFirst ? dsl.lsb0.ubits(size) : dsl.ubits(size);
  return {
    node,
    size: undefined,
    scalar: size > 48 ? 'bigint' : 'number',
    toOurs: (value) => {
      if (size > 48 && typeof value === 'number') return BigInt(value);
      return size <= 48 && typeof value === 'bigint' ? Number(value) : value;
    },
    toTheirs: (value) => value,
  };
}

/** What fills the last byte of bit fields. */
export function fillerOfBits(whole: Whole, size: number): Node<unknown> {
  const node = whole.isLsbFirst ? dsl.lsb0.ubits(size) : dsl.ubits(size);
  return dsl.literal(node as Node<number>, 0); // fewer than 8 bits are a number
}

/** An enumeration, whose values are the numbers with them and the names with us. */
export function convertEnumeration(whole: Whole, { repr, variants, endianness }: Definition): Scalar {
  if (typeof repr !== 'string' || !isRecord(variants))
    throw new Unconverted('types', 'an enum without members');
  const members = variants as Readonly<Record<string, number>>; // what an enum has
  const names = new Map(Object.entries(members).map(([name, number]) => [number, name]));
  return {
    node: dsl.enumeration(numberNode(whole, repr, endianness), members),
    size: (widthOf(repr) ?? 0) / 8,
    scalar: undefined,
    toOurs: (value) => (typeof value === 'number' ? (names.get(value) ?? value) : value),
    toTheirs: (value) => (typeof value === 'string' ? members[value] : value),
  };
}
