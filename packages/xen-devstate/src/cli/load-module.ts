import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { CommandError } from './command-error.js';
import { printable } from './printable.js';

/** What Node says of TypeScript that it does not load, or of modules that are named `.js` and are `.ts`. */
const NOT_LOADED = ['ERR_UNKNOWN_FILE_EXTENSION', 'ERR_MODULE_NOT_FOUND'];

/**
 * Loads a module of the user's, also one in TypeScript: by tsx, where Node does not do it. What is found in it is not looked
 * at.
 *
 * @throws CommandError where there is no tsx, or where the module cannot be loaded
 */
export async function loadModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { href } = pathToFileURL(path);
  try {
    return (await import(href)) as Readonly<Record<string, unknown>>; // a module namespace
  } catch (error) {
    if (!path.endsWith('.ts') || !NOT_LOADED.includes(codeOf(error))) throw cannotLoad(path, error);
  }
  await loadTypeScriptLoader(path);
  try {
    // by another address, as Node remembers what it could not load
    return (await import(`${href}?typescript`)) as Readonly<Record<string, unknown>>; // a module namespace
  } catch (error) {
    throw cannotLoad(path, error);
  }
}

/** From this import on Node loads TypeScript: tsx of the user's project, or the one beside this package. */
async function loadTypeScriptLoader(path: string): Promise<void> {
  for (const from of [path, import.meta.url]) {
    let found: string;
    try {
      found = createRequire(from).resolve('tsx');
    } catch {
      continue; // not there
    }
    await import(pathToFileURL(found).href);
    return;
  }
  throw new CommandError(`${printable(path)} is TypeScript: npm install tsx, or compile it`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function cannotLoad(path: string, error: unknown): CommandError {
  const why = error instanceof Error ? error.message : String(error);
  return new CommandError(`cannot load ${printable(path)}: ${printable(why.split('\n', 1)[0] ?? '')}`);
}
