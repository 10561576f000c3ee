import { basename, posix } from 'node:path';
import type { ModuleConfig } from './config.js';

/** Where the code of a schema module is generated, relative to the configuration; or what it is imported as, where another package has it. */
export function outputPath({ source, folder = '', generated }: ModuleConfig, output: string): string {
  return generated ?? posix.join(slashes(output), slashes(folder), basename(source));
}

/** A path as it is written in a configuration, with forward slashes. */
export const slashes = (path: string): string =>
  path.replace(/\\/g, '/').replace(/^\.\//, '').replace(/\/$/, '');
