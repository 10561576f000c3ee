import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Interrupters of an xHCI controller: 16, and one of a microvm's. Source: QEMU hw/usb/hcd-xhci.c, `XHCI_MAXINTRS`. */
export const xhciInterrupters: Parameter<number> = number('xhciInterrupters', 16, 1, 4, 8);

/** What is known of {@link xhciInterrupters}. */
export const xhciInterruptersParameter: MachineParameter = {
  parameter: xhciInterrupters,
  counts: 'interrupters of the xHCI controller',
};
