import {
  bool,
  bytes,
  decode,
  encode,
  literal,
  parameter,
  prefix,
  search,
  struct,
  u8,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

const wide = parameter('wide', bool);
const Config = struct('Config', { data: bytes(wide.choose(4, 2)), mark: literal(u8, 0xff) });
const Device = struct('Device', { config: search(wide, [true, false], Config), rest: bytes(prefix(u8)) });

describe('a parameter that is not on the wire', () => {
  test('has the first value with which the node parses', () => {
    expectBothWays(Device, '01020304 ff 00', { config: { data: hex('01020304') }, rest: hex('') });
    expectBothWays(Device, '0102 ff 01 07', { config: { data: hex('0102') }, rest: hex('07') });
  });

  test('reports the error of the value that got furthest, if none fits', () => {
    expect(decodeErrorOf(Device, hex('01020304 fe 00'))).toEqual({
      code: 'wrong-constant',
      offset: 4,
      path: 'config.mark',
      expected: '0xff (255)',
      found: '0xfe (254)',
    });
  });

  test('rejects a value that would decode with another parameter value', () => {
    // with four bytes of data, the next byte is also a mark
    expect(encodeErrorOf(Device, { config: { data: hex('0102') }, rest: hex('ff') })).toEqual({
      code: 'ambiguous',
      offset: 0,
      path: 'config',
      expected: 'bytes that read as this value',
      found: 'bytes 01 02 ff 01 ff, which a decoder would read otherwise',
    });
    expect(decode(Device, hex('0102ff01 ff 00')).config.data).toEqual(hex('0102ff01'));
  });

  test('reports the error of the parameter value that got furthest on encode', () => {
    const Two = struct('Two', { a: bytes(wide.choose(1, 2)), b: bytes(wide.choose(3, 2)) });
    const S = struct('S', { two: search(wide, [true, false], Two) });
    expect(encodeErrorOf(S, { two: { a: hex('0102'), b: hex('01') } })).toMatchObject({
      code: 'wrong-length',
      path: 'two.b',
      expected: 'length (wide ? 3 : 2) = 2',
      found: 'length 1',
    });
  });

  test('prefers the one that had written more fields, of two that fail at the same offset', () => {
    const Two = struct('Two', { data: bytes(wide.choose(1, 0)), mark: u8 });
    const S = struct('S', { two: search(wide, [true, false], Two) });
    const value = { two: { data: hex('') } };
    expect(encodeErrorOf(S, value)).toMatchObject({ code: 'wrong-type', path: 'two.mark' });
  });

  test('reports the first of two that fail alike', () => {
    const size = parameter('size', u8);
    const Sized = struct('Sized', { data: bytes(size) });
    const S = struct('S', { sized: search(size, [3, 4], Sized) });
    expect(encodeErrorOf(S, { sized: { data: hex('01') } })).toMatchObject({
      code: 'wrong-length',
      expected: 'length size = 3',
    });
  });

  test('passes on an exception thrown by a value itself', () => {
    const own = new Error('not today');
    const config = Object.defineProperty({}, 'data', {
      get: () => {
        throw own;
      },
    });
    expect(() => encode(Device, { config: config as never, rest: hex('') })).toThrow(own);
  });
});
