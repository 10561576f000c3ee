import type { Node } from '@bytewright/schema-dsl';
import {
  atEnd,
  bit,
  bits,
  byteLength,
  bytes,
  check,
  checksum,
  computed,
  count,
  decode,
  derived,
  encode,
  external,
  flags,
  list,
  lookahead,
  msb0,
  on,
  optional,
  parameter,
  peek,
  present,
  SchemaError,
  span,
  string,
  struct,
  tagOf,
  u8,
  u16be,
  u32be,
  u64be,
  ubits,
  union,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';
import { refusalOf } from '../refusal.js';

/** The error of an invalid schema, and the schema that it suggests, with bytes that this decodes. */
interface Case {
  readonly wrong: () => Node<unknown>;
  readonly code: string;
  readonly message: string;
  readonly right: () => Node<unknown>;
  readonly bytes: Uint8Array;
  readonly value: unknown;
}

const size = parameter('size', u32be);
const typed = (schema: unknown): Node<unknown> => schema as Node<unknown>;

const cases: Readonly<Record<string, Case>> = {
  'a length in a nested header': {
    wrong: () =>
      struct('Message', { header: struct('Header', { length: derived(u16be) }), body: bytes() }).where(
        ($) => [$.header.$.length.is(byteLength($.body))],
      ),
    code: 'misplaced-relation',
    message:
      'Message.header.length: .is() determines a derived field of Message itself, but this one is inside header; keep it in the value, not derived(), and make it the size of body: bytes(size), and $.body.with(size.of($.header.$.length)) with a parameter size',
    right: () =>
      struct('Message', { header: struct('Header', { length: u32be }), body: bytes(size) }).where(($) => [
        $.body.with(size.of($.header.$.length)),
      ]),
    bytes: hex('00000002 0506'),
    value: { header: { length: 2 }, body: hex('0506') },
  },
  'a count in a nested header': {
    wrong: () =>
      struct('Message', { header: struct('Header', { n: derived(u16be) }), items: list(u8) }).where(($) => [
        $.header.$.n.is(count($.items)),
      ]),
    code: 'misplaced-relation',
    message:
      'Message.header.n: .is() determines a derived field of Message itself, but this one is inside header; keep it in the value, not derived(), and make it the count of items: list(element, size), and $.items.with(size.of($.header.$.n)) with a parameter size',
    right: () =>
      struct('Message', { header: struct('Header', { n: u32be }), items: list(u8, size) }).where(($) => [
        $.items.with(size.of($.header.$.n)),
      ]),
    bytes: hex('00000002 0506'),
    value: { header: { n: 2 }, items: hex('0506') },
  },
  'a presence in one of several bits': {
    wrong: () =>
      struct('A', { f: bits('F', u8, { hasX: derived(bit), k: ubits(7) }, msb0), x: optional(u8) }).where(
        ($) => [$.f.$.hasX.is(present($.x))],
      ),
    code: 'misplaced-relation',
    message:
      'A.f.hasX: .is() determines a derived field of A itself, but this one is inside f; keep it in the value, not derived(), and let it decide: $.x.presentWhen($.f.$.hasX)',
    right: () =>
      struct('A', { f: bits('F', u8, { hasX: bit, k: ubits(7) }, msb0), x: optional(u8) }).where(($) => [
        $.x.presentWhen($.f.$.hasX),
      ]),
    bytes: hex('81 05'),
    value: { f: { hasX: true, k: 1 }, x: 5 },
  },
  'a presence in a derived flag': {
    wrong: () =>
      struct('A', { f: derived(flags(u8, { x: 0 })), x: optional(u8) }).where((($: {
        f: { $: { x: { is(value: unknown): never } } };
        x: never;
      }) => [$.f.$.x.is(present($.x))]) as never),
    code: 'misplaced-relation',
    message:
      'A.f.x: .is() determines a derived field of A itself, but this one is inside f; keep it in the value, not derived(), and let it decide: $.x.presentWhen($.f.$.x)',
    right: () =>
      struct('A', { f: flags(u8, { x: 0 }), x: optional(u8) }).where(($) => [$.x.presentWhen($.f.$.x)]),
    bytes: hex('01 05'),
    value: { f: { x: true, unknown: 0 }, x: 5 },
  },
  'a tag in a nested header': {
    wrong: () =>
      struct('A', { h: struct('H', { tag: derived(u8) }), u: union({ a: on(1, u8) }) }).where(($) => [
        $.h.$.tag.is(tagOf($.u)),
      ]),
    code: 'misplaced-relation',
    message:
      'A.h.tag: .is() determines a derived field of A itself, but this one is inside h; keep it in the value, not derived(), and let it decide: $.u.tag($.h.$.tag)',
    right: () =>
      struct('A', { h: struct('H', { tag: u8 }), u: union({ a: on(1, u8) }) }).where(($) => [
        $.u.tag($.h.$.tag),
      ]),
    bytes: hex('01 05'),
    value: { h: { tag: 1 }, u: { type: 'a', value: 5 } },
  },
  'a length that is handed down to a header in front': {
    wrong: () => {
      const Header = struct('Header', { length: derived(u32be) }).where(($) => [$.length.is(size)]);
      return struct('Message', { header: Header, body: bytes() }).where(($) => [
        $.header.with(size.of(byteLength($.body))),
      ]);
    },
    code: 'used-before-decoded',
    message:
      'Message.header: binds size for a field before body, but byteLength(body) is known only when body has been decoded; keep size in the value of header, not derived(), and make it the size of body: bytes(size), and $.body.with(size.of($.header.$.size)) with a parameter size',
    right: () =>
      struct('Message', { header: struct('Header', { size: u32be }), body: bytes(size) }).where(($) => [
        $.body.with(size.of($.header.$.size)),
      ]),
    bytes: hex('00000001 05'),
    value: { header: { size: 1 }, body: hex('05') },
  },
  'a length behind what it measures': {
    wrong: () => struct('A', { b: bytes(), n: derived(u8) }).where(($) => [$.n.is(byteLength($.b))]),
    code: 'missing-end',
    message:
      'A.b: has no end; n measures it, but is decoded only after it; move n before it, or give it a size, prefix(…), toEnd or until(…), against which n is then checked',
    right: () => struct('A', { b: bytes(2), n: derived(u8) }).where(($) => [$.n.is(byteLength($.b))]),
    bytes: hex('0506 02'),
    value: { b: hex('0506') },
  },
  'a count behind what it counts': {
    wrong: () => struct('A', { b: list(u16be), n: derived(u8) }).where(($) => [$.n.is(count($.b))]),
    code: 'missing-count',
    message: 'n measures it, but is decoded only after it; move n before it, or give it a count',
    right: () => struct('A', { n: derived(u8), b: list(u16be) }).where(($) => [$.n.is(count($.b))]),
    bytes: hex('01 0005'),
    value: { b: Uint16Array.of(5) },
  },
  'a condition that holds no value': {
    wrong: () =>
      struct('A', { h: u8, end: peek(atEnd), e: optional(u16be) }).where(($) => [
        $.e.presentWhen($.end as never),
      ]),
    code: 'hidden-field',
    message:
      'A.e: its condition is end, which holds no value, so it would never be true; write end: lookahead(atEnd), whose value is true or false',
    right: () =>
      struct('A', { h: u8, end: lookahead(atEnd), e: optional(u16be) }).where(($) => [
        $.e.presentWhen($.end.not()),
      ]),
    bytes: hex('01 0002'),
    value: { h: 1, end: false, e: 2 },
  },
  'a condition that is a number': {
    wrong: () => struct('A', { h: u8, e: optional(u8) }).where(($) => [$.e.presentWhen($.h as never)]),
    code: 'type-mismatch',
    message:
      'A.e: its condition is h, a number, but a condition is true or false; compare it, for example h ≠ 0: $.h.ne(…)',
    right: () => struct('A', { h: u8, e: optional(u8) }).where(($) => [$.e.presentWhen($.h.ne(0))]),
    bytes: hex('01 02'),
    value: { h: 1, e: 2 },
  },
  'a check of a text': {
    wrong: () => struct('A', { s: string(1) }).where(($) => [check($.s.eq('b').or($.s as never))]),
    code: 'type-mismatch',
    message: 'its condition is s, a string, but a condition is true or false; compare it',
    right: () => struct('A', { s: string(1) }).where(($) => [check($.s.eq('a'))]),
    bytes: hex('61'),
    value: { s: 'a' },
  },
  'a derived union as a length': {
    wrong: () =>
      struct('A', { v: u8, n: derived(typed(union({ a: on(0, u8), b: on(1, u16be) }))), b: bytes() }).where(
        ($) => [($.n as unknown as { tag(by: unknown): never }).tag($.v), $.n.is(byteLength($.b) as never)],
      ),
    code: 'underivable-field',
    message:
      'A.n: its value is an object (union), but byteLength(b), which it is derived from, is a number; derive a field that holds a number',
    right: () => struct('A', { v: u8, n: derived(u8), b: bytes() }).where(($) => [$.n.is(byteLength($.b))]),
    bytes: hex('00 01 41'),
    value: { v: 0, b: hex('41') },
  },
  'a checksum of another type than its field': {
    wrong: () =>
      struct('A', { d: u8, s: derived(u8) }).where(($) => [
        $.s.is(checksum(external({ module: './own.js', export: 'wide' }, wide), span($.d, $.d)) as never),
      ]),
    code: 'wrong-checksum-field',
    message:
      'A.s: wide of ./own.js returns a bigint, but the field holds a number; return a number, or use a field that holds a bigint',
    right: () =>
      struct('A', { d: u8, s: derived(u64be) }).where(($) => [
        $.s.is(checksum(external({ module: './own.js', export: 'wide' }, wide), span($.d, $.d))),
      ]),
    bytes: hex('09 0000000000000001'),
    value: { d: 9 },
  },
  'a checksum in a nested struct': {
    wrong: () =>
      struct('A', { d: u8, e: struct('E', { s: derived(u64be) }) }).where(($) => [
        $.e.$.s.is(checksum(external({ module: './own.js', export: 'wide' }, wide), span($.d, $.d))),
      ]),
    code: 'misplaced-relation',
    message:
      'A.e.s: a checksum must be a derived field of A itself, but this one is inside e; move it into A, or state it in the where() of the struct that contains it',
    right: () =>
      struct('A', { d: u8, s: derived(u64be) }).where(($) => [
        $.s.is(checksum(external({ module: './own.js', export: 'wide' }, wide), span($.d, $.d))),
      ]),
    bytes: hex('09 0000000000000001'),
    value: { d: 9 },
  },
};

function wide(covered: Uint8Array): bigint {
  return BigInt(covered.length);
}

describe('rejects an invalid schema, and says what to write instead', () => {
  test.each(Object.entries(cases))('%s', (_, { wrong, code, message, right, bytes: input, value }) => {
    const error = refusalOf(wrong());
    expect(error).toBeInstanceOf(SchemaError);
    expect(error.message).toContain(message);
    expect(error.code).toBe(code);
    expect(decode(right(), input)).toEqual(value);
    expect(encode(right(), value)).toEqual(input);
  });
});

describe('a condition on a user function that throws', () => {
  const fails = external({ module: './own.js', export: 'fails' }, (): number => {
    throw new RangeError('no number');
  });
  const double = external({ module: './own.js', export: 'double' }, (n: number): number => 2 * n);

  test.each([
    ['ne', (x: typeof size) => x.ne(5)],
    ['not eq', (x: typeof size) => x.eq(5).not()],
    ['not lt', (x: typeof size) => x.lt(5).not()],
    ['not le or gt', (x: typeof size) => x.le(5).or(x.gt(5)).not()],
    ['not (eq and eq)', (x: typeof size) => x.eq(5).and(x.eq(6)).not()],
    ['of a sum', (x: typeof size) => x.plus(1).ne(5)],
  ])('%s never holds', (_, condition) => {
    const Failing = struct('Failing', { n: u8 }).where(($) => [
      check(condition(computed(fails, $.n) as never)),
    ]);
    expect(() => decode(Failing, hex('04'))).toThrow('check-failed');
    expect(() => encode(Failing, { n: 4 })).toThrow('check-failed');
  });

  test.each([
    ['ne', (x: typeof size) => x.ne(6), [2, 4], [3]],
    ['not eq', (x: typeof size) => x.eq(6).not(), [2, 4], [3]],
    ['not lt', (x: typeof size) => x.lt(6).not(), [3, 4], [2]],
    ['not ge', (x: typeof size) => x.ge(6).not(), [2], [3, 4]],
    ['not (eq or eq)', (x: typeof size) => x.eq(6).or(x.eq(8)).not(), [2, 5], [3, 4]],
    ['not (ne and le)', (x: typeof size) => x.ne(6).and(x.le(8)).not(), [3, 5], [2, 4]],
  ])('%s holds as ever where it gives a number', (_, condition, holds, fails) => {
    const Doubled = struct('Doubled', { n: u8 }).where(($) => [
      check(condition(computed(double, $.n) as never)),
    ]);
    for (const n of holds) expect(decode(Doubled, Uint8Array.of(n))).toEqual({ n });
    for (const n of fails) expect(() => decode(Doubled, Uint8Array.of(n))).toThrow('check-failed');
  });
});

describe('rejects operands of different types', () => {
  // The types are as wrong as the schemas.
  type Loose = Record<string, typeof size & Record<string, (...operands: readonly unknown[]) => never>>;
  const wide = parameter('wide', u64be);
  const text = parameter('text', string());
  const refused = (fields: object, relate: ($: Loose) => readonly unknown[]): Node<unknown> =>
    struct('A', fields as Record<string, never>).where(relate as never);

  test.each<[string, () => Node<unknown>, string]>([
    [
      'a bigint and a number',
      () => refused({ n: u64be }, ($) => [check($.n?.eq(5) as never)]),
      'A.n: n = 5: n is a bigint, but 5 is a number; write 5n',
    ],
    [
      'a number and a bigint',
      () => refused({ n: u8 }, ($) => [check($.n?.lt(5n as never) as never)]),
      'A.n: n < 5: n is a number, but 5n is a bigint; write 5',
    ],
    [
      'a sum of both',
      () => refused({ n: u64be, m: u8 }, ($) => [check($.n?.plus($.m as never).eq(5n as never) as never)]),
      'A.m: n + m: n is a bigint, but m is a number; write n.toNumber()',
    ],
    [
      'a text and a number',
      () => refused({ n: string(1) }, ($) => [check($.n?.eq(9) as never)]),
      'A.n: n = 9: n is a string, but 9 is a number; use operands of the same type',
    ],
    [
      'a sum of texts',
      () => refused({ n: string(1), m: string(1) }, ($) => [check($.n?.plus($.m as never).eq(9) as never)]),
      'A.m: n + m: n is a string, which has no arithmetic; use a number',
    ],
    [
      'an order of booleans',
      () =>
        refused({ n: lookahead(atEnd), m: lookahead(atEnd) }, ($) => [check($.n?.lt($.m as never) as never)]),
      'A.m: n < m: n is a boolean, which has no order; use eq() or ne()',
    ],
    [
      'the length of a number',
      () => refused({ n: u8 }, ($) => [check($.n?.size?.call($.n as never) as never)]),
      'A.n: length of n: size() applies to text, but n is a number; use text, or remove it',
    ],
    [
      'the start of a number',
      () => refused({ n: u8 }, ($) => [check($.n?.startsWith?.call($.n as never, 'a' as never) as never)]),
      'startsWith() applies to text, but n is a number',
    ],
    [
      'a choice by a number',
      () =>
        refused({ n: u8, b: bytes(size) }, ($) => [
          $.b?.with?.(size.of($.n?.choose.call($.n as never, 1, 2) as never)),
        ]),
      'A.b: its condition is n, a number, but a condition is true or false',
    ],
    [
      'a choice of two types',
      () =>
        refused({ n: u8, b: bytes(size) }, ($) => [
          $.b?.with?.(size.of($.n?.eq(1).choose(1, 'a' as never) as never)),
        ]),
      '1 is a number, but "a" is a string; use operands of the same type',
    ],
    [
      'a bigint as a size',
      () => struct('A', { b: bytes(wide as never) }),
      'A.b: its size is wide, a bigint, but sizes are numbers; write wide.toNumber()',
    ],
    [
      'a text as a count',
      () => struct('A', { b: list(u8, text as never) }),
      'A.b: its count is text, a string, but counts are numbers; use a number',
    ],
    [
      'a number that follows from a text',
      () => refused({ n: derived(u8), s: string(1) }, ($) => [$.n?.is($.s as never)]),
      'A.n: it holds a number, but s, which it is derived from, is a string; derive a field that holds a string, or derive it from a number',
    ],
  ])('%s', (_, schema, message) => {
    const error = refusalOf(schema());
    expect(error.message).toContain(message);
    expect(error.code).toBe('type-mismatch');
  });
});
