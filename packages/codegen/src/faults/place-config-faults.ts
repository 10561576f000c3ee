import type { ConfigFault } from './config-fault.js';
import type { Fault } from './fault.js';
import { Sources } from './sources.js';

/**
 * Says on which line of a configuration its faults are, as far as its text shows it: where an option is given, or a path is written.
 *
 * @param path of the configuration, absolute
 */
export async function placeConfigFaults(
  faults: readonly ConfigFault[],
  path: string,
): Promise<readonly Fault[]> {
  if (faults.length === 0) return [];
  const sources = await Sources.open();
  const { Node } = sources.morph;
  const nodes = sources.file(path)?.getDescendants() ?? [];
  return faults.map(({ mentions, ...fault }) => {
    const found =
      mentions === undefined
        ? undefined
        : (nodes.find(
            (node) =>
              (Node.isPropertyAssignment(node) || Node.isShorthandPropertyAssignment(node)) &&
              node.getName() === mentions,
          ) ?? nodes.find((node) => Node.isStringLiteral(node) && node.getLiteralValue() === mentions));
    return { file: path, ...(found === undefined ? {} : { line: found.getStartLineNumber() }), ...fault };
  });
}
