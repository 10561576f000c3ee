import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  at,
  bit,
  bits,
  byteLength,
  bytes,
  check,
  derived,
  firstOf,
  list,
  literal,
  msb0,
  optional,
  peek,
  prefix,
  sized,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u32be,
  ubits,
  union,
} from '../../src/index.js';
import { refusalOf } from '../refusal.js';

/** The `code path` of each fault found. */
const faultsOf = (schema: Node<unknown>): readonly string[] =>
  refusalOf(schema).faults.map(({ code, path }) => `${code} ${path}`);

describe('reports all faults of a schema at once', () => {
  const cases: readonly (readonly [string, () => Node<unknown>, readonly string[]])[] = [
    [
      'of several fields',
      () => struct('S', { a: bytes(), b: literal(u8, 300), c: list(u8) }),
      ['missing-end S.a', 'wrong-literal S.b', 'missing-count S.c'],
    ],
    [
      'of several structs',
      () =>
        struct('S', {
          a: struct('A', { x: derived(u8) }),
          b: struct('B', { x: derived(u8), y: optional(u8) }),
          c: bytes(),
        }),
      ['missing-condition B.y', 'missing-end S.c', 'undetermined-field A.x'],
    ],
    [
      'of a struct, and of one that it is part of',
      () =>
        struct('Outer', {
          inner: struct('Inner', { body: bytes() }),
          size: derived(u8),
          data: bytes(4),
        }),
      ['missing-end Inner.body', 'undetermined-field Outer.size'],
    ],
    [
      'of several arms',
      () => struct('S', { a: firstOf({ x: bytes(), y: u8, z: list(u8) }) }),
      ['missing-end S.a.x', 'missing-count S.a.z'],
    ],
    [
      'of several relations',
      () =>
        struct('S', { a: u8, b: u8, c: u8 }).where(($) => [
          // neither is derived, and the last comparison is a check
          $.a.is(1),
          $.b.is(2),
          check($.c.gt(3)),
        ]),
      ['not-derived S.a', 'not-derived S.b'],
    ],
    [
      'of several where()',
      () =>
        struct('S', { a: u8, s: string(2) })
          .where(($) => [$.a.is(1)])
          .where(($) => [check($.s.matches(/a*b/))]),
      ['not-derived S.a'],
    ],
    [
      'of several checks',
      () =>
        struct('S', { s: string(2), t: string(2) }).where(($) => [
          check($.s.matches(/a*b/)),
          check($.t.matches(/(a)/)),
        ]),
      ['costly-pattern S.s', 'costly-pattern S.t'],
    ],
    [
      'of several derived fields',
      () => struct('S', { a: derived(u8), b: derived(u8) }),
      ['undetermined-field S.a', 'undetermined-field S.b'],
    ],
    [
      'of several runs of bits',
      () => struct('S', { a: ubits(3), n: u8, b: ubits(200), c: bit, m: u8, d: ubits(7) }),
      ['unfilled-bits S.a', 'too-many-bits S.b', 'unfilled-bits S.d'],
    ],
    [
      'of several fields of a word',
      () => struct('S', { a: bits('A', u8, { x: ubits(9), y: ubits(0), z: ubits(8) }, msb0), b: bytes() }),
      ['too-many-bits A.x', 'too-many-bits A.y', 'missing-end S.b'],
    ],
    [
      'of several names',
      () => struct('S', { 'a-b': u8, toJSON: u8, x: bytes(2), c: literal(u8, 256) }),
      ['invalid-name S.a-b', 'reserved-name S.toJSON', 'wrong-literal S.c'],
    ],
    [
      'of several fields that take all there is',
      () =>
        struct('S', {
          a: sized(prefix(u8), struct('A', { data: bytes(toEnd), after: bytes(prefix(u8)) })),
          b: sized(prefix(u8), struct('B', { data: bytes(toEnd), after: bytes(prefix(u8)) })),
        }),
      ['greedy-field A.data', 'greedy-field B.data'],
    ],
  ];

  test.each(cases)('%s', (_, schema, faults) => {
    expect(faultsOf(schema())).toEqual(faults);
  });
});

describe('does not report faults that follow from another one', () => {
  const cases: readonly (readonly [string, () => Node<unknown>, readonly string[]])[] = [
    [
      'bytes whose length is related wrongly',
      () => struct('S', { n: u8, body: bytes(), rest: bytes() }).where(($) => [$.n.is(byteLength($.body))]),
      ['not-derived S.n'],
    ],
    [
      'a union that is selected by what cannot be',
      () =>
        struct('S', { a: u8, n: derived(u8), body: union({ x: u8 }) }).where(($) => [
          $.a.is(1),
          $.body.tag($.n),
        ]),
      ['not-derived S.a'],
    ],
    [
      'bits behind one with another fault',
      () => struct('S', { a: ubits(200), b: ubits(3), c: bit }),
      ['too-many-bits S.a'],
    ],
    [
      'a path into a struct that has faults',
      () => {
        const Header = struct('Header', { length: u16be, name: bytes() });
        return struct('S', { header: Header, body: bytes(4) }).where(($) => [check($.header.$.length.gt(3))]);
      },
      ['missing-end Header.name'],
    ],
    [
      'a struct around one that always contains itself',
      () => {
        interface Endless extends Node<unknown> {}
        const Loop: Endless = struct('Loop', {
          get next(): Endless {
            return Loop;
          },
        });
        return struct('S', { loop: Loop });
      },
      ['endless-struct Loop.next'],
    ],
    [
      'a second fault at one place',
      () => struct('S', { p: peek(u8), a: at(u32be), b: list(union({}), 2) }),
      ['missing-offset S.a', 'no-alternatives S.b[]'],
    ],
  ];

  test.each(cases)('%s', (_, schema, faults) => {
    expect(faultsOf(schema())).toEqual(faults);
  });

  test('reports a struct that is used several times only once', () => {
    const Part = struct('Part', { data: bytes() });
    expect(faultsOf(struct('S', { a: Part, b: Part, c: list(Part, 3) }))).toEqual(['missing-end Part.data']);
  });
});

test('throws the first fault with a message about that fault alone', () => {
  const error = refusalOf(struct('S', { a: bytes(), b: list(u8) }));
  expect(error.faults[0]).toBe(error);
  expect(error.message).toBe(`${error.path}: ${error.problem}`);
  expect(error.message).not.toContain('\n');
  expect(error.faults[1]?.faults).toEqual([error.faults[1]]);
});

test('reports at most a hundred faults', () => {
  const fields = Array.from({ length: 300 }, (_, i) => [`f${i}x`, bytes()] as const);
  expect(
    faultsOf(struct('S', Object.fromEntries(fields) as Record<`f${number}x`, Node<Uint8Array>>)),
  ).toHaveLength(100);
});
