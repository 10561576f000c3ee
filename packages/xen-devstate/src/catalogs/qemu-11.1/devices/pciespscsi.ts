// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { espVersion } from '@bytewright/xen-devstate/machine-parameters';
import { buffer, uint8, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';
import { Esp } from '../parts/esp.js';

export const Pciespscsi = vmstate(
  'pciespscsi',
  { version: 2, minimum: 2, type: 'Pciespscsi' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    dmaRegs: buffer(32).wireName('dma_regs'),
    espVersion: uint8.wireName('esp.mig_version_id'),
    esp: Esp,
  },
).where(($) => [$.esp.with(espVersion.of($.espVersion))]).source('QEMU hw/scsi/esp.c, vmstate_sysbus_esp_scsi; hw/scsi/esp-pci.c, vmstate_esp_pci_scsi');
