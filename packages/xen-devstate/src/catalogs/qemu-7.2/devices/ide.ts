// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list, since } from '@bytewright/schema-dsl';
import { int64, uint8, uint32, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { IdeBus } from '../parts/ide-bus.js';
import { IdeDrive } from '../parts/ide-drive.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const IdeBmdmaCurrent = vmstate(
  'ide bmdma_current',
  { version: 1, minimum: 1, type: 'IdeBmdmaCurrent' },
  {
    curAddr: uint32.wireName('cur_addr'),
    curPrdLast: uint32.wireName('cur_prd_last'),
    curPrdAddr: uint32.wireName('cur_prd_addr'),
    curPrdLen: uint32.wireName('cur_prd_len'),
  },
);

export const IdeBmdmaStatus = vmstate(
  'ide bmdma/status',
  { version: 1, minimum: 1, type: 'IdeBmdmaStatus' },
  {
    status: uint8,
  },
);

export const IdeBmdma = vmstate(
  'ide bmdma',
  { version: 3, type: 'IdeBmdma' },
  {
    cmd: uint8,
    migrationCompatStatus: uint8.wireName('migration_compat_status'),
    addr: uint32.doc('Where the table of memory regions is.'),
    migrationRetrySectorNum: int64.wireName('migration_retry_sector_num'),
    migrationRetryNsector: uint32.wireName('migration_retry_nsector'),
    migrationRetryUnit: uint8.wireName('migration_retry_unit'),
  },
  {
    'ide bmdma_current': IdeBmdmaCurrent,
    'ide bmdma/status': IdeBmdmaStatus,
  },
).source('QEMU hw/ide/pci.c, vmstate_bmdma');

export const Ide = vmstate(
  'ide',
  { version: 3, minimum: 1, type: 'Ide' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    bmdma: list(IdeBmdma, 2),
    bus: list(IdeBus, 2),
    bus0Ifs: since(version, 3, list(IdeDrive, 2)).wireName('bus[0].ifs'),
    bus1Ifs: since(version, 3, list(IdeDrive, 2)).wireName('bus[1].ifs'),
  },
);
