import type { Contender } from './contenders/contender.js';
import type { MeasuredFile } from './files.js';

/** What is measured of one contender: seconds for one file, one number a round. */
export interface Measurement {
  readonly file: string;
  readonly direction: 'decode' | 'encode';
  readonly contender: string;
  readonly seconds: number[];
}

/** One thing to be measured. */
interface Task {
  readonly measurement: Measurement;
  run(): unknown;
}

/** How long one contender runs before the next has its turn. */
const TURN = 0.03;

/**
 * Measures all contenders in rounds, each once a round in changing order: what the machine does beside hits all of them.
 *
 * @param rounds those that count; a machine's compiler has warmed up before
 */
export function measure(
  files: readonly (readonly [MeasuredFile, readonly Contender[]])[],
  rounds: number,
): readonly Measurement[] {
  const tasks = files.flatMap(([file, contenders]) => tasksOf(file, contenders));
  const warmUps = rounds === 1 ? 0 : Math.ceil(rounds / 4);
  for (let round = -warmUps; round < rounds; round++) {
    for (let turn = 0; turn < tasks.length; turn++) {
      const task = tasks[(turn + round + warmUps) % tasks.length];
      if (task === undefined) continue;
      const seconds = rounds === 1 ? timeOf(task, 1) : turnOf(task);
      if (round >= 0) task.measurement.seconds.push(seconds);
    }
  }
  return tasks.map(({ measurement }) => measurement);
}

function tasksOf(file: MeasuredFile, contenders: readonly Contender[]): readonly Task[] {
  const { name, bytes } = file;
  const value = contenders
    .find(({ decode, encode }) => decode !== undefined && encode !== undefined)
    ?.decode?.(bytes);
  const task = (direction: 'decode' | 'encode', contender: string, run: () => unknown): Task => ({
    measurement: { file: name, direction, contender, seconds: [] },
    run,
  });
  return contenders.flatMap(({ name: who, decode, encode }) => [
    ...(decode === undefined ? [] : [task('decode', who, () => decode(bytes))]),
    ...(encode === undefined ? [] : [task('encode', who, () => encode(value))]),
  ]);
}

/** Seconds that a task takes, over a whole turn. */
function turnOf(task: Task): number {
  const once = timeOf(task, 1);
  return timeOf(task, Math.max(1, Math.round(TURN / once)));
}

function timeOf({ run }: Task, times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) run();
  return (performance.now() - start) / 1000 / times;
}
