import type { ScalarType } from '../expression.js';
import type { NumericTraits } from './numeric.js';

/** The type of a bit field: a boolean, an unsigned integer, or two's complement. */
export type BitsType = 'boolean' | 'unsigned' | 'signed';

/**
 * A bit field: some bits of a word that it shares with adjacent fields, its *run*. A run is a whole number of bytes, and
 * its fields fill it without gaps. All fields of a run are decoded and encoded at the start of the run; the last one
 * advances past it.
 *
 * Both ways to write bit fields have this one form. Fields of a struct that begin with the most significant bit cut a
 * big-endian word from the top; those that begin with the least significant bit cut a little-endian word from the
 * bottom; `bits(…)` cuts any word from either end.
 */
export interface BitsNode {
  readonly kind: 'bits';
  readonly type: BitsType;
  /** Bits of the field, 1 to {@link WIDEST_BIT_FIELD}. */
  readonly width: number;
  /** Bits of the word below the field: the field is `word >> shift`, masked to its width. */
  readonly shift: number;
  /** Bits of the run that belong to earlier fields: 0 for the first field. */
  readonly position: number;
  /** The bytes of the run as one number. */
  readonly word: BitWord;
}

/** The bytes that the fields of a run share. */
export interface BitWord {
  /** In bytes. */
  readonly size: number;
  readonly littleEndian: boolean;
}

/** The maximum width of a field. */
export const WIDEST_BIT_FIELD = 128;
/** The maximum width of a field whose value is a `number`; beyond, it is a `bigint`. */
const WIDEST_NUMBER = 48;

/** The traits of a bit field's type and width. The range is inclusive. */
export interface BitsTraits extends NumericTraits {
  readonly scalar: ScalarType;
}

/** The traits of a bit field; a boolean's range is that of its bit. */
export function bitsTraits({ type, width }: Pick<BitsNode, 'type' | 'width'>): BitsTraits {
  const bigint = width > WIDEST_NUMBER;
  const magnitude = 1n << BigInt(type === 'signed' ? width - 1 : width);
  return {
    scalar: type === 'boolean' ? 'boolean' : bigint ? 'bigint' : 'number',
    bigint,
    min: type === 'signed' ? -magnitude : 0n,
    max: magnitude - 1n,
    label: type === 'boolean' ? 'bit' : `${type === 'signed' ? 'ibits' : 'ubits'}(${width})`,
  };
}

/** Whether a field is the first of its run: the one that reports missing bytes of the run. */
export function isFirstOfRun({ position }: BitsNode): boolean {
  return position === 0;
}

/** Whether a field is the last of its run: the one that advances past the run's bytes. */
export function isLastOfRun({ position, width, word }: BitsNode): boolean {
  return position + width === 8 * word.size;
}

/** The bytes that hold a field, and its position in them. */
export interface CoveringBytes {
  /** The offset from the start of the run. */
  readonly offset: number;
  readonly size: number;
  /** Bits below the field in the number made of these bytes. */
  readonly shift: number;
}

/** The bytes that hold at least one bit of a field: its location in errors and explanations. */
export function coveringBytes({ shift, width, word }: BitsNode): CoveringBytes {
  const lowest = Math.floor(shift / 8);
  const highest = Math.floor((shift + width - 1) / 8);
  return {
    offset: word.littleEndian ? lowest : word.size - 1 - highest,
    size: highest - lowest + 1,
    shift: shift - 8 * lowest,
  };
}
