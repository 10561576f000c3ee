import { drawCase } from './draw-case.js';
import { Examiner } from './examine.js';
import { minimise } from './minimise.js';
import type { Case, Fault } from './target.js';
import { TARGETS } from './targets/index.js';

/** The work of the executing process. */
export interface Work {
  readonly target: string;
  readonly seed: number;
  readonly from: number;
  /** The end of the executions, exclusive. */
  readonly to: number;
  readonly seconds: number;
}

/** A message from it: what it is about to do, or what it found. */
export type Told =
  | { readonly kind: 'begins'; readonly execution: number }
  | { readonly kind: 'found'; readonly execution: number; readonly case: Case; readonly fault: Fault }
  | { readonly kind: 'done'; readonly executions: number };

const tell = (told: Told): void => void process.send?.(told);

process.once('message', (work: Work) => void run(work));
process.once('disconnect', () => process.exit());

async function run({ target: name, seed, from, to, seconds }: Work): Promise<void> {
  const target = await TARGETS.get(name)?.();
  if (target === undefined) throw new TypeError(`unknown target ${name}`);
  const examiner = new Examiner();
  const known = new Set<string>();
  const ends = performance.now() + seconds * 1000;
  let execution = from;
  for (; execution < to && performance.now() < ends; execution++) {
    tell({ kind: 'begins', execution });
    const drawn = await drawCase(target, seed, execution);
    const fault = await examiner.examine(drawn, target);
    if (fault === undefined || known.has(fault.kind)) continue;
    known.add(fault.kind);
    const least = await minimise(drawn, fault.kind, (one) => examiner.examine(one, target));
    tell({ kind: 'found', execution, case: least, fault: (await examiner.examine(least, target)) ?? fault });
  }
  tell({ kind: 'done', executions: execution - from });
}
