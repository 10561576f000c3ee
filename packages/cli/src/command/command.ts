import type { ExitCode, ExitMeanings } from '../exit/exit-code.js';
import type { Arguments } from './arguments.js';
import type { Host } from './host.js';
import type { Operand } from './operand.js';
import type { Option } from './option.js';
import type { Session } from './session.js';

/**
 * One of the commands of a program. All of its help and all checks of its command line follow from it.
 *
 * @example
 * const hello: Command = {
 *   operands: [{ name: 'NAME' }],
 *   about: 'Greets somebody.',
 *   options: [{ name: 'loud', help: 'in capitals' }],
 *   exitCodes: { 0: 'greeted', 2: 'wrong usage' },
 *   async run({ operands: [name = ''], has }, { out }) {
 *     await out.line(has('loud') ? name.toUpperCase() : name);
 *     return EXIT.yes;
 *   },
 * };
 */
export interface Command<H extends Host = Host> {
  /** How it is called behind its name, a line each, where that does not follow from the operands. */
  readonly usage?: readonly string[];
  readonly operands: readonly Operand[];
  /** What it does: paragraphs, laid out as they are printed. */
  readonly about: string;
  /** Beside `--color`, `--help` and `--version`, which every command has. */
  readonly options: readonly Option[];
  /** Command lines, without the program's name. */
  readonly examples?: readonly string[];
  readonly exitCodes: ExitMeanings;
  /** @throws CommandError, UsageError where it cannot go on */
  run(args: Arguments, session: Session<H>): Promise<ExitCode>;
}
