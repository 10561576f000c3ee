import {
  bit,
  byteLength,
  derived,
  list,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  ubits,
} from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { describe, expect, test } from 'vitest';
import { byteMap } from '../../src/testing/report/byte-map.js';
import { hexDump } from '../../src/testing/report/hex-dump.js';
import { parsePath, valueAt, withValueAt } from '../../src/testing/value-path.js';

const Text = struct('Text', { length: derived(u16be), text: string() }).where(($) => [
  $.length.is(byteLength($.text)),
]);

describe('a hex dump', () => {
  test('has sixteen bytes per line, with offsets and ASCII', () => {
    const bytes = Uint8Array.from({ length: 18 }, (_, i) => 0x1f + 6 * i);
    expect(hexDump(bytes)).toBe(
      '00000000  1f 25 2b 31 37 3d 43 49 4f 55 5b 61 67 6d 73 79  |.%+17=CIOU[agmsy|\n' +
        '00000010  7f 85                                            |..|',
    );
  });

  test('marks a byte, or the end', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, i) => i);
    const line = '00000000  00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f  |................|';
    expect(hexDump(bytes, 15)).toBe(`${line}\n${' '.repeat(55)}^^ byte 15`);
    expect(hexDump(bytes, 16)).toBe(
      `${line}\n00000010                                                   ||\n${' '.repeat(10)}^^ the end`,
    );
    expect(hexDump(new Uint8Array(0), 0)).toBe(
      `00000000                                                   ||\n${' '.repeat(10)}^^ the end`,
    );
  });

  test('shows the surroundings of the mark if there are too many bytes', () => {
    const lines = hexDump(new Uint8Array(4000), 2000).split('\n');
    expect(lines).toHaveLength(67);
    expect(lines[0]).toBe('… 1488 bytes before');
    expect(lines[33]).toMatch(/^000007d0 {2}00/);
    expect(lines[34]).toBe(`${' '.repeat(10)}^^ byte 2000`);
    expect(lines.at(-1)).toBe('… 1488 more bytes');
  });

  test('says how much it omits', () => {
    const lines = hexDump(new Uint8Array(2000)).split('\n');
    expect(lines.length).toBe(65);
    expect(lines.at(-1)).toBe('… 976 more bytes');
  });
});

describe('a byte map', () => {
  test('has one part per line; hidden parts are in parentheses', () => {
    expect(byteMap(irOf(Text), Uint8Array.of(0, 2, 0x68, 0x69))).toBe(
      [
        'offset  length  path      value',
        '0       2       (length)  2',
        '2       2       text      "hi"',
      ].join('\n'),
    );
  });

  test('ends with the error', () => {
    expect(byteMap(irOf(Text), Uint8Array.of(0, 2, 0x68))).toBe(
      [
        'offset  length  path      value',
        '0       2       (length)  2',
        '2       0       text      unreadable',
        'then text at byte 2 (0x2): expected 2 bytes, found 1 byte (unexpected-end)',
      ].join('\n'),
    );
  });
});

describe('a byte map of many or small parts', () => {
  test('shows the widths of parts that are not whole bytes', () => {
    const Bits = struct('Bits', { is: bit, rest: ubits(7) });
    expect(byteMap(irOf(Bits), Uint8Array.of(0x85))).toBe(
      ['offset  length  path  value', '0       1 bit   is    true', '0       7 bits  rest  5'].join('\n'),
    );
  });

  test('says how many parts it omits, and truncates long values', () => {
    const Many = struct('Many', { text: string(70, 'ascii'), all: list(struct('One', { n: u8 }), toEnd) });
    const lines = byteMap(irOf(Many), new Uint8Array(170).fill(0x61)).split('\n');
    expect(lines).toHaveLength(82);
    expect(lines[1]).toBe(`0       70      text       "${'a'.repeat(58)}…`);
    expect(lines.at(-1)).toBe('… 21 more parts');
  });
});

describe('a path', () => {
  test('is parsed as errors print it', () => {
    expect(parsePath('')).toEqual([]);
    expect(parsePath('sections[3].idstr')).toEqual(['sections', 3, 'idstr']);
    expect(parsePath('[0][12].a')).toEqual([0, 12, 'a']);
  });

  test('leads to a part of a value', () => {
    const value = { list: [{ a: 1 }, { a: 2 }] };
    expect(valueAt(value, ['list', 1, 'a'])).toBe(2);
    expect(valueAt(value, ['list', 7, 'a'])).toBeUndefined();
  });

  test('changes only a copy', () => {
    const value = { list: [{ a: 1 }, { a: 2 }], numbers: Uint8Array.of(1, 2) };
    expect(withValueAt(value, ['list', 1, 'a'], 5)).toEqual({
      list: [{ a: 1 }, { a: 5 }],
      numbers: Uint8Array.of(1, 2),
    });
    expect(withValueAt(value, ['numbers', 0], 9)).toMatchObject({ numbers: Uint8Array.of(9, 2) });
    expect(value).toEqual({ list: [{ a: 1 }, { a: 2 }], numbers: Uint8Array.of(1, 2) });
  });
});
