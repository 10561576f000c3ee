import type { CatalogSchemas } from '../../open/catalog.js';
import { explainPrefix } from '../../open/explain-prefix.js';
import type { OpenedSection } from '../../open/opened-section.js';
import { pinMachineParameters } from '../../open/pin-machine-parameters.js';
import { candidatesOf } from '../../wire/candidates.js';
import { textForCount } from '../causes/difference-texts.js';
import type { FindingText } from '../causes/finding-text.js';
import { payloadParameters } from '../payload-parameters.js';
import type { HotplugSlots } from './hotplug-slots.js';
import { hotplugSlots } from './hotplug-slots.js';
import type { MatchedSection } from './match-section.js';
import type { PlacedPayload, ValueProblem } from './value-problem.js';
import { valueProblem } from './value-problem.js';

/** Hot-plug slots whose number differs in the target. */
export interface SlotProblem {
  readonly slots: HotplugSlots;
  readonly there: HotplugSlots;
  readonly words: FindingText;
}

/** Problems with the values of a section that has the format the target expects. */
export interface SectionProblems {
  /** The first value that the target refuses. */
  readonly value: ValueProblem | undefined;
  readonly slots: readonly SlotProblem[];
}

const NOTHING: SectionProblems = { value: undefined, slots: [] };

/** Compares the values of a section with those saved by the target. */
export function sectionProblems(
  { section, there, shape, differing }: MatchedSection,
  schemas: CatalogSchemas,
): SectionProblems {
  if (shape === undefined || there === undefined || differing.length > 0) return NOTHING;
  const schema = pinMachineParameters(shape.candidate, shape.machineParameters, section.report.versionId);
  const read = { ...explainPrefix(schema, section.payload), bytes: section.payload };
  const own = there.saved && savedPayload(there.saved, schemas);
  const slots = own === undefined ? [] : slotProblems(hotplugSlots(read.root), hotplugSlots(own.root));
  return { value: valueProblem(read, own), slots };
}

/** A payload saved by the target itself; `undefined` if no schema can decode it. */
export function savedPayload(
  { name, report, payload }: OpenedSection,
  { devices }: CatalogSchemas,
): PlacedPayload | undefined {
  const candidate = candidatesOf(devices, name).find(({ device }) => device === report.device);
  const shape = candidate && payloadParameters(candidate, report.versionId, payload);
  if (shape === undefined) return undefined;
  const schema = pinMachineParameters(shape.candidate, shape.machineParameters, report.versionId);
  return { ...explainPrefix(schema, payload), bytes: payload };
}

function slotProblems(
  inFile: readonly HotplugSlots[],
  there: readonly HotplugSlots[],
): readonly SlotProblem[] {
  return inFile.flatMap((slots) => {
    const own = there.find(({ name }) => name === slots.name);
    if (own === undefined || own.count === slots.count) return [];
    return [{ slots, there: own, words: textForCount(slots.name, slots.count, own.count) }];
  });
}
