import {
  bits,
  bool,
  byteLength,
  bytes,
  check,
  count,
  crc32,
  derived,
  firstOf,
  flags,
  list,
  literal,
  lsb0,
  on,
  optional,
  padding,
  peek,
  prefix,
  present,
  preserve,
  reserved,
  span,
  string,
  struct,
  tagOf,
  u8,
  u16be,
  u32be,
  u64be,
  ubits,
  uleb128,
  union,
} from '@bytewright/schema-dsl';
import { afterAll, describe, expect, test } from 'vitest';
import { hex } from './cases.js';
import { Codecs } from './codecs.js';
import { Workshop } from './generate-code.js';

// What values may have beside what the schema's type says, and what they may lack: by interpreter and generated code.

const workshop = new Workshop();
afterAll(() => workshop.remove());

const Point = struct('Point', { x: u8, y: u8 });

const Message = struct('Message', {
  mark: literal(u16be, 0xcafe),
  length: derived(u8),
  items: derived(u64be),
  text: string(),
  data: list(u8),
  hasNote: derived(bool),
  note: optional(Point),
}).where(($) => [$.length.is(byteLength($.text)), $.items.is(count($.data)), $.hasNote.is(present($.note))]);

const Everything = struct('Everything', {
  access: flags(u8, { read: 0, write: 1 }),
  strict: flags(u8, { on: 7 }, { strict: true }),
  id: preserve(uleb128(32)),
  word: bits('Word', u8, { low: ubits(4), fixed: literal(ubits(4), 5) }, lsb0),
  pad: padding(1),
  spare: reserved(1),
  points: list(Point, prefix(u8)),
  kind: u8,
  body: union({ byte: on(1, u8), point: on(2, Point) }, { otherwise: bytes(2), raw: 'rest' }),
  code: derived(u8),
  tagged: union({ many: on([1, 2], u8), one: on(3, Point) }, { otherwise: u8, rawTag: 'tag' }),
  first: firstOf({ low: literal(u8, 1), other: u8 }),
  crc: derived(u32be),
}).where(($) => [$.body.tag($.kind), $.code.is(tagOf($.tagged)), $.crc.is(crc32(span($.access, $.first)))]);

const Flat = struct('Flat', {
  size: derived(u8),
  kind: derived(u8),
  body: union({ a: on(1, Point), b: on(2, u8) }, { tag: 'kind', otherwise: bytes(2), rawTag: 'code' }),
  last: optional(u8),
})
  .where(($) => [$.kind.is(tagOf($.body)), $.size.is(byteLength($.body)), $.last.presentWhen($.size.gt(1))])
  .flat('body');

type Schema = Parameters<typeof workshop.load>[0][number];
const known = new Map<Schema, Promise<Codecs>>();

/** Both codecs of a schema, made once. */
function codecsOf(schema: Schema): Promise<Codecs> {
  const made = known.get(schema) ?? workshop.load([schema]).then((module) => new Codecs(schema, module));
  known.set(schema, made);
  return made;
}

describe('a struct', () => {
  const value = { text: 'hi', data: Uint8Array.of(1, 2, 3), note: undefined };
  const written = 'cafe 02 0000000000000003 6869 010203 00';

  test('takes what is undefined left out, and fields that follow from it as they are', async () => {
    const codecs = await codecsOf(Message);
    const { note: _, ...without } = value;
    const along = { mark: 0xcafe, length: 2, items: 3n, hasNote: false };
    for (const form of [
      value,
      without,
      { ...without, ...along },
      { ...along, ...value },
      { items: 3n, ...value },
    ])
      expect(codecs.encodeAndBack(form)).toStrictEqual({ value: hex(written) });
    expect(codecs.decode(hex(written))).toStrictEqual({ value });
    expect(codecs.encode({ ...value, note: { x: 1, y: 2 }, hasNote: true })).toStrictEqual({
      value: hex(written.replace(/00$/, '01 0102')),
    });
  });

  test.each<readonly [string, object, object]>([
    [
      'a misspelt key',
      { dta: 1 },
      { code: 'unknown-key', offset: undefined, path: 'dta', found: '"dta"; did you mean data?' },
    ],
    ['a key that holds undefined', { dta: undefined }, { code: 'unknown-key', path: 'dta' }],
    [
      'a stale length',
      { length: 999 },
      { code: 'mismatch', offset: 2, path: 'length', expected: '2', found: '0x3e7 (999)' },
    ],
    ['a length of another type', { length: '2' }, { code: 'mismatch', offset: 2, path: 'length' }],
    ['a length of undefined', { length: undefined }, { code: 'mismatch', offset: 2, found: 'undefined' }],
    ['constant changed', { mark: 1 }, { code: 'mismatch', offset: 0, path: 'mark' }],
    ['a number for a bigint', { items: 3 }, { code: 'mismatch', offset: 3, path: 'items', expected: '3n' }],
    ['both', { length: 999, dta: 1 }, { code: 'unknown-key', path: 'dta' }],
    ['an unknown key below', { note: { x: 1, z: 2 } }, { code: 'unknown-key', path: 'note.z' }],
    ['a missing key below', { note: { x: 1 } }, { code: 'wrong-type', path: 'note.y' }],
    [
      'an unknown key, and a missing one',
      { text: undefined, txt: 'hi' },
      { code: 'unknown-key', path: 'txt' },
    ],
  ])('refuses %s', async (_, extra, error) => {
    const codecs = await codecsOf(Message);
    expect(codecs.encode({ ...value, ...extra })).toMatchObject({ error });
  });

  test('of optional fields is not bytes, no list and no map', async () => {
    const codecs = await codecsOf(
      struct('Loose', { spare: reserved(1), next: peek(u8), a: optional(u8) }).where(($) => [
        $.a.presentWhen($.next.eq(7)),
      ]),
    );
    expect(codecs.encode({})).toStrictEqual({ value: hex('00') });
    for (const other of [new Uint8Array(0), Uint8Array.of(1), [], new Map(), new Date(0), new ArrayBuffer(1)])
      expect(codecs.encode(other)).toMatchObject({ error: { code: 'wrong-type', path: '' } });
  });
});

describe('all objects of a value', () => {
  const value = {
    access: { read: true, write: false, unknown: 0 },
    strict: { on: true },
    id: { value: 1, byteLength: 2 },
    word: { low: 3 },
    spare: undefined,
    points: [{ x: 1, y: 2 }],
    kind: 2,
    body: { type: 'point', value: { x: 3, y: 4 } },
    tagged: { type: 'many', tag: 2, value: 9 },
    first: { type: 'other', value: 7 },
  };

  test('are taken as they are, and with all that follows from them', async () => {
    const codecs = await codecsOf(Everything);
    const { value: encoded } = codecs.encodeAndBack(value) as { value: Uint8Array };
    expect(Buffer.from(encoded.subarray(0, -4)).toString('hex')).toBe(
      '018081005300000101020203040209' + '07',
    );
    const crc = new DataView(encoded.buffer).getUint32(encoded.length - 4);
    const { spare: _, ...without } = value;
    const form = { ...without, word: { low: 3, fixed: 5 }, code: 2, crc };
    expect(codecs.encode(form)).toStrictEqual({ value: encoded });
    expect(codecs.encode({ ...value, crc: crc + 1 })).toMatchObject({
      error: { code: 'mismatch', offset: encoded.length - 4, path: 'crc' },
    });
  });

  test.each<readonly [string, object, object]>([
    [
      'flags',
      { access: { ...value.access, exec: true } },
      { code: 'unknown-key', offset: 0, path: 'access.exec' },
    ],
    [
      'strict flags',
      { strict: { on: true, unknown: 0 } },
      { code: 'unknown-key', offset: 1, path: 'strict.unknown' },
    ],
    [
      'an integer with its padding',
      { id: { ...value.id, size: 2 } },
      { code: 'unknown-key', path: 'id.size' },
    ],
    ['bits', { word: { low: 3, high: 5 } }, { code: 'unknown-key', offset: 4, path: 'word.high' }],
    ['constant bits', { word: { low: 3, fixed: 6 } }, { code: 'mismatch', offset: 4, path: 'word.fixed' }],
    ['padding', { pad: undefined }, { code: 'unknown-key', path: 'pad' }],
    ['elements', { points: [{ x: 1, y: 2, z: 3 }] }, { code: 'unknown-key', offset: 8, path: 'points[0].z' }],
    ['a union', { body: { ...value.body, rest: hex('0102') } }, { code: 'unknown-key', path: 'body.rest' }],
    [
      'its raw arm',
      { kind: 9, body: { type: undefined, value: 1 } },
      { code: 'unknown-key', path: 'body.value' },
    ],
    ['no tag', { kind: 9, body: { rest: hex('0102') } }, { code: 'unknown-tag', path: 'body.type' }],
    [
      'an arm without a tag of its own',
      { tagged: { type: 'one', tag: 3, value: value.body.value } },
      { code: 'unknown-key', path: 'tagged.tag' },
    ],
    ['the tag that is kept', { tagged: { type: 'many', value: 9 } }, { code: 'wrong-type', path: 'code' }],
    ['an unknown tag', { body: { type: 'none', value: 1 } }, { code: 'unknown-tag', path: 'body.type' }],
    [
      'alternatives',
      { first: { type: 'other', value: 7, more: 1 } },
      { code: 'unknown-key', path: 'first.more' },
    ],
  ])('have no keys of another kind: %s', async (_, part, error) => {
    const codecs = await codecsOf(Everything);
    expect(codecs.encode({ ...value, ...part })).toMatchObject({ error });
  });

  test('where a union is merged, as its arm has them', async () => {
    const codecs = await codecsOf(Flat);
    const byte = { kind: 'b', value: 5 };
    for (const form of [byte, { ...byte, last: undefined }, { ...byte, size: 1 }, { size: 1, ...byte }])
      expect(codecs.encodeAndBack(form)).toStrictEqual({ value: hex('01 02 05') });
    const raw = { kind: undefined, code: 9, value: hex('0708'), last: 3 };
    expect(codecs.encodeAndBack(raw)).toStrictEqual({ value: hex('02 09 0708 03') });
    const { kind: _, ...untagged } = raw;
    expect(codecs.encode(untagged)).toMatchObject({ error: { code: 'unknown-tag', path: 'kind' } });
    expect(codecs.encode({ ...byte, code: 2 })).toMatchObject({
      error: { code: 'unknown-key', path: 'code' },
    });
    expect(codecs.encode({ ...byte, body: 2 })).toMatchObject({
      error: { code: 'unknown-key', path: 'body' },
    });
    expect(codecs.encode({ ...byte, size: 2 })).toMatchObject({
      error: { code: 'mismatch', offset: 0, path: 'size' },
    });
  });
});

describe('contents that are compared', () => {
  const Named = struct('Named', { mark: literal(u8, 7), size: derived(u8), text: string() }).where(($) => [
    $.size.is(byteLength($.text)),
  ]);
  // of a struct whose optional member has the name of another one's length
  const Sized = struct('Sized', { has: derived(bool), size: optional(u8) }).where(($) => [
    $.has.is(present($.size)),
  ]);

  test('are equal where one of them has constants and lengths with it', async () => {
    const Mirror = struct('Mirror', {
      names: list(Named, 2),
      copy: list(Named, 2),
      again: derived(list(Named, 2)),
    }).where(($) => [$.again.is($.names), check($.names.eq($.copy), 'both are the same')]);
    const codecs = await codecsOf(Mirror);
    const bare = [{ text: 'ab' }, { text: '' }];
    const full = [
      { mark: 7, size: 2, text: 'ab' },
      { size: 0, text: '' },
    ];
    const bytes = hex('0702 6162 0700'.repeat(3));
    for (const value of [
      { names: bare, copy: bare },
      { names: full, copy: bare },
      { names: bare, copy: full },
      { names: bare, copy: bare, again: full },
      { names: full, copy: bare, again: bare },
    ])
      expect(codecs.encodeAndBack(value)).toStrictEqual({ value: bytes });
    const other = [{ text: 'ab' }, { text: 'c' }];
    expect(codecs.encode({ names: full, copy: other })).toMatchObject({ error: { code: 'check-failed' } });
    expect(codecs.encode({ names: bare, copy: bare, again: other })).toMatchObject({
      error: { code: 'mismatch', path: 'again' },
    });
    const stale = [{ size: 1, text: 'ab' }, { text: '' }];
    expect(codecs.encode({ names: bare, copy: stale })).toMatchObject({
      error: { code: 'mismatch', path: 'copy[0].size' },
    });
  });

  test('differ in a member that may be left out, whatever has its name elsewhere', async () => {
    const Both = struct('Both', { name: Named, size: Sized });
    const Pair = struct('Pair', {
      left: Both,
      right: Both,
    }).where(($) => [check($.left.eq($.right), 'both are the same')]);
    const codecs = await codecsOf(Pair);
    const one = { name: { text: 'a' }, size: { size: 1 } };
    expect(codecs.encodeAndBack({ left: one, right: one })).toStrictEqual({
      value: hex('070161 0101'.repeat(2)),
    });
    expect(codecs.encode({ left: one, right: { name: { text: 'a' }, size: {} } })).toMatchObject({
      error: { code: 'check-failed' },
    });
  });
});
