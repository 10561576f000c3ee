import { encodeText, isUtf16 } from '@bytewright/runtime/codec';
import * as fc from 'fast-check';
import type { StringNode, TextEncoding } from '../../ir/nodes/string.js';
import { patternOf } from '../constraints/constraint.js';
import { TextPattern } from '../constraints/hints.js';
import type { Range } from '../constraints/range.js';
import { atMost, intersect, isEmpty, isOne } from '../constraints/range.js';
import { sizeOfText } from '../constraints/size-of-text.js';
import { boundedFilter } from './bounded-filter.js';
import { boundedPattern } from './bounded-pattern.js';
import { Unsatisfiable } from './generation-budget.js';
import type { Generate } from './place.js';
import { sequences } from './sequences.js';
import { sizesOf } from './sizes.js';
import { weightedUnion, withExamples } from './weighted-union.js';
import { withRoomForEnding } from './with-room-for-ending.js';

/** Any text in the encoding, or text that matches a check's pattern; text that matches other patterns is frequent. */
export const string: Generate<StringNode> = (node, place) => {
  const sizes = unitsOf(node.encoding, sizesOf(node.extent, place));
  const { field, scope } = place;
  const pattern = field && scope.struct ? patternOf(scope.struct, field.name) : undefined;
  const fits = (text: string): boolean => fitsInto(text, node.encoding, sizes);
  const sift = (source: fc.Arbitrary<string>, what: string): fc.Arbitrary<string> =>
    boundedFilter(source, fits, what, place.budget);
  const base =
    pattern === undefined
      ? texts(node.encoding, sizes)
      : sift(demanded(pattern, node.encoding, sizes), `text that matches /${pattern}/`);
  const hinted = place.hints.flatMap(({ path, value }) =>
    path.length === 0 && typeof value === 'string' && fits(value) ? [value] : [],
  );
  const others = place.hints.flatMap(({ path, value }) => {
    if (path.length > 0 || !(value instanceof TextPattern) || value.source === pattern) return [];
    const texts = matching(value.source, node.encoding, sizes);
    return texts === undefined ? [] : [{ weight: 1, arbitrary: sift(texts, 'such text') }];
  });
  const all = weightedUnion({ weight: 1, arbitrary: base }, ...others);
  return withRoomForEnding(withExamples(all, hinted, 1), node.extent, sizes, place.budget, {
    toBytes: (text) => encodeText(text, node.encoding),
    cut: (text, size) => cutText(text, node.encoding, size),
  });
};

/** UTF-16 takes an even number of bytes. */
function unitsOf(encoding: TextEncoding, sizes: Range): Range {
  if (!isUtf16(encoding)) return sizes;
  const even = intersect(sizes, { min: 0, max: Number.POSITIVE_INFINITY, step: 2 });
  if (isEmpty(even)) throw new Unsatisfiable('no text of whole units is possible here');
  return even;
}

/** As many of the text's characters as fit into the given number of bytes. */
function cutText(text: string, encoding: TextEncoding, size: number): string {
  let [cut, taken] = ['', 0];
  for (const character of text) {
    taken += sizeOfText(character, encoding) ?? 0;
    if (taken > size) break;
    cut += character;
  }
  return cut;
}

function fitsInto(text: string, encoding: TextEncoding, { min, max, step }: Range): boolean {
  const size = sizeOfText(text, encoding);
  return size !== undefined && size >= min && size <= max && (size - min) % step === 0;
}

function demanded(pattern: string, encoding: TextEncoding, sizes: Range): fc.Arbitrary<string> {
  const texts = matching(pattern, encoding, sizes);
  if (texts === undefined) throw new Unsatisfiable(`all texts that match /${pattern}/ are too long here`);
  return texts;
}

/** Texts that match a pattern, up to the available room; `undefined` if all are longer. */
function matching(pattern: string, encoding: TextEncoding, sizes: Range): fc.Arbitrary<string> | undefined {
  const unit = isUtf16(encoding) ? 2 : 1;
  const most = Math.floor(atMost(sizes, Math.max(sizes.min, LONGEST_MATCH)) / unit);
  // fast-check's own length limit is a filter that never gives up
  const bounded = boundedPattern(pattern, { least: isOne(sizes) ? sizes.min / unit : 0, most });
  if (bounded === undefined) return undefined;
  const known = matches.get(bounded);
  if (known !== undefined) return known;
  const sized = (size: fc.SizeForArbitrary): fc.Arbitrary<string> =>
    fc.stringMatching(new RegExp(bounded), { size });
  const made = weightedUnion(
    { weight: 16, arbitrary: sized('small') },
    { weight: 1, arbitrary: sized('medium') },
  );
  matches.set(bounded, made);
  return made;
}

const LONGEST_MATCH = 255;

/** Cached per pattern: parsing a pattern costs more than generating a value. */
const matches = new Map<string, fc.Arbitrary<string>>();

function texts(encoding: TextEncoding, sizes: Range): fc.Arbitrary<string> {
  const characters = sequences(
    CHARACTERS[encoding](),
    isOneByte(encoding) ? sizes : { ...sizes, min: 0, step: 1 },
  );
  const [join, split] = [
    (c: string[]): string => c.join(''),
    (text: unknown): string[] => [...(text as string)],
  ]; // checked as in cutTo()
  if (isOneByte(encoding)) return characters.map(join, split);
  const fit = (parts: string[]): string => fill(parts, encoding, sizes);
  return characters.map(fit, split);
}

/** As many of the characters as fit, padded to an allowed size. */
function fill(characters: readonly string[], encoding: TextEncoding, sizes: Range): string {
  let text = '';
  let size = 0;
  for (const character of characters) {
    const more = size + (sizeOfText(character, encoding) ?? 0);
    if (more > sizes.max) break;
    text += character;
    size = more;
  }
  const target =
    size <= sizes.min
      ? sizes.min
      : Math.min(
          sizes.min + Math.ceil((size - sizes.min) / sizes.step) * sizes.step,
          atMost(sizes, sizes.max),
        );
  const a = sizeOfText('a', encoding) ?? 1;
  return target >= size
    ? text + 'a'.repeat((target - size) / a)
    : fill(characters.slice(0, -1), encoding, sizes);
}

/** Whether each character takes one byte. */
function isOneByte(encoding: TextEncoding): boolean {
  return encoding === 'ascii' || encoding === 'latin1';
}

/** Single characters; they shrink towards "a". */
const CHARACTERS: { readonly [E in TextEncoding]: () => fc.Arbitrary<string> } = {
  ascii: () => characters(0x80, [0x00, 0x20, 0x2f, 0x7e, 0x7f]),
  latin1: () => characters(0x100, [0x00, 0x20, 0x7f, 0x80, 0x9f, 0xff]),
  'utf-8': () => unicode(),
  'utf-16le': () => unicode(),
  'utf-16be': () => unicode(),
};

function unicode(): fc.Arbitrary<string> {
  return characters(
    0x110000 - 0x800,
    [0x00, 0x20, 0x7f, 0x80, 0x100, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfeff, 0xffff, 0x10000, 0x10ffff],
  );
}

function characters(count: number, edges: readonly number[]): fc.Arbitrary<string> {
  const a = 0x61;
  // number n stands for the n-th character from "a" on, wrapping around and skipping surrogates
  const toCharacter = (n: number): string => {
    const index = (n + a) % count;
    return String.fromCodePoint(index < 0xd800 ? index : index + 0x800);
  };
  const toNumber = (character: unknown): number => {
    const point = (character as string).codePointAt(0) ?? 0;
    return ((point < 0xd800 ? point : point - 0x800) - a + count) % count;
  };
  const any = fc.nat(count - 1).map(toCharacter, toNumber);
  const plain = fc.nat(25).map(toCharacter, toNumber);
  return weightedUnion(
    { weight: 2, arbitrary: any },
    { weight: 2, arbitrary: plain },
    { weight: 1, arbitrary: fc.constantFrom(...edges.map((point) => String.fromCodePoint(point))) },
  );
}
