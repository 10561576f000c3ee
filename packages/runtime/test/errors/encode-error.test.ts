import { DecodeError, EncodeError, isEncodeError } from '@bytewright/runtime';
import { expect, test } from 'vitest';

const details = {
  code: 'out-of-range',
  offset: undefined,
  path: 'count',
  expected: 'u8, 0 to 0xff (255)',
  found: '0x12c (300)',
} as const;

test('has its details, a name and a message', () => {
  const error = new EncodeError(details);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('EncodeError');
  expect(error.message).toBe('count: expected u8, 0 to 0xff (255), found 0x12c (300) (out-of-range)');
  expect(error.code).toBe('out-of-range');
  expect(error.offset).toBeUndefined();
  expect(error.path).toBe('count');
  expect(error.expected).toBe('u8, 0 to 0xff (255)');
  expect(error.found).toBe('0x12c (300)');
  expect(error.stack).toContain(error.message);
});

test('its JSON is the details; an offset that is not known is left out', () => {
  expect(new EncodeError(details).toJSON()).toStrictEqual(details);
  const { offset: _, ...rest } = details;
  expect(JSON.parse(JSON.stringify(new EncodeError(details)))).toStrictEqual(rest);
  const placed = { ...details, offset: 3 };
  expect(JSON.parse(JSON.stringify(new EncodeError(placed)))).toStrictEqual(placed);
});

test('the guard knows it, and nothing that only looks like it', () => {
  expect(isEncodeError(new EncodeError(details))).toBe(true);
  const decode = new DecodeError({ ...details, code: 'mismatch', offset: 0 });
  const lookAlike = Object.assign(new Error('no'), details, { name: 'EncodeError' });
  const others = [decode, lookAlike, details, undefined, null, 'EncodeError', 7, () => {}];
  expect(others.map(isEncodeError)).toEqual(others.map(() => false));
});
