// Resolves 'vitest' to our stand-in, and what that needs of Vitest to Vitest's own copies.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../lib/workspace.mjs';

const stand = new URL('./vitest-stand-in.mjs', import.meta.url).href;
const vitest = pathToFileURL(realpathSync(join(ROOT, 'node_modules', 'vitest', 'package.json'))).href;

/**
 * @param {string} specifier what is imported
 * @param {{ parentURL?: string }} context from where
 * @param {(specifier: string, context: object) => Promise<object>} next the resolution that follows
 */
export async function resolve(specifier, context, next) {
  if (specifier === 'vitest') return { url: stand, shortCircuit: true };
  if (specifier === 'chai' || specifier === '@vitest/expect')
    return next(specifier, { ...context, parentURL: vitest });
  return next(specifier, context);
}
