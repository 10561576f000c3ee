import type { CustomCodec } from '@bytewright/runtime';
import {
  byteLength,
  bytes,
  custom,
  decode,
  derived,
  encode,
  explain,
  external,
  list,
  sized,
  struct,
  toEnd,
  u8,
} from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { describe, expect, test } from 'vitest';

/** A byte that counts in dozens. */
const dozens: CustomCodec<number> = {
  read: ([byte]) => (byte === undefined ? 'no bytes' : { value: byte * 12, byteLength: 1 }),
  write: (value) => (value % 12 === 0 ? Uint8Array.of(value / 12) : `${value}, no dozens`),
};
const name = external({ module: './dozens.js', export: 'dozens' }, dozens);
const dozen = custom(name, { max: 1, type: 'number' });

describe('a hand-written codec', () => {
  const Crate = struct('Crate', { size: derived(dozen), eggs: bytes(), rest: list(dozen, toEnd) }).where(
    ($) => [$.size.is(byteLength($.eggs))],
  );
  const twelve = Uint8Array.from({ length: 12 }, (_, at) => at);

  test('can be a length', () => {
    const file = Uint8Array.of(1, ...twelve, 2, 3);
    expect(decode(Crate, file)).toEqual({ eggs: twelve, rest: [24, 36] });
    expect(encode(Crate, { eggs: twelve, rest: [24, 36] })).toEqual(file);
  });

  test('that decodes -0 does not decode a length, as 0 would be encoded', () => {
    const signed: CustomCodec<number> = {
      read: ([byte = 0]) => ({ value: byte === 0x80 ? -0 : byte, byteLength: 1 }),
      write: (value) => Uint8Array.of(Object.is(value, -0) ? 0x80 : value),
    };
    const node = custom(external({ module: './signed.js', export: 'signed' }, signed), {
      min: 1,
      max: 1,
      type: 'number',
    });
    // half of it is 0, for either zero
    const S = struct('S', { twice: derived(node), data: bytes() }).where(($) => [
      $.twice.is(byteLength($.data).times(2)),
    ]);
    expect(decode(S, Uint8Array.of(0))).toEqual({ data: new Uint8Array(0) });
    expect(encode(S, { data: new Uint8Array(0) })).toEqual(Uint8Array.of(0));
    expect(() => decode(S, Uint8Array.of(0x80))).toThrow(
      expect.objectContaining({ code: 'mismatch', path: 'twice', found: '-0' }),
    );
  });

  test('reports what it found, and where', () => {
    expect(() => encode(Crate, { eggs: new Uint8Array(13), rest: [] })).toThrow(
      expect.objectContaining({
        code: 'invalid-value',
        path: 'size',
        expected: 'what dozens of ./dozens.js writes',
        found: '13, no dozens',
      }),
    );
    expect(() => encode(Crate, { eggs: twelve, rest: [12, 7] })).toThrow(
      expect.objectContaining({ code: 'invalid-value', path: 'rest[1]', found: '7, no dozens' }),
    );
    expect(() => decode(Crate, new Uint8Array(0))).toThrow(
      expect.objectContaining({
        code: 'unexpected-end',
        offset: 0,
        path: 'size',
        expected: 'what dozens of ./dozens.js reads',
        found: 'the end',
      }),
    );
  });

  test('is named by its module if it is the default export', () => {
    const only = custom(external({ module: './dozens.js', export: 'default' }, dozens), { max: 1 });
    expect(() => encode(only, 7)).toThrow(
      expect.objectContaining({ expected: 'what ./dozens.js writes', found: '7, no dozens' }),
    );
  });

  test('is one part of a byte map', () => {
    const { root } = explain(struct('S', { a: u8, b: dozen }), Uint8Array.of(1, 2));
    expect(root.parts.map(({ path, offset, length, type }) => ({ path, offset, length, type }))).toEqual([
      { path: 'a', offset: 0, length: 1, type: 'u8' },
      { path: 'b', offset: 1, length: 1, type: 'dozens of ./dozens.js' },
    ]);
  });

  test('is in the IR by name only', () => {
    expect(JSON.parse(JSON.stringify(irOf(dozen).root))).toEqual({
      kind: 'custom',
      codec: { module: './dozens.js', export: 'dozens' },
      min: 1,
      max: 1,
      type: 'number',
    });
  });

  test('that reads to the end needs a region of its own', () => {
    const json: CustomCodec<unknown> = {
      read: (bytes) => ({ value: JSON.parse(new TextDecoder().decode(bytes)), byteLength: bytes.length }),
      write: (value) => new TextEncoder().encode(JSON.stringify(value)),
    };
    const node = custom(external({ module: './json.js', export: 'json' }, json));
    const Message = struct('Message', { size: derived(u8), body: node, mark: u8 }).where(($) => [
      $.size.is(byteLength($.body)),
    ]);
    const file = Uint8Array.of(7, ...new TextEncoder().encode('{"a":1}'), 9);
    expect(decode(Message, file)).toEqual({ body: { a: 1 }, mark: 9 });
    expect(encode(Message, { body: { a: 1 }, mark: 9 })).toEqual(file);
    const spaced = Uint8Array.of(8, ...new TextEncoder().encode('{"a": 1}'), 9);
    expect(() => decode(Message, spaced)).toThrow(
      expect.objectContaining({ code: 'invalid-value', offset: 1, path: 'body' }),
    );
  });
});

describe('rejects anything but a codec', () => {
  test.each([
    [
      'a codec without write',
      () => custom(external({ module: './a.js', export: 'a' }, { read: dozens.read } as CustomCodec<number>)),
      'read and write',
    ],
    [
      'a negative size',
      () => custom(name, { min: -1 }),
      'custom(): expected sizes in bytes with min no greater than max, found min -1 and max undefined',
    ],
    ['half a byte', () => custom(name, { min: 0.5 }), 'found min 0.5 and'],
    ['less at most than at least', () => custom(name, { min: 2, max: 1 }), 'found min 2 and max 1'],
  ])('%s is refused', (_, make, message) => {
    expect(make).toThrow(message);
  });

  test('rejects a derived field without a type', () => {
    const untyped = custom(name);
    const S = struct('S', { n: derived(untyped), b: bytes() }).where(($) => [$.n.is(byteLength($.b))]);
    expect(() => irOf(S)).toThrow(
      'S.n: a derived field is compared with its formula, so it must be a scalar',
    );
  });

  test('rejects another kind of value registered under its name', () => {
    const S = struct('S', { v: custom(external({ module: './later.js', export: 'later' }, dozens)) });
    external({ module: './later.js', export: 'later' }, () => 1);
    expect(() => decode(S, Uint8Array.of(1))).toThrow(
      'later of ./later.js: the schema uses it as a codec, but a function is registered',
    );
  });
});

describe('the laws of a schema that contains one', () => {
  laws(struct('Boxes', { first: dozen, region: sized(2, list(dozen, toEnd)) }));
});
