import type { ListNode } from '../../../ir/node.js';
import type { IntegerNode } from '../../../ir/nodes/integer.js';
import { integerTraits } from '../../../ir/nodes/integer.js';
import type { StringNode, TextEncoding } from '../../../ir/nodes/string.js';
import { numberArrayOf } from '../../typed-arrays.js';

/** Something that is wrong in a place, and what it is called. */
export type WrongPart = readonly [what: string, part: unknown];

const NULL: WrongPart = ['null', null];
const TEXT: WrongPart = ['a string of digits', '1'];

/** What no boolean is. */
export const wrongBooleans: readonly WrongPart[] = [
  ['a number for a boolean', 1],
  ['a string for a boolean', 'true'],
  NULL,
];

/** What no struct's or union's value is. */
export const wrongObjects: readonly WrongPart[] = [
  ['a number for an object', 7],
  TEXT,
  ['an array for an object', []],
  NULL,
];

/** What a field of an integer type must not hold. */
export function wrongIntegers({ type }: IntegerNode): readonly WrongPart[] {
  const { min, max, bigint } = integerTraits(type);
  const above: WrongPart = [`a number above ${type}`, bigint ? max + 1n : Number(max) + 1];
  const below: WrongPart = [`a number below ${type}`, bigint ? min - 1n : Number(min) - 1];
  const far: WrongPart = [`a number far above ${type}`, bigint ? max << 64n : 2 ** 53];
  if (bigint) return [above, below, far, ['a number for a bigint', 1], TEXT, NULL];
  const numbers = [1.5, Number.NaN, Number.POSITIVE_INFINITY, -0].map(
    (n): WrongPart => [`${Object.is(n, -0) ? '-0' : n}`, n],
  );
  return [above, below, far, ...numbers, ['a bigint for a number', 1n], TEXT, NULL];
}

/** What a bytes field must not hold; sizes are those that it cannot have. */
export function wrongBytes(value: Uint8Array, sizes: readonly number[]): readonly WrongPart[] {
  return [
    ['an array for bytes', [...value]],
    ['a string for bytes', 'abc'],
    ['16-bit numbers for bytes', new Uint16Array(value.length)],
    NULL,
    ...sizes.map(
      (size): WrongPart => [`${size} bytes`, Uint8Array.from({ length: size }, (_, i) => value[i] ?? 0)],
    ),
  ];
}

/** What a string field must not hold. */
export function wrongStrings({ encoding }: StringNode, sizes: readonly number[]): readonly WrongPart[] {
  return [
    ['a number for a string', 5],
    ['bytes for a string', new Uint8Array(2)],
    NULL,
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate between letters', 'a\udfffb'],
    ...OUTSIDE[encoding].map((text): WrongPart => [`characters outside ${encoding}`, text]),
    ...sizes.map((size): WrongPart => [`a string of ${size} bytes`, 'a'.repeat(size)]),
  ];
}

const OUTSIDE: { readonly [E in TextEncoding]: readonly string[] } = {
  ascii: ['\x80', '\u{10000}'],
  latin1: ['\u0100', '\u{10000}'],
  'utf-8': [],
};

/** What a list must not be; counts are those that it cannot have. */
export function wrongLists(
  { element }: ListNode,
  value: ArrayLike<unknown>,
  counts: readonly number[],
): readonly WrongPart[] {
  const others: readonly WrongPart[] = [
    ['a string for a list', 'abc'],
    ['an object for a list', { length: 0 }],
    NULL,
  ];
  if (element.kind !== 'integer') {
    const repeated = value.length === 0 ? [] : counts.filter((count) => count <= 256);
    return [
      ...others,
      ...repeated.map(
        (count): WrongPart => [
          `${count} elements`,
          Array.from({ length: count }, (_, i) => value[i % value.length]),
        ],
      ),
    ];
  }
  const array = numberArrayOf(element.type);
  const zero = integerTraits(element.type).bigint ? 0n : 0;
  return [
    ...others,
    [`an array for a ${array.name}`, Array.from(value)],
    [`another typed array for a ${array.name}`, new Float64Array(value.length)],
    ...counts.map(
      (count): WrongPart => [
        `${count} elements`,
        array.from(Array.from({ length: count }, (_, i) => value[i] ?? zero)),
      ],
    ),
  ];
}
