import type { Node } from '@bytewright/schema-dsl';
import {
  byteLength,
  bytes,
  check,
  count,
  cstring,
  derived,
  list,
  offsetOf,
  on,
  padding,
  parameter,
  prefix,
  reserved,
  string,
  struct,
  tagOf,
  u8,
  u16be,
  u32be,
  u32le,
  union,
} from '@bytewright/schema-dsl';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Codecs } from '../differential/codecs.js';
import { Workshop } from '../differential/generate-code.js';
import { bytesOfHex } from '../drawn/drawn-bytes.js';
import { drawnError } from '../drawn/drawn-error.js';

// What released versions of other libraries were measured to do with these inputs stands in each title. Here the same input
// has to come back as it was or to be an error with a path, from the interpreter and from generated code.

const n = parameter('n', u8);
const Elements = struct('Elements', { elements: list(u8, n) });

const schemas = {
  Counted: struct('Counted', { count: derived(u32le), values: list(u8) }).where(($) => [
    $.count.is(count($.values)),
  ]),
  CountKept: struct('CountKept', { values: list(u8, prefix(u32le)), count: u8 }).where(($) => [
    check(count($.values).eq($.count), 'as many as there are values'),
  ]),
  Pointer: struct('Pointer', { offset: derived(u8), other: bytes(prefix(u8)), value: u16be }).where(($) => [
    $.offset.is(offsetOf($.value)),
  ]),
  Derived: struct('Derived', { n: derived(u8), arr: list(u8) }).where(($) => [$.n.is(count($.arr))]),
  Kept: struct('Kept', { n: u8, arr: Elements }).where(($) => [$.arr.with(n.of($.n))]),
  Byte: struct('Byte', { level: u8 }),
  Closed: struct('Closed', { kind: derived(u8), body: union({ zero: on(0, u8), one: on(1, u8) }) }).where(
    ($) => [$.kind.is(tagOf($.body))],
  ),
  Open: struct('Open', {
    kind: derived(u8),
    body: union({ zero: on(0, u8), one: on(1, u8) }, { otherwise: u8, rawTag: 'kind' }),
  }).where(($) => [$.kind.is(tagOf($.body))]),
  Reserved: struct('Reserved', { reserved: reserved(2), level: u8 }),
  Padding: struct('Padding', { padding: padding(2), level: u8 }),
  Terminated: struct('Terminated', { text: string(cstring, 'ascii'), level: u8 }),
  Nested: struct('Nested', {
    header: struct('NestedHeader', { version: u8 }),
    items: list(struct('NestedItem', { id: u16be, name: string(prefix(u8)), size: u32be }), prefix(u8)),
  }),
  Length: struct('Length', { length: derived(u8), data: bytes() }).where(($) => [
    $.length.is(byteLength($.data)),
  ]),
} satisfies Record<string, Node<unknown>>;

const workshop = new Workshop();
afterAll(() => workshop.remove());
const codecs = new Map<string, Codecs>();
beforeAll(async () => {
  const generated = await workshop.load(Object.values(schemas));
  for (const [name, schema] of Object.entries(schemas)) codecs.set(name, new Codecs(schema, generated));
});

const of = (name: keyof typeof schemas): Codecs => codecs.get(name) as Codecs;

/** The value has these bytes, and comes back from them. */
function comesBack(name: keyof typeof schemas, value: unknown, hex: string): void {
  expect(of(name).encodeAndBack(value)).toEqual({ value: bytesOfHex(hex) });
}

const refusesValue = (name: keyof typeof schemas, value: unknown, error: string): void =>
  expect(drawnError(of(name).encode(value), false)).toBe(error);

const refusesBytes = (name: keyof typeof schemas, hex: string, error: string): void =>
  expect(drawnError(of(name).decode(bytesOfHex(hex)))).toBe(error);

describe('@solana/codecs 8.4.0: the example { count: 2, values: [1, 2] } decodes to [2, 1], and count: 9 is accepted', () => {
  test('a derived count is written once and comes back', () => {
    comesBack('Counted', { values: Uint8Array.of(1, 2) }, '02 00 00 00 01 02');
  });
  test('a count that is kept must agree', () => {
    comesBack('CountKept', { values: Uint8Array.of(1, 2), count: 2 }, '02 00 00 00 01 02 02');
    refusesValue('CountKept', { values: Uint8Array.of(1, 2), count: 9 }, 'check-failed in count');
    refusesBytes('CountKept', '02 00 00 00 01 02 09', 'check-failed at 6 in count');
  });
});

test('restructure 3.0.2: a pointer to 0x1234 decodes to 0x0712', () => {
  comesBack('Pointer', { other: Uint8Array.of(7), value: 0x1234 }, '03 01 07 12 34');
  refusesBytes('Pointer', '02 01 07 12 34', 'mismatch at 0 in offset');
});

describe('restructure 3.0.2: { n: 1, arr: [1, 2, 3] } reads back as [1], and without n as []', () => {
  test('a derived count is not the value’s to choose', () => {
    comesBack('Derived', { arr: Uint8Array.of(1, 2, 3) }, '03 01 02 03');
  });
  test('a count that is kept must agree', () => {
    refusesValue('Kept', { n: 1, arr: { elements: Uint8Array.of(1, 2, 3) } }, 'wrong-length in arr.elements');
    refusesValue('Kept', { arr: { elements: Uint8Array.of(1, 2, 3) } }, 'wrong-type in n');
  });
});

test('restructure 3.0.2: the uint8 300 is written as 2c', () => {
  refusesValue('Byte', { level: 300 }, 'out-of-range in level');
});

test('restructure 3.0.2: the value 7 of an enumeration of two decodes to 7 and then cannot be encoded', () => {
  refusesBytes('Closed', '07 05', 'unknown-tag at 1 in body');
  comesBack('Open', { body: { type: undefined, kind: 7, value: 5 } }, '07 05');
});

test('restructure 3.0.2: reserved bytes 09 09 are encoded as 00 00', () => {
  comesBack('Reserved', { reserved: Uint8Array.of(9, 9), level: 1 }, '09 09 01');
  refusesBytes('Padding', '09 09 01', 'wrong-constant at 0 in padding');
});

test('restructure 3.0.2 and typed-binary 4.3.3: the terminated text "a\\0b" and 1 read back as "a" and 98', () => {
  refusesValue('Terminated', { text: 'a\0b', level: 1 }, 'ambiguous in text');
  comesBack('Terminated', { text: 'ab', level: 1 }, '61 62 00 01');
});

test('typed-binary 4.3.3: the u8 300 is written as 2c', () => {
  refusesValue('Byte', { level: 300 }, 'out-of-range in level');
  refusesValue('Byte', { level: -1 }, 'out-of-range in level');
  refusesValue('Byte', { level: 0.5 }, 'wrong-type in level');
});

test('protodef 1.19.0: a count of 1 with two elements writes both', () => {
  refusesValue('Kept', { n: 1, arr: { elements: Uint8Array.of(1, 2) } }, 'wrong-length in arr.elements');
  refusesBytes('Kept', '01 01 02', 'trailing-bytes at 2');
});

test('binary-parser 2.3, restructure, typed-binary: truncated input is a bare RangeError without path and offset', () => {
  refusesBytes('Nested', '01 02 00 07 01 61 00 00 00 01 00', 'unexpected-end at 2 in items');
  refusesBytes('Nested', '01 01 00 07 01 61 00 00 00', 'unexpected-end at 6 in items[0].size');
});

test('protodef 1.19.0: truncated input is "Read error for undefined : undefined"', () => {
  const outcome = of('Length').decode(bytesOfHex('05 01 02'));
  expect(outcome).toEqual({
    error: { code: 'unexpected-end', offset: 1, path: 'data', expected: '5 bytes', found: '2 bytes' },
  });
});
