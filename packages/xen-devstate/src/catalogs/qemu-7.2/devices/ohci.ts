// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { bool, int32, int64, timer, uint8, uint16, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const OhciCorePort = vmstate(
  'ohci-core/port',
  { version: 1, type: 'OhciCorePort' },
  {
    ctrl: uint32,
  },
);

export const OhciCoreEofTimer = vmstate(
  'ohci-core/eof-timer',
  { version: 1, minimum: 1, type: 'OhciCoreEofTimer' },
  {
    eofTimer: timer.wireName('eof_timer'),
  },
);

export const OhciCore = vmstate(
  'ohci-core',
  { version: 1, type: 'OhciCore' },
  {
    sofTime: int64.wireName('sof_time'),
    ctl: uint32,
    status: uint32,
    intrStatus: uint32.wireName('intr_status'),
    intr: uint32,
    hcca: uint32,
    ctrlHead: uint32.wireName('ctrl_head'),
    ctrlCur: uint32.wireName('ctrl_cur'),
    bulkHead: uint32.wireName('bulk_head'),
    bulkCur: uint32.wireName('bulk_cur'),
    perCur: uint32.wireName('per_cur'),
    done: uint32,
    doneCount: int32.wireName('done_count'),
    fsmps: uint16,
    fit: uint8,
    fi: uint16,
    frt: uint8,
    frameNumber: uint16.wireName('frame_number'),
    padding: uint16,
    pstart: uint32,
    lst: uint32,
    rhdescA: uint32.wireName('rhdesc_a'),
    rhdescB: uint32.wireName('rhdesc_b'),
    rhstatus: uint32,
    rhport: list(OhciCorePort, 15),
    hstatus: uint32,
    hmask: uint32,
    hreset: uint32,
    htest: uint32,
    oldCtl: uint32.wireName('old_ctl'),
    usbBuf: list(uint8, 8192).wireName('usb_buf'),
    asyncTd: uint32.wireName('async_td'),
    asyncComplete: bool.wireName('async_complete'),
  },
  {
    'ohci-core/eof-timer': OhciCoreEofTimer,
  },
);

export const Ohci = vmstate(
  'ohci',
  { version: 1, minimum: 1, type: 'Ohci' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    state: OhciCore,
  },
);
