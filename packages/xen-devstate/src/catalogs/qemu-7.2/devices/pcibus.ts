// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, list } from '@bytewright/schema-dsl';
import { int32, int32Equal, vmstate } from '@bytewright/xen-devstate/vmstate';

export const PCIBUS = vmstate(
  'PCIBUS',
  { version: 1, minimum: 1, type: 'PCIBUS' },
  {
    nirq: derived(int32Equal),
    irqCount: list(int32).wireName('irq_count'),
  },
).where(($) => [$.nirq.is(count($.irqCount))]).doc('The root bus: how often each interrupt is raised.').source('QEMU hw/pci/pci.c, vmstate_pcibus');
