import { parseArgs } from 'node:util';
import type { RunOptions } from './measuring/run-work.js';
import { WORKS } from './works/works.js';

/** What the command is told. */
export interface Options {
  readonly run: RunOptions;
  readonly works: readonly string[];
  /** Where the results go as data. */
  readonly json: string | undefined;
}

/**
 * Reads the command's arguments.
 *
 * @throws RangeError or TypeError for wrong ones.
 */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      smoke: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      wall: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
    },
  });
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
  if (rounds !== undefined && (!Number.isInteger(rounds) || rounds < 1))
    throw new RangeError(`--rounds ${values.rounds}: 1 or more`);
  return {
    run: { isSmoke: values.smoke, rounds, clock: values.wall ? 'wall' : 'cpu' },
    works: worksIn(values.only),
    json: values.json,
  };
}

function worksIn(only: readonly string[] | undefined): readonly string[] {
  const all = Object.keys(WORKS);
  const asked = only?.flatMap((names) => names.split(',')) ?? all;
  const unknown = asked.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new RangeError(`--only ${unknown}: ${all.join(', ')}`);
  return asked;
}
