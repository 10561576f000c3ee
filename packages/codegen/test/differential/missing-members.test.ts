import type { Node } from '@bytewright/schema-dsl';
import {
  align,
  atEach,
  byteLength,
  bytes,
  check,
  count,
  custom,
  derived,
  external,
  f16be,
  list,
  optional,
  padded,
  parameter,
  prefix,
  SchemaError,
  search,
  string,
  struct,
  u8,
  uleb128,
} from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { describe, expect, test } from 'vitest';
import { Codecs } from './codecs.js';
import { generatedText } from './generate-code.js';
import { loadModule } from './load-module.js';
import { dozens } from './own-code.js';

const both = (schema: Node<unknown>): Codecs => new Codecs(schema, loadModule(generatedText([schema])));
const inDozens = custom(external({ module: './own-code.js', export: 'dozens' }, dozens), {
  min: 1,
  max: 1,
  type: 'number',
});
/** What encoding refuses, and taking the size as well: both are held against one another. */
const wrong = (path: string): object => ({ error: expect.objectContaining({ code: 'wrong-type', path }) });

describe('what a derived field is computed from is looked at before it is computed', () => {
  const schemas = {
    'bytes behind a codec by hand': [
      struct('A', { size: derived(inDozens), data: bytes(), f: align(4) }).where(($) => [
        $.size.is(byteLength($.data)),
      ]),
      [null, undefined, 'x'],
    ],
    'bytes behind a varint': [
      struct('B', { size: derived(uleb128(32)), data: bytes(), f: align(4) }).where(($) => [
        $.size.is(byteLength($.data)),
      ]),
      [null, undefined, 'x'],
    ],
    'a list behind a varint and what aligns it': [
      struct('C', { size: derived(uleb128(32)), f: align(4), data: list(u8) }).where(($) => [
        $.size.is(count($.data)),
      ]),
      [null, undefined, 'x', [1]],
    ],
    'text behind a codec by hand': [
      struct('D', { size: derived(inDozens), f: align(4), data: string() }).where(($) => [
        $.size.is(byteLength($.data)),
      ]),
      [null, undefined, 7],
    ],
  } as const;

  test.each(Object.entries(schemas))('%s', (_, [schema, values]) => {
    const codecs = both(schema as Node<unknown>);
    for (const data of values) expect(codecs.encode({ data })).toEqual(wrong('data'));
    expect(codecs.encode({})).toEqual(wrong('data'));
  });
});

test('a parameter is handed on as it is, and what it is bound to is refused where it is written', () => {
  const limit = parameter('limit', u8);
  const Body = struct('Body', { x: u8 }).where(() => [check(limit.gt(0), 'a limit')]);
  const plain = struct('Plain', { kind: u8, limit: f16be, body: Body }).where(($) => [
    $.body.with(limit.of($.limit)),
  ]);
  const absent = struct('Absent', { kind: u8, limit: optional(f16be), body: Body }).where(($) => [
    $.limit.presentWhen($.kind.eq(0)),
    // an absent number is NaN to a parameter, which the types do not tell
    $.body.with(limit.of($.limit as never as typeof $.kind)),
  ]);
  for (const schema of [plain, absent]) {
    const codecs = both(schema as Node<unknown>);
    expect(codecs.encode({ kind: 0, limit: 1.5, body: { x: 1 } })).toHaveProperty('value');
    for (const other of [1n, '1', true, {}])
      expect(codecs.encode({ kind: 0, limit: other, body: { x: 1 } })).toEqual(wrong('limit'));
  }
});

test('a parameter that is a size is looked at before the size is taken', () => {
  const size = parameter('size', u8);
  const Body = struct('Body', { x: bytes(padded(size)) });
  const S = struct('S', { size: u8, body: Body }).where(($) => [$.body.with(size.of($.size))]);
  const codecs = both(S as Node<unknown>);
  expect(codecs.encode({ size: 1, body: { x: Uint8Array.of(1) } })).toHaveProperty('value');
  for (const missing of [null, undefined, '1', 1n])
    expect(codecs.encode({ size: missing, body: { x: Uint8Array.of(1) } })).toEqual(wrong('size'));
});

describe('a list that others are placed by, or that is placed', () => {
  const Entry = struct('Entry', { offset: u8 });
  const byNumbers = struct('ByNumbers', {
    n: derived(u8),
    offsets: list(u8),
    all: atEach(string(prefix(u8))),
  }).where(($) => [$.n.is(count($.offsets)), $.all.atEach($.offsets, ($offset) => ({ offset: $offset }))]);
  const byStructs = struct('ByStructs', {
    n: derived(u8),
    entries: list(Entry),
    all: atEach(optional(u8)),
  }).where(($) => [
    $.n.is(count($.entries)),
    $.all.atEach($.entries, ($entry) => ({ offset: $entry.offset, when: $entry.offset.ne(0) })),
  ]);

  const inside = struct('Inside', { size: u8, inner: byNumbers });

  test.each([
    ['numbers', byNumbers, 'offsets', Uint8Array.of(3)],
    ['structs', byStructs, 'entries', [{ offset: 3 }]],
  ] as const)('%s', (_, schema, name, places) => {
    const codecs = both(schema as Node<unknown>);
    for (const missing of [null, undefined, 'x', 7, {}]) {
      expect(codecs.encode({ [name]: missing, all: [] })).toEqual(wrong(name));
      expect(codecs.encode({ [name]: places, all: missing })).toEqual(wrong('all'));
    }
    expect(codecs.encode({})).toEqual(wrong(name));
  });

  test('in a struct of its own', () => {
    const codecs = both(inside as Node<unknown>);
    expect(codecs.encode({ size: 1, inner: { offsets: null, all: [] } })).toEqual(wrong('inner.offsets'));
    expect(codecs.encode({ size: 1, inner: { offsets: Uint8Array.of(3), all: null } })).toEqual(
      wrong('inner.all'),
    );
    expect(codecs.encode({ size: 1, inner: null })).toEqual(wrong('inner'));
  });
});

test('a schema that is nested more deeply than the stack has room for is not a schema', () => {
  let deep: Node<unknown> = u8;
  for (let i = 0; i < 20_000; i++) deep = list(deep, 1);
  const schema = struct('Deep', { deep });
  expect(() => irOf(schema)).toThrow(SchemaError);
});

describe('what a search is tried with before it is written', () => {
  const version = parameter('version', u8);
  const least = parameter('least', u8, { candidates: [9, 1] });
  const Body = struct('Body', { size: u8 }).where(($) => [
    check($.size.ge(least), 'the least size or more'),
    check(version.ge(1), 'version 1 or later'),
  ]);
  const schema = struct('Message', { version: u8, body: search(least, Body) }).where(($) => [
    $.body.with(version.of($.version)),
  ]);

  test.each([Symbol('v'), { valueOf: null, toString: null }])(
    'may be of any type: case %#',
    (wrongVersion) => {
      const value = { version: wrongVersion, body: { size: 7 } };
      expect(both(schema).encode(value)).toEqual(wrong('version'));
    },
  );
});
