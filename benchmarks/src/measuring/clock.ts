/**
 * What is counted: `cpu` is the processor time of all threads of this process, collector and compiler included, which is
 * the same whatever else the machine does; `wall` is the time that passes.
 */
export type Clock = 'cpu' | 'wall';

/** Seconds since some moment. */
export function secondsOf(clock: Clock): number {
  if (clock === 'wall') return performance.now() / 1000;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
