// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, optional } from '@bytewright/schema-dsl';
import { ich9Smbus } from '@bytewright/xen-devstate/machine-parameters';
import { bool, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';
import { Pmsmb } from '../parts/pmsmb.js';

export const Ich9Smb = vmstate(
  'ich9_smb',
  { version: 1, minimum: 1, type: 'Ich9Smb' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    irqEnabled: optional(bool).wireName('irq_enabled'),
    smbus: optional(Pmsmb).wireName('smb'),
  },
).where(($) => [$.irqEnabled.presentWhen(ich9Smbus), $.smbus.presentWhen(ich9Smbus)]).source('QEMU hw/i2c/smbus_ich9.c, ich9_vmstate_need_smbus');
