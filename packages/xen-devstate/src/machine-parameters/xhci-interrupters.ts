import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The number of interrupters of an xHCI controller: 16, or one in a microvm. Source: QEMU hw/usb/hcd-xhci.c, `XHCI_MAXINTRS`. */
export const xhciInterrupters: Parameter<number> = number('xhciInterrupters', 16, 1, 4, 8);

/** The description of {@link xhciInterrupters}. */
export const xhciInterruptersParameter: MachineParameter = {
  parameter: xhciInterrupters,
  counts: 'xHCI controller interrupters',
};
