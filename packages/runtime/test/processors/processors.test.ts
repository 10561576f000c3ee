import { DecodeError, EncodeError } from '@bytewright/runtime';
import {
  atOffset,
  keyBytes,
  processBytes,
  reverseGroups,
  rotateBytes,
  xorBytes,
} from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';

test('exclusive or with a key that begins anew, and back', () => {
  expect(xorBytes(hex('01 02 03'), hex('f0 0f'))).toEqual(hex('f1 0d f3'));
  expect(xorBytes(hex('f1 0d f3'), hex('f0 0f'))).toEqual(hex('01 02 03'));
  // the masked "Hello" of RFC 6455, section 5.7
  expect(xorBytes(hex('7f 9f 4d 51 58'), hex('37 fa 21 3d'))).toEqual(new Uint8Array(Buffer.from('Hello')));
});

test('numbers as keys', () => {
  expect(keyBytes(0x37fa213d, 4)).toEqual(hex('37 fa 21 3d'));
  expect(keyBytes(0x5a, 1)).toEqual(hex('5a'));
  expect(keyBytes(0xffffffff, 4)).toEqual(hex('ffffffff'));
  for (const [key, size] of [
    [256, 1],
    [-1, 1],
    [0.5, 1],
    [Number.NaN, 4],
    [1n, 1],
    ['1', 1],
    [2 ** 32, 4],
  ] as const)
    expect(keyBytes(key, size)).toBeUndefined();
});

test('rotation of bytes, and back', () => {
  expect(rotateBytes(hex('81 01 f0'), 1)).toEqual(hex('03 02 e1'));
  for (let bits = 0; bits < 8; bits++)
    expect(rotateBytes(rotateBytes(hex('81 01 f0'), bits), (8 - bits) % 8)).toEqual(hex('81 01 f0'));
});

test('groups in reverse order', () => {
  expect(reverseGroups(hex('01 02 03 04'), 2)).toEqual(hex('02 01 04 03'));
  expect(reverseGroups(hex('01 02 03 04 05 06 07 08'), 4)).toEqual(hex('04 03 02 01 08 07 06 05'));
  expect(reverseGroups(hex('01 02 03 04 05 06 07 08'), 8)).toEqual(hex('08 07 06 05 04 03 02 01'));
});

test('a function of the author gives as many bytes, or a text', () => {
  const back = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes).reverse();
  expect(processBytes(back, hex('01 02'))).toStrictEqual(hex('02 01'));
  expect(processBytes(() => hex('01'), hex('01 02'))).toBe('bytes 01');
  expect(processBytes(() => 7, hex('01'))).toBe('7');
  expect(
    processBytes(() => {
      throw new Error('broken');
    }, hex('01')),
  ).toBe('broken');
});

test('errors tell where in the input', () => {
  const details = { code: 'invalid-value', path: 'a', expected: 'b', found: 'c' } as const;
  const error = atOffset(new DecodeError({ ...details, offset: 2 }), 5);
  expect(error).toMatchObject({
    offset: 7,
    message: 'a at byte 7 (0x7): expected b, found c (invalid-value)',
  });
  const sizing = new EncodeError({ ...details, code: 'wrong-type', offset: undefined });
  expect(atOffset(sizing, 5)).toMatchObject({ offset: undefined });
  expect(atOffset('other', 5)).toBe('other');
});
