import type { VarintEncoding } from '@bytewright/runtime';
import { VARINT_NUMBER_BITS, varintLabel, varintLimit, varintRange } from '@bytewright/runtime/codec';

export type { VarintEncoding } from '@bytewright/runtime';

/**
 * A variable-length integer: `number` up to 53 bits, `bigint` beyond. Without `preserve`, only its shortest encoding is
 * accepted.
 */
export interface VarintNode {
  readonly kind: 'varint';
  readonly encoding: VarintEncoding;
  readonly bits: number;
  /** Whether longer encodings are kept, as `{ value, byteLength }`. */
  readonly preserve?: true;
}

/** The traits of a variable-length integer. Sizes are in bytes; the range is inclusive. */
export interface VarintTraits {
  readonly label: string;
  readonly bigint: boolean;
  readonly maxSize: number;
  readonly min: bigint;
  readonly max: bigint;
}

/** The traits of a variable-length integer node. */
export function varintTraits({ encoding, bits }: VarintNode): VarintTraits {
  return {
    label: varintLabel(encoding, bits),
    bigint: bits > VARINT_NUMBER_BITS,
    maxSize: varintLimit(bits),
    ...varintRange(encoding, bits),
  };
}
