import type { Node } from '@bytewright/schema-dsl';
import { list, optional, prefix, struct, u8, u16be } from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWithBinaryParser, toBinaryParser } from '../../src/binary-parser/index.js';
import { expectAgreement, hex, itAgrees } from './agreement.js';

interface Tree {
  readonly v: number;
  readonly kids: readonly Tree[];
}

const Tree = struct('Tree', {
  v: u8,
  get kids() {
    return list(Tree, prefix(u8));
  },
}) as unknown as Node<Tree>; // spelt out, for the sake of the arbitrary

const treeOf: (depth?: number) => fc.Arbitrary<Tree> = fc.memo((depth) =>
  fc.record({ v: fc.nat(255), kids: depth > 1 ? fc.array(treeOf(), { maxLength: 3 }) : fc.constant([]) }),
);

describe('recursion', () => {
  itAgrees('a struct that contains itself', Tree, {
    examples: [
      ['01 00', { v: 1, kids: [] }],
      [
        '01 02 02 00 03 01 04 00',
        {
          v: 1,
          kids: [
            { v: 2, kids: [] },
            { v: 3, kids: [{ v: 4, kids: [] }] },
          ],
        },
      ],
    ],
    values: treeOf(4),
  });

  const Even = struct('Even', {
    a: u8,
    get odd() {
      return optional(Odd);
    },
  }).where(($) => [$.odd.presentWhen($.a.eq(1))]);
  const Odd: Node<unknown> = struct('Odd', { wide: u16be, even: Even });
  itAgrees('structs that contain one another', Even as Node<object>, {
    examples: [['01 0003 00', { a: 1, odd: { wide: 3, even: { a: 0, odd: undefined } } }]],
    values: fc.constantFrom(
      { a: 2, odd: undefined },
      { a: 1, odd: { wide: 7, even: { a: 1, odd: { wide: 8, even: { a: 0, odd: undefined } } } } },
    ),
  });

  // binary-parser compiles Tree inside of Left only, unless it is mentioned outside as well
  const Left = struct('Left', {
    tree: Tree,
    get more() {
      return list(Left, prefix(u8));
    },
  });
  const Right = struct('Right', {
    tree: Tree,
    get more() {
      return list(Right, prefix(u8));
    },
  });
  const side = fc.record({ tree: treeOf(2), more: fc.constant([]) });
  itAgrees(
    'structs that share one which contains itself',
    struct('Fork', { left: Left, right: Right }) as Node<object>,
    {
      examples: [
        [
          '0100 01 020000 030104 00 00',
          {
            left: { tree: { v: 1, kids: [] }, more: [{ tree: { v: 2, kids: [] }, more: [] }] },
            right: { tree: { v: 3, kids: [{ v: 4, kids: [] }] }, more: [] },
          },
        ],
      ],
      values: fc.record({ left: side, right: side }),
    },
  );

  it('does not mix up two schemas with a struct of one name', () => {
    const Other = struct('Tree', {
      wide: u16be,
      get kids() {
        return list(Other, prefix(u8));
      },
    }) as unknown as Node<unknown>;
    const [first, second] = [toBinaryParser(Tree), toBinaryParser(Other)];
    expect(first.parse(hex('01 00')).value).toEqual({ v: 1, kids: [] });
    expect(second.parse(hex('00 01 00')).value).toEqual({ wide: 1, kids: [] });
    expect(first.parse(hex('01 00')).value).toEqual({ v: 1, kids: [] });
  });

  it('goes as deep as the interpreter does, also after it went too deep', () => {
    const deep = (levels: number): Uint8Array =>
      Uint8Array.from({ length: 2 * levels }, (_, i) => (i % 2 === 1 && i < 2 * levels - 1 ? 1 : 0));
    expect(expectAgreement(Tree, deep(128))).toBe(true);
    expect(expectAgreement(Tree, deep(129))).toBe(false);
    expect(() => parseWithBinaryParser(Tree, deep(129))).toThrow('more than 128 nested structs');
    expect(expectAgreement(Tree, deep(128))).toBe(true);
  });
});
