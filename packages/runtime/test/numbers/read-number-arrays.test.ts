import { readUint8Array, readUint16Array, readUint32Array } from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NUMBER_KINDS, numbersOneByOne } from './kinds.js';

test('00 01 02 03 in both orders', () => {
  const bytes = Uint8Array.of(0, 1, 2, 3);
  expect(readUint16Array(bytes, 0, 2, false)).toEqual(Uint16Array.of(0x0001, 0x0203));
  expect(readUint16Array(bytes, 0, 2, true)).toEqual(Uint16Array.of(0x0100, 0x0302));
  expect(readUint32Array(bytes, 0, 1, false)).toEqual(Uint32Array.of(0x00010203));
  expect(readUint32Array(bytes, 0, 1, true)).toEqual(Uint32Array.of(0x03020100));
});

describe.each(NUMBER_KINDS)('$name', (kind) => {
  test('all numbers, in both orders, at any offset of any part of a buffer', () => {
    const cases = fc.record({
      bytes: fc.uint8Array({ maxLength: 700, size: 'max' }),
      skip: fc.nat(9),
      from: fc.nat(9),
      littleEndian: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, ({ bytes, skip, from, littleEndian }) => {
        const part = bytes.subarray(Math.min(skip, bytes.length));
        const start = Math.min(from, part.length);
        const count = Math.floor((part.length - start) / kind.size);
        const before = bytes.slice();
        const numbers = kind.read(part, start, count, littleEndian);
        expect(numbers.constructor.name).toBe(kind.name);
        expect([...numbers]).toEqual(numbersOneByOne(kind, part, start, count, littleEndian));
        expect(bytes).toEqual(before);
      }),
    );
  });

  test('a copy: of its own memory, also of a Buffer', () => {
    const source = Buffer.from(Array.from({ length: 16 }, (_, i) => i + 1));
    const numbers = kind.read(source, 0, 16 / kind.size, false);
    const expected = [...numbers];
    source.fill(0);
    expect([...numbers]).toEqual(expected);
    expect(numbers.buffer).not.toBe(source.buffer);
    expect(numbers.byteLength).toBe(16);
    expect(numbers.buffer.byteLength).toBe(16);
  });

  test('none', () => {
    expect(kind.read(new Uint8Array(3), 3, 0, false)).toHaveLength(0);
  });
});

test('the readers of bytes need no order', () => {
  expect(readUint8Array(Uint8Array.of(1, 2, 3), 1, 2)).toEqual(Uint8Array.of(2, 3));
});
