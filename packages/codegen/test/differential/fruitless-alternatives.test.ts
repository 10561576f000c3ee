import type { Node } from '@bytewright/schema-dsl';
import {
  bool,
  bytes,
  derived,
  firstOf,
  list,
  literal,
  on,
  optional,
  parameter,
  prefix,
  search,
  struct,
  toEnd,
  u8,
  u16be,
  u32be,
  union,
  until,
} from '@bytewright/schema-dsl';
import { afterAll, expect, test } from 'vitest';
import { Codecs } from './codecs.js';
import { Workshop } from './generate-code.js';

const workshop = new Workshop();
afterAll(() => workshop.remove());

const zero = literal(u8, 0);
const Small = struct('Small', { mark: u8 });
const Far = struct('Far', { mark: literal(u8, 1), data: bytes(8191), end: literal(u8, 2) });
const Text = struct('Text', { data: bytes(until(zero)), end: zero });
const Sized = struct('Sized', { size: u16be, data: bytes(prefix(u32be)), end: literal(u8, 2) });
const long = parameter('long', bool);
const Long = struct('Long', {
  mark: literal(u8, 1),
  data: bytes(long.choose(8191, 0)),
  end: derived(optional(literal(u8, 2), long)),
});
const Item = struct('Item', {
  kind: u8,
  body: union(
    { far: on(1, Far), long: on(1, search(long, [true, false], Long)), text: on(0, Text) },
    { otherwise: u8, fallback: 'no arm fits', followedBy: [literal(u16be, 0x0101), literal(u8, 1)] },
  ),
}).where(($) => [$.body.tag($.kind)]);

const schemas: Readonly<Record<string, () => Node<unknown>>> = {
  'alternatives of a known size': () =>
    struct('S', { all: list(firstOf({ far: Far, small: Small }), toEnd) }),
  'alternatives that search for their end': () =>
    struct('S', { all: list(firstOf({ text: Text, small: Small }), toEnd) }),
  'alternatives without a known first byte': () =>
    struct('S', { all: list(firstOf({ sized: Sized, small: Small }), toEnd) }),
  searches: () => struct('S', { all: list(search(long, [true, false], Long), toEnd) }),
  'alternatives within one another': () =>
    struct('S', {
      all: list(
        firstOf({ nested: struct('Nested', { a: firstOf({ far: Far, text: Text }) }), small: Small }),
        toEnd,
      ),
    }),
  'arms of a union, with searches among them': () => struct('S', { all: list(Item, toEnd) }),
};

/** Inputs of which each element makes a large attempt, and those that make none. */
const inputs: readonly Uint8Array[] = [
  new Uint8Array(20_000).fill(1),
  new Uint8Array(20_000),
  Uint8Array.from({ length: 20_000 }, (_, i) => (i % 5 === 0 ? 0 : 1)),
  Uint8Array.from({ length: 20_000 }, (_, i) => (i > 19_000 && i % 3 === 0 ? 0 : 1)),
  Uint8Array.from({ length: 20_000 }, (_, i) => (i % 7 === 6 ? 200 : 0)),
];

// the interpreter and the generated code count the same bytes, so that they give up at the same element
test.each(Object.entries(schemas))('attempts in vain are paid for alike: %s', async (name, schema) => {
  const node = schema();
  const codecs = new Codecs(node, await workshop.load([node]));
  const outcomes = inputs.map((input) => codecs.decode(input));
  // what has something to fall back on takes that instead
  expect(outcomes.some((outcome) => JSON.stringify(outcome).includes('"limit-exceeded"'))).toBe(
    name !== 'arms of a union, with searches among them',
  );
});
