import type { Host } from '../command/host.js';
import type { Program } from '../command/program.js';
import { exitLines } from '../exit/exit-lines.js';
import { optionLines } from './option-lines.js';

/**
 * The help text of a program: its commands, and notes on all of them.
 *
 * @example `overview(program)` begins with `Usage: devstate COMMAND …`
 */
export function overview<H extends Host>({ name, about, commands, notes, exitCodes }: Program<H>): string {
  const calls = commands.map((command) => `  ${name} ${command.name} ${command.synopsis}`.trimEnd());
  const width = Math.max(...calls.map(({ length }) => length));
  const parts = [
    `Usage: ${name} COMMAND …`,
    about,
    commands.map(({ summary }, i) => `${(calls[i] ?? '').padEnd(width)}  ${summary}`).join('\n'),
    optionLines([
      { name: 'help', short: 'h', help: 'print this help; after a command, print help for that command' },
      { name: 'version', help: 'print the version' },
    ]).join('\n'),
    ...(notes === undefined ? [] : [notes]),
    exitLines(exitCodes).join('\n'),
  ];
  return parts.join('\n\n');
}
