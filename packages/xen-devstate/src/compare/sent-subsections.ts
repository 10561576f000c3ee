import type { OpenedSection } from '../open/opened-section.js';

/** Subsections that a machine sent, by device name; those of several sections of one device are combined. */
export type SentSubsections = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The subsections in the sections of a file. The build determines which ones a machine may send; only its file shows which it did.
 *
 * @example for a file with an rtl8139 that was hot-plugged: `Map { 'rtl8139' => Set { 'rtl8139/hotplug_ready' } }`
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

/** Collects subsections, which `vmstate` decodes as `{ version, name, state }` with a slash in the name. */
function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  if ('name' in value && 'version' in value && 'state' in value && typeof value.name === 'string')
    if (value.name.includes('/')) names.add(value.name);
  for (const part of Object.values(value)) collect(part, names);
}
