import type { Node } from '@bytewright/schema-dsl';
import { align, bytes, decode, gaps, lookahead, prefix, struct, u8 } from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { expectBothWays, hex } from './support.js';

describe('bytes in a value are copies, unless views are requested', () => {
  const cases: readonly (readonly [what: string, schema: Node<unknown>, wire: string, at: number])[] = [
    ['of a field', struct('S', { a: u8, data: bytes(2) }), '07 0102', 1],
    [
      'that fill up, where they are kept',
      struct('S', { a: u8, data: align(4, { keep: true }) }),
      '07 010203',
      1,
    ],
    ['in no field', struct('S', { a: u8, data: gaps() }), '07 0102', 1],
  ];
  const dataOf = (value: unknown): Uint8Array => {
    const data: unknown = Reflect.get(value as object, 'data');
    return Array.isArray(data) ? (data[0] as { readonly bytes: Uint8Array }).bytes : (data as Uint8Array);
  };

  test.each(cases)('%s', (_, schema, wire, at) => {
    const input = hex(wire);
    const [copy, view] = [dataOf(decode(schema, input)), dataOf(decode(schema, input, { bytes: 'view' }))];
    expect(copy).toEqual(view);
    expect(copy.buffer).not.toBe(input.buffer);
    expect(view.buffer).toBe(input.buffer);
    input[at] = 0xee;
    expect(copy[0]).toBe(1);
    expect(view[0]).toBe(0xee);
  });

  test('even if they were tried before', () => {
    const Mark = struct('Mark', { a: u8, data: align(2, { keep: true }) });
    const S = struct('S', { seen: lookahead(Mark), mark: Mark, rest: bytes(prefix(u8)) });
    expectBothWays(S, '07 01 00', { seen: true, mark: { a: 7, data: hex('01') }, rest: hex('') });
  });
});
