import {
  irOf,
  list,
  literal,
  prefix,
  SchemaError,
  struct,
  u8,
  u16be,
  whilePeek,
} from '@bytewright/schema-dsl';
import { Parser } from 'binary-parser/dist/binary_parser.js';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { SchemaParser } from '../../src/binary-parser/index.js';
import {
  parserOfIR,
  parseWithBinaryParser,
  toBinaryParser,
  UnsupportedConstructError,
} from '../../src/binary-parser/index.js';
import { hex } from './agreement.js';

const Pair = struct('Pair', { magic: literal(u8, 1), a: u8, b: u16be });

describe('the parser', () => {
  it('is one of binary-parser, and leaves nothing but value and length', () => {
    const parser = toBinaryParser(Pair);
    expect(parser).toBeInstanceOf(Parser);
    expect(parser.parse(hex('01 02 00 03 ff'))).toStrictEqual({ value: { a: 2, b: 3 }, consumed: 4 });
  });

  it('is made of an intermediate representation that a tool has changed', () => {
    const Run = struct('Run', {
      items: list(
        u8,
        whilePeek(u8, (byte) => byte.ne(0)),
      ),
      end: literal(u8, 0),
    });
    const ir = irOf(Run);
    expect(() => parserOfIR(ir)).toThrow(UnsupportedConstructError);
    const [items, ...others] = ir.structs.Run!.fields;
    if (items?.node.kind !== 'list') throw new Error('items is a list');
    const node = { ...items.node, extent: { kind: 'fixed', size: 2 } } as const;
    const fields = [{ ...items, node }, ...others];
    const changed = { ...ir, structs: { Run: { ...ir.structs.Run!, fields } } };
    expect(parserOfIR(changed).parse(hex('07 08 00'))).toStrictEqual({
      value: { items: Uint8Array.of(7, 8) },
      consumed: 3,
    });
  });

  it('has a typed result', () => {
    expectTypeOf(toBinaryParser(Pair)).toEqualTypeOf<SchemaParser<{ a: number; b: number }>>();
    expectTypeOf(parseWithBinaryParser(Pair, hex('01 02 00 03')).value).toEqualTypeOf<{
      a: number;
      b: number;
    }>();
    const parser = toBinaryParser(list(u16be, prefix(u8)));
    expectTypeOf(parseWithBinaryParser(parser, hex('00')).value).toEqualTypeOf<Uint16Array>();
  });

  it('can be nested in a parser written by hand', () => {
    const Outer = new Parser()
      .uint8('before')
      .nest('pair', { type: toBinaryParser(Pair) })
      .array('pairs', { type: toBinaryParser(Pair), length: 2 })
      .uint8('after');
    expect(Outer.parse(hex('09 01020003 01040005 01060007 0a'))).toEqual({
      before: 9,
      pair: { value: { a: 2, b: 3 }, consumed: 4 },
      pairs: [
        { value: { a: 4, b: 5 }, consumed: 4 },
        { value: { a: 6, b: 7 }, consumed: 4 },
      ],
      after: 10,
    });
  });

  it('is new with each call, so that adding to it changes no other', () => {
    toBinaryParser(Pair).uint8('extra');
    expect(toBinaryParser(Pair).parse(hex('01 02 00 03 ff'))).not.toHaveProperty('extra');
    expect(parseWithBinaryParser(Pair, hex('01 02 00 03 ff'))).not.toHaveProperty('extra');
  });

  it('accepts nothing but a schema, and its input nothing but bytes', () => {
    expect(() => toBinaryParser({} as typeof Pair)).toThrow(TypeError);
    expect(() => parseWithBinaryParser(new Parser() as unknown as typeof Pair, hex(''))).toThrow(TypeError);
    expect(() => parseWithBinaryParser(Pair, [1, 2, 0, 3] as unknown as Uint8Array)).toThrow(TypeError);
    const Faulty = struct('Faulty', { all: list(u8) });
    expect(() => toBinaryParser(Faulty)).toThrow(SchemaError);
  });
});
