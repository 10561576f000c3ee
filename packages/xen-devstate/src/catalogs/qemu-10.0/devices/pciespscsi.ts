import { field, since } from '@bytewright/schema-dsl';
import { buffer, uint8, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Esp } from '../parts/esp.js';
import { PCIDevice } from '../parts/pcidevice.js';

export const Pciespscsi = vmstate(
  'pciespscsi',
  { version: 2, minimum: 1, type: 'Pciespscsi' },
  {
    parentObj: field(PCIDevice).wireName('parent_obj'),
    dmaRegs: buffer(32).wireName('dma_regs'),
    espMigVersionId: since(version, 2, uint8).wireName('esp.mig_version_id'),
    esp: Esp,
  },
);
