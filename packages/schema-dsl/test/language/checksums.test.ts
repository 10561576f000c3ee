import { crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  bool,
  byteLength,
  bytes,
  check,
  checksum,
  crc32,
  decode,
  derived,
  explain,
  external,
  firstOf,
  internetChecksum,
  irOf,
  list,
  literal,
  optional,
  parameter,
  prefix,
  SchemaError,
  span,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u32be,
  u64be,
  until,
  virtual,
} from '../../src/index.js';
import { decodeRoot } from '../../src/interpreter/decode.js';
import type { SchemaIR } from '../../src/ir/schema.js';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from '../interpreter/support.js';

/** A checksum computed by a user function. */
function byFunction(name: string, compute: (bytes: Uint8Array) => number): Node<{ data: number }> {
  const named = external({ module: './own.js', export: name }, compute);
  return struct('S', { data: u8, sum: derived(u8) }).where(($) => [
    $.sum.is(checksum(named, span($.data, $.data))),
  ]);
}

test('an error after a checksum has its own path', () => {
  const sum = (bytes: Uint8Array): number => bytes.reduce((a, b) => (a + b) & 0xff, 0);
  const S = struct('Outer', { items: list(byFunction('sum', sum), 2) });
  expectBothWays(S, '0101 0202', { items: [{ data: 1 }, { data: 2 }] });
  expect(encodeErrorOf(S, { items: [{ data: 1 }, { data: 256 }] })).toMatchObject({
    code: 'out-of-range',
    offset: 2,
    path: 'items[1].data',
  });
});

const fails = (error: unknown) => (): number => {
  throw error;
};

describe('a checksum over a span', () => {
  // the last chunk of every PNG file (PNG specification, 11.2.5)
  const Chunk = struct('Chunk', {
    length: derived(u32be),
    type: string(4, 'ascii'),
    body: bytes(),
    crc: derived(u32be),
  }).where(($) => [$.length.is(byteLength($.body)), $.crc.is(crc32(span($.type, $.body)))]);

  test('is verified on decode and computed on encode', () => {
    expectBothWays(Chunk, '00000000 49454e44 ae426082', { type: 'IEND', body: new Uint8Array(0) });
  });

  test('reports a wrong value at its field, with both numbers', () => {
    expect(decodeErrorOf(Chunk, hex('00000000 49454e44 ae426083'))).toEqual({
      code: 'mismatch',
      offset: 8,
      path: 'crc',
      expected: 'crc32 over type to body = 0xae426082 (2923585666)',
      found: '0xae426083 (2923585667)',
    });
  });

  test('reports earlier faults in the input first', () => {
    expect(decodeErrorOf(Chunk, hex('00000000 49ff4e44 ae426083'))).toMatchObject({ code: 'invalid-text' });
  });

  test('is explained like any hidden field', () => {
    const { root } = explain(Chunk, hex('00000000 49454e44 ae426082'));
    expect(root.parts.at(-1)).toMatchObject({ path: 'crc', offset: 8, length: 4, hidden: true });
  });

  test('is verified when alternatives are tried, and when bytes end', () => {
    const Choice = struct('Choice', { one: firstOf({ chunk: Chunk, bytes: bytes(toEnd) }) });
    expect(decode(Choice, hex('00000000 49454e44 ae426082')).one.type).toBe('chunk');
    expect(decode(Choice, hex('00000000 49454e44 ae426080')).one.type).toBe('bytes');
    const Mark = struct('Mark', { a: u8, crc: derived(u32be) }).where(($) => [
      $.crc.is(crc32(span($.a, $.a))),
    ]);
    const Marked = struct('Marked', { data: bytes(until(Mark)), mark: Mark });
    const crc = zlibCrc32(Uint8Array.of(7)).toString(16).padStart(8, '0');
    expectBothWays(Marked, `07 00000000 00 07 ${crc}`, { data: hex('070000000000'), mark: { a: 7 } });
  });
});

describe('a span that includes its own checksum', () => {
  const Sum = struct('Sum', { a: u16be, sum: derived(u16be), b: u16be }).where(($) => [
    $.sum.is(internetChecksum(span($.a, $.b))),
  ]);

  test('counts it as zero', () => {
    // 0001 + 0002 is 0003, whose complement is fffc
    expectBothWays(Sum, '0001 fffc 0002', { a: 1, b: 2 });
    expect(decodeErrorOf(Sum, hex('0001 fffb 0002'))).toMatchObject({
      code: 'mismatch',
      offset: 2,
      path: 'sum',
    });
  });

  test('counts it as the fill byte, if one is given', () => {
    const xor = external({ module: './own.js', export: 'xor' }, (covered: Uint8Array) =>
      covered.reduce((a, b) => a ^ b, 0),
    );
    const Filled = struct('Filled', { a: u8, sum: derived(u8) }).where(($) => [
      $.sum.is(checksum(xor, span($.a, $.sum, { fill: 0x20 }))),
    ]);
    expectBothWays(Filled, '07 27', { a: 7 });
  });

  test('does not modify the input on decode', () => {
    const input = hex('0001 fffc 0002');
    decode(Sum, input, { bytes: 'view' });
    expect(input).toEqual(hex('0001 fffc 0002'));
  });
});

describe('several checksums', () => {
  test('are computed in order of dependency, however they are stated', () => {
    const Two = struct('Two', { outer: derived(u32be), a: u8, inner: derived(u32be) }).where(($) => [
      $.outer.is(crc32(span($.outer, $.inner))),
      $.inner.is(crc32(span($.a, $.a))),
    ]);
    const inner = zlibCrc32(Uint8Array.of(1)).toString(16).padStart(8, '0');
    const outer = zlibCrc32(hex(`00000000 01 ${inner}`))
      .toString(16)
      .padStart(8, '0');
    expectBothWays(Two, `${outer} 01 ${inner}`, { a: 1 });
  });

  test('are computed for nested structs first', () => {
    const Inner = struct('Inner', { a: u8, crc: derived(u32be) }).where(($) => [
      $.crc.is(crc32(span($.a, $.a))),
    ]);
    const Outer = struct('Outer', { all: list(Inner, prefix(u8)), crc: derived(u32be) }).where(($) => [
      $.crc.is(crc32(span($.all, $.all))),
    ]);
    const crc = (text: string): string => zlibCrc32(hex(text)).toString(16).padStart(8, '0');
    const inner = `01 05 ${crc('05')}`;
    expectBothWays(Outer, `${inner} ${crc(inner)}`, { all: [{ a: 5 }] });
  });
});

describe('a virtual header', () => {
  const key = parameter('key', u16be);
  const Header = struct('Header', { key: u16be, two: literal(u8, 2), short: u8 });
  const Body = struct('Body', { length: derived(u8), data: bytes(), sum: derived(u16be) }).where(($) => [
    $.length.is(byteLength($.data)),
    $.sum.is(internetChecksum(virtual(Header, { key, short: byteLength($.data) }), span($.data, $.data))),
  ]);
  const Whole = struct('Whole', { key: u16be, body: Body }).where(($) => [$.body.with(key.of($.key))]);

  test('is summed but not on the wire', () => {
    // 0100 + 0202 + 0304 is 0606; its complement is f9f9
    expectBothWays(Whole, '0100 02 0304 f9f9', { key: 0x100, body: { data: hex('0304') } });
    expect(decodeErrorOf(Whole, hex('0101 02 0304 f9f9'))).toMatchObject({
      code: 'mismatch',
      path: 'body.sum',
    });
  });

  test('that cannot be encoded is a mismatch with the reason', () => {
    const Narrow = struct('Narrow', { n: u8 });
    const Wide = struct('Wide', { a: u16be, sum: derived(u16be) }).where(($) => [
      $.sum.is(internetChecksum(virtual(Narrow, { n: $.a }))),
    ]);
    expectBothWays(Wide, '0012 edff', { a: 0x12 });
    expect(decodeErrorOf(Wide, hex('0100 0000'))).toMatchObject({
      code: 'mismatch',
      path: 'sum',
      expected: 'internetChecksum over Narrow = "expected u8, 0 to 0xff (255), found 0x10…"',
    });
    expect(encodeErrorOf(Wide, { a: 256 })).toMatchObject({ code: 'wrong-type', path: 'sum', offset: 2 });
  });
});

describe('a user function', () => {
  test('receives the covered bytes as a plain array', () => {
    let seen: Uint8Array | undefined;
    const Own = byFunction('see', (covered) => {
      seen = covered;
      return 9;
    });
    expect(decode(Own, Buffer.from('0709', 'hex'))).toEqual({ data: 7 });
    expect(seen).toStrictEqual(hex('07'));
  });

  test('is found by name after the schema went through JSON', () => {
    const ir = irOf(byFunction('nine', () => 9));
    expect(JSON.stringify(ir)).toContain('"algorithm":{"module":"./own.js","export":"nine"}');
    expect(decodeRoot(JSON.parse(JSON.stringify(ir)) as SchemaIR, hex('0109'))).toEqual({ data: 1 });
  });

  test('that was never registered is an error that names it', () => {
    const text = JSON.stringify(irOf(byFunction('known', () => 9))).replace('"known"', '"unknown"');
    expect(() => decodeRoot(JSON.parse(text) as SchemaIR, hex('0109'))).toThrow(
      new SchemaError(
        'unregistered-external',
        'unknown of ./own.js',
        'the schema calls it, but it is not registered; load the schema module, or call external({ module: "./own.js", export: "unknown" }, …)',
      ),
    );
  });

  test.each([
    ['an exception', fails(new RangeError('no more')), '"no more"', '"no more"'],
    ['anything thrown', fails(7), '"7"', '"7"'],
    ['a text', () => 'x' as never, '"x"', '"x"'],
    ['a bigint for a number', (covered: Uint8Array) => (covered.length > 0 ? 9n : 9) as never, '9n', '9n'],
    ['a promise', () => Promise.resolve(9) as never, 'an instance of Promise', 'an instance of Promise'],
    ['nothing', () => undefined as never, 'undefined', 'undefined'],
  ])('%s is our error', (name, compute, expected, found) => {
    const schema = byFunction(name.replaceAll(' ', '_'), compute);
    expect(decodeErrorOf(schema, hex('0109'))).toMatchObject({
      code: 'mismatch',
      path: 'sum',
      expected: `${name.replaceAll(' ', '_')} of ./own.js over data = ${expected}`,
    });
    expect(encodeErrorOf(schema, { data: 1 })).toMatchObject({ code: 'wrong-type', path: 'sum', found });
  });

  test('is rejected if the field cannot hold its result', () => {
    const schema = byFunction('large', () => 256);
    expect(decodeErrorOf(schema, hex('0109'))).toMatchObject({ code: 'mismatch' });
    expect(encodeErrorOf(schema, { data: 1 })).toMatchObject({ code: 'out-of-range', path: 'sum' });
  });

  test('returns bytes for a bytes field, and bigints for a 64-bit one', () => {
    const twice = external({ module: './own.js', export: 'twice' }, (covered: Uint8Array) =>
      Uint8Array.of(...covered, ...covered),
    );
    const Bytes = struct('Bytes', { a: u8, sum: derived(bytes(2)) }).where(($) => [
      $.sum.is(checksum(twice, span($.a, $.a))),
    ]);
    expectBothWays(Bytes, '07 0707', { a: 7 });
    expect(decodeErrorOf(Bytes, hex('07 0708'))).toMatchObject({
      expected: 'twice of ./own.js over a = bytes 07 07',
      found: 'bytes 07 08',
    });
    const Short = struct('Short', { a: u8, sum: derived(bytes(3)) }).where(($) => [
      $.sum.is(checksum(twice, span($.a, $.a))),
    ]);
    expect(encodeErrorOf(Short, { a: 7 })).toMatchObject({ code: 'wrong-length', path: 'sum', offset: 1 });
    const wide = external({ module: './own.js', export: 'wide' }, (covered: Uint8Array) =>
      BigInt(covered.length),
    );
    const Wide = struct('Wide', { a: u8, sum: derived(u64be) }).where(($) => [
      $.sum.is(checksum(wide, span($.a, $.a))),
    ]);
    expectBothWays(Wide, '07 0000000000000001', { a: 7 });
  });

  // Adler-32 of "Wikipedia", as the article on it shows
  test('Adler-32', () => {
    const adler32 = external({ module: './own.js', export: 'adler32' }, (covered: Uint8Array): number => {
      let [low, high] = [1, 0];
      for (const byte of covered) {
        low = (low + byte) % 65521;
        high = (high + low) % 65521;
      }
      return high * 65536 + low;
    });
    const Text = struct('Text', { text: string(9, 'ascii'), sum: derived(u32be) }).where(($) => [
      $.sum.is(checksum(adler32, span($.text, $.text))),
    ]);
    expectBothWays(Text, '57696b697065646961 11e60398', { text: 'Wikipedia' });
  });
});

describe('rejects at definition', () => {
  const one = external({ module: './own.js', export: 'one' }, () => 1);
  const Pair = struct('Pair', { a: u8, b: u8 });

  function refusalOf(schema: () => Node<unknown>): unknown {
    try {
      return irOf(schema(), { allowParameters: true });
    } catch (error) {
      return error instanceof SchemaError ? error.message : error;
    }
  }

  test.each<readonly [string, () => Node<unknown>, string]>([
    [
      'a span that goes backwards',
      () => struct('S', { a: u8, b: u8, c: derived(u32be) }).where(($) => [$.c.is(crc32(span($.b, $.a)))]),
      'S.a: the span goes from b to a, which must be the same field or a later one; write span($.first, $.last)',
    ],
    [
      'a fill that is not a byte',
      () =>
        struct('S', { a: u8, c: derived(u32be) }).where(($) => [
          $.c.is(crc32(span($.a, $.a, { fill: 256 }))),
        ]),
      'S.a: the fill of the span is 256, which is not a byte; use 0 to 255',
    ],
    [
      'a CRC-32 in sixteen bits',
      () => struct('S', { a: u8, c: derived(u16be) }).where(($) => [$.c.is(crc32(span($.a, $.a)))]),
      'S.c: crc32() returns an unsigned integer of 32 bits, which u16be is not; use u32be or u32le',
    ],
    [
      'an internet checksum in bytes',
      () =>
        struct('S', { a: u8, c: derived(bytes(2)) }).where(($) => [
          $.c.is(internetChecksum(span($.a, $.a)) as never),
        ]),
      'S.c: internetChecksum() returns a number, but the field is bytes; make it an integer, such as u32be',
    ],
    [
      'a field without a fixed size',
      () =>
        struct('S', { a: u8, c: derived(bytes(toEnd)) }).where(($) => [
          $.c.is(checksum(one, span($.a, $.a)) as never),
        ]),
      'S.c: a checksum is an integer, or bytes of a fixed size, but the field is bytes; make it one of these, such as bytes(4)',
    ],
    [
      'a field that is not derived',
      () => struct('S', { a: u8, c: u32be }).where(($) => [$.c.is(crc32(span($.a, $.a)))]),
      'S.c: .is() determines a derived field; write derived(…) in the field list, or use check(… .eq(…))',
    ],
    [
      'two that cover one another',
      () =>
        struct('S', { c: derived(u32be), a: u8, d: derived(u32be) }).where(($) => [
          $.c.is(crc32(span($.a, $.d))),
          $.d.is(crc32(span($.c, $.a))),
        ]),
      "S.c: checksums cover each other, so none can be first: c → d → c; exclude one of them from the other's span",
    ],
    [
      'another relation beside it',
      () =>
        struct('S', { a: u8, c: derived(u32be) }).where(($) => [$.c.is(crc32(span($.a, $.a))), $.c.is($.a)]),
      'S.c: a checksum and another relation determine it; keep one',
    ],
    [
      'something that follows from it',
      () =>
        struct('S', { a: u8, c: derived(u32be) }).where(($) => [
          $.c.is(crc32(span($.a, $.a))),
          check($.c.gt($.a)),
        ]),
      'S.c: is a checksum, which is known only once its bytes are, so nothing else can be derived from it; derive the other field from something else',
    ],
    [
      'a virtual header without a value',
      () =>
        struct('S', { a: u8, c: derived(u32be) }).where(($) => [
          $.c.is(crc32(virtual(Pair, { a: $.a } as never))),
        ]),
      'S, virtual Pair.b: has no value; add one: virtual(Pair, { b: … })',
    ],
    [
      'a virtual header with a value too many',
      () =>
        struct('S', { a: u8, c: derived(u32be) }).where(($) => [
          $.c.is(crc32(virtual(Pair, { a: $.a, b: 1, d: 2 } as never))),
        ]),
      'S, virtual Pair.d: Pair has no such field; use one of a, b',
    ],
    [
      'a virtual header of variable size',
      () =>
        struct('S', { a: u8, c: derived(u32be) }).where(($) => [
          $.c.is(crc32(virtual(struct('Long', { text: string(prefix(u8)) }), { text: 'a' }))),
        ]),
      'S, virtual Long.text: a virtual header holds integers, booleans and constants only, but this is utf-8 string; remove it from Long',
    ],
    [
      'a value of another type',
      () =>
        struct('S', { a: bool, c: derived(u32be) }).where(($) => [
          $.c.is(crc32(virtual(Pair, { a: $.a as never, b: 1 }))),
        ]),
      'S, virtual Pair.a: expected a number, found a boolean; pass a number',
    ],
    [
      'a value that may be absent',
      () =>
        struct('S', { f: bool, a: optional(u8), c: derived(u32be) }).where(($) => [
          $.a.presentWhen($.f),
          $.c.is(crc32(virtual(Pair, { a: $.a as never, b: 1 }))),
        ]),
      'S, virtual Pair.a: is computed from a, which may be absent; use a field that is always present',
    ],
  ])('%s', (_, schema, message) => {
    expect(refusalOf(schema)).toBe(message);
  });

  test('names that cannot be imported', () => {
    expect(() => external({ module: '', export: 'a' }, 1)).toThrow(SchemaError);
    expect(() => external({ module: 'a', export: 'a-b' }, 1)).toThrow(
      'external(): expected an export name that is an identifier, found "a-b"',
    );
    expect(() => external({ module: 'a', export: 'b' }, undefined)).toThrow(
      'external(): expected the export b of a, found undefined',
    );
    expect(() => checksum({} as never, span(undefined as never, undefined as never))).toThrow(SchemaError);
    expect(() => crc32(...([] as unknown as [never]))).toThrow(
      'crc32(): expected the covered bytes, found nothing; pass span($.first, $.last)',
    );
  });
});
