import { atEnd, literal, sized, struct, u8, u16be } from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWithBinaryParser } from '../../src/binary-parser/index.js';
import { expectAgreement, hex, itAgrees } from './agreement.js';

describe('the end', () => {
  const Last = struct('Last', { a: u8, end: literal(u8, 0), nothing: atEnd });
  itAgrees('of a region', struct('Box', { last: sized(2, Last), after: u8 }), {
    examples: [['01 00 07', { last: { a: 1 }, after: 7 }]],
    values: fc.record({ last: fc.record({ a: fc.nat(255) }), after: fc.nat(255) }),
  });

  it('of the input, behind which nothing may follow', () => {
    expect(parseWithBinaryParser(Last, hex('01 00'))).toEqual({ value: { a: 1 }, consumed: 2 });
    expect(() => parseWithBinaryParser(Last, hex('01 00 02 03'))).toThrow('Last.nothing: 2 bytes follow');
    expect(expectAgreement(Last, hex('01 00 02 03'))).toBe(false);
  });

  it('of a region that goes on is refused', () => {
    const Long = sized(3, struct('Two', { a: u16be, nothing: atEnd }));
    expect(() => parseWithBinaryParser(Long, hex('00 01 02'))).toThrow('Two.nothing: 1 bytes follow');
    expect(expectAgreement(Long, hex('00 01 02'))).toBe(false);
  });
});
