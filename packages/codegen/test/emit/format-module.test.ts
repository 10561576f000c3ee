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

test('names of an import fill lines, as they are looked up and not read', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `name${i}`);
  const [head = '', first = '', ...rest] = (
    await formatModule(`import { ${names.join(', ')} } from './a.js';\ng(a);\n`)
  ).split('\n');
  expect(head).toBe('import {');
  expect(first).toMatch(/^ {2}name0, name1, .*,$/);
  expect(rest.slice(-3)).toEqual(["} from './a.js';", 'g(a);', '']);
  const lines = [first, ...rest.slice(0, -3)];
  expect(lines.join(' ').match(/\w+/g)).toEqual(names);
  for (const [i, line] of lines.entries()) {
    expect(line.length).toBeLessThanOrEqual(110);
    const next = lines[i + 1]?.trim().split(' ')[0];
    if (next !== undefined) expect(`${line} ${next}`.length).toBeGreaterThan(110);
  }
});

test('texts of a list fill lines, unless it holds something else', async () => {
  const texts = Array.from({ length: 20 }, (_, i) => `'text${i}'`);
  const plain = await formatModule(`const a = [${texts.join(', ')}];\n`);
  expect(plain.split('\n')).toHaveLength(5);
  expect(plain).toMatch(/^const a = \[\n {2}'text0', 'text1', [^\n]*,\n[^\n]*'text19',\n\];\n$/);
  const mixed = await formatModule(`const a = [${texts.join(', ')}, b];\n`);
  expect(mixed.split('\n')).toHaveLength(24);
});

test('a text that is not TypeScript is a fault of the generator, and no file', async () => {
  await expect(formatModule('const = 1;')).rejects.toThrow(/^the generated code cannot be parsed: /);
});
