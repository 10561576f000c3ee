// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { bool, int32, uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const IpackDevice = vmstate(
  'ipack_device',
  { version: 1, type: 'IpackDevice' },
  {
    slot: int32,
  },
);

export const Scc2698Channel = vmstate(
  'scc2698_channel',
  { version: 1, type: 'Scc2698Channel' },
  {
    rxEnabled: bool.wireName('rx_enabled'),
    mr: list(uint8, 2),
    mrIdx: uint8.wireName('mr_idx'),
    sr: uint8,
    rhr: list(uint8, 3),
    rhrIdx: uint8.wireName('rhr_idx'),
    rxPending: uint8.wireName('rx_pending'),
  },
);

export const Scc2698Block = vmstate(
  'scc2698_block',
  { version: 1, type: 'Scc2698Block' },
  {
    imr: uint8,
    isr: uint8,
  },
);

export const Ipoctal232 = vmstate(
  'ipoctal232',
  { version: 1, minimum: 1, type: 'Ipoctal232' },
  {
    parentObj: field(IpackDevice).wireName('parent_obj'),
    ch: list(Scc2698Channel, 8),
    blk: list(Scc2698Block, 4),
    irqVector: uint8.wireName('irq_vector'),
  },
);
