import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The number of slots of an xHCI controller: 64 by default. Source: QEMU hw/usb/hcd-xhci.c, `XHCI_MAXSLOTS`. */
export const xhciSlots: Parameter<number> = number('xhciSlots', 64);

/** The description of {@link xhciSlots}. */
export const xhciSlotsParameter: MachineParameter = {
  parameter: xhciSlots,
  counts: 'xHCI controller slots',
};
