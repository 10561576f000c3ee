import { DecodeError, EncodeError } from '@bytewright/runtime';
import { atPath, decodeFailure, encodeFailure } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';
import { thrown } from '../thrown.js';

test('segments go in front, from the innermost outwards', () => {
  const error = decodeFailure('wrong-constant', 1234, 'mark', '0x7e', '0x00');
  expect(atPath(error, 'footer')).toBe(error);
  expect(error.path).toBe('footer.mark');
  atPath(error, '[3]');
  expect(error.path).toBe('[3].footer.mark');
  atPath(error, 'sections');
  expect(error.path).toBe('sections[3].footer.mark');
});

test('an empty path takes the segment alone', () => {
  const error = encodeFailure('ambiguous', 4, '', 'a', 'b');
  atPath(error, 'payload');
  expect(error.path).toBe('payload');
});

test('message, stack and JSON follow the path, and the frames stay', () => {
  const error = decodeFailure('no-arm', 16, 'body', 'one of 1, 2', '7');
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  atPath(error, 'items[0]');
  const message = 'items[0].body at byte 16 (0x10): expected one of 1, 2, found 7 (no-arm)';
  expect(error.message).toBe(message);
  expect(error.stack).toContain(message);
  expect(error.stack?.split('\n').filter((line) => /^\s+at /.test(line))).toEqual(frames);
  expect(frames?.length).toBeGreaterThan(0);
  expect(error.toJSON()).toEqual({
    code: 'no-arm',
    offset: 16,
    path: 'items[0].body',
    expected: 'one of 1, 2',
    found: '7',
  });
});

test('what was found may look like a replacement pattern', () => {
  const error = decodeFailure('mismatch', 0, 'name', '"$&"', '"$1 $` $\'"');
  atPath(error, 'head');
  expect(error.message).toBe('head.name at byte 0 (0x0): expected "$&", found "$1 $` $\'" (mismatch)');
  expect(error.stack).toContain(error.message);
});

test('a fault deep in a recursion gathers its whole path', () => {
  function read(depth: number): never {
    if (depth === 0) throw decodeFailure('invalid-value', 99, 'value', 'a bool', '7');
    try {
      return read(depth - 1);
    } catch (error) {
      throw atPath(error, `kids[${depth}]`);
    }
  }
  const error = thrown(() => read(3));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({ path: 'kids[3].kids[2].kids[1].value', offset: 99 });
});

test('other errors are not touched', () => {
  const error = new RangeError('Offset is outside the bounds');
  const stack = error.stack;
  expect(atPath(error, 'a')).toBe(error);
  expect(error.message).toBe('Offset is outside the bounds');
  expect(error.stack).toBe(stack);
  expect(error).not.toHaveProperty('path');
  for (const value of [undefined, null, 'text', 7]) expect(atPath(value, 'a')).toBe(value);
});

test('an error without a stack keeps none', () => {
  const error = new EncodeError({ code: 'mismatch', offset: 0, path: 'b', expected: 'x', found: 'y' });
  Reflect.deleteProperty(error, 'stack');
  atPath(error, 'a');
  expect(error.path).toBe('a.b');
  expect(error).not.toHaveProperty('stack');
});

test('a stack that is made only when asked for names the path once', () => {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (error): string => `${String(error)}\n    at somewhere`; // as tools that map sources do
  try {
    const error = new EncodeError({
      code: 'mismatch',
      offset: undefined,
      path: 'b',
      expected: '1',
      found: '2',
    });
    atPath(error, 'a');
    expect(error.stack).toBe('EncodeError: a.b: expected 1, found 2 (mismatch)\n    at somewhere');
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
});
