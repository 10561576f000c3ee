import type { Parameter } from '@bytewright/schema-dsl';
import { flag } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** Whether a virtio memory device saves its map earlier, on its own: from machine type 8.0 on. */
export const earlyMemory: Parameter<boolean> = flag('earlyMemory', true);

/** What is known of {@link earlyMemory}. */
export const earlyMemoryParameter: MachineParameter = {
  parameter: earlyMemory,
  // QEMU hw/core/machine.c: hw_compat_7_2, virtio-mem x-early-migration
  since: 800,
  property: { name: 'virtio-mem.x-early-migration', whenOn: true },
  difference: (inFile) => ({
    cause: 'virtio-mem-early',
    expected: inFile ? 'the map of plugged blocks in this section' : 'the map in a section of its own',
    found: inFile ? 'no map' : 'the map of plugged blocks',
    why: `the map is saved apart from machine type 8.0 on; the target is started as ${inFile ? 'an older' : 'a newer'} one`,
    advice: [`start the target with -global virtio-mem.x-early-migration=${inFile ? 'on' : 'off'}`],
    source: 'QEMU hw/virtio/virtio-mem.c; hw/core/machine.c, hw_compat_7_2',
  }),
};
