import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The size of an SD host controller's buffer, in bytes. Source: QEMU hw/sd/sdhci.c, `sdhci_get_fifolen`. */
export const sdBufferSize: Parameter<number> = number('sdBufferSize', 512, 1024, 2048);

/** The description of {@link sdBufferSize}. */
export const sdBufferSizeParameter: MachineParameter = {
  parameter: sdBufferSize,
  counts: 'SD host controller buffer size in bytes',
};
