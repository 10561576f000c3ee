import type { Node } from '@bytewright/schema-dsl';
import {
  at,
  bool,
  byteLength,
  bytes,
  decode,
  derived,
  encode,
  explain,
  gaps,
  list,
  on,
  optional,
  parameter,
  prefix,
  present,
  processed,
  sized,
  sizeOf,
  struct,
  toEnd,
  u8,
  u32be,
  uleb128,
  union,
  xor,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { generatedText } from './generate-code.js';
import { loadModule } from './load-module.js';
import { outcomeOf } from './outcome.js';

/** What a level of a schema is wrapped in is of no concern here, so its type is not spelled out. */
type AnyNode = Node<unknown>;
type Options = { readonly limits: { readonly depth: number } };

const GREATEST = 256;
const ALL: Options = { limits: { depth: Number.POSITIVE_INFINITY } };

const Tree = struct('Tree', {
  label: u8,
  get children(): AnyNode {
    return list(Tree as AnyNode, prefix(u8));
  },
}) as AnyNode;
const tree = (levels: number): unknown => {
  let value: unknown = { label: 0, children: [] };
  for (let i = 1; i < levels; i++) value = { label: 0, children: [value] };
  return value;
};
const treeBytes = (levels: number): Uint8Array =>
  Uint8Array.from({ length: 2 * levels }, (_, i) => (i % 2 === 1 && i < 2 * levels - 1 ? 1 : 0));

// Every wrapper that recursion can pass through, in one level: but for positions, which no changed region may hold.
const key = parameter('key', u8);
const Changed = struct('Changed', {
  kind: u8,
  has: derived(bool),
  key: u8,
  get body(): AnyNode {
    const next = list(sized(prefix(u32be), Changed as AnyNode), prefix(u8));
    return optional(
      sized(
        prefix(u32be),
        processed(xor(key, 1), union({ next: on(1, next) }, { otherwise: bytes(toEnd) })),
      ) as AnyNode,
    );
  },
} as const).where(($) => [
  $.has.is(present($.body as never)),
  ($.body as never as { tag(of: unknown): never }).tag($.kind),
  ($.body as never as { with(...of: unknown[]): never }).with(key.of($.key)),
]) as AnyNode;
const changed = (levels: number): unknown => {
  let value: unknown = { kind: 1, key: 0x5a, body: undefined };
  for (let i = 1; i < levels; i++) value = { kind: 1, key: 0x5a, body: { type: 'next', value: [value] } };
  return value;
};

const Placed = struct('Placed', {
  here: u8,
  kind: u8,
  has: derived(bool),
  get body(): AnyNode {
    const next = list(sized(prefix(u32be), Placed as AnyNode), prefix(u8));
    return at(
      optional(sized(prefix(u32be), union({ next: on(1, next) }, { otherwise: bytes(toEnd) }))),
    ) as AnyNode;
  },
  rest: gaps(),
} as const).where(($) => [
  $.has.is(present($.body as never)),
  ($.body as never as { at(offset: unknown): never }).at($.here),
  ($.body as never as { tag(of: unknown): never }).tag($.kind),
]) as AnyNode;
const placed = (levels: number): unknown => {
  let value: unknown = { here: 3, kind: 1, body: undefined, rest: [] };
  for (let i = 1; i < levels; i++)
    value = { here: 3, kind: 1, body: { type: 'next', value: [value] }, rest: [] };
  return value;
};

/** Both readings of a schema. */
function readings(name: string, schema: AnyNode) {
  const generated = loadModule(generatedText([schema]));
  return [
    {
      reading: 'interpreter',
      decode: (input: Uint8Array, options?: Options) => decode(schema, input, options),
      encode: (value: unknown, options?: Options) => encode(schema, value, options),
      sizeOf: (value: unknown, options?: Options) => sizeOf(schema, value, options),
    },
    {
      reading: 'generated code',
      decode: (input: Uint8Array, options?: Options) => generated[`decode${name}`]?.(input, options),
      encode: (value: unknown, options?: Options) =>
        generated[`encode${name}`]?.(value, options) as Uint8Array,
      sizeOf: (value: unknown, options?: Options) => generated[`sizeOf${name}`]?.(value, options),
    },
  ] as const;
}

/** How something is refused; `undefined` where it is not. */
function refusalOf(run: () => unknown): object | undefined {
  const outcome = outcomeOf(run);
  if ('crash' in outcome) throw new Error(outcome.crash);
  return 'error' in outcome ? outcome.error : undefined;
}

/** 8 KB of the stack for each call: arguments take the same whether or not the engine has made a function faster. */
const ARGUMENTS = new Array<number>(1000).fill(0);
function deeper<T>(calls: number, run: () => T, ..._padding: readonly number[]): T {
  return calls <= 0 ? run() : deeper(calls - 1, run, ...ARGUMENTS);
}
/** How many such calls the stack has room for: searched for by halves. */
function callsToTheEnd(): number {
  let [fits, ends] = [0, 1];
  while (hasRoomFor(ends)) [fits, ends] = [ends, 2 * ends];
  while (ends - fits > 1) {
    const calls = Math.floor((fits + ends) / 2);
    if (hasRoomFor(calls)) fits = calls;
    else ends = calls;
  }
  return fits;
}
function hasRoomFor(calls: number): boolean {
  try {
    deeper(calls, () => 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs a root as near to the stack's end as it can be begun: with some 16 KB left, in which it can make its error. */
function atTheEnd<T>(run: () => T): T {
  const last = callsToTheEnd();
  for (let calls = last; calls > last - 8; calls--) {
    try {
      return deeper(calls, run);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new TypeError('Nothing can be begun there');
}

const outOfStack = {
  code: 'limit-exceeded',
  path: '',
  expected: 'nesting that the stack has room for',
  found: 'a stack that is used up; a lower limits.depth refuses such nesting earlier',
};

describe('the greatest depth', () => {
  const chains = [
    { name: 'Tree', schema: Tree, make: tree },
    { name: 'Changed', schema: Changed, make: changed },
    { name: 'Placed', schema: Placed, make: placed },
  ] as const;

  test.each(chains)(
    'of $name fits in half of the stack that Node gives a program',
    ({ name, schema, make }) => {
      const value = make(GREATEST);
      const left = 492 / 8;
      const calls = callsToTheEnd() - Math.floor(left);
      for (const codec of readings(name, schema)) {
        const encoded = deeper(calls, () => codec.encode(value, ALL));
        expect(deeper(calls, () => codec.sizeOf(value, ALL))).toBe(encoded.length);
        expect(deeper(calls, () => codec.decode(encoded, ALL))).toEqual(value); // law 1, and so law 2 for these bytes
        expect(deeper(calls, () => explain(schema, encoded, ALL)).error).toBeUndefined();
      }
    },
  );

  test.each(chains)(
    'of $name is as far as both readings go, in both directions',
    ({ name, schema, make }) => {
      const [, generated] = readings(name, schema);
      const encoded = generated.encode(make(GREATEST), ALL);
      for (const codec of readings(name, schema)) {
        expect(refusalOf(() => codec.decode(encoded))).toMatchObject({
          code: 'limit-exceeded',
          expected: 'at most 128 nested structs (limits.depth)',
        });
        for (const make129 of [codec.encode, codec.sizeOf])
          expect(refusalOf(() => make129(make(GREATEST)))).toMatchObject({
            code: 'limit-exceeded',
            expected: 'at most 128 nested structs (limits.depth)',
          });
        for (const options of [ALL, { limits: { depth: 1e6 } }, { limits: { depth: GREATEST + 1 } }])
          expect(refusalOf(() => codec.encode(make(GREATEST + 1), options))).toMatchObject({
            code: 'limit-exceeded',
            expected: `at most ${GREATEST} nested structs (the greatest limits.depth)`,
          });
      }
    },
  );

  test('ends what is 100,000 levels deep, whatever the option says', () => {
    const input = treeBytes(100_000);
    const value = tree(100_000);
    const tooDeep = {
      code: 'limit-exceeded',
      expected: `at most ${GREATEST} nested structs (the greatest limits.depth)`,
      found: '0x101 (257)',
    };
    for (const codec of readings('Tree', Tree)) {
      for (const options of [ALL, { limits: { depth: 1e6 } }]) {
        expect(refusalOf(() => codec.decode(input, options))).toMatchObject({
          ...tooDeep,
          offset: 2 * GREATEST,
        });
        expect(refusalOf(() => codec.encode(value, options))).toMatchObject(tooDeep);
        expect(refusalOf(() => codec.sizeOf(value, options))).toMatchObject(tooDeep);
      }
    }
    expect(explain(Tree, input, ALL).error).toMatchObject(tooDeep);
  });
});

describe('where the stack ends all the same', () => {
  test('a caller deep down is told so by every root', () => {
    const value = changed(GREATEST);
    const encoded = encode(Changed, value, ALL);
    for (const codec of readings('Changed', Changed)) {
      expect(refusalOf(() => atTheEnd(() => codec.decode(encoded, ALL)))).toMatchObject({
        ...outOfStack,
        offset: 0,
      });
      expect(refusalOf(() => atTheEnd(() => codec.encode(value, ALL)))).toMatchObject(outOfStack);
      expect(refusalOf(() => atTheEnd(() => codec.sizeOf(value, ALL)))).toMatchObject(outOfStack);
    }
    const { error, root } = atTheEnd(() => explain(Changed, encoded, ALL));
    expect(error).toMatchObject(outOfStack);
    expect(root.complete).toBe(false);
  });
});

describe('sizes of nested values', () => {
  // its own length is a number whose size must be known, and so it asks for the size of what it holds
  const Counted = struct('Counted', {
    length: derived(uleb128(32)),
    get body(): AnyNode {
      return list(Counted as AnyNode, prefix(u8));
    },
  } as const).where(($) => [$.length.is(byteLength($.body as never))]) as AnyNode;

  test('are taken a few times for each level, not twice as often as one level above', () => {
    for (const codec of readings('Counted', Counted)) {
      let looks = 0;
      let value: object = {
        get body() {
          looks++;
          return [];
        },
      };
      for (let i = 1; i < 64; i++) value = { body: [value] };
      expect(codec.encode(value)).toHaveLength(128);
      expect(looks).toBeLessThan(64 * 8);
    }
  });
});
