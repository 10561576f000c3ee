import type { Explanation } from '@bytewright/schema-dsl';
import { explainPrefix } from '../open/explain-prefix.js';
import type { MachineParameterValues } from '../open/pin-machine-parameters.js';
import { pinMachineParameters } from '../open/pin-machine-parameters.js';
import type { Candidate } from '../wire/candidates.js';

/**
 * The first offset at which a different parameter would change a payload: the first field that would have another offset or
 * length, or be absent.
 *
 * @param machineParameters the parameters of the file
 * @param other the parameter, and its value in the target
 * @returns an offset in the payload
 */
export function whereParameterShows(
  candidate: Candidate,
  machineParameters: MachineParameterValues,
  other: readonly [name: string, value: unknown],
  versionId: number,
  payload: Uint8Array,
): number {
  const here = explainPrefix(pinMachineParameters(candidate, machineParameters, versionId), payload).root;
  const changed = new Map([...machineParameters, other]);
  const there = explainPrefix(pinMachineParameters(candidate, changed, versionId), payload).root;
  return firstDifference(here, there) ?? 0;
}

function firstDifference(here: Explanation, there: Explanation): number | undefined {
  for (const [i, part] of here.parts.entries()) {
    const other = there.parts[i];
    if (other === undefined || other.segment !== part.segment || other.offset !== part.offset)
      return part.offset;
    if (other.length === part.length && other.complete) continue;
    // a part that only one side has is reported as a whole
    if (part.length === 0 || other.length === 0) return part.offset;
    return firstDifference(part, other) ?? part.offset;
  }
  return undefined;
}
