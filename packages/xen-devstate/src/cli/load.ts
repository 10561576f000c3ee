import type { InflatedInput } from '../input/inflate.js';
import { readInput } from '../input/read-input.js';
import type { Host } from './host.js';
import { printable } from './printable.js';
import { withReason } from './system-error.js';

/** The name that stands for stdin and stdout. */
export const STANDARD_STREAM = '-';

/**
 * Reads a file, or stdin for `-`. All commands read their files here: what a file is wrapped in, now gzip, is unwrapped here.
 *
 * @throws CommandError if it cannot be read
 */
export function load(file: string, limit: number, { stdin }: Host): Promise<InflatedInput> {
  const source = file === STANDARD_STREAM ? stdin : file;
  return withReason(`cannot read ${nameOf(file)}`, () => readInput(source, { limit }));
}

/** How a file is called in messages. */
export function nameOf(file: string): string {
  return file === STANDARD_STREAM ? 'standard input' : printable(file);
}
