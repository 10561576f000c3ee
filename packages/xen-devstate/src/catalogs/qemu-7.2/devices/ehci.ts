// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, since } from '@bytewright/schema-dsl';
import { timer, uint32, uint64, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const EhciCore = vmstate(
  'ehci-core',
  { version: 2, type: 'EhciCore' },
  {
    usbcmd: uint32,
    usbsts: uint32,
    usbstsPending: uint32.wireName('usbsts_pending'),
    usbstsFrindex: uint32.wireName('usbsts_frindex'),
    usbintr: uint32,
    frindex: uint32,
    ctrldssegment: uint32,
    periodiclistbase: uint32,
    asynclistaddr: uint32,
    configflag: uint32,
    portsc0: uint32.wireName('portsc[0]'),
    portsc1: uint32.wireName('portsc[1]'),
    portsc2: uint32.wireName('portsc[2]'),
    portsc3: uint32.wireName('portsc[3]'),
    portsc4: uint32.wireName('portsc[4]'),
    portsc5: uint32.wireName('portsc[5]'),
    frameTimer: timer.wireName('frame_timer'),
    lastRunNs: uint64.wireName('last_run_ns'),
    asyncStepdown: uint32.wireName('async_stepdown'),
    astate: uint32,
    pstate: uint32,
    aFetchAddr: uint32.wireName('a_fetch_addr'),
    pFetchAddr: uint32.wireName('p_fetch_addr'),
  },
);

export const Ehci = vmstate(
  'ehci',
  { version: 2, minimum: 1, type: 'Ehci' },
  {
    pciDevice: field(PCIDevice).wireName('pcidev'),
    ehci: since(version, 2, EhciCore),
  },
);
