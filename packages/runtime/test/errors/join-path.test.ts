import { joinPath } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';

test.each([
  ['sections[3]', 'footer.mark', 'sections[3].footer.mark'],
  ['a', '[2]', 'a[2]'],
  ['a', '[2].b', 'a[2].b'],
  ['', 'b', 'b'],
  ['', '[0]', '[0]'],
  ['a', '', 'a'],
  ['', '', ''],
])('%j and %j are %j', (head, tail, path) => {
  expect(joinPath(head, tail)).toBe(path);
});

test('joining is associative, so that callers can put a path together from the inside out', () => {
  const parts = ['', 'a', '[1]', 'b.c', '[2].d'];
  for (const a of parts) {
    for (const b of parts) {
      for (const c of parts) expect(joinPath(a, joinPath(b, c))).toBe(joinPath(joinPath(a, b), c));
    }
  }
});
