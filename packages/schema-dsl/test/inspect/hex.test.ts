import { expect, test } from 'vitest';
import { bytesOfDigits } from '../../src/inspect/json/bytes-of-digits.js';
import { hexOf } from '../../src/inspect/json/hex-of.js';

test('converts bytes to digits, and back', () => {
  expect(hexOf(Uint8Array.of(0, 0x0f, 0xa0, 0xff))).toBe('000fa0ff');
  expect(bytesOfDigits('000fA0fF')).toEqual(Uint8Array.of(0, 0x0f, 0xa0, 0xff));
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect(hexOf(all)).toBe(Buffer.from(all).toString('hex'));
  expect(bytesOfDigits(hexOf(all))).toEqual(all);
  expect(bytesOfDigits(hexOf(all).toUpperCase())).toEqual(all);
  expect(hexOf(all.subarray(3, 5))).toBe('0304');
  expect(bytesOfDigits('')).toEqual(new Uint8Array(0));
});
