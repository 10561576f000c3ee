import { outcomeOf } from '../../../codegen/test/differential/outcome.js';
import type { Seed } from '../fuzz/seed.js';
import type { Case, Field } from './campaign.js';
import type { Edit, Path } from './edit.js';
import { isContainer } from './edit.js';

/** The maximum number of offsets swept in a seed: all if it has no more, otherwise spread evenly. */
const OFFSETS = 300;

/** The maximum size of a value in bytes for sweeping all its fields. */
const LARGE = 2048;

/** The maximum number of seeds swept for a subject, valid ones first. */
const SEEDS = 2;

const POWERS = [7, 8, 15, 16, 31, 32, 53];
const NUMBERS: readonly unknown[] = [
  ...POWERS.flatMap((bits) => [2 ** bits - 1, 2 ** bits, -(2 ** bits), -(2 ** bits) - 1]),
  ...[0, -1, 0.5, Number.NaN, 1n, '1', true, null, undefined],
];
const BIGINTS: readonly unknown[] = [
  ...[
    2n ** 63n - 1n,
    2n ** 63n,
    2n ** 64n - 1n,
    2n ** 64n,
    -1n,
    -(2n ** 63n),
    -(2n ** 63n) - 1n,
    0n,
    1,
    '1',
    null,
  ],
];
const OTHERS: readonly unknown[] = [
  undefined,
  null,
  0,
  'x',
  '',
  '\ud800',
  'x'.repeat(300),
  true,
  false,
  [],
  {},
];

/**
 * Cases that would rarely be drawn: the end of the input at each offset, each byte changed, each field of the value at the limits
 * of its type, of another type, or missing, and an extra key.
 */
export function* sweep(field: Field): Generator<Case> {
  for (const seed of chosen(field)) {
    const plain = { field, seed, options: undefined };
    const stride = Math.ceil(seed.bytes.length / OFFSETS);
    for (let i = 0; i < seed.bytes.length; i += stride) {
      // Not always the same byte in an array of numbers.
      const at = Math.min(i + ((i / stride) % stride), seed.bytes.length - 1);
      yield { ...plain, steps: [{ kind: 'cut', at }], edits: [] };
      for (const hex of ['01', 'ff'])
        yield { ...plain, steps: [{ kind: 'replace', at, length: 1, hex }], edits: [] };
    }
    const outcome = outcomeOf(() => field.subject.old.decode(seed.bytes));
    if (!('value' in outcome) || seed.bytes.length > LARGE) continue;
    for (const edit of edits(outcome.value, [])) yield { ...plain, steps: [], edits: [edit] };
  }
}

/** The most useful valid seeds: those with many bytes, but not with very many. */
function chosen({ subject, seeds }: Field): readonly Seed[] {
  const isSound = ({ bytes }: Seed): boolean => 'value' in outcomeOf(() => subject.old.decode(bytes));
  const rank = (seed: Seed): number =>
    (isSound(seed) ? 0 : 2 ** 40) + (seed.bytes.length > LARGE ? seed.bytes.length : -seed.bytes.length);
  const ranked = seeds.map((seed) => [rank(seed), seed] as const).sort(([a], [b]) => a - b);
  return ranked.slice(0, SEEDS).map(([, seed]) => seed);
}

function* edits(value: unknown, path: Path): Generator<Edit> {
  for (const replacement of replacements(value)) yield { kind: 'set', path, value: replacement };
  if (!isContainer(value)) return;
  if (Array.isArray(value)) {
    yield { kind: 'set', path: [...path, value.length], value: value[0] };
    for (const index of new Set([0, value.length - 1])) {
      if (index < 0) continue;
      yield { kind: 'remove', path: [...path, index] };
      yield* edits(value[index], [...path, index]);
    }
    return;
  }
  yield { kind: 'set', path: [...path, 'unknown'], value: 0 };
  for (const key of Object.keys(value)) {
    yield { kind: 'remove', path: [...path, key] };
    yield* edits(value[key], [...path, key]);
  }
}

function replacements(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return NUMBERS;
  if (typeof value === 'bigint') return BIGINTS;
  if (value instanceof Uint8Array) return [...OTHERS, value.slice(1), Uint8Array.of(...value, 0)];
  return OTHERS;
}
