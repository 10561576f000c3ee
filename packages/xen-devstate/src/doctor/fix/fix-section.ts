import type { CatalogSchemas } from '../../open/catalog.js';
import type { MatchedSection } from '../load/match-section.js';
import type { SlotProblem } from '../load/section-problem.js';
import { sectionProblems } from '../load/section-problem.js';
import type { PayloadParameters } from '../payload-parameters.js';
import { payloadParameters } from '../payload-parameters.js';
import { convertPayload } from './convert-payload.js';
import { FixError } from './fix-error.js';

/** A section's version and state as the target accepts them, and the changes. */
export interface FixedSection {
  readonly versionId: number;
  readonly state: unknown;
  readonly changes: readonly string[];
}

/**
 * Converts a section to the format that the target expects.
 *
 * @returns `undefined` if it already has that format
 * @throws FixError if that is not possible without losing data
 */
export function fixSection(matched: MatchedSection, schemas: CatalogSchemas): FixedSection | undefined {
  const { section, there, shape, differing } = matched;
  const { idstr, versionId } = section.report;
  if (there === undefined)
    throw new FixError(
      `the target has no ${JSON.stringify(idstr)}: removing the section would remove the device from the guest`,
    );
  if (shape === undefined) return undefined;
  const changes: string[] = [];
  let { payload } = section;
  let now: PayloadParameters = shape;
  for (const parameter of differing) {
    // a parameter that depended on another one no longer shows
    if (now.machineParameters.get(parameter.name) === parameter.there || !now.shown.has(parameter.name))
      continue;
    const converted = convertPayload(now, parameter, there.machineParameters, versionId, payload);
    ({ payload, shape: now } = converted);
    changes.push(`${idstr}: ${converted.change}`);
  }
  const { value, slots } = sectionProblems(matched, schemas);
  if (value !== undefined) throw new FixError(`${idstr}: ${value.words.why}`);
  for (const problem of slots) {
    payload = withSlots(payload, problem);
    const again = payloadParameters(now.candidate, versionId, payload);
    if (again === undefined) throw new FixError(`${idstr}: the slots could not be changed`);
    now = again;
    changes.push(`${idstr}: ${problem.slots.count} slots changed to ${problem.there.count}`);
  }
  const current = there.versions?.current;
  if (current !== undefined && versionId > current) {
    const older = payloadParameters(now.candidate, current, payload);
    if (older === undefined)
      throw new FixError(`${idstr}: version ${versionId} has fields that version ${current} does not have`);
    return {
      versionId: current,
      state: older.state,
      changes: [...changes, `${idstr}: version ${versionId} changed to ${current}`],
    };
  }
  return changes.length === 0 ? undefined : { versionId, state: now.state, changes };
}

/** Adds or removes slots. Empty slots are all 0; others cannot be removed. */
function withSlots(payload: Uint8Array, { slots, there }: SlotProblem): Uint8Array {
  const { offset, size, count } = slots;
  const [kept, end] = [offset + size * Math.min(count, there.count), offset + size * count];
  if (payload.subarray(kept, end).some((byte) => byte !== 0))
    throw new FixError(`the target has no place for the content of slot ${there.count} of ${slots.name}`);
  const added = new Uint8Array(size * Math.max(0, there.count - count));
  return Uint8Array.from([...payload.subarray(0, kept), ...added, ...payload.subarray(end)]);
}
