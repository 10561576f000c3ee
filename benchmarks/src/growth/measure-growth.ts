import type { Clock } from '../measuring/clock.js';
import { secondsOf } from '../measuring/clock.js';
import { collectGarbage } from '../measuring/collect-garbage.js';
import type { Growth } from '../report/results.js';
import type { Step } from './exponent-of.js';
import { exponentOf } from './exponent-of.js';
import type { GrowingSubject } from './growing-subjects.js';

/** How many times the smallest input. */
const TIMES = [1, 4, 16, 64];

/** Seconds that the smallest input is run before any counts. */
const WARM_UP = 1;

/** Runs of the smallest input that count; of larger ones as many as take as long. */
const RUNS = 128;
const FEWEST_RUNS = 6;

/**
 * Measures how time grows with the input, for all who decode and encode it: the mean of several runs, so that collecting
 * garbage counts with small inputs, too.
 */
export function measureGrowth(subject: GrowingSubject, clock: Clock, isSmoke: boolean): readonly Growth[] {
  const growths = subject.contenders.flatMap((one) =>
    (['decode', 'encode'] as const).map((action) => ({ one, action, steps: [] as Step[] })),
  );
  for (const times of isSmoke ? TIMES.slice(0, 2) : TIMES) {
    const bytes = subject.bytesOf(times);
    const runs = isSmoke ? 1 : Math.max(FEWEST_RUNS, Math.round(RUNS / times));
    for (const { one, action, steps } of growths) {
      const { decode, encode } = one.codec;
      const value = decode?.(bytes);
      const run = action === 'decode' ? () => decode?.(bytes) : () => encode?.(value);
      collectGarbage();
      if (times === 1 && !isSmoke) warmUp(run, clock);
      steps.push({ bytes: bytes.length, seconds: meanOf(run, runs, clock) });
    }
  }
  return growths.map(({ one, action, steps }) => ({
    subject: subject.name,
    action,
    contender: one.name,
    exponent: exponentOf(steps),
    steps,
  }));
}

function warmUp(run: () => unknown, clock: Clock): void {
  const start = secondsOf(clock);
  while (secondsOf(clock) - start < WARM_UP) run();
}

function meanOf(run: () => unknown, runs: number, clock: Clock): number {
  const start = secondsOf(clock);
  for (let i = 0; i < runs; i++) run();
  return (secondsOf(clock) - start) / runs;
}
