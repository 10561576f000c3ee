import type { OpenedSection } from '../open/opened-section.js';

/** Subsections that a machine sent, by the names of devices; of several sections of one device, all of them. */
export type SentSubsections = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The subsections in the sections of a file. Which a machine may send is known from its build; which it sent, only its file says.
 *
 * @example of a file with an rtl8139 that was plugged in: `Map { 'rtl8139' => Set { 'rtl8139/hotplug_ready' } }`
 */
export function sentSubsections(sections: readonly Pick<OpenedSection, 'name' | 'value'>[]): SentSubsections {
  const sent = new Map<string, Set<string>>();
  for (const { name, value } of sections) {
    const names = sent.get(name) ?? new Set();
    collect(value, names);
    sent.set(name, names);
  }
  return sent;
}

/** What `subsections` of `vmstate` makes is `{ version, name, state }`, and its name has a slash. */
function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  if ('name' in value && 'version' in value && 'state' in value && typeof value.name === 'string')
    if (value.name.includes('/')) names.add(value.name);
  for (const part of Object.values(value)) collect(part, names);
}
