import { encodeText } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';

test('a text of single bytes is written unit by unit: its characters are never made into strings of their own', () => {
  const text = 'é'.repeat(100_000);
  const { prototype } = String;
  const iterate = prototype[Symbol.iterator];
  let iterations = 0;
  prototype[Symbol.iterator] = function count(this: string) {
    iterations++;
    return iterate.call(this);
  };
  try {
    expect(encodeText(text, 'latin1').every((byte) => byte === 0xe9)).toBe(true);
    expect(encodeText('abc', 'ascii')).toEqual(Uint8Array.of(0x61, 0x62, 0x63));
  } finally {
    prototype[Symbol.iterator] = iterate;
  }
  expect(iterations).toBe(0);
});
