import type { CustomCodec } from '@bytewright/runtime';

/**
 * The variable-length integer of QUIC (RFC 9000, section 16): two bits that say how many bytes there are, then the number.
 */
export const quicInteger: CustomCodec<bigint> = {
  read(bytes) {
    const [first] = bytes;
    if (first === undefined) return 'no bytes';
    const byteLength = 1 << (first >> 6);
    if (bytes.length < byteLength) return `${bytes.length} of ${byteLength} bytes`;
    let value = BigInt(first & 0x3f);
    for (const byte of bytes.subarray(1, byteLength)) value = value * 256n + BigInt(byte);
    return { value, byteLength };
  },
  write(value) {
    const exponent = [6n, 14n, 30n, 62n].findIndex((bits) => value >= 0n && value < 1n << bits);
    if (exponent < 0) return `${value}, no integer of 62 bits`;
    const bytes = new Uint8Array(1 << exponent);
    let rest = value;
    for (let at = bytes.length - 1; at >= 0; at--, rest >>= 8n) bytes[at] = Number(rest & 0xffn);
    bytes[0] = (bytes[0] ?? 0) | (exponent << 6);
    return bytes;
  },
  examples: [0n, 63n, 64n, 16383n, 16384n, (1n << 30n) - 1n, 1n << 30n, (1n << 62n) - 1n],
};

/** Packed decimal: a digit a nibble, and a last nibble that is C for plus and D for minus. */
export interface Decimal {
  readonly digits: string;
  readonly negative: boolean;
}

export const packedDecimal: CustomCodec<Decimal> = {
  read(bytes) {
    let digits = '';
    for (let at = 0; at < 2 * bytes.length; at++) {
      const byte = bytes[at >> 1] ?? 0;
      const nibble = at % 2 === 0 ? byte >> 4 : byte & 15;
      if (nibble < 10) digits += nibble;
      else if (at % 2 === 1 && (nibble === 0xc || nibble === 0xd))
        return { value: { digits, negative: nibble === 0xd }, byteLength: (at + 1) / 2 };
      else return `the nibble ${nibble.toString(16)}`;
    }
    return 'no sign';
  },
  write({ digits, negative }) {
    if (!/^[0-9]([0-9]{2})*$/.test(digits)) return `${digits.length} digits`;
    const nibbles = `${digits}${negative ? 'd' : 'c'}`;
    return Uint8Array.from({ length: nibbles.length / 2 }, (_, at) => Number.parseInt(nibbles.slice(2 * at, 2 * at + 2), 16));
  },
  examples: [{ digits: '0', negative: false }, { digits: '123', negative: true }, { digits: '98765', negative: false }],
};
