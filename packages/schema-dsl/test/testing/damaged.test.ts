import {
  byteLength,
  decode,
  derived,
  encode,
  isDecodeError,
  string,
  struct,
  u16be,
  u32be,
} from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { arbitraryBytes, damaged } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mutation } from '../../src/testing/damage/mutation.js';
import { mutate } from '../../src/testing/damage/mutation.js';
import { nearMisses } from '../../src/testing/damage/near-misses.js';
import { outlineOf } from '../../src/testing/damage/outline.js';
import { SCHEMAS } from './schemas.js';

const Text = struct('Text', { length: derived(u16be), text: string(undefined, 'ascii'), id: u32be }).where(
  ($) => [$.length.is(byteLength($.text))],
);
const hi = encode(Text, { text: 'hi', id: 5 }); // 00 02 68 69 00 00 00 05
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function accepts(bytes: Uint8Array): boolean {
  try {
    decode(Text, bytes);
    return true;
  } catch (error) {
    if (isDecodeError(error)) return false;
    throw error;
  }
}

describe('damaged inputs', () => {
  const inputs = fc.sample(damaged(Text), { numRuns: 3000, seed: 60 });
  const lengthOf = (bytes: Uint8Array): number => (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const meets = (what: (bytes: Uint8Array, told: number, there: number) => boolean): number =>
    inputs.filter((bytes) => bytes.length >= 6 && what(bytes, lengthOf(bytes), bytes.length - 6)).length;

  test('are mostly rejected, and occasionally accepted', () => {
    const accepted = inputs.filter(accepts).length;
    expect(accepted).toBeGreaterThan(100);
    expect(accepted).toBeLessThan(1500);
  });

  test('have lengths that are off by one, both ways, and at their limits', () => {
    expect(meets((_, told, there) => told === there + 1)).toBeGreaterThan(50);
    expect(meets((_, told, there) => told === there - 1)).toBeGreaterThan(50);
    expect(meets((_, told, there) => told === 0 && there > 0)).toBeGreaterThan(20);
    expect(meets((_, told) => told === 0xffff)).toBeGreaterThan(20);
  });

  test('are truncated and too long, empty and random', () => {
    expect(inputs.filter((bytes) => bytes.length === 0).length).toBeGreaterThan(0);
    expect(inputs.filter((bytes) => bytes.length > 0 && bytes.length < 6).length).toBeGreaterThan(50);
    expect(meets((_, told, there) => told < there)).toBeGreaterThan(100);
    expect(new Set(inputs.map(hex)).size).toBeGreaterThan(1500);
  });

  test('are made from samples too', () => {
    const sample = encode(Text, { text: 'a sample that nobody makes up', id: 0x12345678 });
    const made = fc.sample(damaged(Text, { samples: [sample] }), { numRuns: 1000, seed: 61 });
    const near = made.filter((bytes) => hex(bytes).includes(hex(sample.subarray(10, 20))));
    expect(near.length).toBeGreaterThan(50);
    expect(near.some((bytes) => hex(bytes) !== hex(sample))).toBe(true);
  });
});

test('arbitraryBytes generates only accepted bytes', () => {
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    for (const bytes of fc.sample(arbitraryBytes(schema), { numRuns: 25, seed: 62 })) {
      expect(() => decode(schema, bytes), `${name} ${hex(bytes)}`).not.toThrow();
    }
  }
});

describe('a mutation', () => {
  const outline = outlineOf(irOf(Text), hi);
  const atSeam = (index: number) => ({ atSeam: true, index });
  const atByte = (index: number) => ({ atSeam: false, index });
  const number = (
    change: Extract<Mutation, { kind: 'number' }>['change'],
    part = 0,
    littleEndian = false,
  ): Mutation => ({
    kind: 'number',
    part,
    width: 8,
    littleEndian,
    change,
  });
  const more = Uint8Array.of(0xaa, 0xbb);

  test('knows the parts; hidden ones count three times', () => {
    expect(outline.seams).toEqual([0, 2, 4, 8]);
    const length = { offset: 0, length: 2 };
    expect(outline.parts).toEqual([
      length,
      length,
      length,
      { offset: 2, length: 2 },
      { offset: 4, length: 4 },
    ]);
  });

  const cases: readonly [what: string, mutation: Mutation, result: string][] = [
    ['cuts at a seam', { kind: 'truncate', at: atSeam(2) }, '0002 6869'],
    ['cuts at a byte, counted around', { kind: 'truncate', at: atByte(9 + 3) }, '0002 68'],
    ['flips a bit', { kind: 'flip', at: atByte(1), bit: 7 }, '0082 6869 00000005'],
    ['flips nothing behind the end', { kind: 'flip', at: atByte(8), bit: 0 }, '0002 6869 00000005'],
    ['replaces a byte', { kind: 'replace', at: atSeam(1), byte: 0xff }, '0002 ff69 00000005'],
    ['increments', number('increment'), '0003 6869 00000005'],
    ['increments with a carry', number('increment', 4), '0002 6869 00000006'],
    ['increments the other way round', number('increment', 0, true), '0102 6869 00000005'],
    ['decrements', number('decrement'), '0001 6869 00000005'],
    ['decrements with a borrow', number('decrement', 0, true), 'ff01 6869 00000005'],
    ['clears', number('zero'), '0000 6869 00000005'],
    ['fills', number('all ones', 4), '0002 6869 ffffffff'],
    ['flips the sign', number('top bit', 4), '0002 6869 80000005'],
    ['removes', { kind: 'remove', at: atSeam(2), to: atSeam(1) }, '0002 00000005'],
    ['doubles', { kind: 'double', at: atSeam(1), to: atSeam(2) }, '0002 6869 6869 00000005'],
    ['inserts', { kind: 'insert', at: atSeam(1), bytes: more }, '0002 aabb 6869 00000005'],
    ['appends', { kind: 'append', bytes: more }, '0002 6869 00000005 aabb'],
    [
      'goes on with another input',
      { kind: 'splice', at: atSeam(1), other: Uint8Array.of(1, 2, 3) },
      '0002 03',
    ],
  ];
  test.each(cases)('%s', (_, mutation, result) => {
    const before = hex(hi);
    expect(hex(mutate(mutation, hi, outline))).toBe(result.replaceAll(' ', ''));
    expect(hex(hi)).toBe(before);
  });

  test('for a later version of the input stays within it', () => {
    const short = hi.subarray(0, 3);
    for (const [, mutation] of cases) expect(mutate(mutation, short, outline).length).toBeLessThanOrEqual(8);
  });
});

test('near misses of a small input change every part, truncate at every seam, and append a byte', () => {
  const misses = nearMisses(irOf(struct('Byte', { a: u16be })), [Uint8Array.of(0x12, 0x34), 0]).map(hex);
  expect(misses).toEqual([
    ...['1235', '1233', '0000', 'ffff', '9234'], // as a big-endian number
    ...['1334', '1134', '0000', 'ffff', '12b4'], // as a little-endian number
    ...['1334', '1134', '0034', 'ff34', '9234'], // the first byte alone
    ...['', '1234'], // truncated at the seams
    '123400',
  ]);
});
