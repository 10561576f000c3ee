import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The size of a vmxnet3's list of multicast addresses in bytes, which is set by its parent. Source: QEMU hw/net/vmxnet3.c. */
export const multicastSize: Parameter<number> = said('multicastSize');

/** The description of {@link multicastSize}. */
export const multicastSizeParameter: MachineParameter = {
  parameter: multicastSize,
};
