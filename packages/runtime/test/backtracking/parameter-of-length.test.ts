import { parameterOfLength } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';

test('the parameter that goes with a length, or the first one', () => {
  expect(parameterOfLength([2048, 256, 4096], [2052, 260, 4100], 260)).toBe(256);
  expect(parameterOfLength([2048, 256], [2052, 260], 7)).toBe(2048);
  expect(parameterOfLength([2048, 256], [2052, 260], undefined)).toBe(2048);
});
