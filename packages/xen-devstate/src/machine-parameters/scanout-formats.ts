import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether a GPU's outputs have the fields added in QEMU 9.0: since machine type 9.0. Source: QEMU hw/display/virtio-gpu.c. */
export const scanoutFormats: Parameter<boolean> = flag('scanoutFormats', true);

/** The description of {@link scanoutFormats}. */
export const scanoutFormatsParameter: MachineParameter = {
  parameter: scanoutFormats,
  // QEMU hw/core/machine.c: hw_compat_8_2, virtio-gpu-device x-scanout-vmstate-version
  since: 900,
  difference: (inFile) => ({
    cause: 'virtio-gpu-scanout',
    expected: inFile ? 'outputs of 52 bytes' : 'outputs of 76 bytes',
    found: inFile ? 'outputs of 76 bytes' : 'outputs of 52 bytes',
    why: `more of each output is saved since machine type 9.0; the target uses ${inFile ? 'an older' : 'a newer'} one`,
    advice: [`start the target with -global virtio-gpu-device.x-scanout-vmstate-version=${inFile ? 2 : 1}`],
    source: 'QEMU hw/display/virtio-gpu.c, vmstate_before_v2; hw/core/machine.c, hw_compat_8_2',
  }),
};
