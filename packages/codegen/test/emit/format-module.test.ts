import { expect, test } from 'vitest';
import { formatModule } from '../../src/emit/format-module.js';

test('what fits into 110 columns is one line, whatever it was before', async () => {
  expect(await formatModule('if (end < 0)\nreturn -1;\n')).toBe('if (end < 0) return -1;\n');
  expect(await formatModule('g({\na, b: "c"\n})')).toBe("g({ a, b: 'c' });\n");
  const widest = `const a = g(${'b'.repeat(97)});`;
  expect(widest).toHaveLength(111);
  expect(await formatModule(widest)).toBe(`const a = g(\n  ${'b'.repeat(97)},\n);\n`);
  const fitting = widest.replace('b', '');
  expect(await formatModule(fitting)).toBe(`${fitting}\n`);
});

test('a type of several alternatives is one each, a comment stays', async () => {
  const alternative = (name: string): string => `{ ${name}: ${'c'.repeat(50)} }`;
  expect(await formatModule(`// all\nexport type A = ${alternative('a')} | ${alternative('b')};`)).toBe(
    `// all\nexport type A =\n  | ${alternative('a')}\n  | ${alternative('b')};\n`,
  );
});

test('a text that is not TypeScript is a fault of the generator, and no file', async () => {
  await expect(formatModule('const = 1;')).rejects.toThrow(/^the generated code cannot be parsed: /);
});
