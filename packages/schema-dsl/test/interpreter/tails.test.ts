import {
  decode,
  gaps,
  literal,
  prefix,
  sized,
  string,
  struct,
  tail,
  u8,
  u16be,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeErrorOf, expectBothWays, hex } from './support.js';

const End = struct('End', { mark: literal(u16be, 0xee00), comment: string(prefix(u16be), 'latin1') });
const File = struct('File', { end: tail(End), rest: gaps() });
const noGaps = { rest: [] };

describe('the tail of a region', () => {
  test('may be the whole region', () => {
    expectBothWays(File, 'ee00 0001 61', { end: { comment: 'a' }, ...noGaps });
    expectBothWays(struct('S', { head: u8, file: sized(5, File) }), '07 ee00 0001 61', {
      head: 7,
      file: { end: { comment: 'a' }, ...noGaps },
    });
  });

  test('does not begin before the region', () => {
    // it would from the second byte on, with a comment of three
    const S = struct('S', { head: struct('Head', { a: u8, b: u16be }), file: sized(5, File) });
    expect(decodeErrorOf(S, hex('01 ee00 0003 616263'))).toMatchObject({
      code: 'no-boundary',
      offset: 3,
      path: 'file.end',
      found: 'none in 5 bytes',
    });
  });

  test('ends exactly where the region does', () => {
    expect(decodeErrorOf(File, hex('ee00 0000 61'))).toMatchObject({ code: 'no-boundary', path: 'end' });
  });

  test('is found far from the end, as offsets where it cannot begin cost nothing', () => {
    // 16 bytes for each byte may be searched for a tail; each place costs what is behind it
    const size = 30_000;
    const input = new Uint8Array(size);
    input.set([0xee, 0, (size - 4) >> 8, (size - 4) & 0xff]);
    expect(decode(File, input).end.comment).toHaveLength(size - 4);
  });
});
