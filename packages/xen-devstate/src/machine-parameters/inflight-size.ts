import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Bytes of what a vhost device has not yet done: its parent says. Source: QEMU hw/virtio/vhost.c, `vmstate_vhost_inflight_region`. */
export const inflightSize: Parameter<number> = said('inflightSize');

/** What is known of {@link inflightSize}. */
export const inflightSizeParameter: MachineParameter = {
  parameter: inflightSize,
};
