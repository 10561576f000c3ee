import type { Node } from '@bytewright/schema-dsl';
import {
  bool,
  bytes,
  enumeration,
  f64be,
  flags,
  i64be,
  irOf,
  list,
  openEnumeration,
  optional,
  preserve,
  reserved,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u64be,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/inspect/fields/field.js';
import { nearestNames } from '../../src/inspect/paths/nearest-names.js';
import { parseValue } from '../../src/inspect/paths/parse-value.js';
import { PathError } from '../../src/inspect/paths/path-error.js';
import { hasPlace, withValue } from '../../src/inspect/paths/with-value.js';

function fieldOf(node: Node<unknown>): Field {
  const { structs } = irOf(struct('Whole', { field: node }));
  const inner = structs.Whole!.fields[0]!.node;
  const names = { path: 'field', wirePath: 'field', label: 'field', wireName: 'field', segments: ['field'] };
  return { ...names, node: inner, structs, metadata: undefined, doc: undefined, value: undefined };
}

const color = enumeration(u8, { grey: 0, rgb: 2 });
const access = flags(u8, { read: 0, write: 1 });
const Point = struct('Point', { x: u8, y: u16be });

describe('parseValue', () => {
  test.each<[string, Node<unknown>, string, unknown]>([
    ['a number', u16be, '300', 300],
    ['in base 16', u16be, '0x1F', 31],
    ['of 64 bits', i64be, '-0x10', -16n],
    ['a float', f64be, '-1.5e3', -1500],
    ['a float that JSON has no form for', f64be, '-Infinity', Number.NEGATIVE_INFINITY],
    ['a truth', bool, 'true', true],
    ['a truth as a number', bool, '0', false],
    ['a byte that stands for true', preserve(bool), '0xff', 255],
    ['a member', color, 'rgb', 'rgb'],
    ['a member by its number', color, '0x02', 'rgb'],
    ['a number without a name', openEnumeration(u8, { a: 1 }), '7', 7],
    ['flags', access, 'read|write', { read: true, write: true, unknown: 0 }],
    ['flags and bits', access, 'write | 0x40', { read: false, write: true, unknown: 0x40 }],
    ['flags as a number', access, '0x81', { read: true, write: false, unknown: 0x80 }],
    ['no flags', access, 'none', { read: false, write: false, unknown: 0 }],
    ['bytes', bytes(2), '0x00FF', Uint8Array.of(0, 255)],
    ['bytes with blanks', bytes(2), '00 ff', Uint8Array.of(0, 255)],
    ['bytes as in documents', bytes(2), '["00", "ff"]', Uint8Array.of(0, 255)],
    ['a list of bytes', list(u8, 2), '00ff', Uint8Array.of(0, 255)],
    ['a list of bytes as numbers', list(u8, 2), '0,255', Uint8Array.of(0, 255)],
    ['a list of numbers', list(u16be, 2), '1, 0x10', Uint16Array.of(1, 16)],
    ['one in brackets', list(u16be, 2), '[1, 16]', Uint16Array.of(1, 16)],
    [
      'one of 64 bits',
      list(u64be, 2),
      '["1", 18446744073709551615]',
      BigUint64Array.of(1n, 0xffff_ffff_ffff_ffffn),
    ],
    ['an empty one', list(u16be, toEnd), '', new Uint16Array(0)],
    ['text', string(toEnd, 'ascii'), 'a = b', 'a = b'],
    ['text in quotes', string(toEnd, 'ascii'), '" a"', ' a'],
    ['a struct', Point, '{"x": 1, "y": 2}', { x: 1, y: 2 }],
    ['padding', reserved(2), 'none', undefined],
    ['what is kept instead of padding', reserved(2), '0001', Uint8Array.of(0, 1)],
    ['what is not there', optional(u8, undefined), 'none', undefined],
  ])('%s', (_, node, text, value) => {
    const inner = node as Node<unknown>;
    const field = isOptional(inner) ? optionalField() : fieldOf(inner);
    expect(parseValue(text, field)).toEqual(value);
  });

  test.each<[string, Node<unknown>, string, string]>([
    ['a fraction', u16be, '1.5', 'field: expected a whole number, such as 12 or 0x1f, found "1.5"'],
    ['nothing', u16be, '', 'expected a whole number'],
    ['a long number', u16be, '1'.repeat(100), 'expected a whole number'],
    ['too large a number', u8, '256', 'field: expected u8, 0 to 255, found 256'],
    ['another truth', bool, 'yes', 'expected true or false, found "yes"'],
    ['an unknown member', color, 'red', 'field: expected one of grey (0), rgb (2), found "red"'],
    ['a number of no member', color, '1', 'expected one of grey (0), rgb (2), found "1"'],
    ['an unknown flag', access, 'read|run', 'field: expected flags of read, write, or a number, found "run"'],
    ['half a byte', bytes(2), '0', 'field: expected bytes in base 16, such as 00ff, found "0"'],
    ['too large an element', list(u16be, 2), '1,65536', 'field: expected u16be, 0 to 65535, found 65536'],
    ['no JSON', Point, '{x: 1}', 'in JSON at column 2'],
    ['a missing member', Point, '{"x": 1}', 'field: expected a member "y", found none'],
    ['no number', f64be, 'x', 'field: expected a number, found "x"'],
  ])('refuses %s', (_, node, text, message) => {
    expect(() => parseValue(text, fieldOf(node))).toThrow(PathError);
    expect(() => parseValue(text, fieldOf(node))).toThrow(message);
  });
});

function isOptional(node: Node<unknown>): boolean {
  return Reflect.get(Reflect.get(node, 'definition') as object, 'kind') === 'optional';
}

/** An optional field needs another one to depend on. */
function optionalField(): Field {
  const schema = struct('Whole', { has: u8, field: optional(u8) }).where(($) => [
    $.field.presentWhen($.has.eq(1)),
  ]);
  return { ...fieldOf(u8), node: irOf(schema).structs.Whole!.fields[1]!.node };
}

test('withValue shares everything off the path, and changes nothing in place', () => {
  const before = { a: [{ b: Uint16Array.of(1, 2) }, 3], c: { d: 1 } };
  const after = withValue(before, ['a', 0, 'b', 1], 7) as typeof before;
  expect(after).toEqual({ a: [{ b: Uint16Array.of(1, 7) }, 3], c: { d: 1 } });
  expect(before.a[0]).toEqual({ b: Uint16Array.of(1, 2) });
  expect(after.c).toBe(before.c);
});

test('hasPlace follows members and indices of all types of lists', () => {
  const whole = { a: [{ b: Uint16Array.of(1, 2) }, 3], c: undefined };
  const there = [[], ['a'], ['a', 1], ['a', 0, 'b', 1], ['c']];
  const missing = [
    ['d'],
    ['toString'],
    ['a', 2],
    ['a', 0, 'b', 2],
    ['a', 1, 'b'],
    ['c', 'd'],
    ['a', 'length', 0],
  ];
  expect(there.filter((segments) => !hasPlace(whole, segments))).toEqual([]);
  expect(missing.filter((segments) => hasPlace(whole, segments))).toEqual([]);
});

test('nearestNames', () => {
  expect(nearestNames('cmosdata', ['period', 'cmosIndex', 'cmosData'])).toBe('cmosData, cmosIndex, period');
  expect(nearestNames('rtc', ['timer', 'mc146818rtc'])).toBe('mc146818rtc, timer');
  expect(nearestNames('x', ['1', '2', '3', '4', '5', '6', '7', '8'])).toBe('1, 2, 3, 4, 5, 6, and 2 more');
});
