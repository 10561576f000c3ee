import type { CustomCodec } from '@bytewright/runtime';
import type { Expr, Node } from '@bytewright/schema-dsl';
import {
  bytes,
  custom,
  derived,
  enumeration,
  external,
  firstOf,
  flags,
  list,
  literal,
  on,
  optional,
  parameter,
  struct,
  u8,
  u16be,
  ubits,
  union,
} from '@bytewright/schema-dsl';

/** A schema in which several things of one kind have given names, with a value and that value's bytes. */
export interface NamedThings {
  readonly schema: Node<unknown>;
  readonly value: unknown;
  readonly bytes: Uint8Array;
}

// Names are computed here, so the language's types cannot follow.
type Loose = Record<string, never>;
type Part = Expr<never> & Record<string, (...operands: readonly unknown[]) => never>;
type Relate = ($: Record<string, Part>) => readonly unknown[];

function record(name: string, fields: object, relate?: Relate): Node<unknown> {
  const schema = struct(name, fields as Loose);
  return (relate === undefined ? schema : schema.where(relate as never)) as Node<unknown>;
}

/** An own property for each name, `__proto__` among them. */
const each = <T>(names: readonly string[], make: (name: string, index: number) => T): Record<string, T> =>
  Object.fromEntries(names.map((name, index) => [name, make(name, index)]));

/** A field for each name, called otherwise: what is named is inside. */
const numbered = <T>(names: readonly string[], make: (name: string, index: number) => T): Record<string, T> =>
  Object.fromEntries(names.map((name, index) => [`f${index}`, make(name, index)]));

const choice = (members: { readonly tag: string; readonly value: string }): Node<unknown> =>
  union({ one: on(1, u8) }, members) as Node<unknown>;

/** A codec of one byte, which `./own-names.js` exports under every name. */
export const oneByte: CustomCodec<number> = {
  read: ([value]) => (value === undefined ? 'no byte' : { value, byteLength: 1 }),
  write: (value) => Uint8Array.of(value),
};

/**
 * The positions in which schemas have names. `id` goes into the names of structs, which differ from one another that way;
 * all names are to differ by more than case and underscores.
 */
export const POSITIONS: Readonly<Record<string, (names: readonly string[], id: string) => NamedThings>> = {
  field: (names, id) => ({
    schema: record(`Fields${id}`, { zzFirst: u8, ...each(names, () => u8) }),
    value: { zzFirst: 9, ...each(names, (_, i) => i) },
    bytes: Uint8Array.of(9, ...names.keys()),
  }),
  'derived field': (names, id) => ({
    schema: record(`Derived${id}`, { zzFirst: u8, ...each(names, () => derived(u8)) }, ($) =>
      names.map((name, i) => $[name]?.is?.($.zzFirst?.plus(i as never) as never)),
    ),
    value: { zzFirst: 9 },
    bytes: Uint8Array.of(9, ...names.map((_, i) => 9 + i)),
  }),
  'optional field': (names, id) => ({
    schema: record(`Optional${id}`, { zzFirst: u8, ...each(names, () => optional(u8)) }, ($) =>
      names.map((name, i) => $[name]?.presentWhen?.($.zzFirst?.gt(i as never))),
    ),
    value: { zzFirst: 2, ...each(names, (_, i) => (i < 2 ? i : undefined)) },
    bytes: Uint8Array.of(2, ...names.slice(0, 2).keys()),
  }),
  'bit field': (names, id) => ({
    schema: record(`Bits${id}`, { zzFirst: ubits(8), ...each(names, () => ubits(8)) }),
    value: { zzFirst: 9, ...each(names, (_, i) => i) },
    bytes: Uint8Array.of(9, ...names.keys()),
  }),
  flag: (names, id) => ({
    schema: record(`Flags${id}`, {
      zzFirst: flags(
        u16be,
        each(names, (_, i) => i),
      ),
    }),
    value: { zzFirst: { ...each(names, (_, i) => i === 0), unknown: 0 } },
    bytes: Uint8Array.of(0, 1),
  }),
  'member of an enumeration': (names, id) => ({
    schema: record(`Members${id}`, {
      zzFirst: list(enumeration(u8, { zzOther: 99, ...each(names, (_, i) => i) }), names.length),
    }),
    value: { zzFirst: names },
    bytes: Uint8Array.from(names.keys()),
  }),
  'arm of a union': (names, id) => {
    const arms = { zzLast: on(99, u16be), ...each(names, (_, i) => on(i, u8)) };
    const Item = record(`ArmItem${id}`, { zzFirst: u8, body: union(arms, { otherwise: bytes(1) }) }, ($) => [
      $.body?.tag?.($.zzFirst),
    ]);
    return {
      schema: record(`Arms${id}`, { items: list(Item, names.length) }),
      value: { items: names.map((type, i) => ({ zzFirst: i, body: { type, value: i } })) },
      bytes: Uint8Array.from(names.flatMap((_, i) => [i, i])),
    };
  },
  'alternative of firstOf': (names, id) => {
    const arms = each(names, (_, i) => literal(u8, i));
    return {
      schema: record(`Alternatives${id}`, { items: list(firstOf({ ...arms, zzLast: u16be }), names.length) }),
      value: { items: names.map((type, i) => ({ type, value: i })) },
      bytes: Uint8Array.from(names.keys()),
    };
  },
  "member with a union's value": (names, id) => ({
    schema: record(
      `UnionValues${id}`,
      { zzFirst: u8, ...numbered(names, (value) => choice({ tag: 'zzWhich', value })) },
      ($) => names.map((_, i) => $[`f${i}`]?.tag?.($.zzFirst)),
    ),
    value: { zzFirst: 1, ...numbered(names, (value, i) => ({ zzWhich: 'one', ...each([value], () => i) })) },
    bytes: Uint8Array.of(1, ...names.keys()),
  }),
  "member with a union's tag": (names, id) => ({
    schema: record(
      `UnionTags${id}`,
      { zzFirst: u8, ...numbered(names, (tag) => choice({ tag, value: 'zzOf' })) },
      ($) => names.map((_, i) => $[`f${i}`]?.tag?.($.zzFirst)),
    ),
    value: { zzFirst: 1, ...numbered(names, (tag, i) => ({ ...each([tag], () => 'one'), zzOf: i })) },
    bytes: Uint8Array.of(1, ...names.keys()),
  }),
  parameter: (names, id) => {
    const parameters = names.map((name) => parameter(name, u8));
    const Below = record(`Below${id}`, {
      ...numbered(names, (_, i) => bytes(parameters[i])),
      zzLast: u8,
    });
    return {
      schema: record(`Parameters${id}`, { zzFirst: u8, below: Below }, ($) => [
        $.below?.with?.(...parameters.map((one) => one.of($.zzFirst as never))),
      ]),
      value: {
        zzFirst: 1,
        below: { ...numbered(names, (_, i) => Uint8Array.of(i)), zzLast: 7 },
      },
      bytes: Uint8Array.of(1, ...names.keys(), 7),
    };
  },
  'codec of the author': (names, id) => ({
    schema: record(`Codecs${id}`, {
      zzFirst: u8,
      ...numbered(names, (name) =>
        custom(external({ module: './own-names.js', export: name }, oneByte), { max: 1 }),
      ),
    }),
    value: { zzFirst: 9, ...numbered(names, (_, i) => i) },
    bytes: Uint8Array.of(9, ...names.keys()),
  }),
};
