import type { CustomCodec } from '@bytewright/runtime';

/** A byte that counts in dozens, up to 1200: what is more, or no dozens, is refused. */
export const dozens: CustomCodec<number> = {
  read([byte]) {
    if (byte === undefined) return 'no bytes';
    return byte <= 100 ? { value: byte * 12, byteLength: 1 } : `${byte} dozens`;
  },
  write: (value) =>
    value % 12 === 0 && value >= 0 && value <= 1200 ? Uint8Array.of(value / 12) : `${value}, no dozens`,
  examples: [0, 12, 36],
};

/** Bytes up to one of 9 and more, in reverse order. */
export const backwards: CustomCodec<readonly number[]> = {
  read(bytes) {
    const last = bytes.findIndex((byte) => byte >= 9);
    return last < 0 ? 'no end' : { value: [...bytes.subarray(0, last + 1)].reverse(), byteLength: last + 1 };
  },
  write(value) {
    const isByte = (byte: number): boolean => Number.isInteger(byte) && Object.is(byte, byte & 0xff); // -0 is none
    const isOne = value.every((byte, at) => isByte(byte) && (at === 0) === byte >= 9);
    return isOne && value.length > 0 ? Uint8Array.from(value).reverse() : 'no such list';
  },
  examples: [[9], [255, 0, 1]],
};

/** The sum of all bytes, modulo 2¹⁶. */
export function byteSum(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => (sum + byte) & 0xffff, 0);
}

/** All bytes upside down: what undoes it is the same. */
export function invertBytes(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => ~byte);
}

/** How many vowels a text has. */
export function vowels(text: string): number {
  return text.replace(/[^aeiou]/g, '').length;
}

/** Twice as much. */
export function twice(n: number): number {
  return 2 * n;
}
