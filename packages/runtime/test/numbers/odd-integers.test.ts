import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getBigInt, getBigUint, getInt, getUint, setBigInt, setInt } from '../../src/numbers/odd-integers.js';

const view = (...bytes: readonly number[]): DataView => new DataView(Uint8Array.from(bytes).buffer);
const bytesOf = ({ buffer }: DataView): readonly number[] => [...new Uint8Array(buffer as ArrayBuffer)];

describe('integers of widths that DataView lacks', () => {
  test('24 bits in both orders', () => {
    expect(getUint(view(1, 2, 3), 0, 3, false)).toBe(0x010203);
    expect(getUint(view(1, 2, 3), 0, 3, true)).toBe(0x030201);
    expect(getInt(view(0xff, 0xff, 0xfe), 0, 3, false)).toBe(-2);
    expect(getInt(view(0, 0, 0x80), 0, 3, true)).toBe(-0x800000);
  });

  test('48 bits stay exact at both ends', () => {
    expect(getUint(view(0xff, 0xff, 0xff, 0xff, 0xff, 0xff), 0, 6, false)).toBe(2 ** 48 - 1);
    expect(getInt(view(0x80, 0, 0, 0, 0, 0), 0, 6, false)).toBe(-(2 ** 47));
  });

  test('128 bits', () => {
    const bytes = Array.from({ length: 16 }, (_, i) => i);
    expect(getBigUint(view(...bytes), 0, 16, false)).toBe(0x000102030405060708090a0b0c0d0e0fn);
    expect(getBigUint(view(...bytes), 0, 16, true)).toBe(0x0f0e0d0c0b0a09080706050403020100n);
    expect(getBigInt(view(...bytes.map(() => 0xff)), 0, 16, false)).toBe(-1n);
  });

  test('are written as DataView writes the widths that it has', () => {
    const property = fc.property(fc.integer(), fc.boolean(), (value, littleEndian) => {
      const [ours, theirs] = [view(0, 0, 0, 0), view(0, 0, 0, 0)];
      setInt(ours, 0, 4, value, littleEndian);
      theirs.setInt32(0, value, littleEndian);
      expect(bytesOf(ours)).toEqual(bytesOf(theirs));
      expect(getInt(theirs, 0, 4, littleEndian)).toBe(value);
    });
    fc.assert(property);
  });

  test('bigints are written as DataView writes 64 bits', () => {
    const property = fc.property(
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.boolean(),
      (value, order) => {
        const [ours, theirs] = [new DataView(new ArrayBuffer(8)), new DataView(new ArrayBuffer(8))];
        setBigInt(ours, 0, 8, value, order);
        theirs.setBigInt64(0, value, order);
        expect(bytesOf(ours)).toEqual(bytesOf(theirs));
        expect(getBigInt(theirs, 0, 8, order)).toBe(value);
        expect(getBigUint(theirs, 0, 8, order)).toBe(theirs.getBigUint64(0, order));
      },
    );
    fc.assert(property);
  });
});
