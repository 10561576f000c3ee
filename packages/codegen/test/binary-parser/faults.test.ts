import {
  bytes,
  i16le,
  list,
  literal,
  on,
  optional,
  prefix,
  sized,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u64be,
  union,
} from '@bytewright/schema-dsl';
import { Parser } from 'binary-parser/dist/binary_parser.js';
import { describe, expect, it } from 'vitest';
import { parseWithBinaryParser } from '../../src/binary-parser/index.js';
import { hex } from './agreement.js';

// What binary-parser 2.3.0 does, measured; beside it what the emulation makes of it. Where a test fails after
// an update, a detour may have become needless.
describe('binary-parser 2.3.0', () => {
  it('ignores an assertion that something is 0', () => {
    expect(new Parser().uint8('a', { assert: 0 }).parse(hex('07'))).toEqual({ a: 7 });
    expect(() => parseWithBinaryParser(literal(u8, 0), hex('07'))).toThrow('another constant');
  });

  it('never finds a 64-bit integer equal to an asserted number', () => {
    expect(() => new Parser().uint64be('a', { assert: 1 }).parse(hex('0000000000000001'))).toThrow(
      'Assertion error',
    );
    expect(parseWithBinaryParser(literal(u64be, 1n), hex('0000000000000001')).value).toBe(1n);
  });

  it('never chooses by a 64-bit integer', () => {
    const choice = new Parser()
      .uint64be('t')
      .choice('v', { tag: 't', choices: { 1: new Parser().uint8('a') } });
    expect(() => choice.parse(hex('0000000000000001 07'))).toThrow('Met undefined tag value');
    const Schema = struct('Schema', { t: u64be, v: union({ a: on(1n, u8) }) }).where(($) => [$.v.tag($.t)]);
    expect(parseWithBinaryParser(Schema, hex('0000000000000001 07')).value.v).toEqual({
      type: 'a',
      value: 7,
    });
  });

  it('takes a string for no tag', () => {
    const choices = { TEXT: new Parser().uint8('a') } as Record<number, Parser>;
    expect(() => new Parser().choice('v', { tag: 't', choices })).toThrow('is not a number');
  });

  it('takes a 64-bit integer for no length', () => {
    const buffer = new Parser().uint64be('n').buffer('b', { length: 'n' });
    expect(() => buffer.parse(hex('0000000000000001 07'))).toThrow(TypeError);
    expect(parseWithBinaryParser(bytes(prefix(u64be)), hex('0000000000000001 07')).value).toEqual(hex('07'));
  });

  it('takes no literal length of 0', () => {
    expect(() => new Parser().buffer('b', { length: 0 })).toThrow('must be defined');
    expect(() => new Parser().string('s', { length: 0 })).toThrow('must be defined');
    expect(() => new Parser().array('l', { length: 0, type: 'uint8' })).toThrow('must be defined');
    const Schema = struct('Schema', { b: bytes(0), s: string(0), l: list(u8, 0) });
    expect(parseWithBinaryParser(Schema, hex('')).value).toEqual({ b: hex(''), s: '', l: hex('') });
  });

  it('cuts bytes and text short, and goes on past the end', () => {
    const buffer = new Parser().buffer('b', { length: 4 }).saveOffset('end');
    expect(buffer.parse(hex('01 02'))).toEqual({ b: hex('01 02'), end: 4 });
    const text = new Parser().string('s', { length: 4 }).saveOffset('end');
    expect(text.parse(hex('68 69'))).toEqual({ s: 'hi', end: 4 });
    expect(() => parseWithBinaryParser(bytes(4), hex('01 02'))).toThrow('needs 4 bytes where 2 are left');
    expect(() => parseWithBinaryParser(string(4), hex('68 69'))).toThrow('needs 4 bytes where 2 are left');
  });

  it('goes backwards where a length is negative', () => {
    const buffer = new Parser()
      .uint16le('a')
      .buffer('b', { length: () => -1 })
      .saveOffset('end');
    expect(buffer.parse(hex('01 02 03'))).toMatchObject({ end: 1 });
  });

  it('stays where it is when it reads to the end', () => {
    const buffer = new Parser().buffer('b', { readUntil: 'eof' }).saveOffset('end');
    expect(buffer.parse(hex('01 02'))).toEqual({ b: hex('01 02'), end: 0 });
    expect(parseWithBinaryParser(bytes(toEnd), hex('01 02'))).toEqual({ value: hex('01 02'), consumed: 2 });
  });

  it('gives parts of the input, as Buffers where that is one', () => {
    const input = Buffer.from([1, 2]);
    const { b } = new Parser().buffer('b', { length: 2 }).parse(input) as { b: Uint8Array };
    expect([b instanceof Buffer, b.buffer === input.buffer]).toEqual([true, true]);
    const { value } = parseWithBinaryParser(bytes(2), input);
    expect([value instanceof Buffer, value.buffer === input.buffer]).toEqual([false, false]);
  });

  it('replaces ill-formed text, and drops a byte order mark', () => {
    const text = new Parser().uint8('n').string('s', { length: 'n', encoding: 'utf8' });
    expect(text.parse(hex('01 ff'))).toMatchObject({ s: '\ufffd' });
    expect(text.parse(hex('04 efbbbf 61'))).toMatchObject({ s: 'a' });
    expect(() => parseWithBinaryParser(string(prefix(u8)), hex('01 ff'))).toThrow('is not utf-8 text');
    expect(parseWithBinaryParser(string(prefix(u8)), hex('04 efbbbf 61')).value).toBe('\ufeffa');
  });

  it('reads elements past the length of a list in bytes', () => {
    const array = new Parser().array('l', { lengthInBytes: 3, type: 'uint16be' }).saveOffset('end');
    expect(array.parse(hex('0001 0002'))).toEqual({ l: [1, 2], end: 4 });
    expect(() => parseWithBinaryParser(sized(3, list(u16be, toEnd)), hex('0001 0002'))).toThrow(RangeError);
  });

  it('reads an element before it asks whether there is one', () => {
    const array = new Parser().array('l', { readUntil: (item) => item === 0, type: 'uint8' });
    expect(array.parse(hex('00 01'))).toEqual({ l: [0] });
  });

  it('leaves an empty object where a choice reads nothing', () => {
    const choice = new Parser().uint8('t').choice('v', { tag: 't', choices: { 0: new Parser() } });
    expect(choice.parse(hex('00'))).toEqual({ t: 0, v: {} });
    const Schema = struct('Schema', { t: u8, v: optional(u8) }).where(($) => [$.v.presentWhen($.t.eq(1))]);
    expect(parseWithBinaryParser(Schema, hex('00')).value).toStrictEqual({ t: 0, v: undefined });
  });

  it('does not ask whether a region was read to its end, and leaves a global variable behind', () => {
    const region = new Parser().wrapped('r', { length: 3, wrapper: (b) => b, type: new Parser().uint8('a') });
    expect(region.saveOffset('end').parse(hex('01 02 03'))).toEqual({ r: { a: 1 }, end: 3 });
    expect(Object.keys(globalThis).filter((name) => /^\$tmp\d+$/.test(name))).not.toEqual([]);
    expect(() => parseWithBinaryParser(sized(3, u8), hex('01 02 03'))).toThrow('fills 1 of 3 bytes');
  });

  it('does not tell nested parsers the byte order', () => {
    const nested = new Parser().endianness('little').nest('n', { type: new Parser().uint16('a') });
    expect(nested.parse(hex('01 00'))).toEqual({ n: { a: 256 } });
    expect(parseWithBinaryParser(struct('N', { n: struct('A', { a: i16le }) }), hex('01 00')).value).toEqual({
      n: { a: 1 },
    });
  });

  it('loses a registered parser that two others mention', () => {
    new Parser().namely('bytewrightTestC').uint8('c');
    new Parser().namely('bytewrightTestA').nest('x', { type: 'bytewrightTestC' });
    new Parser().namely('bytewrightTestB').nest('x', { type: 'bytewrightTestC' });
    const both = new Parser().nest('a', { type: 'bytewrightTestA' }).nest('b', { type: 'bytewrightTestB' });
    // the other side of this is in recursion.test.ts
    expect(() => both.parse(hex('01 02'))).toThrow(ReferenceError);
  });
});
