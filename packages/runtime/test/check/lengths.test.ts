import { checkLength, checkPresence, createOutput, writeFixedBytes } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';
import { thrown } from '../thrown.js';

test('a length that is given by something else', () => {
  expect(checkLength(4, 4, 0, 'mac')).toBeUndefined();
  expect(thrown(() => checkLength(5, 4, 8, 'mac'))).toMatchObject({
    code: 'wrong-length',
    offset: 8,
    path: 'mac',
    expected: 'length 4',
    found: 'length 5',
  });
  expect(thrown(() => checkLength(5, 12, undefined, 'mac', 'size - 4 = '))).toMatchObject({
    offset: undefined,
    expected: 'length size - 4 = 0xc (12)',
    found: 'length 5',
  });
});

test('a value that is there where its condition holds', () => {
  expect(checkPresence(5, true, 'version = 1', 0, 'unused')).toBeUndefined();
  expect(checkPresence(undefined, 0, 'version = 1', 0, 'unused')).toBeUndefined();
  expect(thrown(() => checkPresence(5, false, 'version = 1', 8, 'unused'))).toMatchObject({
    code: 'mismatch',
    offset: 8,
    path: 'unused',
    expected: 'undefined, as version = 1 is false',
    found: '5',
  });
  expect(thrown(() => checkPresence(undefined, 2, 'version = 1', 8, 'unused'))).toMatchObject({
    expected: 'a value, as version = 1 is true',
    found: 'undefined',
  });
});

test('bytes that are always as many', () => {
  const output = createOutput(8);
  expect(writeFixedBytes(output, Uint8Array.of(1, 2), 2, 1, 'mac')).toBe(3);
  expect([...output.bytes]).toEqual([0, 1, 2, 0, 0, 0, 0, 0]);
  expect(thrown(() => writeFixedBytes(output, [1, 2], 2, 1, 'mac'))).toMatchObject({ code: 'wrong-type' });
  expect(thrown(() => writeFixedBytes(output, Uint8Array.of(1), 2, 1, 'mac'))).toMatchObject({
    code: 'wrong-length',
    offset: 1,
    path: 'mac',
    expected: 'length 2',
    found: 'length 1',
  });
  expect(thrown(() => writeFixedBytes(output, Uint8Array.of(1, 2), 2, 7, 'mac'))).toMatchObject({
    code: 'wrong-length',
    offset: 7,
  });
});
