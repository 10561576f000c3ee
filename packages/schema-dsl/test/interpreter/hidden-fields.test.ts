import {
  derived,
  list,
  literal,
  parameter,
  prefix,
  present,
  processed,
  since,
  sized,
  struct,
  u8,
  xor,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

const version = parameter('version', u8);
const mark = since(version, 2, literal(u8, 0x7e));

describe('a constant that is present from a version on', () => {
  test('depends on a parameter that is bound outside', () => {
    const Always = struct('Always', { mark: derived(mark.with(version.of(2))), end: u8 });
    expectBothWays(Always, '7e 05', { end: 5 });
    const Never = struct('Never', { mark: derived(mark.with(version.of(1))), end: u8 });
    expectBothWays(Never, '05', { end: 5 });
  });

  test('depends on a parameter that a sibling field is bound to', () => {
    const Said = struct('Said', { version: u8, mark: derived(mark), end: u8 }).where(($) => [
      $.mark.with(version.of($.version)),
    ]);
    expectBothWays(Said, '02 7e 05', { version: 2, end: 5 });
    expectBothWays(Said, '01 05', { version: 1, end: 5 });
    expect(decodeErrorOf(Said, hex('02 7f 05'))).toMatchObject({
      code: 'wrong-constant',
      offset: 1,
      path: 'mark',
    });
    for (const bad of [Symbol('2'), '2', 2n])
      expect(encodeErrorOf(Said, { version: bad, end: 5 })).toMatchObject({
        code: 'wrong-type',
        path: 'version',
      });
  });

  test('ignores an outer binding if there is an inner one', () => {
    const Inner = struct('Inner', { mark: derived(mark.with(version.of(1))), own: derived(mark), end: u8 });
    expectBothWays(Inner.with(version.of(2)), '7e 05', { end: 5 });
  });

  test('may be in a region, whose size agrees with it', () => {
    const Region = struct('Region', { mark: derived(sized(prefix(u8), mark)), end: u8 });
    expectBothWays(Region.with(version.of(2)), '01 7e 05', { end: 5 });
    expectBothWays(Region.with(version.of(1)), '00 05', { end: 5 });
  });

  test('may be in a region whose bytes are transformed', () => {
    const Region = struct('Region', { mark: derived(processed(xor(1), prefix(u8), mark)), end: u8 });
    expectBothWays(Region.with(version.of(2)), '01 7f 05', { end: 5 });
    expectBothWays(Region.with(version.of(1)), '00 05', { end: 5 });
  });

  test('may be in the elements of a list outside any struct', () => {
    const Item = struct('Item', { mark: derived(mark), end: u8 });
    expectBothWays(list(Item.with(version.of(2)), 2), '7e 05 7e 06', [{ end: 5 }, { end: 6 }]);
    expectBothWays(list(Item.with(version.of(1)), 2), '05 06', [{ end: 5 }, { end: 6 }]);
  });

  test.each([
    ['in a region', sized(prefix(u8), mark), '7e'],
    ['in a region whose bytes are changed', processed(xor(1), prefix(u8), mark), '7f'],
  ] as const)('others ask whether it is there, %s', (_, region, byte) => {
    const Asked = struct('Asked', { has: derived(u8), mark: derived(region), end: u8 }).where(($) => [
      $.has.is(present($.mark).choose(7, 8)),
    ]);
    expectBothWays(Asked.with(version.of(2)), `07 01 ${byte} 05`, { end: 5 });
    expectBothWays(Asked.with(version.of(1)), '08 00 05', { end: 5 });
  });
});
