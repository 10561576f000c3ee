import type { VarintEncoding } from '@bytewright/runtime';
import { VARINT_NUMBER_BITS, varintLabel, varintLimit, varintRange } from '@bytewright/runtime/codec';

export type { VarintEncoding } from '@bytewright/runtime';

/**
 * An integer of variable length: `number` up to 53 bits, `bigint` beyond. Without `preserve` its shortest form is the
 * only one.
 */
export interface VarintNode {
  readonly kind: 'varint';
  readonly encoding: VarintEncoding;
  readonly bits: number;
  /** Whether longer forms are kept, as `{ value, byteLength }`. */
  readonly preserve?: true;
}

/** What follows from a type of variable length. Sizes are in bytes; the range is inclusive. */
export interface VarintTraits {
  readonly label: string;
  readonly bigint: boolean;
  readonly maxSize: number;
  readonly min: bigint;
  readonly max: bigint;
}

/** The traits of an integer of variable length. */
export function varintTraits({ encoding, bits }: VarintNode): VarintTraits {
  return {
    label: varintLabel(encoding, bits),
    bigint: bits > VARINT_NUMBER_BITS,
    maxSize: varintLimit(bits),
    ...varintRange(encoding, bits),
  };
}
