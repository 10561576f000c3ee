import { expect, test } from 'vitest';
import { formatFailure } from '../../src/errors/format-failure.js';

test('path, offset in both bases, what was expected, what was found, code', () => {
  expect(formatFailure('wrong-constant', 1234, 'sections[3].footer.mark', '0x7e', '0x00')).toBe(
    'sections[3].footer.mark at byte 1234 (0x4d2): expected 0x7e, found 0x00 (wrong-constant)',
  );
});

test('without a path it begins with the offset', () => {
  expect(formatFailure('trailing-bytes', 5, '', 'the end', '1 more byte')).toBe(
    'at byte 5 (0x5): expected the end, found 1 more byte (trailing-bytes)',
  );
});

test('without an offset it leaves it out', () => {
  expect(formatFailure('wrong-type', undefined, 'name', 'a string', '0x2a (42)')).toBe(
    'name: expected a string, found 0x2a (42) (wrong-type)',
  );
});

test('with neither it begins with what was expected', () => {
  expect(formatFailure('wrong-type', undefined, '', 'an object', 'null')).toBe(
    'expected an object, found null (wrong-type)',
  );
});
