import { CommandError } from '@bytewright/cli';
import { importTypeScript } from '../import/import-typescript.js';

/**
 * Loads a module of the user's, also one in TypeScript. What is found in it is not looked at. Packages that are not
 * installed where it is are those that this command has, and this package itself.
 *
 * @param typed the path as it was typed
 * @throws CommandError where it cannot be loaded
 */
export async function loadModule(path: string, typed: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await importTypeScript(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`cannot load ${typed}: ${why.split('\n', 1)[0] ?? ''}`);
  }
}
