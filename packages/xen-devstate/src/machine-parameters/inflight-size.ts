import type { Parameter } from '@bytewright/schema-dsl';
import { said } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Size of the in-flight region of a vhost device in bytes, from its parent. Source: QEMU hw/virtio/vhost.c, `vmstate_vhost_inflight_region`. */
export const inflightSize: Parameter<number> = said('inflightSize');

/** Details of {@link inflightSize}. */
export const inflightSizeParameter: MachineParameter = {
  parameter: inflightSize,
};
