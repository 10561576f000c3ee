import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  atEnd,
  bool,
  check,
  crc32,
  derived,
  f32be,
  flags,
  irOf,
  literal,
  offsetOf,
  preserve,
  preserveNaN,
  SchemaError,
  span,
  struct,
  u8,
  u32be,
  uleb128,
  virtual,
} from '../../src/index.js';

type Refusal = readonly [title: string, schema: () => Node<unknown>, path: string, message: RegExp];

const refuses = (cases: readonly Refusal[]): void => {
  test.each(cases)('%s', (_, schema, path, message) => {
    let error: unknown;
    try {
      irOf(schema());
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({ path, message: expect.stringMatching(message) as string });
  });
};

describe('rejects an invalid virtual header', () => {
  const Header = struct('Header', { magic: literal(u8, 1), n: u8 });
  const summed = (header: () => ReturnType<typeof virtual>): Node<unknown> =>
    struct('S', { sum: derived(u32be), a: u8 }).where(($) => [$.sum.is(crc32(header(), span($.a, $.a)))]);
  refuses([
    [
      'with a value for a constant',
      () => summed(() => virtual(Header, { n: 1, magic: 1 } as never)),
      'S, virtual Header.magic',
      /is a constant, so it already has its value; omit it/,
    ],
    [
      'with relations of its own',
      () =>
        summed(() =>
          virtual(
            struct('Checked', { n: u8 }).where(($) => [check($.n.lt(5))]),
            { n: 1 },
          ),
        ),
      'S, virtual Checked',
      /Checked has relations, which are not enforced for a virtual header/,
    ],
    [
      'with an offset, as it lies nowhere',
      () =>
        struct('S', { sum: derived(u32be), a: u8 }).where(($) => [
          $.sum.is(crc32(virtual(Header, { n: offsetOf($.a) }))),
        ]),
      'S, virtual Header.n',
      /is not in the input, so it has no offsets/,
    ],
    [
      'from what has no value',
      () =>
        struct('S', { sum: derived(u32be), a: u8, end: atEnd }).where(($) => [
          $.sum.is(crc32(virtual(Header, { n: $.end as never }))),
        ]),
      'S, virtual Header.n',
      /is computed from end, which is only looked ahead at/,
    ],
    [
      'that is not a struct',
      () => summed(() => virtual(u8 as never, {} as never)),
      'S.sum',
      /a virtual header is u8; use a struct: virtual\(Header, \{ … \}\)/,
    ],
  ]);
});

describe('rejects a number that a virtual header cannot hold', () => {
  const Header = struct('Header', { n: u8 });
  const from = (x: Node<unknown>): Node<unknown> =>
    struct('S', { sum: derived(u32be), x }).where(($) => [
      $.sum.is(crc32(virtual(Header, { n: $.x as never }))),
    ]);

  test.each<readonly [string, Node<unknown>]>([
    ['a float', f32be],
    ['an integer of variable length', uleb128(32)],
    ['what may be something else beside a number', preserve(uleb128(32))],
    ['a float, or the bits of one', preserveNaN(f32be)],
  ])('may follow from %s', (_, x) => {
    expect(() => irOf(from(x))).not.toThrow();
  });

  refuses([
    [
      'not from a wide one of variable length',
      () => from(uleb128(64)),
      'S, virtual Header.n',
      /expected a number, found a bigint/,
    ],
    ['not from a bool', () => from(bool), 'S, virtual Header.n', /expected a number, found a boolean/],
    [
      'not from a flag',
      () =>
        struct('S', { sum: derived(u32be), x: flags(u8, { a: 0 }) }).where(($) => [
          $.sum.is(crc32(virtual(Header, { n: $.x.$.a as never }))),
        ]),
      'S, virtual Header.n',
      /expected a number, found a boolean/,
    ],
  ]);
});
