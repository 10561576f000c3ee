import { importTypeScript } from '../import/import-typescript.js';
import { CommandError } from './command-error.js';
import { printable } from './printable.js';

/**
 * Loads a module of the user's, also one in TypeScript. What is found in it is not looked at. Packages that are not
 * installed where it is are those that this command has, and this package itself.
 *
 * @throws CommandError where it cannot be loaded
 */
export async function loadModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await importTypeScript(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`cannot load ${printable(path)}: ${printable(why.split('\n', 1)[0] ?? '')}`);
  }
}
