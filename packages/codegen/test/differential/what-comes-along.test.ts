import type { Node } from '@bytewright/schema-dsl';
import {
  byteLength,
  bytes,
  check,
  derived,
  firstOf,
  list,
  literal,
  on,
  prefix,
  preserve,
  struct,
  tagOf,
  u8,
  uleb128,
  union,
} from '@bytewright/schema-dsl';
import { afterAll, expect, test } from 'vitest';
import { hex } from './cases.js';
import { Codecs } from './codecs.js';
import { generatedText, Workshop } from './generate-code.js';
import { typeErrorsOf } from './type-check.js';

// Constants and derived fields that come along in one of two values which are compared by their content, and not in the other. The
// name of each is also that of a member that counts, so that only where it stands tells which one it is.

const workshop = new Workshop();
afterAll(() => workshop.remove());

type AnyNode = Node<unknown>;

const twice = (a: AnyNode, b: AnyNode = a): AnyNode =>
  struct('S', { a, b }).where(($) => [check($.a.eq($.b as never), 'the same twice')]);
const mirror = (node: AnyNode): AnyNode =>
  struct('S', { a: node, b: derived(node) }).where(($) => [$.b.is($.a as never)]);

const Marked = struct('Marked', { mark: literal(u8, 9), x: u8 });
const Outer = struct('Outer', { mark: u8, inner: Marked });
const Other = struct('Other', { mark: u8 });
const Chunk = struct('Chunk', {
  mark: derived(u8),
  body: union({ one: on(1, Marked), other: on(2, Other) }, { otherwise: Marked, raw: 'rest', rawTag: 'x' }),
}).where(($) => [$.mark.is(tagOf($.body))]);
const Flat = struct('Flat', {
  x: derived(u8),
  body: union({ one: on(1, Marked), two: on(2, u8) }, { tag: 'is', value: 'mark' }),
})
  .where(($) => [$.x.is(tagOf($.body))])
  .flat('body');
const Tree = struct('Tree', {
  label: u8,
  size: derived(u8),
  data: bytes(),
  get children(): AnyNode {
    return list(struct('Child', { size: u8, of: list(Tree as AnyNode, prefix(u8)) }), prefix(u8));
  },
}).where(($) => [$.size.is(byteLength($.data))]) as AnyNode;
const Kept = struct('Kept', { value: literal(u8, 5), n: preserve(uleb128(32)) });

const empty = new Uint8Array(0);
const tree = (size?: object, inner?: object): object => ({
  label: 1,
  data: Uint8Array.of(7),
  ...size,
  children: [{ size: 3, of: [{ label: 2, data: empty, ...inner, children: [] }] }],
});

/** A field's node, its bytes, and forms of its value: the first is what decoders give. */
const forms: Readonly<Record<string, readonly [node: AnyNode, text: string, values: readonly unknown[]]>> = {
  'a constant in a struct with a member of that name': [
    Outer,
    '01 0902',
    [
      { mark: 1, inner: { x: 2 } },
      { mark: 1, inner: { mark: 9, x: 2 } },
    ],
  ],
  'elements of lists': [
    list(Outer, prefix(u8)),
    '02 01 0902 03 0904',
    [
      [
        { mark: 1, inner: { x: 2 } },
        { mark: 3, inner: { x: 4 } },
      ],
      [
        { mark: 1, inner: { mark: 9, x: 2 } },
        { mark: 3, inner: { x: 4 } },
      ],
    ],
  ],
  'an arm': [
    Chunk,
    '01 0902',
    [
      { body: { type: 'one', value: { x: 2 } } },
      { body: { type: 'one', value: { mark: 9, x: 2 } } },
      { mark: 1, body: { type: 'one', value: { x: 2 } } },
    ],
  ],
  'the raw arm': [
    Chunk,
    '07 0902',
    [
      { body: { type: undefined, x: 7, rest: { x: 2 } } },
      { mark: 7, body: { type: undefined, x: 7, rest: { mark: 9, x: 2 } } },
    ],
  ],
  'alternatives that are merged in': [
    Flat,
    '01 0902',
    [
      { is: 'one', mark: { x: 2 } },
      { is: 'one', mark: { mark: 9, x: 2 } },
      { x: 1, is: 'one', mark: { x: 2 } },
    ],
  ],
  'ordered alternatives': [
    firstOf({ one: Marked, other: Other }),
    '0902',
    [
      { type: 'one', value: { x: 2 } },
      { type: 'one', value: { mark: 9, x: 2 } },
    ],
  ],
  'what contains itself': [
    Tree,
    '01 01 07 01 03 01 02 00 00',
    [tree(), tree({ size: 1 }), tree(undefined, { size: 0 }), tree({ size: 1 }, { size: 0 })],
  ],
};

test.each(Object.entries(forms))('counts as nothing: %s', async (_, [node, text, values]) => {
  const [checked, mirrored] = [twice(node), mirror(node)];
  const [checkedCodecs, mirroredCodecs] = [
    new Codecs(checked, await workshop.load([checked])),
    new Codecs(mirrored, await workshop.load([mirrored])),
  ];
  const encoded = { value: hex(text + text) };
  for (const a of values) {
    expect(mirroredCodecs.encodeAndBack({ a })).toStrictEqual(encoded);
    for (const b of values) {
      expect(checkedCodecs.encodeAndBack({ a, b })).toStrictEqual(encoded);
      expect(mirroredCodecs.encodeAndBack({ a, b })).toStrictEqual(encoded);
    }
  }
  expect(checkedCodecs.decode(hex(text + text))).toStrictEqual({ value: { a: values[0], b: values[0] } });
});

test('what counts still does, and is what the error tells', async () => {
  const node = twice(Outer);
  const codecs = new Codecs(node, await workshop.load([node]));
  expect(
    codecs.encode({ a: { mark: 1, inner: { mark: 9, x: 2 } }, b: { mark: 3, inner: { x: 2 } } }),
  ).toMatchObject({ error: { code: 'check-failed', path: 'b' } });
  const other = mirror(Outer);
  const mirrored = new Codecs(other, await workshop.load([other]));
  expect(
    mirrored.encode({ a: { mark: 1, inner: { mark: 9, x: 2 } }, b: { mark: 3, inner: { x: 2 } } }),
  ).toMatchObject({ error: { code: 'mismatch', path: 'b' } });
});

test('a number that keeps its bytes is not a struct with a constant of that name', async () => {
  const node = twice(Kept);
  const codecs = new Codecs(node, await workshop.load([node]));
  const [one, two] = [1, 2].map((value) => ({ value: 5, n: { value, byteLength: 2 } }));
  expect(codecs.encode({ a: one, b: one })).toStrictEqual({ value: hex('05 8100 05 8100') });
  expect(codecs.encode({ a: one, b: two })).toMatchObject({ error: { code: 'check-failed', path: 'b' } });
});

test('each side is what its own struct says', async () => {
  const node = twice(struct('A', { x: u8, mark: literal(u8, 9) }), struct('B', { x: u8, mark: u8 }));
  const codecs = new Codecs(node, await workshop.load([node]));
  // no decoder reads the first one with a mark
  expect(codecs.decode(hex('01 09 01 09'))).toMatchObject({ error: { code: 'check-failed' } });
  expect(codecs.encode({ a: { x: 1, mark: 9 }, b: { x: 1, mark: 9 } })).toMatchObject({
    error: { code: 'check-failed', path: 'b' },
  });
  const same = { x: 1, mark: 9 };
  expect(codecs.encode({ a: same, b: same })).toMatchObject({ error: { code: 'check-failed' } });
});

test('and the compiler finds no fault with the code', () => {
  const schemas = Object.values(forms).flatMap(([node]) => [twice(node), mirror(node)]);
  expect(typeErrorsOf(schemas.map((schema) => generatedText([schema])))).toEqual([]);
});
