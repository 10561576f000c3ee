import type { Expr, Node } from '@bytewright/schema-dsl';
import {
  byteLength,
  bytes,
  check,
  count,
  derived,
  firstOf,
  list,
  literal,
  on,
  optional,
  parameter,
  peek,
  prefix,
  string,
  struct,
  tagOf,
  u8,
  u16be,
  union,
  until,
} from '@bytewright/schema-dsl';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Codecs } from './codecs.js';
import type { GeneratedModule } from './generate-code.js';
import { generatedText, Workshop } from './generate-code.js';
import { typeErrorsOf } from './type-check.js';

const workshop = new Workshop();
afterAll(() => workshop.remove());

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Names that mean something to JavaScript, to its globals, to the runtime, or to generated functions. */
const names = words(`
  abstract any arguments as async await bigint boolean break case catch class const continue debugger declare default
  delete do else enum eval export extends false finally for from function get global globalThis if implements import in
  infer instanceof interface is keyof let module namespace never new null number object of package private protected
  public readonly require return satisfies set static string super switch symbol this throw true try type typeof
  undefined unique unknown using var void while with yield
  Array BigInt Boolean DataView Date Error Float32Array Float64Array Function Infinity Int8Array Map Math NaN Number
  Object Promise Proxy Record Reflect RegExp Set String Symbol TextDecoder Uint8Array
  input output bytes view end offset start value size error item index at next again options byte choice depth found
  holds last parses finished finishedView code path expected message length name fields kind node tag text count
  decodeFailure describe atPath takeBytes writeBytes unexpectedEnd decodeText readOther sizeOfOther writeOther matchOther
  decodeOther Other chooseBody endOfData dataEnd dataStart data2 outerValue outerData classField valueField
  isPrototypeOf propertyIsEnumerable toLocaleString __defineGetter__ __lookupSetter__ _ __ _0 a1 A
  is eq ne lt plus and not choose present presentWhen
`);

const level = parameter('level', u8);
const Item = struct('HostileItem', { x: u8 });
const Below = struct('HostileBelow', { gap: derived(u8), it: u8 }).where(($) => [$.gap.is($.it.plus(level))]);

// Names are computed here, so the language's types cannot follow.
type Loose = Record<string, never>;
type Part = Expr<never> & Record<string, (...operands: readonly unknown[]) => never>;

/** The name at a place of the list, and those after it that are not alike but for case and underscores. */
function namesFrom(first: number, wanted: number): readonly string[] {
  const chosen = new Map<string, string>();
  for (let i = first; chosen.size < wanted; i++) {
    const name = names[i % names.length] as string;
    const alike = name.toLowerCase().replace(/_/g, '');
    if (!chosen.has(alike)) chosen.set(alike, name);
  }
  return [...chosen.values()];
}

interface Hostile {
  readonly schema: Node<unknown>;
  readonly value: unknown;
}

/** A struct whose fields have names from a place of the list on, so that each name comes to have each role. */
function hostile(first: number): Hostile {
  const fields = namesFrom(first, 14);
  const name = (role: number): string => fields[role] as string;
  const schema = struct(`Hostile${first}`, {
    [name(0)]: u8,
    [name(1)]: derived(u8),
    [name(2)]: bytes(),
    [name(3)]: derived(u8),
    [name(4)]: list(Item),
    [name(5)]: optional(u16be),
    [name(6)]: union({ one: on(1, u8), two: on(2, Item) }, { otherwise: bytes(1) }),
    [name(7)]: derived(u8),
    [name(8)]: union({ a: on(1, u8), b: on(2, Item) }),
    [name(9)]: string(prefix(u8), 'ascii'),
    [name(10)]: peek(u8),
    [name(11)]: optional(u8),
    [name(12)]: Below,
    [name(13)]: firstOf({
      item: struct(`Marked${first}`, { mark: literal(u8, 9), [name(0)]: u8 } as unknown as Loose),
      word: u16be,
    }),
  } as Loose).where((($: Record<string, Part>) => {
    const at = (role: number): Part => $[name(role)] as Part;
    return [
      at(1).is(byteLength(at(2)).plus(at(0)) as never),
      check(at(0).le(200 as never)),
      at(3).is(count(at(4) as never) as never),
      at(5).presentWhen?.(at(0).eq(1 as never)),
      at(6).tag?.(at(0)),
      at(7).is(tagOf(at(8) as never) as never),
      at(11).presentWhen?.(at(10).eq(5 as never)),
      at(12).with?.(level.of(at(0) as never)),
    ];
  }) as never);
  const value = {
    [name(0)]: 1,
    [name(2)]: Uint8Array.of(1, 2),
    [name(4)]: [{ x: 3 }],
    [name(5)]: 4,
    [name(6)]: { type: 'one', value: 5 },
    [name(8)]: { type: 'b', value: { x: 6 } },
    [name(9)]: 'hi',
    [name(11)]: 5,
    [name(12)]: { it: 7 },
    [name(13)]: { type: 'item', value: { [name(0)]: 8 } },
  };
  return { schema, value };
}

/** A boundary made of names: what is tried ahead has variables of its own. */
function boundary(first: number): Node<unknown> {
  const [a, b, c, d, e, f, g] = namesFrom(first, 7) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const Mark = struct(`Mark${first}`, {
    [a]: literal(u8, 0xaa),
    [b]: derived(u8),
    [c]: string(prefix(u8), 'ascii'),
    [d]: u8,
    [e]: optional(Item),
  } as Loose).where((($: Record<string, Part>) => [
    $[b]?.is($[d] as never),
    $[e]?.presentWhen?.($[d]?.eq(1 as never)),
    check($[c]?.matches.call($[c] as never, /^[a-z]+$/) as never),
  ]) as never);
  return struct(`Bounded${first}`, { [f]: bytes(until(Mark)), [g]: Mark } as Loose);
}

describe('names of fields', () => {
  // steps that share no factor with the roles, so that a name comes to have several of them
  const starts = names.flatMap((_, i) => (i % 9 === 0 ? [i] : []));
  const structs = starts.map(hostile);
  const bounded = starts.map(boundary);
  let text = '';
  let generated: GeneratedModule = {};
  beforeAll(async () => {
    text = generatedText([...structs.map(({ schema }) => schema), ...bounded]);
    generated = await workshop.import(text);
  });

  test('the compiler finds no fault with the code', () => {
    expect(typeErrorsOf([text])).toEqual([]);
  });

  test.each(structs.map(({ value }, i) => [Object.keys(value as object).join(', '), i] as const))(
    '%s',
    (_, i) => {
      const { schema, value } = structs[i] as Hostile;
      const codecs = new Codecs(schema, generated);
      const outcome = codecs.encodeAndBack(value);
      const hex = '01 03 0102 01 03 0004 05 02 06 026869 05 0807 0908';
      expect(outcome).toEqual({ value: Uint8Array.from(Buffer.from(hex.replace(/ /g, ''), 'hex')) });
      const bytes = (outcome as { value: Uint8Array }).value;
      for (let length = 0; length < bytes.length; length++) codecs.decode(bytes.subarray(0, length));
      for (const key of Object.keys(value as object)) codecs.encode({ ...(value as object), [key]: null });
      const search = new Codecs(bounded[i] as Node<unknown>, generated);
      expect(search.decode(Uint8Array.of(1, 2, 0xaa, 1, 1, 0x61, 1, 3))).toHaveProperty('value');
      search.decode(Uint8Array.of(1, 2, 0xaa, 1, 1, 0x41, 1, 3));
    },
  );
});

describe('names of structs', () => {
  const types = words(`
    Array Date Error Function Map Object Promise Record Set String Symbol RegExp Readonly Partial Iterable ArrayLike
    Input Output DecodeOptions DecodeError EncodeError Failure Bytes Text Value Struct Options Depth Struct1 Struct12
    A B Ab ABc SizeOf Read Write Match Decode SizeOfA ReadA WriteA DecodeA MatchA TypedArray Decisions NumberArrays
  `);
  const schemas = types.map((type, i) =>
    struct(type, {
      b: bytes(until(literal(u8, 0xff))),
      text: string(prefix(u8)),
      inner: list(struct(`${type}B`, { x: u8, y: u16be }), prefix(u8)),
      last: i % 2 === 0 ? u8 : u16be,
    }),
  );
  const all = struct(
    'Everything',
    Object.fromEntries(schemas.map((schema, i) => [`f${i}`, schema])) as Loose,
  );

  test('the compiler finds no fault with the code, and it does what the interpreter does', async () => {
    const text = generatedText([all, ...schemas]);
    expect(typeErrorsOf([text])).toEqual([]);
    const generated = await workshop.import(text);
    for (const schema of [...schemas, all]) {
      const codecs = new Codecs(schema as Node<unknown>, generated);
      codecs.decode(new Uint8Array(0));
      codecs.decode(Uint8Array.of(1, 0xff, 1, 0x61, 1, 2, 3, 4, 5));
    }
  });

  test.each(words('Uint8Array DataView BigInt64Array Number Math'))(
    '%s would hide what generated code needs',
    (type) => {
      expect(() => generatedText([struct(type, { a: u8 })])).toThrow(
        `schema.ts: ${type}: a type called ${type} would hide JavaScript's own; rename the struct, such as ${type}Struct`,
      );
    },
  );
});
