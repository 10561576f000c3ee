import { describe, expect, test } from 'vitest';
import {
  atEnd,
  bytes,
  check,
  encode,
  endsAfter,
  flags,
  i8,
  list,
  literal,
  parameter,
  prefix,
  sized,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u16le,
  whilePeek,
} from '../../src/index.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

describe('endsAfter', () => {
  const Entry = struct('Entry', { last: u8, name: string(prefix(u8), 'ascii') });
  const Table = struct('Table', {
    entries: list(
      Entry,
      endsAfter(($) => $.last.eq(1)),
    ),
    mark: u8,
  });

  test('includes the element that ends the list', () => {
    expectBothWays(Table, '00 01 61  01 00  07', {
      entries: [
        { last: 0, name: 'a' },
        { last: 1, name: '' },
      ],
      mark: 7,
    });
    expectBothWays(Table, '01 00 07', { entries: [{ last: 1, name: '' }], mark: 7 });
  });

  test('accepts an element in a region, documented, and with parameters', () => {
    const limit = parameter('limit', u8);
    const Limited = struct('Limited', { last: u8, text: string(prefix(u8), 'ascii') }).where(($) => [
      check($.last.le(limit)),
    ]);
    const schema = list(
      sized(prefix(u8), Limited).doc('an entry').with(limit.of(1)),
      endsAfter(($) => $.last.eq(1)),
    );
    expectBothWays(schema, '03 00 01 61  02 01 00', [
      { last: 0, text: 'a' },
      { last: 1, text: '' },
    ]);
    expect(decodeErrorOf(schema, hex('02 02 00'))).toMatchObject({ code: 'check-failed', path: '[0].last' });
  });

  test('may test a flag of an element', () => {
    const Descriptor = struct('Descriptor', { is: flags(u8, { last: 7 }), size: u8 });
    const schema = list(
      Descriptor,
      endsAfter(($) => $.is.$.last),
    );
    expectBothWays(schema, '01 02  80 03', [
      { is: { last: false, unknown: 1 }, size: 2 },
      { is: { last: true, unknown: 0 }, size: 3 },
    ]);
  });

  test('fails at the end of the region if no element ends the list', () => {
    expect(decodeErrorOf(Table, hex('00 01 61'))).toMatchObject({
      code: 'unexpected-end',
      offset: 3,
      path: 'entries[1].last',
    });
  });

  test('checks on encode that the last element, and no other, ends the list', () => {
    const a = { last: 0, name: 'a' };
    const z = { last: 1, name: 'z' };
    expect(encodeErrorOf(Table, { entries: [], mark: 7 })).toEqual({
      code: 'mismatch',
      offset: 0,
      path: 'entries',
      expected: 'element.last = 1 in the last element',
      found: 'no elements',
    });
    expect(encodeErrorOf(Table, { entries: [a, a], mark: 7 })).toEqual({
      code: 'mismatch',
      offset: 3,
      path: 'entries[1]',
      expected: 'element.last = 1 in the last element',
      found: 'element.last 0',
    });
    expect(encodeErrorOf(Table, { entries: [a, z, z], mark: 7 })).toEqual({
      code: 'mismatch',
      offset: 3,
      path: 'entries[1]',
      expected: 'element.last = 1 in the last element alone',
      found: 'element.last 1',
    });
    expect(encodeErrorOf(Table, { entries: [{ last: '1', name: '' }], mark: 7 })).toMatchObject({
      code: 'wrong-type',
      path: 'entries[0].last',
    });
  });

  test('gives a typed array for plain integers, and an array for text', () => {
    expectBothWays(
      list(
        u16be,
        endsAfter((n) => n.ge(0x8000)),
      ),
      '0001 7fff 8000',
      Uint16Array.of(1, 0x7fff, 0x8000),
    );
    expectBothWays(
      list(
        string(prefix(u8)),
        endsAfter((text) => text.startsWith('.')),
      ),
      '01 61 02 2e 62',
      ['a', '.b'],
    );
    expect(
      encodeErrorOf(
        list(
          i8,
          endsAfter((n) => n.lt(0)),
        ),
        Int8Array.of(1, 2),
      ),
    ).toMatchObject({
      code: 'mismatch',
      offset: 1,
      path: '[1]',
    });
  });

  test('may use nested fields and parameters in the condition', () => {
    const final = parameter('final', u8);
    const Item = struct('Item', { head: struct('Head', { kind: u8 }), value: u8 });
    const Items = struct('Items', {
      items: list(
        Item,
        endsAfter(($) => $.head.$.kind.eq(final)),
      ),
    });
    const File = struct('File', { final: u8, items: Items }).where(($) => [$.items.with(final.of($.final))]);
    expectBothWays(File, '05  04 00  05 01', {
      final: 5,
      items: {
        items: [
          { head: { kind: 4 }, value: 0 },
          { head: { kind: 5 }, value: 1 },
        ],
      },
    });
  });
});

describe('whilePeek', () => {
  const Option = struct('Option', { kind: u8, data: string(prefix(u8), 'ascii') });
  const Head = struct('Head', { kind: u8, size: u8 });

  test('continues as long as a node parses ahead', () => {
    const Marked = struct('Marked', { mark: literal(u8, 5), value: u8 });
    const File = struct('File', { items: list(Marked, whilePeek(literal(u8, 5))), end: u8 });
    expectBothWays(File, '05 01 05 02 07', { items: [{ value: 1 }, { value: 2 }], end: 7 });
    expectBothWays(File, '07', { items: [], end: 7 });
    expect(encodeErrorOf(File, { items: [{ value: 1 }], end: 5 })).toMatchObject({
      code: 'ambiguous',
      offset: 2,
      path: 'items',
    });
    expect(decodeErrorOf(File, hex('05 01 05'))).toMatchObject({
      code: 'unexpected-end',
      offset: 3,
      path: 'items[1].value',
    });
  });

  test('and a condition on it holds', () => {
    const File = struct('File', {
      options: list(
        Option,
        whilePeek(Head, ($) => $.kind.ne(0).and($.size.le(2))),
      ),
      rest: bytes(toEnd),
    });
    expectBothWays(File, '01 01 61  02 00  00 07', {
      options: [
        { kind: 1, data: 'a' },
        { kind: 2, data: '' },
      ],
      rest: hex('00 07'),
    });
    // an option that fails the condition would decode as the rest
    const tooLong = { options: [{ kind: 1, data: 'abc' }], rest: hex('') };
    expect(encodeErrorOf(File, tooLong)).toMatchObject({ code: 'ambiguous', offset: 0, path: 'options[0]' });
    expect(encodeErrorOf(File, { options: [], rest: hex('01 00') })).toMatchObject({
      code: 'ambiguous',
      offset: 0,
      path: 'options',
    });
  });

  test('looks only at the region', () => {
    const File = struct('File', {
      box: sized(
        prefix(u8),
        list(
          u8,
          whilePeek(u16le, (n) => n.lt(0x8000)),
        ),
      ),
      next: u8,
    });
    expectBothWays(File, '00 01', { box: new Uint8Array(0), next: 1 });
    // one byte is left in the region, too few for two
    expect(decodeErrorOf(File, hex('02 01 01 01'))).toMatchObject({
      code: 'trailing-bytes',
      offset: 2,
      path: 'box',
    });
  });

  test('does not need a complete element: the end of the input also ends the list', () => {
    const All = struct('All', { words: list(u16be, whilePeek(u8)), end: atEnd });
    expectBothWays(All, '0001 0002', { words: Uint16Array.of(1, 2) });
    expect(encode(All, { words: new Uint16Array(0) })).toEqual(hex(''));
  });
});
