// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list, since } from '@bytewright/schema-dsl';
import { version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { IdeBus } from '../parts/ide-bus.js';
import { IdeDrive } from '../parts/ide-drive.js';

export const IsaIde = vmstate(
  'isa-ide',
  { version: 3, minimum: 1, type: 'IsaIde' },
  {
    bus: IdeBus,
    busIfs: since(version, 3, list(IdeDrive, 2)).wireName('bus.ifs'),
  },
);
