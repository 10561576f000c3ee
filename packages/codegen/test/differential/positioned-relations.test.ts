import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import { arbitrary, damaged } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { refusalOf } from '../../../schema-dsl/test/refusal.js';
import { Codecs } from './codecs.js';
import { generatedText } from './generate-code.js';
import { loadModule } from './load-module.js';
import { external } from './made-up/external.js';
import type { Loose, NumberExpr, References } from './made-up/site.js';
import { mutateValue, valueMutation } from './mutate-value.js';
import { byteSum } from './own-code.js';
import { typeErrorsOf } from './type-check.js';

type Relations = ($: References) => readonly unknown[];

/** How a field lies that something is said of. */
interface Place {
  /** Fields before and behind it. */
  readonly before: Readonly<Record<string, Node<unknown>>>;
  readonly behind: Readonly<Record<string, Node<unknown>>>;
  readonly put: (node: Node<unknown>) => Node<unknown>;
  readonly relate: Relations;
}

const nothing: Relations = () => [];

/** A number in a struct that a field is. */
const part = ($: References, field: string, name: string): NumberExpr => $[field]?.$[name] as NumberExpr;

const PLACES: Readonly<Record<string, Place>> = {
  plain: { before: {}, behind: {}, put: (node) => node, relate: nothing },
  'in a region': {
    before: {},
    behind: {},
    put: (node) => dsl.sized(dsl.prefix(dsl.u8), node),
    relate: nothing,
  },
  at: {
    before: { where: dsl.u8 },
    behind: { more: dsl.u8, rest: dsl.gaps() },
    put: (node) => dsl.at(node),
    relate: ($) => [$.x?.at?.($.where)],
  },
  'at a constant': {
    before: {},
    behind: { rest: dsl.gaps() },
    put: (node) => dsl.at(12, node),
    relate: nothing,
  },
  'at, optional': {
    before: { where: dsl.u8, has: dsl.bool },
    behind: { more: dsl.u8, rest: dsl.gaps() },
    put: (node) => dsl.at(dsl.optional(node)),
    relate: ($) => [$.x?.at?.($.where), $.x?.presentWhen?.($.has)],
  },
  atEach: {
    before: { places: dsl.list(dsl.u8, dsl.prefix(dsl.u8)) },
    behind: { more: dsl.u8, rest: dsl.gaps() },
    put: (node) => dsl.atEach(node),
    relate: ($) => [$.x?.atEach?.($.places, ($place: unknown) => ({ offset: $place }))],
  },
  tail: {
    before: {},
    behind: { more: dsl.u8, rest: dsl.gaps() },
    put: (node) => dsl.tail(node),
    relate: nothing,
  },
  'a tail in a region': {
    before: {},
    behind: { rest: dsl.gaps() },
    put: (node) => dsl.tail(dsl.sized(dsl.prefix(dsl.u8), node)),
    relate: nothing,
  },
};

/** Something that is said of the field `x`. */
interface Said {
  readonly before?: Readonly<Record<string, Node<unknown>>>;
  readonly behind?: Readonly<Record<string, Node<unknown>>>;
  readonly x: Node<unknown>;
  readonly relate: Relations;
}

const Point = dsl.struct('Point', { x: dsl.u8, y: dsl.u8 });
const Look = dsl.struct('Look', { skip: dsl.u8, kind: dsl.u8 });
const choice = dsl.union({ a: dsl.on(1, dsl.u16be), b: dsl.on(2, dsl.u8) });
const others = dsl.union(
  { a: dsl.on(1, dsl.u16be), b: dsl.on([2, 3], dsl.u8) },
  { otherwise: dsl.bytes(2), raw: 'data', rawTag: 'number' },
);
const size = dsl.parameter('size', dsl.u8);
const sum = external('byteSum', byteSum) as never;

const SAID: Readonly<Record<string, Said>> = {
  'a derived length': {
    before: { length: dsl.derived(dsl.u8) },
    x: dsl.bytes(),
    relate: ($) => [$.length?.is(dsl.byteLength($.x as never) as never)],
  },
  'a length that is kept': {
    before: { length: dsl.u8 },
    x: dsl.list(Point, 2),
    relate: ($) => [dsl.check(($.length as NumberExpr).ge(dsl.byteLength($.x as never)))],
  },
  'a derived count': {
    before: { count: dsl.derived(dsl.u8) },
    x: dsl.list(dsl.u16be),
    relate: ($) => [$.count?.is(dsl.count($.x as never) as never)],
  },
  'a derived count of structs that is checked': {
    before: { count: dsl.derived(dsl.u8) },
    x: dsl.list(Point, 2),
    relate: ($) => [$.count?.is(dsl.count($.x as never) as never)],
  },
  'a tag that is kept': { before: { k: dsl.u8 }, x: choice, relate: ($) => [$.x?.tag?.($.k)] },
  'a derived tag': {
    before: { k: dsl.derived(dsl.u8) },
    x: choice,
    relate: ($) => [$.k?.is(dsl.tagOf($.x as never) as never)],
  },
  'a derived tag with others': {
    before: { k: dsl.derived(dsl.u8) },
    x: others,
    relate: ($) => [$.k?.is(dsl.tagOf($.x as never) as never)],
  },
  'a tag that something else follows from': {
    before: { k: dsl.u8, next: dsl.derived(dsl.u8) },
    x: choice,
    relate: ($) => [$.x?.tag?.($.k), $.next?.is(dsl.tagOf($.x as never).plus(1 as never) as never)],
  },
  'a tag that is peeked at': {
    before: { look: dsl.peek(Look) },
    x: choice,
    relate: ($) => [$.x?.tag?.(part($, 'look', 'kind'))],
  },
  'the tag of no union': {
    before: { k: dsl.derived(dsl.u8) },
    x: dsl.u8,
    relate: ($) => [$.k?.is(dsl.tagOf($.x as never) as never)],
  },
  'a derived presence': {
    before: { is: dsl.derived(dsl.bool) },
    x: dsl.optional(dsl.u16be),
    relate: ($) => [$.is?.is(dsl.present($.x as never) as never)],
  },
  'a presence that is peeked at': {
    before: { look: dsl.peek(Look) },
    x: dsl.optional(dsl.u16be),
    relate: ($) => [$.x?.presentWhen?.(part($, 'look', 'kind').eq(1))],
  },
  'the presence of something else': {
    before: {},
    behind: { y: dsl.optional(dsl.u8) },
    x: dsl.u8,
    relate: ($) => [$.y?.presentWhen?.(($.x as NumberExpr).eq(1))],
  },
  'a checksum in front': {
    before: { crc: dsl.derived(dsl.u32be) },
    x: dsl.bytes(2),
    relate: ($) => [$.crc?.is(dsl.crc32(dsl.span($.x as never, $.x as never)) as never)],
  },
  'a checksum behind': {
    behind: { crc: dsl.derived(dsl.u32be) },
    x: dsl.string(dsl.prefix(dsl.u8)),
    relate: ($) => [$.crc?.is(dsl.crc32(dsl.span($.x as never, $.x as never)) as never)],
  },
  'a checksum of one field up to another': {
    before: { a: dsl.u8, crc: dsl.derived(dsl.u32be) },
    x: Point,
    relate: ($) => [$.crc?.is(dsl.crc32(dsl.span($.a as never, $.x as never)) as never)],
  },
  'a checksum of two parts and a header': {
    before: { a: dsl.u8, sum: dsl.derived(dsl.u16be) },
    x: dsl.string(dsl.prefix(dsl.u8)),
    relate: ($) => [
      $.sum?.is(
        dsl.checksum(
          sum,
          dsl.virtual(dsl.struct('Header', { size: dsl.u8 }), { size: dsl.byteLength($.x as never) }),
          dsl.span($.a as never, $.a as never),
          dsl.span($.x as never, $.x as never),
        ) as never,
      ),
    ],
  },
  'a checksum of a struct with one': {
    before: { crc: dsl.derived(dsl.u32be) },
    x: dsl
      .struct('Inner', { a: dsl.u8, sum: dsl.derived(dsl.u16be) })
      .where(($) => [$.sum.is(dsl.internetChecksum(dsl.span($.a, $.sum)))]),
    relate: ($) => [$.crc?.is(dsl.crc32(dsl.span($.x as never, $.x as never)) as never)],
  },
  'where it begins': {
    before: { offset: dsl.derived(dsl.u8) },
    x: dsl.u8,
    relate: ($) => [$.offset?.is(dsl.offsetOf($.x as never) as never)],
  },
  'where something behind it begins': {
    before: { offset: dsl.derived(dsl.u8) },
    behind: { y: dsl.u8 },
    x: dsl.string(dsl.prefix(dsl.u8)),
    relate: ($) => [$.offset?.is(dsl.offsetOf($.y as never) as never)],
  },
  'a check of its value': {
    x: dsl.u8,
    relate: ($) => [dsl.check(($.x as NumberExpr).lt(100), 'less than 100')],
  },
  'a check of a part of it': {
    x: Point,
    relate: ($) => [dsl.check(part($, 'x', 'x').lt(100), 'less than 100')],
  },
  'a check of its length': {
    x: dsl.string(dsl.prefix(dsl.u8)),
    relate: ($) => [dsl.check((dsl.byteLength($.x as never) as NumberExpr).lt(5), 'less than 5 bytes')],
  },
  'a check of its count': {
    x: dsl.list(Point, dsl.prefix(dsl.u8)),
    relate: ($) => [dsl.check(dsl.count($.x as never).lt(5), 'fewer than 5')],
  },
  'a copy of it': {
    behind: { copy: dsl.derived(dsl.list(dsl.u16be, 2)) },
    x: dsl.list(dsl.u16be, 2),
    relate: ($) => [$.copy?.is($.x as never)],
  },
  'the same once more': {
    before: { y: dsl.list(Point, 1) },
    x: dsl.list(Point, 1),
    relate: ($) => [dsl.check($.x?.eq($.y as never) as never, 'the same')],
  },
  'something that differs from it': {
    before: { y: Point },
    x: Point,
    relate: ($) => [dsl.check($.x?.ne($.y as never) as never, 'two that differ')],
  },
  'a number derived from it': {
    behind: { next: dsl.derived(dsl.u8) },
    x: dsl.u8,
    relate: ($) => [$.next?.is(($.x as NumberExpr).plus(1) as never)],
  },
  'a number derived from it in front': {
    before: { next: dsl.derived(dsl.u8) },
    x: dsl.u8,
    relate: ($) => [$.next?.is(($.x as NumberExpr).plus(1) as never)],
  },
  'a parameter for it': {
    before: { n: dsl.u8 },
    x: dsl.struct('Sized', { data: dsl.bytes(size) }),
    relate: ($) => [$.x?.with?.(size.of($.n as never) as never)],
  },
  'a parameter from it': {
    behind: { y: dsl.struct('Sized', { data: dsl.bytes(size) }) },
    x: dsl.u8,
    relate: ($) => [$.y?.with?.(size.of($.x as never) as never)],
  },
};

function schemaOf(place: Place, said: Said): Node<unknown> {
  const fields = {
    ...place.before,
    ...said.before,
    x: place.put(said.x),
    ...said.behind,
    ...place.behind,
  };
  const relate: Relations = ($) => [...place.relate($), ...said.relate($)];
  return dsl.struct('S', fields as unknown as Loose).where(relate as never);
}

const MANY_PLACES = /x may lie in several places/;
const TAIL_SEARCH = /tail\(\) may take any size|tail\(\) may take no bytes/;
const PEEKED = /look is only peeked at/;
const BY_VALUE = /offsetOf\(x\): x has an offset given by the value/;

/** Cells that are refused, and why. All others hold. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'a derived length × atEach': MANY_PLACES,
  'a derived length × tail': TAIL_SEARCH,
  'a length that is kept × atEach': MANY_PLACES,
  'a derived count × at, optional': /count\(x\): x may be absent/,
  'a derived count × atEach': /x\[\]: is a list without an end/,
  'a derived count × tail': TAIL_SEARCH,
  'a derived count of structs that is checked × at, optional': /count\(x\): x may be absent/,
  'a derived tag × at, optional': /tagOf\(x\): x may be absent/,
  'a derived tag × atEach': MANY_PLACES,
  'a derived tag with others × at, optional': /tagOf\(x\): x may be absent/,
  'a derived tag with others × atEach': MANY_PLACES,
  'a tag that something else follows from × atEach': /tagOf\(x\): x is u/,
  'a tag that is peeked at × tail': PEEKED,
  'a tag that is peeked at × a tail in a region': PEEKED,
  'a derived presence × tail': TAIL_SEARCH,
  'a derived presence × atEach': /nothing says which/,
  'a presence that is peeked at × tail': PEEKED,
  'a presence that is peeked at × a tail in a region': PEEKED,
  'a presence that is peeked at × atEach': /nothing says which/,
  'a checksum in front × atEach': MANY_PLACES,
  'a checksum behind × atEach': MANY_PLACES,
  'a checksum of one field up to another × at': /the value gives the offset of one of them/,
  'a checksum of one field up to another × at a constant': /the value gives the offset of one of them/,
  'a checksum of one field up to another × at, optional': /the value gives the offset of one of them/,
  'a checksum of one field up to another × atEach': MANY_PLACES,
  'a checksum of two parts and a header × atEach': MANY_PLACES,
  'a checksum of a struct with one × atEach': MANY_PLACES,
  'where it begins × at': BY_VALUE,
  'where it begins × at a constant': BY_VALUE,
  'where it begins × at, optional': BY_VALUE,
  'where it begins × atEach': BY_VALUE,
  'where it begins × tail': BY_VALUE,
  'where it begins × a tail in a region': BY_VALUE,
  'a check of its length × atEach': MANY_PLACES,
  'a parameter for it × tail': TAIL_SEARCH,
  'the tag of no union × plain': /tagOf\(x\): x is u/,
};

/** Relations to the value of `x` itself, which for `atEach` is a list. */
const OF_VALUE: ReadonlySet<string> = new Set([
  'the presence of something else',
  'a check of its value',
  'a check of a part of it',
  'a copy of it',
  'the same once more',
  'something that differs from it',
  'a number derived from it',
  'a number derived from it in front',
  'a parameter from it',
]);
/** Relations to what is optional anyway. */
const OF_PRESENCE: ReadonlySet<string> = new Set(['a derived presence', 'a presence that is peeked at']);

interface Cell {
  readonly name: string;
  readonly schema: () => Node<unknown>;
}

/** Every relation with every place that it can speak of. */
const CELLS: readonly Cell[] = Object.entries(SAID).flatMap(([what, said]) =>
  Object.entries(PLACES)
    .filter(([where]) => !(where === 'atEach' && OF_VALUE.has(what)))
    .filter(([where]) => !(where === 'at, optional' && OF_PRESENCE.has(what)))
    .filter(([where]) => !(where !== 'plain' && what === 'the tag of no union'))
    .map(([where, place]) => ({ name: `${what} × ${where}`, schema: () => schemaOf(place, said) })),
);
const HOLDING = CELLS.filter(({ name }) => !(name in REFUSED));

test('every refusal is of a cell', () => {
  const names = CELLS.map(({ name }) => name);
  expect(Object.keys(REFUSED).filter((name) => !names.includes(name))).toEqual([]);
});

describe('what is said of a field that lies elsewhere', () => {
  test.each(Object.entries(REFUSED))('is refused: %s', (name, why) => {
    const schema = CELLS.find((cell) => cell.name === name)?.schema();
    expect(schema && String(refusalOf(schema))).toMatch(why);
  });

  test.each(HOLDING)('is read and written alike: $name', ({ schema: make }) => {
    const schema = make();
    const codecs = new Codecs(schema, loadModule(generatedText([schema])));
    let accepted = 0;
    const values = budget({ everyDay: 8, deep: 32 });
    for (const value of fc.sample(arbitrary(schema), { seed: 5, numRuns: values })) {
      if ('value' in codecs.encodeAndBack(value)) accepted++;
      for (const mutation of fc.sample(valueMutation, {
        seed: accepted,
        numRuns: budget({ everyDay: 4, deep: 16 }),
      }))
        codecs.encodeAndBack(mutateValue(value, mutation));
    }
    expect(accepted).toBe(values);
    for (const bytes of fc.sample(damaged(schema), { seed: 5, numRuns: budget({ everyDay: 12, deep: 48 }) }))
      codecs.decode(bytes);
  });

  test('and the compiler finds no fault with the code', () => {
    expect(typeErrorsOf(HOLDING.map(({ schema }) => generatedText([schema()])))).toEqual([]);
  });
});
