import { DecodeError, EncodeError } from '@bytewright/runtime';
import {
  byteCount,
  decodeFailure,
  encodeFailure,
  missingField,
  trailingBytes,
  unexpectedEnd,
} from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [2, '2 bytes'],
])('%d is %j', (bytes, words) => {
  expect(byteCount(bytes)).toBe(words);
});

test.each([
  [2, '2 bytes'],
  [1, '1 byte'],
  [0, 'the end'],
  [-4, 'the end'],
])('with %d bytes left, the end found is %j', (available, found) => {
  const error = unexpectedEnd(8, 'length', 'u32be (4 bytes)', available);
  expect(error).toBeInstanceOf(DecodeError);
  expect(error.toJSON()).toEqual({
    code: 'unexpected-end',
    offset: 8,
    path: 'length',
    expected: 'u32be (4 bytes)',
    found,
  });
});

const RUN = 'type: u8, id: u32be, flags: u16be';
const TYPES: Readonly<Record<string, string>> = {
  type: 'u8 (1 byte)',
  id: 'u32be (4 bytes)',
  flags: 'u16be (2 bytes)',
};

test.each([
  [0, 'type', 100, 'the end'],
  [1, 'id', 101, 'the end'],
  [3, 'id', 101, '2 bytes'],
  [4, 'id', 101, '3 bytes'],
  [5, 'flags', 105, 'the end'],
  [6, 'flags', 105, '1 byte'],
])('of a run with %d bytes left, the field that is missing first is %s', (left, path, offset, found) => {
  const error = missingField(100, 100 + left, RUN);
  expect(error).toMatchObject({ code: 'unexpected-end', path, offset, found });
  expect(error.expected).toBe(TYPES[path]);
});

test('a run that fits is still an error, behind its last field', () => {
  expect(missingField(100, 107, RUN)).toMatchObject({ code: 'unexpected-end', path: '', offset: 107 });
});

test.each([
  [1, '1 more byte'],
  [12, '12 more bytes'],
])('%d bytes too many are %j', (left, found) => {
  expect(trailingBytes(3, 'body', 'the end of body', left).toJSON()).toEqual({
    code: 'trailing-bytes',
    offset: 3,
    path: 'body',
    expected: 'the end of body',
    found,
  });
});

test('decodeFailure and encodeFailure make errors of their parts', () => {
  const decode = decodeFailure('no-boundary', 1, 'p', 'e', 'f');
  expect(decode).toBeInstanceOf(DecodeError);
  expect(decode.toJSON()).toEqual({ code: 'no-boundary', offset: 1, path: 'p', expected: 'e', found: 'f' });
  const encode = encodeFailure('wrong-length', undefined, 'p', 'e', 'f');
  expect(encode).toBeInstanceOf(EncodeError);
  expect(encode.toJSON()).toEqual({
    code: 'wrong-length',
    offset: undefined,
    path: 'p',
    expected: 'e',
    found: 'f',
  });
});
