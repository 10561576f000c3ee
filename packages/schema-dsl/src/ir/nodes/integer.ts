import type { ByteOrder } from './byte-order.js';
import { byteOrderOfType } from './byte-order.js';

/** Widths of integers that have a byte order, in bits. */
const WIDTHS = [16, 24, 32, 40, 48, 56, 64, 128] as const;

/** A type name without a byte-order suffix: the parameter `endianness` gives the order. */
type Ordered<Base extends string> = `${Base}be` | `${Base}le` | Base;

/** The integer types, named by signedness, width in bits, and byte order unless it is inherited. */
export type IntegerType = 'u8' | 'i8' | Ordered<`${'u' | 'i'}${(typeof WIDTHS)[number]}`>;

/** All integer types; those with an explicit byte order come first. */
export const INTEGER_TYPES: readonly IntegerType[] = [
  'u8',
  'i8',
  ...WIDTHS.flatMap((width) => [`u${width}be`, `u${width}le`, `i${width}be`, `i${width}le`] as const),
  ...WIDTHS.flatMap((width) => [`u${width}`, `i${width}`] as const),
];

/** A fixed-width integer. */
export interface IntegerNode {
  readonly kind: 'integer';
  readonly type: IntegerType;
  /** Whether the value is a `number` although the type is wider than numbers: unsafe integers are rejected. */
  readonly asNumber?: true;
}

/** The traits of an integer node. Sizes are in bytes; the range is that of values, inclusive. */
export interface IntegerTraits {
  readonly size: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 16;
  readonly signed: boolean;
  /** `undefined` if it is inherited. A single byte counts as big-endian. */
  readonly byteOrder: ByteOrder | undefined;
  /** Whether the wire format holds more than a number can: decoded and encoded through bigints. */
  readonly isWide: boolean;
  /** Whether the value is a `bigint`; it is a `number` up to 48 bits, or if the schema says so. */
  readonly bigint: boolean;
  readonly min: bigint;
  readonly max: bigint;
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

const traits: ReadonlyMap<string, IntegerTraits> = new Map(
  INTEGER_TYPES.flatMap((type) => {
    const bits = Number.parseInt(type.slice(1), 10);
    const signed = type.startsWith('i');
    const isWide = bits > 48;
    const range = 1n << BigInt(signed ? bits - 1 : bits);
    const own: IntegerTraits = Object.freeze({
      size: (bits / 8) as IntegerTraits['size'], // the widths above
      signed,
      byteOrder: bits === 8 ? 'big' : byteOrderOfType(type),
      isWide,
      bigint: isWide,
      min: signed ? -range : 0n,
      max: range - 1n,
    });
    const safe = Object.freeze({ ...own, bigint: false, min: signed ? -SAFE : 0n, max: SAFE });
    return [
      [type, own],
      [`${type} as number`, isWide ? safe : own],
    ] as const;
  }),
);

/** The traits of an integer node. */
export function integerTraits({ type, asNumber }: IntegerNode): IntegerTraits {
  const found = traits.get(asNumber ? `${type} as number` : type);
  if (found === undefined) throw new TypeError(`Unknown integer type ${String(type)}`);
  return found;
}
