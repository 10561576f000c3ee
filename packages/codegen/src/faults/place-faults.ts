import type { Fault } from './fault.js';
import { findDefinition } from './find-definition.js';
import { importFault } from './import-fault.js';
import { placeInStack } from './place-in-stack.js';
import { Sources } from './sources.js';

/**
 * Says of faults in which file they are, and on which line as far as that can be known.
 *
 * @param module the module in which they were found, as an absolute path: where the file and the line of a fault are not known
 *   better, it is in this one
 * @returns them with absolute paths
 */
export async function placeFaults(faults: readonly Fault[], module: string): Promise<readonly Fault[]> {
  if (faults.every(({ line }) => line !== undefined)) return faults;
  const sources = await Sources.open();
  return faults.map((fault) => {
    if (fault.line !== undefined) return fault;
    const ofImport = importFault(fault.error, sources);
    if (ofImport !== undefined) return { file: module, ...ofImport };
    const place =
      placeInStack(fault.error) ??
      (fault.path === undefined ? undefined : findDefinition(sources, module, fault.path));
    const { problem } = fault;
    return { file: module, ...fault, ...place, problem: withoutRuns(problem) };
  });
}

/** A message of Node's without what tells the runs of the loader apart. */
const withoutRuns = (text: string): string => text.replace(/\?bytewright-run=[\w-]+/g, '');
