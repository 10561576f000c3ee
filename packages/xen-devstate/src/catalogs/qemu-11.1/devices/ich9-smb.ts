// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { bool, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';
import { Pmsmb } from '../../qemu-7.2/parts/pmsmb.js';

export const Ich9Smb = vmstate(
  'ich9_smb',
  { version: 1, minimum: 1, type: 'Ich9Smb' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    irqEnabled: bool.wireName('irq_enabled'),
    smbus: field(Pmsmb).wireName('smb'),
  },
).source('QEMU hw/i2c/smbus_ich9.c, ich9_vmstate_need_smbus');
