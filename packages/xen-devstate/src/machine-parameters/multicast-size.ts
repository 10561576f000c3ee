import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Bytes of a vmxnet3's list of multicast addresses: its parent says. Source: QEMU hw/net/vmxnet3.c. */
export const multicastSize: Parameter<number> = said('multicastSize');

/** What is known of {@link multicastSize}. */
export const multicastSizeParameter: MachineParameter = {
  parameter: multicastSize,
};
