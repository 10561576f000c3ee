import { budgetFor } from '@bytewright/runtime/codec';
import type { Node } from '@bytewright/schema-dsl';
import {
  bool,
  bytes,
  list,
  literal,
  on,
  optional,
  parameter,
  prefix,
  processed,
  search,
  struct,
  toEnd,
  u8,
  u16be,
  u32be,
  union,
  until,
  xor,
} from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Codecs } from './codecs.js';
import { generatedText } from './generate-code.js';
import { CountedCodecs } from './linear/work.js';
import { loadModule } from './load-module.js';

/** A schema's two codecs, made when they are first asked for. */
function codecsOf(make: () => Node<unknown>): () => Codecs {
  let made: Codecs | undefined;
  return () => {
    if (made === undefined) {
      const schema = make();
      made = new Codecs(schema, loadModule(generatedText([schema])));
    }
    return made;
  };
}

interface Item {
  readonly kind: number;
  readonly arm: string | undefined;
}
type Items = readonly Item[];

/** Decodes by both readings, which also hold that the value encodes to the same bytes. */
function decoded<T>(codecs: Codecs, input: Uint8Array): T {
  const outcome = codecs.decode(input);
  if (!('value' in outcome)) expect.fail(JSON.stringify(outcome));
  return outcome.value as T; // what the schema says
}

/** An item takes two bytes where it falls back, and many where it is what it says. */
const SIZE = 5000;
/** What an attempt to read an item costs that fails at its last byte. */
const COST = SIZE - 2;

const wide = parameter('wide', bool);
const Far = struct('Far', { data: bytes(COST), end: literal(u8, 11) });
/** An item with one more byte, or without: which of both is searched for. */
const Wide = struct('Wide', { data: bytes(COST), more: optional(u8, wide), end: literal(u8, 12) });
const fallBack = { tag: 'arm', otherwise: u8, fallback: 'no arm fits' } as const;
const Simple = struct('Simple', {
  kind: u8,
  body: union({ far: on(1, Far), wide: on(2, search(wide, [true, false], Wide)) }, fallBack),
})
  .where(($) => [$.body.tag($.kind)])
  .flat('body');
/** Items within an item. */
const Pair = struct('Pair', { first: Simple, second: Simple, end: literal(u8, 13) });
const Item = struct('Item', {
  kind: u8,
  body: union(
    { far: on(1, Far), wide: on(2, search(wide, [true, false], Wide)), pair: on(3, Pair) },
    fallBack,
  ),
})
  .where(($) => [$.body.tag($.kind)])
  .flat('body');

const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

/** An item that is what it says. Of a wide one, an attempt is made in vain that looks at all of it. */
function sound(kind: number): Uint8Array {
  if (kind === 3) return join(Uint8Array.of(3), sound(2), sound(1), Uint8Array.of(13));
  const item = new Uint8Array(SIZE);
  item[0] = kind;
  item[SIZE - 1] = kind + 10;
  return item;
}

/** Items that are not what they say. */
const damaged = (count: number, kind = 1): Uint8Array =>
  Uint8Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? kind : 9));

const armsOf = (items: Items): readonly (string | undefined)[] => items.map(({ arm }) => arm);
const fallen = (count: number): readonly undefined[] => new Array<undefined>(count).fill(undefined);

/** So many damaged items that what the budget has left does not cover another attempt. */
function most(input: (count: number) => Uint8Array): number {
  let count = 0;
  while (budgetFor(input(count + 1).length) >= (count + 1) * COST) count++;
  return count;
}

describe('items with something to fall back on', () => {
  const codecs = codecsOf(() => struct('S', { items: list(Item, toEnd) }));
  const arms = (input: Uint8Array): readonly (string | undefined)[] =>
    armsOf(decoded<{ items: Items }>(codecs(), input).items);

  test('are what they say as long as attempts in vain are paid for', () => {
    const input = join(damaged(20), sound(1), sound(2), sound(3), sound(1));
    expect(arms(input)).toEqual([...fallen(20), 'far', 'wide', 'pair', 'far']);
  });

  test('fall back once these have used up the budget, whatever they are, and nothing is refused', () => {
    const behind = join(sound(1), sound(1));
    const count = most((n) => join(damaged(n), behind));
    expect(arms(join(damaged(count), behind))).toEqual([...fallen(count), 'far', 'far']);
    expect(arms(join(damaged(count + 1), behind))).toEqual(fallen(count + 1 + SIZE));
  });

  test('fall back where what fits would try more in vain than is left', () => {
    const count = most((n) => join(damaged(n), sound(2), sound(1)));
    expect(arms(join(damaged(count - 1), sound(2), sound(1)))).toEqual([...fallen(count - 1), 'wide', 'far']);
    expect(arms(join(damaged(count), sound(2), sound(1)))).toEqual(fallen(count + SIZE));
    // the same one level down
    const pairs = most((n) => join(damaged(n), sound(3), sound(1)));
    expect(arms(join(damaged(pairs - 1), sound(3), sound(1))).slice(pairs - 1)).toEqual(['pair', 'far']);
    expect(arms(join(damaged(pairs), sound(3), sound(1)))).toEqual(fallen(pairs + SIZE + 1 + SIZE / 2));
  });

  test('are ambiguous in a value that says otherwise than a decoder', () => {
    const count = most((n) => join(damaged(n), sound(1), sound(1)));
    const input = join(damaged(3), sound(1), damaged(count), sound(1));
    const { items } = decoded<{ items: Items }>(codecs(), input);
    expect(armsOf(items)).toEqual([...fallen(3), 'far', ...fallen(count + SIZE / 2)]);
    const verbatim = Array.from({ length: SIZE / 2 }, (_, i) => ({ ...items.at(i - SIZE / 2) }));
    const far = items[3];
    // the first could still be told, the last no longer
    const first = { items: [...items.slice(0, 3), ...verbatim, ...items.slice(4)] };
    const last = { items: [...items.slice(0, -SIZE / 2), far] };
    const error = {
      code: 'ambiguous',
      found: expect.stringMatching(/^bytes .*, which a decoder would read otherwise$/),
    };
    expect(codecs().encode(first)).toMatchObject({ error: { ...error, path: 'items[3]', offset: 7 } });
    expect(codecs().encode(last)).toMatchObject({ error: { ...error, path: `items[${4 + count}]` } });
  });

  test('are kept byte for byte in any order', () => {
    const part = fc.oneof(
      { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 10, max: 40 }), fc.constantFrom(1, 2, 3)) },
      fc.tuple(fc.constant(0), fc.constantFrom(1, 2, 3)),
    );
    let [whole, spent] = [0, 0];
    fc.assert(
      fc.property(fc.array(part, { minLength: 3, maxLength: 8 }), (parts) => {
        const input = join(
          ...parts.map(([count, kind]) => (count === 0 ? sound(kind) : damaged(count, kind))),
        );
        const found = arms(input);
        if (found.some((arm) => arm !== undefined)) whole++;
        if (found.length > 2500) spent++;
      }),
      { numRuns: 6, seed: 1 },
    );
    expect(whole).toBeGreaterThan(2);
    expect(spent).toBeGreaterThan(0);
  });
});

test('searches within one another are paid for once a combination', () => {
  const deep = parameter('deep', bool);
  const Twice = struct('Twice', {
    data: bytes(COST),
    more: optional(u8, wide),
    extra: optional(u8, deep),
    end: literal(u8, 14),
  });
  const Searched = struct('Searched', {
    kind: u8,
    body: union(
      { far: on(1, Far), twice: on(4, search(deep, [true, false], search(wide, [true, false], Twice))) },
      fallBack,
    ),
  })
    .where(($) => [$.body.tag($.kind)])
    .flat('body');
  const codecs = codecsOf(() => struct('S', { items: list(Searched, toEnd) }))();
  // with both bytes, with either, with none: up to the byte that should be the end
  const cost = COST + 2 + 2 * (COST + 1) + COST;
  const input = (count: number): Uint8Array => join(damaged(count, 4), sound(1));
  let count = 0;
  while (budgetFor(input(count + 1).length) >= (count + 1) * cost) count++;
  const arms = (n: number): readonly (string | undefined)[] =>
    armsOf(decoded<{ items: Items }>(codecs, input(n)).items);
  expect(count).toBeGreaterThan(4);
  expect(arms(count)).toEqual([...fallen(count), 'far']);
  expect(arms(count + 1)).toEqual(fallen(count + 1 + SIZE / 2));
});

test('regions of changed bytes spend in the order of decoding', () => {
  const Inner = struct('Inner', { items: list(Simple, toEnd) });
  const codecs = codecsOf(() =>
    struct('S', {
      before: list(Simple, prefix(u8)),
      region: processed(xor(0xff), prefix(u32be), Inner),
      after: list(Simple, toEnd),
    }),
  );
  const input = (count: number): Uint8Array => {
    const inner = join(damaged(count), sound(1));
    const size = Uint8Array.of(0, 0, inner.length >> 8, inner.length & 255);
    const before = join(Uint8Array.of(21), damaged(20), sound(1));
    return join(
      before,
      size,
      inner.map((byte) => byte ^ 0xff),
      damaged(1),
      sound(1),
    );
  };
  type Value = { before: Items; region: { items: Items }; after: Items };
  const count = most((n) => input(n - 20)) - 20;
  const found = (n: number): readonly (readonly (string | undefined)[])[] => {
    const { before, region, after } = decoded<Value>(codecs(), input(n));
    return [before, region.items, after].map(armsOf);
  };
  const before = [...fallen(20), 'far'];
  expect(found(count - 1)).toEqual([before, [...fallen(count - 1), 'far'], [undefined, 'far']]);
  expect(found(count)).toEqual([before, [...fallen(count), 'far'], fallen(1 + SIZE / 2)]);
  expect(found(count + 1)).toEqual([before, fallen(count + 1 + SIZE / 2), fallen(1 + SIZE / 2)]);
});

test('a region that is not what its value says is told at its place', () => {
  const Inner = struct('Inner', { items: list(Simple, toEnd) });
  const schema = struct('S', { mark: u8, region: processed(xor(1), toEnd, Inner) });
  const verbatim = Array.from({ length: SIZE / 2 }, (_, i) => ({ kind: 0, arm: undefined, payload: i }));
  const codecs = codecsOf(() => schema)();
  const { region } = decoded<{ region: { items: Items } }>(
    codecs,
    join(
      Uint8Array.of(7),
      join(damaged(2), sound(1)).map((byte) => byte ^ 1),
    ),
  );
  expect(armsOf(region.items)).toEqual([undefined, undefined, 'far']);
  const [one, two, far] = region.items;
  const raw = Object.keys(one ?? {}).find((key) => !['kind', 'arm'].includes(key)) ?? '';
  const zeros = verbatim.map(() => ({ kind: 0, arm: undefined, [raw]: 0 }));
  const begin = { kind: 1, arm: undefined, [raw]: 0 };
  const end = { kind: 0, arm: undefined, [raw]: 11 };
  const value = { mark: 7, region: { items: [one, two, begin, ...zeros.slice(2), end] } };
  expect(far).toBeDefined();
  expect(codecs.encode(value)).toMatchObject({
    error: { code: 'ambiguous', offset: 6, path: 'region.items[2]' },
  });
});

test('what to fall back on still finds its end by a weaker sign', () => {
  const Last = struct('Last', {
    kind: u8,
    body: union(
      { far: on(1, Far) },
      {
        tag: 'arm',
        otherwise: bytes(until(literal(u16be, 0x0506), literal(u8, 7))),
        fallback: 'no arm fits',
      },
    ),
    end: literal(u8, 7),
  })
    .where(($) => [$.body.tag($.kind)])
    .flat('body');
  const codecs = codecsOf(() => struct('S', { items: list(Simple, prefix(u8)), last: Last }))();
  const input = (count: number): Uint8Array =>
    join(Uint8Array.of(count), damaged(count), sound(1), Uint8Array.of(7));
  type Value = { items: Items; last: Item & Record<string, Uint8Array> };
  const count = most(input);
  expect(decoded<Value>(codecs, input(count)).last).toMatchObject({ arm: 'far' });
  const { last } = decoded<Value>(codecs, input(count + 1));
  expect(last.arm).toBeUndefined();
  expect(Object.values(last).find((part) => part instanceof Uint8Array)).toHaveLength(SIZE - 1);
});

describe('bytes examined grow with the input', () => {
  const codecs = new CountedCodecs(struct('S', { items: list(Item, toEnd) }));
  const inputs: Readonly<Record<string, (size: number) => Uint8Array>> = {
    'items that are not what they say': (size) => damaged(size / 2),
    'wide items that are not what they say': (size) => damaged(size / 2, 2),
    'pairs that are not what they say': (size) => damaged(size / 2, 3),
    'items that are behind such': (size) =>
      join(
        damaged(size / 4),
        new Uint8Array(size / 2).map((_, i) => (i % 2 === 0 ? 2 : 0)),
      ),
  };
  test.each(Object.entries(inputs))('%s', (_, input) => {
    const [small = [], large = []] = [1 << 13, 1 << 14].map((size) => {
      const decoding = codecs.decode(input(size));
      const confirming = codecs.confirm(decoding[0].value);
      for (const [interpreted, generated] of [decoding, confirming]) {
        expect(interpreted).toMatchObject({ failure: undefined, paid: decoding[0].paid });
        expect(generated).toMatchObject({ failure: undefined, paid: decoding[0].paid });
      }
      expect(decoding[0].paid).toBeLessThan(budgetFor(size) + size);
      return [...decoding, ...confirming].map((work) => work.examined);
    });
    expect(small).toHaveLength(4);
    large.forEach((count, i) => {
      expect(count).toBeLessThan(2.3 * (small[i] ?? 0) + 65_536);
    });
  });
});
