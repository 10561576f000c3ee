// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { since } from '@bytewright/schema-dsl';
import { int32, int64, uint8, uint32, version, vmstate } from '@bytewright/xen-devstate/vmstate';

export const IdeBusError = vmstate(
  'ide_bus/error',
  { version: 2, minimum: 1, type: 'IdeBusError' },
  {
    errorStatus: int32.wireName('error_status'),
    retrySectorNum: since(version, 2, int64).wireName('retry_sector_num'),
    retryNsector: since(version, 2, uint32).wireName('retry_nsector'),
    retryUnit: since(version, 2, uint8).wireName('retry_unit'),
  },
);

export const IdeBus = vmstate(
  'ide_bus',
  { version: 1, type: 'IdeBus' },
  {
    cmd: uint8,
    unit: uint8.doc('The drive that is chosen.'),
  },
  {
    'ide_bus/error': IdeBusError,
  },
).source('QEMU hw/ide/core.c, vmstate_ide_bus');
