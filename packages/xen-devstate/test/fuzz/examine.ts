import { damaged } from './damage.js';
import type { Seed } from './seed.js';
import type { Case, Fault, Target } from './target.js';

/**
 * The processor time that an execution may take: this many times that of the undamaged seeds, per byte, as damaged files are
 * searched and intact ones are not; plus a constant allowance. Where the bytes processed can be counted, tests of growth count them.
 */
const TIMES = 25;
const ANYWAY_MS = 400;

/** How often a case must be slow before it counts as slow: the machine may have been busy. */
const REPEATS = 3;

/** The damaged bytes of a case. */
export function bytesOf({ seed, steps }: Pick<Case, 'seed' | 'steps'>, target: Target): Uint8Array {
  return damaged(seedOf(target, seed).bytes, steps, (name) => seedOf(target, name).bytes);
}

/** Executes cases, and checks what must hold for all: no unexpected exception, and at most linear time. */
export class Examiner {
  readonly #usual = new Map<string, number>();
  readonly #clock: () => number;

  /** @param clock - returns the processor time of this process, in milliseconds */
  constructor(clock: () => number = processorTime) {
    this.#clock = clock;
  }

  /** Executes a case once, and again if it was slow. */
  async examine(one: Case, target: Target): Promise<Fault | undefined> {
    const seed = seedOf(target, one.seed);
    const bytes = bytesOf(one, target);
    const { fault, time } = await this.#timed(target, bytes, one.how, seed);
    if (fault !== undefined || time <= ANYWAY_MS) return fault;
    const usual = await this.#usualTime(one, target);
    const allowed = ANYWAY_MS + TIMES * usual;
    let least = time;
    for (let i = 1; i < REPEATS && least > allowed; i++)
      least = Math.min(least, (await this.#timed(target, bytes, one.how, seed)).time);
    if (least <= allowed) return undefined;
    return {
      kind: `${one.how[0] ?? target.name}: more than linear time`,
      detail: `${Math.round(least)} ms for ${bytes.length} bytes; ${Math.round(usual)} ms would be usual`,
    };
  }

  /** The time for the undamaged seeds of a case, scaled up if the case has more bytes. */
  async #usualTime({ seed, steps, how }: Case, target: Target): Promise<number> {
    const others = steps.flatMap((step) => (step.kind === 'splice' ? [step.seed] : []));
    let [time, size] = [0, 0];
    for (const name of new Set([seed, ...others])) {
      const key = JSON.stringify([name, how]);
      const { bytes } = seedOf(target, name);
      const usual =
        this.#usual.get(key) ?? (await this.#timed(target, bytes, how, seedOf(target, seed))).time;
      this.#usual.set(key, usual);
      time += usual;
      size += bytes.length;
    }
    const packed = steps.findIndex(({ kind }) => kind === 'gzip');
    const inflated = packed === -1 ? steps : steps.slice(0, packed);
    return time * Math.max(1, bytesOf({ seed, steps: inflated }, target).length / size);
  }

  async #timed(target: Target, bytes: Uint8Array, how: readonly string[], seed: Seed): Promise<Timed> {
    const before = this.#clock();
    let fault: Fault | undefined;
    try {
      fault = await target.execute(bytes, how, seed);
    } catch (error) {
      fault = foreign(error);
    }
    return { fault, time: this.#clock() - before };
  }
}

interface Timed {
  readonly fault: Fault | undefined;
  /** Processor time in milliseconds. */
  readonly time: number;
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Functions that only create errors for their callers to throw. */
const MAKES_ERRORS = /\/runtime\/src\//;

/** The fault for an unexpected exception, named after the place where it was thrown. */
function foreign(error: unknown): Fault {
  if (!(error instanceof Error)) return { kind: 'thrown value is not an Error', detail: String(error) };
  const stack = error.stack ?? error.message;
  const frame = stack
    .split('\n')
    .find((line) => /^\s+at .*\/packages\//.test(line) && !MAKES_ERRORS.test(line));
  const where = /at (?:async )?(?:new )?([\w.#<>]+)? ?.*\/([^/:]+):\d+:\d+\)?$/.exec(frame ?? '');
  return {
    kind: `${error.name} from ${where?.[1] ?? 'a function'} in ${where?.[2] ?? 'Node'}`,
    detail: stack,
  };
}

/** Finds a target's seed by name. */
export function seedOf({ name: target, seeds }: Target, name: string): Seed {
  const found = seeds.find((seed) => seed.name === name);
  if (found === undefined) throw new TypeError(`${target} has no seed ${name}`);
  return found;
}
