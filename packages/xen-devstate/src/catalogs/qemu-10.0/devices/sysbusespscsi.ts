import { since } from '@bytewright/schema-dsl';
import { uint8, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Esp } from '../parts/esp.js';

export const Sysbusespscsi = vmstate(
  'sysbusespscsi',
  { version: 2, minimum: 1, type: 'Sysbusespscsi' },
  {
    espMigVersionId: since(version, 2, uint8).wireName('esp.mig_version_id'),
    esp: Esp,
  },
);
