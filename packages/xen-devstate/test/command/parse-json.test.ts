import type { JsonValue } from '@bytewright/schema-dsl/inspect';
import { parseJson } from '@bytewright/schema-dsl/inspect';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';

/** Converts maps to objects, as returned by `JSON.parse`. */
function plain(value: JsonValue): unknown {
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<string, JsonValue>)].map(([name, member]) => [
      name,
      plain(member),
    ]);
    return Object.fromEntries(entries);
  }
  return Array.isArray(value) ? value.map((item: JsonValue) => plain(item)) : value;
}

describe('parseJson', () => {
  test('accepts what JSON.parse accepts', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t', '\r\n '), (json, space) => {
        const spaced = JSON.stringify(JSON.parse(json), undefined, space);
        expect(plain(parseJson(spaced))).toStrictEqual(JSON.parse(spaced));
      }),
      { numRuns: budget({ everyDay: 1000, deep: 20_000 }) },
    );
  });

  test('rejects what JSON.parse rejects', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-',
      '0',
      '.5',
      'e1',
      'true',
      'null',
      ' ',
      '\\',
      'x',
      '\u0001',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(() => parseJson(text)).toThrow(/^line 1, column \d+: expected /);
          return;
        }
        // duplicate names are the only thing that only we reject
        if (!/"a"\s*:.*"a"\s*:/.test(text)) expect(plain(parseJson(text))).toStrictEqual(expected);
      }),
      { numRuns: budget({ everyDay: 5000, deep: 100_000 }) },
    );
  });

  test('keeps names that have a meaning for objects', () => {
    const value = parseJson('{"__proto__": 1, "constructor": 2}');
    expect(value).toStrictEqual(
      new Map([
        ['__proto__', 1],
        ['constructor', 2],
      ]),
    );
  });

  test.each([
    ['{"a": 1, "a": 1}', 'line 1, column 10: expected each name once, found "a" again'],
    ['{"a": 1, "\\u0061": 1}', 'line 1, column 10: expected each name once, found "a" again'],
    ['[1,\n 2,\n  x]', 'line 3, column 3: expected a value, found "x"'],
    ['[1 2]', "line 1, column 4: expected ',' or ']', found \"2\""],
    ['{"a" 2}', 'line 1, column 6: expected \':\', found "2"'],
    ['"\\x"', 'line 1, column 1: expected a string, found one with an escape that JSON does not have'],
    ['"abc', "line 1, column 5: expected '\"' at the end of a string, found the end"],
    ['"ab\\', "line 1, column 5: expected '\"' at the end of a string, found the end"],
    ['01', 'line 1, column 2: expected the end of the document, found "1"'],
  ])('rejects %s', (text, message) => {
    expect(() => parseJson(text)).toThrow(message);
  });

  test('rejects deep nesting without overflowing the stack', () => {
    expect(() => parseJson('['.repeat(1_000_000))).toThrow('levels of nesting');
    expect(() => parseJson('{"a":'.repeat(1_000_000))).toThrow('levels of nesting');
    expect(parseJson(`${'['.repeat(200)}${']'.repeat(200)}`)).toBeDefined();
  });
});
