import { EncodeError } from '@bytewright/runtime';
import { createOutput, writeUint16Array } from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thrown } from '../thrown.js';
import { NUMBER_KINDS, numbersOneByOne } from './kinds.js';

test('1 and 2 as 16-bit numbers, in both orders', () => {
  const output = createOutput(8);
  expect(writeUint16Array(output, Uint16Array.of(1, 2), false, 0, 'a')).toBe(4);
  expect(writeUint16Array(output, Uint16Array.of(1, 2), true, 4, 'b')).toBe(8);
  expect(output.bytes).toEqual(Uint8Array.of(0, 1, 0, 2, 1, 0, 2, 0));
});

describe.each(NUMBER_KINDS)('$name', (kind) => {
  test('reading what was written gives the numbers, and the value stays as it was', () => {
    const cases = fc.record({
      bytes: fc.uint8Array({ maxLength: 700, size: 'max' }),
      offset: fc.nat(9),
      littleEndian: fc.boolean(),
      skipped: fc.nat(2),
    });
    fc.assert(
      fc.property(cases, ({ bytes, offset, littleEndian, skipped }) => {
        const count = Math.floor(bytes.length / kind.size);
        // a part of a larger array: its memory does not begin where the numbers do
        const numbers = kind.read(bytes, 0, count, true).subarray(Math.min(skipped, count));
        const before = [...numbers];
        const output = createOutput(offset + numbers.byteLength + 3);
        output.bytes.fill(0xee);
        const end = kind.write(output, numbers, littleEndian, offset, 'list');
        expect(end).toBe(offset + numbers.byteLength);
        expect(numbersOneByOne(kind, output.bytes, offset, numbers.length, littleEndian)).toEqual(before);
        expect([...numbers]).toEqual(before);
        const around = [...output.bytes.subarray(0, offset), ...output.bytes.subarray(end)];
        expect(around).toEqual(new Array(offset + 3).fill(0xee));
      }),
    );
  });

  test('an array that has grown since it was sized is refused, and nothing is written', () => {
    const numbers = kind.read(new Uint8Array(16).fill(1), 0, 16 / kind.size, false);
    const output = createOutput(17);
    const error = thrown(() => kind.write(output, numbers, false, 2, 'list'));
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toMatchObject({ code: 'wrong-length', offset: 2, path: 'list', found: '16 bytes' });
    expect(output.bytes).toEqual(new Uint8Array(17));
  });
});
