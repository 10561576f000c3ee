import { CommanderError, Command as Parser } from 'commander';
import type { CommandEntry } from '../command/program.js';
import { UsageError } from '../exit/usage-error.js';
import { usageMessage } from './usage-message.js';

/**
 * Finds the command named by the first word of a command line.
 *
 * @throws UsageError if there is no such command, with a suggestion
 * @example for `['lits']`: `unknown command 'lits' (did you mean list?)`
 */
export function chooseCommand<E extends Pick<CommandEntry, 'name'>>(word: string, entries: readonly E[]): E {
  const entry = entries.find(({ name }) => name === word);
  if (entry !== undefined) return entry;
  const parser = new Parser().exitOverride().configureOutput({ writeOut() {}, writeErr() {} });
  parser.helpCommand(false).helpOption('-h, --help').option('--version');
  for (const { name } of entries) parser.command(name);
  try {
    parser.parse([word], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw new UsageError(usageMessage(error));
    throw error;
  }
  throw new UsageError(`unknown command '${word}'`);
}
