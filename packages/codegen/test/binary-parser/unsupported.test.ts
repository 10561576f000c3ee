import type { CustomCodec } from '@bytewright/runtime';
import type { Node } from '@bytewright/schema-dsl';
import {
  align,
  at,
  atEach,
  atEnd,
  bit,
  bits,
  bool,
  byteLength,
  bytes,
  count,
  crc32,
  custom,
  derived,
  endsAfter,
  endsWith,
  enumeration,
  external,
  f32be,
  firstOf,
  flags,
  gaps,
  list,
  literal,
  lookahead,
  lsb0,
  optional,
  padded,
  parameter,
  peek,
  prefix,
  presence,
  processed,
  reserved,
  search,
  sized,
  span,
  string,
  struct,
  tail,
  terminated,
  toEnd,
  u8,
  u16be,
  u16le,
  u32be,
  ubits,
  uleb128,
  union,
  until,
  whilePeek,
  xor,
} from '@bytewright/schema-dsl';
import { describe, expect, it } from 'vitest';
import type { Capability } from '../../src/binary-parser/index.js';
import {
  capabilities,
  parseWithBinaryParser,
  toBinaryParser,
  UnsupportedConstructError,
} from '../../src/binary-parser/index.js';

const width = parameter('width', u8);
const zero = literal(u8, 0);
const dozens: CustomCodec<number> = {
  read: ([byte]) => (byte === undefined ? 'no bytes' : { value: byte * 12, byteLength: 1 }),
  write: (value) => Uint8Array.of(value / 12),
};

function refusal(schema: Node<unknown>): UnsupportedConstructError | undefined {
  try {
    toBinaryParser(schema);
    return undefined;
  } catch (error) {
    if (error instanceof UnsupportedConstructError) return error;
    throw error;
  }
}

/** A schema for every row of the table. */
const samples: {
  readonly [G in keyof typeof capabilities]: {
    readonly [K in keyof (typeof capabilities)[G]]: Node<unknown>;
  };
} = {
  relations: {
    checksum: struct('S', { a: bytes(1), b: derived(u32be) }).where(($) => [$.b.is(crc32(span($.a, $.a)))]),
  },
  nodes: {
    integer: u8,
    float: f32be,
    varint: uleb128(32),
    flags: flags(u8, { a: 1 }),
    enumeration: enumeration(u8, { a: 1 }),
    boolean: bool,
    bits: struct('S', { a: bit, b: ubits(7) }),
    literal: struct('S', { zero }),
    bytes: bytes(1),
    string: string(1),
    padding: reserved(1),
    list: list(u8, 1),
    struct: struct('S', { a: u8 }),
    optional: struct('S', { a: u8, b: optional(u8) }).where(($) => [$.b.presentWhen($.a.eq(1))]),
    peek: struct('S', { a: peek(u8), b: u8 }),
    lookahead: lookahead(u8),
    presence: presence(zero),
    at: struct('S', { a: at(1, u8), b: gaps() }),
    atEach: struct('S', { a: list(u8, 1), b: atEach(u8) }).where(($) => [
      $.b.atEach($.a, ($a) => ({ offset: $a })),
    ]),
    tail: struct('S', { a: tail(u8) }),
    gaps: struct('S', { a: gaps() }),
    atEnd,
    align: struct('S', { a: u8, b: align(4) }),
    sized: sized(1, u8),
    custom: custom(external({ module: './dozens.js', export: 'dozens' }, dozens)),
    processed: processed(xor(1), u8),
    union: struct('S', { a: u8, b: union({}, { otherwise: u8 }) }),
    firstOf: firstOf({ a: u16be, b: u8 }),
    search: search(width, [1, 2], struct('S', { a: bytes(width) })),
    bind: struct('S', { a: u8, b: bytes(width) }).where(($) => [$.b.with(width.of($.a))]),
  },
  byteExtents: {
    fixed: bytes(1),
    expression: struct('S', { a: derived(u8), b: bytes() }).where(($) => [$.a.is(byteLength($.b))]),
    prefix: bytes(prefix(u8)),
    end: bytes(toEnd),
    terminated: bytes(terminated(0)),
    padded: bytes(padded(2)),
    until: bytes(until(zero)),
  },
  listExtents: {
    fixed: list(u8, 1),
    expression: struct('S', { a: derived(u8), b: list(u8) }).where(($) => [$.a.is(count($.b))]),
    prefix: list(u8, prefix(u8)),
    end: list(u8, toEnd),
    sentinel: list(u16be, endsWith(zero)),
    last: list(
      u8,
      endsAfter(($) => $.eq(0)),
    ),
    while: list(
      u8,
      whilePeek(u8, ($) => $.lt(9)),
    ),
  },
};

describe('the capability table', () => {
  for (const [group, rows] of Object.entries(capabilities)) {
    for (const [kind, { support, reason }] of Object.entries(rows as Record<string, Capability>)) {
      it(`${group}.${kind}: ${support}`, () => {
        const schema = (samples as unknown as Record<string, Record<string, Node<unknown>>>)[group]?.[kind];
        const error = refusal(schema as Node<unknown>);
        expect(reason).not.toBe('');
        if (support === 'unsupported') expect(error).toMatchObject({ construct: kind, reason });
        else expect(error).toBeUndefined();
      });
    }
  }
});

describe('what binary-parser cannot follow is refused before a byte is read', () => {
  const Tail = struct('Tail', { payload: bytes(until(zero)), zero });
  const cases: readonly (readonly [string, Node<unknown>, path: string, construct: string])[] = [
    ['in a field', Tail, 'Tail.payload', 'until'],
    ['in a struct of a struct', struct('Outer', { tail: Tail }), 'Tail.payload', 'until'],
    ['in a string', struct('Name', { name: string(until(zero)) }), 'Name.name', 'until'],
    ['in the elements of a list', struct('All', { all: list(bytes(until(zero)), 2) }), 'All.all[]', 'until'],
    [
      'in an arm of a union',
      struct('Body', { a: string(1), body: union({ x: u8, y: list(u8, endsWith(zero)) }) }).where(($) => [
        $.body.tag($.a),
      ]),
      'Body.body.y',
      'sentinel',
    ],
    [
      'in the raw arm of a union',
      struct('Raw', { body: union({}, { otherwise: bytes(until(zero)) }) }),
      'Raw.body.otherwise',
      'until',
    ],
    ['in a region', struct('Box', { box: sized(1, presence(zero)) }), 'Box.box', 'presence'],
    ['in a run of more than 32 bits', struct('Wide', { a: ubits(4), b: ubits(36) }), 'Wide.b', 'bits'],
    ['in a little-endian word', bits('Low', u16le, { a: ubits(4), b: ubits(12) }, lsb0), 'Low.a', 'bits'],
    ['at the root', firstOf({ a: u16be, b: u8 }), 'root', 'firstOf'],
  ];
  for (const [where, schema, path, construct] of cases) {
    it(`${where}: ${path}`, () => {
      const error = refusal(schema);
      expect(error).toMatchObject({ name: 'UnsupportedConstructError', path, construct });
      expect(error?.message).toBe(`${path}: ${construct}: ${error?.reason}`);
      expect(() => parseWithBinaryParser(schema, new Uint8Array(0))).toThrow(UnsupportedConstructError);
    });
  }
});
