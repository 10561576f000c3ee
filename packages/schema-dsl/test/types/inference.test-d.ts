import { expectTypeOf, test } from 'vitest';
import type { bool, Infer, Node } from '../../src/index.js';
import {
  at,
  byteLength,
  bytes,
  check,
  count,
  derived,
  endsWith,
  firstOf,
  i16be,
  i64le,
  list,
  literal,
  lookahead,
  on,
  optional,
  parameter,
  peek,
  prefix,
  presence,
  reserved,
  since,
  sized,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u32le,
  u64be,
  union,
} from '../../src/index.js';

test('infers plain values', () => {
  expectTypeOf<Infer<typeof u8>>().toEqualTypeOf<number>();
  expectTypeOf<Infer<typeof u64be>>().toEqualTypeOf<bigint>();
  expectTypeOf<Infer<typeof bool>>().toEqualTypeOf<boolean>();
  const text = string(prefix(u8), 'ascii');
  expectTypeOf<Infer<typeof text>>().toEqualTypeOf<string>();
  const data = bytes(4);
  expectTypeOf<Infer<typeof data>>().toEqualTypeOf<Uint8Array>();
});

test('lists of plain integers are typed arrays', () => {
  const a = list(u16be, 3);
  expectTypeOf<Infer<typeof a>>().toEqualTypeOf<Uint16Array>();
  const b = list(i64le, prefix(u8));
  expectTypeOf<Infer<typeof b>>().toEqualTypeOf<BigInt64Array>();
  const c = list(string(prefix(u8)), endsWith(literal(u8, 0)));
  expectTypeOf<Infer<typeof c>>().toEqualTypeOf<string[]>();
});

test('hidden fields are not in the value', () => {
  const S = struct('S', {
    magic: literal(u8, 1),
    n: derived(u8),
    next: peek(u8),
    items: list(u8),
    seen: lookahead(u8),
    mark: presence(literal(u8, 2)),
  }).where(($) => [$.n.is(count($.items))]);
  expectTypeOf<Infer<typeof S>>().toEqualTypeOf<{ items: Uint8Array; seen: boolean; mark: boolean }>();
});

test('infers the tag of a union inside a region', () => {
  const S = struct('S', {
    kind: derived(u8),
    name: derived(string(1)),
    body: sized(toEnd, union({ word: on(1, u16be), text: on(2, string(toEnd)) })),
    crc: u8,
  });
  S.where(($) => [$.kind.is(tagOf($.body))]);
  // @ts-expect-error the tags are numbers
  S.where(($) => [$.name.is(tagOf($.body))]);
});

test('unions are correlated with their tags', () => {
  const S = struct('S', {
    kind: derived(u8),
    body: union({ word: on(1, u16be), text: on(2, string(toEnd)) }, { tag: 'kindName', value: 'data' }),
  })
    .where(($) => [$.kind.is(tagOf($.body))])
    .flat('body');
  const value = {} as Infer<typeof S>;
  if (value.kindName === 'word') expectTypeOf(value.data).toEqualTypeOf<number>();
  else expectTypeOf(value.data).toEqualTypeOf<string>();

  const Raw = struct('Raw', {
    kind: derived(string(4, 'ascii')),
    body: union({ TEXT: string(toEnd) }, { otherwise: bytes(toEnd), raw: 'payload', rawTag: 'name' }),
  })
    .where(($) => [$.kind.is(tagOf($.body))])
    .flat('body');
  const raw = {} as Infer<typeof Raw>;
  if (raw.type === undefined) {
    expectTypeOf(raw.payload).toEqualTypeOf<Uint8Array>();
    expectTypeOf(raw.name).toEqualTypeOf<string>();
    // @ts-expect-error the raw arm has no value
    raw.value;
  } else expectTypeOf(raw.value).toEqualTypeOf<string>();
});

test('infers alternatives, wrappers and recursion', () => {
  const Tree = struct('Tree', {
    v: u8,
    n: derived(u8),
    get kids() {
      return list(Tree);
    },
    get left() {
      return optional(Tree, undefined);
    },
  }).where(($) => [$.n.is(count($.kids))]);
  const tree = {} as Infer<typeof Tree>;
  expectTypeOf(tree.kids[0]?.kids[0]?.v).toEqualTypeOf<number | undefined>();
  expectTypeOf(tree.left?.left?.v).toEqualTypeOf<number | undefined>();

  const S = struct('S', {
    first: firstOf({ a: u8, b: string(2) }),
    inner: sized(4, struct('Inner', { x: u32le })),
  });
  const value = {} as Infer<typeof S>;
  if (value.first.type === 'a') expectTypeOf(value.first.value).toEqualTypeOf<number>();
  expectTypeOf(value.inner).toEqualTypeOf<{ x: number }>();
});

test('wrong relations do not compile', () => {
  const S = struct('S', {
    n: derived(u8),
    name: string(prefix(u8)),
    data: bytes(),
    inner: sized(2, struct('Inner', { x: u16be })),
  });
  S.where(($) => [$.n.is(byteLength($.data)), check($.inner.$.x.lt(5)), check($.name.eq('a'))]);
  // @ts-expect-error no such field
  S.where(($) => [$.nope.is(1)]);
  // @ts-expect-error a number against text
  S.where(($) => [check($.n.eq('x'))]);
  // @ts-expect-error no such field inside
  S.where(($) => [check($.inner.$.y.eq(1))]);
  // @ts-expect-error text has no arithmetic truth
  S.where(($) => [check($.name)]);
  // @ts-expect-error a condition is not a size
  bytes(u8);
  // @ts-expect-error a constant of another type
  literal(u8, 'a');
  // @ts-expect-error an integer-like name
  struct('Bad', { 2: u8 });
  // @ts-expect-error text cannot be a prefix
  prefix(string(2));
  list(i16be, 3);
});

test('documentation does not affect types, and examples have the type of the value', () => {
  const Pulse = struct('Pulse', {
    width: u16be.unit('ms').deprecated('use `ticks`').source('section 3').example(1),
    ticks: u64be.example(1n),
    length: derived(u8.unit('bytes')).doc('Derived.'),
    data: bytes(),
  })
    .where(($) => [$.length.is(byteLength($.data))])
    .example({ width: 1, ticks: 2n, data: new Uint8Array(0) });
  expectTypeOf<Infer<typeof Pulse>>().toEqualTypeOf<{ width: number; ticks: bigint; data: Uint8Array }>();
  // @ts-expect-error a bigint is not an example of a number
  u16be.example(1n);
  // @ts-expect-error a derived field is in no example
  Pulse.example({ width: 1, ticks: 2n, length: 0, data: new Uint8Array(0) });
  // a list of a number with a unit is still a typed array
  expectTypeOf(list(u16be.unit('mV'))).toExtend<Node<Uint16Array>>();
});

test('an alternative that is a constant has the type of exactly that constant', () => {
  const End = firstOf({
    zero: literal(u8, 0),
    text: literal(string(2), 'ok'),
    bytes: literal(bytes(2), 'cafe'),
  });
  expectTypeOf<Infer<typeof End>>().toEqualTypeOf<
    { type: 'zero'; value: 0 } | { type: 'text'; value: 'ok' } | { type: 'bytes'; value: Uint8Array }
  >();
});

test('members that may be undefined may be omitted, through any wrapper', () => {
  const S = struct('S', {
    a: u8,
    plain: optional(u16be),
    placed: at(8, optional(u8)),
    regioned: sized(2, optional(u16be)),
    documented: optional(u8).doc('a note').unit('ms'),
    later: since(parameter('version', u8), 2, struct('Inner', { x: u8, y: optional(u8) })),
    spare: reserved(2),
    hidden: derived(optional(u8)),
    items: list(struct('Item', { n: u8 }), toEnd),
  });
  interface Expected {
    a: number;
    plain?: number | undefined;
    placed?: number | undefined;
    regioned?: number | undefined;
    documented?: number | undefined;
    later?: { x: number; y?: number | undefined } | undefined;
    spare?: Uint8Array | undefined;
    items: { n: number }[];
  }
  expectTypeOf<Infer<typeof S>>().toEqualTypeOf<Expected>();
  const leftOut: Infer<typeof S> = { a: 1, items: [] };
  const undefinedOnes: Infer<typeof S> = { a: 1, plain: undefined, later: { x: 1, y: undefined }, items: [] };
  expectTypeOf(leftOut).toExtend<Infer<typeof S>>();
  expectTypeOf(undefinedOnes).toExtend<Infer<typeof S>>();
  // @ts-expect-error a field that is always there
  const without: Infer<typeof S> = { items: [] };
  // @ts-expect-error a key that the struct does not have
  const misspelt: Infer<typeof S> = { a: 1, items: [], plian: 2 };
  void [without, misspelt];
});

test('the tag of a union may never be omitted', () => {
  const S = struct('S', { kind: u8, body: union({ a: on(1, u8) }, { otherwise: bytes(toEnd) }) }).flat(
    'body',
  );
  // @ts-expect-error only the tag tells that no arm is meant
  const untagged: Infer<typeof S> = { kind: 9, value: new Uint8Array(0) };
  void untagged;
  expectTypeOf<Infer<typeof S>>().toExtend<{ kind: number; type: 'a' | undefined }>();
});
