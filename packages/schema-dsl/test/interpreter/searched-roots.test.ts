import {
  atEnd,
  bool,
  bytes,
  decode,
  encode,
  explain,
  irOf,
  list,
  literal,
  optional,
  parameter,
  search,
  sizeOf,
  struct,
  u8,
  u16be,
} from '@bytewright/schema-dsl';
import type { NodeIR } from '@bytewright/schema-dsl/ir';
import { searchedParameters, searchedRoot } from '@bytewright/schema-dsl/ir';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

const hasBus = parameter('hasBus', bool, { candidates: [false, true] });
const size = parameter('size', u8, { candidates: [2, 4] });
const Device = struct('Device', { data: bytes(size), bus: optional(u16be) }).where(($) => [
  $.bus.presentWhen(hasBus),
]);

describe('a root whose parameters have candidates', () => {
  test('is decoded with the first of them with which it ends where the input does', () => {
    expectBothWays(Device, '0102', { data: hex('0102'), bus: undefined });
    expectBothWays(Device, '0102 0003', { data: hex('0102 0003'), bus: undefined });
    expectBothWays(Device, '01020304 0005', { data: hex('01020304'), bus: 5 });
    expect(sizeOf(Device, { data: hex('01020304'), bus: 5 })).toBe(6);
  });

  test('is not encoded if a decoder would find others', () => {
    // four bytes of data are found before two and a bus
    expect(encodeErrorOf(Device, { data: hex('0102'), bus: 3 })).toMatchObject({
      code: 'ambiguous',
      offset: 0,
      path: '',
    });
  });

  test('fails with the error of the combination that got furthest', () => {
    expect(decodeErrorOf(Device, hex('01'))).toMatchObject({
      code: 'unexpected-end',
      offset: 0,
      path: 'data',
    });
    expect(decodeErrorOf(Device, hex('01020304 0005 06'))).toMatchObject({
      code: 'no-arm',
      offset: 6,
      expected: 'the end behind size 4',
    });
  });

  test('uses a bound value instead of searching', () => {
    const WithBus = Device.with(hasBus.of(true), size.of(2));
    expectBothWays(WithBus, '0102 0003', { data: hex('0102'), bus: 3 });
    expectBothWays(Device.with(hasBus.of(true)), '0102 0003', { data: hex('0102'), bus: 3 });
    expect(decodeErrorOf(WithBus, hex('0102'))).toMatchObject({ code: 'unexpected-end', path: 'bus' });
  });

  test('also applies to nested structs, and to roots that are not structs', () => {
    const File = struct('File', { mark: literal(u8, 7), device: Device });
    expectBothWays(File, '07 0102', { device: { data: hex('0102'), bus: undefined } });
    expectBothWays(list(File, 2), '07 01020304 07 01020304', [
      { device: { data: hex('01020304'), bus: undefined } },
      { device: { data: hex('01020304'), bus: undefined } },
    ]);
  });

  test('is explained as it is decoded', () => {
    const { root, error } = explain(Device, hex('01020304 0005'));
    expect(error).toBeUndefined();
    expect(root.type).toBe('Device');
    expect(root.parts.map(({ path, offset }) => [path, offset])).toEqual([
      ['data', 0],
      ['bus', 4],
    ]);
  });

  test('searches for nothing if there is only one combination', () => {
    const one = parameter('one', u8, { candidates: [2] });
    const Short = struct('Short', { data: bytes(one) });
    expect(searchedRoot(irOf(Short))).toBe(irOf(Short).root);
    expect(decodeErrorOf(Short, hex('010203'))).toMatchObject({ code: 'trailing-bytes', offset: 2 });
  });

  test('tries the product of the candidates, the first parameter read varying fastest', () => {
    expect(searched(Device)).toEqual(['hasBus', 'size']);
  });

  test('puts a parameter that decides presence after those read inside', () => {
    const Config = struct('Config', { data: bytes(size) });
    const S = struct('S', { config: optional(Config) }).where(($) => [$.config.presentWhen(hasBus)]);
    expect(searchedParameters(irOf(S)).map(({ name }) => name)).toEqual(['size', 'hasBus']);
    expect(searched(S)).toEqual(['hasBus', 'size']);
  });

  test('rejects a recursive struct, which cannot be tried', () => {
    const Tree = struct('Tree', {
      data: bytes(size),
      more: bool,
      get next() {
        return optional(Tree);
      },
    }).where(($) => [$.next.presentWhen($.more)]);
    expect(() => irOf(Tree)).toThrow(
      /Tree: as the candidates of size are tried at the root, looks ahead at Tree/,
    );
  });
});

/** The parameters that a root searches for, the outermost first. */
function searched(schema: Parameters<typeof irOf>[0]): readonly string[] {
  const names: string[] = [];
  for (let node: NodeIR = searchedRoot(irOf(schema)); node.kind === 'search'; node = node.node)
    names.push(node.parameter);
  return names;
}

describe('search() for a parameter that has candidates', () => {
  const Bus = struct('Bus', { data: bytes(size), mark: literal(u8, 0xff) });

  test('tries the candidates', () => {
    const S = struct('S', { bus: search(size, Bus), rest: u8 });
    expectBothWays(S, '0102 ff 00', { bus: { data: hex('0102') }, rest: 0 });
    expectBothWays(S, '01020304 ff 00', { bus: { data: hex('01020304') }, rest: 0 });
  });

  test('respects what must follow', () => {
    const S = struct('S', { bus: search(size, Device.with(hasBus.of(false)), { followedBy: atEnd }) });
    expect(decode(S, hex('01020304')).bus.data).toEqual(hex('01020304'));
    expect(encode(S, { bus: { data: hex('0102'), bus: undefined } })).toEqual(hex('0102'));
  });

  test('tries other values if they are given', () => {
    const S = struct('S', { bus: search(size, [3], Bus) });
    expectBothWays(S, '010203 ff', { bus: { data: hex('010203') } });
  });

  test('is rejected for a parameter without candidates', () => {
    const bare = parameter('bare', u8);
    expect(() => search(bare, Bus)).toThrow(
      /search\(bare\): expected values to try, as the parameter has no candidates/,
    );
  });
});
