import type { OpenedSection } from '../../open/opened-section.js';
import type { Candidate } from '../../wire/candidates.js';
import { candidatesOf } from '../../wire/candidates.js';
import type { PayloadParameters } from '../payload-parameters.js';
import { payloadParameters } from '../payload-parameters.js';
import type { Target, TargetSection } from '../targets/target.js';

/** A parameter whose value in the file differs from what the target expects. */
export interface DifferingParameter {
  readonly name: string;
  readonly inFile: unknown;
  readonly there: unknown;
}

/** A section of the file, and the target's section with the same name and instance. */
export interface MatchedSection {
  readonly section: OpenedSection;
  /** `undefined` if the target has no such section. */
  readonly there: TargetSection | undefined;
  /** The payload as decoded by the target's schemas, for any machine; `undefined` if they cannot decode it. */
  readonly shape: PayloadParameters | undefined;
  /** The parameters that differ, in the order in which they affect reading. */
  readonly differing: readonly DifferingParameter[];
}

/** Matches a section with what the target expects. */
export function matchSection(section: OpenedSection, target: Target): MatchedSection {
  const { idstr, instanceId, versionId } = section.report;
  const there = target.find(idstr, instanceId);
  if (there === undefined) return { section, there, shape: undefined, differing: [] };
  const shape = candidatesFor(section, there, target)
    .map((candidate) => payloadParameters(candidate, versionId, section.payload))
    .find((found) => found !== undefined);
  const differing = [...(shape?.shown ?? [])].flatMap((name): DifferingParameter[] => {
    const [inFile, value] = [shape?.machineParameters.get(name), there.machineParameters.get(name)];
    return there.machineParameters.has(name) && value !== inFile ? [{ name, inFile, there: value }] : [];
  });
  return { section, there, shape, differing };
}

/** The target's schemas for a section: the one that is known to apply, or all, starting with that of the file. */
export function candidatesFor(
  { name, report }: OpenedSection,
  { device }: TargetSection,
  { schemas }: Target,
): readonly Candidate[] {
  const all = candidatesOf(schemas.devices, name);
  const known = all.filter((candidate) => candidate.device === device);
  if (device !== undefined) return known;
  return [...all].sort((a, b) => Number(b.device === report.device) - Number(a.device === report.device));
}
