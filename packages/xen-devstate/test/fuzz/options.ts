import { parseArgs } from 'node:util';
import { TARGETS } from './targets/index.js';

/** The options of a run. */
export interface FuzzOptions {
  readonly targets: readonly string[];
  readonly seed: number;
  /** The number of the first execution. */
  readonly from: number;
  /** The maximum number of executions for each target. */
  readonly executions: number;
  /** The maximum number of seconds for each target. */
  readonly seconds: number;
  /** A file with a single case to execute instead. */
  readonly case: string | undefined;
}

export const USAGE = `Usage: npm run fuzz -- TARGET [--seconds N] [--executions N] [--seed S] [--from N]
       npm run fuzz -- TARGET --case FILE

Damages valid inputs and runs the code that reads them, for the given number of seconds or executions (default:
60 seconds). TARGET is ${[...TARGETS.keys()].join(', ')}, or all: each of them in turn.

  --seconds N     stop after N seconds for each target
  --executions N  stop after N executions of each target
  --seed S        draw other damage (default 1); the same seed and execution number always give the same damage
  --from N        start with this execution (default 0)
  --case FILE     execute one case again, from the file written for a failing execution

Exit codes: 0 no faults found, 1 faults found, 2 wrong usage.`;

/** Reads the arguments. @throws TypeError if they are wrong */
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
