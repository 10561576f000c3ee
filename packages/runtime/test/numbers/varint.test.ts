import type { VarintEncoding } from '@bytewright/runtime';
import {
  bigVarintAt,
  checkedVarintSize,
  createOutput,
  endOfVarint,
  invalidVarint,
  paddedVarintSize,
  varintAt,
  varintSize,
  withPadding,
  writePaddedVarint,
  writeVarint,
} from '@bytewright/runtime/codec';
import { describe, expect, it } from 'vitest';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';
import { thrown } from '../thrown.js';

function read(text: string, encoding: VarintEncoding, bits: number): number | bigint {
  const bytes = hex(text);
  const end = endOfVarint(bytes, 0, bytes.length, encoding, bits);
  expect(end).toBe(bytes.length);
  return bits > 53 ? bigVarintAt(bytes, 0, end, encoding) : varintAt(bytes, 0, end, encoding);
}

function write(value: number | bigint, encoding: VarintEncoding, bits: number): string {
  const output = createOutput(varintSize(value, encoding));
  expect(checkedVarintSize(value, encoding, bits, undefined, 'n')).toBe(output.bytes.length);
  expect(writeVarint(output, value, encoding, bits, 0, 'n')).toBe(output.bytes.length);
  return Buffer.from(output.bytes).toString('hex');
}

// encoding, value, bytes: as the sources print them
const published: readonly (readonly [string, VarintEncoding, number, string])[] = [
  ['DWARF 5, figure C.1 and Wikipedia', 'uleb128', 624485, 'e58e26'],
  ['DWARF 5, table 7.7', 'uleb128', 2, '02'],
  ['DWARF 5, table 7.7', 'uleb128', 127, '7f'],
  ['DWARF 5, table 7.7', 'uleb128', 128, '8001'],
  ['DWARF 5, table 7.7', 'uleb128', 129, '8101'],
  ['DWARF 5, table 7.7', 'uleb128', 130, '8201'],
  ['DWARF 5, table 7.7', 'uleb128', 12857, 'b964'],
  ['Protocol Buffers, Encoding', 'uleb128', 150, '9601'],
  ['Wikipedia, LEB128', 'sleb128', -123456, 'c0bb78'],
  ['DWARF 5, table 7.8', 'sleb128', 2, '02'],
  ['DWARF 5, table 7.8', 'sleb128', -2, '7e'],
  ['DWARF 5, table 7.8', 'sleb128', 127, 'ff00'],
  ['DWARF 5, table 7.8', 'sleb128', -127, '817f'],
  ['DWARF 5, table 7.8', 'sleb128', 128, '8001'],
  ['DWARF 5, table 7.8', 'sleb128', -128, '807f'],
  ['DWARF 5, table 7.8', 'sleb128', 129, '8101'],
  ['DWARF 5, table 7.8', 'sleb128', -129, 'ff7e'],
  ['Protocol Buffers, Encoding', 'zigzag', 0, '00'],
  ['Protocol Buffers, Encoding', 'zigzag', -1, '01'],
  ['Protocol Buffers, Encoding', 'zigzag', 1, '02'],
  ['Protocol Buffers, Encoding', 'zigzag', -2, '03'],
  ['Protocol Buffers, Encoding: 4294967294', 'zigzag', 2147483647, 'feffffff0f'],
  ['Protocol Buffers, Encoding: 4294967295', 'zigzag', -2147483648, 'ffffffff0f'],
];

describe('integers of variable length', () => {
  for (const [source, encoding, value, bytes] of published) {
    it(`${source}: ${encoding} of ${value} is ${bytes}`, () => {
      for (const bits of [32, 53]) {
        expect(write(value, encoding, bits)).toBe(bytes);
        expect(read(bytes, encoding, bits)).toBe(value);
      }
      for (const bits of [54, 64, 128]) {
        expect(write(BigInt(value), encoding, bits)).toBe(bytes);
        expect(read(bytes, encoding, bits)).toBe(BigInt(value));
      }
    });
  }

  it('reach to the ends of their bits', () => {
    expect(read('ffffffffffffff0f', 'uleb128', 53)).toBe(Number.MAX_SAFE_INTEGER);
    expect(read('8080808080808078', 'sleb128', 53)).toBe(-(2 ** 52));
    expect(read('ffffffffffffff07', 'sleb128', 53)).toBe(2 ** 52 - 1);
    expect(read('ffffffffffffff0f', 'zigzag', 53)).toBe(-(2 ** 52));
    expect(write(-(2 ** 52), 'sleb128', 53)).toBe('8080808080808078');
    expect(write(-(2 ** 52), 'zigzag', 53)).toBe('ffffffffffffff0f');
    expect(read('ffffffffffffffffff01', 'uleb128', 64)).toBe(2n ** 64n - 1n);
    expect(read('8080808080808080807f', 'sleb128', 64)).toBe(-(2n ** 63n));
    expect(write(-(2n ** 63n), 'sleb128', 64)).toBe('8080808080808080807f');
    expect(write(2n ** 64n - 1n, 'uleb128', 64)).toBe('ffffffffffffffffff01');
  });

  // expected and found of the error, or undefined where the bytes end early
  const refused: readonly (readonly [string, VarintEncoding, number, string | undefined, string])[] = [
    ['80 00', 'uleb128', 32, 'uleb128(32) without padding', 'bytes 80 00'],
    ['83 00', 'uleb128', 8, 'uleb128(8) without padding', 'bytes 83 00'],
    ['83 10', 'uleb128', 8, 'uleb128(8), 0 to 0xff (255)', 'bytes 83 10'],
    ['ff ff ff ff 1f', 'uleb128', 32, 'uleb128(32), 0 to 0xffffffff (4294967295)', 'bytes ff ff ff ff 1f'],
    ['ff ff ff ff 8f 01', 'uleb128', 32, 'uleb128(32), at most 5 bytes', 'bytes ff ff ff ff 8f'],
    ['fe 7f', 'sleb128', 8, 'sleb128(8) without padding', 'bytes fe 7f'],
    ['be 00', 'sleb128', 8, 'sleb128(8) without padding', 'bytes be 00'],
    ['83 3e', 'sleb128', 8, 'sleb128(8), -128 to 0x7f (127)', 'bytes 83 3e'],
    ['ff 7b', 'sleb128', 8, 'sleb128(8), -128 to 0x7f (127)', 'bytes ff 7b'],
    ['82 80 00', 'zigzag', 32, 'zigzag(32) without padding', 'bytes 82 80 00'],
    ['80', 'uleb128', 7, 'uleb128(7), 1 byte', 'bytes 80'],
    ['80', 'uleb128', 32, undefined, '1 byte'],
    ['', 'sleb128', 32, undefined, 'the end'],
  ];
  for (const [text, encoding, bits, expected, found] of refused) {
    it(`refuse ${text || 'nothing'} as ${encoding}(${bits})`, () => {
      const bytes = hex(text);
      expect(endOfVarint(bytes, 0, bytes.length, encoding, bits)).toBe(-1);
      const error = invalidVarint(bytes, 0, bytes.length, encoding, bits, 'n');
      expect(error).toMatchObject({ offset: 0, path: 'n', found });
      if (expected === undefined) expect(error.code).toBe('unexpected-end');
      else expect(error).toMatchObject({ code: 'invalid-value', expected });
    });
  }

  it('may be padded, as WebAssembly 2.0 (5.2.2) allows: 03 and 83 00 are both 3, and 7e, fe 7f, fe ff 7f are all -2', () => {
    const padded = (text: string, encoding: VarintEncoding, bits: number): unknown => {
      const bytes = hex(text);
      const end = endOfVarint(bytes, 0, bytes.length, encoding, bits, true);
      if (end < 0) return undefined;
      const value = withPadding(varintAt(bytes, 0, end, encoding), end, encoding);
      const output = createOutput(paddedVarintSize(value, encoding, bits, undefined, ''));
      writePaddedVarint(output, value, encoding, bits, 0, '');
      expect(output.bytes).toEqual(bytes);
      return value;
    };
    expect(padded('03', 'uleb128', 8)).toBe(3);
    expect(padded('83 00', 'uleb128', 8)).toEqual({ value: 3, byteLength: 2 });
    expect(padded('7e', 'sleb128', 16)).toBe(-2);
    expect(padded('fe 7f', 'sleb128', 16)).toEqual({ value: -2, byteLength: 2 });
    expect(padded('fe ff 7f', 'sleb128', 16)).toEqual({ value: -2, byteLength: 3 });
    expect(padded('80 80 80 80 00', 'uleb128', 32)).toEqual({ value: 0, byteLength: 5 });
    expect(padded('83 80 00', 'uleb128', 8)).toBeUndefined(); // more than ceil(8 / 7) bytes
    expect(padded('83 10', 'uleb128', 8)).toBeUndefined(); // the unused bits are not zero
    expect(padded('83 3e', 'sleb128', 8)).toBeUndefined();
    expect(padded('ff 7b', 'sleb128', 8)).toBeUndefined();
  });

  it('have one form of padding each', () => {
    const refusal = (value: unknown): unknown =>
      thrown(() => paddedVarintSize(value, 'uleb128', 16, undefined, 'n'));
    expect(refusal({ value: 3, byteLength: 1 })).toMatchObject({
      code: 'out-of-range',
      path: 'n.byteLength',
      expected: 'bytes of a padded uleb128(16), 2 to 3',
    });
    expect(refusal({ value: 3, byteLength: 4 })).toMatchObject({ code: 'out-of-range' });
    expect(refusal({ value: 3 })).toMatchObject({ code: 'wrong-type', path: 'n.byteLength' });
    expect(refusal({ value: 65535, byteLength: 3 })).toMatchObject({
      code: 'out-of-range',
      expected: 'a plain number, as no padding fits',
    });
    expect(refusal({ value: 65536, byteLength: 3 })).toMatchObject({ code: 'out-of-range', path: 'n.value' });
    expect(refusal('3')).toMatchObject({
      code: 'wrong-type',
      path: 'n',
      expected: 'uleb128(16), an integer',
    });
  });

  it('are not written past the room that was sized', () => {
    const output = createOutput(1);
    expect(thrown(() => writeVarint(output, 300, 'uleb128', 32, 0, 'n'))).toMatchObject({
      code: 'wrong-length',
      path: 'n',
    });
  });
});
