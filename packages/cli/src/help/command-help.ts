import type { Command } from '../command/command.js';
import { COMMON_OPTIONS } from '../command/common-options.js';
import type { Host } from '../command/host.js';
import { exitLines } from '../exit/exit-lines.js';
import { optionLines } from './option-lines.js';
import { synopsisOf } from './synopsis.js';

/**
 * The help text of a command: usage, description, examples, options, and exit codes.
 *
 * @param name the names of the program and the command: `devstate list`
 * @example `commandHelp('devstate list', list)` begins with `Usage: devstate list FILE [options]`
 */
export function commandHelp<H extends Host>(
  name: string,
  { usage, operands, about, options, examples = [], exitCodes }: Command<H>,
): string {
  const calls = usage ?? [`${synopsisOf(operands)} [options]`.trim()];
  const program = name.split(' ', 1)[0] ?? '';
  const parts = [
    calls.map((call, i) => `${i === 0 ? 'Usage:' : '      '} ${name} ${call}`),
    [about],
    examples.map((example) => `  ${program} ${example}`),
    optionLines([...options, ...COMMON_OPTIONS]),
    exitLines(exitCodes),
  ];
  return parts
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
