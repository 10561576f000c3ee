import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Slots of an xHCI controller: 64, unless it is told otherwise. Source: QEMU hw/usb/hcd-xhci.c, `XHCI_MAXSLOTS`. */
export const xhciSlots: Parameter<number> = number('xhciSlots', 64);

/** What is known of {@link xhciSlots}. */
export const xhciSlotsParameter: MachineParameter = {
  parameter: xhciSlots,
  counts: 'slots of the xHCI controller',
};
