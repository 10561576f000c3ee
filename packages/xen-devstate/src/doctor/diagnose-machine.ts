import { explainPayload } from '../explain/explain-file.js';
import type { Leaf } from '../explain/leaf.js';
import type { OpenedFile } from '../open/opened-file.js';
import type { OpenedSection } from '../open/opened-section.js';
import type { FactNote } from '../overlay/fact-notes.js';
import { FACT_NOTES } from '../overlay/fact-notes.js';
import { findingSection } from './diagnose-file.js';
import type { FactField } from './fields-by-fact.js';
import { fieldsByFact } from './fields-by-fact.js';
import type { Finding } from './finding.js';
import { afterPayload } from './qemu-says.js';

/** Where a machine's facts, as somebody says they are, are not those of the file. */
export function diagnoseMachine(
  file: OpenedFile,
  facts: Readonly<Record<string, boolean>>,
  label: string,
): readonly Finding[] {
  return file.sections.flatMap((section) =>
    factFieldsOf(section).flatMap((field): Finding[] => {
      const expected = facts[field.fact];
      if (expected === undefined) return [];
      const isExpected = expected === field.when;
      return isExpected === field.isPresent ? [] : [factFinding(section, field, label, undefined)];
    }),
  );
}

/** The fields of a section that facts decide about. */
export function factFieldsOf({ schema, value }: OpenedSection): readonly FactField[] {
  return schema === undefined ? [] : fieldsByFact(schema, value.state);
}

/**
 * A field that a fact decides about, and that the file has and the target does not, or the other way round.
 *
 * @param missing bytes that the target expects where the file has none; `undefined` if that is not known
 */
export function factFinding(
  section: OpenedSection,
  field: FactField,
  label: string,
  missing: number | undefined,
): Finding {
  const { path, wireName, isPresent } = field;
  const note: FactNote | undefined = FACT_NOTES[field.fact];
  const own = leavesBelow(section, path);
  const size = isPresent ? sizeOf(own) : missing;
  const amount = size === undefined ? 'bytes' : `${size} bytes`;
  // where the target is to have the fact as the file has it
  const remedy = field.when === isPresent ? note?.on : (note?.off ?? note?.on);
  return {
    cause: `fact:${field.fact}`,
    section: findingSection(section),
    offset: own[0]?.offset ?? endOf(section, field.previous),
    expected: isPresent ? `no ${wireName}, and what follows it` : `${amount} of ${wireName}`,
    found: isPresent ? `${amount} of ${wireName}` : `no ${wireName}: what follows it`,
    because: `${section.name}: ${amount} of ${wireName} that ${isPresent ? label : 'the file'} does not have (${note?.means ?? field.fact})`,
    remedy: remedy === undefined ? undefined : `start the target with ${remedy}`,
    qemuSays: size === undefined ? undefined : afterPayload(section, isPresent ? -size : size),
    canFix: isPresent || missing !== undefined,
  };
}

/** The leaves of a field of a payload. */
export function leavesBelow(section: OpenedSection, path: readonly string[]): readonly Leaf[] {
  const prefix = `sections[${section.index}].state.${path.join('.')}`;
  return explainPayload(section).filter(
    (leaf) => leaf.path.startsWith(prefix) && /^$|^[.[]/.test(leaf.path.slice(prefix.length)),
  );
}

/** Bytes from the first leaf to the end of the last one: there may be some in between that are no field's. */
export function sizeOf(leaves: readonly Leaf[]): number {
  const [first, last] = [leaves[0], leaves.at(-1)];
  return first === undefined || last === undefined ? 0 : last.offset + last.length - first.offset;
}

function endOf(section: OpenedSection, path: readonly string[] | undefined): number {
  const last = path && leavesBelow(section, path).at(-1);
  return last === undefined ? section.report.payloadOffset : last.offset + last.length;
}
