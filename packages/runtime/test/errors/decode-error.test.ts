import { DecodeError, EncodeError, isDecodeError } from '@bytewright/runtime';
import { expect, test } from 'vitest';

const details = {
  code: 'unexpected-end',
  offset: 10,
  path: 'length',
  expected: 'u32be (4 bytes)',
  found: '2 bytes',
} as const;

test('has its details, a name and a message', () => {
  const error = new DecodeError(details);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('DecodeError');
  expect(error.message).toBe(
    'length at byte 10 (0xa): expected u32be (4 bytes), found 2 bytes (unexpected-end)',
  );
  expect(error.code).toBe('unexpected-end');
  expect(error.offset).toBe(10);
  expect(error.path).toBe('length');
  expect(error.expected).toBe('u32be (4 bytes)');
  expect(error.found).toBe('2 bytes');
  expect(error.stack).toContain(error.message);
});

test('its JSON is the details', () => {
  expect(new DecodeError(details).toJSON()).toEqual(details);
  expect(JSON.parse(JSON.stringify(new DecodeError(details)))).toEqual(details);
});

test('the guard knows it, and nothing that only looks like it', () => {
  expect(isDecodeError(new DecodeError(details))).toBe(true);
  const encode = new EncodeError({ ...details, code: 'wrong-type' });
  const lookAlike = Object.assign(new Error('no'), details, { name: 'DecodeError' });
  const others = [encode, lookAlike, details, undefined, null, 'DecodeError', 7, () => {}];
  expect(others.map(isDecodeError)).toEqual(others.map(() => false));
});
