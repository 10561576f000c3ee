import type { Damage } from './damage.js';
import type { Random } from './random.js';
import type { Seed, Span } from './seed.js';

/** Integers that are likely to be mishandled: zero, one, the sign bit, all ones, and the neighbors of powers of two. */
const EDGES = ['00', '01', '7e', '7f', '80', 'fe', 'ff', '04', '05'];
const WIDE_EDGES = [
  '0000',
  'ffff',
  '0001',
  '8000',
  '7fff',
  '00000000',
  'ffffffff',
  '7fffffff',
  '80000000',
].concat(
  ['00000001', '00100000', '01000000', '40000000', '0000ffff', '00010000'],
  ['0000000000000000', 'ffffffffffffffff', '7fffffffffffffff', '8000000000000000', '0000000100000000'],
);

/** A way to damage a seed. */
type Draw = (seed: Seed, others: readonly Seed[], random: Random) => Damage;

const place = ({ bytes }: Seed, random: Random): number => random.below(bytes.length + 1);
const span = (spans: readonly Span[], seed: Seed, random: Random): Span =>
  spans.length > 0 ? random.pick(spans) : { at: place(seed, random), length: 1 + random.below(64) };

const DRAWS: readonly Draw[] = [
  (seed, _, random) => ({ kind: 'flip', at: place(seed, random), bit: random.below(8) }),
  (seed, _, random) => {
    const { at, length } = span(seed.words, seed, random);
    return { kind: 'flip', at: at + random.below(length), bit: random.below(8) };
  },
  (seed, _, random) => overwrite(place(seed, random), random.pick(random.oneIn(2) ? EDGES : WIDE_EDGES)),
  (seed, _, random) => overwrite(span(seed.words, seed, random).at, random.pick(WIDE_EDGES)),
  (seed, _, random) => overwrite(span(seed.words, seed, random).at, random.pick(EDGES)),
  (seed, _, random) => ({
    ...{ kind: 'replace', at: place(seed, random), length: 0 },
    hex: random.oneIn(2) ? random.hex(1 + random.below(64)) : random.pick(EDGES).repeat(1 + random.below(64)),
  }),
  (seed, _, random) => ({ kind: 'replace', at: place(seed, random), length: 1 + random.below(64), hex: '' }),
  (seed, _, random) => ({ kind: 'cut', at: place(seed, random) }),
  (seed, _, random) => ({ kind: 'cut', at: span(seed.parts, seed, random).at + random.below(24) }),
  (seed, _, random) => {
    const { at, length } = span(seed.parts, seed, random);
    return { kind: 'copy', from: at, length, to: span(seed.parts, seed, random).at };
  },
  (seed, _, random) => {
    const { at, length } = span(seed.parts, seed, random);
    return { kind: 'move', from: at, length, to: span(seed.parts, seed, random).at };
  },
  // a footer has five bytes, and is directly before the next part
  (seed, _, random) => {
    const from = Math.max(0, span(seed.parts, seed, random).at - 5);
    return { kind: 'copy', from, length: 5, to: place(seed, random) };
  },
  (seed, others, random) => {
    const other = random.pick(others);
    const inParts = random.oneIn(2);
    const spot = (one: Seed): number => (inParts ? span(one.parts, one, random).at : place(one, random));
    return { kind: 'splice', at: spot(seed), seed: other.name, from: spot(other) };
  },
];

/** JSON tokens that are wrong in most places: values of other types, limits of ranges, names that JavaScript treats specially. */
const JSON_WORDS = [
  ...['null', 'true', '{}', '[]', '""', '0', '-0', '-1', '1', '2', '0.5', '1e9', '1e99', '1e999', '255'],
  ...['65536', '2147483647', '4294967295', '4294967296', '9007199254740991', '9007199254740993'],
  ...[
    '"__proto__"',
    '"constructor"',
    '"toString"',
    '"then"',
    '"\\u0000"',
    '"\\u001b[2J"',
    '"\\ud800"',
    '"*/"',
    '"a/b"',
  ],
  ...[
    '"uint8"',
    '"buffer"',
    '"struct"',
    '"unused_buffer"',
    '"bitmap"',
    '"integer"',
    '"bytes"',
    '"list"',
    '"u64"',
  ],
];
const JSON_HEX = JSON_WORDS.map((word) => Buffer.from(word).toString('hex'));

/** Damage whose result is usually still JSON. */
const TEXT_DRAWS: readonly Draw[] = [
  (seed, _, random) => ({ kind: 'replace', ...span(seed.words, seed, random), hex: random.pick(JSON_HEX) }),
  (seed, _, random) => {
    const { at, length } = span(seed.words, seed, random);
    const other = span(seed.words, seed, random);
    const hex = Buffer.from(seed.bytes.subarray(other.at, other.at + other.length)).toString('hex');
    return { kind: 'replace', at, length, hex };
  },
  (seed, _, random) => {
    const { at, length } = span(seed.parts, seed, random);
    const other = span(seed.parts, seed, random);
    const hex = Buffer.from(seed.bytes.subarray(other.at, other.at + other.length)).toString('hex');
    return { kind: 'replace', at, length, hex };
  },
  (seed, _, random) => ({ kind: 'replace', ...span(seed.parts, seed, random), hex: random.pick(JSON_HEX) }),
  (seed, _, random) => {
    const { at, length } = span(seed.parts, seed, random);
    const hex = Buffer.from(seed.bytes.subarray(at, at + length)).toString('hex');
    return { kind: 'replace', at, length: 0, hex: `${hex}2c`.repeat(1 + random.below(8)) };
  },
];

function overwrite(at: number, hex: string): Damage {
  return { kind: 'replace', at, length: hex.length / 2, hex };
}

/** Draws up to `most` steps of damage, usually one: the effect of a step shows best on its own. */
export function drawDamage(seed: Seed, others: readonly Seed[], random: Random, most = 5): readonly Damage[] {
  const count = random.oneIn(2) ? 1 : 1 + random.below(most);
  return Array.from({ length: count }, () => {
    const draws = seed.isText === true && !random.oneIn(8) ? TEXT_DRAWS : DRAWS;
    return random.pick(draws)(seed, others, random);
  });
}

/** Draws a compression, sometimes followed by damage to its output: to the header, the middle, or the checksum. */
export function drawCompression(seed: Seed, random: Random): readonly Damage[] {
  const at = random.pick([random.below(12), random.below(seed.bytes.length), 0xffff_ffff]);
  const harm: readonly Damage[] = [
    { kind: 'flip', at, bit: random.below(8) },
    { kind: 'cut', at },
    { kind: 'replace', at, length: random.below(3), hex: random.hex(random.below(9)) },
    { kind: 'copy', from: 0, length: 0xffff_ffff, to: 0xffff_ffff },
  ];
  return random.oneIn(2) ? [{ kind: 'gzip' }] : [{ kind: 'gzip' }, random.pick(harm)];
}
