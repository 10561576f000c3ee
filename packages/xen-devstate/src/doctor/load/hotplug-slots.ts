import type { Explanation } from '@bytewright/schema-dsl';

/** Hot-plug slots: their number is not on the wire. */
export interface HotplugSlots {
  /** The name of the subsection or section that contains them. */
  readonly name: string;
  readonly count: number;
  /** The offset of the first one in the payload. */
  readonly offset: number;
  /** The size of each, in bytes. */
  readonly size: number;
}

/**
 * The size of a slot on the wire. Source: QEMU hw/acpi/memory_hotplug.c, `vmstate_memhp_sts`; hw/acpi/cpu.c,
 * `vmstate_cpuhp_sts`.
 */
const SIZES: Readonly<Record<string, number>> = {
  'list of MemoryHotplugDeviceState': 1 + 1 + 4 + 4,
  'list of CPUHotplugDeviceState': 1 + 1 + 4 + 4,
};

/** The hot-plug slots in a payload. */
export function hotplugSlots(root: Explanation): readonly HotplugSlots[] {
  const found: HotplugSlots[] = [];
  const visit = (part: Explanation, name: string): void => {
    const size = Object.hasOwn(SIZES, part.type) ? SIZES[part.type] : undefined;
    if (size !== undefined) {
      found.push({ name, count: part.parts.length, offset: part.offset, size });
      return;
    }
    const own = part.parts.find(({ segment }) => segment === 'name')?.value;
    for (const inner of part.parts) visit(inner, typeof own === 'string' ? own : name);
  };
  visit(root, '');
  return found;
}
