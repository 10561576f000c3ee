import {
  atEach,
  bytes,
  decode,
  encode,
  endsAfter,
  endsWith,
  explain,
  gaps,
  list,
  literal,
  prefix,
  processed,
  string,
  struct,
  tail,
  toEnd,
  u8,
  u16be,
  u32be,
  until,
  xor,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, hex } from './support.js';

const Item = struct('Item', { x: u8 });

describe('nested structs', () => {
  const Chain = struct('Chain', {
    get next() {
      return list(Chain, prefix(u8));
    },
  });
  const chain = (depth: number): { next: unknown[] } => ({ next: depth === 1 ? [] : [chain(depth - 1)] });

  test('are counted from the root, and the error names the first one too many', () => {
    expect(decode(Chain, hex('01 01 00'), { limits: { depth: 3 } })).toEqual(chain(3));
    expect(decodeErrorOf(Chain, hex('01 01 00'), { limits: { depth: 2 } })).toEqual({
      code: 'limit-exceeded',
      offset: 2,
      path: 'next[0].next[0]',
      expected: 'at most 2 nested structs (limits.depth)',
      found: '3',
    });
  });

  test('do not add up if they are siblings', () => {
    const wide = hex(`03 ${'01 00'.repeat(3)}`);
    expect(decode(Chain, wide, { limits: { depth: 3 } })).toEqual({ next: [chain(2), chain(2), chain(2)] });
    const value = { next: Array.from({ length: 200 }, () => chain(2)) };
    expect(decode(Chain, encode(Chain, value as never))).toEqual(value);
  });

  test('are not counted if they cannot contain themselves', () => {
    const S = struct('S', { items: list(Item, prefix(u8)) });
    const value = { items: Array.from({ length: 200 }, (_, x) => ({ x })) };
    expect(decode(S, encode(S, value), { limits: { depth: 0 } })).toEqual(value);
  });

  test('are counted in both directions, whatever lies between them', () => {
    const Tree = struct('Tree', {
      item: Item,
      get next() {
        return list(Tree, prefix(u8));
      },
    });
    const tree = (depth: number): unknown => ({ item: { x: 1 }, next: depth === 1 ? [] : [tree(depth - 1)] });
    expect(encode(Tree, tree(128) as never)).toHaveLength(256);
    expect(encodeErrorOf(Tree, tree(129))).toMatchObject({ code: 'limit-exceeded' });
    expect(decode(Tree, hex(`${'01 01'.repeat(127)} 01 00`))).toEqual(tree(128));
    expect(decodeErrorOf(Tree, hex(`${'01 01'.repeat(128)} 01 00`))).toMatchObject({
      code: 'limit-exceeded',
    });
  });

  test('are also counted on encode, before anything is written', () => {
    const error = encodeErrorOf(Chain, chain(129));
    expect(error).toEqual({
      code: 'limit-exceeded',
      path: Array.from({ length: 128 }, () => 'next[0]').join('.'),
      expected: 'at most 128 nested structs (limits.depth)',
      found: '0x81 (129)',
    });
  });
});

describe('elements of lists', () => {
  const limits = { elements: 2 };
  const tooMany = {
    code: 'limit-exceeded',
    expected: 'at most 2 list elements (limits.elements)',
    found: '3',
  };

  test('are limited in a counted list, before any is decoded', () => {
    const S = struct('S', { items: list(Item, prefix(u8)) });
    expect(decode(S, hex('02 0101'), { limits }).items).toHaveLength(2);
    expect(decodeErrorOf(S, hex('03 010101'), { limits })).toEqual({ ...tooMany, offset: 1, path: 'items' });
  });

  test('are limited across several lists', () => {
    const S = struct('S', { a: list(Item, 1), b: list(Item, 1), c: list(Item, 1) });
    expect(decodeErrorOf(S, hex('010203'), { limits })).toEqual({ ...tooMany, offset: 2, path: 'c' });
  });

  test('are limited in a list that ends by itself', () => {
    const S = struct('S', { items: list(Item, endsWith(literal(u8, 0))) });
    expect(decode(S, hex('01 01 00'), { limits }).items).toHaveLength(2);
    expect(decodeErrorOf(S, hex('01 01 01 00'), { limits })).toEqual({
      ...tooMany,
      offset: 2,
      path: 'items[2]',
    });
  });

  test('are limited in a list that an element ends', () => {
    const S = struct('S', {
      items: list(
        Item,
        endsAfter((item) => item.x.eq(0)),
      ),
    });
    expect(decode(S, hex('01 00'), { limits }).items).toHaveLength(2);
    expect(decodeErrorOf(S, hex('01 01 00'), { limits })).toEqual({
      ...tooMany,
      offset: 2,
      path: 'items[2]',
    });
  });

  test('are limited in nodes for each element, even plain numbers', () => {
    const S = struct('S', { offsets: list(u8, prefix(u8)), blocks: atEach(u8) }).where(($) => [
      $.blocks.atEach($.offsets, ($offset) => ({ offset: $offset })),
    ]);
    expect(decode(S, hex('02 0304 0a0b'), { limits }).blocks).toEqual([10, 11]);
    expect(decodeErrorOf(S, hex('03 040506 0a0b0c'), { limits })).toMatchObject({
      ...tooMany,
      path: 'blocks',
    });
  });
});

describe('elements that may take no bytes', () => {
  const Empty = struct('Empty', {});
  // 16 for each byte, and 65,536: in a file of six bytes 65,632
  const S = struct('S', { head: u16be, all: list(Empty, prefix(u32be)) });
  const error = { code: 'limit-exceeded', path: 'all' };

  test('are as many as the bytes allow', () => {
    const { all } = decode(S, hex('0000 00010060'));
    expect(all).toHaveLength(65_632);
    expect(encode(S, { head: 0, all })).toEqual(hex('0000 00010060'));
    expect(decodeErrorOf(S, hex('0000 00010061'))).toMatchObject({ ...error, offset: 6 });
    expect(encodeErrorOf(S, { head: 0, all: [...all, {}] })).toMatchObject({ ...error, offset: 6 });
  });

  test('are counted in transformed regions', () => {
    const Region = struct('Region', {
      head: u16be,
      region: processed(xor(0), 4, struct('In', { all: list(Empty, prefix(u32be)) })),
    });
    expect(decodeErrorOf(Region, hex('0000 00010061'))).toMatchObject({
      ...error,
      path: 'region.all',
      offset: 6,
    });
  });

  test('do not reduce the limit of other lists', () => {
    const Two = struct('Two', { items: list(Item, prefix(u32be)), all: list(Empty, prefix(u32be)) });
    const items = new Uint8Array(100);
    // 16 times 108 bytes, and 65,536
    const wire = Uint8Array.of(0, 0, 0, 100, ...items, 0, 1, 6, 0xc0);
    const value = decode(Two, wire);
    expect(value.all).toHaveLength(67_264);
    expect(encode(Two, value)).toEqual(wire);
  });
});

describe('the size of the input', () => {
  test('is checked before anything is decoded', () => {
    const error = { code: 'limit-exceeded', offset: 0, path: '' };
    expect(decode(Item, hex('01'), { limits: { inputSize: 1 } })).toEqual({ x: 1 });
    expect(decodeErrorOf(Item, hex('01 02'), { limits: { inputSize: 1 } })).toMatchObject(error);
    const { root, error: told } = explain(Item, hex('01 02'), { limits: { inputSize: 1 } });
    expect(told).toMatchObject(error);
    expect(root).toMatchObject({ complete: false, parts: [], length: 0, value: undefined });
  });

  test('throws a TypeError for an invalid input or limit', () => {
    expect(() => decode(Item, 'x' as never)).toThrow(TypeError);
    expect(() => decode(Item, hex('01'), { limits: { depth: Number.NaN } })).toThrow(TypeError);
  });
});

describe('searches', () => {
  const fruitless = {
    code: 'limit-exceeded',
    expected: 'boundaries that are found in linear time',
    found: 'too many fruitless searches',
  };

  test('are limited for a boundary over the same bytes again and again', () => {
    const Weak = struct('Weak', { mark: literal(u8, 0xee) });
    const Entry = struct('Entry', { data: bytes(until(literal(u16be, 0xffff), Weak)), mark: Weak });
    const S = struct('S', { items: list(Entry, toEnd) });
    const error = decodeErrorOf(S, new Uint8Array(60_000).fill(0xee));
    expect(error).toMatchObject(fruitless);
    expect(error.path).toBe(`items[${error.offset}].data`);
  });

  test('are charged byte for byte if another boundary follows', () => {
    const Weak = struct('Weak', { mark: literal(u8, 0xee) });
    const Entry = struct('Entry', { data: bytes(until(literal(u16be, 0xffff), Weak)), mark: Weak });
    const S = struct('S', { items: list(Entry, toEnd) });
    // 300 + 299 + ... + 1 bytes are less than 16 for each byte and 65,536
    expect(decode(S, new Uint8Array(300).fill(0xee)).items).toHaveLength(300);
    // 4127 + 4126 + ... of 32 searches are 131,568 bytes, which is what may be searched
    expect(decodeErrorOf(S, new Uint8Array(4127).fill(0xee))).toMatchObject({
      ...fruitless,
      path: 'items[32].data',
      offset: 32,
    });
  });

  test('are not charged for the only boundary', () => {
    const Entry = struct('Entry', { data: bytes(until(literal(u8, 0xee))), mark: literal(u8, 0xee) });
    const S = struct('S', { items: list(Entry, toEnd) });
    expect(decode(S, new Uint8Array(5000).fill(0xee)).items).toHaveLength(5000);
  });

  test('are limited for a tail that seems to begin everywhere', () => {
    const End = struct('End', { mark: literal(u8, 0xee), comment: string(prefix(u16be), 'latin1') });
    const S = struct('S', { end: tail(End), rest: gaps() });
    expect(decodeErrorOf(S, new Uint8Array(60_000).fill(0xee))).toMatchObject({ ...fruitless, path: 'end' });
    const last = new Uint8Array(60_000);
    last[59_997] = 0xee;
    expect(decode(S, last).end).toEqual({ comment: '' });
  });
});
