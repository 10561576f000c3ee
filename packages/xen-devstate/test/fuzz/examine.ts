import { damaged } from './damage.js';
import type { Seed } from './seed.js';
import type { Case, Fault, Target } from './target.js';

/**
 * Processor time that an execution may take: so many times that of the undamaged seed, byte for byte, and a little that it may
 * take anyway. What is linear stays below a tenth of that; what is quadratic passes it on captures of a hundred kilobytes.
 */
const TIMES = 25;
const ANYWAY_MS = 400;

/** How often something must be slow before it is called slow: the machine may have had other things to do. */
const REPEATS = 3;

/** The bytes that a case is about. */
export function bytesOf({ seed, steps }: Case, target: Target): Uint8Array {
  return damaged(seedOf(target, seed).bytes, steps, (name) => seedOf(target, name).bytes);
}

/** Executes cases, and holds them to what must be true of all: no foreign exception, no more than linear time. */
export class Examiner {
  readonly #usual = new Map<string, number>();

  /** Does a case once; again where it was slow. */
  async examine(one: Case, target: Target): Promise<Fault | undefined> {
    const seed = seedOf(target, one.seed);
    const bytes = bytesOf(one, target);
    const { fault, time } = await timed(target, bytes, one.how, seed);
    if (fault !== undefined || time <= ANYWAY_MS) return fault;
    const usual = await this.#usualTime(target, one.how, seed);
    const allowed = ANYWAY_MS + TIMES * usual * Math.max(1, bytes.length / seed.bytes.length);
    let least = time;
    for (let i = 1; i < REPEATS && least > allowed; i++)
      least = Math.min(least, (await timed(target, bytes, one.how, seed)).time);
    if (least <= allowed) return undefined;
    return {
      kind: `${one.how[0] ?? target.name}: more than linear time`,
      detail: `${Math.round(least)} ms for ${bytes.length} bytes; undamaged, ${Math.round(usual)} ms for ${seed.bytes.length}`,
    };
  }

  async #usualTime(target: Target, how: readonly string[], seed: Seed): Promise<number> {
    const key = JSON.stringify([seed.name, how]);
    let usual = this.#usual.get(key);
    if (usual === undefined) {
      usual = (await timed(target, seed.bytes, how, seed)).time;
      this.#usual.set(key, usual);
    }
    return usual;
  }
}

interface Timed {
  readonly fault: Fault | undefined;
  /** Processor time in milliseconds. */
  readonly time: number;
}

async function timed(target: Target, bytes: Uint8Array, how: readonly string[], seed: Seed): Promise<Timed> {
  const before = process.cpuUsage();
  let fault: Fault | undefined;
  try {
    fault = await target.execute(bytes, how, seed);
  } catch (error) {
    fault = foreign(error);
  }
  const { user, system } = process.cpuUsage(before);
  return { fault, time: (user + system) / 1000 };
}

/** An exception that should not have come out, called by where it was thrown. */
function foreign(error: unknown): Fault {
  if (!(error instanceof Error)) return { kind: 'something thrown that is no error', detail: String(error) };
  const stack = error.stack ?? error.message;
  const frame = stack.split('\n').find((line) => /^\s+at .*\/(?:packages|examples)\//.test(line));
  const where = /at (?:async )?(?:new )?([\w.#<>]+)? ?.*\/([^/:]+):\d+:\d+\)?$/.exec(frame ?? '');
  return {
    kind: `${error.name} from ${where?.[1] ?? 'a function'} in ${where?.[2] ?? 'Node'}`,
    detail: stack,
  };
}

/** A target's seed by its name. */
export function seedOf({ name: target, seeds }: Target, name: string): Seed {
  const found = seeds.find((seed) => seed.name === name);
  if (found === undefined) throw new TypeError(`${target} has no seed ${name}`);
  return found;
}
