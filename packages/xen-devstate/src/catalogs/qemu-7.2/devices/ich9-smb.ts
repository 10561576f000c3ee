import { optional } from '@bytewright/schema-dsl';
import { bool, hole, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Pmsmb } from '../parts/pmsmb.js';

export const Ich9Smb = vmstate(
  'ich9_smb',
  { version: 1, minimum: 1, type: 'Ich9Smb' },
  {
    dev: PCIDevice,
    irqEnabled: optional(bool).wireName('irq_enabled'),
    smb: optional(Pmsmb),
  },
).where(($) => [
  $.irqEnabled.presentWhen(hole('Ich9Smb.irqEnabled', 'bool')),
  $.smb.presentWhen(hole('Ich9Smb.smb', 'bool')),
]);
