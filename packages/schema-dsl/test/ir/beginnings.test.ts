import type { CustomCodec } from '@bytewright/runtime';
import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  align,
  at,
  atEach,
  bit,
  bool,
  bytes,
  custom,
  enumeration,
  external,
  f16be,
  firstOf,
  flags,
  gaps,
  irOf,
  list,
  literal,
  on,
  openEnumeration,
  optional,
  padding,
  parameter,
  prefix,
  preserve,
  reserved,
  sized,
  string,
  struct,
  tail,
  toEnd,
  u8,
  u16be,
  u16le,
  u64be,
  ubits,
  uleb128,
  union,
} from '../../src/index.js';
import { bytePatterns, matchesPatterns } from '../../src/ir/analysis/byte-patterns.js';
import { leadingBytes } from '../../src/ir/analysis/leading-bytes.js';
import { firstBytes } from '../../src/ir.js';
import { hex } from '../interpreter/support.js';

const flag = parameter('flag', bool);
const size = parameter('size', u8);

const identity: CustomCodec<number> = {
  read: ([byte]) => (byte === undefined ? 'no bytes' : { value: byte, byteLength: 1 }),
  write: (value) => Uint8Array.of(value),
};
const byHand = (min: number): Node<number> =>
  custom(external({ module: './identity.js', export: 'identity' }, identity), { min, max: 1 });

const Kinds = struct('Kinds', {
  kind: u8,
  body: union({ a: on(1, literal(u8, 7)), b: on(2, literal(u8, 8)) }, { otherwise: literal(u8, 9) }),
}).where(($) => [$.body.tag($.kind)]);
const Version = struct('Version', { version: literal(ubits(4), 4), length: ubits(4) });
const Named = struct('Named', { color: enumeration(ubits(4), { grey: 0, rgb: 2 }), more: ubits(4) });

/** The IR node of a struct's field. */
function fieldOf(schema: Node<unknown>, field: string) {
  const { root, structs } = irOf(schema, { allowParameters: true });
  const struct = root.kind === 'struct' ? structs[root.name] : undefined;
  const found = struct?.fields.find(({ name }) => name === field);
  if (found === undefined) throw new Error(`no field ${field}`);
  return { node: found.node, structs };
}

const rootOf = (schema: Node<unknown>) => {
  const { root, structs } = irOf(schema, { allowParameters: true });
  return { node: root, structs };
};

const ALL = Array.from({ length: 256 }, (_, byte) => byte);

describe('the first bytes of', () => {
  const cases: readonly (readonly [
    title: string,
    node: Node<unknown>,
    bytes: readonly number[],
    empty: boolean,
  ])[] = [
    ['an enumeration', enumeration(u16be, { a: 0x0102, b: 0x0304 }), [1, 3], false],
    ['an open enumeration', openEnumeration(u8, { a: 1 }), ALL, false],
    ['strict flags', flags(u8, { low: 0, high: 7 }, { strict: true }), [0, 1, 0x80, 0x81], false],
    ['flags that keep other bits', flags(u8, { low: 0 }), ALL, false],
    ['a bool that keeps other bytes', preserve(bool), ALL, false],
    ['an integer of up to seven bits', uleb128(3), [0, 1, 2, 3, 4, 5, 6, 7], false],
    ['an integer of several bytes', uleb128(32), ALL, false],
    ['padding', padding(3, 0x20), [0x20], false],
    ['padding of no bytes', padding(0), [0], true],
    ['reserved bytes', reserved(2), ALL, false],
    ['an alignment', struct('A', { pad: align(4, { fill: 5 }), next: literal(u8, 6) }), [5, 6], false],
    ['an alignment that is kept', struct('A', { pad: align(4, { keep: true }) }), ALL, true],
    ['a codec by hand', byHand(1), ALL, false],
    ['a codec by hand that may write nothing', byHand(0), ALL, true],
    ['a constant among bits', Version, ALL.slice(0x40, 0x50), false],
    ['a field at an offset', struct('P', { a: at(1, u8), rest: gaps() }), ALL, true],
    ['the end', struct('P', { end: tail(u8), rest: gaps() }), ALL, true],
    ['what nothing else holds', struct('P', { rest: gaps() }), ALL, true],
  ];
  test.each(cases)('%s', (_, schema, bytes, empty) => {
    const { node, structs } = rootOf(schema);
    const found = firstBytes(node, structs);
    expect([...found.bytes].sort((a, b) => a - b)).toEqual(bytes);
    expect(found.empty).toBe(empty);
  });

  test('a union are those of its arms, and of the arm for other tags', () => {
    const { node, structs } = fieldOf(Kinds, 'body');
    expect(firstBytes(node, structs)).toEqual({ bytes: new Set([7, 8, 9]), empty: false });
  });

  test('nodes at the offsets of a list may be any bytes', () => {
    const Files = struct('Files', { entries: list(u8, 1), all: atEach(u8) }).where(($) => [
      $.all.atEach($.entries, ($entry) => ({ offset: $entry })),
    ]);
    const { node, structs } = fieldOf(Files, 'all');
    expect(firstBytes(node, structs)).toEqual({ bytes: new Set(ALL), empty: true });
  });

  test.each([
    ['a constant', Version, 'version'],
    ['a number', Version, 'length'],
    ['a name', Named, 'color'],
  ] as const)('%s among bits by itself are unknown: it is looked at with its run', (_, schema, field) => {
    const { node, structs } = fieldOf(schema, field);
    expect(firstBytes(node, structs)).toEqual({ bytes: new Set(ALL), empty: true });
    expect(bytePatterns(node, structs)).toEqual([{ bytes: [], atEnd: false, isOpen: true }]);
  });

  test('throws for a struct that does not exist', () => {
    expect(() => firstBytes({ kind: 'struct', name: 'Lost' }, {})).toThrow('No struct Lost in this schema');
  });
});

describe('patterns accept every possible beginning', () => {
  const cases: readonly (readonly [title: string, node: Node<unknown>, yes: string[], no: string[]])[] = [
    ['a float', f16be, ['3c00', '0000 ff'], ['3c']],
    ['an integer of one byte', uleb128(5), ['1f', '00'], ['80 01', '']],
    ['an integer of several bytes', uleb128(32), ['1f', '80 01', '80'], ['']],
    ['a bool', bool, ['00', '01 ff'], ['02', '']],
    ['a bool that keeps other bytes', preserve(bool), ['00', '02'], ['']],
    ['a constant in front of a number of bits', Version, ['45', '40 00'], ['55', '']],
    ['padding', padding(2, 0x20), ['2020', '2020 00'], ['2021', '20']],
    ['reserved bytes', reserved(2), ['2021'], ['20']],
    ['padding of a size from above', padding(size), ['', 'ff'], []],
    ['a constant of many bytes', literal(bytes(), '00'.repeat(20)), ['00'.repeat(16)], ['00'.repeat(15)]],
    [
      'a long constant behind another',
      struct('L', { a: u8, b: literal(bytes(), '07'.repeat(18)) }),
      [`00${'07'.repeat(15)}`],
      [`00${'07'.repeat(14)}`, `00${'08'.repeat(16)}`],
    ],
    [
      'an enumeration in either byte order',
      enumeration(u16le, { a: 0x0102, b: 0x0304 }),
      ['0201', '0403'],
      ['0102', '02'],
    ],
    [
      'an enumeration of variable length',
      enumeration(uleb128(32), { a: 1, b: 300 }),
      ['01', 'ac02'],
      ['02', 'ac03', 'ac'],
    ],
    [
      'text of unknown length and what follows',
      struct('T', { text: string(prefix(u8)), end: literal(u8, 1) }),
      ['', 'ff'],
      [],
    ],
    [
      'what may be absent',
      struct('O', { a: optional(literal(u8, 1), flag), b: literal(u8, 2) }),
      ['01 02', '02'],
      ['01 01', '03'],
    ],
    ['a region', sized(1, bytes(toEnd)), ['', '00'], []],
  ];
  test.each(cases)('%s', (_, schema, yes, no) => {
    const { node, structs } = rootOf(schema);
    const patterns = bytePatterns(node, structs);
    const matches = (text: string): boolean => {
      const input = hex(text);
      return matchesPatterns(patterns, input, 0, input.length);
    };
    expect(yes.filter((text) => !matches(text))).toEqual([]);
    expect(no.filter(matches)).toEqual([]);
  });

  test('of a union, for any of its arms', () => {
    const { node, structs } = fieldOf(Kinds, 'body');
    const patterns = bytePatterns(node, structs);
    expect([6, 7, 8, 9, 10].filter((byte) => matchesPatterns(patterns, Uint8Array.of(byte), 0, 1))).toEqual([
      7, 8, 9,
    ]);
  });

  test('stop when there are too many ways to begin', () => {
    const arms = (count: number) =>
      firstOf(
        Object.fromEntries(
          Array.from({ length: count }, (_, i) => [`a${i}`, literal(u16be, 0x0101 * (i + 1))]),
        ),
      );
    // 4 ways, then 16: what comes second is no longer looked at
    const Twice = struct('Twice', { a: arms(4), b: arms(4) });
    const { node, structs } = rootOf(Twice);
    const patterns = bytePatterns(node, structs);
    expect(patterns).toHaveLength(4);
    expect(matchesPatterns(patterns, hex('0202 ffff'), 0, 4)).toBe(true);
    expect(matchesPatterns(patterns, hex('0909 0101'), 0, 4)).toBe(false);
  });

  test('accept anything beyond the examined depth', () => {
    let nested: Node<unknown> = literal(u8, 1);
    for (let depth = 0; depth < 20; depth++)
      nested = struct(`Level${depth}`, { inner: nested, end: literal(u8, 2) });
    const { node, structs } = rootOf(nested);
    expect(bytePatterns(node, structs)).toEqual([{ bytes: [], atEnd: false, isOpen: true }]);
  });
});

describe('the leading bytes', () => {
  const leads = (schema: Node<unknown>): readonly number[] => {
    const { node, structs } = rootOf(schema);
    return leadingBytes(node, structs);
  };

  test('extend as far as the bytes are constant', () => {
    expect(leads(struct('S', { magic: literal(u16be, 0x5047), version: u8, end: literal(u8, 1) }))).toEqual([
      0x50, 0x47,
    ]);
    expect(leads(struct('S', { is: bit, rest: ubits(7) }))).toEqual([]);
  });

  test('are empty if there are several ways to begin', () => {
    expect(leads(firstOf({ a: literal(u64be, 1n), b: literal(u8, 1) }))).toEqual([]);
  });
});
