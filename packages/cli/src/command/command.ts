import type { ExitCode, ExitMeanings } from '../exit/exit-code.js';
import type { Arguments } from './arguments.js';
import type { Host } from './host.js';
import type { Operand } from './operand.js';
import type { Option } from './option.js';
import type { Session } from './session.js';

/**
 * A command of a program. Its help and all checks of its command line are derived from this.
 *
 * @example
 * const hello: Command = {
 *   operands: [{ name: 'NAME' }],
 *   about: 'Greets someone.',
 *   options: [{ name: 'loud', help: 'print in capitals' }],
 *   exitCodes: { 0: 'greeted', 2: 'wrong usage' },
 *   async run({ operands: [name = ''], has }, { out }) {
 *     await out.line(has('loud') ? name.toUpperCase() : name);
 *     return EXIT.yes;
 *   },
 * };
 */
export interface Command<H extends Host = Host> {
  /** The usage lines after the command's name, if they do not follow from the operands. */
  readonly usage?: readonly string[];
  readonly operands: readonly Operand[];
  /** A description of the command: paragraphs, printed as they are. */
  readonly about: string;
  /** Its options, in addition to `--color`, `--help` and `--version`, which every command has. */
  readonly options: readonly Option[];
  /** Example command lines, without the program's name. */
  readonly examples?: readonly string[];
  readonly exitCodes: ExitMeanings;
  /** @throws CommandError, UsageError if it cannot continue */
  run(args: Arguments, session: Session<H>): Promise<ExitCode>;
}
