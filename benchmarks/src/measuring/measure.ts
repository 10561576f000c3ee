import type { Clock } from './clock.js';
import { secondsOf } from './clock.js';
import { collectGarbage } from './collect-garbage.js';
import { randomNumbers } from './random-numbers.js';
import type { Task } from './task.js';

/** How long and how often is measured. */
export interface Pace {
  /** Rounds that count. */
  readonly rounds: number;
  /** Rounds before, which let the compiler finish: on the subject's sample, if it has one. */
  readonly warmUps: number;
  /** Seconds that a contender runs before the next has its turn; once, if that takes longer. */
  readonly turn: number;
  /** Whether garbage is collected before each turn, which does not count: only where values would fill the memory. */
  readonly collects: boolean;
}

/** What is measured of one task: seconds for one run, one number a round. */
export interface Measurement {
  readonly task: Task;
  readonly seconds: readonly number[];
}

/** Rounds on the subject itself that do not count either, where the warm-up was on a sample. */
const LARGE_WARM_UPS = 1;

/** Of the order of turns. */
const SEED = 2024;

/** The last thing that was made, so that no compiler can leave out what makes it. */
let last: unknown;

/**
 * Measures all tasks in rounds, each once a round: what the machine does beside hits all of them. Their order is drawn, so
 * that nobody always follows the same one, and pays for what that left behind.
 */
export function measure(tasks: readonly Task[], pace: Pace, clock: Clock): readonly Measurement[] {
  warmUp(tasks, pace);
  const measured = tasks.map((task) => ({ task, seconds: [] as number[], once: 0 }));
  const random = randomNumbers(SEED);
  const before = pace.warmUps > 0 ? LARGE_WARM_UPS : 0;
  for (let round = -before; round < pace.rounds; round++) {
    for (const one of shuffled(measured, random)) {
      last = undefined;
      if (pace.collects) collectGarbage();
      // not counted: it pays for what the one before left behind, and brings its input into the processor's caches
      last = one.task.run();
      const seconds = turnOf(one.task.run, one.once, pace.turn, clock);
      one.once = seconds;
      if (round >= 0) one.seconds.push(seconds);
    }
  }
  return measured;
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function warmUp(tasks: readonly Task[], { warmUps, turn }: Pace): void {
  const times = tasks.map(() => 1);
  for (let round = 0; round < warmUps; round++) {
    for (const [index, task] of tasks.entries()) {
      const seconds = timeOf(task.warmUp, times[index] ?? 1, 'wall');
      times[index] = timesIn(turn, seconds);
    }
  }
}

/** Seconds that one run takes, over a whole turn. */
function turnOf(run: () => unknown, once: number, turn: number, clock: Clock): number {
  return timeOf(run, once === 0 ? 1 : timesIn(turn, once), clock);
}

function timesIn(turn: number, once: number): number {
  return Math.max(1, Math.round(turn / Math.max(once, 1e-6)));
}

function timeOf(run: () => unknown, times: number, clock: Clock): number {
  const start = secondsOf(clock);
  for (let i = 0; i < times; i++) last = run();
  return (secondsOf(clock) - start) / times;
}

/** What was made last. */
export function lastMade(): unknown {
  return last;
}
