import { expect, test } from 'vitest';
import { block, declaration } from '../../src/emit/code.js';
import { withoutUnusedLocals } from '../../src/emit/unused-locals.js';

const assigned = block('if (flag)', ['const read = view.getUint8(offset);', 'x = read;', 'offset += 1;']);

test('a variable that is only assigned is left out, and what it was assigned', () => {
  expect(withoutUnusedLocals([declaration('let x', 'number | undefined'), ...assigned])).toEqual(
    block('if (flag)', ['offset += 1;']),
  );
});

test('what it was assigned stays where that may fail', () => {
  const code = [declaration('let x', 'number'), 'x = next(input);'];
  expect(withoutUnusedLocals(code)).toEqual(['next(input);']);
});

test('a variable that is read stays', () => {
  const code = [declaration('let x', 'number | undefined'), ...assigned, 'return x;'];
  expect(withoutUnusedLocals(code)).toEqual(code);
});
