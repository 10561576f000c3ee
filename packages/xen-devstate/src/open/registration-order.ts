import type { Catalog } from './catalog.js';

// Sections are in the order in which devices were registered, with those of a higher priority first. Until QEMU 7.2, the south
// bridge of a PC was created completely before the clock chip, which was a device of the machine; in 10.0 the clock chip is part
// of the south bridge (hw/isa/piix.c, hw/isa/lpc_ich9.c) and is created with it, before the machine's own ISA devices. In 11.1
// the local APIC has a priority (include/migration/vmstate.h, MIG_PRI_APIC), which puts it before all others. The captures of
// each version show these orders.

/** A DMA controller: PCs have one, a microvm does not, whose clock chip follows its interrupt controllers in all versions. */
const PC = 'dma';

/** The order in machines of QEMU 7.2 and earlier. */
export const INTERRUPTS_BEFORE_CLOCK: Catalog['order'] = [
  ['timer', 'apic'],
  ['i8259', 'mc146818rtc', PC],
  ['ioapic', 'mc146818rtc', PC],
];

/** The order in machines of QEMU 10.0. */
export const CLOCK_BEFORE_INTERRUPTS: Catalog['order'] = [
  ['timer', 'apic'],
  ['mc146818rtc', 'i8259', PC],
  ['mc146818rtc', 'ioapic', PC],
];

/** The order in machines of QEMU 11.1. */
export const APIC_FIRST: Catalog['order'] = [
  ['apic', 'timer'],
  ['mc146818rtc', 'i8259', PC],
  ['mc146818rtc', 'ioapic', PC],
];
