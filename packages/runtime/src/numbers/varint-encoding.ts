/**
 * How integers of variable length are written, seven bits a byte, the least significant ones first; the top bit of a
 * byte says that another one follows.
 *
 * - `uleb128`: unsigned (DWARF 5, section 7.6; WebAssembly's `uN`; Protocol Buffers' varint)
 * - `sleb128`: two's complement, the last byte's bit 6 is the sign (DWARF 5, section 7.6; WebAssembly's `sN`)
 * - `zigzag`: `uleb128` of 0, -1, 1, -2 … as 0, 1, 2, 3 … (Protocol Buffers' `sint32` and `sint64`)
 */
export type VarintEncoding = 'uleb128' | 'sleb128' | 'zigzag';

/** How a type of variable length is named in errors: `uleb128(32)`. */
export function varintLabel(encoding: VarintEncoding, bits: number): string {
  return `${encoding}(${bits})`;
}

/** Most bytes that an integer of so many bits takes. */
export function varintLimit(bits: number): number {
  return Math.ceil(bits / 7);
}

/** Least and greatest value of so many bits. */
export function varintRange(
  encoding: VarintEncoding,
  bits: number,
): { readonly min: bigint; readonly max: bigint } {
  return encoding === 'uleb128'
    ? { min: 0n, max: (1n << BigInt(bits)) - 1n }
    : { min: -(1n << BigInt(bits - 1)), max: (1n << BigInt(bits - 1)) - 1n };
}

/** Bits up to which the values are numbers; wider ones are bigints. */
export const VARINT_NUMBER_BITS = 53;
