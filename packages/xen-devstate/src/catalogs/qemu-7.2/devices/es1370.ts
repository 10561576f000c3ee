// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const Es1370Channel = vmstate(
  'es1370_channel',
  { version: 2, type: 'Es1370Channel' },
  {
    shift: uint32,
    leftover: uint32,
    scount: uint32,
    frameAddr: uint32.wireName('frame_addr'),
    frameCnt: uint32.wireName('frame_cnt'),
  },
);

export const Es1370 = vmstate(
  'es1370',
  { version: 2, minimum: 2, type: 'Es1370' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    chan: list(Es1370Channel, 3),
    ctl: uint32,
    status: uint32,
    mempage: uint32,
    codec: uint32,
    sctl: uint32,
  },
);
