import type { CustomCodec, Infer, Node } from '@bytewright/schema-dsl';
import {
  at,
  atEach,
  byteLength,
  bytes,
  check,
  count,
  custom,
  derived,
  encode,
  endsAfter,
  endsWith,
  external,
  firstOf,
  i8,
  list,
  literal,
  offsetOf,
  on,
  optional,
  parameter,
  peek,
  prefix,
  presence,
  processed,
  range,
  sized,
  string,
  struct,
  u8,
  u16be,
  u32be,
  u64be,
  ubits,
  uleb128,
  union,
  until,
  xor,
} from '@bytewright/schema-dsl';
import { arbitrary } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Alternatives,
  Arrays,
  Blobs,
  Checked,
  Chunk,
  Lengths,
  LookAhead,
  Numbers,
  Optionals,
  Packet,
  Parameters,
  Regions,
  SCHEMAS,
  Sections,
  Shapes,
  Texts,
  Tree,
} from './schemas.js';

const utf8 = new TextEncoder();

function drawn<N extends Node<unknown>>(schema: N, count = 600): Infer<N>[] {
  // arbitrary() makes values of the schema's type
  return fc.sample(arbitrary(schema), { numRuns: count, seed: 20 }) as Infer<N>[];
}

/** Which of the wanted features occur among the values. */
function met<T>(values: readonly T[], wanted: readonly T[]): T[] {
  const all = new Set(values);
  return wanted.filter((value) => all.has(value));
}

describe('every schema', () => {
  test.each(Object.entries(SCHEMAS))(
    '%s: all values can be encoded, and the same seed gives the same values',
    (_, schema) => {
      const values = drawn(schema, 100);
      for (const value of values) expect(encode(schema, value)).toBeInstanceOf(Uint8Array);
      expect(drawn(schema, 100)).toEqual(values);
    },
  );
});

describe('numbers', () => {
  const values = drawn(Numbers, 1000);
  const big = 2n ** 63n;
  const ends: readonly [keyof (typeof values)[number], readonly unknown[]][] = [
    ['a', [0, 1, 254, 255]],
    ['b', [-128, -1, 0, 1, 127]],
    ['c', [0, 255, 256, 65535]],
    ['d', [0, 255, 256, 65535]],
    ['e', [-32768, -1, 0, 255, 32767]],
    ['f', [-32768, -1, 0, 255, 32767]],
    ['g', [0, 65535, 65536, 2 ** 31, 2 ** 32 - 1]],
    ['h', [0, 65535, 65536, 2 ** 31, 2 ** 32 - 1]],
    ['i', [-(2 ** 31), -1, 0, 2 ** 31 - 1]],
    ['j', [-(2 ** 31), -1, 0, 2 ** 31 - 1]],
    ['k', [0n, 2n ** 32n, 2n ** 53n, big, 2n * big - 1n]],
    ['l', [0n, 2n ** 32n, 2n ** 53n, big, 2n * big - 1n]],
    ['m', [-big, -1n, 0n, 2n ** 53n, big - 1n]],
    ['n', [-big, -1n, 0n, 2n ** 53n, big - 1n]],
    ['o', [false, true]],
  ];

  test.each(ends)('%s meets its edges', (field, edges) => {
    expect(
      met(
        values.map((value) => value[field]),
        edges,
      ),
    ).toEqual(edges);
  });

  test('are not only range limits', () => {
    expect(new Set(values.map(({ g }) => g)).size).toBeGreaterThan(200);
  });
});

test('lists of numbers are typed arrays of every allowed length', () => {
  const values = drawn(Arrays);
  const [first] = values;
  expect(first?.counted.constructor).toBe(Uint16Array);
  expect(first?.fixed.constructor).toBe(Int32Array);
  expect(first?.wide.constructor).toBe(BigInt64Array);
  expect(first?.short.constructor).toBe(Int8Array);
  expect(first?.rest.constructor).toBe(BigUint64Array);
  expect(
    met(
      values.map(({ counted }) => counted.length),
      [0, 1, 255],
    ),
  ).toEqual([0, 1, 255]);
  expect(new Set(values.map(({ fixed }) => fixed.length))).toEqual(new Set([3]));
  expect(new Set(values.map(({ large }) => large.length))).toEqual(new Set([300]));
  expect(values.some(({ ended }) => ended.length > 3)).toBe(true);
  expect(values.some(({ ended }) => ended.includes(0xffffffff))).toBe(false);
});

test('texts are valid, of the required size, and use characters of all byte lengths', () => {
  const values = drawn(Texts);
  for (const value of values) {
    expect(value.ascii).toMatch(/^[\0-\x7f]{0,255}$/);
    expect(value.latin1).toMatch(/^[\0-\xff]{5}$/);
    expect(utf8.encode(value.utf8).length).toBe(6);
    expect(value.terminated).not.toContain('\0');
    expect(value.terminated).toMatch(/^[\0-\xff]*$/);
    // a lone surrogate would be encoded as U+FFFD, which is three bytes as well: so decode and compare
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8.encode(value.sized))).toBe(value.sized);
  }
  const lengths = values.flatMap(({ sized }) => [...sized].map((character) => utf8.encode(character).length));
  expect(met(lengths, [1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
  expect(
    met(
      values.map(({ ascii }) => ascii.length),
      [0, 255],
    ),
  ).toEqual([0, 255]);
  expect(values.some(({ latin1 }) => /[\x80-\xff]/.test(latin1))).toBe(true);
});

test('bytes extend to the end, or have the required size', () => {
  const values = drawn(Blobs);
  expect(new Set(values.map(({ key }) => key.length))).toEqual(new Set([4]));
  expect(values.some(({ rest }) => rest.length === 0)).toBe(true);
  expect(values.some(({ rest }) => rest.length > 20)).toBe(true);
  expect(values.every(({ rest }) => Object.getPrototypeOf(rest) === Uint8Array.prototype)).toBe(true);
});

test('derived values fit into their fields', () => {
  const values = drawn(Lengths);
  const items = values.map(({ items }) => items.length);
  expect(Math.max(...items)).toBe(125); // (255 - 4) / 2, rounded down
  expect(values.every(({ body }) => body.length % 4 === 0)).toBe(true);
  expect(new Set(values.map(({ body }) => body.length)).size).toBeGreaterThan(5);
  const last = values.map(({ last }) => last.length);
  expect(Math.max(...last)).toBeGreaterThan(20);
  expect(Math.max(...last)).toBeLessThanOrEqual(255); // by the second of its two counts
});

test('fields after a derived field wait until it fits', () => {
  const Shifted = struct('Shifted', {
    n: i8,
    copy: derived(uleb128(14)),
    where: derived(u8),
    x: u8,
  }).where(($) => [$.copy.is($.n), $.where.is(offsetOf($.x))]);
  for (const { n } of fc.sample(arbitrary(Shifted), { seed: 1, numRuns: 50 }))
    expect(n).toBeGreaterThanOrEqual(0);
});

test('optionals are present exactly when required, and both ways if undecided', () => {
  const values = drawn(Optionals);
  expect(values.every(({ version, late }) => (late !== undefined) === version >= 200)).toBe(true);
  expect(values.every(({ name, twin }) => (name === undefined) === (twin === undefined))).toBe(true);
  expect(
    met(
      values.map(({ version }) => version),
      [199, 200, 201],
    ),
  ).toEqual([199, 200, 201]);
  for (const field of ['late', 'name', 'twin', 'note'] as const) {
    expect(
      met(
        values.map((value) => value[field] !== undefined),
        [false, true],
      ),
    ).toEqual([false, true]);
    expect(values.every((value) => Object.hasOwn(value, field))).toBe(true);
  }
});

describe('unions', () => {
  test('follow the selector, and use every arm', () => {
    const shapes = drawn(Shapes).flatMap((value) => value.shapes);
    for (const { name, body } of shapes) {
      const last = name.slice(name.lastIndexOf('/') + 1);
      expect(body.type).toBe(last === 'circle' || last === 'polygon' ? last : undefined);
    }
    const names = shapes.map(({ name }) => name);
    expect(met(names, ['circle', 'polygon'])).toEqual(['circle', 'polygon']);
    expect(names.some((name) => /.\/circle$/.test(name))).toBe(true);
    expect(shapes.some(({ body }) => body.type === undefined)).toBe(true);
  });

  test('choose freely if the tag is derived', () => {
    expect(
      met(
        drawn(Packet).map(({ type }) => type),
        ['tcp', 'udp'],
      ),
    ).toEqual(['tcp', 'udp']);
    const chunks = drawn(Chunk).map(({ body }) => body);
    expect(
      met(
        chunks.map(({ kind }) => kind),
        ['HEAD', 'DATA', undefined],
      ),
    ).toEqual(['HEAD', 'DATA', undefined]);
    for (const chunk of chunks) {
      if (chunk.kind !== undefined) continue;
      expect(chunk.type).toMatch(/^[\0-\x7f]{4}$/);
      expect(['HEAD', 'DATA']).not.toContain(chunk.type);
    }
  });

  test('of ordered alternatives use every arm', () => {
    const values = drawn(Alternatives);
    const pairs = values.map(({ first, narrow }) => `${first.type} ${narrow.width}`);
    const wanted = ['word one', 'word two', 'byte one', 'byte two'];
    expect(met(pairs, wanted)).toEqual(wanted);
  });
});

test('flags that announce later data agree with the bytes, and take both values', () => {
  const values = drawn(LookAhead);
  for (const { marked, isLow, items } of values) {
    const [first] = items;
    // after the marker, if any: two bytes, the second of which is below 0x80; without items only the sentinel
    // is left
    expect(isLow).toBe(first !== undefined && first.value < 0x80);
    if (first?.kind === 0x7e && first.value === 1) expect(marked).toBe(true);
  }
  expect(
    met(
      values.map(({ marked }) => marked),
      [false, true],
    ),
  ).toEqual([false, true]);
  expect(
    met(
      values.map(({ isLow }) => isLow),
      [false, true],
    ),
  ).toEqual([false, true]);
});

test('payloads come close to the boundary that ends them', () => {
  const payloads = drawn(Sections).flatMap(({ sections }) => sections.map(({ payload }) => payload));
  expect(payloads.filter((payload) => payload.includes(0x7e)).length).toBeGreaterThan(payloads.length / 10);
  expect(payloads.some((payload) => payload.length === 0)).toBe(true);
});

test('recursion goes several levels deep and ends', () => {
  const depth = ({ children, next }: Tree): number =>
    1 + Math.max(0, ...[...children, ...(next ? [next] : [])].map(depth));
  const depths = drawn(Tree).map(depth);
  expect(Math.min(...depths)).toBe(1);
  expect(Math.max(...depths)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...depths)).toBeLessThanOrEqual(12);
});

test('parameters from above decide sizes and presence', () => {
  const values = drawn(Parameters);
  for (const { width, rows } of values) {
    for (const { cells, extra } of rows) {
      expect(cells.length).toBe(width);
      expect(extra !== undefined).toBe(width >= 3);
    }
  }
  expect(
    met(
      values.map(({ width }) => width),
      [0, 2, 3, 4],
    ),
  ).toEqual([0, 2, 3, 4]);
});

test('regions are filled exactly', () => {
  for (const { header, numbers } of drawn(Regions)) {
    expect(1 + utf8.encode(header.name).length + header.rest.length + 2).toBe(12);
    expect(numbers.length).toBeLessThanOrEqual(63); // 255 bytes of 4 each
  }
});

test('checks hold, and their limits are reached', () => {
  const values = drawn(Checked);
  for (const { low, high, code, name } of values) {
    expect(high).toBeGreaterThan(low);
    expect(code).toMatch(/^[A-Z]{3}$/);
    expect(name.startsWith('x-')).toBe(true);
  }
  expect([...new Set(values.map(({ low }) => low))].sort()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  expect(
    met(
      values.map(({ wide }) => wide),
      [0n, 0x1_0000_0000n],
    ),
  ).toEqual([0n, 0x1_0000_0000n]);
  expect(values.some(({ wide }) => wide > 0x1_0000_0000n)).toBe(false);
});

describe('shrinking', () => {
  function smallest<N extends Node<unknown>>(schema: N, isBad: (value: Infer<N>) => boolean): unknown {
    const property = fc.property(arbitrary(schema), (value) => !isBad(value as Infer<N>));
    return fc.check(property, { numRuns: 2000, seed: 30 }).counterexample?.[0];
  }
  const Tagged = struct('Tagged', {
    kind: string(prefix(u8), 'ascii'),
    version: u8,
    body: union({ one: u16be, many: list(u8, prefix(u8)) }, { otherwise: bytes(prefix(u8)) }),
    extra: optional(u32be),
  }).where(($) => [$.body.tag($.kind), $.extra.presentWhen($.version.ge(7))]);

  test('makes numbers small, including added edge cases', () => {
    expect(smallest(u32be, (value) => value > 1000)).toBe(1001);
    expect(smallest(Numbers, ({ l }) => l >= 2n ** 40n)).toMatchObject({
      a: 0,
      k: 0n,
      l: 2n ** 40n,
      o: false,
    });
  });

  test('makes texts and lists short', () => {
    expect(smallest(string(prefix(u8)), (text) => [...text].length > 2)).toBe('aaa');
    expect(smallest(list(u16be, prefix(u8)), (items) => items.length > 2)).toEqual(Uint16Array.of(0, 0, 0));
    const Named = list(struct('Named', { name: string(prefix(u8)), id: u8 }), prefix(u8));
    expect(smallest(Named, (items) => items.some(({ id }) => id > 9))).toEqual([{ name: '', id: 10 }]);
  });

  test('keeps the arm and the presence that the smaller fields require', () => {
    expect(smallest(Tagged, ({ body }) => body.type === 'many' && body.value.length > 1)).toEqual({
      kind: 'many',
      version: 0,
      body: { type: 'many', value: Uint8Array.of(0, 0) },
      extra: undefined,
    });
    expect(smallest(Tagged, ({ extra }) => extra !== undefined && extra > 5)).toMatchObject({
      version: 7,
      extra: 6,
    });
  });

  test('makes recursion shallow', () => {
    const depth = ({ children }: Tree): number => 1 + Math.max(0, ...children.map(depth));
    const leaf = { label: 0, children: [], more: false, next: undefined };
    const over = (child: unknown): unknown => ({ ...leaf, children: [child] });
    expect(smallest(Tree, (tree) => depth(tree) >= 4)).toEqual(over(over(over(leaf))));
  });

  test('gives only valid values', () => {
    const seen: Infer<typeof Lengths>[] = [];
    const property = fc.property(arbitrary(Lengths), (value) => {
      seen.push(value);
      return value.body.length < 8;
    });
    expect(fc.check(property, { seed: 31 }).numShrinks).toBeGreaterThan(0);
    for (const value of seen) expect(() => encode(Lengths, value)).not.toThrow();
  });
});

describe('a number that a check requires to equal something', () => {
  test('is corrected, in the struct itself and in a nested one', () => {
    const Head = struct('Head', { size: u16be, copy: u8 });
    const Twice = struct('Twice', { head: Head, long: u64be, text: string(prefix(u8)) }).where(($) => [
      check($.head.$.size.eq(byteLength($.text).times(3)).and($.head.$.copy.eq(7))),
      check($.long.toNumber().eq(byteLength($.text))),
    ]);
    const values = drawn(Twice, 50);
    for (const { head, long, text } of values) {
      const bytes = 1 + utf8.encode(text).length; // with its length prefix
      expect({ head, long }).toEqual({ head: { size: 3 * bytes, copy: 7 }, long: BigInt(bytes) });
    }
    expect(new Set(values.map(({ text }) => text)).size).toBeGreaterThan(10);
  });

  test('is unchanged if it cannot hold that value, and the value is redrawn', () => {
    const Small = struct('Small', { size: u8, text: string(prefix(u8)) }).where(($) => [
      check($.size.eq(byteLength($.text).times(20))),
    ]);
    for (const { size, text } of drawn(Small, 50)) expect(size).toBe(20 * (1 + utf8.encode(text).length));
  });
});

describe('if no value can be found', () => {
  test('names the schema, the failing check, its field, and how to pass a hand-written arbitrary', () => {
    const Odd = struct('Odd', { a: u8, b: u8 }).where(($) => [
      check($.a.times(2).eq($.b.times(2).plus(1)), 'an even odd number'),
    ]);
    expect(() => drawn(Odd, 1)).toThrow(
      /^arbitrary\(Odd\): 1000 values in a row were refused, 1000 of them because of this constraint: an even odd number\. It applies at Odd\.b\. Valid values are too rare to be generated by chance; pass a hand-written arbitrary, as in \{ arbitraries: \{ "Odd\.b": fc\.constantFrom\(…\) \} \}\.$/,
    );
  });

  test('names what the encoder rejects', () => {
    const Open = struct('Open', { text: bytes(until(literal(u8, 0))) }); // no terminator is ever written
    expect(() => drawn(Open, 1)).toThrow(/^arbitrary\(Open\): .* ambiguous at text\./);
  });

  test('names an impossible size', () => {
    const Long = struct('Long', { n: derived(u8), text: string() }).where(($) => [
      $.n.is(byteLength($.text).plus(300)),
    ]);
    expect(() => drawn(Long, 1)).toThrow(/^arbitrary\(Long\): .* no size is possible here\./);
  });

  test.each([
    [string(2, 'ascii'), /^abc$/],
    [string(2, 'ascii'), /^ab[c-f]+$/],
    [string(4, 'utf-16le'), /^abc$/],
  ])('names a pattern whose texts are all too long', (text, pattern) => {
    const Short = struct('Short', { text }).where(($) => [check($.text.matches(pattern))]);
    expect(() => drawn(Short, 1)).toThrow(
      /^arbitrary\(Short\): .* all texts that match .* are too long here\./,
    );
  });

  test('names a hand-written codec that accepts none of the generated bytes', () => {
    const codec: CustomCodec<string> = {
      read: () => 'not what I write',
      write: () => Uint8Array.of(1),
    };
    const S = struct('S', { n: u8, rare: custom(external({ module: './rare.js', export: 'rare' }, codec)) });
    expect(() => drawn(S, 1)).toThrow(
      /^arbitrary\(S\): .* no value that rare reads from made-up bytes \(give the codec `examples`\)/,
    );
  });

  test('rejects a node that has no value of its own', () => {
    expect(() => drawn(list(peek(u8), 2), 1)).toThrow(TypeError);
  });
});

test('redraws a value if a corrected flag would clash with something else', () => {
  const S = struct('S', { offset: u8, more: presence(literal(u8, 0)), data: at(u16be) }).where(($) => [
    $.data.at($.offset),
  ]);
  const values = fc.sample(arbitrary(S), { seed: 1, numRuns: 500 });
  expect(new Set(values.map(({ more }) => more))).toEqual(new Set([true, false]));
});

test('a hand-written codec gets values of a size that fits', () => {
  const letter = 0x61;
  const codec: CustomCodec<string> = {
    read: (bytes) => {
      const length = bytes.findIndex((byte) => byte !== letter);
      return length < 0 ? 'no end' : { value: 'a'.repeat(length) + bytes[length], byteLength: length + 1 };
    },
    write: (value) => {
      const [, letters = '', end] = /^(a*)(\d+)$/.exec(value) ?? [];
      return Uint8Array.from([...letters].map(() => letter).concat(Number(end)));
    },
    examples: ['0', 'a0', 'aa0', 'aaa0'],
  };
  const S = struct('S', { three: sized(3, custom(external({ module: './as.js', export: 'as' }, codec))) });
  for (const { three } of fc.sample(arbitrary(S), { seed: 1, numRuns: 200 }))
    expect(three).toMatch(/^aa\d+$/);
});

test('a derived key fits, or the value is redrawn', () => {
  const key = parameter('key', u8);
  const S = struct('S', { n: u8, data: processed(xor(key), 1, u8) }).where(($) => [
    $.data.with(key.of($.n.plus(1))),
  ]);
  for (const { n } of fc.sample(arbitrary(S), { seed: 1, numRuns: 500 })) expect(n).toBeLessThan(255);
});

describe('constraints on the whole value', () => {
  test('a union begins with the bytes that its tag is peeked from', () => {
    const Short = struct('Short', { mark: ubits(2), offset: ubits(14) });
    const Item = struct('Item', {
      next: peek(u8),
      body: union({
        short: on(range(0xc0, 0xff), Short),
        long: on(0, struct('Long', { mark: u8, size: u32be })),
      }),
    }).where(($) => [$.body.tag($.next)]);
    const Items = struct('Items', { n: derived(u8), items: list(Item) }).where(($) => [
      $.n.is(count($.items)),
    ]);
    const items = drawn(Items, 100).flatMap((value) => value.items);
    expect(new Set(items.map(({ body }) => body.type))).toEqual(new Set(['short', 'long']));
    for (const { body } of items) expect(body.value.mark).toBe(body.type === 'short' ? 3 : 0);
  });

  test('an optional that depends on a peeked byte begins with it', () => {
    const Note = struct('Note', { next: peek(u8), extra: optional(bytes(2)), end: literal(u8, 0) }).where(
      ($) => [$.extra.presentWhen($.next.ge(0xf0))],
    );
    const found = drawn(Note, 50).flatMap(({ extra = [] }) => [...extra].slice(0, 1));
    expect(found.length).toBeGreaterThan(10);
    for (const first of found) expect(first).toBeGreaterThanOrEqual(0xf0);
  });

  test('a payload ends before a boundary that begins the next field, in every one of many', () => {
    const Part = struct('Part', { payload: bytes(until(literal(u8, 0))), mark: literal(u8, 0), n: u8 });
    const Parts = struct('Parts', { parts: list(Part, 12) });
    for (const { parts } of drawn(Parts, 100))
      for (const { payload } of parts) expect(payload.includes(0)).toBe(false);
  });

  test('an alternative is followed as demanded', () => {
    const Pick = struct('Pick', {
      body: firstOf(
        { a: struct('A', { x: u8, y: u8 }), b: struct('B', { x: u8 }) },
        { followedBy: [literal(u8, 0x7f)] },
      ),
      mark: literal(u8, 0x7f),
    });
    const Picks = struct('Picks', { picks: list(Pick, 10) });
    const picked = drawn(Picks, 50).flatMap(({ picks }) => picks.map(({ body }) => body));
    for (const body of picked) if (body.type === 'b') expect(body.value).toEqual({ x: expect.any(Number) });
    expect(new Set(picked.map(({ type }) => type))).toEqual(new Set(['a', 'b']));
  });

  test('redrawn values still shrink', () => {
    const Part = struct('Part', { payload: bytes(until(literal(u8, 0))), mark: literal(u8, 0), n: u8 });
    const Parts = struct('Parts', { parts: list(Part, 6) });
    const property = fc.property(arbitrary(Parts), ({ parts }) => parts.every(({ n }) => n < 7));
    const { counterexample } = fc.check(property, { seed: 5 });
    const payload = new Uint8Array(0);
    const least = Array.from({ length: 5 }, () => ({ payload, n: 0 }));
    expect(counterexample?.[0].parts).toEqual(expect.arrayContaining([...least, { payload, n: 7 }]));
  });
});

describe('hand-written arbitraries', () => {
  const Inner = struct('Inner', { n: u8, text: string(prefix(u8)) });
  const Outer = struct('Outer', { size: derived(u8), inner: Inner, kind: u8, mark: literal(u8, 1) }).where(
    ($) => [$.size.is(byteLength($.inner)), check($.kind.ne(3))],
  );

  test('replace the generators of a field or a struct', () => {
    const ofField = arbitrary(Outer, { arbitraries: { 'Inner.text': fc.constantFrom('x', 'yy') } });
    const texts = fc.sample(ofField, { seed: 1, numRuns: 50 }).map(({ inner }) => inner.text);
    expect(new Set(texts)).toEqual(new Set(['x', 'yy']));
    const ofStruct = arbitrary(Outer, { arbitraries: { Inner: fc.constant({ n: 7, text: 'z' }) } });
    for (const { inner } of fc.sample(ofStruct, { seed: 1, numRuns: 5 }))
      expect(inner).toEqual({ n: 7, text: 'z' });
  });

  test('must satisfy the schema', () => {
    const kinds = arbitrary(Outer, { arbitraries: { 'Outer.kind': fc.constantFrom(3, 4, 300) } });
    for (const { kind } of fc.sample(kinds, { seed: 1, numRuns: 50 })) expect(kind).toBe(4);
    const never = arbitrary(Outer, { arbitraries: { 'Outer.kind': fc.constant(300) } });
    expect(() => fc.sample(never, { seed: 1, numRuns: 1 })).toThrow(
      /out-of-range at kind\. It applies at Outer\.kind/,
    );
  });

  test.each([
    ['Other.text', 'arbitraries: Other.text is not a struct of the schema; expected one of Inner, Outer'],
    [
      'Inner.txt',
      'arbitraries: Inner.txt is not a field; expected one of Inner.n, Inner.text, or Inner itself',
    ],
    [
      'Outer.size',
      'arbitraries: Outer.size is derived and has no value to draw; expected one of Outer.inner, Outer.kind, or Outer itself',
    ],
  ])('for %s, which has no value, are refused', (key, message) => {
    expect(() => arbitrary(Outer, { arbitraries: { [key]: fc.nat() } })).toThrow(new TypeError(message));
  });
});

describe('values linked by checks are constructed, not found by chance', () => {
  const text = string(prefix(u8), 'ascii');
  const Named = struct('Named', { name: text });
  const Doubled = struct('Doubled', { n: u16be, m: u16be }).where(($) => [check($.m.eq($.n.times(2)))]);
  const cases: readonly (readonly [string, Node<unknown>])[] = [
    [
      'two equal texts',
      struct('S', { a: text, b: text, c: Named }).where(($) => [
        check($.a.eq($.b)),
        check($.c.$.name.eq($.a)),
      ]),
    ],
    ['two equal bit fields', struct('S', { a: ubits(12), b: ubits(12) }).where(($) => [check($.a.eq($.b))])],
    [
      'counts of two lists',
      struct('S', { a: list(u8, prefix(u8)), b: list(u8, prefix(u8)) }).where(($) => [
        check(count($.a).eq(count($.b))),
      ]),
    ],
    [
      'a count that is kept',
      struct('S', { n: u8, items: list(u16be, prefix(u8)) }).where(($) => [check($.n.eq(count($.items)))]),
    ],
    [
      'a sum of two sizes',
      struct('S', { a: text, b: text }).where(($) => [check(byteLength($.a).plus(byteLength($.b)).eq(12))]),
    ],
    [
      'four numbers in order',
      struct('S', { a: u32be, b: u32be, c: u32be, d: u32be }).where(($) => [
        check($.a.lt($.b).and($.b.lt($.c)).and($.c.lt($.d))),
      ]),
    ],
    ['one number by another, twenty times', struct('S', { items: list(Doubled, 20) })],
    [
      'a pattern of a text within a struct',
      struct('S', { inner: Named }).where(($) => [check($.inner.$.name.matches(/^[0-7]{11}$/))]),
    ],
    [
      'one of two patterns',
      struct('S', { a: string(8, 'ascii') }).where(($) => [
        check($.a.matches(/^v[0-9]{7}$/).or($.a.matches(/^w[0-9]{7}$/))),
      ]),
    ],
    [
      'a pattern of a text that is short now and then',
      struct('S', { n: u8, a: text }).where(($) => [
        check($.n.ge(250).or($.a.matches(/^ab[c-z]+$/)), 'a name'),
        check(byteLength($.a).le(4)),
      ]),
    ],
    [
      'a pattern of a text of fixed size, with more than its repeat',
      struct('S', { a: string(6, 'ascii'), b: string(8, 'utf-16be') }).where(($) => [
        check($.a.matches(/^v1[.0-9]+$/)),
        check($.b.matches(/^x[0-9]+$/)),
      ]),
    ],
    [
      'two patterns',
      struct('S', { a: text }).where(($) => [check($.a.matches(/^[a-z]+$/)), check($.a.matches(/^x/))]),
    ],
    [
      'a union under a condition',
      struct('S', {
        version: u8,
        kind: u8,
        body: optional(union({ a: on(1, u16be), b: on(2, text) })),
      }).where(($) => [
        $.body.presentWhen($.version.ge(200).and($.kind.ge(1)).and($.kind.le(2))),
        $.body.tag($.kind),
      ]),
    ],
    [
      'elements up to a zero, each with payloads up to a zero',
      struct('S', {
        items: list(
          struct('Item', { kind: u8, payload: bytes(until(literal(u8, 0))), end: literal(u8, 0) }).where(
            ($) => [check($.kind.ne(0))],
          ),
          endsWith(literal(u8, 0)),
        ),
      }),
    ],
  ];

  test.each(cases)('%s', (_, schema) => {
    const values = fc.sample(arbitrary(schema), { seed: 3, numRuns: 25 });
    for (const value of values) expect(encode(schema, value)).toBeInstanceOf(Uint8Array);
    expect(new Set(values.map((value) => fc.stringify(value))).size).toBeGreaterThan(5);
  });
});

test('lists at offsets that end by their own elements do not change the list that holds the offsets', () => {
  const Entry = struct('Entry', { at: u8 });
  const Item = struct('Item', { last: u8 });
  const Placed = struct('Placed', {
    entries: list(Entry, prefix(u8)),
    items: atEach(
      list(
        Item,
        endsAfter(($item) => $item.last.eq(0)),
      ),
    ),
  }).where(($) => [$.items.atEach($.entries, ($entry) => ({ offset: $entry.at }))]);
  fc.assert(
    fc.property(arbitrary(Placed), (value) => {
      expect(value.entries.every((entry) => Object.keys(entry).join() === 'at')).toBe(true);
      return encode(Placed, value).length > 0;
    }),
    { numRuns: 50 },
  );
});
