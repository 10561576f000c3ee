// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { int32, timer, uint8, uint8Equal, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const FdriveMediaChanged = vmstate(
  'fdrive/media_changed',
  { version: 1, minimum: 1, type: 'FdriveMediaChanged' },
  {
    mediaChanged: uint8.wireName('media_changed'),
  },
);

export const FdriveMediaRate = vmstate(
  'fdrive/media_rate',
  { version: 1, minimum: 1, type: 'FdriveMediaRate' },
  {
    mediaRate: uint8.wireName('media_rate'),
  },
);

export const FdrivePerpendicular = vmstate(
  'fdrive/perpendicular',
  { version: 1, minimum: 1, type: 'FdrivePerpendicular' },
  {
    perpendicular: uint8,
  },
);

export const Fdrive = vmstate(
  'fdrive',
  { version: 1, type: 'Fdrive' },
  {
    head: uint8,
    track: uint8,
    sect: uint8,
  },
  {
    'fdrive/media_changed': FdriveMediaChanged,
    'fdrive/media_rate': FdriveMediaRate,
    'fdrive/perpendicular': FdrivePerpendicular,
  },
);

export const FdcResetSensei = vmstate(
  'fdc/reset_sensei',
  { version: 1, minimum: 1, type: 'FdcResetSensei' },
  {
    resetSensei: int32.wireName('reset_sensei'),
  },
);

export const FdcResultTimer = vmstate(
  'fdc/result_timer',
  { version: 1, minimum: 1, type: 'FdcResultTimer' },
  {
    resultTimer: timer.wireName('result_timer'),
  },
);

export const FdcPhase = vmstate(
  'fdc/phase',
  { version: 1, minimum: 1, type: 'FdcPhase' },
  {
    phase: uint8,
  },
);

export const FdcCore = vmstate(
  'fdc',
  { version: 2, minimum: 2, type: 'FdcCore' },
  {
    statusA: uint8.wireName('sra'),
    statusB: uint8.wireName('srb'),
    dorVmstate: uint8.wireName('dor_vmstate'),
    tapeDrive: uint8.wireName('tdr'),
    dataRateSelect: uint8.wireName('dsr'),
    mainStatus: uint8.wireName('msr'),
    status0: uint8,
    status1: uint8,
    status2: uint8,
    fifo: list(uint8, 512),
    dataPos: uint32.wireName('data_pos'),
    dataLen: uint32.wireName('data_len'),
    dataState: uint8.wireName('data_state'),
    dataDir: uint8.wireName('data_dir'),
    eot: uint8,
    timer0: uint8,
    timer1: uint8,
    precompTrk: uint8.wireName('precomp_trk'),
    config: uint8,
    lock: uint8,
    pwrd: uint8,
    numFloppies: uint8Equal.wireName('num_floppies'),
    drives: list(Fdrive, 2),
  },
  {
    'fdc/reset_sensei': FdcResetSensei,
    'fdc/result_timer': FdcResultTimer,
    'fdc/phase': FdcPhase,
  },
).source('QEMU hw/block/fdc.c, vmstate_fdc: FD_SECTOR_LEN');

export const Fdc = vmstate(
  'fdc',
  { version: 2, minimum: 2, type: 'Fdc' },
  {
    state: FdcCore,
  },
).source('QEMU hw/block/fdc.c, vmstate_fdc: FD_SECTOR_LEN');
