import type { Node } from '@bytewright/schema-dsl';
import { list, optional, prefix, struct, toEnd, u8, u16be } from '@bytewright/schema-dsl';
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

  const Leaf = struct('Leaf', {
    a: u8,
    get up() {
      return optional(Left, undefined);
    },
  }).where(($) => [$.up.presentWhen($.a.eq(1))]);
  const Left: Node<unknown> = struct('Left', { l: u16be, leaf: Leaf });
  const Right = struct('Right', { r: u8, leaf: Leaf });
  const Fork = struct('Fork', { left: Left, right: Right, more: list(Right, toEnd) });

  // binary-parser compiles Leaf inside of Left only, unless it is mentioned outside as well
  itAgrees('structs that contain one another, reached on several ways', Fork as Node<object>, {
    examples: [
      [
        '0001 00 02 01 0003 00 04 00',
        {
          left: { l: 1, leaf: { a: 0, up: undefined } },
          right: { r: 2, leaf: { a: 1, up: { l: 3, leaf: { a: 0, up: undefined } } } },
          more: [{ r: 4, leaf: { a: 0, up: undefined } }],
        },
      ],
    ],
    values: fc.constantFrom(
      { left: { l: 1, leaf: { a: 0 } }, right: { r: 2, leaf: { a: 0 } }, more: [] },
      {
        left: { l: 1, leaf: { a: 1, up: { l: 2, leaf: { a: 0 } } } },
        right: { r: 2, leaf: { a: 0 } },
        more: [],
      },
    ),
    isOpen: true,
  });

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
