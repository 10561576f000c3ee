import { describe, expect, test } from 'vitest';
import { call, declaration, render } from '../../src/emit/code.js';

const long = (letter: string): string => letter.repeat(60);
const [a, b] = [long('a'), long('b')];

describe('what fits into a line is one', () => {
  test.each([
    ['a statement', ['size += 4;'], ['size += 4;']],
    ['nothing', [''], ['']],
    ['a call', [call('const end = ', 'f', ['bytes', 'view'])], ['const end = f(bytes, view);']],
    ['a declaration', [declaration('let x', 'number | undefined')], ['let x: number | undefined;']],
  ] as const)('%s', (_, code, lines) => expect(render(code)).toEqual(lines));

  test('at the depth of its block', () => {
    expect(render(['if (a) {', { body: ['return;', { body: ['deeper();'] }] }, '}'])).toEqual([
      'if (a) {',
      '  return;',
      '    deeper();',
      '}',
    ]);
  });
});

describe('what does not is broken as the formatter would', () => {
  test('a condition where its operands meet', () => {
    expect(render([`if (${a} || ${b}) {`])).toEqual(['if (', `  ${a} ||`, `  ${b}`, ') {']);
    expect(render([`if (${a} && ${b}) {`])).toEqual(['if (', `  ${a} &&`, `  ${b}`, ') {']);
    expect(render([`if (f(${a}) !== ${b}) {`])).toEqual(['if (', `  f(${a}) !==`, `  ${b}`, ') {']);
  });

  test('a constant behind its name, and where its operands meet', () => {
    expect(render([`const isLong = ${a} && f(${long('c').slice(0, 30)});`])).toEqual([
      'const isLong =',
      `  ${a} && f(${long('c').slice(0, 30)});`,
    ]);
    expect(render([`const isLong = ${a} && ${b};`])).toEqual(['const isLong =', `  ${a} &&`, `  ${b};`]);
  });

  test('a call at its arguments, those in turn where they are calls', () => {
    expect(render([call('', 'f', [a, `g(${b}, ${long('c')})`])])).toEqual([
      'f(',
      `  ${a},`,
      '  g(',
      `    ${b},`,
      `    ${long('c')},`,
      '  ),',
      ');',
    ]);
  });

  test('a type at its alternatives, or at its members', () => {
    expect(render([declaration('let x', `{ a: ${a} } | { b: ${b} }`)])).toEqual([
      'let x:',
      `  | { a: ${a} }`,
      `  | { b: ${b} };`,
    ]);
    expect(render([declaration('let x', `({ a: ${a} } | { b: ${b} })[]`)])).toEqual([
      'let x: (',
      `  | { a: ${a} }`,
      `  | { b: ${b} }`,
      ')[];',
    ]);
    expect(render([declaration('let x', `{ a: ${a}; b: ${b} }[]`)])).toEqual([
      'let x: {',
      `  a: ${a};`,
      `  b: ${b};`,
      '}[];',
    ]);
  });

  test.each([
    ['one operand', `if (${a}${b}) {`],
    ['a constant of one operand', `const x = ${a}${b};`],
    ['what is no statement of these', `x.${a} = ${b};`],
    ['a text with a comma in it', `  f('${a}, ${b}');`],
  ])('%s stays, as there is nowhere to break it', (_, line) => expect(render([line])).toEqual([line]));

  test('a call with a text is broken around the text, whatever that holds', () => {
    const text = `'${a}, (${b} && c'`;
    expect(render([call('', 'f', [`...g(x, ${text})`, 'y'])])).toEqual([
      'f(',
      '  ...g(',
      '    x,',
      `    ${text},`,
      '  ),',
      '  y,',
      ');',
    ]);
  });

  test('a call in a condition is broken at its arguments, two calls with an operator between are not', () => {
    const long = `${a}${b}`;
    expect(render([`if (x && !f(${long}, y)) {`])).toEqual([
      'if (',
      '  x &&',
      '  !f(',
      `    ${long},`,
      '    y,',
      '  )',
      ') {',
    ]);
    const two = `(f(${long}) || g(${b}))`;
    expect(render([`if (x && ${two}) {`])).toEqual(['if (', '  x &&', `  ${two}`, ') {']);
  });

  test('so do an argument of two calls, and a type without members', () => {
    const two = `g(${a}) + h(${b})`;
    expect(render([call('', 'f', [two, `${a}${b}`])])).toEqual(['f(', `  ${two},`, `  ${a}${b},`, ');']);
    expect(render([declaration('let x', `${a}${b}`)])).toEqual([`let x: ${a}${b};`]);
  });
});
