import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  bool,
  byteLength,
  bytes,
  check,
  constant,
  derived,
  f32be,
  irOf,
  on,
  optional,
  parameter,
  present,
  preserve,
  preserveNaN,
  SchemaError,
  struct,
  u8,
  u64be,
  uleb128,
  union,
} from '../../src/index.js';
import { refusalOf } from '../refusal.js';

describe('rejects a derived field that keeps more than its value if that would be lost', () => {
  const cases: readonly (readonly [string, () => Node<unknown>])[] = [
    [
      'a length',
      () =>
        struct('S', { n: derived(preserve(uleb128(32))), data: bytes() }).where(($) => [
          $.n.is(byteLength($.data)),
        ]),
    ],
    [
      'a flag',
      () => struct('S', { n: derived(preserve(bool)), x: optional(u8) }).where(($) => [$.n.is(present($.x))]),
    ],
    ['a float', () => struct('S', { a: u8, n: derived(preserveNaN(f32be)) }).where(($) => [$.n.is($.a)])],
  ];
  test.each(cases)('%s', (_, schema) => {
    const error = refusalOf(schema());
    expect(error.path).toBe('S.n');
    expect(error.message).toContain('what preserve() keeps would be lost; keep the field in the value');
  });
});

describe('a 64-bit parameter must be present and exact:', () => {
  const wide = parameter('wide', u64be);
  const Inner = struct('Inner', { x: u8 }).where(() => [check(wide.gt(1n))]);

  test('rejects a binding to an optional field', () => {
    const error = refusalOf(
      struct('S', { n: u8, o: optional(u64be), body: Inner }).where(($) => [
        $.o.presentWhen($.n.eq(1)),
        $.body.with(wide.of($.o as never)),
      ]),
    );
    expect(error.path).toBe('S.body');
    expect(error.message).toContain(
      'binds wide, a bigint, to o, which may be absent; put the field that needs it into the same optional struct',
    );
  });

  test('rejects a binding to a quotient of bigints', () => {
    const error = refusalOf(
      struct('S', { n: u64be, body: Inner }).where(($) => [$.body.with(wide.of($.n.div(2n)))]),
    );
    expect(error.path).toBe('S.body');
    expect(error.message).toContain('binds wide, a bigint, to n ÷ 2, which may leave a remainder');
  });
});

describe('rejects constants that JSON cannot represent', () => {
  test.each([-0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%s', (value) => {
    expect(() => constant(value)).toThrow(SchemaError);
    expect(() => on(value, u8)).toThrow(SchemaError);
    expect(() => irOf(struct('S', { x: f32be }).where(($) => [check($.x.ne(value))]))).toThrow(
      `S: a constant: expected a number that JSON can represent, found ${Object.is(value, -0) ? '-0' : value}; use`,
    );
  });
});

test('marks in the IR that a relation reads only the value of a field that keeps more', () => {
  const S = struct('S', {
    n: preserve(uleb128(32)),
    f: preserveNaN(f32be),
    b: preserve(bool),
    it: union({ a: on(1, u8) }),
    x: optional(u8),
  }).where(($) => [$.it.tag($.n), $.x.presentWhen($.b), check($.f.lt(1))]);
  const { structs } = irOf(S);
  const text = JSON.stringify(structs);
  for (const [name, kind] of [
    ['n', 'varint'],
    ['f', 'float'],
    ['b', 'boolean'],
  ])
    expect(text).toContain(`{"op":"field","path":["${name}"],"plain":"${kind}"}`);
});
