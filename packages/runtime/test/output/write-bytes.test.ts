import { EncodeError } from '@bytewright/runtime';
import { createOutput, writeBytes } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';
import { thrown } from '../thrown.js';

test('copies to the offset and gives the offset behind', () => {
  const output = createOutput(5);
  expect(writeBytes(output, Uint8Array.of(1, 2), 1, 'a')).toBe(3);
  expect(writeBytes(output, Buffer.from([3, 4]), 3, 'b')).toBe(5);
  expect(writeBytes(output, new Uint8Array(0), 5, 'c')).toBe(5);
  expect(output.bytes).toEqual(Uint8Array.of(0, 1, 2, 3, 4));
  expect(output.offset).toBe(0); // the caller keeps it
});

test.each([
  [0, 6],
  [4, 2],
  [5, 1],
  [6, 0],
])('at %d, %d bytes do not fit into 5: a value that has grown', (offset, length) => {
  const output = createOutput(5);
  const error = thrown(() => writeBytes(output, new Uint8Array(length).fill(9), offset, 'payload'));
  expect(error).toBeInstanceOf(EncodeError);
  expect(error).toMatchObject({ code: 'wrong-length', offset, path: 'payload' });
  expect(error).toMatchObject({
    expected: `at most ${['5 bytes', '', '', '', '1 byte', '0 bytes', '0 bytes'][offset]}, as the value had before it was written`,
    found: length === 1 ? '1 byte' : `${length} bytes`,
  });
  expect(output.bytes).toEqual(new Uint8Array(5));
});
