// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { msixVectors, msixVectorsIn, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../parts/msix.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const MegasasGen2 = vmstate(
  'megasas-gen2',
  { version: 0, minimum: 0, type: 'MegasasGen2' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    msix: field(Msix).wireName('parent_obj'),
    fwState: uint32.wireName('fw_state'),
    intrMask: uint32.wireName('intr_mask'),
    doorbell: uint32,
    replyQueuePa: uint64.wireName('reply_queue_pa'),
    consumerPa: uint64.wireName('consumer_pa'),
    producerPa: uint64.wireName('producer_pa'),
  },
).where(($) => [$.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config)))]);
