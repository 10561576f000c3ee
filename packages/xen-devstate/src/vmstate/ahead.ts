import { struct, u8, u32be, whilePeek } from '@bytewright/schema-dsl';

// Lists whose counts are not on the wire, and whose elements cannot be mistaken for anything that may follow.

/** The start of a memory or processor slot: two booleans, and the values reported by the guest. */
export const HotplugSlotAhead = struct('HotplugSlotAhead', {
  first: u8,
  second: u8,
  event: u32be,
  status: u32be,
});

/**
 * Slots continue while the next two bytes are 0 or 1: they are followed by a subsection, a footer or the next section, which
 * begin with 05, 7e or 04, or by the end of the file.
 *
 * Sources: QEMU hw/acpi/memory_hotplug.c, `vmstate_memhp_sts`; hw/acpi/cpu.c, `vmstate_cpuhp_sts`.
 */
export const moreHotplugSlots = whilePeek(HotplugSlotAhead, ($) => $.first.le(1).and($.second.le(1)));

/** The four bytes of a port's status register. */
export const PortAhead = struct('PortAhead', { third: u8, second: u8, first: u8, zeroth: u8 });

/**
 * Ports of an xHCI controller continue until the next four bytes are 0 or 1: those are two slots of two booleans each. A port's
 * register has its power (bit 9) or its link state (bits 5 to 8) set.
 *
 * Source: QEMU hw/usb/hcd-xhci.c, `vmstate_xhci_port`, `vmstate_xhci_slot`, `xhci_port_write`.
 */
export const morePorts = whilePeek(PortAhead, ($) => $.first.gt(1).or($.zeroth.gt(1)));
