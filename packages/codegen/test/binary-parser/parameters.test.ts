import {
  byteLength,
  bytes,
  check,
  constant,
  derived,
  list,
  literal,
  optional,
  parameter,
  prefix,
  sized,
  struct,
  u8,
  u16be,
  union,
} from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWithBinaryParser, toBinaryParser } from '../../src/binary-parser/index.js';
import { hex, itAgrees } from './agreement.js';

const width = parameter('width', u8);
const cellOf = (size: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: size, maxLength: size });

describe('parameters', () => {
  const Row = struct('Row', { cells: list(bytes(width), prefix(u8)) });
  const Table = struct('Table', { width: u8, rows: list(Row, prefix(u8)) }).where(($) => [
    $.rows.with(width.of($.width)),
  ]);
  itAgrees('reach through lists and structs', Table, {
    examples: [
      ['02 02 01 0a0b 00', { width: 2, rows: [{ cells: [hex('0a0b')] }, { cells: [] }] }],
      ['00 01 02', { width: 0, rows: [{ cells: [hex(''), hex('')] }] }],
    ],
    values: fc.nat(3).chain((size) =>
      fc.record({
        width: fc.constant(size),
        rows: fc.array(fc.record({ cells: fc.array(cellOf(size), { maxLength: 3 }) }), { maxLength: 3 }),
      }),
    ),
  });

  const Cell = struct('Cell', { data: bytes(width) });
  const Shadow = struct('Shadow', { narrow: Cell, wide: Cell, again: Cell }).where(($) => [
    $.wide.with(width.of(width.times(2))),
  ]);
  const Shadowed = struct('Shadowed', { width: u8, all: Shadow, last: bytes(width) }).where(($) => [
    $.all.with(width.of($.width)),
    $.last.with(width.of($.width.minus(1))),
  ]);
  itAgrees('are bound anew below, for that part only', Shadowed, {
    examples: [
      [
        '01 0a 0b0c 0d',
        {
          width: 1,
          all: { narrow: { data: hex('0a') }, wide: { data: hex('0b0c') }, again: { data: hex('0d') } },
          last: hex(''),
        },
      ],
    ],
    values: fc.integer({ min: 1, max: 4 }).chain((size) =>
      fc.record({
        width: fc.constant(size),
        all: fc.record({
          narrow: fc.record({ data: cellOf(size) }),
          wide: fc.record({ data: cellOf(2 * size) }),
          again: fc.record({ data: cellOf(size) }),
        }),
        last: cellOf(size - 1),
      }),
    ),
  });
  it('are bound anew below: not where the width has no predecessor', () => {
    expect(() => parseWithBinaryParser(Shadowed, hex('00'))).toThrow('Shadowed.last: -1 is not a size');
  });

  const height = parameter('height', u8);
  const Grid = struct('Grid', { rows: list(bytes(width), height) });
  const Wide = struct('Wide', { h: u8, grid: Grid }).where(($) => [
    check(width.ge(1), 'has a width'),
    $.grid.with(height.of($.h)),
  ]);
  const High = struct('High', { w: u8, wide: Wide }).where(($) => [$.wide.with(width.of($.w))]);
  itAgrees('come together from several places, and may be checked', High, {
    examples: [['01 02 0a 0b', { w: 1, wide: { h: 2, grid: { rows: [hex('0a'), hex('0b')] } } }]],
    values: fc
      .integer({ min: 1, max: 3 })
      .chain((w) =>
        fc
          .array(cellOf(w), { maxLength: 3 })
          .map((rows) => ({ w, wide: { h: rows.length, grid: { rows } } })),
      ),
  });
  it('come together from several places: refuses what does not pass the check, before it reads on', () => {
    expect(() => parseWithBinaryParser(High, hex('00'))).toThrow('Wide: does not hold: has a width');
  });

  const id = parameter('id', u16be);
  const Footer = struct('Footer', { mark: literal(u8, 0x7e), id: derived(u16be) }).where(($) => [
    $.id.is(id),
  ]);
  const Body = struct('Body', { data: bytes(prefix(u8)), footer: derived(Footer) });
  const Section = struct('Section', {
    id: u16be,
    length: derived(u8),
    body: union({}, { otherwise: Body, raw: 'raw' }),
    more: optional(sized(3, Cell)),
  }).where(($) => [
    $.length.is(byteLength($.body)),
    $.body.with(id.of($.id), width.of(9)),
    $.more.presentWhen($.id.lt(2)),
    $.more.with(width.of(constant(3))),
  ]);
  itAgrees('reach into regions, arms and optional parts', Section, {
    examples: [
      [
        '0001 05 01aa 7e0001 0a0b0c',
        { id: 1, body: { type: undefined, raw: { data: hex('aa') } }, more: { data: hex('0a0b0c') } },
      ],
      [
        '7e7e 04 00 7e7e7e',
        { id: 0x7e7e, body: { type: undefined, raw: { data: hex('') } }, more: undefined },
      ],
    ],
    values: fc
      .record({ id: fc.nat(3), data: fc.uint8Array({ maxLength: 4 }), more: cellOf(3) })
      .map(({ id, data, more }) => ({
        id,
        body: { type: undefined, raw: { data } },
        more: id < 2 ? { data: more } : undefined,
      })),
  });
  it('reach into regions: refuses another footer than this section has', () => {
    expect(() => parseWithBinaryParser(Section, hex('0001 05 01aa 7e0002 0a0b0c'))).toThrow('Footer.id');
  });

  it('are forgotten when a parse fails', () => {
    const Loose = struct('Loose', { width: u8, cell: Cell, stop: literal(u8, 1) }).where(($) => [
      $.cell.with(width.of($.width)),
    ]);
    const parser = toBinaryParser(Loose);
    expect(() => parser.parse(hex('09 0a'))).toThrow('Cell.data');
    expect(() => parser.parse(hex('01 0a 02'))).toThrow('Loose.stop');
    expect(parser.parse(hex('01 0a 01'))).toEqual({
      value: { width: 1, cell: { data: hex('0a') } },
      consumed: 3,
    });
  });

  it('that nothing binds are refused, as by the interpreter', () => {
    expect(() => toBinaryParser(Cell)).toThrow("Cell: reads the parameter 'width', which nothing binds");
  });
});
