import { describe, expect, test } from 'vitest';
import { tidy } from '../../src/emit/tidy/tidy.js';

/** A function of the module that everything below stands in: what it is given is used by nobody unless the body does. */
function body(...lines: readonly string[]): string {
  const text = tidy(`export function f(input: Input, view: DataView): void {\n${lines.join('\n')}\n}\n`);
  return text.replace(/^export function f\(.*\): void \{\n/, '').replace(/\}\n$/, '');
}

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

describe('what nothing reads is left out', () => {
  test('an import, name by name; a type that only types mention stays', () => {
    expect(
      tidy(
        lines(
          "import type { Input, Output } from 'r';",
          "import { a, b as c, d } from 'r';",
          "import { e } from 's';",
          'export function f(input: Input): void { c(input); }',
        ),
      ),
    ).toBe(
      lines(
        "import type { Input } from 'r';",
        "import { b as c } from 'r';",
        'export function f(input: Input): void { c(input); }',
      ),
    );
  });

  test('a name in a comment, in a text, as a member or as a key is no use of it', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is code
    const used = "export const x = { a: `\\${a}`, b: 'a' }.a; // a";
    expect(tidy(lines("import { a } from 'r';", used))).toBe(`\n${used}\n`);
    expect(tidy(lines("import { a } from 'r';", 'export const x = { a };'))).toContain('import { a }');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is code
    expect(tidy(lines("import { a } from 'r';", 'export const x = `${a}`;'))).toContain('import { a }');
  });

  test('functions and constants of the module, also those that only mention each other, with their comments', () => {
    expect(
      tidy(
        lines(
          'export function f(): void { used(); }',
          '',
          '/** Used. */',
          'function used(): void {}',
          '',
          '/** Mentions the next one. */',
          'function one(): void { other(); }',
          '',
          '/** Mentions that one. */',
          'function other(): void { one(); }',
          '',
          '/** Made by a call, and for nobody. */',
          'const table = made();',
        ),
      ),
    ).toBe(lines('export function f(): void { used(); }', '', '/** Used. */', 'function used(): void {}'));
  });

  test('what is assigned to a variable goes with it', () => {
    expect(
      body(
        'let x: number | undefined;',
        'if (flag) {',
        'const read = view.getUint8(1);',
        'x = read;',
        'g();',
        '}',
      ),
    ).toBe(lines('if (flag) g();'));
  });

  test('but stays where it may fail', () => {
    expect(body('let x: number;', 'x = next(input);')).toBe(lines('next(input);'));
    expect(body('const x = next(input);')).toBe(lines('next(input);'));
    expect(body('const x = 1n / y;')).toBe(lines('1n / y;'));
  });

  test('a variable that is read stays', () => {
    const code = ['let x: number | undefined;', 'if (flag) {', 'g();', 'x = 1;', '}', 'g(x);'];
    expect(body(...code)).toBe(lines(...code));
  });

  test('elements of a pattern, and the whole of it', () => {
    expect(body('const { bytes, end } = input;', 'g(end);')).toBe(lines('const { end } = input;', 'g(end);'));
    expect(body('const { bytes, end } = input;', 'g();')).toBe(lines('g();'));
    expect(body('const [a, b, c] = made();', 'g(b);')).toBe(lines('const [, b] = made();', 'g(b);'));
    expect(body('const [a] = made();')).toBe(lines('made();'));
  });

  test('a name that a closure declares anew is another one', () => {
    expect(body('const offset = 1;', 'g((offset) => offset);')).toBe(lines('g((offset) => offset);'));
    expect(body('const offset = 1;', 'g(() => offset);')).toBe(
      lines('const offset = 1;', 'g(() => offset);'),
    );
  });

  test('parameters: the last ones of a closure; others keep their place, with an underscore that no name has', () => {
    expect(body('g((a, b, c) => b);')).toBe(lines('g((_a, b) => b);'));
    expect(tidy('export function f(a: A, b: B): B { const _a = h(b); return g(_a); }\n')).toBe(
      'export function f(__a: A, b: B): B { const _a = h(b); return g(_a); }\n',
    );
  });

  test('the name of what is caught, and of what a loop is not interested in', () => {
    expect(body('try { g(); } catch (error) { h(); }')).toBe(lines('try { g(); } catch { h(); }'));
    expect(body('for (const item of list) { g(); h(); }')).toBe(
      lines('for (const _item of list) { g(); h(); }'),
    );
  });
});

describe('a variable that is assigned once is a constant', () => {
  test.each([
    [
      ['let a = 1;', 'g(a);'],
      ['const a = 1;', 'g(a);'],
    ],
    [['let a = 1;', 'g(() => { a = 2; h(); });', 'g(a);'], undefined],
    [['let a = 1;', 'while ((a = next()) > 0) { g(a); h(); }'], undefined],
    [['let a = 1;', '[a] = made();', 'g(a);'], undefined],
    [['let a = 1;', 'g(a++);'], undefined],
  ])('%j', (code, expected) => expect(body(...code)).toBe(lines(...(expected ?? code))));
});

describe('what is handed over and not looked at', () => {
  const READ = ['input.offset = offset;', 'a(input);', 'offset = input.offset;'];

  test('is handed over once between two that follow each other, also with a comment between', () => {
    expect(body('let offset = input.offset;', ...READ, '// b', ...READ, 'g(offset);')).toBe(
      lines('a(input);', '// b', 'a(input);', 'const { offset } = input;', 'g(offset);'),
    );
  });

  test('is not handed over at all where nothing in between needs it', () => {
    expect(body('let offset = input.offset;', ...READ, 'input.offset = offset;')).toBe(lines('a(input);'));
  });

  test('is handed over where somebody may have moved on meanwhile', () => {
    const code = [
      'let offset = input.offset;',
      'b(input);',
      'input.offset = offset;',
      'c(input);',
      'offset = input.offset;',
      'g(offset);',
    ];
    expect(body(...code)).toBe(lines(...code));
  });

  test('is added to where it is handed over', () => {
    expect(body('let offset = input.offset;', 'g(offset);', 'offset += 4;', 'input.offset = offset;')).toBe(
      lines('const { offset } = input;', 'g(offset);', 'input.offset = offset + 4;'),
    );
    expect(body('let offset = start;', 'g(offset);', 'offset = h(offset);', 'return offset;')).toBe(
      lines('const offset = start;', 'g(offset);', 'return h(offset);'),
    );
  });

  test.each([
    ['a loop reads it the next time', ['let at = 0;', 'for (;;) {', 'g(at);', 'at = h();', '}']],
    [
      'it is left early',
      ['let at = 0;', 'for (;;) {', 'at = h();', 'if (x) break;', 'at = 2;', 'g(at);', '}', 'g(at);'],
    ],
    [
      'what is thrown is caught',
      ['let at = 0;', 'try {', 'at = 1;', 'h();', 'at = 2;', '} catch {', 'h();', '}', 'g(at);'],
    ],
    [
      'a closure reads it',
      ['let at = 0;', 'const look = () => g(at);', 'at = 1;', 'look();', 'at = 2;', 'look();'],
    ],
    ['it may not be assigned', ['let at = 1;', 'if (x) {', 'h();', 'at = 2;', '}', 'g(at);']],
    ['what comes behind adds to it', ['let at = 1;', 'at += h();', 'g(at);']],
    ['what is assigned may fail', ['let at = 1;', 'g(at);', 'at = h();', 'at = 2;', 'g(at);']],
  ])('stays where %s', (_, code) => expect(body(...code)).toBe(lines(...code)));
});

describe('braces', () => {
  test('are not needed around one short statement', () => {
    expect(body('if (end < 0) {', 'return -1;', '}')).toBe(lines('if (end < 0) return -1;'));
    expect(body('for (const a of list) {', 'size += g(a);', '}', 'h(size);')).toBe(
      lines('for (const a of list) size += g(a);', 'h(size);'),
    );
  });

  test.each([
    ['several statements', ['if (a) {', 'b();', 'c();', '}']],
    ['another branch', ['if (a) {', 'b();', '} else {', 'c();', '}']],
    ['a comment', ['if (a) {', '// why', 'b();', '}']],
    ['a declaration', ['if (a) {', 'const b = 1;', 'g(() => b);', '}']],
    ['a condition within', ['if (a) {', 'if (b) c();', 'else d();', '}']],
    ['a statement that does not fit into a line', ['if (a) {', `throw ${'e'.repeat(105)};`, '}']],
  ])('stay around %s', (_, code) => expect(body(...code)).toBe(lines(...code)));

  test('a closure that only returns is an expression, an object in parentheses', () => {
    expect(body('g(() => {', 'return a;', '});')).toBe(lines('g(() => a);'));
    expect(body('g(() => {', 'return { a };', '});')).toBe(lines('g(() => ({ a }));'));
  });
});
