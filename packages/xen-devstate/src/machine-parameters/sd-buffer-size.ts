import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Bytes of an SD host controller's buffer. Source: QEMU hw/sd/sdhci.c, `sdhci_get_fifolen`. */
export const sdBufferSize: Parameter<number> = number('sdBufferSize', 512, 1024, 2048);

/** What is known of {@link sdBufferSize}. */
export const sdBufferSizeParameter: MachineParameter = {
  parameter: sdBufferSize,
  counts: "bytes of the host controller's buffer",
};
