import { list, padding, struct, u8 } from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, encodeErrorOf, expectBothWays, hex } from './support.js';

describe('padding', () => {
  const S = struct('S', { zeros: padding(2), a: u8, more: padding(2, 0xff) });

  test('is not in the value', () => expectBothWays(S, '0000 05 ffff', { a: 5 }));

  test.each([
    ['0100 05 ffff', 'wrong-constant', 0, 'zeros'],
    ['0001 05 ffff', 'wrong-constant', 1, 'zeros'],
    ['0000 05 ff00', 'wrong-constant', 4, 'more'],
    ['00', 'unexpected-end', 0, 'zeros'],
    ['0000 05 ff', 'unexpected-end', 3, 'more'],
    ['0000 05', 'unexpected-end', 3, 'more'],
  ])('%s is refused as %s at %i', (wire, code, offset, path) => {
    expect(decodeErrorOf(S, hex(wire))).toMatchObject({ code, offset, path });
  });

  test('is undefined as an element', () => {
    const All = struct('All', { all: list(padding(1), 2) });
    expectBothWays(All, '0000', { all: [undefined, undefined] });
    expect(encodeErrorOf(All, { all: [undefined, hex('00')] })).toMatchObject({
      code: 'wrong-type',
      path: 'all[1]',
      expected: 'undefined',
    });
  });
});
