// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list, since } from '@bytewright/schema-dsl';
import {
  int64,
  timer,
  uint8,
  uint8Equal,
  uint16,
  uint32,
  version,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const UhciPort = vmstate(
  'uhci port',
  { version: 1, type: 'UhciPort' },
  {
    ctrl: uint16,
  },
);

export const Uhci = vmstate(
  'uhci',
  { version: 3, minimum: 1, type: 'Uhci' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    numPortsVmstate: uint8Equal.wireName('num_ports_vmstate'),
    ports: list(UhciPort, 2),
    cmd: uint16,
    status: uint16,
    intr: uint16,
    frnum: uint16,
    flBaseAddr: uint32.wireName('fl_base_addr'),
    sofTiming: uint8.wireName('sof_timing'),
    status2: uint8,
    frameTimer: timer.wireName('frame_timer'),
    expireTime: since(version, 2, int64).wireName('expire_time'),
    pendingIntMask: since(version, 3, uint32).wireName('pending_int_mask'),
  },
);
