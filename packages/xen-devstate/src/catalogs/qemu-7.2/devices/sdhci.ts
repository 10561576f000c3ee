// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { sdBufferSize } from '@bytewright/xen-devstate/machine-parameters';
import {
  bool,
  buffer,
  timer,
  uint8,
  uint16,
  uint32,
  uint64,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';

export const SdhciPendingInsert = vmstate(
  'sdhci/pending-insert',
  { version: 1, minimum: 1, type: 'SdhciPendingInsert' },
  {
    pendingInsertState: bool.wireName('pending_insert_state'),
  },
);

export const Sdhci = vmstate(
  'sdhci',
  { version: 1, minimum: 1, type: 'Sdhci' },
  {
    sdmasysad: uint32,
    blksize: uint16,
    blkcnt: uint16,
    argument: uint32,
    trnmod: uint16,
    cmdreg: uint16,
    rspreg: list(uint32, 4),
    prnsts: uint32,
    hostctl1: uint8,
    pwrcon: uint8,
    blkgap: uint8,
    wakcon: uint8,
    clkcon: uint16,
    timeoutcon: uint8,
    admaerr: uint8,
    norintsts: uint16,
    errintsts: uint16,
    norintstsen: uint16,
    errintstsen: uint16,
    norintsigen: uint16,
    errintsigen: uint16,
    acmd12errsts: uint16,
    dataCount: uint16.wireName('data_count'),
    admasysaddr: uint64,
    stoppedState: uint8.wireName('stopped_state'),
    fifoBuffer: buffer(sdBufferSize).wireName('fifo_buffer'),
    insertTimer: timer.wireName('insert_timer'),
    transferTimer: timer.wireName('transfer_timer'),
  },
  {
    'sdhci/pending-insert': SdhciPendingInsert,
  },
).source('QEMU hw/sd/sdhci.c, sdhci_get_fifolen');
