import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether a virtio memory device saves its bitmap earlier, in its own section: since machine type 8.0. */
export const earlyMemory: Parameter<boolean> = flag('earlyMemory', true);

/** The description of {@link earlyMemory}. */
export const earlyMemoryParameter: MachineParameter = {
  parameter: earlyMemory,
  // QEMU hw/core/machine.c: hw_compat_7_2, virtio-mem x-early-migration
  since: 800,
  property: { name: 'virtio-mem.x-early-migration', whenOn: true },
  difference: (inFile) => ({
    cause: 'virtio-mem-early',
    expected: inFile ? 'the bitmap of plugged blocks in this section' : 'the bitmap in its own section',
    found: inFile ? 'no bitmap' : 'the bitmap of plugged blocks',
    why: `the bitmap is saved separately since machine type 8.0; the target uses ${inFile ? 'an older' : 'a newer'} one`,
    advice: [`start the target with -global virtio-mem.x-early-migration=${inFile ? 'on' : 'off'}`],
    source: 'QEMU hw/virtio/virtio-mem.c; hw/core/machine.c, hw_compat_7_2',
  }),
};
