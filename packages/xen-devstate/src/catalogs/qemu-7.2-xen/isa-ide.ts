import { list, since } from '@bytewright/schema-dsl';
import { version, vmstate } from '../../vmstate/index.js';
import { IdeBus } from './ide-bus.js';
import { IdeDrive } from './ide-drive.js';

export const IsaIde = vmstate(
  'isa-ide',
  { version: 3, minimum: 1, type: 'IsaIde' },
  {
    bus: IdeBus,
    busIfs: since(version, 3, list(IdeDrive, 2)).wireName('bus.ifs'),
  },
);
