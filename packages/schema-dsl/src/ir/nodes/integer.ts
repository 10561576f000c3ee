/** The integer types, named by signedness, width in bits, and byte order where there is one. */
export const INTEGER_TYPES = [
  'u8',
  'i8',
  'u16be',
  'u16le',
  'i16be',
  'i16le',
  'u32be',
  'u32le',
  'i32be',
  'i32le',
  'u64be',
  'u64le',
  'i64be',
  'i64le',
] as const;

/** One of {@link INTEGER_TYPES}. */
export type IntegerType = (typeof INTEGER_TYPES)[number];

/** An integer of fixed width: `number` up to 32 bits, `bigint` at 64. */
export interface IntegerNode {
  readonly kind: 'integer';
  readonly type: IntegerType;
}

/** What follows from an integer type's name. Sizes are in bytes; the range is inclusive. */
export interface IntegerTraits {
  readonly size: 1 | 2 | 4 | 8;
  readonly signed: boolean;
  readonly littleEndian: boolean;
  readonly bigint: boolean;
  readonly min: bigint;
  readonly max: bigint;
}

const traits: ReadonlyMap<string, IntegerTraits> = new Map(
  INTEGER_TYPES.map((type) => {
    const bits = BigInt(Number.parseInt(type.slice(1), 10));
    const signed = type.startsWith('i');
    return [
      type,
      Object.freeze({
        size: (Number(bits) / 8) as IntegerTraits['size'], // the widths above are 8, 16, 32 and 64
        signed,
        littleEndian: type.endsWith('le'),
        bigint: bits === 64n,
        min: signed ? -(1n << (bits - 1n)) : 0n,
        max: (1n << (signed ? bits - 1n : bits)) - 1n,
      }),
    ];
  }),
);

/** The traits of an integer type. */
export function integerTraits(type: IntegerType): IntegerTraits {
  const found = traits.get(type);
  if (found === undefined) throw new TypeError(`Unknown integer type ${String(type)}`);
  return found;
}
