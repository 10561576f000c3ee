import { byteCount } from '@bytewright/runtime/codec';
import { MACHINE_PARAMETERS } from '../machine-parameters/machine-parameters.js';
import { sizeOfField } from './size-of.js';
import type { Presence, WireCount, WireField, WireSize } from './wire-description.js';

/** Describes a field: its type, its size, and when it is present. */
export function describeField(field: WireField): string {
  const { type, content, count, presence } = field;
  const what = type === 'struct' && content !== undefined ? content.name : type;
  const many = count === undefined ? '' : `[${describeCount(count)}]`;
  const size = describeSize(sizeOfField({ ...field, presence: { kind: 'always' } }));
  const when = describePresence(presence);
  return `${what}${many}, ${size}${when === '' ? '' : `, ${when}`}`;
}

/** @example `76 bytes`, `1 to 5 bytes`, `4 bytes or more` */
export function describeSize({ least, most, usual }: WireSize): string {
  if (usual !== undefined) return byteCount(usual);
  if (least === most) return byteCount(least);
  if (most === Number.POSITIVE_INFINITY) return least === 0 ? 'any size' : `${byteCount(least)} or more`;
  return `${least} to ${byteCount(most)}`;
}

export function describeCount(count: WireCount): string {
  if (count.kind === 'fixed') return String(count.value);
  return count.kind === 'field' ? count.name : '…';
}

/** Describes when a field is present; empty if it always is. */
export function describePresence(presence: Presence): string {
  switch (presence.kind) {
    case 'always':
      return '';
    case 'since':
      return `since version ${presence.version}`;
    case 'when':
      return presence.text === undefined ? 'on a condition' : `if ${withMachines(presence.text)}`;
  }
}

/** Adds the meaning of its parameters to a condition. */
function withMachines(condition: string): string {
  return condition.replace(/\w+/g, (word) => {
    const since = MACHINE_PARAMETERS.get(word)?.since;
    return since === undefined
      ? word
      : `${word} (machine types ${Math.floor(since / 100)}.${since % 100} and later)`;
  });
}
