import { describe, expect, test } from 'vitest';
import {
  byteLength,
  bytes,
  cstring,
  derived,
  encode,
  firstOf,
  list,
  padded,
  padding,
  parameter,
  prefix,
  reserved,
  sized,
  string,
  struct,
  terminated,
  u8,
  u16be,
  u16le,
  u32be,
} from '../../src/index.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

describe('terminated', () => {
  const Greeting = struct('Greeting', { text: string(cstring, 'ascii'), mark: u8 });

  test('has its terminator on the wire, but not in the value', () => {
    expectBothWays(Greeting, '68 69 00 2a', { text: 'hi', mark: 42 });
    expectBothWays(Greeting, '00 2a', { text: '', mark: 42 });
    expectBothWays(bytes(terminated(Uint8Array.of(1, 2))), '01 01 01 02', hex('01 01'));
  });

  test('ends a line at CRLF, but not at CR or LF alone', () => {
    const Line = struct('Line', { text: string(terminated('0d0a'), 'ascii'), rest: u8 });
    expectBothWays(Line, '47 0d 45 0a 54 0d 0d 0a 07', { text: 'G\rE\nT\r', rest: 7 });
    expect(decodeErrorOf(Line, hex('47 0a 0d'))).toMatchObject({
      code: 'unexpected-end',
      offset: 0,
      path: 'text',
      expected: 'the terminator 0d 0a',
      found: 'none in 3 bytes',
    });
  });

  test('rejects a terminator in the content: "a\\0b" and 1 would otherwise decode as "a" and 98', () => {
    expect(encodeErrorOf(Greeting, { text: 'a\0b', mark: 1 })).toEqual({
      code: 'ambiguous',
      offset: 0,
      path: 'text',
      expected: 'no terminator bytes 00 in the content',
      found: 'one at byte 1',
    });
  });

  test('rejects a terminator that starts in the content', () => {
    const Field = struct('Field', { a: u8, b: bytes(terminated('616261')) });
    expectBothWays(Field, '01 61 61 62 61', { a: 1, b: hex('61') });
    expect(encodeErrorOf(Field, { a: 1, b: hex('6162') })).toMatchObject({
      code: 'ambiguous',
      offset: 1,
      path: 'b',
      found: 'one at byte 0',
    });
  });

  test('searches utf-16 in whole code units, and cstring is a zero unit', () => {
    const Wide = struct('Wide', {
      le: string(cstring, 'utf-16le'),
      be: string(cstring, 'utf-16be'),
      end: u8,
    });
    // U+0100 U+0001 in little-endian is 00 01 01 00, and U+6100 has a zero byte in each order
    expectBothWays(Wide, '00 01 01 00 00 61 00 00  61 00 00 61 00 00  05', {
      le: '\u0100\u0001\u6100',
      be: '\u6100\u0061',
      end: 5,
    });
    expect(decodeErrorOf(string(cstring, 'utf-16le'), hex('61 00 62 00 00'))).toMatchObject({
      code: 'unexpected-end',
      offset: 0,
      expected: 'the terminator 00 00',
    });
    expect(decodeErrorOf(string(cstring, 'utf-16le'), hex('01 d8 00 00'))).toMatchObject({
      code: 'invalid-text',
      offset: 0,
      found: 'a lone surrogate, U+D801',
    });
  });

  test('searches only the region, and lists continue after it', () => {
    const Names = struct('Names', { names: sized(prefix(u8), list(string(cstring, 'latin1'), 2)), rest: u8 });
    expectBothWays(Names, '04 e9 00 62 00 07', { names: ['é', 'b'], rest: 7 });
    expect(decodeErrorOf(Names, hex('03 e9 00 62 00'))).toMatchObject({
      code: 'unexpected-end',
      offset: 3,
      path: 'names[1]',
    });
  });

  test('has the length of content and terminator', () => {
    const Sized = struct('Sized', { size: derived(u8), text: string(cstring) }).where(($) => [
      $.size.is(byteLength($.text)),
    ]);
    expectBothWays(Sized, '03 61 62 00', { text: 'ab' });
    expect(decodeErrorOf(Sized, hex('02 61 62 00'))).toMatchObject({ code: 'mismatch', path: 'size' });
  });

  test('makes an alternative without a terminator fail', () => {
    const Either = firstOf({ text: string(terminated(0), 'ascii'), number: u16be });
    expectBothWays(Either, '61 00', { type: 'text', value: 'a' });
    expectBothWays(Either, '61 62', { type: 'number', value: 0x6162 });
  });
});

describe('padded', () => {
  // POSIX ustar: a name of 100 bytes, NUL-padded if it is shorter; octal numbers followed by a NUL or a space
  const Tar = struct('Tar', { name: string(padded(8), 'ascii'), mode: string(padded(4, 0x20), 'ascii') });

  test('removes fill after the content from the value', () => {
    expectBothWays(Tar, '61 2e 74 78 74 00 00 00  36 34 34 20', { name: 'a.txt', mode: '644' });
    expectBothWays(Tar, '61 62 63 64 65 66 67 68  20 20 20 20', { name: 'abcdefgh', mode: '' });
  });

  test('keeps a fill byte inside the content', () => {
    expectBothWays(string(padded(4), 'ascii'), '61 00 62 00', 'a\0b');
    expectBothWays(bytes(padded(3, 0xff)), 'ff 01 ff', hex('ff 01'));
  });

  test('pads utf-16 with code units', () => {
    expectBothWays(string(padded(8, 0x20), 'utf-16le'), '41 00 20 04 20 00 20 00', 'A\u0420');
    expectBothWays(string(padded(8, 0x20), 'utf-16be'), '00 41 04 20 00 20 00 20', 'A\u0420');
  });

  test('rejects content that ends with the fill, or is too long', () => {
    expect(encodeErrorOf(Tar, { name: 'a\0', mode: '' })).toEqual({
      code: 'ambiguous',
      offset: 0,
      path: 'name',
      expected: 'content that does not end with the fill bytes 00',
      found: '2 bytes that end with it',
    });
    expect(encodeErrorOf(Tar, { name: 'a', mode: '00644' })).toEqual({
      code: 'wrong-length',
      offset: 8,
      path: 'mode',
      expected: 'length 4 at most',
      found: 'length 5',
    });
  });

  test('reports the end of a truncated field', () => {
    expect(decodeErrorOf(Tar, hex('61 00'))).toMatchObject({
      code: 'unexpected-end',
      offset: 0,
      path: 'name',
    });
  });

  test('accepts a parameter as the size', () => {
    const width = parameter('width', u32be);
    const Name = struct('Name', { name: string(padded(width), 'ascii') });
    const Named = struct('Named', { width: u32be, name: Name, end: u8 }).where(($) => [
      $.name.with(width.of($.width)),
    ]);
    expectBothWays(Named, '00000003 61 00 00 07', { width: 3, name: { name: 'a' }, end: 7 });
    expect(encodeErrorOf(Named, { width: 0, name: { name: 'a' }, end: 7 })).toMatchObject({
      code: 'wrong-length',
      path: 'name.name',
    });
    // more than any decoder would accept is rejected before it is allocated
    expect(encodeErrorOf(Named, { width: 0xffffffff, name: { name: 'a' }, end: 7 })).toMatchObject({
      code: 'out-of-range',
      path: 'name.name',
    });
  });
});

describe('reserved and padding', () => {
  const Header = struct('Header', { a: u8, unused: reserved(3), gap: padding(2, 0xff), b: u8 });

  test('decode zeros as undefined, with an own key', () => {
    expectBothWays(Header, '01 000000 ffff 02', { a: 1, unused: undefined, b: 2 });
    expectBothWays(Header, '01 000700 ffff 02', { a: 1, unused: hex('000700'), b: 2 });
  });

  test('have one value per encoding', () => {
    expect(encodeErrorOf(Header, { a: 1, unused: new Uint8Array(3), b: 2 })).toMatchObject({
      code: 'mismatch',
      offset: 1,
      path: 'unused',
    });
    expect(encodeErrorOf(Header, { a: 1, unused: hex('01'), b: 2 })).toMatchObject({
      code: 'wrong-length',
      path: 'unused',
    });
    expect(encode(Header, { a: 1, b: 2 } as never)).toEqual(hex('01 000000 ffff 02'));
  });

  test('reject other bytes in padding at their offset', () => {
    expect(decodeErrorOf(Header, hex('01 000000 ff00 02'))).toEqual({
      code: 'wrong-constant',
      offset: 5,
      path: 'gap',
      expected: '0xff (255)',
      found: '0',
    });
  });

  test('accept parameters as sizes', () => {
    const width = parameter('width', u8);
    const Inner = struct('Inner', { unused: reserved(width), gap: padding(width.plus(1)) });
    const Outer = struct('Outer', { width: u8, inner: Inner }).where(($) => [
      $.inner.with(width.of($.width)),
    ]);
    expectBothWays(Outer, '01 00 0000', { width: 1, inner: { unused: undefined } });
    expectBothWays(Outer, '02 0005 000000', { width: 2, inner: { unused: hex('0005') } });
  });

  test('give undefined for padding that is an element or an alternative', () => {
    const Either = firstOf({ gap: padding(2), number: u16le });
    expectBothWays(Either, '00 00', { type: 'gap', value: undefined });
    expectBothWays(Either, '00 01', { type: 'number', value: 256 });
    expect(encodeErrorOf(Either, { type: 'gap', value: 1 })).toMatchObject({
      code: 'wrong-type',
      path: 'value',
    });
  });
});
