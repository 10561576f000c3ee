import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBitsBe, readBitsLe, writeBitsBe, writeBitsLe } from '../../src/numbers/bits.js';

const viewOf = (...bytes: readonly number[]): DataView => new DataView(Uint8Array.from(bytes).buffer);
const bytesOf = (view: DataView): number[] => [...new Uint8Array(view.buffer)];

test('the 36 bits that end a FLAC stream info, and the 20 that begin it', () => {
  const view = viewOf(0x0a, 0xc4, 0x42, 0xf1, 0x23, 0x45, 0x67, 0x89);
  expect(readBitsBe(view, 3, 5, 0, 36)).toBe(0x123456789n);
  expect(readBitsBe(view, 0, 3, 4, 20)).toBe(44100n);
});

test('bits of a little-endian word', () => {
  const view = viewOf(0, 0x34, 0x12, 0xff);
  expect(readBitsLe(view, 1, 2, 4, 12)).toBe(0x123n);
  expect(readBitsLe(view, 1, 3, 0, 20)).toBe(0xf1234n);
});

test('bits are added to those that are there, and negative numbers are cut', () => {
  const view = viewOf(0x80, 0, 0, 0, 0, 0x01);
  writeBitsBe(view, 0, 6, 1, 46, -1);
  expect(bytesOf(view)).toEqual([0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
  const other = viewOf(0x01, 0, 0, 0, 0, 0x80);
  writeBitsLe(other, 0, 6, 1, 46, 2n);
  expect(bytesOf(other)).toEqual([0x05, 0, 0, 0, 0, 0x80]);
});

describe('what is written is read, and nothing else changes', () => {
  test.each([
    ['most significant byte first', readBitsBe, writeBitsBe],
    ['least significant byte first', readBitsLe, writeBitsLe],
  ])('%s', (_, read, write) => {
    const field = fc.tuple(fc.integer({ min: 1, max: 17 }), fc.nat(), fc.nat()).map(([size, a, b]) => {
      const shift = a % (8 * size);
      return { size, shift, width: 1 + (b % (8 * size - shift)) };
    });
    fc.assert(
      fc.property(field, fc.bigInt({ min: 0n, max: 2n ** 136n }), ({ size, shift, width }, number) => {
        const view = new DataView(new ArrayBuffer(size + 2));
        write(view, 1, size, shift, width, number);
        expect(read(view, 1, size, shift, width)).toBe(BigInt.asUintN(width, number));
        const all = read(view, 1, size, 0, 8 * size);
        expect(all).toBe(BigInt.asUintN(width, number) << BigInt(shift));
        expect([view.getUint8(0), view.getUint8(size + 1)]).toEqual([0, 0]);
      }),
    );
  });

  test('as DataView does, for whole words', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (number) => {
        const view = new DataView(new ArrayBuffer(8));
        writeBitsBe(view, 0, 8, 0, 64, number);
        expect(view.getBigUint64(0)).toBe(number);
        expect(readBitsLe(view, 0, 8, 0, 64)).toBe(view.getBigUint64(0, true));
      }),
    );
  });
});
