import { parseArgs } from 'node:util';
import { TARGETS } from './targets/index.js';

/** What a run does. */
export interface FuzzOptions {
  readonly targets: readonly string[];
  readonly seed: number;
  /** The number of the first execution. */
  readonly from: number;
  /** Executions of each target at most. */
  readonly executions: number;
  /** Seconds for each target at most. */
  readonly seconds: number;
  /** A file with one case, which alone is done. */
  readonly case: string | undefined;
}

export const USAGE = `Usage: npm run fuzz -- TARGET [--seconds N] [--executions N] [--seed S] [--from N]
       npm run fuzz -- TARGET --case FILE

Damages sound inputs and executes what reads them, until so many seconds or executions have passed (60 seconds if
neither is said). TARGET is ${[...TARGETS.keys()].join(', ')}, or all: each of them in turn.

  --seconds N     stop after this long, for each target
  --executions N  stop after so many executions of each target
  --seed S        draw other damage (default 1); a number of an execution means the same damage for the same seed
  --from N        begin with this execution (default 0)
  --case FILE     do one case again, as a failing execution is kept

Exit codes: 0 nothing was found, 1 faults were found, 2 wrong usage.`;

/** Reads the arguments. @throws TypeError for wrong ones */
export function readOptions(args: readonly string[]): FuzzOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ seconds: { type: 'string' }, executions: { type: 'string' } },
      ...{ seed: { type: 'string', default: '1' }, from: { type: 'string', default: '0' } },
      case: { type: 'string' },
    },
  });
  const [target = '', ...others] = positionals;
  const targets = target === 'all' ? [...TARGETS.keys()] : [target];
  if (others.length > 0 || !targets.every((name) => TARGETS.has(name)))
    throw new TypeError(
      `expected one of ${[...TARGETS.keys()].join(', ')} and all, found ${positionals.length === 0 ? 'none' : JSON.stringify(positionals.join(' '))}`,
    );
  const { seconds, executions } = values;
  return {
    targets,
    seed: wholeNumber('seed', values.seed),
    from: wholeNumber('from', values.from),
    executions: executions === undefined ? Number.POSITIVE_INFINITY : wholeNumber('executions', executions),
    seconds:
      seconds === undefined
        ? executions === undefined
          ? 60
          : Number.POSITIVE_INFINITY
        : wholeNumber('seconds', seconds),
    case: values.case,
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new TypeError(`--${name}: expected a whole number, found ${JSON.stringify(text)}`);
  return number;
}
