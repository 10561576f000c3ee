import { CommandError } from '@bytewright/cli';
import { importTypeScript } from '../import/import-typescript.js';

/**
 * Loads a user's module, which may be in TypeScript. Its exports are not checked. Packages that are not installed next to it
 * are resolved to those of this command, and to this package itself.
 *
 * @param typed the path as it was typed
 * @throws CommandError if it cannot be loaded
 */
export async function loadModule(path: string, typed: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await importTypeScript(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`cannot load ${typed}: ${why.split('\n', 1)[0] ?? ''}`);
  }
}
