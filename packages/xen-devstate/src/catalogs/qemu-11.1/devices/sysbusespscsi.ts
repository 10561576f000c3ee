// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { espVersion } from '@bytewright/xen-devstate/machine-parameters';
import { uint8, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Esp } from '../parts/esp.js';

export const Sysbusespscsi = vmstate(
  'sysbusespscsi',
  { version: 2, minimum: 2, type: 'Sysbusespscsi' },
  {
    espVersion: uint8.wireName('esp.mig_version_id'),
    esp: Esp,
  },
).where(($) => [$.esp.with(espVersion.of($.espVersion))]).source('QEMU hw/scsi/esp.c, vmstate_sysbus_esp_scsi; hw/scsi/esp-pci.c, vmstate_esp_pci_scsi');
