import { struct, u8, u32be, whilePeek } from '@bytewright/schema-dsl';

// Lists whose counts are on no wire, and whose elements look like nothing that can follow them.

/** What a slot for memory or for a processor begins with: two truth values, and what its guest has reported. */
export const HotplugSlotAhead = struct('HotplugSlotAhead', {
  first: u8,
  second: u8,
  event: u32be,
  status: u32be,
});

/**
 * Slots go on while two bytes of 0 or 1 are ahead: behind them is a subsection, a footer or the next section, which begin
 * with 05, 7e or 04, or the end of the file.
 *
 * Sources: QEMU hw/acpi/memory_hotplug.c, `vmstate_memhp_sts`; hw/acpi/cpu.c, `vmstate_cpuhp_sts`.
 */
export const moreHotplugSlots = whilePeek(HotplugSlotAhead, ($) => $.first.le(1).and($.second.le(1)));

/** The four bytes of a port's status register. */
export const PortAhead = struct('PortAhead', { third: u8, second: u8, first: u8, zeroth: u8 });

/**
 * Ports of an xHCI controller go on until four bytes of 0 or 1 are ahead: those are two slots, of two truth values each. A
 * port's register has its power (bit 9) or its link state (bits 5 to 8).
 *
 * Source: QEMU hw/usb/hcd-xhci.c, `vmstate_xhci_port`, `vmstate_xhci_slot`, `xhci_port_write`.
 */
export const morePorts = whilePeek(PortAhead, ($) => $.first.gt(1).or($.zeroth.gt(1)));
