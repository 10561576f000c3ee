import type { DecodeOptions } from '@bytewright/runtime';
import { outcomeOf } from '../../../codegen/test/differential/outcome.js';
import type { Damage } from '../fuzz/damage.js';
import { damaged } from '../fuzz/damage.js';
import { drawDamage } from '../fuzz/draw-damage.js';
import { Random } from '../fuzz/random.js';
import type { Seed } from '../fuzz/seed.js';
import type { Compared } from './compared.js';
import { compareDecode, compareEncoding } from './compared.js';
import { drawEdits } from './draw-edits.js';
import type { Edit } from './edit.js';
import { edit } from './edit.js';
import type { Subject } from './subject.js';

/** Larger seeds are used in one of sixteen cases. */
const LARGE = 16 * 1024;

/** A subject with its seeds, the first of which is valid. */
export interface Field {
  readonly subject: Subject;
  readonly seeds: readonly Seed[];
}

/** One comparison, as drawn: damaged bytes, or the value of valid bytes with edits. */
export interface Case {
  readonly field: Field;
  readonly seed: Seed;
  readonly steps: readonly Damage[];
  readonly options: DecodeOptions | undefined;
  /** Empty if bytes are compared. */
  readonly edits: readonly Edit[];
}

const OPTIONS: readonly DecodeOptions[] = [
  { bytes: 'view' },
  { limits: { elements: 0 } },
  { limits: { elements: 10 } },
  { limits: { elements: 300 } },
  { limits: { depth: 2 } },
  { limits: { inputSize: 1000 } },
];

/** How often each kind of subject is drawn, out of ten. */
export interface Fields {
  /** Whole device states: five times. */
  readonly files: readonly Field[];
  /** Devices by themselves: four times. */
  readonly devices: readonly Field[];
  /** Everything else: once. */
  readonly others: readonly Field[];
}

/** Draws the case with this number: always the same one, as long as subjects and seeds are the same. */
export function drawCase({ files, devices, others }: Fields, seed: number, number: number): Case {
  const random = new Random(seed, number);
  const turn = random.below(10);
  const kinds = turn < 5 ? files : turn < 9 ? devices : others;
  const field = random.pick(kinds.length > 0 ? kinds : [...files, ...devices, ...others]);
  const small = field.seeds.filter(({ bytes }) => bytes.length <= LARGE);
  const chosen = random.pick(random.oneIn(16) || small.length === 0 ? field.seeds : small);
  const options = random.oneIn(16) ? random.pick(OPTIONS) : undefined;
  if (random.oneIn(4)) {
    const outcome = outcomeOf(() => field.subject.old.decode(chosen.bytes));
    const edits = 'value' in outcome ? drawEdits(outcome.value, random) : [];
    if (edits.length > 0) return { field, seed: chosen, steps: [], options: undefined, edits };
  }
  return { field, seed: chosen, steps: drawDamage(chosen, field.seeds, random), options, edits: [] };
}

/** Performs the comparison of a case. */
export function examine({ field, seed, steps, options, edits }: Case): Compared {
  const { subject, seeds } = field;
  const bytes = damaged(
    seed.bytes,
    steps,
    (name) => seeds.find((one) => one.name === name)?.bytes ?? new Uint8Array(0),
  );
  if (edits.length === 0) return compareDecode(subject, bytes, options);
  return compareEncoding(subject, edit(subject.old.decode(bytes, options), edits));
}

/** Compares all seeds without damage. */
export function* examineSeeds({ files, devices, others }: Fields): Generator<Compared> {
  for (const field of [...files, ...devices, ...others])
    for (const seed of field.seeds) {
      yield examine({ field, seed, steps: [], options: undefined, edits: [] });
      const outcome = outcomeOf(() => field.subject.old.decode(seed.bytes));
      if ('value' in outcome) yield compareEncoding(field.subject, outcome.value);
    }
}

/** Reduces a case to steps and edits that still cause a difference. */
export function minimised(one: Case): Case {
  let least = one;
  for (const list of ['steps', 'edits'] as const)
    for (let i = 0; i < least[list].length; ) {
      const fewer = { ...least, [list]: least[list].filter((_, j) => j !== i) };
      const isKept = (list === 'steps' || fewer.edits.length > 0) && examine(fewer).difference !== undefined;
      if (isKept) least = fewer;
      else i++;
    }
  return least;
}
