import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync(new URL('../../../../docs/generated-code.md', import.meta.url), 'utf8');

/** The page's excerpts, each with the file that it is of. */
const excerpts = [...page.matchAll(/^<!-- excerpt of (\S+) -->\n```typescript\n([\s\S]*?)\n```$/gm)].map(
  ([, path = '', text = '']) => [path, text.split('\n// …\n')] as const,
);

test('each block of code is an excerpt', () => {
  expect(excerpts.length).toBe([...page.matchAll(/^```typescript$/gm)].length);
  expect(new Set(excerpts.map(([path]) => path)).size).toBe(6);
});

test.each(excerpts)('%s', (path, pieces) => {
  const file = readFileSync(new URL(`../../src/generated/qemu-7.2/${path}`, import.meta.url), 'utf8');
  let from = 0;
  for (const piece of pieces) {
    const at = file.indexOf(piece, from);
    expect(at, piece).toBeGreaterThanOrEqual(0);
    from = at + piece.length;
  }
});
