import { isUtf16 } from '@bytewright/runtime/codec';
import { constantValue, hexBytes } from '../../../ir/expression.js';
import type { ByteExtentIR } from '../../../ir/extent.js';
import type { ListNode } from '../../../ir/node.js';
import type { BitsNode } from '../../../ir/nodes/bits.js';
import { bitsTraits } from '../../../ir/nodes/bits.js';
import type { EnumerationNode } from '../../../ir/nodes/enumeration.js';
import type { FlagsNode } from '../../../ir/nodes/flags.js';
import { knownBits } from '../../../ir/nodes/flags.js';
import type { FloatNode } from '../../../ir/nodes/float.js';
import { floatTraits } from '../../../ir/nodes/float.js';
import type { NumericNode, NumericTraits } from '../../../ir/nodes/numeric.js';
import { numericTraits } from '../../../ir/nodes/numeric.js';
import type { StringNode, TextEncoding } from '../../../ir/nodes/string.js';
import { isNumberElement, typedArrayOf } from '../../../ir/nodes/typed-array-of.js';
import type { VarintNode } from '../../../ir/nodes/varint.js';
import { varintTraits } from '../../../ir/nodes/varint.js';

/** A wrong value for a place: its description, and a function that makes it, as most are never made. */
export type WrongPart = readonly [what: string, make: () => unknown];

/** A wrong part that is cheap to make. */
export function wrong(what: string, part: unknown): WrongPart {
  return [what, () => part];
}

const NULL: WrongPart = wrong('null', null);
const DIGITS: WrongPart = wrong('a string of digits', '1');

/** Values that are not booleans. */
export const wrongBooleans: readonly WrongPart[] = [
  wrong('a number for a boolean', 1),
  wrong('a string for a boolean', 'true'),
  NULL,
];

/** Invalid values of a boolean that keeps other bytes. */
export const wrongBooleanBytes: readonly WrongPart[] = [
  wrong('a byte that is a boolean', 1),
  wrong('no byte', 256),
  wrong('a fraction', 2.5),
  wrong('a string for a boolean', 'true'),
  NULL,
];

/** Invalid values of an enumeration: other names, and numbers that have a name. */
export function wrongMembers(node: EnumerationNode): readonly WrongPart[] {
  const [first] = node.members;
  const { max, bigint } = numericTraits(node.node);
  const beyond = bigint ? max + 1n : Number(max) + 1;
  return [
    wrong('a name that no member has', 'no such member'),
    wrong('a number that has a name', first && constantValue(first.value)),
    wrong('a number out of range', beyond),
    wrong('a boolean for a member', true),
    NULL,
  ];
}

/** Invalid values for the unnamed bits. */
export function wrongUnknownBits(node: FlagsNode): readonly WrongPart[] {
  const known = knownBits(node);
  const { bigint } = numericTraits(node.node);
  return [wrong('bits that have a name', bigint ? known : Number(known)), ...wrongIntegers(node.node)];
}

/** Values that are not those of a struct or union. */
export const wrongObjects: readonly WrongPart[] = [
  wrong('a number for an object', 7),
  wrong('an array for an object', []),
  wrong('bytes for an object', new Uint8Array(0)),
  wrong('a map for an object', new Map()),
  DIGITS,
  NULL,
];

/** Invalid values of an integer field. */
export function wrongIntegers(node: NumericNode): readonly WrongPart[] {
  return wrongNumbers(numericTraits(node));
}

/** Invalid values of a bit field. */
export function wrongBits(node: BitsNode): readonly WrongPart[] {
  return node.type === 'boolean' ? wrongBooleans : wrongNumbers(bitsTraits(node));
}

function wrongNumbers({ min, max, bigint, label }: NumericTraits): readonly WrongPart[] {
  const asValue = (n: bigint): unknown => (bigint ? n : Number(n));
  const outside = [
    wrong(`a number above ${label}`, asValue(max + 1n)),
    wrong(`a number below ${label}`, asValue(min - 1n)),
    wrong(`a number far above ${label}`, asValue(max << 64n)),
  ];
  const others = bigint
    ? [wrong('a number for a bigint', 1)]
    : [
        wrong('a fraction', 1.5),
        wrong('not a number', Number.NaN),
        wrong('infinity', Number.POSITIVE_INFINITY),
        wrong('minus zero', -0),
        wrong('a bigint for a number', 1n),
      ];
  return [...outside, ...others, DIGITS, NULL];
}

/** Invalid values of a float field, including those that it would round. */
export function wrongFloats(node: FloatNode): readonly WrongPart[] {
  const { size } = floatTraits(node);
  const infinity = { 2: 0x7c00n, 4: 0x7f800000n, 8: 0x7ff0000000000000n }[size];
  return [
    ...(size < 8
      ? [wrong('a number that would be rounded', 0.1), wrong('a number that would be infinite', 1e300)]
      : []),
    wrong('a bigint for a number', 1n),
    wrong('bits that are no NaN', { nan: infinity }),
    wrong('bits of the canonical NaN', { nan: infinity | (infinity >> 1n) | ((infinity & -infinity) >> 1n) }),
    wrong('bits that are too many', { nan: 1n << BigInt(8 * size) }),
    DIGITS,
    NULL,
  ];
}

/** Invalid values of an integer that may be padded. */
export function wrongPadded(node: VarintNode): readonly WrongPart[] {
  const { bigint, maxSize } = varintTraits(node);
  const zero = bigint ? 0n : 0;
  return [
    ...wrongIntegers(node),
    wrong('no padding', { value: zero, byteLength: 1 }),
    wrong('too much padding', { value: zero, byteLength: maxSize + 1 }),
    wrong('padding of an unknown size', { value: zero }),
    wrong('padding without a value', { byteLength: 2 }),
  ];
}

/** Invalid values of a bytes field, including impossible sizes. */
export function wrongBytes(value: Uint8Array, sizes: readonly number[]): readonly WrongPart[] {
  return [
    ['an array for bytes', () => [...value]],
    wrong('a string for bytes', 'abc'),
    ['16-bit numbers for bytes', () => new Uint16Array(value.length)],
    NULL,
    ...sizes.map(
      (size): WrongPart => [
        `${size} bytes`,
        () => Uint8Array.from({ length: size }, (_, i) => value[i] ?? 0),
      ],
    ),
  ];
}

/** Invalid values of a string field, including impossible sizes. */
export function wrongStrings({ encoding }: StringNode, sizes: readonly number[]): readonly WrongPart[] {
  return [
    wrong('a number for a string', 5),
    ['bytes for a string', () => new Uint8Array(2)],
    NULL,
    wrong('a lone surrogate', '\ud800'),
    wrong('a lone surrogate between letters', 'a\udfffb'),
    ...OUTSIDE[encoding].map((text) => wrong(`a character outside ${encoding}`, text)),
    ...wrongSizesOf(encoding, sizes),
  ];
}

function wrongSizesOf(encoding: TextEncoding, sizes: readonly number[]): readonly WrongPart[] {
  const unit = isUtf16(encoding) ? 2 : 1;
  return sizes
    .filter((size) => size % unit === 0) // no text has the other sizes
    .map((size): WrongPart => [`a string of ${size} bytes`, () => 'a'.repeat(size / unit)]);
}

/** Content that would decode as less than it is: it contains the terminator, or ends with the fill. */
export function wrongEndings(extent: ByteExtentIR): readonly (readonly [what: string, bytes: Uint8Array])[] {
  switch (extent.kind) {
    case 'terminated':
      return [['content with its terminator', Uint8Array.from(hexBytes(extent.terminator))]];
    case 'padded': {
      const fill = Uint8Array.from(hexBytes(extent.fill));
      const fits = extent.size.kind === 'fixed' && extent.size.size >= fill.length;
      return fits ? [['content that ends with its fill', fill]] : [];
    }
    default:
      return [];
  }
}

const OUTSIDE: { readonly [E in TextEncoding]: readonly string[] } = {
  ascii: ['\x80', '\u{10000}'],
  latin1: ['\u0100', '\u{10000}'],
  'utf-8': [],
  'utf-16le': [],
  'utf-16be': [],
};

/** Invalid values of a list, including impossible counts. */
export function wrongLists(
  { element }: ListNode,
  value: ArrayLike<unknown>,
  counts: readonly number[],
): readonly WrongPart[] {
  const others = [wrong('a string for a list', 'abc'), wrong('an object for a list', { length: 0 }), NULL];
  if (!isNumberElement(element)) return [...others, ...counts.flatMap((count) => repeated(value, count))];
  const array = typedArrayOf(element);
  const zero = array.name.startsWith('Big') ? 0n : 0;
  const sized = (count: number): unknown =>
    array.from(Array.from({ length: count }, (_, i) => value[i] ?? zero));
  return [
    ...others,
    [`an array for a ${array.name}`, () => Array.from(value)],
    [
      `another typed array for a ${array.name}`,
      () => new (array.name === 'Float64Array' ? Float32Array : Float64Array)(value.length),
    ],
    ...counts.map((count): WrongPart => [`${count} elements`, () => sized(count)]),
  ];
}

/**
 * Lists of a wrong count that are cheap to make: without an element there is none to repeat, and large counts would be slow.
 */
function repeated(value: ArrayLike<unknown>, count: number): readonly WrongPart[] {
  if ((value.length === 0 && count > 0) || count > 256) return [];
  return [[`${count} elements`, () => Array.from({ length: count }, (_, i) => value[i % value.length])]];
}
