import { readFileSync } from 'node:fs';

/** What Linux counts processor time in: USER_HZ, which is 100 wherever Node runs. */
const TICKS_PER_SECOND = 100;

/**
 * Runs something that works in child processes, and tells what it took.
 *
 * @template T
 * @param {() => Promise<T>} body what is measured
 * @returns {Promise<{ result: T, cost: string }>} its result, and for example `wall time 83 s, processor time 151 s`
 */
export async function measure(body) {
  const started = performance.now();
  const before = processorSeconds();
  const result = await body();
  const after = processorSeconds();
  const processor =
    before === undefined || after === undefined ? 'not measured' : `${Math.round(after - before)} s`;
  const wall = Math.round((performance.now() - started) / 1000);
  return { result, cost: `wall time ${wall} s, processor time ${processor}` };
}

/**
 * Processor time, of user and system, of this process and of all below it that have ended and been waited for. Node has
 * no function for those below it (RUSAGE_CHILDREN); on Linux the kernel tells it in `/proc`.
 *
 * @returns {number | undefined} seconds; undefined where nothing tells
 */
export function processorSeconds() {
  let stat;
  try {
    stat = readFileSync('/proc/self/stat', 'latin1');
  } catch {
    return undefined;
  }
  // The second field is the program's name in parentheses, which may hold blanks. utime, stime, cutime and cstime are
  // fields 14 to 17: see proc_pid_stat(5).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).map(Number);
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND;
}
