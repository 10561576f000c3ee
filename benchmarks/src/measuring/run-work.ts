import { checkAgreement } from '../check-agreement.js';
import { comparisonsOf } from '../report/comparisons-of.js';
import type { Comparison } from '../report/results.js';
import type { Work } from '../works/work.js';
import type { Clock } from './clock.js';
import type { Pace } from './measure.js';
import { measure } from './measure.js';
import { tasksOf } from './task.js';

/** What a run is told. */
export interface RunOptions {
  /** Only sees that all contenders agree, and does everything once. */
  readonly isSmoke: boolean;
  /** Other than each part's own. */
  readonly rounds: number | undefined;
  readonly clock: Clock;
}

const SMOKE: Pace = { rounds: 1, warmUps: 0, turn: 0, collects: false };

/**
 * Measures a work in this process, once all contenders agree.
 *
 * @throws AssertionError where they do not.
 */
export async function runWork(work: Work, options: RunOptions): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const { pace, subjects } of work.parts) {
    const made = await subjects(options.isSmoke);
    for (const subject of made) checkAgreement(subject, options.isSmoke);
    const tasks = made.flatMap((subject) => tasksOf(subject, options.isSmoke));
    const measured = measure(tasks, paceOf(pace, options), options.clock);
    comparisons.push(...comparisonsOf(work.name, measured));
  }
  return comparisons;
}

function paceOf(pace: Pace, { isSmoke, rounds }: RunOptions): Pace {
  return isSmoke ? SMOKE : { ...pace, rounds: rounds ?? pace.rounds };
}
