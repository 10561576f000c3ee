import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  byteLength,
  bytes,
  cstring,
  derived,
  irOf,
  list,
  literal,
  optional,
  padded,
  padding,
  presence,
  reserved,
  SchemaError,
  sized,
  string,
  struct,
  terminated,
  u8,
} from '../../src/index.js';

describe('rejects an invalid schema with its path and the fix', () => {
  const cases: readonly (readonly [
    title: string,
    schema: () => Node<unknown>,
    path: string,
    message: RegExp,
  ])[] = [
    [
      'half a unit as the terminator of utf-16',
      () => struct('S', { a: string(terminated(0), 'utf-16le') }),
      'S.a',
      /two-byte code units, so 00 cannot end it; use whole code units, or cstring/,
    ],
    [
      'an odd size of utf-16',
      () => struct('S', { a: string(3, 'utf-16be') }),
      'S.a',
      /utf-16be text never takes 3; make it even/,
    ],
    [
      'an odd field of utf-16',
      () => struct('S', { a: string(padded(5), 'utf-16be') }),
      'S.a',
      /never takes 5; make it even/,
    ],
    [
      'a fill that is not a byte',
      () => struct('S', { a: string(padded(4, 0x2020)) }),
      'S.a',
      /is not a byte/,
    ],
    [
      'a fill that is half a character',
      () => struct('S', { a: string(padded(4, 0xd800), 'utf-16le') }),
      'S.a',
      /half a surrogate pair/,
    ],
    [
      'a terminated list',
      () => struct('S', { a: list(u8, terminated(0) as never) }),
      'S.a',
      /terminated\(\) ends bytes, but this is a list; use endsWith/,
    ],
    ['a padded list', () => struct('S', { a: list(u8, padded(3) as never) }), 'S.a', /padding\(…\) after/],
    [
      'a terminated region',
      () => struct('S', { a: sized(cstring as never, u8) }),
      'S.a',
      /sized\(\) takes a size, but terminated is an ending/,
    ],
    [
      'a constant with a terminator',
      () => struct('S', { a: literal(string(cstring), 'a') }),
      'S.a',
      /omit the ending/,
    ],
    [
      'reserved bytes that may be absent',
      () => struct('S', { k: u8, a: optional(reserved(2)) }).where(($) => [$.a.presentWhen($.k.eq(1))]),
      'S.a',
      /may itself be undefined/,
    ],
    [
      'the presence of reserved bytes',
      () => struct('S', { a: presence(reserved(2)) }),
      'S.a',
      /presence\(\)/,
    ],
    [
      'text in a region that it never fills',
      () => struct('S', { a: sized(2, string(padded(3))) }),
      'S.a',
      /takes 3 bytes, so it never fills a region of 2/,
    ],
    [
      'a terminator that does not fit into its region',
      () => struct('S', { a: sized(1, string(terminated('0d0a'))) }),
      'S.a',
      /takes at least 2 bytes/,
    ],
  ];
  for (const [title, schema, path, message] of cases) {
    test(title, () => {
      let error: unknown;
      try {
        irOf(schema());
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(SchemaError);
      expect(error).toMatchObject({ path, message: expect.stringMatching(message) as string });
    });
  }

  test.each([
    ['an empty terminator', () => terminated('')],
    ['half a byte', () => terminated('0d0')],
    ['no byte', () => terminated(256)],
    ['a terminator as long as text', () => terminated(new Uint8Array(256))],
    ['a fill that is nothing', () => padded(2, -1)],
    ['a negative size', () => padded(-1)],
    ['a fill of padding that is not a byte', () => padding(2, 256)],
    ['a size that is none', () => reserved(1.5)],
  ])('%s is refused at once', (_, make) => {
    expect(make).toThrow(SchemaError);
    expect(make).toThrow(/^(terminated|padded|padding|reserved)\(\): expected .*, found /);
  });

  test('checks the length of a field that has its own size', () => {
    const S = struct('S', { n: derived(u8), a: bytes(padded(3)), b: padding(2) }).where(($) => [
      $.n.is(byteLength($.a).plus(byteLength($.b))),
    ]);
    expect(irOf(S).structs.S?.checks).toHaveLength(1);
  });
});
