// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { msixVectors, msixVectorsIn, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../../qemu-7.2/parts/msix.js';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';
import { PCIEAERERRORLOG } from '../../qemu-7.2/parts/pcieaererrorlog.js';

export const PcieRootPort = vmstate(
  'pcie-root-port',
  { version: 1, minimum: 1, type: 'PcieRootPort' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj.parent_obj.parent_obj'),
    expAerLog: field(PCIEAERERRORLOG).wireName('parent_obj.parent_obj.parent_obj.exp.aer_log'),
    msix: field(Msix).wireName('parent_obj.parent_obj.parent_obj.parent_obj'),
  },
).where(($) => [$.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config)))]).source('QEMU hw/pci-bridge/gen_pcie_root_port.c, gen_rp_test_migrate_msix');
