import type { OpenedSection } from '../../open/opened-section.js';
import type { Candidate } from '../../wire/candidates.js';
import { candidatesOf } from '../../wire/candidates.js';
import type { PayloadParameters } from '../payload-parameters.js';
import { payloadParameters } from '../payload-parameters.js';
import type { Target, TargetSection } from '../targets/target.js';

/** A parameter that the file shows otherwise than the target expects it. */
export interface DifferingFact {
  readonly name: string;
  readonly inFile: unknown;
  readonly there: unknown;
}

/** A section of the file beside what the target has under its name and instance. */
export interface MatchedSection {
  readonly section: OpenedSection;
  /** `undefined` where the target has no such section. */
  readonly there: TargetSection | undefined;
  /** How the target's schemas read the payload, for any machine; `undefined` where they do not. */
  readonly shape: PayloadParameters | undefined;
  /** What is otherwise there, in the order in which it decides what is read. */
  readonly differing: readonly DifferingFact[];
}

/** Puts a section beside what the target expects under its name. */
export function matchSection(section: OpenedSection, target: Target): MatchedSection {
  const { idstr, instanceId, versionId } = section.report;
  const there = target.find(idstr, instanceId);
  if (there === undefined) return { section, there, shape: undefined, differing: [] };
  const shape = candidatesFor(section, there, target)
    .map((candidate) => payloadParameters(candidate, versionId, section.payload))
    .find((found) => found !== undefined);
  const differing = [...(shape?.shown ?? [])].flatMap((name): DifferingFact[] => {
    const [inFile, value] = [shape?.machineParameters.get(name), there.machineParameters.get(name)];
    return there.machineParameters.has(name) && value !== inFile ? [{ name, inFile, there: value }] : [];
  });
  return { section, there, shape, differing };
}

/** The schemas of a section's name in the target: the one that is known to be there, or all, that of the file first. */
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
