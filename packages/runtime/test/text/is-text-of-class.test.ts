import { isTextOfClass } from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';

test.each([
  ['', 0, true],
  ['', 1, false],
  [' ~', 1, true],
  ['a\n', 1, false],
  ['\n', 0, false],
  ['a\x1f', 1, false],
  ['\x7fa', 1, false],
  ['é', 1, false],
  ['\ud800', 0, false],
])('%j of at least %d printable characters', (text, least, holds) => {
  expect(isTextOfClass(text, 0x20, 0x7e, least)).toBe(holds);
});

test('it says what a regular expression says', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('a', 'z', '`', '{', '\n'), fc.string({ unit: 'binary', maxLength: 1 })),
    maxLength: 5,
  });
  fc.assert(
    fc.property(text, (one) => {
      expect(isTextOfClass(one, 0x61, 0x7a, 1)).toBe(/^[a-z]+$/.test(one));
      expect(isTextOfClass(one, 0x61, 0x7a, 0)).toBe(/^[a-z]*$/.test(one));
    }),
    { numRuns: budget({ everyDay: 300, deep: 5000 }) },
  );
});
