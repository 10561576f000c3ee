import { constantValue } from '../../ir/expression.js';
import type { EnumerationMember, EnumerationNode } from '../../ir/nodes/enumeration.js';
import type { FlagMember, FlagsNode } from '../../ir/nodes/flags.js';
import type { Pairing } from '../align.js';
import { align } from '../align.js';
import type { Place } from '../comparison.js';
import { compareNodes } from './index.js';

/** The corresponding names of two enumerations: equal ones, and new ones for a number whose old name is gone. */
export function alignMembers(
  before: EnumerationNode,
  after: EnumerationNode,
): readonly Pairing<EnumerationMember>[] {
  return alignNamed(before.members, after.members, ({ value }) => String(constantValue(value)));
}

/** The corresponding flags of two flag sets, likewise. */
export function alignFlags(before: FlagsNode, after: FlagsNode): readonly Pairing<FlagMember>[] {
  return alignNamed(before.flags, after.flags, ({ bit }) => String(bit));
}

export function compareEnumerations(before: EnumerationNode, after: EnumerationNode, place: Place): void {
  compareNodes(before.node, after.node, place);
  const isOpen = before.open === true && after.open === true;
  for (const { before: was, after: is } of alignMembers(before, after)) {
    const [old, now] = [was && memberText(was), is && memberText(is)];
    // a number that both accept, with or without a name, decodes either way
    if (was === undefined) place.tell('member-added', old, now, isOpen ? { forward: [] } : {});
    else if (is === undefined) place.tell('member-removed', old, now, isOpen ? { backward: [] } : {});
    else if (was.name !== is.name) place.tell('member-renamed', old, now);
    else place.tellIfOther('member-renumbered', old, now);
  }
  if (before.open !== after.open)
    place.tell(after.open ? 'names-opened' : 'names-closed', undefined, undefined);
}

export function compareFlags(before: FlagsNode, after: FlagsNode, place: Place): void {
  compareNodes(before.node, after.node, place);
  for (const { before: was, after: is } of alignFlags(before, after)) {
    const [old, now] = [was && flagText(was), is && flagText(is)];
    if (was === undefined) place.tell('flag-added', old, now, before.strict ? { forward: ['refused'] } : {});
    else if (is === undefined)
      place.tell('flag-removed', old, now, after.strict ? { backward: ['refused'] } : {});
    else if (was.name !== is.name) place.tell('flag-renamed', old, now);
    else place.tellIfOther('flag-moved', old, now);
  }
  if (before.strict !== after.strict)
    place.tell(after.strict ? 'names-closed' : 'names-opened', undefined, undefined);
}

/** By name, then by number regardless of position: their order means nothing. */
function alignNamed<T extends { readonly name: string }>(
  before: readonly T[],
  after: readonly T[],
  numberOf: (member: T) => string,
): readonly Pairing<T>[] {
  const names = new Set(after.map(({ name }) => name));
  const oldNames = new Set(before.map(({ name }) => name));
  const renamed = new Map<string, string>();
  for (const was of before) {
    if (names.has(was.name)) continue;
    const is = after.find((one) => !oldNames.has(one.name) && numberOf(one) === numberOf(was));
    if (is !== undefined) renamed.set(was.name, is.name);
  }
  return align(before, after, {
    oldName: ({ name }) => renamed.get(name) ?? name,
    newName: ({ name }) => name,
    isAlike: () => false,
  });
}

const memberText = ({ name, value }: EnumerationMember): string =>
  `${name} (${String(constantValue(value))})`;
const flagText = ({ name, bit }: FlagMember): string => `${name} (bit ${bit})`;
