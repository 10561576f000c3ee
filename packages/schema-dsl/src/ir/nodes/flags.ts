import { listed } from '@bytewright/runtime/codec';
import type { NumericNode } from './numeric.js';
import { numericTraits } from './numeric.js';

/** A name for a bit; bit 0 is the least significant. */
export interface FlagMember {
  readonly name: string;
  readonly bit: number;
}

/**
 * An unsigned integer as a set of named bits: an object with a boolean for each, and a member {@link UNKNOWN_BITS} with the
 * other bits in their positions. With `strict`, other bits are rejected and there is no such member.
 */
export interface FlagsNode {
  readonly kind: 'flags';
  readonly node: NumericNode;
  readonly flags: readonly FlagMember[];
  readonly strict?: true;
}

/** The member of a flag set's value that holds the bits without a name. */
export const UNKNOWN_BITS = 'unknown';

/** The bits that have a name. */
export function knownBits({ flags }: FlagsNode): bigint {
  return flags.reduce((mask, { bit }) => mask | (1n << BigInt(bit)), 0n);
}

/** The bits without a name. */
export function unknownBits(node: FlagsNode): bigint {
  return numericTraits(node.node).max & ~knownBits(node);
}

/** What a strict flag set accepts, for messages: `no bits but read (0), write (1)`. */
export function flagsText({ flags }: FlagsNode): string {
  return `no bits but ${listed(flags.map(({ name, bit }) => `${name} (${bit})`))}`;
}
