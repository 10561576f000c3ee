import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import {
  byteLength,
  bytes,
  count,
  decode,
  derived,
  encode,
  firstOf,
  i8,
  isEncodeError,
  list,
  literal,
  on,
  optional,
  parameter,
  prefix,
  since,
  sizeOf,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u64be,
  ubits,
  union,
} from '../../src/index.js';
import { encodeErrorOf, hex } from './support.js';

const Item = struct('Item', { x: u8, data: bytes(prefix(u8)) });
const Box = struct('Box', {
  n: derived(u8),
  kind: u8,
  body: union({ small: on(1, u8), large: on(2, u16be) }),
  items: list(Item),
  note: optional(string(prefix(u8))),
}).where(($) => [$.n.is(count($.items)), $.body.tag($.kind), $.note.presentWhen($.kind.eq(2))]);

const box = (): Record<string, unknown> => ({
  kind: 2,
  body: { type: 'large', value: 3 },
  items: [{ x: 1, data: hex('aa') }],
  note: 'hi',
});

test('accepts the value that the others are derived from', () => {
  // n, kind, body, one item (x, length, aa), note (length, h, i)
  expect(encode(Box, box() as never)).toStrictEqual(hex('01 02 0003 01 01 aa 02 6869'));
});

describe('rejects numbers that no field can hold, and never changes them', () => {
  const Numbers = struct('Numbers', { a: i8, b: u64be });
  test.each([
    [{ a: -0, b: 1n }, 'out-of-range', 'a', '-0'],
    [{ a: 128, b: 1n }, 'out-of-range', 'a', '0x80 (128)'],
    [{ a: Number.NaN, b: 1n }, 'wrong-type', 'a', 'NaN'],
    [{ a: 1.5, b: 1n }, 'wrong-type', 'a', '1.5'],
    [{ a: Number.POSITIVE_INFINITY, b: 1n }, 'wrong-type', 'a', 'Infinity'],
    [{ a: '1', b: 1n }, 'wrong-type', 'a', '"1"'],
    [{ a: new Number(1), b: 1n }, 'wrong-type', 'a', 'an instance of Number'],
    [{ a: { valueOf: (): number => 1 }, b: 1n }, 'wrong-type', 'a', '{ valueOf: a function }'],
    [{ a: 1, b: 1 }, 'wrong-type', 'b', '1'],
    [{ a: 1, b: -1n }, 'out-of-range', 'b', '-1n'],
    [{ a: 1, b: 2n ** 64n }, 'out-of-range', 'b', '0x10000000000000000 (18446744073709551616n)'],
    [{ a: 1, b: Symbol('b') }, 'wrong-type', 'b', 'a symbol'],
  ])('%#: %s %s', (value, code, path, found) => {
    expect(encodeErrorOf(Numbers, value)).toMatchObject({ code, path, found });
  });
});

describe('rejects text that the encoding cannot represent', () => {
  const Text = struct('Text', {
    utf8: string(prefix(u8)),
    latin1: string(2, 'latin1'),
    ascii: string(prefix(u8), 'ascii'),
  });
  const text = { utf8: '', latin1: 'ab', ascii: '' };
  test.each([
    [{ ...text, utf8: 'a\ud800' }, 'utf8', 'U+D800 at character 1'],
    [{ ...text, utf8: '\udc00' }, 'utf8', 'U+DC00 at character 0'],
    [{ ...text, utf8: '\ud800\ud800\udc00' }, 'utf8', 'U+D800 at character 0'],
    [{ ...text, latin1: 'aĀ' }, 'latin1', 'U+0100 at character 1'],
    [{ ...text, ascii: '\u0080' }, 'ascii', 'U+0080 at character 0'],
  ])('%#: at %s', (value, path, found) => {
    expect(encodeErrorOf(Text, value)).toMatchObject({ code: 'invalid-text', path, found });
  });

  test('encodes a surrogate pair as one character of four bytes', () => {
    expect(encode(Text, { ...text, utf8: '\u{1f600}' })).toStrictEqual(hex('04 f09f9880 6162 00'));
  });
});

describe('rejects values of the wrong shape', () => {
  test.each([
    [undefined, 'wrong-type', ''],
    [null, 'wrong-type', ''],
    [[], 'wrong-type', ''],
    [() => box(), 'wrong-type', ''],
    [{}, 'wrong-type', 'body'],
    [{ ...box(), body: null }, 'wrong-type', 'body'],
    [{ ...box(), body: ['large'] }, 'wrong-type', 'body'],
    [{ ...box(), body: { type: 'toString', value: 1 } }, 'unknown-tag', 'body.type'],
    [{ ...box(), body: { type: '__proto__', value: 1 } }, 'unknown-tag', 'body.type'],
    [{ ...box(), body: { value: 1 } }, 'unknown-tag', 'body.type'],
    [{ ...box(), items: new Set() }, 'wrong-type', 'items'],
    [{ ...box(), items: { length: 1, 0: { x: 1, data: hex('') } } }, 'wrong-type', 'items'],
    [{ ...box(), items: new Array(1) }, 'wrong-type', 'items[0]'],
    [{ ...box(), items: [{ x: 1, data: [1, 2] }] }, 'wrong-type', 'items[0].data'],
    [{ ...box(), items: [{ x: 1, data: new Uint8ClampedArray(1) }] }, 'wrong-type', 'items[0].data'],
    [{ ...box(), items: [{ x: 1, data: new DataView(new ArrayBuffer(1)) }] }, 'wrong-type', 'items[0].data'],
    [{ ...box(), note: null }, 'wrong-type', 'note'],
    [{ ...box(), note: undefined }, 'mismatch', 'note'],
    [{ ...box(), kind: 1, note: undefined }, 'mismatch', 'body'],
  ])('%#: %s is refused', (value, code, path) => {
    expect(encodeErrorOf(Box, value)).toMatchObject({ code, path });
  });
});

test('accepts a value from another realm', () => {
  const Lists = struct('Lists', {
    words: list(u16be, prefix(u8)),
    data: bytes(prefix(u8)),
    items: list(Item, prefix(u8)),
  });
  const value: unknown = runInNewContext(
    '({ words: new Uint16Array([1, 2]), data: new Uint8Array([3]), items: [{ x: 4, data: new Uint8Array(0) }] })',
  );
  expect(encode(Lists, value as never)).toStrictEqual(hex('02 0001 0002  01 03  01 04 00'));
});

test('accepts a Buffer and a view with an offset as bytes', () => {
  const Data = struct('Data', { data: bytes(prefix(u8)), words: list(u16be, prefix(u8)) });
  const words = new Uint16Array(Uint16Array.of(9, 1, 2).buffer, 2, 2);
  const value = { data: Buffer.from('xab').subarray(1), words };
  expect(encode(Data, value)).toStrictEqual(hex('02 6162 02 0001 0002'));
  const decoded = decode(Data, Buffer.from('02616200', 'hex'));
  expect(Object.getPrototypeOf(decoded.data)).toBe(Uint8Array.prototype);
});

test('first checks a field that a parameter for later fields is bound to', () => {
  const version = parameter('version', u8);
  const Mark = struct('Mark', { mark: derived(since(version, 2, literal(u8, 0x7e))), end: u8 });
  const inner = struct('Inner', { mark: Mark });
  const Outer = struct('Outer', { version: u8, inner }).where(($) => [$.inner.with(version.of($.version))]);
  expect(encode(Outer, { version: 2, inner: { mark: { end: 3 } } })).toEqual(hex('02 7e 03'));
  const comparable = { valueOf: () => 2 };
  for (const value of [Symbol('2'), comparable, '2', 2n])
    expect(encodeErrorOf(Outer, { version: value, inner: { mark: { end: 3 } } })).toMatchObject({
      code: 'wrong-type',
      path: 'version',
    });
});

describe('values that contain themselves', () => {
  const Tree = struct('Tree', {
    v: u8,
    get kids() {
      return list(Tree, prefix(u8));
    },
  });
  test('are rejected at the depth limit', () => {
    const tree: { v: number; kids: unknown[] } = { v: 1, kids: [] };
    tree.kids.push(tree);
    const error = encodeErrorOf(Tree, tree);
    expect(error).toMatchObject({
      code: 'limit-exceeded',
      expected: 'at most 128 nested structs (limits.depth)',
    });
    expect(error.path).toBe(Array.from({ length: 128 }, () => 'kids[0]').join('.'));
  });

  test('are accepted just below the limit', () => {
    let tree: { v: number; kids: unknown[] } = { v: 1, kids: [] };
    for (let depth = 1; depth < 128; depth++) tree = { v: 1, kids: [tree] };
    expect(encode(Tree, tree as never)).toHaveLength(2 * 128);
    expect(encodeErrorOf(Tree, { v: 1, kids: [tree] }).code).toBe('limit-exceeded');
  });
});

describe('values that change while they are written', () => {
  /** A member that returns one value for a number of reads, then another. */
  const changing = (readings: number, first: unknown, then: unknown): PropertyDescriptor => {
    let read = 0;
    return { enumerable: true, get: () => (read++ < readings ? first : then) };
  };
  const withMember = (name: string, member: PropertyDescriptor): object =>
    Object.defineProperty(box(), name, member);
  const longer = [
    { x: 1, data: hex('aa') },
    { x: 2, data: hex('') },
  ];
  const shorter = longer.slice(0, 1);

  test.each([
    ['a list grows', 'items', shorter, longer],
    ['a list shrinks', 'items', longer, shorter],
    ['a list becomes none', 'items', longer, 5],
    ['text grows', 'note', 'hi', 'hello'],
    ['text shrinks', 'note', 'hello', 'hi'],
    ['text goes', 'note', 'hi', undefined],
    ['an arm grows', 'body', { type: 'large', value: 3 }, { type: 'small', value: 3 }],
  ])('%s: it is refused, or all of one state is written', (_, name, first, then) => {
    const states = [first, then].flatMap((state) => {
      try {
        return [encode(Box, { ...box(), [name]: state } as never)];
      } catch {
        return [];
      }
    });
    const outcomes = Array.from({ length: 10 }, (__, readings) => {
      const value = withMember(name, changing(readings + 1, first, then));
      try {
        const written = encode(Box, value as never);
        expect(states).toContainEqual(written);
        return 'written';
      } catch (error) {
        expect(error).toSatisfy(isEncodeError);
        return 'refused';
      }
    });
    expect(outcomes).toContain('refused');
  });

  test('rejects a value whose length changes between sizing and encoding', () => {
    const Text = struct('Text', { text: string(toEnd) });
    const written = (first: string, then: string): unknown =>
      encodeErrorOf(Text, Object.defineProperty({}, 'text', changing(1, first, then)));
    const error = (size: string): object => ({
      code: 'wrong-length',
      expected: `${size}, as the value had before it was written`,
    });
    expect(written('hello', 'hi')).toEqual({ ...error('5 bytes'), offset: 2, path: '', found: '2 bytes' });
    expect(written('hi', 'hello')).toEqual({
      ...error('at most 2 bytes'),
      offset: 0,
      path: 'text',
      found: '5 bytes',
    });
    const Bits = struct('Bits', { text: string(prefix(u8)), bits: ubits(8) });
    const grown = Object.defineProperty({ bits: 1 }, 'text', changing(1, 'hi', 'hi!'));
    expect(encodeErrorOf(Bits, grown)).toEqual({
      ...error('at most 0 bytes'),
      offset: 4,
      path: 'bits',
      found: '1 byte',
    });
  });

  test('handles a union that becomes something else', () => {
    const value = withMember('body', changing(1, { type: 'large', value: 3 }, 'nothing'));
    expect(encodeErrorOf(Box, value)).toMatchObject({
      code: 'wrong-type',
      path: 'body',
      expected: 'an object',
    });
  });

  test('handles a proxy that answers anything with anything', () => {
    const proxy: unknown = new Proxy({}, { get: (_, name) => (name === 'kind' ? 1 : proxy) });
    expect(encodeErrorOf(Box, proxy)).toMatchObject({ code: 'unknown-tag', path: 'body.type' });
    const array: unknown = new Proxy([], { get: (_, name) => (name === 'length' ? 3 : undefined) });
    expect(encodeErrorOf(Box, { ...box(), items: array }).code).toBe('wrong-type');
  });

  test('passes on an exception thrown by a value itself', () => {
    const own = new Error('not today');
    const value = Object.defineProperty(box(), 'note', {
      get: () => {
        throw own;
      },
    });
    expect(() => encode(Box, value as never)).toThrow(own);
  });
});

test('computes no size for values of the wrong shape, but does for numbers out of range', () => {
  expect(sizeOf(Box, { ...box(), kind: 999 } as never)).toBe(10);
  expect(() => sizeOf(Box, { ...box(), note: 5 } as never)).toThrow(
    /note: expected a string, found 5 \(wrong-type\)/,
  );
});

test('encodes a value only if the bytes decode to it', () => {
  const Either = struct('Either', {
    length: derived(u8),
    x: firstOf({ mark: struct('Mark', { m: literal(u8, 7), v: u8 }), data: bytes(2) }),
  }).where(($) => [$.length.is(byteLength($.x))]);
  expect(encode(Either, { x: { type: 'data', value: hex('0807') } })).toStrictEqual(hex('02 0807'));
  expect(encodeErrorOf(Either, { x: { type: 'data', value: hex('0708') } })).toStrictEqual({
    code: 'ambiguous',
    offset: 1,
    path: 'x',
    expected: 'bytes that read as this value',
    found: 'bytes 07 08, which a decoder would read otherwise',
  });
});

describe('a union whose members are merged into its struct', () => {
  const S = struct('S', {
    kind: u8,
    body: union({ one: on(1, u8), two: on(2, u8) }, { tag: 'arm', otherwise: u16be, raw: 'payload' }),
  })
    .where(($) => [$.body.tag($.kind)])
    .flat('body');

  test.each([null, undefined, 5, 'text', true])('is in no %s', (value) => {
    expect(encodeErrorOf(S, value)).toMatchObject({
      code: 'wrong-type',
      path: '',
      expected: expect.stringContaining('object'),
    });
  });

  test('has the members of its arm, and no others', () => {
    expect(decode(S, hex('02 07'))).toEqual({ kind: 2, arm: 'two', value: 7 });
    expect(decode(S, hex('03 0007'))).toEqual({ kind: 3, arm: undefined, payload: 7 });
    for (const [kind, arm] of [
      [1, 'one'],
      [2, 'two'],
    ]) {
      expect(encode(S, { kind, arm, value: 7 } as never)).toEqual(Uint8Array.of(Number(kind), 7));
      const error = encodeErrorOf(S, { kind, arm, value: 7, payload: 8 });
      expect(error).toMatchObject({ code: 'unknown-key', path: 'payload' });
    }
    const error = encodeErrorOf(S, { kind: 3, arm: undefined, value: 7, payload: 8 });
    expect(error).toMatchObject({ code: 'unknown-key', path: 'value' });
  });
});
