import { parseArgs } from 'node:util';
import type { RunOptions } from './measuring/run-work.js';
import { WORKS } from './works/works.js';

/** Parts that are measured on their own, without contenders taking turns. */
export const COLD_START = 'cold-start';
/** How time grows with the input. */
export const GROWTH = 'growth';

/** Names of works, {@link COLD_START} and {@link GROWTH}: what `--only` may name. */
export const PARTS: readonly string[] = [...Object.keys(WORKS), COLD_START, GROWTH];

/** What the command is told. */
export interface Options {
  readonly run: RunOptions;
  /** Some of {@link PARTS}. */
  readonly parts: readonly string[];
  /** Where the results go as data. */
  readonly json: string | undefined;
  /** Where results of an earlier run are: only what `--only` names is measured, and takes the place of what is there. */
  readonly from: string | undefined;
  /** Whether the results go into the repository's document. */
  readonly isDocumented: boolean;
}

/**
 * Reads the command's arguments; nothing where help is asked for.
 *
 * @throws RangeError or TypeError for wrong ones.
 */
export function optionsOf(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      smoke: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      wall: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      from: { type: 'string' },
      document: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
  if (rounds !== undefined && (!Number.isInteger(rounds) || rounds < 1))
    throw new RangeError(`--rounds ${values.rounds}: expected a whole number of 1 or more`);
  if (values.document && values.from === undefined && (values.only !== undefined || values.smoke))
    throw new RangeError('--document wants results of everything');
  return {
    run: { isSmoke: values.smoke, rounds, clock: values.wall ? 'wall' : 'cpu' },
    parts: values.from !== undefined && values.only === undefined ? [] : partsIn(values.only),
    json: values.json,
    from: values.from,
    isDocumented: values.document,
  };
}

function partsIn(only: readonly string[] | undefined): readonly string[] {
  const asked = only?.flatMap((names) => names.split(',')) ?? PARTS;
  const unknown = asked.find((name) => !PARTS.includes(name));
  if (unknown !== undefined) throw new RangeError(`--only ${unknown}: expected one of ${PARTS.join(', ')}`);
  return asked;
}
