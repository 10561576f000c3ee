import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  at,
  atEnd,
  bool,
  byteLength,
  bytes,
  check,
  checksum,
  constant,
  count,
  decode,
  derived,
  endsWith,
  firstOf,
  irOf,
  list,
  literal,
  lookahead,
  on,
  optional,
  parameter,
  peek,
  prefix,
  presence,
  present,
  SchemaError,
  sized,
  string,
  struct,
  tagOf,
  terminated,
  toEnd,
  u8,
  u16be,
  u32be,
  u64be,
  union,
  until,
} from '../../src/index.js';
import { refusal } from '../refusal.js';

const Pair = struct('Pair', { a: u8, b: u8 });

describe('rejects an invalid schema with its path and the fix', () => {
  const cases: readonly (readonly [
    title: string,
    schema: () => Node<unknown>,
    path: string,
    message: RegExp,
  ])[] = [
    [
      'bytes without an end',
      () => struct('S', { data: bytes() }),
      'S.data',
      /no end; add a size, .* or a relation on its length/,
    ],
    [
      'a list without an end',
      () => struct('S', { items: list(u8) }),
      'S.items',
      /list without an end; add a count/,
    ],
    [
      'an optional without a condition',
      () => struct('S', { a: optional(u8) }),
      'S.a',
      /nothing says when it is present; write .*presentWhen/,
    ],
    [
      'a union that nothing selects',
      () => struct('S', { u: union({ a: u8, b: u8 }) }),
      'S.u',
      /without a selector; write .*tag/,
    ],
    ['a union without arms', () => struct('S', { u: union({}) }), 'S.u', /without arms/],
    [
      'two equal arms with one tag',
      () => struct('S', { k: u8, u: union({ a: on(1, u8), b: on(1, u8) }) }).where(($) => [$.u.tag($.k)]),
      'S.u.b',
      /unreachable: a parses the same bytes first/,
    ],
    [
      'on() outside of a union',
      () => struct('S', { a: on(1, u8) }),
      'S.a',
      /on\(\) sets the tag of a union arm/,
    ],
    [
      'a derived field that is only sometimes there',
      () =>
        struct('S', { version: u8, length: derived(optional(u8)), data: bytes() }).where(($) => [
          $.length.presentWhen($.version.ge(2)),
          $.length.is(byteLength($.data)),
        ]),
      'S.length',
      /may be absent determines nothing when it is; put it and what it measures into a struct/,
    ],
    [
      'a derived field that nothing determines',
      () => struct('S', { n: derived(u8), a: u8 }),
      'S.n',
      /nothing determines it; write \$\.n\.is/,
    ],
    [
      'a derived field from itself',
      () => struct('S', { n: derived(u8) }).where(($) => [$.n.is($.n.plus(1))]),
      'S.n',
      /derived from itself/,
    ],
    [
      'a cycle of derived fields',
      () =>
        struct('S', { a: derived(u8), b: derived(u8) }).where(($) => [
          $.a.is($.b.plus(1)),
          $.b.is($.a.plus(1)),
        ]),
      'S.a',
      /cycle: a → b → a/,
    ],
    [
      'is() on a field that is not derived',
      () => struct('S', { n: u8, data: bytes(toEnd) }).where(($) => [$.n.is(byteLength($.data))]),
      'S.n',
      /determines a derived field; write derived/,
    ],
    [
      'an equation that cannot be solved',
      () =>
        struct('S', { n: derived(u8), items: list(u8) }).where(($) => [
          $.n.is(count($.items).times(count($.items))),
        ]),
      'S.n',
      /cannot be solved for count\(items\)/,
    ],
    [
      'a later field that decides',
      () => struct('S', { note: optional(u8), flag: u8 }).where(($) => [$.note.presentWhen($.flag.eq(1))]),
      'S.note',
      /needed before flag is decoded; move flag forward/,
    ],
    [
      'two relations that decide the same',
      () =>
        struct('S', { n: derived(u8), m: derived(u8), d: bytes() }).where(($) => [
          $.n.is(byteLength($.d)),
          $.d.with(),
          check($.n.eq(1)),
          $.m.is(byteLength($.d)),
          $.n.is(byteLength($.d)),
        ]) &&
        struct('S', { a: u8, b: u8, o: optional(u8) }).where(($) => [
          $.o.presentWhen($.a.eq(1)),
          $.o.presentWhen($.b.eq(1)),
        ]),
      'S.o',
      /two relations decide its when; keep one/,
    ],
    [
      'a peeked field that decides a size',
      () => struct('S', { next: peek(u8), data: bytes(toEnd) }).where(($) => [check($.next.eq(1))]),
      'S.next',
      /a field with a value, but this one is only looked ahead at/,
    ],
    [
      'an integer-like field name',
      () => struct('S', { a: u8, ['1' as 'b']: u8 }),
      'S.1',
      /expected an identifier as the field name .*, found "1"; .* would change the order of the fields; rename it/,
    ],
    [
      'a name that objects use',
      () => struct('S', { constructor: u8 } as unknown as { x: typeof u8 }),
      'S.constructor',
      /has a special meaning for JavaScript/,
    ],
    [
      'fields that other styles of names do not tell apart',
      () => struct('S', { foo_bar: u8, other: u8, fooBar: u8 }),
      'S.fooBar',
      /differs from foo_bar only in case and underscores/,
    ],
    ['fields that differ in case', () => struct('S', { x: u8, X: u8 }), 'S.X', /differs from x only in case/],
    [
      'a field that is not a node',
      () => struct('S', { a: 3 }),
      'S.a',
      /expected a node of the language, such as u8 or bytes\(4\), found 3; use a node for the field/,
    ],
    [
      'an arm that is not a node',
      () => struct('S', { k: u8, u: union({ a: 3 }) }).where(($) => [$.u.tag($.k)]),
      'S.u.a',
      /expected a node of the language, such as u8 or bytes\(4\), found 3; use a node for the arm/,
    ],
    [
      'two structs of one name',
      () => struct('S', { a: struct('T', { x: u8 }), b: struct('T', { y: u8 }) }),
      'S.b',
      /two different structs are called T/,
    ],
    [
      'a struct that always contains itself',
      () => {
        const Loop: Node<unknown> = struct('Loop', {
          a: u8,
          get again() {
            return Loop;
          },
        });
        return Loop;
      },
      'Loop.again',
      /always contains itself/,
    ],
    [
      'toEnd before something of unknown size',
      () => struct('S', { rest: bytes(toEnd), name: string(prefix(u8)) }),
      'S.rest',
      /extends to the end, but name follows/,
    ],
    [
      'a list of nothing',
      () => struct('S', { items: list(struct('E', {}), toEnd) }),
      'S.items',
      /may take no bytes/,
    ],
    [
      'a sentinel of nothing',
      () => struct('S', { items: list(u8, endsWith(struct('E', { end: atEnd }))) }),
      'S.items',
      /sentinel may take no bytes/,
    ],
    [
      'a sentinel that every element begins with',
      () =>
        struct('S', { items: list(struct('E', { mark: literal(u8, 7), x: u8 }), endsWith(literal(u8, 7))) }),
      'S.items',
      /every element begins with the sentinel/,
    ],
    [
      'a boundary of unbounded size',
      () =>
        struct('S', { data: bytes(until(struct('E', { text: string(prefix(u32be)) }))), more: bytes(toEnd) }),
      'S.data',
      /a boundary may take .* tried at many offsets; limit it to 4096/,
    ],
    [
      'an alternative that is never reached',
      () => struct('S', { a: firstOf({ x: Pair, y: Pair }) }),
      'S.a.y',
      /unreachable: x parses the same bytes first/,
    ],
    [
      'presence of something whose own presence is a value',
      () =>
        struct('S', {
          p: presence(
            struct('P', { next: peek(u8), mark: literal(u8, 7), more: optional(literal(u8, 8)) }).where(
              ($) => [$.more.presentWhen($.next.eq(7))],
            ),
          ),
        }),
      'S.p',
      /nodes without a value; use optional/,
    ],
    [
      'presence of something with a value',
      () => struct('S', { p: presence(u8) }),
      'S.p',
      /nodes without a value; use optional/,
    ],
    [
      'a member twice after flat()',
      () =>
        struct('S', { type: u8, u: union({ a: on(1, u8) }) })
          .where(($) => [$.u.tag($.type)])
          .flat('u'),
      'S.u',
      /two members called type/,
    ],
    ['flat() of no union', () => struct('S', { a: u8 }).flat('a'), 'S.a', /merges a union/],
    [
      'a pattern that may be slow',
      () => struct('S', { s: string(prefix(u8)) }).where(($) => [check($.s.matches(/^(a+)+$/))]),
      'S.s',
      /groups, alternatives or back references, so some texts would take more than linear time/,
    ],
    [
      'a pattern with two open repeats',
      () => struct('S', { s: string(prefix(u8)) }).where(($) => [check($.s.matches(/^a*b*$/))]),
      'S.s',
      /more than one unbounded repeat/,
    ],
    [
      'a path to a hidden field of a nested struct',
      () =>
        struct('S', { head: struct('Head', { secret: literal(u8, 5) }), more: optional(u8) }).where(($) => [
          $.more.presentWhen($.head.$.secret.eq(5)),
        ]),
      'S.head.secret',
      /secret is not in the value of Head/,
    ],
    [
      'a cycle through a binding',
      () => {
        const p = parameter('p', u8);
        const Inner = struct('Inner', { y: bytes(p) });
        return struct('S', { n: derived(u8), x: Inner }).where(($) => [
          $.n.is(byteLength($.x)),
          $.x.with(p.of($.n)),
        ]);
      },
      'S.n',
      /cycle: n → x → n/,
    ],
  ];

  test.each(cases)('%s', (_, schema, path, message) => {
    const [found, text] = refusal(schema());
    expect(text).toMatch(message);
    expect(found).toBe(path);
  });
});

describe('mistakes that are detected immediately', () => {
  test.each([
    [
      'a struct name that is not a type name',
      () => struct('header', {}),
      /^struct\("header"\): .*PascalCase name/,
    ],
    [
      'a negative size',
      () => bytes(-1),
      /^bytes\(\): expected a size that is a non-negative integer.*, found -1/,
    ],
    ['hexadecimal with an odd digit', () => literal(bytes(2), 'abc'), /pairs of hexadecimal digits/],
    [
      'a negative offset',
      () => at(-1, u8),
      /^at\(\): expected a node, or an offset that is a non-negative integer.*, found -1/,
    ],
    [
      'a region without a size',
      () => sized(undefined as never, u8),
      /^sized\(\): expected a size first, found undefined/,
    ],
    [
      'a terminator that is neither',
      () => terminated({} as never),
      /^terminated\(\): expected a byte, or 1 to 255 bytes .*, found an empty object/,
    ],
    ['a function without a name', () => checksum({} as never, {} as never), /wrapped in external\(\)/],
    [
      'a relation of a field further in',
      () =>
        irOf(
          struct('S', { a: struct('I', { b: optional(u8) }) }).where(($) => [
            $.a.$.b.presentWhen(constant(true)),
          ]),
        ),
      /^S\.a\.b: presentWhen\(\) is stated about a field of a nested struct; state it in the where\(\) of that struct/,
    ],
    [
      'a parameter name that is not an identifier',
      () => parameter('a b', u8),
      /^parameter\(\): expected an identifier as the name, .*, found "a b"; use ASCII letters/,
    ],
    [
      'a parameter of a struct',
      () => parameter('p', Pair),
      /^parameter\(p\): .*, found the struct Pair; use a type whose values are numbers, bigints, booleans or strings/,
    ],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(SchemaError);
    expect(make).toThrow(message);
  });

  test('rejects an unknown field in a relation', () => {
    // @ts-expect-error there is no such field
    const schema = struct('S', { a: u8 }).where(($) => [check($.b.eq(1))]);
    expect(() => irOf(schema)).toThrow(/^S\.b: no such field; use one of a$/);
  });

  test('rejects a parameter that nothing binds', () => {
    const schema = struct('S', { data: bytes(parameter('size', u8)) });
    expect(() => decode(schema, new Uint8Array(3))).toThrow(
      /S: reads the parameter 'size', which nothing binds; use \.with\(size\.of\(…\)\)/,
    );
  });

  test('rejects anything but a schema', () => {
    expect(() => irOf({} as Node<unknown>)).toThrow(/expected a schema, .*, found an empty object/);
  });
});

describe('the IR', () => {
  const everything = struct('Everything', {
    n: derived(u8),
    kind: derived(u16be),
    has: derived(bool),
    long: derived(u64be),
    seen: lookahead(literal(u8, 1)),
    items: list(Pair),
    body: union({ a: on(1, u8), b: on(2, Pair) }),
    note: optional(string(prefix(u8), 'ascii')),
    region: sized(prefix(u8), list(u16be, toEnd)),
    blob: bytes(),
    flag: presence(literal(u8, 9)),
    rest: bytes(toEnd),
  }).where(($) => [
    $.n.is(count($.items)),
    $.kind.is(tagOf($.body)),
    $.has.is(present($.note)),
    $.long.is(byteLength($.blob).plus(4)),
    check(constant(true)),
  ]);

  test('is deeply frozen, survives JSON, and is made once', () => {
    const ir = irOf(everything);
    expect(irOf(everything)).toBe(ir);
    expect(JSON.parse(JSON.stringify(ir))).toEqual(JSON.parse(JSON.stringify(ir)));
    const visit = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      expect(Object.isFrozen(part)).toBe(true);
      for (const inner of Object.values(part)) visit(inner);
    };
    visit(ir);
  });

  test('solves a length for decode', () => {
    const field = irOf(everything).structs.Everything?.fields.find(({ name }) => name === 'blob');
    expect(JSON.parse(JSON.stringify(field?.node))).toEqual({
      kind: 'bytes',
      extent: {
        kind: 'expression',
        size: {
          op: 'minus',
          left: { op: 'toNumber', of: { op: 'field', path: ['long'] } },
          right: { op: 'constant', value: 4 },
        },
      },
    });
  });
});
