import { relative } from 'node:path';
import type { Fault } from './fault.js';
import { printFault } from './fault.js';

/**
 * Faults with paths as the user sees them, each once: what two modules import is at fault for both.
 *
 * @param from the folder that paths are shown relative to; or how a file is called
 */
export function relabelled(
  faults: readonly Fault[],
  from: string | ((file: string) => string),
): readonly Fault[] {
  const label = typeof from === 'string' ? (file: string) => relative(from, file) : from;
  const found = new Map<string, Fault>();
  for (const { file, ...fault } of faults) {
    const one = file === undefined ? fault : { file: label(file).replace(/\\/g, '/'), ...fault };
    const text = printFault(one);
    if (!found.has(text)) found.set(text, one);
  }
  return [...found.values()];
}
